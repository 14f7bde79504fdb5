"""A part of a .docx → its paragraphs in reading order, as they are once every tracked change is accepted.

The part is read as events: a tree of it would weigh more than ten times the XML.
"""

from collections.abc import Callable, Iterator

from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import Budget
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.story import Reference, Story
from outline.readers.docx.symbols import character_of
from outline.readers.docx.word_paragraph import Paragraph
from outline.readers.docx.xml import events, is_on_by


def read_body(
    xml: bytes, styles: Styles, notes: set[Reference], budget: Budget, *, traced: bool = False
) -> Iterator[Paragraph]:
    """The paragraphs of the main part: those of a text box behind the paragraph it hangs from, those of a table row by row.

    The notes that it refers to are added to `notes`. Of a part of footnotes or endnotes, the paragraphs of those that are in `notes`.
    With `traced`, they know which elements of `xml` their text comes from.
    They count in the `budget`. Raises FileProblem as `events` does, and if `xml` is the main part of another kind of file.
    """
    story = Story(styles, notes)
    budget.expect_paragraphs(sum(map(xml.count, _PARAGRAPHS)))
    for _now in events(xml, _Events(story), budget, wanted=_WANTED, follow=story.follow if traced else None):
        for paragraph in story.paragraphs.take():
            budget.add_paragraph()
            yield paragraph
    if not story.is_found:
        raise FileProblem(_("is no Word file: save the document as .docx"))


_PARAGRAPHS = b"<w:p>", b"<w:p/>", b"<w:p "
"""How a paragraph begins in nearly every file; where another prefix is used, they are counted as they come."""


class _Events:
    """Takes the events of a part; _STARTS and _ENDS say which element does what."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._elements = story.elements
        self.data = story.data

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        self._elements.names.append(name)
        handler = _STARTS.get(name)
        if handler and not self._elements.left_out:
            handler(self._story, attributes)

    def end(self, name: str, /) -> None:
        handler = _ENDS.get(name)
        if handler and not self._elements.left_out:
            handler(self._story)
        self._elements.end()


_STARTS: dict[str, Callable[[Story, dict[str, str]], None]] = {
    "w:body": lambda story, _: story.begin(),
    "w:footnotes": lambda story, _: story.begin(),
    "w:endnotes": lambda story, _: story.begin(),
    "w:footnote": lambda story, attributes: story.begin_note("footnote", attributes),
    "w:endnote": lambda story, attributes: story.begin_note("endnote", attributes),
    "w:footnoteReference": lambda story, attributes: story.refer("footnote", attributes),
    "w:endnoteReference": lambda story, attributes: story.refer("endnote", attributes),
    "w:p": lambda story, _: story.paragraphs.begin(),
    "w:pStyle": Story.set_style,
    "w:numId": lambda story, attributes: story.set_property("num_id", attributes.get("w:val")),
    "w:ilvl": lambda story, attributes: story.set_property("level", attributes.get("w:val")),
    "w:outlineLvl": lambda story, attributes: story.set_property("outline_level", attributes.get("w:val")),
    "w:jc": Story.align,
    "w:pageBreakBefore": lambda story, attributes: story.set_property(
        "begins_page", "on" if is_on_by(attributes.get("w:val")) else None
    ),
    "w:sectPr": lambda story, _: story.set_property("ends_section", "on"),
    "w:framePr": Story.set_frame,
    "w:r": Story.begin_run,
    "w:rPr": Story.begin_properties,
    "w:b": lambda story, attributes: story.set_type("w:b", attributes),
    "w:sz": lambda story, attributes: story.set_type("w:sz", attributes),
    "w:color": lambda story, attributes: story.set_type("w:color", attributes),
    "w:rFonts": lambda story, attributes: story.set_type("w:rFonts", attributes),
    "w:rStyle": Story.set_run_style,
    "w:vanish": lambda story, attributes: story.elements.hide_run(is_on_by(attributes.get("w:val"))),
    "w:altChunk": lambda story, attributes: story.paragraphs.name_foreign(attributes.get("r:id", "")),
    "w:tbl": lambda story, _: story.paragraphs.begin_table(),
    "w:tr": lambda story, _: story.paragraphs.begin_row(),
    "w:tc": lambda story, _: story.paragraphs.begin_cell(),
    "w:t": Story.start_text,
    "m:t": Story.start_text,
    "w:tab": lambda story, _: story.write("\t"),
    "w:ptab": lambda story, _: story.write("\t"),
    "w:br": Story.break_line,
    "w:lastRenderedPageBreak": lambda story, _: story.turn_page(),
    "w:cr": lambda story, _: story.write("\n"),
    "w:noBreakHyphen": lambda story, _: story.write("\N{NON-BREAKING HYPHEN}"),
    "w:softHyphen": lambda story, _: story.write("\N{SOFT HYPHEN}"),
    "w:sym": lambda story, attributes: story.write(character_of(attributes.get("w:font"), attributes.get("w:char"))),
    "v:textpath": lambda story, attributes: story.add_drawn(attributes.get("string", "")),
    "w:fldChar": Story.field_character,
    "w:instrText": Story.start_text,
    "w:sdt": lambda story, _: story.fields.begin_control(),
    "w:docPartGallery": lambda story, attributes: story.fields.say_gallery(attributes.get("w:val")),
    "mc:AlternateContent": lambda story, _: story.elements.start_alternatives(),
    "mc:Choice": lambda story, _: story.elements.start_alternative(),
    "mc:Fallback": lambda story, _: story.elements.start_alternative(),
    "w:del": lambda story, _: story.delete(),
    "w:moveFrom": lambda story, _: story.delete(),
    "w:pPrChange": lambda story, _: story.elements.leave_out(),  # what the properties were before
    "w:tabs": lambda story, _: story.elements.leave_out(),  # tab stops, which are called w:tab too
    "w:rt": lambda story, _: story.elements.leave_out(),  # how the characters below are read
}
_ENDS: dict[str, Callable[[Story], None]] = {
    "w:p": Story.end_paragraph,
    "w:r": Story.end_run,
    "w:tbl": lambda story: story.paragraphs.end_table(),
    "w:tr": lambda story: story.paragraphs.end_row(),
    "w:tc": lambda story: story.paragraphs.end_cell(),
    "w:txbxContent": lambda story: story.paragraphs.end_story(),
    "w:body": lambda story: story.paragraphs.end_story(),
    "w:footnote": lambda story: story.paragraphs.end_story(),
    "w:endnote": lambda story: story.paragraphs.end_story(),
    "w:t": Story.end_text,
    "m:t": Story.end_text,
    "w:instrText": Story.end_instruction,
    "w:sdt": lambda story: story.fields.end_control(),
    "mc:AlternateContent": lambda story: story.elements.end_alternatives(),
}
_WANTED = frozenset(("w:pPr", "w:trPr", *_STARTS, *_ENDS))
"""Those that do something, and those of which it matters what stands in them."""
