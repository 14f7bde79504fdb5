"""What programs for notes (Obsidian and its like) write beyond Markdown: `[[page|words]]`, `![[picture]]`, `==marked==`, `%%unseen%%` and
` ^name` at the end of a block."""

import re

from markdown_it.rules_inline.state_inline import StateInline

from outline.readers.markdown.extensions import note

_LINK = re.compile(r"!?\[\[(?!\s)([^\[\]|\n]{1,200}\|)?[^\[\]|\n]{1,200}\]\](?![(\[])")
_MARKED = re.compile(r"(?<![A-Za-z0-9_=)\]])==(?=[^\s=])[^=\n]{1,300}(?<=[^\s=])==(?![A-Za-z0-9_=(])")
_UNSEEN = re.compile(r"(?<![0-9%])%%[^%\n]{1,500}%%")
_INLINE_NOTE = re.compile(r"\^\[[^\[\]\n]{1,500}\]")
_NAME = re.compile(r"\^[A-Za-z0-9-]{1,100}[ \t]*(?=\n|\Z)")
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef]")


def note_link(state: StateInline, silent: bool) -> bool:
    """`[[page]]` and `[[page|words]]`, of which the page or the words are seen; `![[picture]]`, of which nothing is."""
    found = _LINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        start, end = found.span()
        if found[0].startswith("!"):
            note(state, start, end)
        else:
            note(state, start, found.end(1) if found[1] else start + len("[["))
            note(state, end - len("]]"), end)
    state.pos = found.end()
    return True


def marked(state: StateInline, silent: bool) -> bool:
    """`==words==`: what is between the signs is read on. Comparisons of programs have no Chinese between them."""
    found = _MARKED.match(state.src, state.pos, state.posMax)
    if not found or not _WIDE.search(found[0]):
        return False
    width, maximum = len("=="), state.posMax
    if not silent:
        note(state, found.start(), found.start() + width)
        note(state, found.end() - width, found.end())
        state.pos, state.posMax = found.start() + width, found.end() - width
        state.md.inline.tokenize(state)
    state.pos, state.posMax = found.end(), maximum
    return True


def unseen(state: StateInline, silent: bool) -> bool:
    """`%%words%%`, `^[a note]` of pandoc, and the name of a block at the end of a line."""
    start = state.pos
    found = _UNSEEN.match(state.src, start, state.posMax) or _INLINE_NOTE.match(state.src, start, state.posMax)
    if not found and start and state.src[start - 1] in " \t":
        found = _NAME.match(state.src, start, state.posMax)
    if not found:
        return False
    if not silent:
        note(state, *found.span())
    state.pos = found.end()
    return True
