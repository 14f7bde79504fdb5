"""What frames the points: title, salutation and preamble before them, the closing after them.

Whatever may be one of these is a choice, and what speaks for it are features in classes: place, length, neighbours, words of a kind. What
they weigh is fitted (`outline.sections.frame_weights`); the choice that weighs most is taken, of which one is always that there is none.
"""

from typing import NamedTuple

from outline.numbering.file_headings import title_in
from outline.page.lines import Span, strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.sections.brothers import Brothers
from outline.sections.closing_candidates import closing_choices
from outline.sections.closing_subject import Whole
from outline.sections.frame_weights import likeliest
from outline.sections.head_lines import head_lines
from outline.sections.salutation_candidates import salutation_choices
from outline.sections.title_candidates import title_choices


class Front(NamedTuple):
    """What stands before the first section, as (start, end) in code points."""

    title: Span | None
    salutation: Span | None
    preamble: list[Span]


def front(page: Page, end: int) -> Front:
    """Title, salutation and preamble of `page.work[:end]`."""
    lines, said = head_lines(page, end)
    salutation = likeliest("salutation", salutation_choices(page.work, lines))
    before = [line for line in lines if not salutation or line.start < salutation[0]]
    title = title_in(page) if page.document.headings else None
    if title is None or title[1] > end or (salutation and title[0] < salutation[1] and salutation[0] < title[1]):
        title = likeliest("title", title_choices(page.work, before, salutation))
    taken = [span for span in (title, salutation) if span]
    last = max((stop for _, stop in taken), default=0)
    rest = [piece for line in said for piece in (_without(page.work, line, taken) if line[0] < last else (line,))]
    return Front(title, salutation, rest)


def _without(work: str, line: Span, taken: list[Span]) -> list[Span]:
    """What is left of `line` beside the spans that lie in it, or reach into it, and says something."""
    start, end = line
    pieces = []
    for a, b in sorted(taken):
        if a < end and start < b:
            pieces.append((start, max(start, a)))
            start = min(b, end)
    trimmed = (strip_blanks(work, a, b) for a, b in [*pieces, (start, end)])
    return [(a, b) for a, b in trimmed if says_something(work[a:b])]


def whole(page: Page, found: Front) -> Whole:
    """What the head of a text tells of all of it."""
    title = page.work[slice(*found.title)] if found.title else ""
    return Whole(found.salutation is not None, "".join(filter(str.isalnum, title)))


def closing_start(page: Page, body: list[Span], brothers: Brothers, inside_paragraph: bool, text: Whole) -> int | None:
    """Where the closing begins in the body of the last section of a speech, if it does: at a paragraph, or, where line breaks are gone, at
    a sentence."""
    closing = likeliest("closing", closing_choices(page.work, body, brothers, inside_paragraph, text))
    return closing[0] if closing else None
