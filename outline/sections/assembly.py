"""Tree and text → Outline: every section gets its heading and its text, and what frames the sections its place."""

import hashlib
from collections.abc import Iterator
from typing import Any

from outline.model import Marker, Outline, Section, Source, Span
from outline.notation.styles import LEAST_OF_A_SPEECH
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.nesting import Opening
from outline.page.lines import strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import paragraphs, says_something
from outline.sections import frame
from outline.sections.cleaning import clean
from outline.sections.heading_lines import BETWEEN
from outline.sections.headings import heading_ends
from outline.sections.notes import note_guessed, notes

Tree = list[list[Any]]
"""Of every section its opening, then the same of its sub-sections."""
Stretch = tuple[int, int]
"""From where to where, in code points."""


def assemble(page: Page, tree: Tree, name: str) -> Outline:
    """The outline of `page`, validated. The tree is used up."""
    source = page.document.text
    nodes = list(_in_order(tree))
    openings: list[Opening] = [node[0] for node in nodes]
    starts = [*(opening.marker.start for opening in openings), len(page.work)]
    front, limits = frame.front(page, starts[0]), starts[1:]
    stops, guessed = heading_ends(openings, limits, page)
    found = [*notes(openings, page), *note_guessed(openings, stops, guessed), *page.document.notes]
    sections, closing = _sections(page, nodes, openings, stops, limits)
    return Outline(
        source=Source(name, len(source), _sha256(source)),
        title=_span(page, front.title) if front.title else None,
        salutation=_span(page, front.salutation) if front.salutation else None,
        preamble=_spans(page, front.preamble),
        sections=sections,
        closing=_spans(page, closing),
        furniture=[Span(clean(source[start:end]), start, end) for start, end in page.furniture],
        notes=sorted(found, key=lambda note: (note.start, note.code)),
    )


def _sections(
    page: Page, nodes: Tree, openings: list[Opening], stops: list[int], limits: list[int]
) -> tuple[list[Section], list[Stretch]]:
    """The sections of level 1, and the closing of the text. `nodes` of the tree and `openings` are in document order, and used up;
    `stops` are where the headings end, `limits` where the next section begins.

    They are made from the last to the first, so that what stands below a section is there, on top of the stack `made`; and each node
    is let go when its section is made: both together are twice the memory.
    """
    speeches = _ends_of_speeches(openings)
    closings: dict[int, list[Stretch]] = {}
    made: list[Section] = []
    while nodes:
        node, opening = nodes.pop(), openings.pop()
        n = len(nodes)
        heading, body = _heading_and_body(page.work, opening.marker.end, stops[n], limits[n])
        if n in speeches:
            body, closings[speeches[n]] = _without_closing(page, body, opening)
        sections = [made.pop() for _ in node[1:]]
        made.append(_section(page, opening, heading, body, sections, closings.pop(n, [])))
        node.clear()
    return made[::-1], closings.get(_THE_TEXT, [])


_THE_TEXT = -1


def _ends_of_speeches(openings: list[Opening]) -> dict[int, int]:
    """The last section of every speech, and the section that the speech is: both as places in `openings`.

    The last section of all, unless it is in such a speech, ends the text.
    """
    ends: dict[int, int] = {}
    speech = _THE_TEXT
    for n, opening in enumerate(openings):
        if opening.level == 1:
            speech = n if opening.marker.rank < LEAST_OF_A_SPEECH else _THE_TEXT
        is_last = n + 1 == len(openings)
        if is_last or (speech != _THE_TEXT and openings[n + 1].level == 1):
            ends[n] = speech
    return ends


def _section(
    page: Page,
    opening: Opening,
    heading: Stretch,
    body: list[Stretch],
    sections: list[Section],
    closing: list[Stretch],
) -> Section:
    marker = opening.marker
    last = closing or body or [heading]
    return Section(
        level=opening.level,
        marker=Marker(_text(page, marker.start, marker.end), marker.start, marker.end, marker.style, opening.number),
        heading=_span(page, heading),
        body=_spans(page, body),
        sections=sections,
        closing=_spans(page, closing),
        start=marker.start,
        end=sections[-1].end if sections and not closing else last[-1][1],
    )


def _heading_and_body(work: str, start: int, stop: int, limit: int) -> tuple[Stretch, list[Stretch]]:
    """The heading between a marker that ends at `start` and `stop`, and the paragraphs behind it up to `limit`."""
    left, right = strip_blanks(work, start, stop)
    body_start = max(right, start)
    while body_start < limit and work[body_start] in BETWEEN:
        body_start += 1
    body = [(a, b) for a, b in paragraphs(work, body_start, limit) if says_something(work[a:b])]
    return (left, right) if left < right else (start, start), body


def _without_closing(page: Page, body: list[Stretch], opening: Opening) -> tuple[list[Stretch], list[Stretch]]:
    """The `body` of the last section of a speech, which `opening` opens, and the closing that was taken from it."""
    at = frame.closing_start(page, body, inside_paragraph=opening.marker.edge not in (*HEADS_LINE, Edge.BROKEN))
    if at is None:
        return body, []
    n = next(n for n, (_, end) in enumerate(body) if end > at)
    start, end = body[n]
    before = [strip_blanks(page.work, start, at)] if start < at else []
    return [*body[:n], *before], [(at, end), *body[n + 1 :]]


def _spans(page: Page, stretches: list[Stretch]) -> list[Span]:
    return [_span(page, stretch) for stretch in stretches]


def _span(page: Page, stretch: Stretch) -> Span:
    start, end = stretch
    return Span(_text(page, start, end), start, end)


def _text(page: Page, start: int, end: int) -> str:
    """The clean text of a leaf, without the furniture in it."""
    parts, at = [], start
    for a, b in page.furniture_in(start, end):
        parts.append(page.document.text[at:a])
        at = b
    rest = page.document.text[at:end]
    return clean("".join([*parts, rest]) if parts else rest)


def _sha256(text: str) -> str:
    """The hash of `text` in UTF-8, piece by piece: no second copy of a large text is made."""
    digest = hashlib.sha256()
    for start in range(0, len(text), 1 << 16):
        digest.update(text[start : start + (1 << 16)].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _in_order(tree: Tree) -> Iterator[list[Any]]:
    waiting = tree[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node[:0:-1])
