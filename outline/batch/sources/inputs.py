"""One document to be done, and how its text is come by."""

import hashlib
import os
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from outline.batch.sources.names import shown
from outline.language import DATA_LANGUAGE, using_language
from outline.problems import NotDone, is_passing
from outline.readers import why_not_read

Kind = Literal["file", "member", "record", "content", "text", "problem", "obstacle", "changed"]


class Changed(NotDone):
    """An input is no longer what the plan of the run says: that is no failure of its own, and the next run tries it again."""

    def __init__(self) -> None:
        super().__init__("has changed while it was read: give the same command again")


@dataclass(slots=True)
class Input:
    """A document by its `id`, which the rows show, and its `key`, which no other document of the run has.

    - `path`: the file that is or holds it; `place`: the member of the archive, or the number of the record (from 1).
    - `name`: what its output is called, before it gets an ending of its own: parts with `/` between them, each safe as a file's name.
    - `size` in bytes, `mtime` in nanoseconds (of the archive, for what is in one) and `digest` (of the content, where known) say whether it
      has changed.
    - `content`: the bytes of a record, or of a file or text that has been read already.
    - `problem`: why it cannot be read, known before it is tried. For an "obstacle", it has nothing to do with the document.
    """

    key: str
    id: str
    kind: Kind
    path: str
    place: str = ""
    name: str = ""
    size: int = 0
    mtime: int = 0
    digest: str = ""
    content: bytes = b""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be done: its place in the run, the input, and the name of its output below the folder of the target."""

    ordinal: int
    input: Input
    output: str


class NamedBytes(BytesIO):
    """Bytes of a file, whose `name` says what they are where they do not."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def digest_of(content: bytes) -> str:
    """The SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def key_of(path: str) -> str:
    """The key of the file at `path`: the same on all systems, and text that has a UTF-8 form."""
    return shown(path.replace(os.sep, "/"))


def problem_of(path: str, name: str, error: Exception | str, place: str = "") -> Input:
    """What stands for an input that `error` has made unreadable; `place` tells it from others in the same file."""
    with using_language(DATA_LANGUAGE):  # it goes into the manifest
        problem = f"cannot be read: {error}" if isinstance(error, str) else why_not_read(error)
    kind: Kind = "obstacle" if isinstance(error, Exception) and is_passing(error) else "problem"
    key = key_of(path) + place
    return Input(key, key, kind, path, place, name, digest=digest_of(problem.encode()), problem=problem)
