"""Damaged files are read as far as they can be, or refused in one line: nothing else ever happens.

pytest tries a few of every format, the same ones every time. For longer, with new ones every time:

    python tests/fuzz/test_fuzz.py --minutes 10 [--only docx html] [--keep FOLDER]

The file that was read last is kept in FOLDER: the one in which something was found, even if it ended the process.
"""

import argparse
import faulthandler
import os
import sys
import time
from pathlib import Path

import pytest
import sample_files
from damage import FILES
from hypothesis import HealthCheck, given, settings

from outline import Document, FileProblem, Note, parse, read
from outline.checking.fixing import fix
from outline.checking.word_files.comments import with_comments
from outline.document import Format

FEW, MANY = 40, 100
LONGEST = 10
"""Seconds of processor time that a file of some kilobytes may take, on the slowest of machines."""


def check(content: bytes, format: Format | None = None) -> None:
    """What holds for any bytes."""
    start = processor_time()
    try:
        document = read(content, format=format)
    except FileProblem as problem:
        refused = str(problem)
    else:
        refused = ""
        check_document(document)
    assert refused.isprintable(), refused
    assert processor_time() - start < LONGEST
    if not refused and document.format in ("docx", "text", "markdown"):
        check_written(content, document)


def check_written(content: bytes, document: Document) -> None:
    """What can be read can be fixed, or is refused, and its text stays when it is commented on."""
    try:
        fixed = fix(content, format=document.format)
        again = fix(fixed.content, format=document.format)
        assert (again.content, again.changes) == (fixed.content, [])
        if document.format == "docx":
            size = len(document.text)
            notes = [Note("code", str(at), at, min(at + 3, size)) for at in range(0, size, size // 9 + 1)]
            assert read(with_comments(content, notes)) == document
    except FileProblem as problem:
        refused = str(problem)
    else:
        refused = ""
    assert refused.isprintable(), refused


def processor_time() -> float:
    """Seconds spent so far, by this process and by those that it waited for."""
    return sum(os.times()[:4])


def check_document(document: Document) -> None:
    assert isinstance(document, Document)
    size = len(document.text)
    notes = [(note.start, note.end) for note in document.notes]
    rows = [row[:2] for table in document.tables for row in table.rows]
    for known in (
        document.furniture,
        document.headings,
        document.numbers,
        document.tables,
        document.code,
        document.signs,
        rows,
        notes,
    ):
        spans = [span[:2] for span in known]
        assert all(0 <= start <= end <= size for start, end in spans), spans
        assert known is rows or [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert all(document.text[at] == "\n" for at in document.hard_breaks)
    assert list(document.hard_breaks) == sorted(set(document.hard_breaks))
    assert list(document.places) == sorted(document.places)
    assert all(0 <= place <= size for place in document.places)
    parse(document)


def _named(format: str) -> Format | None:
    """What the reader is told: Markdown alone does not say by its content what it is."""
    return "markdown" if format == "markdown" else None


def try_files(format: str, examples: int, *, same: bool, keep: Path | None = None) -> None:
    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=same,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(FILES[format]())
    def a_damaged_file(content: bytes) -> None:
        if keep is not None:
            (keep / f"last.{format}").write_bytes(content)
        check(content, _named(format))

    a_damaged_file()


@pytest.mark.parametrize("format", FILES)
def test_damaged_files_are_read_or_refused_in_one_line(format: str) -> None:
    try_files(format, FEW, same=True)


@pytest.mark.parametrize("format", FILES)
def test_whole_files_are_read_so_that_there_is_something_to_damage(format: str) -> None:
    document = read(getattr(sample_files, format)(), format=_named(format))
    assert document.format == format
    assert {section.level for section in parse(document).walk()} >= {1, 2}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=1)
    arguments.add_argument("--only", nargs="*", choices=list(FILES), default=list(FILES))
    arguments.add_argument("--keep", type=Path)
    options = arguments.parse_args()
    faulthandler.enable()
    end = time.monotonic() + 60 * options.minutes
    tried = dict.fromkeys(options.only, 0)
    while tried and time.monotonic() < end:
        for format in tried:
            try_files(format, MANY, same=False, keep=options.keep)
            tried[format] += MANY
    print(f"tried without a finding: {tried}", file=sys.stderr)


if __name__ == "__main__":
    main()
