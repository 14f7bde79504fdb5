"""The tree of a speech → which pieces make a chunk: the largest whole sections that fit, small ones together, long texts cut."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from outline.chunking.finer import finer, longest_head
from outline.chunking.offsets import Offsets
from outline.chunking.pieces import Node, Piece
from outline.chunking.ruler import Ruler, nodes_above


@dataclass(slots=True)
class Draft:
    """The pieces of a chunk, of which the first `repeated` are in the chunk before, too."""

    pieces: list[Piece]
    repeated: int = 0


class Packer:
    """Packs the pieces of one speech."""

    def __init__(self, ruler: Ruler, source: Offsets, overlap: int) -> None:
        self._ruler, self._source, self._overlap = ruler, source, overlap
        self.drafts: list[Draft] = []
        self._repeated = 0

    def pack(self, node: Node, lead: list[Piece]) -> None:
        """All of `node`, whose section stands below the headings of `lead`, which no chunk holds yet."""
        if self._ruler.fits([*lead, *node.pieces]):
            self._emit([*lead, *node.pieces])
            return
        current = self._pour(lead, node.own)
        for item in node.below:
            pieces = item.pieces if isinstance(item, Node) else item
            # Points of the first level are kept apart: each is about a matter of its own.
            is_joined = _is_open(current) or (current and node.level > 0)
            if is_joined and self._ruler.fits([*current, *pieces]):
                current = [*current, *pieces]
                continue
            if not _is_open(current):
                self._emit(current)
                current = []
            if not current and self._ruler.fits(pieces):
                current = [*pieces]
            elif isinstance(item, Node):
                self.pack(item, current)
                current = []
            else:
                current = self._pour(current, item)
        self._emit(current)

    def _pour(self, current: list[Piece], pieces: Sequence[Piece]) -> list[Piece]:
        """Pack `pieces` one after the other behind `current`, cut where they must be, and return those that there is room behind."""
        waiting = deque(pieces)
        while waiting:
            piece = waiting.popleft()
            if self._ruler.fits([*current, piece]):
                current = [*current, piece]
            elif not self._ruler.fits([piece]) and (cut := self._smaller(piece)):
                waiting.extendleft(reversed(cut))
            elif current and not _is_open(current):
                current = self._turn(current, piece)
                waiting.appendleft(piece)
            else:
                current = self._force(current, piece, waiting)
        return current

    def _smaller(self, piece: Piece) -> list[Piece] | None:
        bare = piece.bare()
        if self._ruler.fits([bare]):
            return [bare]
        return finer(piece, self._ruler.max_size, self._source)

    def _force(self, current: list[Piece], piece: Piece, waiting: deque[Piece]) -> list[Piece]:
        """Begin a chunk with as much of `piece` as there is room for behind the headings `current`; if there is none, they stand alone."""
        cut = finer(piece, self._ruler.max_size, self._source)
        if cut is None:
            cut = longest_head(piece, lambda head: self._ruler.fits([*current, head]), self._source)
        if cut is not None:
            waiting.extendleft(reversed(cut))
            return current
        if current:
            self._emit(current)
            waiting.appendleft(piece)
            return []
        if len(piece.text) > 1 and (cut := piece.cut([1], piece.tier, self._source)):
            waiting.extendleft(reversed(cut[1:]))
            piece = cut[0]
        self._emit([piece])  # what is longer than allowed though it is but one character
        return []

    def _turn(self, current: list[Piece], following: Piece) -> list[Piece]:
        """Close the chunk `current`, apart from headings at its end, and return what the next begins with: these, or what is repeated."""
        at = len(current)
        while at and current[at - 1].leads:
            at -= 1
        if at < len(current):
            self._emit(current[:at])
            return current[at:]
        self._emit(current)
        repeated: list[Piece] = []
        for piece in reversed(current if self._overlap else []):
            longer = [piece, *repeated]
            is_text = piece.node is following.node and not piece.is_heading
            if not is_text or self._too_much(longer) or not self._ruler.fits([*longer, following]):
                break
            repeated = longer
        self._repeated = len(repeated)
        return repeated

    def _too_much(self, pieces: Sequence[Piece]) -> bool:
        return self._ruler.length(self._ruler.text_of(pieces)) > self._overlap

    def _emit(self, pieces: list[Piece]) -> None:
        if pieces:
            self.drafts.append(Draft(pieces, self._repeated))
        self._repeated = 0


def _is_open(pieces: Sequence[Piece]) -> bool:
    """Is the last of them a heading whose text follows?"""
    return bool(pieces) and pieces[-1].leads


def with_small_ones_joined(drafts: Sequence[Draft], min_size: int, ruler: Ruler) -> list[Draft]:
    """The drafts, of which those smaller than `min_size` are joined to a neighbour where both fit together and the headings above the first
    stand above the second too."""
    found: list[Draft] = []
    for draft in drafts:
        if found and _go_together(found[-1], draft):
            both = [*found[-1].pieces, *draft.pieces[draft.repeated :]]
            is_small = min(ruler.size(found[-1].pieces), ruler.size(draft.pieces)) < min_size
            if is_small and ruler.fits(both):
                found[-1] = Draft(both, found[-1].repeated)
                continue
        found.append(draft)
    return found


def _go_together(draft: Draft, following: Draft) -> bool:
    above, below = nodes_above(draft.pieces[0]), nodes_above(following.pieces[0])
    begun = {id(piece.node) for piece in draft.pieces if piece.is_heading}
    return above == below[: len(above)] and all(id(node) in begun for node in below[len(above) :])
