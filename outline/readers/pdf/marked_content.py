"""What a tagged PDF says of its text (ISO 32000-1, 14.6 to 14.8): which of it is headings, and which stands around the text."""

import ctypes
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

_AROUND = -1
MOST = 5_000
"""Elements of a page that are looked at: what stands behind them is read without its tags."""

_LEVELS = {"H": 1, **{f"H{level}": level for level in range(1, 7)}}
_BITS_OF_LEVEL = 3
_LONGEST_NAME = 64


def is_around(tag: int) -> bool:
    """Does the file say that what has this tag is no part of its text, as running heads and page numbers are?"""
    return tag == _AROUND


def level_of(tag: int) -> int:
    """How deep the heading stands that has this tag, from 1; 0 for what is none."""
    return tag & ((1 << _BITS_OF_LEVEL) - 1) if tag > 0 else 0


class Tags:
    """The tags of a page: of a heading one that no other heading of the page has, less than 0 for what is around the text, or 0."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        tree = pdfium_c.FPDF_StructTree_GetForPage(page.raw)
        self._is_tagged = bool(tree)
        self._headings: dict[int, int] = {}
        if tree:
            self._walk(tree)
            pdfium_c.FPDF_StructTree_Close(tree)

    def of(self, drawn: Any) -> int:
        """The tag of a piece of text."""
        if not self._is_tagged:
            return 0
        number = pdfium_c.FPDFPageObj_GetMarkedContentID(drawn)
        return _AROUND if number < 0 and _is_artifact(drawn) else self._headings.get(number, 0)

    def _walk(self, tree: Any) -> None:
        """Find the marked content of headings. What a heading holds is part of it."""
        children = range(min(MOST, pdfium_c.FPDF_StructTree_CountChildren(tree)))
        waiting = [(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, place), 0) for place in children]
        seen = 0
        while waiting and seen < MOST:
            element, tag = waiting.pop()
            if not element:
                continue
            if not tag and (level := _LEVELS.get(_type_of(element), 0)):
                tag = seen + 1 << _BITS_OF_LEVEL | level
            count = pdfium_c.FPDF_StructElement_CountChildren(element)
            for place in range(min(MOST - seen, count)):
                content = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(element, place)
                if content >= 0:
                    self._headings[content] = tag
                else:
                    waiting.append((pdfium_c.FPDF_StructElement_GetChildAtIndex(element, place), tag))
            seen += max(1, count)


def _type_of(element: Any) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    length = pdfium_c.FPDF_StructElement_GetType(element, name, _LONGEST_NAME)
    return name.raw[: length - 2].decode("utf-16-le", "replace") if 2 < length <= _LONGEST_NAME else ""


def _is_artifact(drawn: Any) -> bool:
    """Is it no part of the text, so the file? What kind of artifact it is, pdfium does not tell."""
    marks = (pdfium_c.FPDFPageObj_GetMark(drawn, place) for place in range(pdfium_c.FPDFPageObj_CountMarks(drawn)))
    return any(_name_of(mark) == "Artifact" for mark in marks)


def _name_of(mark: Any) -> str:
    name, length = (ctypes.c_ushort * _LONGEST_NAME)(), ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length):
        return ""
    return bytes(name)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
