"""The blocks of a page of Markdown, by markdown-it-py: its rules, each asked only about lines that begin with a character of its own.

The library asks every rule about every line, and about each line of a paragraph twice.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt, rules_block
from markdown_it.rules_block import StateBlock

from outline.readers.markdown.div_fences import div_fence
from outline.readers.markdown.footnote_blocks import footnote_definition
from outline.readers.markdown.template_lines import template_line

DEEPEST = 60
"""Quotations, lists and items around a block; what lies deeper is read as text."""

IS_WHOLE = "is_whole"
"""Where the environment of the parser says that nothing of the text follows the lines it is given."""
_WIDEST = "widest"
"""Where it says how wide the lines of waves are (`_widest_from`)."""
_NARROWEST_FENCE = 3

_Rule = Callable[[StateBlock, int, int, bool], bool]
_PARAGRAPHS = ["paragraph", "reference", "blockquote"]
"""What the blocks below may stand in the middle of (CommonMark 0.31, 4 and 5)."""


@cache
def block_parser() -> MarkdownIt:
    """It makes tokens of the blocks of a text; what stands in them is not looked at."""
    options = {"maxNesting": DEEPEST, "inline_definitions": True}
    parser = MarkdownIt("commonmark", options).enable("table").disable(["blockquote", "hr", "html_block", "heading"])
    rules = parser.block.ruler
    rules.at("fence", _by_first_character(_AROUND), {"alt": [*_PARAGRAPHS, "list"]})
    rules.at("list", _by_first_character(_INSIDE), {"alt": _PARAGRAPHS})
    rules.before("reference", "footnote_definition", footnote_definition, {"alt": ["paragraph", "reference"]})
    return parser


def _by_first_character(rules: Mapping[str, _Rule]) -> _Rule:
    def rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        start = state.bMarks[line] + state.tShift[line]
        found = rules.get(state.src[start : start + 1])
        return found is not None and found(state, line, end, silent)

    return rule


def fence_or_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`~~~` begins code if another ends it: else it parts what is above it from what is below, as a line of dashes does."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    width = len(state.src[start:stop].rstrip())
    if not state.env.get(IS_WHOLE) or width < _NARROWEST_FENCE or {*state.src[start:stop].rstrip()} != {"~"}:
        return rules_block.fence(state, line, end, silent)
    if _is_closed(state, line, end, width):
        return rules_block.fence(state, line, end, silent)
    if not silent:
        token = state.push("hr", "hr", 0)
        token.map = [line, line + 1]
        state.line = line + 1
    return True


def _is_closed(state: StateBlock, line: int, end: int, width: int) -> bool:
    """Does a line of at least `width` waves follow, in what is as deep?"""
    if _WIDEST not in state.env:
        state.env[_WIDEST] = _widest_from(state.src.split("\n"))
    if state.env[_WIDEST][line + 1] < width:
        return False
    for n in range(line + 1, end):
        if not state.isEmpty(n) and state.sCount[n] < state.blkIndent:
            break
        words = state.src[state.bMarks[n] + state.tShift[n] : state.eMarks[n]].rstrip()
        if len(words) >= width and not words.strip("~"):
            return True
    return False


def _widest_from(lines: list[str]) -> list[int]:
    """For each line, and behind the last, how wide the widest line of waves is from there on."""
    waves = (line.strip(" \t>") for line in reversed(lines))
    widths = (len(words) if not words.strip("~") else 0 for words in waves)
    return [*accumulate(widths, max, initial=0)][::-1]


_AROUND: Mapping[str, _Rule] = {
    "`": rules_block.fence,
    "~": fence_or_rule,
    ":": div_fence,
    "{": template_line,
    **dict.fromkeys(">", rules_block.blockquote),
    **dict.fromkeys("*-_", rules_block.hr),
}
"""Blocks before which an item of a list ends too. A rule of `*` or `-` is tried before a list."""
_INSIDE: Mapping[str, _Rule] = {
    **dict.fromkeys("*-+0123456789", rules_block.list_block),
    **dict.fromkeys("<", rules_block.html_block),
    **dict.fromkeys("#", rules_block.heading),
}
