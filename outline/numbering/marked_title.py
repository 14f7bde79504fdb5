"""Which heading of a file heads all of it, and what stands beside its first part."""

from outline.document import Heading
from outline.lexicon.titles import is_annex_label, is_back_matter, is_front_matter, is_preface
from outline.notation.grammar_files import pattern
from outline.notation.styles import is_for_running_text
from outline.numbering.marker_text import numbering_of
from outline.page.fold import BREAK, LINE_BLANKS
from outline.page.lines import Span
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.page.sentences import COMMAS

_MOST_ABOVE_TITLE, _LONGEST_LABEL = 200, 40
"""Code points that may stand above a title: a letterhead, a date, a path."""


def first_of_all(page: Page, headings: list[Heading]) -> Span | None:
    """The heading of the whole text: what the file calls its title; else the first heading, if no more than a letterhead stands above it,
    it has no number, and either all others of its level have one or head an annex or the like, or one of them follows at once; in Markdown,
    whatever the others are."""
    titles = [h for h in headings if not h.level]
    if titles:
        return titles[0].start, _end_of_title(page, titles)
    labelled = {label.start for label in page.document.numbers}
    if not headings or _is_deep(page, headings[0]):
        return None
    first, others = headings[0], headings[1:]
    peers = [h for h in others if h.level == first.level]
    if is_numbered(page, first, labelled) and not _begins_like_a_sentence(page, first, peers):
        return None
    if any(h.level < first.level for h in others) or is_preface(page.work[first.start : first.end]):
        return None
    is_followed = others[:1] == peers[:1] != [] and not says_something(page.work[first.end : others[0].start])
    is_alone = page.document.format == "markdown" or all(
        is_numbered(page, peer, labelled) or _is_behind_all(page, peer) for peer in peers
    )
    is_line = is_followed and len(peers) == 1 and len(others) > 1  # or all stood in a section of its own
    return (first.start, peers[0].end if is_line else first.end) if is_alone or is_followed else None


def with_front_matter_beside(page: Page, headings: list[Heading]) -> list[Heading]:
    """The headings of sections; where the file marks nothing as high as a preface but annexes and the like, and numbers what is lower, as
    the templates for standards do (GB/T 1.1), the preface stands beside the outermost of that, and does not hold it."""
    if len(headings) < 2 or not _is_front_matter(page, headings[0]):
        return headings
    level = headings[0].level
    high = [h for h in headings if h.level <= level]
    lower = [h for h in headings if h.level > level]
    labelled = {label.start for label in page.document.numbers}
    if not lower or not all(_is_front_matter(page, h) or _is_behind_all(page, h) for h in high):
        return headings
    if not is_numbered(page, lower[0], labelled):
        return headings
    return [h._replace(level=lower[0].level) if h.end <= lower[0].start else h for h in headings]


def with_labels(page: Page, headings: list[Heading]) -> list[Heading]:
    """The headings without those that have no number and stand below the label of an annex or another marker, alone on its line, which
    opens the section: they are its heading. So is one that goes on with the one above, which ends in a comma."""
    labelled = {label.start for label in page.document.numbers}
    kept: list[Heading] = []
    for heading in headings:
        above = _line_above(page, heading)
        is_next = bool(kept) and not says_something(page.work[kept[-1].end : heading.start])
        goes_on = is_next and above.endswith(tuple(COMMAS)) and kept[-1].level == heading.level
        if not (is_annex_label(above) or _is_marker(above) or goes_on) or is_numbered(page, heading, labelled):
            kept.append(heading)
        elif is_next:
            kept[-1] = kept[-1]._replace(end=heading.end)
    return kept


def _is_front_matter(page: Page, heading: Heading) -> bool:
    return is_front_matter(page.work[heading.start : heading.end].strip())


def _is_behind_all(page: Page, heading: Heading) -> bool:
    """Does it head what stands behind the last part of a text, by its own words or by the line above it: 附件1?"""
    return is_back_matter(page.work[heading.start : heading.end].strip()) or is_annex_label(_line_above(page, heading))


def _line_above(page: Page, heading: Heading) -> str:
    """The last line with something on it above the heading, if it is short."""
    above = page.work[max(0, heading.start - _LONGEST_LABEL) : heading.start].rstrip(LINE_BLANKS + BREAK)
    return above[above.rfind(BREAK) + 1 :].strip(LINE_BLANKS)


def _is_marker(line: str) -> bool:
    match = pattern().match(line)
    return match is not None and match.lastgroup is not None and match.span(match.lastgroup) == (0, len(line))


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


def style_at(page: Page, heading: Heading) -> str:
    """The style of what looks like a marker at the head of the heading, or nothing."""
    match = pattern().match(page.work, heading.start)
    return numbering_of(match.lastgroup, match[match.lastgroup]).style if match and match.lastgroup else ""


def is_numbered(page: Page, heading: Heading, labelled: set[int]) -> bool:
    """Does the heading begin with a number, its own or one of the file, which are `labelled` at these offsets?"""
    return heading.start in labelled or bool(style_at(page, heading))


def _is_deep(page: Page, heading: Heading) -> bool:
    """Does more than a letterhead stand above it?"""
    return sum(c.isalnum() for c in page.work[: heading.start]) > _MOST_ABOVE_TITLE
