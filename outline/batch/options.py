"""What a batch run is told to do, and what of it decides the outcome."""

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from outline import __version__
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers import DEFAULT_MAX_SIZE
from outline.writers.formats import FORMATS, FormatName

Kind = Literal["folder", "jsonl", "jsonl.gz", "parquet"]
Rows = Literal["documents", "sections", "chunks"]

ENDINGS: dict[FormatName, str] = {format: form.endings[0] for format, form in FORMATS.items()}
"""What the output of a document in each format is called."""

_READ = (
    *("txt", "md", "markdown", "html", "htm", "mht", "mhtml"),
    *("docx", "docm", "dotx", "dotm", "doc", "wps", "rtf", "odt", "pdf"),
)
GLOB = tuple(f"*.{ending}" for ending in _READ)
"""The files of folders and archives that are read if nothing is said."""

_FILES: tuple[Kind, ...] = ("jsonl", "jsonl.gz", "parquet")


class WrongUsage(Exception):
    """Options that make no sense together; the message is one line."""


@dataclass(frozen=True)
class ChunkSizes:
    """How speeches are cut where rows are chunks: what `outline.chunks` is told."""

    max_size: int = 800
    min_size: int = 0
    overlap: int = 0
    verbatim: bool = False


@dataclass(frozen=True)
class Reading:
    """How inputs are found and read: patterns of names, fields of records, the encoding of files that hold text, whether headings
    without numbers count, and how what was read is cut into chunks."""

    glob: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_field: str = "text"
    id_field: str | None = None
    encoding: str | None = None
    checksum: bool = False
    max_size: int = DEFAULT_MAX_SIZE
    headings: bool = True
    chunk_sizes: ChunkSizes = ChunkSizes()

    def wants(self, name: str) -> bool:
        """Whether the file `name`, relative to its SOURCE and with `/` between its parts, is asked for. Upper and lower case are the same.

        A pattern with a `/` is compared with all of the name, another one with its last part.
        """
        return _fits(name, self.glob or GLOB) and not self.excludes(name)

    def excludes(self, name: str) -> bool:
        """Whether the file or folder `name` is to be left out."""
        return _fits(name, self.exclude)


@dataclass(frozen=True)
class Limits:
    """What one document may take: `timeout` in seconds, `memory` in bytes beyond what a worker has anyway; None is no limit."""

    timeout: float | None = None
    memory: int | None = None


@dataclass(frozen=True)
class Target:
    """Where the outlines go: a folder with a file a document, or one file with rows. All paths are absolute and real."""

    path: str
    kind: Kind
    format: FormatName = "markdown"
    rows: Rows = "documents"

    @property
    def state(self) -> str:
        """The folder that holds what a run must remember; one output folder may take several formats, each with a state of its own."""
        if self.kind == "folder":
            return os.path.join(self.path, ".outline-batch", self.format)
        return os.path.join(os.path.dirname(self.path), f".{os.path.basename(self.path)}.outline-batch")

    @property
    def errors(self) -> str:
        """The file that lists the documents that failed, in a folder those of all formats there."""
        if self.kind == "folder":
            return os.path.join(self.path, "errors.jsonl")
        return self.path + ".errors.jsonl"


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    name = name.lower()
    last = name.rpartition("/")[2]
    return any(fnmatchcase(name if "/" in pattern else last, pattern.lower()) for pattern in patterns)


_LOOKS_LIKE_A_FILE = tuple(
    f".{ending}" for ending in ("csv", "tsv", "json", "txt", "md", "html", "xml", "xlsx", "docx", "pdf", "gz", "zip")
)


def target(path: str, format: FormatName | None, rows: Rows | None) -> Target:
    """The target that is called `path`. Raises WrongUsage if the options do not go with it, FileProblem if something else is there."""
    kind: Kind | None = next((kind for kind in _FILES if path.lower().endswith("." + kind)), None)
    if kind and format:
        raise WrongUsage(_("-f is for a folder: what is in a .{kind} is said by --rows").format(kind=kind))
    if not kind and rows:
        raise WrongUsage(_("--rows is for one file: let OUT end in .jsonl, .jsonl.gz or .parquet"))
    if not kind and path.lower().endswith(_LOOKS_LIKE_A_FILE) and not os.path.isdir(path):
        raise WrongUsage(
            _("OUT looks like a file, but of no kind that is written: end it in .jsonl, .jsonl.gz or .parquet")
        )
    if kind and os.path.isdir(path):
        raise FileProblem(_("is a folder: name a file"))
    if not kind and os.path.exists(path) and not os.path.isdir(path):
        raise FileProblem(_("is a file: name a folder, or a file that ends in .jsonl, .jsonl.gz or .parquet"))
    return Target(os.path.realpath(path), kind or "folder", format or "markdown", rows or "documents")


def settings(what: FormatName | Rows, reading: Reading) -> str:
    """All that decides what becomes of an input, as one line for the manifest."""
    decide = (reading.text_field, reading.id_field, reading.encoding, reading.max_size, reading.headings)
    return repr((__version__, what, *decide, *((reading.chunk_sizes,) if what == "chunks" else ())))
