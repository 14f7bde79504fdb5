"""The text of a document as it grows, with the furniture in it and where its pages begin."""

from outline.document import Document
from outline.readers.pdf.lines import is_han


class GrowingText:
    """Takes paragraphs, each with the number of its page, from 0; offsets count code points."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.starts: dict[int, int] = {}
        self.furniture: list[tuple[int, int]] = []

    def add(self, page: int, line: str) -> None:
        """A new paragraph."""
        if self.parts:
            self._append("\n")
        self.starts.setdefault(page, self.length)
        self._append(line)

    def go_on(self, page: int, line: str) -> None:
        """More of the last paragraph; two words of a language that parts words are kept apart."""
        if not is_han(self.parts[-1][-1]) and not is_han(line[0]) and self.parts[-1][-1] != "-":
            self._append(" ")
        self.starts.setdefault(page, self.length)
        self._append(line)

    def add_furniture(self, lines: list[tuple[int, str]]) -> None:
        """Lines that are no part of the speech, with their pages."""
        for page, line in lines:
            self.add(page, line)
            self.furniture.append((self.length - len(line), self.length))

    def document(self, pages: int) -> Document:
        """All of it. A page without text begins where the next one does."""
        places, following = [], self.length
        for page in reversed(range(pages)):
            following = min(following, self.starts.get(page, following))
            places.append(following)
        text = "".join(self.parts)
        return Document(text, "pdf", unit="page", places=tuple(reversed(places)), furniture=tuple(self.furniture))

    def _append(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)
