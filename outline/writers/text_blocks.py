"""The text of an outline in document order, as the blocks that a reader sees: which leaves share a paragraph, what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from outline.model import Outline, Section, Span

Kind = Literal["title", "salutation", "heading", "paragraph", "furniture"]

_LINE_END = re.compile(r"[\r\n\u2028\u2029\u0085]")
_NO_WORDS = re.compile(r"(?:<[^>]*>|\W|_)*")
_MARKUP = re.compile(r"<[^>]*>|[<>*#`~|_\\\s]+")
"""Signs of HTML and Markdown: what stands between two leaves and is neither is the punctuation that a heading ends with, which is shown."""


@dataclass(slots=True)
class Leaf:
    """A stretch of text: `start` and `end` in code points of the source, and the punctuation that is shown `behind` it.
    `number` counts sections in document order; only a heading has one, and a `level`."""

    kind: Kind
    text: str
    start: int
    end: int
    level: int = 0
    number: int = -1
    behind: str = ""
    text_behind_marker: str = ""
    is_table: bool = False


@dataclass(slots=True)
class Block:
    """Leaves in one paragraph."""

    leaves: list[Leaf] = field(default_factory=list)


def blocks_of(outline: Outline, source: str | None) -> Iterator[Block]:
    """Title, front, sections and closing, with the furniture between them where it stands.

    Without the text that it is the outline of, `source`, every leaf is a block.
    """
    furniture = [Leaf("furniture", span.text, span.start, span.end) for span in outline.furniture]
    at = 0
    block = Block()
    for leaf in sorted(_leaves(outline), key=_start):  # what closes a text may stand before its annexes
        between = furniture[at : _count_before(furniture, leaf.start, at)]
        at += len(between)
        if block.leaves and not (source is not None and not between and _share_a_line(source, block.leaves[-1], leaf)):
            yield block
            block = Block()
        yield from (Block([one]) for one in between)
        at = _count_before(furniture, leaf.end, at)  # what stands inside of the leaf is shown there
        block.leaves.append(leaf)
    if block.leaves:
        yield block
    yield from (Block([one]) for one in furniture[at:])


def _start(leaf: Leaf) -> int:
    return leaf.start


def _count_before(furniture: list[Leaf], end: int, at: int) -> int:
    while at < len(furniture) and furniture[at].end <= end:
        at += 1
    return at


def _share_a_line(source: str, first: Leaf, second: Leaf) -> bool:
    """Whether no line ends between the two; what punctuation stands there is kept with the first."""
    between = source[first.end : max(first.end, second.start)]
    line, *more = _LINE_END.split(between, maxsplit=1)
    words = not _NO_WORDS.fullmatch(line)  # of what is left out here
    first.behind = "" if words else _MARKUP.sub("", line) + _blank_behind(line if not more else "")
    return not (words or more or first.is_table or second.is_table)


def _blank_behind(line: str) -> str:
    """The blank that the `line` ends with: it may be all that parts a heading from its text."""
    return line[-1:] if line[-1:].isspace() else ""


def _leaves(outline: Outline) -> Iterator[Leaf]:
    if outline.title and outline.title.text:
        yield _leaf("title", outline.title)
    for span in outline.front:
        yield _leaf("salutation" if span is outline.salutation else "paragraph", span)
    numbers = iter(range(1 << 62))
    waiting: list[Section | list[Span]] = [outline.closing, *reversed(outline.sections)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            yield from (_leaf("paragraph", span) for span in one if span.text)
            continue
        start = one.marker.start if one.marker else one.heading.start
        yield Leaf(
            "heading",
            one.label_and_heading,
            start,
            max(one.heading.end, start),
            one.level,
            next(numbers),
            "",
            one.heading.text,
        )
        yield from (_leaf("paragraph", span) for span in one.body if span.text)
        waiting += [one.closing, *reversed(one.sections)]


def _leaf(kind: Kind, span: Span) -> Leaf:
    return Leaf(kind, span.text, span.start, span.end, is_table=getattr(span, "kind", "") == "table")
