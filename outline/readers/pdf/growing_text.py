"""The text of a document as it grows, with the furniture in it and where its pages begin."""

from outline.document import Document, Span
from outline.readers.pdf.baselines import is_han


class GrowingText:
    """Takes paragraphs, each with the number of its page, from 0; offsets count code points."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: dict[int, int] = {}
        self._furniture: list[Span] = []

    def add(self, page: int, line: str) -> None:
        """A new paragraph."""
        if self._parts:
            self._append("\n")
        self._starts.setdefault(page, self._length)
        self._append(line)

    def go_on(self, page: int, line: str) -> None:
        """More of the last paragraph; two words of a language that parts words are kept apart."""
        if not is_han(self._parts[-1][-1]) and not is_han(line[0]) and self._parts[-1][-1] != "-":
            self._append(" ")
        self._starts.setdefault(page, self._length)
        self._append(line)

    def add_furniture(self, lines: list[tuple[int, str]]) -> None:
        """Lines that are no part of the speech, with their pages."""
        for page, line in lines:
            self.add(page, line)
            self._furniture.append((self._length - len(line), self._length))

    def document(self, pages: int) -> Document:
        """All of it. A page without text begins where the next one does."""
        places, following = [], self._length
        for page in reversed(range(pages)):
            following = min(following, self._starts.get(page, following))
            places.append(following)
        text = "".join(self._parts)
        return Document(text, "pdf", unit="page", places=tuple(reversed(places)), furniture=tuple(self._furniture))

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)
