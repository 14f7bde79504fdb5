"""The blocks of a page of Markdown, by markdown-it-py: its rules, each asked only about lines that begin with a character of its own.

The library asks every rule about every line, and about each line of a paragraph twice.
"""

from collections.abc import Callable, Mapping
from functools import cache

from markdown_it import MarkdownIt, rules_block
from markdown_it.rules_block import StateBlock

from outline.readers.markdown.footnote_blocks import footnote_definition

DEEPEST = 60
"""Quotations, lists and items around a block; what lies deeper is read as text."""

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


_AROUND: Mapping[str, _Rule] = {
    **dict.fromkeys("`~", rules_block.fence),
    **dict.fromkeys(">", rules_block.blockquote),
    **dict.fromkeys("*-_", rules_block.hr),
}
"""Blocks before which an item of a list ends too. A rule of `*` or `-` is tried before a list."""
_INSIDE: Mapping[str, _Rule] = {
    **dict.fromkeys("*-+0123456789", rules_block.list_block),
    **dict.fromkeys("<", rules_block.html_block),
    **dict.fromkeys("#", rules_block.heading),
}
