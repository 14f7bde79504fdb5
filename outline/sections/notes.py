"""Openings → notes: what a reader should know about the numbering.

Silence is the rule. A series that goes on under the next heading (（三） under 一、, （四） under 二、) or starts again at 1 is no
matter; 首先 and 其次 count loosely and are left alone; a number that stands where it should, in whatever dress, is not missing;
what is missing where text was cut away is told once, at the cut.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from outline.language import gettext as _
from outline.notation.marker_parts import parts_of
from outline.numbering.candidates import Candidate
from outline.numbering.lattice import Part
from outline.numbering.openings import DEEPEST, Opening
from outline.numbering.side_lists import side_lists
from outline.page.page import Page
from outline.parts import Note, Parameters
from outline.sections.cut_notes import cut_notes, last_cut_in
from outline.sections.lost_numbers import Lost
from outline.sections.marker_words import bare, written
from outline.sections.series_rows import SPOKEN, Row, rows_of
from outline.sections.series_slips import slips_of
from outline.sections.slip_notes import slip_notes, told_of, told_once
from outline.sections.unread import read_as_text


def notes(openings: list[Opening], candidates: list[Candidate], page: Page) -> list[Note]:
    """Notes for the outline, in document order; offsets are code points of the source. `openings` are what counts of the `candidates`.

    Codes, at the marker: `missing-number`, `repeated-number`, `out-of-order`, `other-dress`, `only-one`, `starts-late`; `read-as-text`
    where a line looks like a point and is none, and in no list beside the text; `doubtful` at the first of a series of which we are not
    sure; `depth-capped` at the first marker that should stand deeper than level 64, and `cut` where text was left out.

    >>> from outline.document import Document
    >>> from outline.numbering.candidates import scan
    >>> from outline.numbering.nesting import nest
    >>> from outline.page.page import lay_out
    >>> page = lay_out(Document("一、提高认识\\n二、抓好落实\\n四、加强领导"))
    >>> candidates = scan(page)
    >>> [(n.code, n.message) for n in notes(nest(candidates, page), candidates, page)]
    [('missing-number', '“四、” follows “二、”: “三、” is missing')]
    """
    points = [opening for opening in openings if opening.marker.is_marker]
    counts = {point.marker.place for point in points}
    markers = [c for c in candidates if c.is_marker]
    if len(markers) > len(counts):
        beside = {place for place, listed in side_lists(candidates).items() if listed.is_plain}
        markers = [c for c in markers if c.place in counts or c.place not in beside]
    rows = rows_of(points)
    slips = [(slip, last_cut_in(slip, page)) for row in rows for slip in slips_of(row)]
    lost = Lost(markers, counts, rows, page)
    order = told_of([slip for slip, cut in slips if cut is None], rows, lost)
    told = {slip.at.place for slip in order}
    repeated = {slip.before.place for slip in order if slip.code == "repeated-number" and slip.before}
    found = [
        *slip_notes(order),
        *_dressed_otherwise(rows),
        *told_once(_only_ones(rows, page, lost, told | repeated), _("{message}; there are {times} such series")),
        *read_as_text(points, markers, told),
        *cut_notes(slips, rows, page),
        *_capped(openings),
        *_doubtful(points),
    ]
    if page.unseen:
        for note in found:
            note.start, note.end = page.unseen.span(note.start, note.end)
    return sorted(found, key=lambda note: (note.start, note.code))


def note_guessed(first: Opening, count: int, start: int, end: int) -> Note:
    """`heading-guessed` at the `first` of `count` sections whose headings run into their bodies without a sign, from its marker on."""
    message = (
        _("nothing shows where the heading of “{marker}” ends: it is a guess")
        if count == 1
        else _("nothing shows where the headings of {count} points end, from “{marker}” on: it is a guess")
    )
    parameters: Parameters = {"marker": bare(first.marker), "count": count}
    return Note("heading-guessed", message.format(**parameters), start, end, parameters)


_DRESSED_ALIKE = ("han", "paren", "digit")
"""Groups of styles of which one series wears one; 第一要 … 第二是 changes its form as a matter of style."""


def _dressed_otherwise(rows: Iterable[Row]) -> Iterator[Note]:
    for row in rows:
        kinds = [opening.marker.kind for opening in row.openings]
        if len(set(kinds)) == 1:
            continue
        usual, _times = Counter(kinds).most_common(1)[0]
        for opening in row.openings:
            is_alike = opening.marker.kind != "BARE" and opening.marker.group in _DRESSED_ALIKE
            if opening.marker.kind != usual and is_alike:
                brother = next(o.marker for o in row.openings if o.marker.kind == usual)
                parameters: Parameters = {"marker": bare(opening.marker), "usual": bare(brother)}
                message = _("“{marker}” is written otherwise than “{usual}”").format(**parameters)
                yield _at(opening.marker, "other-dress", message, parameters)


def _only_ones(rows: list[Row], page: Page, lost: Lost, told: set[int]) -> Iterator[tuple[Candidate, Note]]:
    """Points without a brother; where text was cut away, the first was said in other words, or the second stands in the next chapter, they
    say nothing of the writer."""
    goes_on = {row.openings[0].marker.family for row in rows if row.openings[0].number == 2}
    for row in rows:
        opening = row.openings[0]
        if len(row.openings) > 1 or opening.number != 1 or opening.marker.kind in SPOKEN:
            continue
        following = bisect_left(page.cuts, opening.marker.end)
        explained = opening.marker.place in told or following < len(page.cuts) or lost.lists_on(opening.marker)
        explained = explained or opening.marker.family in goes_on or _is_lettered_annex(opening.marker)
        if not explained and parts_of(bare(opening.marker))[1]:
            message = _("there is a “{marker}”, but no “{next}” behind it")
            parameters: Parameters = {"marker": bare(opening.marker), "next": written(opening.marker, 2)}
            yield opening.marker, _at(opening.marker, "only-one", message.format(**parameters), parameters)


def _is_lettered_annex(marker: Candidate) -> bool:
    """附录A, which a standard calls so though it has no 附录B (GB/T 1.1-2009, 5.2.7)."""
    numeral = parts_of(bare(marker))[1]
    return marker.kind == "ANNEX" and numeral.isascii() and numeral.isalpha()


_DOUBTFUL = 0.75
"""Sections with less confidence are told of: a third of those that are read in texts nobody has seen are wrong."""


def _doubtful(openings: Iterable[Opening]) -> Iterator[Note]:
    """At most one note for each series, which says what else the first doubtful one could be."""
    told: set[int] = set()
    for opening in openings:
        if opening.confidence < _DOUBTFUL and opening.series not in told:
            told.add(opening.series)
            parameters: Parameters = {"marker": bare(opening.marker), "confidence": round(opening.confidence, 2)}
            if opening.instead and opening.instead.parent:
                parameters["other_parent"] = bare(opening.instead.parent)
            message = _doubt(opening.instead).format(**parameters)
            yield _at(opening.marker, "doubtful", message, parameters)


def _doubt(instead: Part | None) -> str:
    if instead is None or instead.is_text:
        return _("“{marker}” is doubtful ({confidence:.2f}): it may number nothing")
    if instead.parent:
        return _("“{marker}” is doubtful ({confidence:.2f}): it may stand in “{other_parent}”")
    return _("“{marker}” is doubtful ({confidence:.2f}): it may stand at the top")


def _at(place: Candidate, code: str, message: str, parameters: Parameters) -> Note:
    return Note(code, message, place.start, place.end, parameters)


def _capped(openings: list[Opening]) -> Iterator[Note]:
    """At most one note: at the deepest level, a series between two neighbours of another one was flattened."""
    last: dict[int, int] = {}
    for index, opening in enumerate(openings):
        if opening.level == DEEPEST:
            if last.get(opening.series, index - 1) < index - 1:
                inner = openings[last[opening.series] + 1].marker
                parameters: Parameters = {"marker": bare(inner), "limit": DEEPEST}
                message = _("“{marker}” should stand deeper than level {limit}, the limit").format(**parameters)
                yield _at(inner, "depth-capped", message, parameters)
                return
            last[opening.series] = index
