"""The labels that a file counts in a list beside the text, below 附件： or 注：, whose items are judged like those that are typed there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from outline.document import AutomaticNumber
from outline.lexicon.list_labels import labels_in
from outline.page.lines import BETWEEN_WORDS

_BESIDE = ("annexed", "noted")
_LONGEST_ITEM = 100
"""Code points."""


def labels_beside_text(work: str, numbers: Sequence[AutomaticNumber]) -> set[int]:
    """Where the labels begin that stand below the name of such a list, one a line, up to the next line without one that counts on."""
    starts: list[int] = []
    found: set[int] = set()
    for end, kind in labels_in(work) if numbers else ():
        starts = starts or [label.start for label in numbers]
        n = bisect_left(starts, end)
        is_near = (
            n < len(numbers) and starts[n] - end <= _LONGEST_ITEM and not work[end : starts[n]].strip(BETWEEN_WORDS)
        )
        if is_near and kind in _BESIDE and starts[n] not in found:
            found.update(_items(work, numbers, n))
    return found


def _items(work: str, numbers: Sequence[AutomaticNumber], n: int) -> Iterator[int]:
    """The label at `n`, and those that follow it in the next lines and count together with it."""
    first = last = numbers[n]
    for label in map(numbers.__getitem__, range(n, len(numbers))):
        between = work[last.end : label.start]
        is_next = len(between) <= _LONGEST_ITEM and len([line for line in between.split("\n") if line.strip()]) <= 1
        if label != first and not (is_next and (label.list, label.level) == (first.list, first.level)):
            return
        yield label.start
        last = label
