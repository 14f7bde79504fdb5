"""What is written in brackets beyond CommonMark: references to footnotes, and the attributes and spans of pandoc and of site generators."""

import re

from markdown_it.rules_inline.state_inline import StateInline

from outline.document import Sign
from outline.readers.markdown.footnote_blocks import REFERENCE

SIGNS, FOOTNOTES = "signs", "footnotes"
"""Where the environment of the parser holds the signs found so far, and the labels of the footnotes."""
ATTRIBUTES = re.compile(r"\{(?:[ ]*[.#-]|[^{}\n=]{1,100}=)[^{}\n]*\}")
"""`{#anchor .class width=50%}` behind a heading, a link, a picture or a span, as pandoc and site generators have them."""


def note(state: StateInline, start: int, end: int, shown: str = "") -> None:
    """Note a sign."""
    state.env[SIGNS].append(Sign(start, end, shown))


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """`[^1]`, if there is such a note."""
    found = REFERENCE.match(state.src, state.pos, state.posMax) if state.src.startswith("[^", state.pos) else None
    if not found or found[1] not in state.env[FOOTNOTES]:
        return False
    state.pos = found.end()
    return True


def attributes_behind(state: StateInline, silent: bool) -> bool:
    """`{width=50%}` behind a link or a picture."""
    start = state.pos
    found = ATTRIBUTES.match(state.src, start, state.posMax) if state.src.startswith("){", start - 1) else None
    if not found or not start:
        return False
    state.pos = found.end()
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[words]{.class}`, `[]{#anchor}`: a span with attributes, as pandoc writes it."""
    start, maximum = state.pos, state.posMax
    if state.src[start] != "[" or state.src.find("]{", start, maximum) < 0:
        return False
    label_end = state.md.helpers.parseLinkLabel(state, start)
    found = ATTRIBUTES.match(state.src, label_end + 1, maximum) if label_end >= 0 else None
    if not found:
        return False
    if not silent:
        note(state, start, start + 1)
        note(state, label_end, found.end())
        state.pos, state.posMax = start + 1, label_end
        state.md.inline.tokenize(state)
    state.pos, state.posMax = found.end(), maximum
    return True
