"""What numbers a heading of a file: a marker at its head, a label that the file counts, or one that stands alone on the line above."""

from collections.abc import Callable

from outline.document import Heading
from outline.lexicon.titles import is_annex_label
from outline.notation.grammar_files import pattern
from outline.numbering.marker_text import numbering_of
from outline.page.dress import before_dress
from outline.page.fold import BREAK, LINE_BLANKS, NOTHING
from outline.page.page import Page

_LONGEST_LABEL = 40
_SIGNS = f"#*{NOTHING}"


def numbered_on(page: Page) -> Callable[[Heading], bool]:
    """Tells of a heading on the page whether it begins with a number, its own or one of the file."""
    labelled = {label.start for label in page.document.numbers}
    return lambda heading: heading.start in labelled or bool(style_at(page, heading))


def style_at(page: Page, heading: Heading) -> str:
    """The style of what looks like a marker at the head of the heading, or nothing."""
    match = pattern().match(page.work, heading.start)
    return numbering_of(match.lastgroup, match[match.lastgroup]).style if match and match.lastgroup else ""


def is_below_label(page: Page, heading: Heading) -> bool:
    """Does a label stand above it that opens a section: that of an annex, or another marker, alone on its line?"""
    line = line_above(page, heading)
    match = pattern().match(line)
    is_marker = match is not None and match.lastgroup is not None and match.span(match.lastgroup) == (0, len(line))
    return is_marker or is_annex_label(line)


def line_above(page: Page, heading: Heading) -> str:
    """The last line with something on it above the heading, without the signs that dress it, if it is short."""
    start = before_dress(page.work, heading.start)
    above = page.work[max(0, start - _LONGEST_LABEL) : start].rstrip(LINE_BLANKS + BREAK)
    return above[above.rfind(BREAK) + 1 :].strip(LINE_BLANKS + _SIGNS)
