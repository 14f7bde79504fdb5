"""Numerals that stand in a list of their own: 三、四线城市, 一是一，二是二. None of them is a marker."""

from outline.notation import numerals
from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.page.sentences import SENTENCE_ENDS

_LONGEST_HEADING = 60


def label_lists(candidates: list[Candidate]) -> None:
    """Set `in_list` of the candidates behind which the next numeral follows at once, or the same one.

    The next numeral may also be the first word of a heading: 一、二产提质增效⏎二、三产融合发展. It is if a neighbour in the same dress
    heads another line, and so does the first of this dress, and either the line is a heading of its own, without the end of a
    sentence, or a numeral follows that neighbour too: nobody lists one and two in one line, and two and three in the next.
    """
    listed = [candidate for candidate in candidates if _goes_on_counting(candidate)]
    if listed:
        heads = {(c.family_key, c.number): c for c in candidates if c.edge == Edge.LINE}
        for candidate in listed:
            candidate.in_list = candidate.edge != Edge.LINE or not _heads_lines_with_its_like(candidate, heads)
    for candidate in candidates:
        candidate.in_list |= _following(candidate) == candidate.number and not _is_word(candidate)


def _heads_lines_with_its_like(c: Candidate, heads: dict[tuple[int, int], Candidate]) -> bool:
    """Is `c` one of a row of headings? `heads` are the candidates that head lines, by family and number."""
    beside = [heads[key] for key in ((c.family_key, c.number - 1), (c.family_key, c.number + 1)) if key in heads]
    if not beside or (c.family_key, 1) not in heads:
        return False
    return _is_alone_on_line(c) or any(map(_goes_on_counting, beside))


def _following(c: Candidate) -> int | None:
    """The numeral behind `c`: 四 behind 三、. The first digit of another number (2018年 is no 2) is none."""
    return numerals.value(c.follower) if c.follower and not c.work[c.end : c.end + 2].isdecimal() else None


def _goes_on_counting(c: Candidate) -> bool:
    return _following(c) == c.number + 1


def _is_word(c: Candidate) -> bool:
    """Does the numeral behind `c` begin a word: 一、一村一品?"""
    return c.work[c.end + 1 : c.end + 2].isalnum()


def _is_alone_on_line(c: Candidate) -> bool:
    """Is what follows on the line of `c` short, and without the end of a sentence?"""
    line_end = c.work.find("\n", c.end, c.end + _LONGEST_HEADING)
    if line_end < 0 and len(c.work) > c.end + _LONGEST_HEADING:
        return False
    words = c.work[c.end : line_end if line_end >= 0 else len(c.work)]
    return not any(sign in words for sign in SENTENCE_ENDS)
