"""The rules drawn on a page, upright ones and level ones (ISO 32000-1, 8.5: path objects)."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

MOST, MOST_SHAPES = 2_000, 5_000
"""Rules of a page, and shapes of any kind: where there are more, they are a drawing or a map."""

_THICKEST, _SHORTEST, _MOST_CORNERS = 2.5, 6.0, 200
_TOUCHING = 2.5


class Rule(NamedTuple):
    """Where a rule lies, in points: `at` is its distance from the left edge of the page if it is upright, or its height; it reaches from
    `start` to `end` along the other direction."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of a page; those that go on in each other are one."""

    upright: list[Rule]
    level: list[Rule]


NONE = Rules([], [])


def rules_of(page: pdfium.PdfPage, edge: float) -> Rules:
    """The rules of a page whose left edge is at `edge`; none where there are too many."""
    upright: list[Rule] = []
    level: list[Rule] = []
    for shapes, drawn in enumerate(_shapes_of(page), 1):
        for left, bottom, right, top in _pieces_of(drawn):
            if right - left <= _THICKEST < _SHORTEST <= top - bottom:
                upright.append(Rule((left + right) / 2 - edge, bottom, top))
            elif top - bottom <= _THICKEST < _SHORTEST <= right - left:
                level.append(Rule((bottom + top) / 2, left - edge, right - edge))
        if shapes > MOST_SHAPES or len(upright) + len(level) > MOST:
            return NONE
    return Rules(_merged(upright), _merged(level))


def _shapes_of(page: pdfium.PdfPage) -> Iterator[pdfium_c.FPDF_PAGEOBJECT]:
    for number in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium_c.FPDFPage_GetObject(page.raw, number)
        if pdfium_c.FPDFPageObj_GetType(drawn) == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield drawn


_Box = tuple[float, float, float, float]


def _pieces_of(drawn: pdfium_c.FPDF_PAGEOBJECT) -> list[_Box]:
    """The boxes of what could be rules in a path: all of it, or its sides, if its outline is drawn or it is several thin boxes."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return []
    box = (left.value, bottom.value, right.value, top.value)
    if max(box[2] - box[0], box[3] - box[1]) < _SHORTEST:
        return []
    if min(box[2] - box[0], box[3] - box[1]) <= _THICKEST:
        return [box] if _is_drawn(drawn) else []
    corners = pdfium_c.FPDFPath_CountSegments(drawn)
    if not 0 < corners <= _MOST_CORNERS or not _is_drawn(drawn):
        return []
    return _sides_of(drawn, corners)


def _is_drawn(drawn: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium_c.FPDFPath_GetDrawMode(drawn, fill, stroke)) and bool(fill.value or stroke.value)


def _sides_of(drawn: pdfium_c.FPDF_PAGEOBJECT, corners: int) -> list[_Box]:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(drawn, matrix):
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    sides: list[_Box] = []
    first = last = (0.0, 0.0)
    for number in range(corners):
        segment = pdfium_c.FPDFPath_GetPathSegment(drawn, number)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        a, b = x.value, y.value
        here = matrix.a * a + matrix.c * b + matrix.e, matrix.b * a + matrix.d * b + matrix.f
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            sides.append(_box_of(last, here))
        last = here
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            sides.append(_box_of(here, first))
    return sides


def _box_of(one: tuple[float, float], other: tuple[float, float]) -> _Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _merged(rules: list[Rule]) -> list[Rule]:
    """The rules in order; those beside each other that touch are one."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][0].at <= _THICKEST:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    found: list[Rule] = []
    for lane in lanes:
        at = lane[0].at
        pieces: list[Rule] = []
        for rule in sorted(lane, key=lambda rule: rule.start):
            if pieces and rule.start <= pieces[-1].end + _TOUCHING:
                pieces[-1] = Rule(at, pieces[-1].start, max(pieces[-1].end, rule.end))
            else:
                pieces.append(rule._replace(at=at))
        found += pieces
    return found
