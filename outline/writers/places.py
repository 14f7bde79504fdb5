"""Where something stands in a document, as people find it: page, paragraph, line; and below which points."""

from bisect import bisect_right
from typing import NamedTuple

from outline.bare import AnyOutline
from outline.document import Document
from outline.language import gettext as _
from outline.parts import Section
from outline.patterns import late

_LINE_END = late(r"\r\n?|\n")
_WITH_LINES = ("text", "markdown")
"""Formats whose text is the file itself: its lines are those that an editor counts."""
_LONGEST_LABEL = 20
"""Code points of a heading without a number that stand for it in a path."""


class Place(NamedTuple):
    """All counted from 1; 0 is what the file does not know. `paragraph` counts those of the page in a PDF, and of the whole file in a Word
    file, whose pages are those of when it was saved last."""

    page: int = 0
    paragraph: int = 0
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The place in words, in the language that holds: `page 3, paragraph 2`."""
        if self.page:
            return _("page {page}, paragraph {paragraph}").format(page=self.page, paragraph=self.paragraph)
        if self.paragraph:
            return _("paragraph {paragraph}").format(paragraph=self.paragraph)
        return _("line {line}").format(line=self.line)


class Places:
    """The places of a document. Lines and paragraphs are counted when the first is asked for.

    >>> [*Places(Document("一、甲\\n\\n二、乙")).at(6)]
    [0, 0, 3, 2]
    >>> str(Places(Document("一、甲\\n二、乙", format="docx", unit="paragraph", places=(0, 4))).at(5))
    'paragraph 2'
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._line_starts: list[int] = []
        self._starts_of_words: list[int] | None = None

    def at(self, offset: int) -> Place:
        """The place of the character at `offset`, in code points."""
        document = self._document
        if document.unit == "page":
            page = max(document.place_of(offset), 1)
            return Place(page, self._paragraph(offset) - self._paragraph(document.places[page - 1] - 1))
        if document.unit == "paragraph":
            return Place(bisect_right(document.pages, offset), max(document.place_of(offset), 1))
        if document.format not in _WITH_LINES:
            return Place(paragraph=max(self._paragraph(offset), 1))
        line = bisect_right(self._lines, offset)
        return Place(line=line, column=offset - self._lines[line - 1] + 1)

    def line_around(self, offset: int) -> tuple[int, int]:
        """Where the line begins and ends that holds the character at `offset`."""
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        match = _LINE_END.search(self._document.text, start)
        return start, match.start() if match else len(self._document.text)

    def _paragraph(self, offset: int) -> int:
        """How many lines with words begin at `offset` or before it."""
        return bisect_right(self._lines_with_words, offset)

    @property
    def _lines(self) -> list[int]:
        if not self._line_starts:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self._document.text))]
        return self._line_starts

    @property
    def _lines_with_words(self) -> list[int]:
        if self._starts_of_words is None:
            text, starts = self._document.text, self._lines
            ends = [*starts[1:], len(text)]
            self._starts_of_words = [a for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
        return self._starts_of_words


def path_at(outline: AnyOutline, offset: int) -> list[str]:
    """The labels of the sections that `offset` lies in, from the top down, without the one whose marker or heading it lies in; a heading
    without a number in quotation marks.

    >>> from outline.parser import parse
    >>> path_at(parse("一、甲\\n（一）丙\\n（二）丁\\n二、乙"), 9)
    ['一、']
    """
    found: list[str] = []
    sections = outline.sections
    while sections:
        n = bisect_right(sections, offset, key=_start)
        if not n or offset >= sections[n - 1].end:
            break
        section = sections[n - 1]
        if offset < section.heading.end or offset <= (section.marker or section.heading).start:
            break
        found.append(section.label if section.marker else f"“{section.label[:_LONGEST_LABEL]}”")
        sections = section.sections
    return found


def _start(section: Section) -> int:
    return section.start


def told_at(place: Place, path: list[str], message: str) -> str:
    """A message with its place and path, as a sentence in the language that holds: `第44段，二、（二）下：“2．”之后是“4．”，缺“3．”。`"""
    if path:
        sentence = _("{place}, below {path}: {message}.")
        return sentence.format(place=place, path=_path_in_words(path), message=message)
    return _("{place}: {message}.").format(place=place, message=message)


def told_below(path: list[str], message: str) -> str:
    """A message with its path, where the place is told otherwise."""
    if path:
        return _("below {path}: {message}.").format(path=_path_in_words(path), message=message)
    return _("{message}.").format(message=message)


def noted_at(code: str, place: Place, path: list[str], message: str) -> str:
    """The same with the code of the note, as a line without an end: `missing-number at line 9, below 二、/（二）: …`."""
    if path:
        line = _("{code} at {place}, below {path}: {message}")
        return line.format(code=code, place=place, path=_path_in_words(path), message=message)
    return _("{code} at {place}: {message}").format(code=code, place=place, message=message)


def _path_in_words(path: list[str]) -> str:
    words = path[0]
    for label in path[1:]:
        # For translators: two labels of a path, as 一、 and （一）.
        both = _("{outer}/{inner}").format(outer=words, inner=label)
        words = label if label.startswith(words + ".") else both  # a decimal tells by itself where it stands: 9.2
    return words
