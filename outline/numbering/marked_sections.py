"""The headings of sections put right where the file says less than is there: words below a label, and a preface that holds all."""

from outline.document import Heading
from outline.lexicon.titles import is_annex_label, is_back_matter, is_front_matter
from outline.numbering.numbers_of_headings import is_below_label, line_above, numbered_on
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.page.sentences import COMMAS


def without_words_of_labels(page: Page, headings: list[Heading]) -> list[Heading]:
    """The headings without those that have no number and stand below the label of an annex or another marker, alone on its line, which
    opens the section: they are its heading. So is one that goes on with the one above, which ends in a comma."""
    is_numbered = numbered_on(page)
    kept: list[Heading] = []
    for heading in headings:
        is_next = bool(kept) and not says_something(page.work[kept[-1].end : heading.start])
        is_of_level = is_next and kept[-1].level == heading.level
        goes_on = is_of_level and line_above(page, heading).endswith(tuple(COMMAS))
        if not (goes_on or is_below_label(page, heading)) or is_numbered(heading):
            kept.append(heading)
        elif is_next:
            kept[-1] = kept[-1]._replace(end=heading.end)
    return kept


def with_front_matter_beside(page: Page, headings: list[Heading]) -> list[Heading]:
    """The headings of sections; where the file marks nothing as high as a preface but annexes and the like, and numbers what is lower, as
    the templates for standards do (GB/T 1.1), the preface stands beside the outermost of that, and does not hold it."""
    if len(headings) < 2 or not _is_front_matter(page, headings[0]):
        return headings
    level = headings[0].level
    high = [h for h in headings if h.level <= level]
    lower = [h for h in headings if h.level > level]
    if not lower or not all(_is_front_matter(page, h) or is_behind_all(page, h) for h in high):
        return headings
    if not numbered_on(page)(lower[0]):
        return headings
    return [h._replace(level=lower[0].level) if h.end <= lower[0].start else h for h in headings]


def is_behind_all(page: Page, heading: Heading) -> bool:
    """Does it head what stands behind the last part of a text, by its own words or by the line above it: 附件1?"""
    return is_back_matter(page.work[heading.start : heading.end]) or is_annex_label(line_above(page, heading))


def _is_front_matter(page: Page, heading: Heading) -> bool:
    return is_front_matter(page.work[heading.start : heading.end])
