"""The main part of a .docx → its paragraphs in reading order, as they are once every tracked change is accepted.

The part is read as events: a tree of it would weigh more than ten times the XML.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from outline.problems import FileProblem
from outline.readers.docx.fields import Contents, Fields
from outline.readers.docx.symbols import character_of
from outline.readers.docx.xml import events

LINE, CELL = "\n", "\t"
"""What stands before a paragraph: a new line, or the next cell of a row that holds one line a cell."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A w:p: its text, the properties that it states itself, and the table of contents that it belongs to."""

    text: str = ""
    style: str | None = None
    num_id: str | None = None
    level: str | None = None
    outline_level: str | None = None
    separator: str = LINE
    contents: Contents | None = None


def paragraphs(xml: bytes) -> Iterator[Paragraph]:
    """The paragraphs of the main part: those of a text box behind the paragraph it hangs from, those of a table row by row.

    Raises FileProblem as `events` does, and if `xml` is the main part of another kind of file.
    """
    body = _Body()
    for _ in events(xml, body):
        yield from body.take()
    if not body.is_found:
        raise FileProblem("is no Word file: save the document as .docx")


class _Open:
    """A paragraph while it is read; `boxes` are the paragraphs of its text boxes."""

    __slots__ = ("boxes", "mark_is_deleted", "parts", "properties")

    def __init__(self, parts: list[str]) -> None:
        self.properties = Paragraph()
        self.parts = parts
        self.boxes: list[Paragraph] = []
        self.mark_is_deleted = False


@dataclass(slots=True)
class _Row:
    cells: list[list[Paragraph]] = field(default_factory=list)
    is_deleted: bool = False


class _Body:
    """Takes the events of the main part; _STARTS and _ENDS say which element does what."""

    def __init__(self) -> None:
        self.is_found = False
        self.fields = Fields()
        self._open: list[str] = []
        self._left_out_from = 0  # how many elements were open with the one that is left out
        self._paragraphs: list[_Open] = []  # the open ones: a text box stands in a paragraph
        self._finished: list[list[Paragraph]] = [[]]  # those of the document, then of each open text box and cell
        self._carried: list[str] = []  # what stood before a deleted paragraph mark, and belongs to the next paragraph
        self._rows: list[_Row] = []
        self._alternatives: list[bool] = []  # for each open mc:AlternateContent: is one taken?
        self._characters: list[str] | None = None
        self._keeps_blanks = False

    def take(self) -> list[Paragraph]:
        """The paragraphs that have come together since the last time."""
        taken = self._finished[0][:]
        self._finished[0].clear()
        return taken

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        self._open.append(name)
        if not self._left_out_from and name in _STARTS:
            _STARTS[name](self, attributes)

    def end(self, name: str, /) -> None:
        if not self._left_out_from:
            if name in _ENDS:
                _ENDS[name](self)
        elif self._left_out_from == len(self._open):
            self._left_out_from = 0
        self._open.pop()

    def data(self, text: str, /) -> None:
        if self._characters is not None:
            self._characters.append(text)

    # What is left out

    def leave_out(self) -> None:
        self._left_out_from = len(self._open)

    def delete(self) -> None:
        """Deleted or moved away is a paragraph mark (17.13.5.15), a row (17.13.5.12) or what stands inside, as the parent says."""
        parent = self._open[-2] if len(self._open) > 1 else ""
        if parent == "w:rPr" and self._paragraphs:
            self._paragraphs[-1].mark_is_deleted = True
        elif parent == "w:trPr" and self._rows:
            self._rows[-1].is_deleted = True
        self.leave_out()

    def start_alternatives(self) -> None:
        self._alternatives.append(False)

    def start_alternative(self) -> None:
        """Alternatives say the same in several ways (Part 3, 7.5); the first is the richest."""
        if self._alternatives and self._alternatives[-1]:
            self.leave_out()
        elif self._alternatives:
            self._alternatives[-1] = True

    def end_alternatives(self) -> None:
        self._alternatives.pop()

    # Paragraphs and what holds them

    def start_body(self) -> None:
        self.is_found = True

    def start_paragraph(self) -> None:
        paragraph = _Open(self._carried)
        self._carried = []
        self._paragraphs.append(paragraph)
        self._finished.append(paragraph.boxes)

    def end_paragraph(self) -> None:
        self.fields.end_instructions()
        ended = self._paragraphs.pop()
        self._finished.pop()
        if ended.mark_is_deleted:
            self._carried = ended.parts
        else:
            ended.properties.text = "".join(ended.parts)
            self._finished[-1].append(ended.properties)
        self._finished[-1] += ended.boxes

    def end_story(self) -> None:
        """In this document, cell or text box no paragraph follows that what stood before a deleted mark could belong to."""
        if self._carried:
            self._finished[-1].append(Paragraph("".join(self._carried)))
            self._carried = []

    def start_row(self) -> None:
        self._rows.append(_Row())

    def start_cell(self) -> None:
        self._finished.append([])

    def end_cell(self) -> None:
        self.end_story()
        cell = self._finished.pop()
        if self._rows:
            self._rows[-1].cells.append(cell)

    def end_row(self) -> None:
        """A row of one line a cell is data, and stays a line; any other is layout, and its paragraphs stand as they would without it."""
        row = self._rows.pop()
        if row.is_deleted:
            return
        held = [paragraph for cell in row.cells for paragraph in cell]
        if all(len(cell) == 1 and "\n" not in cell[0].text for cell in row.cells):
            for paragraph in held[1:]:
                paragraph.separator = CELL
        self._finished[-1] += held

    # What a paragraph says of itself, and its characters

    def set_property(self, name: str, to: str | None) -> None:
        if self._paragraphs:
            setattr(self._paragraphs[-1].properties, name, to)

    def start_text(self, attributes: dict[str, str]) -> None:
        self._characters = []
        self._keeps_blanks = attributes.get("xml:space") == "preserve"

    def end_text(self) -> None:
        text = self._end_characters()
        self.write(text if self._keeps_blanks else text.strip(_XML_BLANKS))

    def end_instruction(self) -> None:
        self.fields.instruct(self._end_characters())

    def _end_characters(self) -> str:
        """Line ends inside an element are how the XML is laid out, not how the text is."""
        text = "".join(self._characters or ())
        self._characters = None
        return text.translate(_LINE_ENDS_AS_BLANKS) if "\n" in text or "\r" in text else text

    def write(self, text: str) -> None:
        if self._paragraphs and text and not self.fields.in_instruction:
            paragraph = self._paragraphs[-1]
            paragraph.parts.append(text)
            paragraph.properties.contents = self.fields.contents or paragraph.properties.contents

    def field_character(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()


_XML_BLANKS = " \t\r\n"
_LINE_ENDS_AS_BLANKS = str.maketrans("\r\n", "  ")

_STARTS: dict[str, Callable[[_Body, dict[str, str]], None]] = {
    "w:body": lambda body, _: body.start_body(),
    "w:p": lambda body, _: body.start_paragraph(),
    "w:pStyle": lambda body, attributes: body.set_property("style", attributes.get("w:val")),
    "w:numId": lambda body, attributes: body.set_property("num_id", attributes.get("w:val")),
    "w:ilvl": lambda body, attributes: body.set_property("level", attributes.get("w:val")),
    "w:outlineLvl": lambda body, attributes: body.set_property("outline_level", attributes.get("w:val")),
    "w:tr": lambda body, _: body.start_row(),
    "w:tc": lambda body, _: body.start_cell(),
    "w:t": _Body.start_text,
    "m:t": _Body.start_text,
    "w:tab": lambda body, _: body.write("\t"),
    "w:ptab": lambda body, _: body.write("\t"),
    "w:br": lambda body, _: body.write("\n"),
    "w:cr": lambda body, _: body.write("\n"),
    "w:noBreakHyphen": lambda body, _: body.write("\N{NON-BREAKING HYPHEN}"),
    "w:softHyphen": lambda body, _: body.write("\N{SOFT HYPHEN}"),
    "w:sym": lambda body, attributes: body.write(
        character_of(attributes.get("w:font", ""), attributes.get("w:char", ""))
    ),
    "w:fldChar": _Body.field_character,
    "w:instrText": _Body.start_text,
    "w:sdt": lambda body, _: body.fields.begin_control(),
    "w:docPartGallery": lambda body, attributes: body.fields.say_gallery(attributes.get("w:val")),
    "mc:AlternateContent": lambda body, _: body.start_alternatives(),
    "mc:Choice": lambda body, _: body.start_alternative(),
    "mc:Fallback": lambda body, _: body.start_alternative(),
    "w:del": lambda body, _: body.delete(),
    "w:moveFrom": lambda body, _: body.delete(),
    "w:pPrChange": lambda body, _: body.leave_out(),  # what the properties were before
    "w:sectPr": lambda body, _: body.leave_out(),
    "w:tabs": lambda body, _: body.leave_out(),  # tab stops, which are called w:tab too
    "w:rt": lambda body, _: body.leave_out(),  # how the characters below are read
}
_ENDS: dict[str, Callable[[_Body], None]] = {
    "w:p": _Body.end_paragraph,
    "w:tr": _Body.end_row,
    "w:tc": _Body.end_cell,
    "w:txbxContent": _Body.end_story,
    "w:body": _Body.end_story,
    "w:t": _Body.end_text,
    "m:t": _Body.end_text,
    "w:instrText": _Body.end_instruction,
    "w:sdt": lambda body: body.fields.end_control(),
    "mc:AlternateContent": _Body.end_alternatives,
}
