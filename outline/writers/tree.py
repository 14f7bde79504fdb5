"""The outline as a tree of box characters: plain text, one line a section, never cut off."""

import io
from collections.abc import Iterator

from outline.bare import AnyOutline
from outline.parts import Section, Span
from outline.writers.visible import lines_of, visible

Piece = tuple[str, str]
"""What a stretch of a line is (a key of `_COLOURS`) and its text."""

_COLOURS = {
    "guide": "dim",
    "title": "bold",
    "marker": "cyan",
    "heading": "",
    "offsets": "dim",
    "confidence": "dim",
    "paragraph": "dim",
}


def to_tree(outline: AnyOutline, offsets: bool = False, confidence: bool = False) -> str:
    """The tree, a line break at the end of each line. With `offsets`, each section shows its `[start:end]`, with `confidence` how sure it
    is, as `(0.98)`."""
    return "".join("".join(text for _, text in line) + "\n" for line in _lines(outline, offsets, confidence))


def to_coloured_tree(outline: AnyOutline, offsets: bool = False, confidence: bool = False) -> str:
    """The tree for a terminal: the same text as `to_tree`, with the escape sequences for colour between it."""
    from rich.console import Console
    from rich.text import Text

    drawn = io.StringIO()
    console = Console(file=drawn, force_terminal=True, legacy_windows=False)
    for line in _lines(outline, offsets, confidence):
        text = Text.assemble(*((piece, _COLOURS[kind]) for kind, piece in line))
        console.print(text, soft_wrap=True, crop=False, overflow="ignore")
    return drawn.getvalue()


def _lines(outline: AnyOutline, offsets: bool, confidence: bool) -> Iterator[list[Piece]]:
    yield [("title", visible(outline.title.text if outline.title else outline.source.name) or "(no title)")]
    yield from _paragraphs("", outline.front, bool(outline.sections or outline.closing))
    waiting = _branches("", outline.sections, outline.closing)
    while waiting:
        prefix, last, branch = waiting.pop()
        guide = ("guide", prefix + ("└─ " if last else "├─ "))
        if isinstance(branch, Span):
            first, *more = lines_of(branch)
            yield [guide, ("paragraph", first)]
            inner = prefix + ("   " if last else "│  ")
            yield from ([("guide", inner), ("paragraph", line)] for line in more)
            continue
        yield [guide, *_heading(branch, offsets, confidence)]
        inner = prefix + ("   " if last else "│  ")
        yield from _paragraphs(inner, branch.body, bool(branch.sections or branch.closing))
        waiting.extend(_branches(inner, branch.sections, branch.closing))


def _branches(prefix: str, sections: list[Section], closing: list[Span]) -> list[tuple[str, bool, Section | Span]]:
    """What hangs from one place, last first: a stack to take the first from. A closing follows the sections it closes."""
    backwards: list[Section | Span] = [*reversed(closing), *reversed(sections)]
    return [(prefix, place == 0, branch) for place, branch in enumerate(backwards)]


def _heading(section: Section, offsets: bool, confidence: bool) -> Iterator[Piece]:
    if section.marker:
        yield "marker", visible(section.marker.text)
    if section.heading.text:
        yield "heading", (" " if section.marker else "") + visible(section.heading.text)
    if offsets:
        yield "offsets", f" [{section.start}:{section.end}]"
    if confidence:
        yield "confidence", f" ({section.confidence:.2f})"


def _paragraphs(prefix: str, paragraphs: list[Span], more_below: bool) -> Iterator[list[Piece]]:
    guide = ("guide", prefix + ("│  " if more_below else "   "))
    for line in (line for paragraph in paragraphs for line in lines_of(paragraph)):
        yield [guide, ("paragraph", line)]
