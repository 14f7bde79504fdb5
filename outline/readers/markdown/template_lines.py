"""Lines that a program for sites takes for its own: tags of Liquid and Jinja, shortcodes of Hugo, attributes of kramdown."""

import re
from bisect import bisect_right

from markdown_it.rules_block.state_block import StateBlock

_TAGS = re.compile(r"(?:(?:\{%[^%\n]{0,300}%\}|\{\{[<%][^\n{}]{0,300}[>%]\}\}|\{:[^\n{}]{0,300}\})[ \t]*+)++(?=\n|\Z)")
_CODE = re.compile(r"\{%-?[ \t]*(highlight|codeblock|code)\b")
"""What `raw` holds is Markdown all the same: it only hides from the templates (Liquid)."""


def template_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule for blocks: a line of tags is one token `template`, with the lines of code that it may begin."""
    start = state.bMarks[line] + state.tShift[line]
    if not _TAGS.match(state.src, start) or state.is_code_block(line):
        return False
    if not silent:
        token = state.push("template", "", 0)
        token.map = [line, line + 1]
        state.line = line + 1
        code = _CODE.match(state.src, start)
        if code:
            stop = _end_of_code(state, line + 1, end, code[1])
            if stop > line + 1:
                inside = state.push("template_code", "", 0)
                inside.map = [line + 1, stop]
                inside.content = state.getLines(line + 1, stop, 0, False)
                state.line = stop
    return True


def _end_of_code(state: StateBlock, line: int, end: int, name: str) -> int:
    """The line of the tag that ends the code that begins in `line`; `line` itself if there is none."""
    at = state.src.find(f"end{name}", state.bMarks[line] if line < end else len(state.src))
    n = bisect_right(state.bMarks, at) - 1
    is_tag = at >= 0 and n < end and state.src[state.bMarks[n] : at].strip(" \t-") == "{%"
    return n if is_tag else line
