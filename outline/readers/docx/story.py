"""What the elements of a part of a .docx do to the paragraphs that come of it, and what of them Word prints."""

from typing import Literal

from outline.readers.docx.containers import Paragraphs
from outline.readers.docx.fields import Fields
from outline.readers.docx.open_elements import OpenElements
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.run_types import NOTHING_STATED, StatedType, stated_by, stated_in_tag
from outline.readers.docx.symbols import with_signs
from outline.readers.docx.traces import Origin, Traced

Reference = tuple[str, str]
_Property = Literal["num_id", "level", "outline_level", "alignment", "begins_page", "ends_section"]
_NOWHERE = -1
_XML_BLANKS = " \t\r\n"
_LINE_ENDS_AS_BLANKS = str.maketrans("\r\n", "  ")


class Story:
    """Takes what the elements of a part say, in their order.

    - `is_found`: is it a part that holds paragraphs? `elements`: those that are open.
    - `notes`: kind (footnote, endnote) and id of the notes that the part refers to; of a part of notes, those that it is read for.
    """

    def __init__(self, styles: Styles, notes: set[Reference]) -> None:
        self._styles = styles
        self.notes = notes
        self.is_found = False
        self.paragraphs = Paragraphs()
        self.fields = Fields()
        self.elements = OpenElements()
        self._type = NOTHING_STATED
        self._outer_types: list[StatedType] = []  # of the runs around: one may stand in a text box of another
        self._characters: list[str] | None = None
        self._keeps_blanks = False
        self._at = self._text_at = _NOWHERE

    def follow(self, at: int) -> None:
        """The next element begins at the byte `at` of its part. Where nobody says this, the text knows nothing of the XML."""
        self._at = at

    def data(self, text: str) -> None:
        """Characters, in as many pieces as the parser likes."""
        if self._characters is not None:
            self._characters.append(text)

    def begin(self) -> None:
        """Here the paragraphs begin."""
        self.is_found = True

    def refer(self, kind: str, attributes: dict[str, str]) -> None:
        """Here Word prints the sign of a note."""
        if self._is_printed:
            self.notes.add((kind, attributes.get("w:id", "")))

    def begin_note(self, kind: str, attributes: dict[str, str]) -> None:
        """A note begins, if it is one: a line above the notes is kept as one too, and one that nothing refers to is not printed."""
        if attributes.get("w:type", "normal") != "normal" or (kind, attributes.get("w:id", "")) not in self.notes:
            self.elements.leave_out()

    def delete(self) -> None:
        """Deleted or moved away is a paragraph mark, a row, or what stands inside, as the parent says."""
        if self.elements.is_in("w:rPr"):
            self.paragraphs.delete_mark()
        elif self.elements.is_in("w:trPr"):
            self.paragraphs.delete_row()
        self.elements.leave_out()

    def begin_run(self, attributes: dict[str, str]) -> None:
        """A run begins, and what its tag states of its type."""
        self._outer_types.append(self._type)
        self._type = stated_in_tag(attributes)

    def end_run(self) -> None:
        """The innermost run ends: what follows in the one around it is of the type of that one."""
        self._type = self._outer_types.pop()

    def begin_properties(self, attributes: dict[str, str]) -> None:
        """Properties begin, and if they are those of a run, what their tag states of its type."""
        stated = stated_in_tag(attributes)
        if stated != NOTHING_STATED and self.elements.is_in("w:r"):
            self._type = stated

    def set_type(self, element: str, attributes: dict[str, str]) -> None:
        """An element in the w:rPr of a run states something of its type."""
        if self.elements.is_in("w:r", "w:rPr"):
            self._type = stated_by(element, attributes, self._type)

    def set_run_style(self, attributes: dict[str, str]) -> None:
        """The run has a style, which may hide it, or make it a heading."""
        is_hidden = self._styles.hides(attributes.get("w:val"))
        if is_hidden is not None:
            self.elements.hide_run(is_hidden)
        level = self._styles.level_of_characters(attributes.get("w:val"))
        if level:
            self.elements.mark_run(level)
        if self.elements.is_in("w:r", "w:rPr"):
            self._type = self._type._replace(style=attributes.get("w:val"))

    def end_paragraph(self) -> None:
        """The innermost paragraph ends."""
        self.fields.end_instructions()
        self.paragraphs.end()

    def set_property(self, name: _Property, to: str | None) -> None:
        """The innermost paragraph states a property."""
        paragraph = self.paragraphs.innermost
        if paragraph:
            setattr(paragraph, name, to)

    def set_style(self, attributes: dict[str, str]) -> None:
        """The innermost paragraph has a style."""
        paragraph = self.paragraphs.innermost
        if paragraph:
            paragraph.style = attributes.get("w:val")
            paragraph.is_hidden = bool(self._styles.hides(paragraph.style))

    def align(self, attributes: dict[str, str]) -> None:
        """The innermost paragraph says where its lines stand."""
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
        """More text, from the element that has just begun."""
        self._write(text, self._at)

    def _write(self, text: str, at: int, skipped: int = 0) -> None:
        if self._is_printed:
            if at != _NOWHERE:
                text = Traced.of(text, Origin(at, skipped, self.fields.in_field))
            self.paragraphs.write(text, self.fields.contents, self.elements.level, self._type)

    def add_drawn(self, text: str) -> None:
        """Letters that are drawn (VML, ECMA-376 Part 4, 19.1.2.23): the head of an old letter."""
        if self._is_printed and text.strip():
            self.paragraphs.add_box(text)

    def break_line(self, attributes: dict[str, str]) -> None:
        """A line ends, and perhaps a page or a column with it."""
        if attributes.get("w:type") in ("page", "column") and self._is_printed:
            self.paragraphs.end_page()
        self.write("\n")

    def turn_page(self) -> None:
        """A page ended here when Word laid the file out last (17.3.3.13)."""
        if self._is_printed:
            self.paragraphs.turn_page()

    def start_text(self, attributes: dict[str, str]) -> None:
        """An element of characters begins."""
        self._characters = []
        self._keeps_blanks = attributes.get("xml:space") == "preserve"
        self._text_at = self._at

    def end_text(self) -> None:
        """They are text."""
        text = with_signs(self._end_characters(), self._type.symbols or self._type.font)
        if self._keeps_blanks:
            self._write(text, self._text_at)
        else:
            bare = text.lstrip(_XML_BLANKS)
            self._write(bare.rstrip(_XML_BLANKS), self._text_at, len(text) - len(bare))

    def end_instruction(self) -> None:
        """They are what a field is made from."""
        self.fields.instruct(self._end_characters())

    def _end_characters(self) -> str:
        """Line ends inside an element are how the XML is laid out, not how the text is."""
        text = "".join(self._characters or ())
        self._characters = None
        return text.translate(_LINE_ENDS_AS_BLANKS) if "\n" in text or "\r" in text else text

    def field_character(self, attributes: dict[str, str]) -> None:
        """A field begins, ends, or comes to its result."""
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._write(self.fields.end(), _NOWHERE)  # drawn by the field, as a label is by its list
