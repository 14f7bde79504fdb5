"""Where a heading ends that the file itself marks as one."""

from outline.numbering.candidates import Candidate
from outline.page.page import Page
from outline.page.paragraphs import paragraphs
from outline.page.sentences import is_finished
from outline.sections.heading_places import BETWEEN, Place

_FULL_STOP = "。"
_TELLS = frozenset("：，、")
_GAPS = "gap", "gaps"


def end_by_file(marker: Candidate, limit: int, page: Page) -> int:
    """Where the heading ends if the file itself says so, or 0. Sentences that are all marked as one are a heading with its text; where the
    marker alone is marked, 附件1, the file does not say that no heading stands below it."""
    if not marker.styled_end:
        return 0
    words = page.work[marker.end : min(marker.styled_end, limit)]
    is_marker_alone = not words.strip(BETWEEN + "\n") and not _stands_above_sentence(marker.end, limit, page)
    return 0 if is_marker_alone or _is_text(words) else marked_end(marker, limit, page)


def lead_in_end(marker: Candidate, limit: int, by_text: Place, leads: dict[int, int], page: Page) -> int:
    """Where the heading ends if its type does so where the text says nothing, or 0; `leads`: where what begins with a type of its own ends,
    by where it begins. A sentence that ends before, and a colon or a comma there, say something."""
    end, work = min(leads.get(marker.start, 0), limit), page.work
    at = marker.end + len(work[marker.end : end].rstrip(BETWEEN))
    is_told = by_text.at <= at and by_text.kind not in ("inside", *_GAPS)
    return 0 if at == marker.end or is_told or _TELLS.intersection(work[at : end + 1]) else at


def _stands_above_sentence(end: int, limit: int, page: Page) -> bool:
    below = next(iter(paragraphs(page.work, end, limit)), (end, end))
    return is_finished(page.work[below[0] : below[1]])


def marked_end(marker: Candidate, limit: int, page: Page) -> int:
    """Where what the file marks as a heading ends, before the next section."""
    return marker.end + len(page.work[marker.end : min(marker.styled_end, limit)].rstrip(BETWEEN + "\n"))


def _is_text(words: str) -> bool:
    """Are they several sentences, of which the last ends as well?"""
    return words.count(_FULL_STOP) > 1 and words.rstrip().endswith(_FULL_STOP)


def part_only_signs(work: str, end: int, styled: int) -> bool:
    """Do only signs stand between where a heading ends by the text and where it does by the file? They close a sentence or a quotation."""
    return end < styled and not any(map(str.isalnum, work[end:styled]))
