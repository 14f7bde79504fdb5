"""The paragraphs of a .docx with the type that they are set in, and the headings that this shows."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from outline.document import Heading, Span
from outline.readers.docx.lead_ins import LeadIns
from outline.readers.docx.run_types import NOTHING_STATED, RunTypes, StatedType, TypedLine, is_in_red
from outline.readers.docx.table_places import CellPlace, is_mere_layout
from outline.readers.docx.word_paragraph import Paragraph
from outline.readers.headings_by_type import headings_by_type
from outline.readers.title_by_type import is_bare_kind, title_of
from outline.readers.typed_paragraphs import TypedParagraph, is_text, may_be_heading
from outline.readers.typefaces import Typeface, commonest
from outline.readers.what_heads_text import heads_among

_FEWEST_FACES, _MOST_LINES = 2, 3
_OTHER = TypedParagraph(0, 0, "│", (Typeface(0, 0),), may_head=False)
"""Stands for whatever is in a table, on a contents page, or another part of the text."""
_LONGEST = 60
CENTRED, _AT_THE_RIGHT = "center", ("right", "end")
_WithBody = tuple[list[TypedParagraph], Typeface, dict[Span, bool]]


class TypesOfText:
    """Takes the paragraphs that are not marked otherwise, in order, each with where it came to stand."""

    def __init__(self, types: RunTypes) -> None:
        self._types = types
        self._paragraphs: list[tuple[TypedParagraph, CellPlace | None, bool]] = []
        self._faces: set[Typeface] = set()
        self._lead_ins = LeadIns()
        self._page = 0
        self._marked: dict[Typeface, int] = {}
        self._kept: _WithBody | None = None

    def add(self, paragraph: Paragraph, span: Span, label: str, alignment: str | None) -> None:
        """A paragraph with text, at `span`, with the label that the file counts, or none; `alignment` says where its lines stand."""
        text = paragraph.text
        if is_mere_layout(paragraph.cell):
            self._lead_ins.add(paragraph.pieces, span, label, partial(self._types.typeface, paragraph.style))
        self._page += paragraph.turns_before + bool(paragraph.begins_page)
        for line in paragraph.lines or (TypedLine(0, len(text), paragraph.types),):
            words = text[line.start : line.end].strip()
            if words or label:
                at = text.find(words, line.start)
                start = span[1] - len(text) + at
                end = start + len(words)
                if label:
                    start = span[0] + len(text) - len(text.lstrip("\n"))
                types = line.types or (NOTHING_STATED,)
                typed = TypedParagraph(
                    start,
                    end,
                    label + words,
                    self._faces_of(paragraph, types),
                    self._page + bisect_left(paragraph.ends, at),
                    may_head=words.count("\n") < _MOST_LINES and alignment not in _AT_THE_RIGHT,
                    is_red=is_in_red(types[0]),
                    is_numbered=bool(label),
                )
                self._paragraphs.append((typed, paragraph.cell, alignment == CENTRED))
                label = ""
        self._page += paragraph.turns_inside + len(paragraph.ends) + bool(paragraph.ends_section)

    def _faces_of(self, paragraph: Paragraph, types: tuple[StatedType, ...]) -> tuple[Typeface, ...]:
        faces = dict.fromkeys([self._types.typeface(paragraph.style, stated) for stated in types])
        self._faces.update(faces)
        return tuple(faces)

    def leave_out(self, paragraph: Paragraph) -> None:
        """A paragraph without text, or one that is marked otherwise."""
        self._page += paragraph.turns_before + bool(paragraph.begins_page) + len(paragraph.ends)
        is_new = not self._paragraphs or self._paragraphs[-1][0].words != _OTHER.words
        if paragraph.text.strip() and is_new:
            self._paragraphs.append((_OTHER._replace(page=self._page), None, False))
        self._page += paragraph.turns_inside + bool(paragraph.ends_section)

    def leave_out_heading(self, paragraph: Paragraph, level: int) -> None:
        """A paragraph with text that a style or an outline level marks as the heading of a section of this level."""
        for face in self._faces_of(paragraph, paragraph.types or (NOTHING_STATED,)):
            self._marked[face] = max(level, self._marked.get(face, level))
        self.leave_out(paragraph)

    def join_lines(self, wraps: set[int]) -> None:
        """Lines of one type are one paragraph where one ends at one of the `wraps`, and only blanks part them."""
        if not wraps:
            return
        joined: list[list[tuple[TypedParagraph, CellPlace | None, bool]]] = []
        for each in self._paragraphs:
            if joined and _goes_on(joined[-1][-1][0], each[0], wraps):
                joined[-1].append(each)
            else:
                joined.append([each])
        self._paragraphs = [(_one_of([typed for typed, _, _ in lines]), *lines[0][1:]) for lines in joined]

    def lead_ins(self) -> tuple[Span, ...]:
        """How paragraphs with a number begin that have a type of their own up to there."""
        return self._lead_ins.found(self._with_body()[1], (typed.words for typed, _, _ in self._paragraphs))

    def headings_like_marked(self, first: int) -> list[Heading]:
        """What looks like one of the headings that are marked, in type larger than the text, and heads text below the offset `first`: where
        styles came late, some headings were left as they had been typed."""
        paragraphs, body, _ = self._with_body()
        levels = {face.beside(body): level for face, level in self._marked.items() if face.is_larger_than(body)}
        alike = [
            n
            for n, each in enumerate(paragraphs)
            if each.start > first and each.face in levels and not each.has_marker and may_be_heading(each, body)
        ]
        return [
            Heading(*paragraphs[n].span, levels[paragraphs[n].face]) for n in heads_among(alike, 0, paragraphs, body)
        ]

    def headings(self) -> list[Heading]:
        """The title, and the headings if there are such without numbers: what is numbered says itself that it is a point."""
        paragraphs, body, own = self._with_body()
        if not any(may_be_heading(each, body) for each in paragraphs):
            return []
        title = title_of(paragraphs, body)
        found = headings_by_type(paragraphs, body, title)
        if all(own.get(heading[:2], True) for heading in found):
            found = []
        return ([Heading(*title.span, 0)] if title else []) + [heading for heading in found if heading[:2] in own]

    def title_above(self, first: int) -> list[Heading]:
        """The title, if it stands before the offset `first`, where the first heading is that is marked, in larger type than any of them,
        and tells more than its kind: on a cover, 毕业论文 may stand above the title."""
        paragraphs, body, _ = self._with_body()
        title = title_of(paragraphs, body) if paragraphs else None
        is_title = (
            title and title.end <= first and title.face.size > max((face.size for face in self._marked), default=0)
        )
        return [Heading(*title.span, 0)] if title and is_title and not is_bare_kind(title.words) else []

    def _with_body(self) -> _WithBody:
        """The paragraphs, those of a title joined, the type of most of the text, and which single ones have a number; none where all is
        in one type. Asked for once all are there, and kept."""
        if self._kept is None:
            self._kept = self._put_together()
        return self._kept

    def _put_together(self) -> _WithBody:
        if len(self._faces) < _FEWEST_FACES:
            return [], Typeface(0, 0), {}
        spoken = [
            (typed if is_mere_layout(cell) else _OTHER, is_centred) for typed, cell, is_centred in self._paragraphs
        ]
        body = commonest((typed.face, len(typed.words)) for typed, _ in spoken)
        spoken = [(typed.beside(body), is_centred) for typed, is_centred in spoken]
        return list(_lines_joined(spoken, body)), body, {typed.span: typed.has_marker for typed, _ in spoken}


def _lines_joined(paragraphs: list[tuple[TypedParagraph, bool]], body: Typeface) -> Iterator[TypedParagraph]:
    """The paragraphs; where ones of one type that stands out of that of the `body` follow each other on one page, as the lines of a title
    do, they are one: centred ones, and above all text larger ones, which may be centred by blanks."""
    joined: TypedParagraph | None = None
    is_above_text = True
    for typed, is_centred in paragraphs:
        is_above_text = is_above_text and not is_text(typed, body)
        is_in_middle = is_centred or (is_above_text and typed.face.is_larger_than(body))
        is_line = is_in_middle and may_be_heading(typed, body)
        is_alike = joined and (typed.face, typed.page) == (joined.face, joined.page)
        if joined and is_line and is_alike and len(joined.words) <= _LONGEST and not typed.has_marker:
            joined = joined._replace(end=typed.end, words=joined.words + typed.words)
            continue
        if joined:
            yield joined
        joined = typed if is_line else None
        if not is_line:
            yield typed
    if joined:
        yield joined


def _goes_on(typed: TypedParagraph, following: TypedParagraph, wraps: set[int]) -> bool:
    is_alike = typed.faces == following.faces and typed.end > 0
    return is_alike and not wraps.isdisjoint(range(typed.end, following.start))


def _one_of(lines: list[TypedParagraph]) -> TypedParagraph:
    return lines[0]._replace(end=lines[-1].end, words="".join(line.words for line in lines))
