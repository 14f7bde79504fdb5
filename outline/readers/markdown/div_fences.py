"""Fences of colons, as pandoc, VuePress and Docusaurus put them around what stands apart: `::: warning 注意`, `::: {.box}`, `:::`."""

import re

from markdown_it.rules_block.state_block import StateBlock

_FENCE = re.compile(r":{3,}[ \t]*+(?:\{[^{}\n]*+\}|[A-Za-z][\w-]*+(?:[ \t]*+\{[^{}\n]*+\})?)?[ \t]*+:*+[ \t]*+")


def div_fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule for blocks: one line is one token `div`, whose content is the name that is shown, mostly nothing."""
    found = _FENCE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    if not found or state.is_code_block(line):
        return False
    if not silent:
        token = state.push("div", "", 0)
        token.map = [line, line + 1]
        token.content = state.src[found.end() : state.eMarks[line]]
        state.line = line + 1
    return True
