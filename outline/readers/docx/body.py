"""The main part of a .docx → its paragraphs in reading order, as they are once every tracked change is accepted.

The part is read as events: a tree of it would weigh more than ten times the XML.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from outline.problems import FileProblem
from outline.readers.docx.containers import Paragraph, Paragraphs
from outline.readers.docx.fields import Fields
from outline.readers.docx.open_elements import OpenElements
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.symbols import character_of
from outline.readers.docx.xml import events, is_on_in

_Property = Literal["num_id", "level", "outline_level", "alignment"]
_XML_BLANKS = " \t\r\n"
_LINE_ENDS_AS_BLANKS = str.maketrans("\r\n", "  ")


def read_body(xml: bytes, styles: Styles) -> Iterator[Paragraph]:
    """The paragraphs of the main part: those of a text box behind the paragraph it hangs from, those of a table row by row.

    Raises FileProblem as `events` does, and if `xml` is the main part of another kind of file.
    """
    body = _Body(styles)
    for _ in events(xml, body, wanted=_WANTED):
        yield from body.paragraphs.take()
    if not body.is_found:
        raise FileProblem("is no Word file: save the document as .docx")


class _Body:
    """Takes the events of the main part; _STARTS and _ENDS say which element does what."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.is_found = False
        self.paragraphs = Paragraphs()
        self.fields = Fields()
        self.elements = OpenElements()
        self._characters: list[str] | None = None
        self._keeps_blanks = False

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        self.elements.names.append(name)
        handler = _STARTS.get(name)
        if handler and not self.elements.left_out:
            handler(self, attributes)

    def end(self, name: str, /) -> None:
        handler = _ENDS.get(name)
        if handler and not self.elements.left_out:
            handler(self)
        self.elements.end()

    def data(self, text: str, /) -> None:
        if self._characters is not None:
            self._characters.append(text)

    def start_body(self) -> None:
        self.is_found = True

    def delete(self) -> None:
        """Deleted or moved away is a paragraph mark, a row, or what stands inside, as the parent says."""
        if self.elements.is_in("w:rPr"):
            self.paragraphs.delete_mark()
        elif self.elements.is_in("w:trPr"):
            self.paragraphs.delete_row()
        self.elements.leave_out()

    def set_run_style(self, attributes: dict[str, str]) -> None:
        is_hidden = self._styles.hides(attributes.get("w:val"))
        if is_hidden is not None:
            self.elements.hide_run(is_hidden)

    def end_paragraph(self) -> None:
        self.fields.end_instructions()
        self.paragraphs.end()

    def set_property(self, name: _Property, to: str | None) -> None:
        paragraph = self.paragraphs.innermost
        if paragraph:
            setattr(paragraph, name, to)

    def set_style(self, attributes: dict[str, str]) -> None:
        paragraph = self.paragraphs.innermost
        if paragraph:
            paragraph.style = attributes.get("w:val")
            paragraph.is_hidden = bool(self._styles.hides(paragraph.style))

    def align(self, attributes: dict[str, str]) -> None:
        if self.elements.is_in("w:pPr"):  # tables are aligned by an element of the same name
            self.set_property("alignment", attributes.get("w:val"))

    def set_frame(self, attributes: dict[str, str]) -> None:
        """A large initial letter stands in a paragraph of its own, and belongs to the next one (17.3.1.11)."""
        if attributes.get("w:dropCap") in ("drop", "margin"):
            self.paragraphs.delete_mark()

    @property
    def _is_printed(self) -> bool:
        """Does what stands here show in the text?"""
        paragraph = self.paragraphs.innermost
        if paragraph is None or self.elements.hidden or self.fields.in_instruction:
            return False
        return not paragraph.is_hidden or self.elements.shown > 0

    def write(self, text: str) -> None:
        if self._is_printed:
            self.paragraphs.write(text, self.fields.contents)

    def break_line(self, attributes: dict[str, str]) -> None:
        if attributes.get("w:type") in ("page", "column") and self._is_printed:
            self.paragraphs.end_page()
        self.write("\n")

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
    "w:pStyle": _Body.set_style,
    "w:numId": lambda body, attributes: body.set_property("num_id", attributes.get("w:val")),
    "w:ilvl": lambda body, attributes: body.set_property("level", attributes.get("w:val")),
    "w:outlineLvl": lambda body, attributes: body.set_property("outline_level", attributes.get("w:val")),
    "w:jc": _Body.align,
    "w:framePr": _Body.set_frame,
    "w:rStyle": _Body.set_run_style,
    "w:vanish": lambda body, attributes: body.elements.hide_run(is_on_in(attributes)),
    "w:altChunk": lambda body, attributes: body.paragraphs.name_foreign(attributes.get("r:id", "")),
    "w:tbl": lambda body, _: body.paragraphs.begin_table(),
    "w:tr": lambda body, _: body.paragraphs.begin_row(),
    "w:tc": lambda body, _: body.paragraphs.begin_cell(),
    "w:t": _Body.start_text,
    "m:t": _Body.start_text,
    "w:tab": lambda body, _: body.write("\t"),
    "w:ptab": lambda body, _: body.write("\t"),
    "w:br": _Body.break_line,
    "w:cr": lambda body, _: body.write("\n"),
    "w:noBreakHyphen": lambda body, _: body.write("\N{NON-BREAKING HYPHEN}"),
    "w:softHyphen": lambda body, _: body.write("\N{SOFT HYPHEN}"),
    "w:sym": lambda body, attributes: body.write(character_of(attributes.get("w:font"), attributes.get("w:char"))),
    "w:fldChar": _Body.field_character,
    "w:instrText": _Body.start_text,
    "w:sdt": lambda body, _: body.fields.begin_control(),
    "w:docPartGallery": lambda body, attributes: body.fields.say_gallery(attributes.get("w:val")),
    "mc:AlternateContent": lambda body, _: body.elements.start_alternatives(),
    "mc:Choice": lambda body, _: body.elements.start_alternative(),
    "mc:Fallback": lambda body, _: body.elements.start_alternative(),
    "w:del": lambda body, _: body.delete(),
    "w:moveFrom": lambda body, _: body.delete(),
    "w:pPrChange": lambda body, _: body.elements.leave_out(),  # what the properties were before
    "w:tabs": lambda body, _: body.elements.leave_out(),  # tab stops, which are called w:tab too
    "w:rt": lambda body, _: body.elements.leave_out(),  # how the characters below are read
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
    "mc:AlternateContent": lambda body: body.elements.end_alternatives(),
}
_WANTED = frozenset(("w:r", "w:rPr", "w:pPr", "w:trPr", *_STARTS, *_ENDS))
"""Those that do something, and those of which it matters what stands in them."""
