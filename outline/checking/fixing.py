"""A file → the same file with its numbering put right, as far as nothing about it is in doubt."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from outline.checking.mending import Mending, mend
from outline.checking.replacement import Replacement
from outline.document import Document, Format
from outline.language import gettext as _
from outline.model import Note
from outline.problems import FileProblem
from outline.readers import DEFAULT_MAX_SIZE, content_of, read
from outline.readers.sniff import format_of

MOST_TRIALS = 20
"""Series that are tried one after the other where all together would change what the text is read as."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The `content` of the fixed file, and what was found in the old one, whose `document` the offsets speak of.

    - `changes` have been made, in a Word file as tracked changes;
    - `left`: notes on broken series that stay as they are; `references`: notes on places that refer to a number which is another now.
    """

    content: bytes
    document: Document
    changes: list[Replacement]
    left: list[Note]
    references: list[Note]


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

    def reading(new: bytes) -> Document:
        return read(new, encoding=encoding, format=chosen, max_size=max_size)

    document = reading(content)
    file = _file(content, document, max_size)
    mending = mend(document)
    _leave_what_cannot_be_changed(mending, file)
    if mending.series:
        _leave_what_reads_otherwise(mending, lambda changes: mend(reading(file.replaced(changes, date))))
    changes = mending.replacements
    fixed = file.replaced(changes, date) if changes else content
    return Fixed(fixed, document, changes, mending.left, mending.references())


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


def _leave_what_cannot_be_changed(mending: Mending, file: _File) -> None:
    reasons = iter(file.obstacles([one for series in mending.series for one in series]))  # all in one go over the file
    obstacles = [[next(reasons) for _one in series] for series in mending.series]
    for place in reversed(range(len(obstacles))):
        reason = next(filter(None, obstacles[place]), "")
        if reason:
            mending.leave(place, reason)


def _leave_what_reads_otherwise(mending: Mending, mended: Callable[[list[Replacement]], Mending]) -> None:
    """Keep only series after whose change all points stand where they stood, and nothing is left to change."""
    if _is_settled(mending, mended(mending.replacements), open_series=0):
        return
    every, mending.series = mending.series, []
    for place, series in enumerate(every):
        mending.series.append(series)
        still_open = len(every) - len(mending.series)
        if place >= MOST_TRIALS or not _is_settled(mending, mended(mending.replacements), still_open):
            mending.leave(len(mending.series) - 1, _("the text would be read otherwise afterwards"))


def _is_settled(old: Mending, new: Mending, open_series: int) -> bool:
    return len(new.series) <= open_series and new.levels == old.levels
