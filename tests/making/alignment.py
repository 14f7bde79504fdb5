"""Where the characters of a clean text stand in what was read from a file made of it, blanks aside."""

from bisect import bisect_left
from collections import Counter

_GRAM = 8
"""Characters that make an anchor where they stand once in both texts."""


def align(read: str, clean: str) -> dict[int, int]:
    """For the offsets of the non-blank characters of `read`, those of the same characters in `clean`; what has none is left out.

    The texts are matched as in a patience diff: by runs of characters that stand once in both, in the same order, and from these to both
    sides as far as the texts agree.

    >>> align("首页 一、 甲事乙事丙事丁 尾", "一、甲事乙事丙事丁")
    {3: 0, 4: 1, 6: 2, 7: 3, 8: 4, 9: 5, 10: 6, 11: 7, 12: 8}
    """
    there, here = _places(read), _places(clean)
    ours, theirs = "".join(read[at] for at in there), "".join(clean[at] for at in here)
    pairs: dict[int, int] = {}
    for i, j in _anchors(ours, theirs):
        while i < len(ours) and j < len(theirs) and ours[i] == theirs[j] and i not in pairs:
            pairs[i] = j
            i, j = i + 1, j + 1
    taken = set(pairs.values())
    for i in sorted(pairs, reverse=True):
        j = pairs[i]
        while i and j and ours[i - 1] == theirs[j - 1] and i - 1 not in pairs and j - 1 not in taken:
            i, j = i - 1, j - 1
            pairs[i] = j
            taken.add(j)
    return {there[i]: here[j] for i, j in sorted(pairs.items())}


def _places(text: str) -> list[int]:
    return [at for at, c in enumerate(text) if not c.isspace()]


def _anchors(ours: str, theirs: str) -> list[tuple[int, int]]:
    """The longest row of anchors that stand in the same order in both."""
    first, second = _once(ours), _once(theirs)
    common = sorted((i, second[gram]) for gram, i in first.items() if gram in second)
    ends: list[int] = []  # the least place in `theirs` at which a row of each length ends
    last: list[int] = []  # and which anchor that is
    before: list[int] = []
    for n, (_, j) in enumerate(common):
        length = bisect_left(ends, j)
        ends[length : length + 1], last[length : length + 1] = [j], [n]
        before.append(last[length - 1] if length else -1)
    row, n = [], last[-1] if last else -1
    while n >= 0:
        row.append(common[n])
        n = before[n]
    return row[::-1]


def _once(text: str) -> dict[str, int]:
    grams = [text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)]
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counts[gram] == 1}
