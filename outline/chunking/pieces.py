"""A piece: what is put whole into a chunk, if it fits there. At first each is a heading or a paragraph; those that are too long are cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from outline.chunking.offsets import Offsets
from outline.parts import Section, Span


@dataclass(slots=True, eq=False)
class Node:
    """A section, or the speech itself, as what is cut.

    `words` are those of its heading and of all above it, from the title down. `own` are its heading and what follows before the first
    section in it; `below` these sections, and its closing where that stands; `pieces` all of these together.
    """

    section: Section | None = None
    above: "Node | None" = None
    words: tuple[str, ...] = ()
    own: list["Piece"] = field(default_factory=list)
    below: list["Node | list[Piece]"] = field(default_factory=list)
    pieces: list["Piece"] = field(default_factory=list)

    @property
    def level(self) -> int:
        """That of its section, 0 for the speech."""
        return self.section.level if self.section else 0


@dataclass(slots=True, eq=False)
class Piece:
    """The `text` of a piece, clean, and its stretch of the source, which is that of the leaf with the punctuation around it.

    - `is_heading`: whether it is a heading, or part of one; the title and the salutation count as those of the speech;
    - `leads`: whether it is a whole heading whose text follows, so that it must not end a chunk;
    - `leaves`: what of the outline it is: of a heading the marker and the heading;
    - `offsets`: of each character of its text, once it was cut;
    - `before`: what parts it from the piece before it: a line end, or nothing if both are of one paragraph;
    - `tier`: how finely it was cut.
    """

    text: str
    start: int
    end: int
    node: Node
    leaves: tuple[Span, ...]
    is_heading: bool = False
    leads: bool = False
    before: str = "\n"
    offsets: Sequence[int] | None = None
    tier: int = 0

    def bare(self) -> "Piece":
        """The piece without the signs around its leaves, of which there may be many: `＊   ＊   ＊`."""
        start, end = max(self.start, self.leaves[0].start), min(self.end, self.leaves[-1].end)
        return replace(self, start=start, end=end)

    def cut(self, places: Iterable[int], tier: int, source: Offsets) -> list["Piece"]:
        """The pieces of it between `places` inside of its text, in order. What stands in the source between two of them, markup that is
        not seen, goes with the first."""
        offsets = source.of(self.leaves, self.text) if self.offsets is None else self.offsets
        found, blanks = [], self.before
        for a, b in pairwise([0, *places, len(self.text)]):
            words = self.text[a:b].strip()
            if words:
                start = self.text.index(words, a)
                found.append((start, words, blanks + self.text[a:start] if a else blanks))
                blanks = self.text[start + len(words) : b]
            else:
                blanks += self.text[a:b]
        edges = [self.start, *(offsets[start] for start, _, _ in found[1:]), self.end]
        return [
            replace(
                self,
                text=words,
                start=(stretch := source.trimmed(*edge))[0],
                end=stretch[1],
                leads=False,
                before=blanks,
                offsets=offsets[start : start + len(words)],
                tier=tier,
            )
            for (start, words, blanks), edge in zip(found, pairwise(edges), strict=True)
        ]


def joined(pieces: Sequence[Piece]) -> str:
    """The texts of `pieces` that follow on each other."""
    return "".join([pieces[0].text, *(piece.before + piece.text for piece in pieces[1:])])
