"""The levels of the headings of a file, where they contradict each other: programs that read scans guess them heading by heading."""

from outline.document import Heading
from outline.notation.grammar_files import pattern
from outline.numbering.marker_text import Numbering, numbering_of
from outline.page.page import Page

_FEWEST, _ONE_IN = 2, 3


def without_contradictions(page: Page, headings: list[Heading]) -> list[Heading]:
    """The `headings`; all on one level, if several that have a number, and one in three, count on from another of their style and from none
    on their own level: then the numbers alone say what stands in what. A single one may be a slip in a file whose levels are right."""
    if not _contradict([(h.level, numbering) for h in headings if (numbering := _numbering_at(page, h))]):
        return headings
    highest = min(heading.level for heading in headings if heading.level)
    return [heading._replace(level=highest) if heading.level else heading for heading in headings]


def _contradict(numbered: list[tuple[int, Numbering]]) -> bool:
    met: dict[tuple[int, tuple[int, ...], int], set[int]] = {}
    counting_on, contradictions = 0, 0
    for level, numbering in numbered:
        before = met.get((numbering.family, numbering.outer, numbering.number - 1))
        if before:
            counting_on += 1
            contradictions += level not in before
        met.setdefault((numbering.family, numbering.outer, numbering.number), set()).add(level)
    return contradictions >= max(_FEWEST, counting_on / _ONE_IN)


def _numbering_at(page: Page, heading: Heading) -> Numbering | None:
    match = pattern().match(page.work, heading.start) if heading.level else None
    return numbering_of(match.lastgroup, match[match.lastgroup]) if match and match.lastgroup else None
