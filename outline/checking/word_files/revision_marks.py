"""What marks of several kinds in a Word file have in common: who made them, when, and the number by which they are told apart."""

import re
from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import quoteattr

AUTHOR = "outline"
_ID = re.compile(rb":id\s*=\s*[\"'](\d{1,10})[\"']")


class Marks:
    """Attributes for new marks in parts of XML that hold others: none of the numbers of those is given again.

    `date` is written as ISO 8601 has it, `2026-01-31T12:00:00Z`, or not at all.
    """

    def __init__(self, prefix: bytes, date: str | None, *parts: bytes) -> None:
        self._prefix, self._date = prefix.decode(), date
        used = {int(match[1]) for part in parts for match in _ID.finditer(part)}
        self._free: Iterator[int] = (number for number in count(1) if number not in used)

    def next_id(self) -> int:
        """A number that no mark has."""
        return next(self._free)

    def attributes(self, id_: int) -> str:
        """Number, author and date, each behind a blank."""
        prefix = self._prefix
        date = f" {prefix}date={quoteattr(self._date)}" if self._date else ""
        return f' {prefix}id="{id_}" {prefix}author="{AUTHOR}"{date}'
