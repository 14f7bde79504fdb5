"""The headings that a file marks: which of them is the title of all of it, and which head sections.

Of those that are speech, sentences marked by mistake are left out (`marked_sentences`), the title is found
(`marked_title`), and the others are put right where the file says less than is there (`marked_sections`).
"""

from collections.abc import Iterable

from outline.document import Heading
from outline.lexicon.titles import behind_tag
from outline.numbering.levels_of_file import without_contradictions
from outline.numbering.marked_sections import with_front_matter_beside, without_words_of_labels
from outline.numbering.marked_sentences import without_text
from outline.numbering.marked_title import first_of_all, is_of_title, with_lines_of_title, without_letterhead
from outline.numbering.numbers_of_headings import numbered_on
from outline.page.dress import behind_dress
from outline.page.lines import Span
from outline.page.page import Page


def headings_of_sections(page: Page) -> list[Heading]:
    """The headings of sections, without the signs that dress them: those that the file marks, but for the one that heads all of it and its
    subtitle, what stands in tables, and what is no part of the speech."""
    headings = _headings_in(page)
    first = first_of_all(page, headings)
    sections = [h for h in headings if h.level and not (first and is_of_title(page, first, h))]
    return with_front_matter_beside(page, without_words_of_labels(page, sections))


def title_in(page: Page) -> Span | None:
    """The title, if the file says that it is one, or if a heading heads the whole text. On a page of the web, only `<h1>` does: others
    may be the name of a column. What a site puts before it is no part of it."""
    headings = _headings_in(page)
    is_column = page.document.format == "html" and bool(headings) and headings[0].level > 1
    title = None if is_column else first_of_all(page, headings)
    return (title[0] + behind_tag(page.work[slice(*title)]), title[1]) if title else None


def _headings_in(page: Page) -> list[Heading]:
    headings = without_text(page, spoken(page, page.document.headings), numbered_on(page))
    return without_letterhead(page, with_lines_of_title(page, without_contradictions(page, headings)))


def spoken(page: Page, headings: Iterable[Heading]) -> list[Heading]:
    """Those of the `headings` that are speech, without the signs that dress them."""
    dressed = ((behind_dress(page.work, h.start, h.end), h) for h in headings)
    return [h._replace(start=start) for start, h in dressed if page.is_speech(start, h.end)]
