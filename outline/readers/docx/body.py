"""The main part of a .docx → its paragraphs in reading order, as they are once every tracked change is accepted.

The part is read as events: a tree of it would weigh more than ten times the XML.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from outline.problems import FileProblem
from outline.readers.docx.containers import Paragraph, Paragraphs
from outline.readers.docx.fields import Fields
from outline.readers.docx.symbols import character_of
from outline.readers.docx.xml import events, is_on_in

_XML_BLANKS = " \t\r\n"
_LINE_ENDS_AS_BLANKS = str.maketrans("\r\n", "  ")


def read_body(xml: bytes) -> Iterator[Paragraph]:
    """The paragraphs of the main part: those of a text box behind the paragraph it hangs from, those of a table row by row.

    Raises FileProblem as `events` does, and if `xml` is the main part of another kind of file.
    """
    body = _Body()
    for _ in events(xml, body):
        yield from body.paragraphs.take()
    if not body.is_found:
        raise FileProblem("is no Word file: save the document as .docx")


class _Body:
    """Takes the events of the main part; _STARTS and _ENDS say which element does what."""

    def __init__(self) -> None:
        self.is_found = False
        self.paragraphs = Paragraphs()
        self.fields = Fields()
        self._open: list[str] = []
        self._left_out_from = 0  # how many elements were open with the one that is left out
        self._alternatives: list[bool] = []  # for each open mc:AlternateContent: is one taken?
        self._characters: list[str] | None = None
        self._keeps_blanks = False
        self._hidden_from = 0  # how many elements were open with the run that is hidden

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        self._open.append(name)
        if not self._left_out_from and name in _STARTS:
            _STARTS[name](self, attributes)

    def end(self, name: str, /) -> None:
        if not self._left_out_from:
            if name in _ENDS:
                _ENDS[name](self)
            if self._hidden_from == len(self._open):
                self._hidden_from = 0
        elif self._left_out_from == len(self._open):
            self._left_out_from = 0
        self._open.pop()

    def data(self, text: str, /) -> None:
        if self._characters is not None:
            self._characters.append(text)

    def start_body(self) -> None:
        self.is_found = True

    def leave_out(self) -> None:
        """Nothing in the element that has just begun counts."""
        self._left_out_from = len(self._open)

    def delete(self) -> None:
        """Deleted or moved away is a paragraph mark, a row, or what stands inside, as the parent says."""
        parent = self._open[-2] if len(self._open) > 1 else ""
        if parent == "w:rPr":
            self.paragraphs.delete_mark()
        elif parent == "w:trPr":
            self.paragraphs.delete_row()
        self.leave_out()

    def hide(self, attributes: dict[str, str]) -> None:
        """Hidden, which Word does not print, is a run or a paragraph mark, as the element says whose w:rPr this stands in (17.3.2.41)."""
        if len(self._open) < 3 or self._open[-2] != "w:rPr" or not is_on_in(attributes):
            return
        if self._open[-3] == "w:pPr":
            self.paragraphs.hide_mark()
        elif self._open[-3] == "w:r" and not self._hidden_from:
            self._hidden_from = len(self._open) - 2

    def start_alternatives(self) -> None:
        self._alternatives.append(False)

    def start_alternative(self) -> None:
        """Alternatives say the same in several ways (ECMA-376 Part 3, 7.5); the first is the richest."""
        if self._alternatives and self._alternatives[-1]:
            self.leave_out()
        elif self._alternatives:
            self._alternatives[-1] = True

    def end_alternatives(self) -> None:
        self._alternatives.pop()

    def end_paragraph(self) -> None:
        self.fields.end_instructions()
        self.paragraphs.end()

    def set_property(self, name: Literal["style", "num_id", "level", "outline_level"], to: str | None) -> None:
        paragraph = self.paragraphs.innermost
        if paragraph:
            setattr(paragraph, name, to)

    def write(self, text: str) -> None:
        if not self.fields.in_instruction and not self._hidden_from:
            self.paragraphs.write(text, self.fields.contents)

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

    def field_character(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()


_STARTS: dict[str, Callable[[_Body, dict[str, str]], None]] = {
    "w:body": lambda body, _: body.start_body(),
    "w:p": lambda body, _: body.paragraphs.begin(),
    "w:pStyle": lambda body, attributes: body.set_property("style", attributes.get("w:val")),
    "w:numId": lambda body, attributes: body.set_property("num_id", attributes.get("w:val")),
    "w:ilvl": lambda body, attributes: body.set_property("level", attributes.get("w:val")),
    "w:outlineLvl": lambda body, attributes: body.set_property("outline_level", attributes.get("w:val")),
    "w:vanish": _Body.hide,
    "w:altChunk": lambda body, attributes: body.paragraphs.name_foreign(attributes.get("r:id", "")),
    "w:tbl": lambda body, _: body.paragraphs.begin_table(),
    "w:tr": lambda body, _: body.paragraphs.begin_row(),
    "w:tc": lambda body, _: body.paragraphs.begin_cell(),
    "w:t": _Body.start_text,
    "m:t": _Body.start_text,
    "w:tab": lambda body, _: body.write("\t"),
    "w:ptab": lambda body, _: body.write("\t"),
    "w:br": lambda body, _: body.write("\n"),
    "w:cr": lambda body, _: body.write("\n"),
    "w:noBreakHyphen": lambda body, _: body.write("\N{NON-BREAKING HYPHEN}"),
    "w:softHyphen": lambda body, _: body.write("\N{SOFT HYPHEN}"),
    "w:sym": lambda body, attributes: body.write(character_of(attributes.get("w:font"), attributes.get("w:char"))),
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
    "w:tabs": lambda body, _: body.leave_out(),  # tab stops, which are called w:tab too
    "w:rt": lambda body, _: body.leave_out(),  # how the characters below are read
}
_ENDS: dict[str, Callable[[_Body], None]] = {
    "w:p": _Body.end_paragraph,
    "w:tbl": lambda body: body.paragraphs.end_table(),
    "w:tr": lambda body: body.paragraphs.end_row(),
    "w:tc": lambda body: body.paragraphs.end_cell(),
    "w:txbxContent": lambda body: body.paragraphs.end_story(),
    "w:body": lambda body: body.paragraphs.end_story(),
    "w:t": _Body.end_text,
    "m:t": _Body.end_text,
    "w:instrText": _Body.end_instruction,
    "w:sdt": lambda body: body.fields.end_control(),
    "mc:AlternateContent": _Body.end_alternatives,
}
