"""The labels that a file counts before the names of annexes: they number these, as typed ones do, and no points."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from outline.document import AutomaticNumber
from outline.lexicon.list_labels import labels_in
from outline.page.lines import BETWEEN_WORDS

_LONGEST_NAME = 100
"""Code points."""


def labels_of_annexes(work: str, numbers: Sequence[AutomaticNumber]) -> set[int]:
    """Where the labels begin that stand below 附件：, one a line, up to the next line without one that counts on."""
    starts: list[int] = []
    found: set[int] = set()
    for end, kind in labels_in(work) if numbers else ():
        starts = starts or [label.start for label in numbers]
        n = bisect_left(starts, end)
        if kind == "annexed" and n < len(numbers) and not work[end : starts[n]].strip(BETWEEN_WORDS):
            found.update(_names(work, numbers, n))
    return found


def _names(work: str, numbers: Sequence[AutomaticNumber], n: int) -> Iterator[int]:
    """The label at `n`, and those that follow it in the next lines and count together with it."""
    first = last = numbers[n]
    for label in numbers[n:]:
        between = work[last.end : label.start]
        is_next = len(between) <= _LONGEST_NAME and len([line for line in between.split("\n") if line.strip()]) <= 1
        if label != first and not (is_next and (label.list, label.level) == (first.list, first.level)):
            return
        yield label.start
        last = label
