"""The outline as nothing but text on branches: what mind maps, outliners and lists have in common."""

import re
from collections.abc import Iterator
from os.path import splitext
from typing import NamedTuple

from outline.model import Outline, Section, Span


class Branch(NamedTuple):
    """The `text` on it, the `notes` of it (its paragraphs; the rows of a table are lines of one) and the branches `below` it.

    Text is as it stands in the outline: whoever writes it makes it harmless.
    """

    text: str
    notes: tuple[str, ...] = ()
    below: tuple["Branch", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Branch"]]:
        """This branch and all below it in document order, each with its depth."""
        yield depth, self
        for branch in self.below:
            yield from branch.walk(depth + 1)


def trunk_of(outline: Outline) -> Branch:
    """The title, or what the source is called, or nothing; below it paragraphs and sections in document order.

    >>> from outline import parse
    >>> trunk_of(parse("一、提高认识\\n二、抓好落实"))
    Branch(text='', notes=(), below=(Branch(text='一、提高认识', notes=(), below=()), Branch(text='二、抓好落实', notes=(), below=())))
    """
    return Branch(
        title_of(outline),
        below=(*_paragraphs(outline.front), *map(_branch, outline.sections), *_paragraphs(outline.closing)),
    )


def title_of(outline: Outline) -> str:
    """The title; without one, the name of the file without its folders and its ending, or nothing.

    >>> from outline import parse
    >>> title_of(parse("一、甲\\n二、乙", name="speeches/防汛.docx"))
    '防汛'
    """
    title = outline.title.text if outline.title else ""
    return title or splitext(re.split(r"[/\\]", outline.source.name)[-1])[0]


def _branch(section: Section) -> Branch:
    return Branch(
        section.label_and_heading,
        tuple(span.text for span in section.body if span.text),
        (*map(_branch, section.sections), *_paragraphs(section.closing)),
    )


def _paragraphs(spans: list[Span]) -> Iterator[Branch]:
    return (Branch(span.text) for span in spans if span.text)
