"""How markers are dressed: of one width throughout, and with the punctuation that the standards ask for."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from outline.checking.habits import SINGLE, told, without_blanks
from outline.checking.marker_writing import FULL_SIGNS, HALF_SIGNS, is_of_two_widths
from outline.language import gettext as _
from outline.model import Marker, Note, Outline, Parameters
from outline.notation.marker_parts import parts_of, with_number
from outline.notation.standard_forms import standard_form
from outline.notation.styles import is_for_running_text

_FULL = FULL_SIGNS | frozenset("０１２３４５６７８９")
_HALF = HALF_SIGNS | frozenset("0123456789")


def mixed_width(outline: Outline) -> Iterator[Note]:
    """`mixed-width` where markers of one style are of full width in one place and of half width in another: （一） and (二).

    Told at each of the fewer, or once, at the first of them, if there are many; what is of two widths in itself, （一), is told of first.
    """
    styles: dict[str, list[Marker]] = {}
    for section in outline.walk():
        if section.marker and _width(section.marker):
            styles.setdefault(section.marker.style, []).append(section.marker)
    for markers in styles.values():
        whole = [marker for marker in markers if not is_of_two_widths(marker.text)] or markers
        usual, _times = Counter(map(_width, whole)).most_common(1)[0]
        fellow = next(marker for marker in markers if _width(marker) == usual)
        others = [marker for marker in markers if _width(marker) != usual]
        message = _("“{marker}” is of another width than “{usual}”")
        yield from _told(others, "mixed-width", message, {"usual": without_blanks(fellow)})


def _width(marker: Marker) -> tuple[str, ...]:
    return _widths(marker.text)


@lru_cache(maxsize=4096)
def _widths(text: str) -> tuple[str, ...]:
    """The widths of the signs around the numeral, and of its digits; what comes in one width only says nothing."""
    before, numeral, after = parts_of(text)
    return tuple(
        f"{name} {'full' if some & _FULL else ''}{'half' if some & _HALF else ''}"
        for name, some in (("signs", {*before, *after}), ("digits", {*numeral}))
        if some & (_FULL | _HALF)
    )


def marker_punctuation(outline: Outline) -> Iterator[Note]:
    """`marker-punctuation` where a marker has another sign behind it than those beside it; and where a series has one throughout that
    GB/T 9704-2012 (7.3.3) and GB/T 15834-2011 do not give it, which is told once for each form: 一、 （一） 1. （1） ① 第一，."""
    told_otherwise = {note.start for note in outline.notes if note.code == "other-dress"}
    habits: dict[str, list[Marker]] = {}
    message = _("the usual form of “{marker}” is “{usual}”")
    for series in _series(outline):
        for alike in _differing_in_signs(series):
            counts = Counter(marker.style for marker in alike)
            usual = max(counts, key=lambda style: (counts[style], not standard_form(style)))
            if standard_form(usual):
                wearers = [one for one in alike if one.style == usual and not one.text.startswith(("0", "０"))]
                habits.setdefault(usual, []).extend(wearers)
            others = [one for one in alike if one.style != usual and one.start not in told_otherwise]
            fellow = next(one for one in alike if one.style == usual)
            for few in [others] if len(others) > SINGLE else [[one] for one in others]:
                other = with_number(without_blanks(fellow), few[0].number, fellow.style)
                yield from _told(few, "marker-punctuation", message, {"usual": other})
    for style, markers in habits.items():
        other = with_number(standard_form(style), markers[0].number) if markers else ""
        yield from _told(markers, "marker-punctuation", message, {"usual": other}, once=True)


def _differing_in_signs(series: list[Marker]) -> Iterator[list[Marker]]:
    """The markers of a series in groups that only their signs tell apart: 一、 and 二., not 一、 and 二是. Where the numbers begin anew, so
    do they: the next list may be dressed as it likes."""
    groups: dict[str, list[list[Marker]]] = {}
    for marker in series:
        before, numeral, after = parts_of(marker.style)
        words = "".join(filter(str.isalnum, after))
        if numeral and not (words and is_for_running_text(marker.style)):
            lists = groups.setdefault(f"{before} {numeral} {words}", [])
            if not lists or (marker.number == 1 and len(lists[-1]) > 1 and lists[-1][-1].number > 1):
                lists.append([])
            lists[-1].append(marker)
    for lists in groups.values():
        yield from lists


def _series(outline: Outline) -> Iterator[list[Marker]]:
    """The markers that stand beside each other."""
    waiting = [outline.sections]
    while waiting:
        sections = waiting.pop()
        yield [section.marker for section in sections if section.marker]
        waiting += [section.sections for section in reversed(sections) if section.sections]


def _told(
    markers: list[Marker], code: str, message: str, parameters: Parameters, once: bool | None = None
) -> Iterator[Note]:
    """A note at each of the markers, or one at the first, which says how many there are."""
    if once is None:
        once = len(markers) > SINGLE
    for marker in markers[:1] if once else markers:
        found: Parameters = {"marker": without_blanks(marker), **parameters}
        times = len(markers) if once else 1
        yield told(code, message.format(**found), marker.start, marker.end, found, times)
