"""Numbers in a dress that much else wears: 1-1 is a score, 3- a range, 阶段1：, 承诺一， and 第一道 labels.

They are markers where one of them counts on.
"""

from collections.abc import Iterable, Iterator

from outline.notation.marker_parts import parts_of
from outline.numbering.marker_text import Match, Numbering

_WEAK_SIGNS = frozenset("-－–。·")
_SIGNS = frozenset("：，是要为")
_Key = tuple[int, tuple[int, ...], int]


def with_proof(matches: Iterable[Match], work: str) -> Iterator[Match]:
    """The matches, of those in such a dress only the ones that have the number before or behind beside them, with the same words."""
    found = list(matches)
    weak = [_is_weak(numbering, work[start:end]) for numbering, start, end in found]
    known = {_key(match[0]) for match, is_weak in zip(found, weak, strict=True) if is_weak}
    for match, is_weak in zip(found, weak, strict=True):
        if not is_weak or _key(match[0], -1) in known or _key(match[0], 1) in known:
            yield match


def _is_weak(numbering: Numbering, text: str) -> bool:
    if numbering.kind == "HAN_COLON":
        before, numeral, sign = parts_of(text)
        return "0" <= numeral[-1:] <= "9" or (sign[-1:] != "：" and before[-1:] != "之")
    if numbering.kind in ("ORDINAL_WORD", "ORDINAL_VERB"):
        return text[-1:] not in _SIGNS
    return numbering.kind in ("DECIMAL", "DIGIT_DOT", "HAN_COMMA") and not _WEAK_SIGNS.isdisjoint(text[1:])


def _key(numbering: Numbering, by: int = 0) -> _Key:
    return numbering.family, numbering.outer, numbering.number + by
