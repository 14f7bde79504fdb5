"""Which short paragraphs of a type of their own head something: text, points, or headings of lesser type."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby

from outline.lexicon.bylines import is_name
from outline.lexicon.titles import is_back_matter
from outline.page.fold import fold
from outline.readers.leading_markers import leading_marker
from outline.readers.typed_paragraphs import TypedParagraph, is_byline, is_line_of_text, is_text
from outline.readers.typefaces import Typeface

_MOST_BYLINES, _LONGEST_NAME = 2, 8


def heads_among(
    may_head: list[int],
    first: int,
    paragraphs: Sequence[TypedParagraph],
    body: Typeface,
    shown: Collection[Typeface] = (),
    ranks: dict[Typeface, int] | None = None,
) -> list[int]:
    """Those that head something; `ranks` tells which type is the lesser one, once it is known. Below the `first` text one of a type that
    is `shown` to be that of headings heads any line; above it, where authors and dates stand, what is headed is text of the same page."""
    heads: set[int] = set()
    for index in reversed(may_head):
        paragraph, below = paragraphs[index], _below(index, paragraphs)
        if paragraph.has_marker:
            heads.add(index)
        elif below and not _is_labelled(index, paragraphs) and not _is_speaker(index, paragraphs):
            other = paragraphs[below]
            is_lesser = ranks is None or ranks[paragraph.face] < ranks.get(other.face, len(ranks) + 1)
            is_above = other.face != paragraph.face and is_lesser and (below in heads or other.has_marker)
            is_below = is_line_of_text if paragraph.face in shown and index > first else is_text
            is_headed = is_above or is_below(other, body) or is_back_matter(paragraph.words)
            if is_headed and (index > first or other.page == paragraph.page):
                heads.add(index)
    return _without_refrains(sorted(heads), paragraphs)


def shown_among(
    may_head: list[int], heads: list[int], paragraphs: Sequence[TypedParagraph], fewest: int
) -> set[Typeface]:
    """The types of which, without numbers, at least half of what may head something are among the `heads`, and the `fewest` that are
    enough."""
    alike, found = (
        Counter(paragraphs[n].face for n in places if not paragraphs[n].has_marker) for places in (may_head, heads)
    )
    return {face for face, count in found.items() if count >= fewest and 2 * count >= alike[face]}


def _without_refrains(heads: list[int], paragraphs: Sequence[TypedParagraph]) -> list[int]:
    """Without those that have no number and say the same as another, while no heading of another kind stands between them: labels,
    mottos and the like. What parts of one whole are called tells them apart."""
    kept: list[int] = []
    for (_, has_marker), found in groupby(heads, lambda n: (paragraphs[n].face, paragraphs[n].has_marker)):
        alike = list(found)
        said = Counter(paragraphs[n].words for n in alike)
        kept += [n for n in alike if has_marker or said[paragraphs[n].words] == 1]
    return kept


def _below(index: int, paragraphs: Sequence[TypedParagraph]) -> int:
    """The place of what stands below, behind who speaks and when; 0 if nothing does."""
    for n in range(index + 1, min(index + 2 + _MOST_BYLINES, len(paragraphs))):
        is_said = is_byline(paragraphs[n].words, is_dated=n > index + 1)
        if not is_said and not (n == index + 1 and _is_speaker(n, paragraphs)):
            return n
    return 0


def _is_labelled(index: int, paragraphs: Sequence[TypedParagraph]) -> bool:
    """Does 附件1 or the like stand above it, alone, whose heading it is?"""
    above = paragraphs[index - 1].words if index else ""
    return bool(above) and (leading_marker(above) == len(above) or is_back_matter(above))


def _is_speaker(index: int, paragraphs: Sequence[TypedParagraph]) -> bool:
    """Is it a name between a heading in larger type and a date in brackets? Speeches that follow each other name who gave them so."""
    above, paragraph, *below = paragraphs[max(0, index - 1) : index + 2]
    is_between = above.face.is_larger_than(paragraph.face) and bool(below) and is_byline(below[0].words)
    return is_between and len(paragraph.words) <= _LONGEST_NAME and is_name(fold(paragraph.words))
