"""Which paragraphs without text show the number that they have: those that are a line of a heading, and not one left over by Enter."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from outline.readers.docx.automatic_numbers import Numbering
from outline.readers.docx.word_paragraph import Paragraph

_FARTHEST = 60
"""Paragraphs among which the next number of the list is looked for."""


def with_lone_labels(paragraphs: Iterable[Paragraph], numbering: Numbering) -> Iterator[Paragraph]:
    """The paragraphs; `is_alone` is said also of those without text whose number stands above a paragraph that has none, as 第一章 does
    above 总则, if its list counts on behind that, or has such another."""
    coming = iter(paragraphs)
    waiting: deque[Paragraph] = deque()
    known: set[object] = set()
    while True:
        waiting.extend(islice(coming, max(0, 1 - len(waiting))))
        if not waiting:
            return
        paragraph = waiting.popleft()
        place = None if paragraph.cell or paragraph.text.strip() else _place(paragraph, numbering)
        if place is not None:
            waiting.extend(islice(coming, _FARTHEST - len(waiting)))
            is_above_text = bool(waiting) and _is_bare(waiting[0], numbering)
            if is_above_text and (place in known or any(_place(each, numbering) == place for each in waiting)):
                paragraph.is_alone = True
                known.add(place)
        yield paragraph


def _is_bare(paragraph: Paragraph, numbering: Numbering) -> bool:
    """Is it text of the document itself, without a number that the file counts?"""
    is_text = bool(paragraph.text.strip()) and paragraph.cell is None and paragraph.foreign is None
    return is_text and _place(paragraph, numbering) is None


def _place(paragraph: Paragraph, numbering: Numbering) -> object | None:
    return numbering.place(paragraph.style, paragraph.num_id, paragraph.level)
