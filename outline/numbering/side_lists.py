"""Lists beside the text, whose items are no points of it: 附件：1．检查表, and the notes below a table.

A label begins such a list (`outline.lexicon.list_labels`); which items follow it, and whether anything stands between them, is told here.
Whether they number points all the same, as in an annex or in a part with that name, is for the evidence to say.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from outline.lexicon.captions import is_caption
from outline.lexicon.list_labels import labels_in
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.page.fold import LINE_BLANKS
from outline.page.lines import BETWEEN_WORDS, is_inside
from outline.page.sentences import is_finished

_FARTHEST_FIRST, _LONGEST_ITEM, _FARTHEST_NEXT = 60, 300, 12
"""Code points from a label to its list, from one item to the next, and candidates among which the next is looked for."""
_MOST_BETWEEN = 1
"""Lines between two items: the rest of a wrapped one."""
_LINES_ABOVE, _LONGEST_LINE = 8, 200


class Listed(NamedTuple):
    """How a candidate stands in a list beside the text.

    - `label`: is it `annexed`, or `noted` or `remarked` beside the text?
    - `place`: it is the `label` itself, or stands right `behind` it, on a line `below`, or `after` another item; or, where nothing labels
      a list of annexes, `beside` another;
    - `is_tight`: nothing but the items stands in the list; `is_finished`: some end like sentences; `above`: a `table` or figure stands
      above it, or other `words`, or `nothing`.
    """

    label: str
    place: str
    is_tight: bool
    is_finished: bool
    above: str

    @property
    def is_plain(self) -> bool:
        """Is it plain that the list stands beside the text? Remarks (说明：) head a part of the text as often."""
        return self.label != "remarked" or self.above == "table"


def side_lists(candidates: list[Candidate]) -> dict[int, Listed]:
    """What stands in a list beside the text, by the place of the candidate."""
    if not candidates:
        return {}
    work, found = candidates[0].page.work, _rows_of_annexes(candidates)
    starts: list[int] = []
    for end, label in labels_in(work):
        starts = starts or [c.start for c in candidates]
        n = bisect_left(starts, end)
        items = _items(candidates, n, end)
        if not items:
            continue
        first = items[0]
        heads = first.edge in HEADS_LINE and "\n" in work[end : first.start]
        how = _is_tight(items), any(_is_finished(c) for c in items), _above(first, end)
        found |= {c.place: Listed(label, "after", *how) for c in items}
        found[first.place] = Listed(label, "below" if heads else "behind", *how)
        if n and candidates[n - 1].kind == "ANNEX" and candidates[n - 1].end == end:
            found[n - 1] = Listed(label, "label", *how)
    return found


def _items(candidates: list[Candidate], n: int, end: int) -> list[Candidate]:
    """The items of the list whose label ends at `end`, of which the n-th candidate is the first; none if no list begins there."""
    first = candidates[n] if n < len(candidates) else None
    if first is None or first.number != 1 or first.start - end > _FARTHEST_FIRST or first.kind == "ANNEX":
        return []
    if first.page.work[end : first.start].strip(BETWEEN_WORDS):
        return []
    items = [first]
    while (following := _next(candidates, items[-1])) is not None:
        if len(items) > 1 and items[1].edge not in HEADS_LINE and following.edge in HEADS_LINE:
            break  # 注：1．按户计。2．按月计。 and then, on its own line, 3. of the text
        items.append(following)
    return items


def _next(candidates: list[Candidate], last: Candidate) -> Candidate | None:
    """The item behind the `last` one, or None if that ends the list: another series begins a line, or other lines follow."""
    for c in candidates[last.place + 1 : last.place + 1 + _FARTHEST_NEXT]:
        if c.start - last.end > _LONGEST_ITEM or sum(1 for _ in _lines_between(last, c)) > _MOST_BETWEEN:
            return None
        if c.family == last.family and c.number == last.number + 1:
            return c
        if c.edge in HEADS_LINE:
            return None
    return None


def _lines_between(one: Candidate, other: Candidate) -> Iterator[str]:
    """The lines with words between two candidates."""
    lines = one.page.work[one.end : other.start].split("\n")[1:-1]
    return (line for line in lines if line.strip(LINE_BLANKS))


def _is_tight(items: list[Candidate]) -> bool:
    """Does nothing stand between the items, and behind an only one no sentence on the next line?"""
    if len(items) > 1:
        return not any(any(_lines_between(one, other)) for one, other in pairwise(items))
    return not is_finished(_line(items[0], 1))


def _is_finished(c: Candidate) -> bool:
    return is_finished(_line(c, 0))


def _line(c: Candidate, below: int) -> str:
    """The rest of the line of a candidate, or the line with words that stands `below`."""
    lines = c.page.work[c.end : c.end + _LONGEST_ITEM].split("\n")
    lines = [lines[0], *(line for line in lines[1:] if line.strip(LINE_BLANKS))]
    return lines[below].strip(LINE_BLANKS) if below < len(lines) else ""


def _above(first: Candidate, end: int) -> str:
    """What stands above the line of a label: a row of a table right above it or the name of a table or figure with no sentence between,
    other words, or nothing."""
    page, seen = first.page, 0
    line = page.work.rfind("\n", 0, end - 1)
    while line >= 0 and seen < _LINES_ABOVE:
        farthest = max(0, line - _LONGEST_LINE)
        start = max(page.work.rfind("\n", farthest, line) + 1, farthest)
        words = page.work[start:line].strip(BETWEEN_WORDS)
        seen += bool(words)
        if words and (is_inside(page.unnumbered, line - 1) or is_caption(words)):
            return "table"
        if is_finished(words) or (words and start == 0):
            return "words"
        line = start - 1
    return "words" if seen else "nothing"


def _rows_of_annexes(candidates: list[Candidate]) -> dict[int, Listed]:
    """The annexes that are only named, one a line: 附件1：检查表, 附件2：名单."""
    found: dict[int, Listed] = {}
    for one, other in pairwise(candidates):
        if one.kind == other.kind == "ANNEX" and other.number == one.number + 1 and other.edge in HEADS_LINE:
            is_near = other.start - one.end <= _LONGEST_ITEM
            if is_near and _line(one, 0) and not any(_lines_between(one, other)):
                listed = Listed("annexed", "beside", True, _is_finished(one), "words")
                found[one.place] = found[other.place] = listed
    return found
