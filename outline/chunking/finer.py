"""Where a piece that is too long is cut: between rows, sentences, clauses, words; at last anywhere."""

import re
from collections.abc import Callable

from outline.chunking.offsets import Offsets
from outline.chunking.pieces import Piece
from outline.document import BETWEEN_CELLS
from outline.page.fold import BREAK, fold
from outline.page.sentences import CLAUSE_ENDS, CLOSING, COMMAS, SENTENCE_ENDS

_BEHIND = f"[{re.escape(CLOSING)}]*"
_TIERS = (
    re.compile(BREAK),
    re.compile(f"[{SENTENCE_ENDS}]+{_BEHIND}"),
    re.compile(f"[{CLAUSE_ENDS}：]+{_BEHIND}|．(?= )"),
    re.compile(f"[{COMMAS}](?![0-9])|{BETWEEN_CELLS}|  "),
    re.compile(" "),
)
"""In the folded text of a piece, what a piece may end with, from the best place to the worst."""
_ANYWHERE = len(_TIERS) + 1


def finer(piece: Piece, most: int, source: Offsets) -> list[Piece] | None:
    """`piece` in several, cut where it is best; at last into stretches of `most` characters. None if it is no longer than that."""
    folded = fold(piece.text)
    for tier in range(piece.tier, len(_TIERS)):
        places = [match.end() for match in _TIERS[tier].finditer(folded) if match.end() < len(folded)]
        if places and len(pieces := piece.cut(places, tier + 1, source)) > 1:
            return pieces
    if piece.tier < _ANYWHERE and len(folded) > most:
        return piece.cut(range(most, len(folded), most), _ANYWHERE, source)
    return None


def longest_head(piece: Piece, fits: Callable[[Piece], bool], source: Offsets) -> list[Piece] | None:
    """`piece` in two, of which the first is the longest that `fits`, by search; None if not even one character does.

    A `fits` that is not monotonous, as that of a tokenizer, may have it somewhat shorter.
    """
    least, most, best = 1, len(piece.text) - 1, None
    while least <= most:
        middle = (least + most) // 2
        pieces = piece.cut([middle], piece.tier, source)
        if fits(pieces[0]):
            least, best = middle + 1, pieces
        else:
            most = middle - 1
    return best
