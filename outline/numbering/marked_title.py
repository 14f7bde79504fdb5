"""Which heading of a file heads all of it, and is its title."""

from outline.document import Heading
from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, is_preface
from outline.notation.styles import is_for_running_text
from outline.numbering.marked_sections import is_behind_all
from outline.numbering.numbers_of_headings import numbered_on, style_at
from outline.page.fold import BLANK, BREAK, NOTHING
from outline.page.lines import Span
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.page.sentences import is_finished
from outline.patterns import late

_MOST_ABOVE_TITLE = 200
"""Code points that may stand above a title: a letterhead, a date, a path."""
_LETTERHEAD = late(r"[^，。：；！？《》]{2,30}文件")
_MOST_BELOW_LETTERHEAD = 80
"""Code points: the number of the document, who signs it."""
_DRESS = f"#*>{BLANK}{BREAK}{NOTHING}"
_DASHES = ("—", "―", "–", "--")


def first_of_all(page: Page, headings: list[Heading]) -> Span | None:
    """The heading of the whole text: what the file calls its title; else the first heading, if no more than a letterhead stands above it,
    it has no number, and either all others of its level have one or head an annex or the like, or one of them follows at once; in Markdown,
    whatever the others are, if no sentence stands above it."""
    titles = [h for h in headings if not h.level]
    if titles:
        return titles[0].start, _end_of_title(page, titles)
    if not headings or _is_deep(page, headings[0]):
        return None
    is_numbered = numbered_on(page)
    first, others = headings[0], headings[1:]
    peers = [h for h in others if h.level == first.level]
    if is_numbered(first) and not _begins_like_a_sentence(page, first, peers):
        return None
    if any(h.level < first.level for h in others) or is_preface(page.work[first.start : first.end]):
        return None
    is_followed = others[:1] == peers[:1] != [] and not says_something(page.work[first.end : others[0].start])
    is_at_head = page.document.format == "markdown" and not _is_below_sentence(page, first)
    is_alone = is_at_head or all(is_numbered(p) or is_behind_all(page, p) for p in peers)
    is_line = is_followed and len(peers) == 1 and len(others) > 1  # or all stood in a section of its own
    return (first.start, peers[0].end if is_line else first.end) if is_alone or is_followed else None


def with_lines_of_title(page: Page, headings: list[Heading]) -> list[Heading]:
    """The `headings`; two are one where the file marks an office and, right below, what it writes 关于…: lines of a title."""
    is_numbered = numbered_on(page)
    kept: list[Heading] = []
    for heading in headings:
        goes_on = page.work.startswith("关于", heading.start) and kept and kept[-1].level == heading.level
        if goes_on and _is_office_right_above(page, kept[-1], heading) and not is_numbered(kept[-1]):
            kept[-1] = kept[-1]._replace(end=heading.end)
        else:
            kept.append(heading)
    return kept


def _is_office_right_above(page: Page, above: Heading, heading: Heading) -> bool:
    between = page.work[above.end : heading.start]
    return not says_something(between) and is_office(squeezed(page.work[above.start : above.end]))


def without_letterhead(page: Page, headings: list[Heading]) -> list[Heading]:
    """The `headings` without the first if it is a letterhead, 某县人民政府文件, with the title below it: what reads scans marks both."""
    if len(headings) < 2 or not _LETTERHEAD.fullmatch(squeezed(page.work[headings[0].start : headings[0].end])):
        return headings
    between = page.work[headings[0].end : headings[1].start]
    is_title = genre(squeezed(page.work[headings[1].start : headings[1].end])) and not numbered_on(page)(headings[1])
    return headings[1:] if is_title and len(between) <= _MOST_BELOW_LETTERHEAD else headings


def is_of_title(page: Page, title: Span, heading: Heading) -> bool:
    """Is it the title, or its subtitle?"""
    return title[0] <= heading.start < title[1] or (heading.start > title[1] and _is_subtitle(page, title, heading))


def _is_subtitle(page: Page, title: Span, heading: Heading) -> bool:
    """Does it say more of the title right above it, behind a dash or in brackets?"""
    words = page.work[heading.start : heading.end]
    is_dressed = words.startswith(_DASHES) or (words.startswith("（") and words.endswith("）"))
    return is_dressed and not style_at(page, heading) and not says_something(page.work[title[1] : heading.start])


def _end_of_title(page: Page, titles: list[Heading]) -> int:
    """Where a title ends that stands in several paragraphs."""
    end = titles[0].end
    for following in titles[1:]:
        if says_something(page.work[end : following.start]):
            break
        end = following.end
    return end


def _begins_like_a_sentence(page: Page, first: Heading, peers: list[Heading]) -> bool:
    """Does it only look like a marker of running text, as none of its peers does? 一图读懂：…"""
    style = style_at(page, first)
    return bool(style) and is_for_running_text(style) and all(style_at(page, peer) != style for peer in peers)


def _is_below_sentence(page: Page, heading: Heading) -> bool:
    """Does the text begin above it? A line that ends in a colon only announces what is below."""
    above = page.work[max(0, heading.start - _MOST_ABOVE_TITLE) : heading.start].rstrip(_DRESS)
    return is_finished(above) and not above.endswith("：")


def _is_deep(page: Page, heading: Heading) -> bool:
    """Does more than a letterhead stand above it?"""
    return sum(c.isalnum() for c in page.work[: heading.start]) > _MOST_ABOVE_TITLE
