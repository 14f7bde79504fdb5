"""Numbers in a dress that much else wears: 1-1 is a score, 3- a range, 阶段1：, 承诺一， and 第一道 labels.

They are markers where one of them counts on. 2。 is one too between 1. and 3.
"""

from collections.abc import Iterable, Iterator

from outline.notation.marker_parts import parts_of
from outline.numbering.marker_text import Match, Numbering

_SLIPS = frozenset("。·・")
_WEAK_SIGNS = _SLIPS.union("-－–")
_SIGNS = frozenset("：，是要为")
_Key = tuple[int, tuple[int, ...], int]


def with_proof(matches: Iterable[Match], work: str) -> Iterator[Match]:
    """The matches, of those in such a dress only the ones that have the number before or behind beside them, with the same words."""
    found = list(matches)
    weak = [_is_weak(numbering, work[start:end]) for numbering, start, end in found]
    known = {_key(match[0]) for match, is_weak in zip(found, weak, strict=True) if is_weak}
    for n, match in enumerate(found):
        is_proven = not weak[n] or _key(match[0], -1) in known or _key(match[0], 1) in known
        if is_proven or (work[match[2] - 1] in _SLIPS and _fills_gap(found, n)):
            yield match


def _fills_gap(found: list[Match], n: int) -> bool:
    """Is the nearest match of its family before one less, and the nearest behind one more?"""
    own = found[n][0]
    before = next((found[at][0] for at in range(n - 1, -1, -1) if found[at][0].family == own.family), None)
    behind = next((found[at][0] for at in range(n + 1, len(found)) if found[at][0].family == own.family), None)
    return before is not None and behind is not None and (before.number + 1, behind.number - 1) == (own.number,) * 2


def _is_weak(numbering: Numbering, text: str) -> bool:
    if numbering.kind == "HAN_COLON":
        before, numeral, sign = parts_of(text)
        return "0" <= numeral[-1:] <= "9" or (sign[-1:] != "：" and before[-1:] != "之")
    if numbering.kind in ("ORDINAL_WORD", "ORDINAL_VERB"):
        return text[-1:] not in _SIGNS
    return numbering.kind in ("DECIMAL", "DIGIT_DOT", "HAN_COMMA") and not _WEAK_SIGNS.isdisjoint(text[1:])


def _key(numbering: Numbering, by: int = 0) -> _Key:
    return numbering.family, numbering.outer, numbering.number + by
