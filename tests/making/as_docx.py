"""A text as a Word file: a line is a paragraph, and the numbers are typed, or left to Word as its automatic numbering."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from outline.notation import numerals

_FIRST_ID = 1000
"""Past the numberings that the template of python-docx brings along."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t\u3000\xa0"
NOT_IN_XML = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2


@dataclass(frozen=True)
class Label:
    """A marker as Word makes it: the kind of its numeral (`w:numFmt`), what it wears (`w:lvlText`), its number; and how long it is."""

    number_format: str
    level_text: str
    number: int
    length: int


def as_docx(text: str, nodes: Iterable[dict[str, Any]] = ()) -> bytes:
    """`text` as the bytes of a .docx. The markers of `nodes` (of a gold outline) that begin a line become automatic numbers where Word has
    a numbering that writes the same characters; all else is typed, what a Word file cannot hold as a blank."""
    text = NOT_IN_XML.sub(" ", text)
    document = Document()
    numbering = Numbering(document.part.numbering_part.element)
    markers = {node["start"]: node["marker"] for node in nodes}
    for start, line in lines(text):
        at = start + len(line) - len(line.lstrip(_BLANKS))
        label = label_of(markers.get(at, ""))
        if label is None or not text.startswith(markers[at], at):
            document.add_paragraph(line)
        else:
            paragraph = document.add_paragraph(line.lstrip(_BLANKS)[label.length :])
            numbering.number(paragraph, label)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def lines(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def label_of(marker: str) -> Label | None:
    """How Word would write `marker`; None if it has no numeral, or one that Word has no format for."""
    places = [at for at, c in enumerate(marker) if numerals.kind(c)]
    if not places:
        return None
    start, end = places[0], places[-1] + 1
    numeral = marker[start:end]
    number = numerals.value(numeral)
    formats = {"decimal": str(number), "chineseCountingThousand": numerals.in_chinese(number) if number else ""}
    for number_format, written in formats.items():
        if number is not None and numeral == written:
            return Label(number_format, f"{marker[:start]}%1{marker[end:]}", number, len(marker))
    return None


class Numbering:
    """The numberings of one document: one for every dress, begun anew (`w:startOverride`) wherever a number does not count on."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.dresses: dict[tuple[str, str], int] = {}
        self.counts: dict[tuple[str, str], tuple[int, int]] = {}
        self.next_id = _FIRST_ID

    def number(self, paragraph: Any, label: Label) -> None:
        """Make `label` the automatic number of `paragraph`."""
        dress = (label.number_format, label.level_text)
        identifier, last = self.counts.get(dress, (0, 0))
        if not identifier or label.number != last + 1:
            identifier = self._begin(dress, label.number)
        self.counts[dress] = (identifier, label.number)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = identifier

    def _begin(self, dress: tuple[str, str], start: int) -> int:
        if dress not in self.dresses:
            self.dresses[dress] = self._new_id()
            self.element.insert(0, _abstract(self.dresses[dress], *dress))
        identifier = self._new_id()
        num = _element("w:num", numId=identifier)
        override = _element("w:lvlOverride", ilvl=0)
        override.append(_element("w:startOverride", val=start))
        num.extend([_element("w:abstractNumId", val=self.dresses[dress]), override])
        self.element.append(num)
        return identifier

    def _new_id(self) -> int:
        self.next_id += 1
        return self.next_id


def _abstract(identifier: int, number_format: str, level_text: str) -> Any:
    """ECMA-376 Part 1, 17.9.1: a numbering of one level, with nothing between number and text."""
    abstract = _element("w:abstractNum", abstractNumId=identifier)
    level = _element("w:lvl", ilvl=0)
    values = {"start": 1, "numFmt": number_format, "suff": "nothing", "lvlText": level_text}
    level.extend([_element(f"w:{name}", val=value) for name, value in values.items()])
    abstract.extend([_element("w:multiLevelType", val="singleLevel"), level])
    return abstract


def _element(tag: str, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element
