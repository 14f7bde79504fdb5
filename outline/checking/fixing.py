"""A file → the same file with its numbering put right, as far as nothing about it is in doubt."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, Protocol

from outline.checking.findings import check
from outline.checking.mending import mend
from outline.checking.replacement import Replacement
from outline.checking.rules import severity_of
from outline.document import Document, Format
from outline.language import gettext as _
from outline.parser import parse
from outline.parts import Note
from outline.problems import FileProblem
from outline.readers import DEFAULT_MAX_SIZE, content_of, read
from outline.readers.sniff import format_of

MOST_TRIALS = 20
"""Series that are tried one after the other where all together would change what the text is read as."""
UNSURE = ("only-one", "doubtful", "read-as-text")
"""Codes of findings that a slip may hide behind."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The `content` of the fixed file, and what was found in the old one, whose `document` the offsets speak of.

    - `changes` have been made, in a Word file as tracked changes;
    - `left`: notes on broken series that stay as they are; `references`: notes on places that refer to a number which is another now.
    - `still_wrong`: how many numbers a check calls wrong in the fixed file: those of series that were left, and what counting cannot find.
      `unsure`: how many findings there may be the trace of a slip that nobody can put right by counting: a lone 一、, a point that is in
      doubt, a line like one that was read as text. `others`: how many more findings there are, of levels, headings and announcements.
    """

    content: bytes
    document: Document
    changes: list[Replacement]
    left: list[Note]
    references: list[Note]
    still_wrong: int
    unsure: int
    others: int


class _File(Protocol):
    """A file in which text can be replaced."""

    def obstacles(self, replacements: Sequence[Replacement]) -> list[str]:
        """For each of the replacements why it cannot be made, or nothing."""

    def replaced(self, replacements: Sequence[Replacement], date: str | None) -> bytes:
        """The file with the replacements."""


def fix(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    date: str | None = None,
    encoding: str | None = None,
    format: Format | None = None,
    max_size: int = DEFAULT_MAX_SIZE,
) -> Fixed:
    """Put the numbering of a .docx, a text or a Markdown file right; `source` is whatever `read` takes, and stays as it is.

    Broken series are counted anew, and a marker that is dressed otherwise than its series is dressed as that; in a Word file these are
    tracked changes of this `date` (`2026-01-31T12:00:00Z`). A series is left as it is where it is in doubt, where the file counts it
    itself, and where the text would be read otherwise afterwards. What is fixed needs no fixing again. `encoding`, `format` and `max_size`
    are those of `read`. Raises FileProblem for a file that cannot be read, or is of another kind.
    """
    content, name = content_of(source, max_size)
    chosen = format or format_of(content, name)
    first = _Attempt(content, date, partial(read, encoding=encoding, format=chosen, max_size=max_size), max_size)
    mending = first.mending
    if (
        first.is_partial and mending.series
    ):  # what is left may look otherwise now, and must not be fixed at the next time
        second = _Attempt(first.fixed(), date, first.reading, max_size)
        if second.mending.series:
            first.leave_all()
    content = first.fixed()
    codes = [note.code for note in check(parse(first.reading(content)), severity="info")]
    unsure = sum(code in UNSURE for code in codes)
    graves = Counter(severity_of(code) for code in codes if code not in UNSURE)
    found = content, mending.document, mending.replacements, mending.left, mending.references()
    return Fixed(*found, graves["error"], unsure, graves["warning"])


class _Attempt:
    """What is to be done about a file; `is_partial` if some of it would have the text read otherwise."""

    def __init__(self, content: bytes, date: str | None, reading: Callable[[bytes], Document], max_size: int) -> None:
        self._content, self._date, self.reading = content, date, reading
        document = reading(content)
        self._file = _file(content, document, max_size)
        self.mending = mend(document)
        self.is_partial = False
        self._open = self._leave_what_cannot_be_changed()
        if self.mending.series and not self._is_settled():
            self.is_partial = True
            self._leave_what_reads_otherwise()

    def fixed(self) -> bytes:
        """The file as it should be."""
        changes = self.mending.replacements
        return self._file.replaced(changes, self._date) if changes else self._content

    def leave_all(self) -> None:
        """Nothing is to be done about the file."""
        for place in reversed(range(len(self.mending.series))):
            self.mending.leave(place, _otherwise())

    def _leave_what_cannot_be_changed(self) -> int:
        """How many series there are of which something cannot be changed."""
        series = self.mending.series
        reasons = iter(self._file.obstacles([one for replacements in series for one in replacements]))
        obstacles = [[next(reasons) for _one in replacements] for replacements in series]
        count = 0
        for place in reversed(range(len(obstacles))):
            reason = next(filter(None, obstacles[place]), "")
            if reason:
                self.mending.leave(place, reason)
                count += 1
        return count

    def _leave_what_reads_otherwise(self) -> None:
        """Try the series one after the other, and keep those after whose change all points stand where they stood."""
        every, self.mending.series = self.mending.series, []
        self._open += len(every)
        for tried, series in enumerate(every):
            self.mending.series.append(series)
            self._open -= 1
            if tried >= MOST_TRIALS or not self._is_settled():
                self.mending.leave(len(self.mending.series) - 1, _otherwise())
                self._open += 1

    def _is_settled(self) -> bool:
        """Is the fixed file read as before, and nothing left to change in it but in those series that are to stay?"""
        after = mend(self.reading(self.fixed()))
        return after.levels == self.mending.levels and len(after.series) <= self._open


def _otherwise() -> str:
    return _("the text would be read otherwise afterwards")


def _file(content: bytes, document: Document, max_size: int) -> _File:
    if document.format == "docx":
        from outline.checking.word_files.tracked_changes import TrackedChanges

        return TrackedChanges(content, max_size)
    if document.format in ("text", "markdown"):
        from outline.checking.text_files import TextFile

        return TextFile(content, document)
    raise FileProblem(
        _("is {format}: only Word files (.docx), text and Markdown can be fixed").format(format=document.format)
    )
