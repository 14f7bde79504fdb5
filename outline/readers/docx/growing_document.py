"""The text of a .docx as it grows, paragraph by paragraph, and what is known of the spans in it."""

from outline.document import AutomaticNumber, Document, Format, Heading, Span, Table
from outline.language import gettext as _
from outline.parts import Note
from outline.readers.budget import Budget
from outline.readers.docx.automatic_numbers import Label, Numbering
from outline.readers.docx.fields import Contents
from outline.readers.docx.foreign_parts import Foreign, moved
from outline.readers.docx.headings_of_types import CENTRED, TypesOfText
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.run_types import RunTypes
from outline.readers.docx.table_places import CellPlace, TablePlaces, in_order, is_mere_layout
from outline.readers.docx.traces import Trace
from outline.readers.docx.word_paragraph import LINE, Paragraph
from outline.readers.docx.wrapped_paragraphs import wraps_among


class GrowingDocument:
    """All paragraphs so far, written with their labels; every offset counts code points of the text.

    `missing` says why files inside the .docx could not be read; `traces` where the text comes from, as far as the paragraphs know.
    """

    def __init__(self, styles: Styles, types: RunTypes, numbering: Numbering, budget: Budget) -> None:
        self.missing: list[str] = []
        self.traces: list[Trace] = []
        self._styles = styles
        self._numbering = numbering
        self._parts: list[str] = []
        self._length = 0
        self._places: list[int] = []
        self._pages: list[int] = []
        self._hard_breaks: list[int] = []
        self._headings: list[tuple[Heading, CellPlace | None]] = []
        self._types = TypesOfText(types)
        self._inner_headings: list[tuple[Heading, CellPlace | None]] = []
        self._centred: list[tuple[Span, CellPlace | None]] = []
        self._numbers: list[AutomaticNumber] = []
        self._contents: list[tuple[Span, Contents | None]] = []
        self._tables = TablePlaces()
        self._tables_of_others: list[Table] = []
        self._notes: list[Note] = []
        self._outside_tables: list[Span] = []
        self._foreign = 0
        self._budget = budget

    def add(self, paragraph: Paragraph) -> None:
        """Write a paragraph, its label before it."""
        if self._places:
            if paragraph.separator == LINE:
                self._hard_breaks.append(self._length)
            self._write(paragraph.separator)
        self._places.append(self._length)
        self._pages += [self._length] * paragraph.turns_before
        span, label = self._write_paragraph(paragraph)
        self._pages += [self._length] * paragraph.turns_inside
        if paragraph.cell:
            self._tables.write(paragraph.cell, span)
        else:
            self._outside_tables.append(span)
        if not paragraph.text.strip() and not label:
            self._types.leave_out(paragraph)
            return
        alignment = self._styles.alignment(paragraph.style, paragraph.alignment)
        if alignment == CENTRED:
            self._centred.append((span, paragraph.cell))
        is_contents = self._styles.is_contents(paragraph.style)
        level = self._styles.heading_level(paragraph.style, paragraph.outline_level)
        if is_contents or paragraph.contents:
            self._contents.append((span, None if is_contents else paragraph.contents))
            self._types.leave_out(paragraph)
        elif level is not None:
            self._headings.append((Heading(*span, level), paragraph.cell))
            if level:
                self._types.leave_out_heading(paragraph, level)
        else:
            self._types.add(paragraph, span, label, alignment)
            shift = span[1] - len(paragraph.text)
            self._inner_headings += ((each.moved(shift), paragraph.cell) for each in paragraph.headings)

    def add_note(self, paragraph: Paragraph) -> None:
        """Write a paragraph of a footnote or an endnote behind all that is there."""
        self._hard_breaks.append(self._length)
        self._write(LINE)
        self._places.append(self._length)
        span = self._write(paragraph.text.strip())
        if span[0] < span[1]:
            self._contents.append((span, None))

    def add_foreign(self, paragraph: Paragraph, foreign: Foreign) -> None:
        """Write all of a file that stands where `paragraph` does."""
        if foreign.problem:
            self._miss(foreign.problem)
            return
        if self._places:
            self._hard_breaks.append(self._length)
            self._write(LINE)
        self._foreign += 1
        document = moved(foreign.document, self._length, str(self._foreign))
        span = self._write(document.text)
        if paragraph.cell:
            self._tables.write(paragraph.cell, span)
        self._places += document.places
        self._hard_breaks += document.hard_breaks
        self._headings += ((each, paragraph.cell) for each in document.headings)
        self._inner_headings += ((each, paragraph.cell) for each in document.inner_headings)
        self._centred += ((each, paragraph.cell) for each in document.centred)
        self._numbers += document.numbers
        self._contents += ((each, None) for each in document.furniture)
        self._tables_of_others += document.tables
        self._notes += document.notes

    def _miss(self, problem: str) -> None:
        """What would stand here cannot be read."""
        self.missing.append(problem)
        message = _("a file inside the document cannot be read, and its text is missing: this {problem}")
        self._notes.append(
            Note("missing-part", message.format(problem=problem), self._length, self._length, {"problem": problem})
        )

    def _write_paragraph(self, paragraph: Paragraph) -> tuple[Span, str]:
        """Where it stands, and its label. One without text counts, but shows none, unless that is all there is in one cell of several,
        as in a column of running numbers."""
        text, start = paragraph.text, self._length
        self._hard_breaks += (start + at for at in paragraph.ends)
        words = text.lstrip("\n")  # a label stands behind the page break before a chapter
        is_shown = paragraph.is_alone or bool(words.strip())
        label = self._numbering.label(paragraph.style, paragraph.num_id, paragraph.level, words, is_shown=is_shown)
        if label is not None:
            self._write(text[: len(text) - len(words)])
            self._number(label)
            text = label.gap + words
        self._write(text)
        if paragraph.traces:
            behind_label = self._length - len(words)
            self._trace(paragraph.traces, start, len(paragraph.text) - len(words), behind_label)
        return (start, self._length), label.text if label else ""

    def _trace(self, traces: tuple[Trace, ...], start: int, breaks: int, behind_label: int) -> None:
        """Text begins at `start` with so many line breaks; what follows on these stands behind the label."""
        for trace in traces:
            by = start if trace.start < breaks else behind_label - breaks
            self.traces.append(Trace(trace.start + by, trace.end + by, trace.origin))

    def _number(self, label: Label) -> None:
        self._budget.make(len(label.text))
        start, _end = self._write(label.text)
        sign = label.text.strip()
        if sign and label.is_number:
            start += len(label.text) - len(label.text.lstrip())
            self._numbers.append(AutomaticNumber(start, start + len(sign), label.list, label.level))

    def _write(self, text: str) -> Span:
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
        return start, self._length

    def document(self, format: Format) -> Document:
        """What has been added, as a Document."""
        text = "".join(self._parts)
        wraps = wraps_among(text, self._outside_tables)
        self._types.join_lines(wraps)
        return Document(
            text,
            format,
            unit="paragraph",
            places=tuple(self._places),
            pages=(0, *self._pages) if self._pages else (),
            furniture=tuple(span for span, contents in self._contents if contents is None or contents.has_ended),
            headings=tuple(self._all_headings()),
            inner_headings=tuple(heading for heading, cell in self._inner_headings if is_mere_layout(cell)),
            lead_ins=self._types.lead_ins(),
            numbers=tuple(self._numbers),
            tables=in_order([*self._tables.tables(), *self._tables_of_others]),
            centred=tuple(span for span, cell in self._centred if is_mere_layout(cell)),
            hard_breaks=tuple(end for end in self._hard_breaks if end not in wraps),
            notes=tuple(self._notes),
        )

    def _all_headings(self) -> list[Heading]:
        """Those that styles and outline levels mark; where these mark no title, the one that type shows above them, and where they mark
        none but a title, all that type shows."""
        marked = [heading for heading, cell in self._headings if is_mere_layout(cell)]
        sections = [heading for heading in marked if heading.level]
        if not sections:
            return sorted(marked + [each for each in self._types.headings() if each.level or not marked])
        has_title = len(sections) < len(marked)
        marked = sorted(marked + self._types.headings_like_marked(sections[0].start))
        return marked if has_title else self._types.title_above(sections[0].start) + marked
