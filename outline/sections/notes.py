"""Openings → notes: what a reader should know about the numbering.

Silence is the rule. A series that goes on under the next heading (（三） under 一、, （四） under 二、) or starts again at 1 is no
matter; 首先 and 其次 count loosely and are left alone; a number that stands where it should, in whatever dress, is not missing;
what is missing where text was cut away is told once, at the cut.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from outline.model import Note, Parameters
from outline.notation import numerals
from outline.numbering.candidates import Candidate
from outline.numbering.lattice import Part
from outline.numbering.nesting import DEEPEST, Opening
from outline.page.page import Page
from outline.page.paragraphs import paragraphs
from outline.sections.cut_notes import cut_notes, last_cut_in
from outline.sections.series_gaps import Gap, Row, bare, counts_with, gaps_of, rows_of
from outline.sections.unread import read_as_text

_SPOKEN = ("ORDINAL_COUNTED", "ORDINAL", "ORDINAL_VERB", "AMONG", "NUMERAL_IS", "NUMERAL_VERB")
"""Styles whose first point is often said in other words: 首先，…第二，…"""
_NEAR = 4000
"""Code points before a marker in which the one it counts on from is looked for."""


def notes(openings: list[Opening], candidates: list[Candidate], page: Page) -> list[Note]:
    """Notes for the outline, in document order; offsets are code points of the source. `openings` are what counts of the `candidates`.

    Codes, at the marker: `missing-number`, `repeated-number`, `out-of-order`, `other-dress`, `only-one`, `starts-late`; `read-as-text`
    where a line looks like a point and is none; `doubtful` at the first of a series of which we are not sure; `depth-capped` at the first
    marker that should stand deeper than level 64, and `cut` where text was left out.

    >>> from outline.document import Document
    >>> from outline.numbering.candidates import scan
    >>> from outline.numbering.nesting import nest
    >>> from outline.page.page import lay_out
    >>> page = lay_out(Document("一、提高认识\\n二、抓好落实\\n四、加强领导"))
    >>> candidates = scan(page)
    >>> [(n.code, n.message) for n in notes(nest(candidates, page), candidates, page)]
    [('missing-number', '“四、” follows “二、”: number 3 is missing')]
    """
    points = [opening for opening in openings if opening.marker.is_marker]
    rows, starts = rows_of(points), {point.marker.start for point in points}
    gaps = [(gap, last_cut_in(gap, page)) for row in rows for gap in gaps_of(row)]
    found = [
        _at(gap.after, gap.code, gap.message, **gap.parameters)
        for gap, cut in gaps
        if cut is None and _is_worth_telling(gap, page, starts)
    ]
    found += [
        *_repeated(rows),
        *_dressed_otherwise(rows),
        *_only_ones(rows, page),
        *read_as_text(points, [c for c in candidates if c.is_marker]),
        *cut_notes(gaps, rows, page),
        *_capped(openings),
        *_doubtful(points),
    ]
    return sorted(found, key=lambda note: (note.start, note.code))


def note_guessed(openings: list[Opening], stops: list[int], guessed: list[int]) -> Iterator[Note]:
    """At most one note, `heading-guessed`, at the first of the sections whose headings run into their bodies without a sign.

    `stops` are where the headings end, `guessed` the places of those sections among the `openings`.
    """
    if guessed:
        first = min(guessed)
        several = f", and of {len(guessed) - 1} more" if len(guessed) > 1 else ""
        message = f"nothing shows where the heading of “{bare(openings[first].marker)}” ends{several}: it is a guess"
        parameters: Parameters = {"marker": bare(openings[first].marker), "count": len(guessed)}
        yield Note("heading-guessed", message, openings[first].marker.start, stops[first], parameters)


def _is_worth_telling(gap: Gap, page: Page, points: set[int]) -> bool:
    if gap.code == "starts-late" and gap.after.kind in _SPOKEN and len(gap.missing) == 1:
        return False
    start = max(gap.start, gap.after.start - _NEAR)
    looked_for = gap.missing if gap.code == "missing-number" else gap.missing[-1:]
    return not any(_stands_there(number, gap.after, page.work, start, points) for number in looked_for)


def _stands_there(number: int, after: Candidate, work: str, start: int, points: set[int]) -> bool:
    """Does `number` stand before the marker `after`, in its dress or at the head of a paragraph where none of the `points` begins, though
    it was not taken for a marker?"""
    text = "".join(c for c in after.page.work[after.start : after.end] if c.isprintable() and not c.isspace())
    spans = [at for at, c in enumerate(text) if numerals.kind(c)]
    dress = text[: spans[0]], text[spans[-1] + 1 :]
    if any(
        f"{dress[0]}{numeral}{dress[1]}" in work[start : after.start]
        for numeral in (str(number), numerals.in_chinese(number))
    ):
        return True
    return any(
        a not in points and _leading_number(work, a, b) == number for a, b in paragraphs(work, start, after.start)
    )


def _leading_number(work: str, start: int, end: int) -> int | None:
    stop = start
    while stop < end and numerals.kind(work[stop]):
        stop += 1
    return numerals.value(work[start:stop])


def _repeated(rows: Iterable[Row]) -> Iterator[Note]:
    for one, other in (pair for row in rows for pair in pairwise(row.openings)):
        if other.number == one.number and counts_with(one, other):
            message = f"“{bare(other.marker)}” repeats number {other.number}"
            yield _at(other.marker, "repeated-number", message, marker=bare(other.marker), number=other.number)
        elif other.number < one.number and counts_with(one, other):
            message = f"“{bare(other.marker)}” stands behind “{bare(one.marker)}”"
            yield _at(other.marker, "out-of-order", message, marker=bare(other.marker), before=bare(one.marker))


_DRESSED_ALIKE = ("han", "paren", "digit")
"""Groups of styles of which one series wears one; 第一要 … 第二是 changes its form as a matter of style."""


def _dressed_otherwise(rows: Iterable[Row]) -> Iterator[Note]:
    for row in rows:
        usual, _ = Counter(opening.marker.kind for opening in row.openings).most_common(1)[0]
        for opening in row.openings:
            if opening.marker.kind != usual and opening.marker.group in _DRESSED_ALIKE and len(row.openings) > 1:
                brother = next(o.marker for o in row.openings if o.marker.kind == usual)
                message = f"“{bare(opening.marker)}” is written otherwise than “{bare(brother)}”"
                yield _at(opening.marker, "other-dress", message, marker=bare(opening.marker), usual=bare(brother))


def _only_ones(rows: Iterable[Row], page: Page) -> Iterator[Note]:
    """Points without a brother; where text was cut away, or the first was said in other words, they say nothing of the writer."""
    for row in rows:
        opening = row.openings[0]
        alone = len(row.openings) == 1 and opening.number == 1 and opening.marker.kind not in _SPOKEN
        following = bisect_left(page.cuts, opening.marker.end)
        if alone and following == len(page.cuts):
            message = f"nothing counts on behind “{bare(opening.marker)}”"
            yield _at(opening.marker, "only-one", message, marker=bare(opening.marker))


_DOUBTFUL = 0.75
"""Sections with less confidence are told of: a third of those that are read in texts nobody has seen are wrong."""


def _doubtful(openings: Iterable[Opening]) -> Iterator[Note]:
    """At most one note for each series, which says what else the first doubtful one could be."""
    told: set[int] = set()
    for opening in openings:
        if opening.confidence < _DOUBTFUL and opening.series not in told:
            told.add(opening.series)
            message = (
                f"“{bare(opening.marker)}” is doubtful ({opening.confidence:.2f}): it may {_otherwise(opening.instead)}"
            )
            sure = round(opening.confidence, 2)
            yield _at(opening.marker, "doubtful", message, marker=bare(opening.marker), confidence=sure)


def _otherwise(instead: Part | None) -> str:
    if instead is None or instead.is_text:
        return "number nothing"
    return f"stand in “{bare(instead.parent)}”" if instead.parent else "stand at the top"


def _at(place: Candidate, code: str, message: str, **parameters: str | int | float) -> Note:
    return Note(code, message, place.start, place.end, parameters)


def _capped(openings: list[Opening]) -> Iterator[Note]:
    """At most one note: at the deepest level, a series between two neighbours of another one was flattened."""
    last: dict[int, int] = {}
    for index, opening in enumerate(openings):
        if opening.level == DEEPEST:
            if last.get(opening.series, index - 1) < index - 1:
                inner = openings[last[opening.series] + 1].marker
                message = f"“{bare(inner)}” should stand deeper than level {DEEPEST}, the limit"
                yield _at(inner, "depth-capped", message, marker=bare(inner), limit=DEEPEST)
                return
            last[opening.series] = index
