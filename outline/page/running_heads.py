"""Page numbers alone on their lines, the running heads beside them, and running heads that end or begin in such a number, as the text layer
of a PDF or a scanned book has them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from outline.page.lines import Line, Role, Table
from outline.page.page_numbers import WHY
from outline.page.sentences import is_finished
from outline.page.tears import is_inside_clause, marker_at_head
from outline.patterns import HAN, late

_NUMBER = late(r"[0-9]{1,4}")
_SHORTEST_PAGE = 150
_FEWEST_PAGES, _FEWEST_HEADS = 3, 2
_LONGEST_NUMBER, _LONGEST_HEAD = 4, 40
_SHORTEST_HEAD, _DASHES, _DIGITS = 6, "—–·-", frozenset("0123456789")
_HEAD_AND_NUMBER = late(
    rf"(?P<words>.{{0,40}}(?:{HAN}|[）》”]))(?: [{_DASHES}]? ?| ?[{_DASHES}] ?)"
    rf"(?P<chapter>\d{{1,3}}-)?(?P<page>\d{{1,4}})(?: ?[{_DASHES}])?"
)
_NUMBER_AND_HEAD = late(
    rf"(?:[{_DASHES}] ?)?(?P<page>\d{{1,4}})(?: ?[{_DASHES}])? (?P<chapter>)(?P<words>(?:{HAN}|[《“]).{{0,40}})"
)
_SHORTEST_ROW, _LONGEST_ROW = 15, 60
"""A row of a page; a longer line is a paragraph of a text that is not torn into rows."""
_MOST_TURNED = 2
"""From one head to the next of the same words a page is turned, or a leaf."""
_YEARS = range(1900, 2100)


class _Head(NamedTuple):
    """A line that may be a running head: its place among the lines of speech, the number of its page, and whether that names a chapter."""

    place: int
    page: int
    has_chapter: bool


def label_running_heads(table: Table) -> None:
    """Set the page numbers aside that count on from page to page, and the lines next to them that come back on most pages.

    A number alone on its line may be a heading or a cell of a table: it takes three that count on, each a page of text after the other,
    or two beside the same running head.
    """
    _label_heads_with_numbers(table)
    _label_heads_beside_numbers(table)
    lines = table.speech()
    numbers = [
        place
        for place, line in enumerate(lines)
        if line.end - line.start <= _LONGEST_NUMBER and _NUMBER.fullmatch(table.words(line))
    ]
    if len(numbers) < _FEWEST_HEADS:
        return
    pages = _longest_count(lines, numbers, table)
    # the first page, above which no number stands, has the head too
    beside = {place for page in pages for place in (page - 1, page + 1) if 0 <= place < len(lines)} | {0}
    heads = [lines[place] for place in sorted(beside) if lines[place].end - lines[place].start <= _LONGEST_HEAD]
    times = Counter(map(table.words, heads))
    often = [head for head in heads if times[table.words(head)] >= max(_FEWEST_HEADS, len(pages) / 2)]
    if len(pages) >= (_FEWEST_HEADS if often else _FEWEST_PAGES):
        for line in (*(lines[page] for page in pages), *often):
            line.label(Role.INTERRUPTION, WHY if line not in often else "a running head")


def _longest_count(lines: list[Line], numbers: list[int], table: Table) -> list[int]:
    """The longest row of neighbours in which each number is greater by one than the one before, a page of text further on."""
    rows = [numbers[:1]]
    for one, other in pairwise(numbers):
        counts_on = int(table.words(lines[other])) == int(table.words(lines[one])) + 1
        if counts_on and lines[other].start - lines[one].end >= _SHORTEST_PAGE:
            rows[-1].append(other)
        else:
            rows.append([other])
    return max(rows, key=len)


def _label_heads_with_numbers(table: Table) -> None:
    """Set the lines aside that say the same but for a number at their end, or beginning, that counts on from page to page."""
    lines = table.speech()
    for heads in _heads_with_numbers(table, lines):
        turn_pages = len(heads) >= _FEWEST_HEADS and all(_turns(lines, *two) for two in pairwise(heads))
        if turn_pages and _are_of_pages(table, lines, heads):
            for head in heads:
                lines[head.place].label(Role.INTERRUPTION, "a running head")


def _label_heads_beside_numbers(table: Table) -> None:
    """Set the lines aside that say the same above, or below, most lines that are page numbers for sure: 第7页."""
    numbers = [line.start for line in table.furniture() if line.why == WHY]
    if len(numbers) < _FEWEST_PAGES:
        return
    lines = table.speech()
    places = [bisect_left(lines, start, key=attrgetter("start")) for start in numbers]
    for side in (-1, 0):
        # the numbers of empty pages stand beside one and the same line
        beside = [lines[at] for at in dict.fromkeys(place + side for place in places) if 0 <= at < len(lines)]
        times = Counter(table.words(line) for line in beside if line.end - line.start <= _LONGEST_HEAD)
        for line in beside:
            if times[table.words(line)] >= max(_FEWEST_PAGES, len(numbers) / 2) and not marker_at_head(table, line):
                line.label(Role.INTERRUPTION, "a running head")


def _heads_with_numbers(table: Table, lines: list[Line]) -> Iterable[list[_Head]]:
    """The lines that say the same but for a number."""
    heads: dict[str, list[_Head]] = {}
    text = table.text
    for place, line in enumerate(lines):
        if line.end - line.start > _LONGEST_HEAD or (
            text[line.end - 1] not in _DIGITS and text[line.start] not in _DIGITS and text[line.end - 1] not in _DASHES
        ):
            continue
        words = table.words(line)
        said = _HEAD_AND_NUMBER.fullmatch(words) or _NUMBER_AND_HEAD.fullmatch(words)
        if not said or len(words) < _SHORTEST_HEAD or int(said["page"]) in _YEARS:
            continue
        if said.start("words") or not marker_at_head(table, line):
            key = said["words"] + (said["chapter"] or "")
            heads.setdefault(key, []).append(_Head(place, int(said["page"]), bool(said["chapter"])))
    return heads.values()


def _turns(lines: list[Line], one: _Head, other: _Head) -> bool:
    """Does a page lie between two heads, or a leaf, as their numbers say?"""
    is_page_away = lines[other.place].start - lines[one.place].end >= _SHORTEST_PAGE
    return is_page_away and 0 < other.page - one.page <= _MOST_TURNED


def _are_of_pages(table: Table, lines: list[Line], heads: list[_Head]) -> bool:
    """Are they no headings that count (练习 1)? These begin with 1, and stand between sentences, one or the other of which may lack its
    sign. A head that says of what chapter the page is needs no more than another number."""
    torn = sum(_tears(table, lines, head.place) for head in heads)
    return torn > 1 if heads[0].page == 1 else torn > 0 or heads[0].has_chapter


def _tears(table: Table, lines: list[Line], place: int) -> bool:
    """Does the line at a place stand between two rows of one sentence?"""
    if not 0 < place < len(lines) - 1:
        return False
    before, behind = lines[place - 1], lines[place + 1]
    is_row = _SHORTEST_ROW <= before.end - before.start <= _LONGEST_ROW
    is_torn = is_row and not is_finished(table.words(before)) and is_inside_clause(table, before, behind)
    return is_torn and marker_at_head(table, behind) is None
