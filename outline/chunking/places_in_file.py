"""Where in the file a stretch of its text stands: on which page, in which paragraph or line."""

import re
from bisect import bisect_right

from outline.chunking.chunk import Place
from outline.document import Document

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The places of a document; where the file knows none, they are lines."""

    def __init__(self, document: Document) -> None:
        self._unit = document.unit
        self._begin = document.places or (0, *(end.end() for end in _LINE_END.finditer(document.text)))

    def of(self, start: int, end: int) -> Place:
        """That of `start`:`end`."""
        first = bisect_right(self._begin, start)
        return Place(self._unit, first, max(first, bisect_right(self._begin, max(start, end - 1))))
