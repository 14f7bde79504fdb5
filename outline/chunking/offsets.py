"""Where in the source the characters of clean texts stand, by the rules they were cleaned by; and where stretches of it begin and end."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from outline.document import Document
from outline.model import Outline, Span, Table
from outline.page.page import Page, lay_out
from outline.sections.cleaning import GOES
from outline.sections.leaf_texts import offsets_of, offsets_of_table


class Offsets:
    """Of the `document` that `outline` is the outline of."""

    def __init__(self, outline: Outline, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._furniture = tuple((span.start, span.end) for span in outline.furniture)
        self._page: Page | None = None

    def of(self, leaves: Sequence[Span], text: str) -> Sequence[int]:
        """Of each character of `text`, the texts of the leaves, perhaps with blanks before the last, the offset in the source.

        ValueError if the leaves are not of this source."""
        found = [self._of_leaf(leaf) for leaf in leaves]
        blanks = len(text) - sum(map(len, found))
        if any(len(offsets) != len(leaf.text) for offsets, leaf in zip(found, leaves, strict=True)) or blanks < 0:
            raise ValueError("the outline is not the outline of this text")
        if len(found) == 1:
            return found[0]
        joined = [offset for offsets in found[:-1] for offset in offsets]
        return [*joined, *[leaves[-1].start] * blanks, *found[-1]]

    def _of_leaf(self, leaf: Span) -> Sequence[int]:
        if isinstance(leaf, Table):
            # Laid out once more for a table that has to be cut, which is rare: the outline does not keep the rows of its tables.
            page = self._page = self._page or lay_out(self.document)
            page = page.in_source or page
            table = page.table_at(leaf.start)
            if table:
                return offsets_of_table(page, table, leaf.start, leaf.end)
        return offsets_of(self.document, self._furniture, leaf.start, leaf.end)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """`start`, `end` moved inwards over blanks and furniture."""
        moved = True
        while moved and start < end:
            moved = False
            while start < end and self._is_blank(start):
                start, moved = start + 1, True
            n = bisect_right(self._furniture, start, key=_start) - 1
            if n >= 0 and start < self._furniture[n][1]:
                start, moved = min(end, self._furniture[n][1]), True
        return start, self._without_blanks_behind(start, end)

    def _without_blanks_behind(self, start: int, end: int) -> int:
        moved = True
        while moved and start < end:
            moved = False
            while start < end and self._is_blank(end - 1):
                end, moved = end - 1, True
            n = bisect_left(self._furniture, end, key=_start) - 1
            if n >= 0 and end <= self._furniture[n][1]:
                end, moved = max(start, self._furniture[n][0]), True
        return end

    def first_line_between(self, start: int, end: int) -> int:
        """Of what stands between two leaves, where the part that belongs to the second begins: behind the last line end or piece of
        furniture, if there is any."""
        feed = max(self.text.rfind("\n", start, end), self.text.rfind("\r", start, end))
        n = bisect_left(self._furniture, end, key=_start) - 1
        furniture = self._furniture[n][1] if n >= 0 and self._furniture[n][0] >= start else -1
        begin = max(feed + 1, furniture)
        return begin if start < begin <= end else end

    def _is_blank(self, at: int) -> bool:
        character = self.text[at]
        return character.isspace() or GOES.match(character) is not None


_start = itemgetter(0)
