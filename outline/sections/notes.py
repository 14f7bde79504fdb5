"""Openings → notes: what a reader should know about the numbering.

Silence is the rule. A series that goes on under the next heading (（三） under 一、, （四） under 二、) or starts again at 1 is no
matter; 首先 and 其次 count loosely and are left alone; a number that stands where it should, in whatever dress, is not missing;
what is missing where text was cut away is told once, at the cut.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from outline.model import Note
from outline.notation import numerals
from outline.numbering.candidates import Candidate
from outline.numbering.links import FAR, reach
from outline.numbering.nesting import DEEPEST, Opening
from outline.page.fillers import STOP
from outline.page.layout import Layout, paragraphs, strip_blanks

_COUNT_LOOSELY = ("SEQUENCE", "ASPECT")
_SPOKEN = ("ORDINAL_COUNTED", "ORDINAL", "ORDINAL_VERB", "AMONG", "NUMERAL_IS", "NUMERAL_VERB")
"""Styles whose first point is often said in other words: 首先，…第二，…"""
_NEAR = 4000
"""Code points before a marker in which the one it counts on from is looked for."""


class _Row(NamedTuple):
    """A series that counts strictly; `continues` one that stands elsewhere."""

    openings: list[Opening]
    continues: bool


class _Gap(NamedTuple):
    """Numbers that are not there between `start` and the marker `after` them."""

    code: str
    message: str
    start: int
    after: Candidate
    missing: range


def notes(openings: list[Opening], layout: Layout) -> list[Note]:
    """Notes for the outline, in document order; offsets are code points of the source.

    Codes: `missing-number`, `repeated-number`, `starts-late` (at the marker), `depth-capped` (at the first marker that should stand
    deeper than level 64) and `cut` (where text was left out).

    >>> from outline.document import Document
    >>> from outline.numbering.candidates import scan
    >>> from outline.numbering.nesting import nest
    >>> from outline.numbering.series import find_series
    >>> from outline.page.layout import lay_out
    >>> layout = lay_out(Document("一、提高认识\\n二、抓好落实\\n四、加强领导"))
    >>> [(n.code, n.message) for n in notes(nest(find_series(list(scan(layout)), layout), layout), layout)]
    [('missing-number', '“四、” follows “二、”: number 3 is missing')]
    """
    rows = _rows(openings)
    gaps = [(gap, _last_cut_in(gap, layout)) for row in rows for gap in _gaps(row)]
    found = [
        _at(gap.after, gap.code, gap.message) for gap, cut in gaps if cut is None and _is_worth_telling(gap, layout)
    ]
    found += [*_repeated(rows), *_cuts(gaps, rows, layout), *_capped(openings)]
    return sorted(found, key=lambda note: (note.start, note.code))


def note_guessed(openings: list[Opening], stops: list[int], guessed: list[int]) -> Iterator[Note]:
    """At most one note, `heading-guessed`, at the first of the sections whose headings run into their bodies without a sign.

    `stops` are where the headings end, `guessed` the places of those sections among the `openings`.
    """
    if guessed:
        first = min(guessed)
        several = f", and of {len(guessed) - 1} more" if len(guessed) > 1 else ""
        message = f"nothing shows where the heading of “{_bare(openings[first].marker)}” ends{several}: it is a guess"
        yield Note("heading-guessed", message, openings[first].marker.start, stops[first])


def _rows(openings: list[Opening]) -> list[_Row]:
    """The series that count strictly, in the order of their first members."""
    rows: dict[int, _Row] = {}
    countable: dict[str, set[int]] = {}  # the numbers a series of the family may begin with
    for opening in openings:
        begins = countable.setdefault(opening.marker.family, set())
        if opening.series not in rows:
            rows[opening.series] = _Row([], opening.number in begins)
            begins.add(opening.number)  # beginning late again is told once
        rows[opening.series].openings.append(opening)
        begins.add(opening.number + 1)
    return [row for row in rows.values() if row.openings[0].marker.kind not in _COUNT_LOOSELY]


def _gaps(row: _Row) -> Iterator[_Gap]:
    first = row.openings[0]
    if first.number > 1 and not row.continues:
        message = f"“{_bare(first.marker)}” opens a series: {_numbers(range(1, first.number))} missing before it"
        yield _Gap("starts-late", message, 0, first.marker, range(1, first.number))
    for one, other in pairwise(row.openings):
        missing = range(one.number + 1, other.number)
        if missing:
            message = f"“{_bare(other.marker)}” follows “{_bare(one.marker)}”: {_numbers(missing)} missing"
            yield _Gap("missing-number", message, one.marker.end, other.marker, missing)


def _numbers(missing: range) -> str:
    return f"number {missing[0]} is" if len(missing) == 1 else f"numbers {missing[0]} to {missing[-1]} are"


def _bare(marker: Candidate) -> str:
    """The marker without the blanks in it."""
    return "".join(c for c in marker.text if c.isprintable() and not c.isspace())


def _is_worth_telling(gap: _Gap, layout: Layout) -> bool:
    if gap.code == "starts-late" and gap.after.kind in _SPOKEN and len(gap.missing) == 1:
        return False
    start = max(gap.start, gap.after.start - _NEAR)
    looked_for = gap.missing if gap.code == "missing-number" else gap.missing[-1:]
    return not any(_stands_there(number, gap.after, layout.work, start) for number in looked_for)


def _stands_there(number: int, after: Candidate, work: str, start: int) -> bool:
    """Does `number` stand before the marker `after`, in its dress or at the head of a paragraph, though it was not taken for a marker?"""
    text = _bare(after)
    spans = [at for at, c in enumerate(text) if numerals.kind(c)]
    dress = text[: spans[0]], text[spans[-1] + 1 :]
    if any(
        f"{dress[0]}{numeral}{dress[1]}" in work[start : after.start]
        for numeral in (str(number), numerals.in_chinese(number))
    ):
        return True
    return any(_leading_number(work, *paragraph) == number for paragraph in paragraphs(work, start, after.start))


def _leading_number(work: str, start: int, end: int) -> int | None:
    stop = start
    while stop < end and numerals.kind(work[stop]):
        stop += 1
    return numerals.value(work[start:stop])


def _repeated(rows: Iterable[_Row]) -> Iterator[Note]:
    for row in rows:
        for one, other in pairwise(row.openings):
            if one.number == other.number:
                yield _at(other.marker, "repeated-number", f"“{_bare(other.marker)}” repeats number {other.number}")


def _at(marker: Candidate, code: str, message: str) -> Note:
    return Note(code, message, marker.start, marker.end)


def _last_cut_in(gap: _Gap, layout: Layout) -> int | None:
    before = bisect_right(layout.cuts, gap.after.start)
    return layout.cuts[before - 1] if before and layout.cuts[before - 1] >= gap.start else None


def _cuts(gaps: list[tuple[_Gap, int | None]], rows: list[_Row], layout: Layout) -> Iterator[Note]:
    """A note for every omission that the page tells of in so many words, and for every other cut that took a marker along."""
    evidence: dict[int, str] = {}
    for gap, cut in gaps:
        if cut is not None:
            evidence.setdefault(_as_marked(cut, layout), gap.message)
    for marker in (row.openings[0].marker for row in rows if len(row.openings) == 1 and row.openings[0].number == 1):
        following = bisect_left(layout.cuts, marker.end)
        if following < len(layout.cuts) and layout.cuts[following] - marker.end <= reach(marker):
            evidence.setdefault(_as_marked(layout.cuts[following], layout), f"nothing follows on “{_bare(marker)}”")
    omissions = {start: end for start, end in layout.furniture if layout.work.startswith(STOP, start)}
    for cut in sorted({*omissions, *evidence}):
        start, end = (cut, omissions[cut]) if cut in omissions else _last_character(cut, layout)
        marked = cut in omissions or cut in layout.marked_cuts
        message = "text was left out here" if marked else "the text breaks off here in the middle of a sentence"
        yield Note("cut", "; ".join([message, *filter(None, [evidence.get(cut)])]), start, end)


def _as_marked(cut: int, layout: Layout) -> int:
    """The cut of which the page tells just behind the broken sentence at `cut`, or `cut`."""
    following = bisect_left(layout.marked_cuts, cut)
    if following < len(layout.marked_cuts):
        marked = layout.marked_cuts[following]
        left, right = strip_blanks(layout.work, cut, marked)
        return marked if left == right else cut
    return cut


def _last_character(cut: int, layout: Layout) -> tuple[int, int]:
    """What stands just before a cut that leaves no trace of its own."""
    start = max(cut - FAR, 0)
    _, end = strip_blanks(layout.work, start, cut)
    return max(end - 1, start), end


def _capped(openings: list[Opening]) -> Iterator[Note]:
    """At most one note: at the deepest level, a series between two neighbours of another one was flattened."""
    last: dict[int, int] = {}
    for index, opening in enumerate(openings):
        if opening.level == DEEPEST:
            if last.get(opening.series, index - 1) < index - 1:
                inner = openings[last[opening.series] + 1].marker
                yield _at(
                    inner, "depth-capped", f"“{_bare(inner)}” should stand deeper than level {DEEPEST}, the limit"
                )
                return
            last[opening.series] = index
