"""Documents in lists that are worth the way to a worker."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

BYTES, DOCUMENTS = 1_000_000, 2_000
"""A task ends with the document that brings it to one of these: one document a task is slower than no pool at all."""


def in_tasks(documents: Iterable[T], size_of: Callable[[T], int]) -> Iterator[list[T]]:
    """The documents in order, some at a time; `size_of` one is in bytes.

    >>> list(in_tasks(["a", "b", "c"], lambda letter: 700_000))
    [['a', 'b'], ['c']]
    """
    task: list[T] = []
    size = 0
    for document in documents:
        task.append(document)
        size += size_of(document)
        if size >= BYTES or len(task) >= DOCUMENTS:
            yield task
            task, size = [], 0
    if task:
        yield task
