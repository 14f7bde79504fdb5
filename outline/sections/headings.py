"""Where a heading ends, and where its body begins."""

import re
from collections.abc import Iterable, Iterator
from statistics import median

from outline.lexicon.titles import title_in_line
from outline.notation.styles import A_SPEECH, GLUED_AT_MOST, LEAST_OF_A_SPEECH, LEAST_OF_RUNNING_TEXT
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.nesting import Opening
from outline.page.fold import LINE_BLANKS, NOTHING
from outline.page.page import Page
from outline.sections.glued import LONGEST_HEADING, NO_PAIRS, Boundary, Pairs, likeliest_boundary, odds_of
from outline.sections.heading_lines import heading_end

_LEAST_ODDS, _LEAST_ODDS_OF_ONE, _IMPOSSIBLE = -0.8, -3.0, -9.0
_LEAST_ODDS_AT_LINE_END = 1.0
_LINE_END = re.compile(rf"[{LINE_BLANKS}]*(?:\n|\Z)")


def heading_ends(openings: list[Opening], limits: list[int], page: Page) -> tuple[list[int], list[int]]:
    """Where the heading of every section ends, before its closing punctuation and its limit, where the next section begins: offsets in code
    points. And the places of the sections whose headings run into their bodies without a sign, so that where they end is a guess."""
    work = page.work
    ends = [heading_end(work, o.marker, limit) for o, limit in zip(openings, limits, strict=True)]
    for n, opening in enumerate(openings):
        if opening.marker.rank == A_SPEECH and not _LINE_END.match(work, ends[n]):
            title = title_in_line(work, opening.marker.end, ends[n])  # the heading of a speech is its title
            ends[n] = title[1] if title else ends[n]
    pairs, guessed = Pairs(work), []
    for n, opening in enumerate(openings):
        broken = _at_line_end(page, opening.marker, ends[n], pairs)
        if broken is not None:
            ends[n] = broken
            guessed.append(n)
    for members in _series_inside_paragraphs(openings):
        for n, boundary in _glued(work, pairs, [(n, openings[n].marker.end, ends[n]) for n in members]):
            ends[n] = boundary
            guessed.append(n)
    return ends, guessed


def _series_inside_paragraphs(openings: list[Opening]) -> Iterator[list[int]]:
    """The series that could have lost their line breaks: those of a style that heads lines, most of whose members do not.

    Where most points of the styles at home on lines kept theirs, none has lost one.
    """
    if _most_head_lines([o.marker for o in openings if LEAST_OF_A_SPEECH <= o.marker.rank < LEAST_OF_RUNNING_TEXT]):
        return
    series: dict[int, list[int]] = {}
    for n, opening in enumerate(openings):
        if LEAST_OF_A_SPEECH <= opening.marker.rank <= GLUED_AT_MOST:
            series.setdefault(opening.series, []).append(n)
    for members in series.values():
        if not _most_head_lines([openings[n].marker for n in members]):
            yield members


def _most_head_lines(markers: list[Candidate]) -> bool:
    return bool(markers) and 2 * sum(m.edge in (*HEADS_LINE, Edge.BROKEN) for m in markers) >= len(markers)


def _glued(work: str, pairs: Pairs, sentences: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The members (n, start, stop) of a series whose headings are glued to their bodies, with the offsets where these end.

    Headings of one series are glued alike: the series decides whether they are, each member where.
    """
    if not _may_be_glued(likeliest_boundary(work, start, stop, NO_PAIRS) for _, start, stop in sentences):
        return  # nothing that often stands together can make a boundary likelier
    found = {n: likeliest_boundary(work, start, stop, pairs.around(start)) for n, start, stop in sentences}
    if _may_be_glued(found.values()):
        yield from ((n, b.offset) for n, b in found.items() if b and b.odds > _LEAST_ODDS_OF_ONE)


def _may_be_glued(boundaries: Iterable[Boundary | None]) -> bool:
    return median(boundary.odds if boundary else _IMPOSSIBLE for boundary in boundaries) > _LEAST_ODDS


def _at_line_end(page: Page, marker: Candidate, end: int, pairs: Pairs) -> int | None:
    """Where the heading ends if it filled its line, and the paragraph behind it was joined to it though nothing shows where it begins."""
    work, start = page.work, marker.end
    joins = page.joins_in(start, end) if marker.edge in HEADS_LINE else ()
    sentence = work[start:end].replace(NOTHING, "") if joins else ""
    for join, _ in joins:
        at = len(work[start:join].replace(NOTHING, ""))
        if at >= LONGEST_HEADING:
            break
        if odds_of(sentence, at, pairs.around(start)) > _LEAST_ODDS_AT_LINE_END:
            return join
    return None
