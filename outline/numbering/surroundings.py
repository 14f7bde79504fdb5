"""What stands around a candidate, found once for the whole text: its line, its fellows before and behind it, and what the text is like."""

from bisect import bisect_left
from typing import NamedTuple

from outline.notation import numerals
from outline.numbering.candidates import Candidate
from outline.numbering.characters_around import HAN_NUMERALS, class_before, class_behind
from outline.numbering.copies import copies_in
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.fellows import Text, begins_like, fellows_of, leaders_of, text_of
from outline.numbering.forms import blank_behind
from outline.numbering.leads import NOTHING_LEADS, Lead, lead_before
from outline.numbering.lines_around import Lines
from outline.numbering.side_lists import Listed, side_lists
from outline.page.page import Page
from outline.page.paragraphs import before_blanks

_NO_LOOKALIKES = HAN_NUMERALS + "零〇㈠"
_COUNTING = frozenset(HAN_NUMERALS[:10] + "123456789")
_THREE_TO_FIVE = 3, 5
_CUT_NEAR = 1500
LENGTHS = (0, 2, 5, 10, 16, 24, 34, 50, 100, 399)
_LINES = [[f"{length}{end}" for length in range(len(LENGTHS) + 1)] for end in "-."]
_COARSE = dict.fromkeys(Edge, "glue") | dict.fromkeys(HEADS_LINE, "line") | {Edge.COMMA: "comma"}
_COARSE |= dict.fromkeys((Edge.SENTENCE, Edge.CLAUSE, Edge.COLON), "clause")
_EDGE_NAMES = {edge: edge.name for edge in Edge}


class Around(NamedTuple):
    """What stands around a candidate.

    - `successor` and `predecessor`: how sure it is that a fellow counts on behind it, or before it: 0 none, 1 at another edge, 2 at the
      same; `successor_start` is where the former begins, or -1;
    - `edge`: the name of the edge, `coarse`: the edge as line, clause, comma or glue; `before` and `follower`: the classes of the
      characters beside it;
    - `line`: the class of the line behind the marker: how long it is, and whether it ends like a sentence;
    - `blank`: what the words behind it leave to be filled in;
    - `is_in_row`: a fellow stands right beside it, with no words between them; `lists_on`: the next numeral follows at once, or the same;
    - `is_lookalike`: its numeral is a sign that scanners read for one;
    - `listed`: how it stands in a list beside the text, of annexes or notes, if in one;
      `begins_text`: nothing is said before it; `begins_anew`: the first point of the text stands here again, word for word; `leads`: the
      next number with several parts begins with its own, as 1.1 behind 1;
    - `lead`: what the sentence before it says, if its number is 1; `below_heading`: the line before it could be a heading
      without a number, `in_part`: one farther above could; `behind_colon`: the words before it end in a colon; `behind_marker`: nothing
      stands between it and the one before;
    - `cut_near`: text was cut away where a fellow could stand;
    - `reach`: how many paragraphs its brothers before it took at most, or 0 where it has none;
    - `addressed`: how many addresses of an audience stand before it in the text; `paragraph`: the number of its paragraph; `words_before`:
      how many characters do that are no blanks.
    """

    successor: int
    successor_start: int
    predecessor: int
    edge: str
    coarse: str
    before: str
    follower: str
    line: str
    blank: str
    is_in_row: bool
    lists_on: bool
    is_lookalike: bool
    listed: Listed | None
    begins_text: bool
    begins_anew: bool
    leads: bool
    lead: Lead
    below_heading: bool
    in_part: bool
    behind_colon: bool
    behind_marker: bool
    cut_near: bool
    addressed: int
    paragraph: int
    words_before: int
    reach: int = 0


def look_around(candidates: list[Candidate], page: Page) -> tuple[list[Around], list[Text]]:
    """What stands around each candidate, and what its text is like."""
    starts = [candidate.start for candidate in candidates]
    lines = Lines(page.work, starts, ((table.start, table.end) for table in page.tables))
    beside = side_lists(candidates)
    around: list[Around] = []
    texts: list[Text] = []
    for places in copies_in(page.work, starts):
        copy = candidates[places.start : places.stop]
        around += _around_each(copy, candidates[0], page, lines, beside)
        texts += [text_of(copy)] * len(copy)
    return around, texts


def _around_each(
    candidates: list[Candidate], first: Candidate, page: Page, lines: Lines, beside: dict[int, Listed]
) -> list[Around]:
    """What stands around each candidate of a text, in whose file one is the `first`; `beside`: those in lists beside the text."""
    successors, predecessors = fellows_of(candidates)
    leading = leaders_of(candidates)
    around: list[Around] = []
    for n, (successor, place) in enumerate(successors):
        start = candidates[place].start if place >= 0 else -1
        listed, leads = beside.get(candidates[n].place), n in leading
        around.append(_around(candidates, n, first, page, lines, successor, start, predecessors[n], listed, leads))
    return _with_reach(around, [place for _, place in successors])


def _with_reach(around: list[Around], successors: list[int]) -> list[Around]:
    """How many paragraphs each took of a series that goes on is known of those that follow."""
    reach = [0] * len(around)
    for n, place in enumerate(successors):
        if place >= 0:
            reach[place] = max(reach[place], reach[n], around[place].paragraph - around[n].paragraph, 1)
    # Half the time of _replace, for nearly each of all candidates.
    return [Around(*one[:-1], most) if most else one for one, most in zip(around, reach, strict=True)]


def _around(
    candidates: list[Candidate],
    n: int,
    first: Candidate,
    page: Page,
    lines: Lines,
    successor: int,
    start: int,
    predecessor: int,
    listed: Listed | None,
    leads: bool,
) -> Around:
    c, work = candidates[n], page.work
    before = before_blanks(work, c.start)
    number = lines.number(c.start)
    length, finished = lines.rest(c.end, number)
    heads = c.edge in HEADS_LINE
    return Around(
        successor,
        start,
        predecessor,
        _EDGE_NAMES[c.edge],
        _COARSE[c.edge],
        "line" if heads else class_before(work, c.start),
        class_behind(work, c.end),
        _LINES[finished][bisect_left(LENGTHS, length)],
        blank_behind(c) if page.blanks else "",
        _is_in_row(candidates, n),
        lists_on(c),
        c.numbering.style[:1] == "一" and work[c.start] not in _NO_LOOKALIKES,
        listed,
        n == 0 and before_blanks(work, first.start) == 0,
        c.place > 0 and begins_like(first, c),
        leads,
        lead_before(work, c.start) if c.number == 1 else NOTHING_LEADS,
        heads and lines.is_below_heading(number),
        heads and lines.is_in_part(number),
        before > 0 and work[before - 1] == "：",
        n > 0 and before <= candidates[n - 1].end and candidates[n - 1].is_marker,
        page.cuts != () and _is_cut_near(c, page.cuts),
        bisect_left(lines.addresses, c.start),
        lines.paragraph(c.start, number),
        lines.words_before(c.start),
    )


def _is_cut_near(c: Candidate, cuts: tuple[int, ...]) -> bool:
    return is_cut(cuts, c.end, c.end + _CUT_NEAR) or (c.number > 1 and is_cut(cuts, c.start - _CUT_NEAR, c.start))


def is_cut(cuts: tuple[int, ...], start: int, end: int) -> bool:
    """Was text cut away between two places?"""
    if not cuts:
        return False
    following = bisect_left(cuts, start)
    return following < len(cuts) and cuts[following] < end


def _is_in_row(candidates: list[Candidate], n: int) -> bool:
    c = candidates[n]
    if n and candidates[n - 1].family == c.family and c.start - candidates[n - 1].end < 2:
        return True
    return n + 1 < len(candidates) and candidates[n + 1].family == c.family and candidates[n + 1].start - c.end < 2


def lists_on(c: Candidate) -> bool:
    """Does the next numeral of its kind follow at once, as in 三、四线城市, ②③两步 and 三、五年, or the same one, as in 一是一，二是二?
    What is in brackets, as in （三）四个坚持, lists nothing."""
    behind = c.page.work[c.end : c.end + 2]
    counts = behind[:1] in _COUNTING or behind[:1].isdigit()
    if (
        not counts
        or c.page.work[c.end - 1] == "）"
        or behind.isdecimal()
        or numerals.kind(behind[0]) not in c.numbering.style
    ):
        return False
    following = numerals.value(behind[0])
    if following == c.number + 1 or (c.number, following) == _THREE_TO_FIVE:
        return True
    return following == c.number and not behind[1:].isalnum()
