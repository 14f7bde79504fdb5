"""How large pieces are with the headings above them, and which of these there is room for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from outline.chunking.pieces import Node, Piece, joined


class Context(NamedTuple):
    """The words of the headings above a chunk, as they are counted, with a line end behind each; whether some were left out."""

    words: tuple[str, ...]
    shortened: bool


class Ruler:
    """What fits into `max_size`, as `length` measures text. With `verbatim` the text is the source, else the clean texts of the pieces."""

    def __init__(self, text: str, max_size: int, length: Callable[[str], int], verbatim: bool, title: int) -> None:
        """The `title` begins at that offset."""
        self.text, self.max_size, self.length, self.verbatim = text, max_size, length, verbatim
        self._title = title
        self._sizes: dict[tuple[str, ...], int] = {}

    def text_of(self, pieces: Sequence[Piece]) -> str:
        """What the text of a chunk of these pieces is."""
        return self.text[pieces[0].start : pieces[-1].end] if self.verbatim else joined(pieces)

    def fits(self, pieces: Sequence[Piece]) -> bool:
        """Do these pieces fit, with the headings above them?"""
        return self.size(pieces) <= self.max_size

    def size(self, pieces: Sequence[Piece]) -> int:
        """Of a chunk of these pieces, with the headings above them."""
        words = self.context(pieces).words
        if self.length is not len:
            return self.length("\n".join([*words, self.text_of(pieces)]))
        above = self._size_of(words) + 1 if words else 0
        if self.verbatim:
            return above + pieces[-1].end - pieces[0].start
        return above + sum([len(piece.text) + len(piece.before) for piece in pieces]) - len(pieces[0].before)

    def context(self, pieces: Sequence[Piece]) -> Context:
        """The headings above a chunk of these pieces: all, if they leave half of the room, and enough of it for some text behind the
        headings that the chunk begins with; else the lowest, the title and the next lowest, as long as they do."""
        words = self._above(pieces[0])
        if not words:
            return Context((), False)
        room = self.max_size // 2
        if pieces[0].is_heading:
            chain = _chain(pieces)
            own = self.length("\n".join(piece.text for piece in chain)) + 1
            room = min(room, self.max_size - own - (self.max_size // 4 if chain[-1].leads else 0))
        if self._size_of(words) <= room:
            return Context(words, False)
        return Context(self._fewer(words, room), True)

    def _above(self, piece: Piece) -> tuple[str, ...]:
        node = piece.node
        if not piece.is_heading:
            return node.words if node.level or piece.start > self._title else ()
        if node.above is None:
            return node.words if piece.start > self._title else ()
        return node.above.words

    def _fewer(self, words: tuple[str, ...], room: int) -> tuple[str, ...]:
        kept: list[int] = []
        for n in (len(words) - 1, 0, *range(len(words) - 2, 0, -1)):
            chosen = sorted({*kept, n})
            if self._size_of(tuple(words[place] for place in chosen)) > room:
                break
            kept = chosen
        return tuple(words[place] for place in kept)

    def _size_of(self, words: tuple[str, ...]) -> int:
        if words not in self._sizes:
            self._sizes[words] = self.length("\n".join(words)) if words else 0
        return self._sizes[words]


def _chain(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The headings at the beginning of `pieces`, each of which stands right above the next, down to the first text."""
    count = 1
    while count < len(pieces) and pieces[count - 1].leads and pieces[count].is_heading:
        count += 1
    return pieces[:count]


def nodes_above(piece: Piece) -> list[Node]:
    """The sections that a chunk which begins with `piece` stands in, from the top down, its own apart if it begins with its heading."""
    node = piece.node.above if piece.is_heading else piece.node
    nodes: list[Node] = []
    while node is not None:
        nodes.append(node)
        node = node.above
    return nodes[::-1]
