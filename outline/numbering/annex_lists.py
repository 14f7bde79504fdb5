"""Lists of annexes below a text, whose items number no points: 附件：1．检查表."""

import re

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.numbering.lines_around import Lines

_LABEL = re.compile(r"(?:附|附件|附录|附表)(?:如下)?：")
_LONGEST_LABEL, _FARTHEST_LABEL = 12, 60


def annexed(candidates: list[Candidate], n: int, before: int, lines: Lines, of_last: str) -> str:
    """How the n-th candidate stands in a list of annexes: right `behind` its label, on the line `below` it, or `after` a candidate that
    stands in one; nothing if in none. The words before it end at `before`; `of_last` is what was said of the candidate before."""
    c, work = candidates[n], candidates[n].page.work
    is_behind_colon = before > 0 and work[before - 1] == "："  # as every label ends
    if is_behind_colon and _is_label(work, c.start):
        return "behind"
    if c.edge not in HEADS_LINE:
        return ""
    last = candidates[n - 1] if n else None
    if last and of_last and last.family == c.family and lines.number(c.start) - lines.number(last.start) == 1:
        return "after"
    return "below" if is_behind_colon and _is_label(work, before) else ""


def places_in_lists(candidates: list[Candidate]) -> set[int]:
    """The places of the candidates that number annexes in such a list, and of the labels themselves that look like a marker."""
    found: set[int] = set()
    last: Candidate | None = None
    lists_none = not candidates or "附" not in candidates[0].page.work
    for c in () if lists_none else candidates:
        work = c.page.work
        if c.kind == "ANNEX" and _LABEL.fullmatch("".join(work[c.start : c.end].split())):
            found.add(c.place)
            continue
        goes_on = last is not None and last.family == c.family and work.count("\n", last.end, c.start) == 1
        before = work.rfind("\n", max(0, c.start - _FARTHEST_LABEL), c.start)
        is_below = before > 0 and c.edge in HEADS_LINE and _is_label(work, before)
        if _is_label(work, c.start) or is_below or (goes_on and c.edge in HEADS_LINE):
            found.add(c.place)
            last = c
        elif c.edge in HEADS_LINE:
            last = None
    return found


def _is_label(work: str, end: int) -> bool:
    """Is what stands on a line before `end` the label of such a list?"""
    start = work.rfind("\n", max(0, end - _LONGEST_LABEL), end) + 1
    return start > 0 and _LABEL.fullmatch("".join(work[start:end].split())) is not None
