"""What stands around a candidate, found once for the whole text: its line, its fellows before and behind it, and what the text is like."""

import re
from bisect import bisect_left
from typing import NamedTuple

from outline.lexicon.addresses import address_at
from outline.lexicon.squeezed import squeezed
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.page.lines import strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import before_blanks
from outline.page.sentences import is_finished

_FARTHEST_FELLOW = 24
"""Candidates of the same family on each side among which the next and the last number are looked for."""
_LONG_LINE = 400
_ANNOUNCEMENT = 40
_SEVERAL = re.compile(
    r"(?:[几数两二三四五六七八九十]|[2-9])个?(?:方面|[点层条件项句步种]|问题|阶段|部分)[^\n，。．；]{0,6}(?:，[^\n，。]{0,8})?[：。．，]?\s*\Z"
)
_LONGEST_HEADING = 40


class Around(NamedTuple):
    """What stands around a candidate.

    - `successor` and `predecessor`: how sure it is that a fellow counts on behind it, or before it: 0 none, 1 at another edge, 2 at the same;
      `successor_start` is where the former begins, or -1;
    - `line_length`: code points from the marker's end to the end of its line, `is_finished`: that line ends like a sentence;
    - `is_in_row`: a fellow stands right beside it, with no words between them;
    - `announced_several`: the words before it say that several points follow; `below_heading`: the line before it could be a heading
      without a number; `addressed`: how many addresses of an audience stand before it in the text;
    - `behind_colon`: the words before it end in a colon; `behind_marker`: nothing stands between it and the candidate before;
    - `paragraph`: the number of its paragraph.
    """

    successor: int
    successor_start: int
    predecessor: int
    line_length: int
    is_finished: bool
    is_in_row: bool
    announced_several: bool
    below_heading: bool
    addressed: int
    behind_colon: bool
    behind_marker: bool
    paragraph: int


class Text(NamedTuple):
    """What a text is like: the share of each family's candidates that head lines, how many there are, and the pairs of families of which
    the second begins between two members of the first that count on."""

    heads_lines: dict[int, float]
    times: dict[int, int]
    usual: frozenset[tuple[int, int]]


def look_around(candidates: list[Candidate], page: Page) -> tuple[list[Around], Text]:
    """What stands around each candidate, and what the text is like."""
    successors, predecessors = _fellows(candidates)
    breaks = [match.start() for match in re.finditer("\n", page.work)] if candidates else []
    addresses = _addresses(page.work, breaks) if candidates else []
    starts = [candidate.start for candidate in candidates]
    around = []
    for n, c in enumerate(candidates):
        paragraph = bisect_left(breaks, c.start)
        line_end = breaks[paragraph] if paragraph < len(breaks) else len(page.work)
        left, right = strip_blanks(page.work, c.end, min(line_end, c.end + _LONG_LINE))
        successor, at = successors[n]
        around.append(
            Around(
                successor,
                starts[at] if at >= 0 else -1,
                predecessors[n],
                right - left if line_end <= c.end + _LONG_LINE else _LONG_LINE,
                is_finished(page.work[max(left, right - 4) : right]),
                _is_in_row(candidates, n),
                c.number == 1
                and _SEVERAL.search(squeezed(page.work[max(0, c.start - _ANNOUNCEMENT) : c.start])) is not None,
                c.edge in HEADS_LINE and _is_below_heading(page.work, breaks, paragraph, starts),
                bisect_left(addresses, c.start),
                page.work[before_blanks(page.work, c.start) - 1 :][:1] == "：" if c.start else False,
                n > 0 and before_blanks(page.work, c.start) <= candidates[n - 1].end,
                paragraph,
            )
        )
    return around, _text(candidates)


def _fellows(candidates: list[Candidate]) -> tuple[list[tuple[int, int]], list[int]]:
    """For each candidate how sure its successor is and which that is, and how sure its predecessor is."""
    families: dict[int, list[int]] = {}
    for n, c in enumerate(candidates):
        families.setdefault(c.family, []).append(n)
    successors, predecessors = [(0, -1)] * len(candidates), [0] * len(candidates)
    for members in families.values():
        for i, n in enumerate(members):
            c, beginnings = candidates[n], 0
            for m in members[i + 1 : i + 1 + _FARTHEST_FELLOW]:
                other = candidates[m]
                if _counts_on(c, other):
                    successors[n] = (2 if other.edge == c.edge else 1, m)
                    predecessors[m] = max(predecessors[m], 2 if other.edge == c.edge else 1)
                    break
                beginnings += other.number == 1
                if beginnings > 2 or (other.number == c.number and c.number > 1):
                    break
    return successors, predecessors


def _counts_on(c: Candidate, other: Candidate) -> bool:
    if other.number == 0:
        return c.number > 0
    return other.number == c.number + 1 and other.numbering.outer == c.numbering.outer


def _is_in_row(candidates: list[Candidate], n: int) -> bool:
    c = candidates[n]
    after = candidates[n - 1] if n else None
    before = candidates[n + 1] if n + 1 < len(candidates) else None
    return bool(
        (after and after.family == c.family and c.start - after.end < 2)
        or (before and before.family == c.family and before.start - c.end < 2)
    )


def _is_below_heading(work: str, breaks: list[int], paragraph: int, starts: list[int]) -> bool:
    """Is the line with words before this paragraph short, without an end, and without a marker?"""
    before = paragraph - 1
    while before >= 0:
        start = breaks[before - 1] + 1 if before else 0
        left, right = strip_blanks(work, start, breaks[before])
        if left < right:
            marked = bisect_left(starts, left - 4) < bisect_left(starts, left + 4)
            return (
                right - left <= _LONGEST_HEADING and not marked and not is_finished(work[max(left, right - 4) : right])
            )
        before -= 1
        if paragraph - before > 4:
            break
    return False


def _addresses(work: str, breaks: list[int]) -> list[int]:
    """Where a paragraph addresses the audience (同志们：), as another speech begins; a call upon it (各位代表！) may stand anywhere."""
    found = []
    for line_end in breaks:
        start = line_end + 1
        while start < len(work) and work[start] in " \u2060？*#>•●◆■-":
            start += 1
        address = address_at(work, start, len(work)) if work[start : start + 1] not in ("", "\n") else None
        if address and work[address[1] - 1] != "！":
            found.append(start)
    return found


def _text(candidates: list[Candidate]) -> Text:
    count: dict[int, int] = {}
    heads: dict[int, int] = {}
    for c in candidates:
        count[c.family] = count.get(c.family, 0) + 1
        heads[c.family] = heads.get(c.family, 0) + (c.edge in HEADS_LINE)
    return Text({family: heads[family] / n for family, n in count.items()}, count, _usual(candidates))


def _usual(candidates: list[Candidate]) -> frozenset[tuple[int, int]]:
    """The pairs (outer, inner) of families of which an inner 1 stands between an outer number and the next."""
    found: set[tuple[int, int]] = set()
    last: dict[int, tuple[int, int]] = {}
    begun: dict[int, int] = {}
    for n, c in enumerate(candidates):
        if c.family in last and c.number == last[c.family][0] + 1:
            since = last[c.family][1]
            found.update((c.family, inner) for inner, at in begun.items() if at > since and inner != c.family)
        last[c.family] = (c.number, n)
        if c.number == 1:
            begun[c.family] = n
    return frozenset(found)
