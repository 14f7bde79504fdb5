"""Lists of documents: .jsonl, .jsonl.gz and .csv, a record a document.

A list is read twice, once to see what is to be done and once to do it, so that it need not be in memory.
"""

import csv
import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from outline.batch.options import Reading
from outline.batch.sources.inputs import Input, Order, digest_of, key_of, problem_of
from outline.batch.sources.names import safe, shown
from outline.problems import FileProblem
from outline.readers import refuse_larger

_LONGEST_FIELD = (1 << 31) - 1
"""What the csv module can be told everywhere."""


def records(path: str, prefix: str, reading: Reading) -> Iterator[Input]:
    """The records of the list at `path`, each with its content: the line of JSON, or the row as one.

    The key of a record is its place, `texts.jsonl:17`: lines count from 1, rows of a .csv without the header. So is its id, unless the
    reading names a field. What makes the rest of the list unreadable is the last record.
    """
    number = 0
    try:
        for number, content in enumerate(_contents(path, reading.max_size), 1):
            if content.strip():
                yield _record(path, number, content, prefix, reading)
    except (OSError, EOFError, UnicodeError, zlib.error, csv.Error) as error:
        yield problem_of(path, f"{prefix}{number + 1:08d}", error, place=f":{number + 1}")


def fill(path: str, orders: Iterable[Order], reading: Reading) -> Iterator[Order]:
    """The `orders`, all of them records of the list at `path` in its order, with their content."""
    found = (one for one in records(path, "", reading) if one.kind == "record")
    for order in orders:
        one = next((one for one in found if one.key == order.input.key), None)
        if one is None or one.digest != order.input.digest:
            order.input.kind = "changed"
        else:
            order.input.content = one.content
        yield order


def text_of(one: Input, reading: Reading) -> str:
    """The text of a record. Raises FileProblem."""
    refuse_larger(len(one.content), reading.max_size)
    try:
        record = json.loads(one.content)
    except (ValueError, RecursionError) as error:
        raise FileProblem("is no JSON: a line must hold one object") from error
    return checked(record.get(reading.text_field) if isinstance(record, dict) else None, reading.text_field)


def checked(text: object, field: str) -> str:
    """What stands in the `field` for the text. Raises FileProblem if it is no text."""
    if not isinstance(text, str):
        raise FileProblem(f"has no text in the field {field!r}: name another with --text-field")
    if not text.strip():
        raise FileProblem("is empty: there is nothing to read")
    return text


def _contents(path: str, max_size: int) -> Iterator[bytes]:
    """The lines of the list; of a line that is too long only so much that it is seen to be."""
    if path.lower().endswith(".csv"):
        yield from _csv_rows(path, max_size)
        return
    with gzip.open(path) if path.lower().endswith(".gz") else open(path, "rb") as file:
        while line := file.readline(min(max_size, sys.maxsize - 1) + 1):
            yield line.removeprefix(b"\xef\xbb\xbf")
            while not line.endswith(b"\n") and (line := file.readline(1 << 20)):
                pass


def _csv_rows(path: str, max_size: int) -> Iterator[bytes]:
    csv.field_size_limit(min(max_size, _LONGEST_FIELD))
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            named = {name: value for name, value in row.items() if name is not None}
            yield json.dumps(named, ensure_ascii=False).encode("utf-8")


def _record(path: str, number: int, content: bytes, prefix: str, reading: Reading) -> Input:
    key = f"{key_of(path)}:{number}"
    id = _id(content, reading)
    name = prefix + safe(id or f"{number:08d}")
    return Input(
        key, id or key, "record", path, str(number), name, len(content), digest=digest_of(content), content=content
    )


def _id(content: bytes, reading: Reading) -> str | None:
    """What the field for it says, if there is such a field in the record and it says something."""
    if reading.id_field is None:
        return None
    try:
        record: Any = json.loads(content)
        value = record.get(reading.id_field)
    except (ValueError, RecursionError, AttributeError):
        return None
    return shown(str(value)) if isinstance(value, str | int | float) and str(value) else None
