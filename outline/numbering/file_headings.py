"""The headings that a file marks: which of them is the title of all of it, and which head sections."""

from collections.abc import Iterable

from outline.document import Heading
from outline.numbering.marked_sentences import without_text
from outline.numbering.marked_title import first_of_all, is_numbered, style_at, with_front_matter_beside, with_labels
from outline.page.dress import behind_dress
from outline.page.lines import Span
from outline.page.page import Page
from outline.page.paragraphs import says_something

_DASHES = ("—", "―", "–", "--")


def headings_of_sections(page: Page) -> list[Heading]:
    """The headings of sections, without the signs that dress them: those that the file marks, but for the one that heads all of it and its
    subtitle, what stands in tables, and what is no part of the speech."""
    headings = _headings_in(page)
    first = first_of_all(page, headings)
    sections = [h for h in headings if h.level and not (first and _is_of_title(page, first, h))]
    return with_front_matter_beside(page, with_labels(page, sections))


def _is_of_title(page: Page, title: Span, heading: Heading) -> bool:
    return title[0] <= heading.start < title[1] or (heading.start > title[1] and _is_subtitle(page, title, heading))


def _is_subtitle(page: Page, title: Span, heading: Heading) -> bool:
    """Does it say more of the title right above it, behind a dash or in brackets?"""
    words = page.work[heading.start : heading.end]
    is_dressed = words.startswith(_DASHES) or (words.startswith("（") and words.endswith("）"))
    return is_dressed and not style_at(page, heading) and not says_something(page.work[title[1] : heading.start])


def title_in(page: Page) -> Span | None:
    """The title, if the file says that it is one, or if a heading heads the whole text. On a page of the web, only `<h1>` does: others
    may be the name of a column."""
    headings = _headings_in(page)
    is_column = page.document.format == "html" and bool(headings) and headings[0].level > 1
    return None if is_column else first_of_all(page, headings)


def _headings_in(page: Page) -> list[Heading]:
    labelled = {label.start for label in page.document.numbers}
    return without_text(page, spoken(page, page.document.headings), lambda each: is_numbered(page, each, labelled))


def spoken(page: Page, headings: Iterable[Heading]) -> list[Heading]:
    """Those of the `headings` that are speech, without the signs that dress them."""
    dressed = ((behind_dress(page.work, h.start, h.end), h) for h in headings)
    return [h._replace(start=start) for start, h in dressed if page.is_speech(start, h.end)]
