"""Which of the labels that a file counts, and of its headings, have a fellow: another that counts on with them.

A list with one label may be an only child that the file says is a point; one with a fellow is none, whatever stands between the two.
"""

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE


def tell_fellows(candidates: list[Candidate]) -> None:
    """Tell the candidates which of them have a fellow, run on over a heading, or go on with the heading before."""
    _tell_in_lists(candidates)
    _tell_at_heads_of_lines(candidates)
    _tell_headings(candidates)


def _tell_in_lists(candidates: list[Candidate]) -> None:
    """The fellow of a label: the next of its list on its level, with nothing of an outer level between; and below what the list began."""
    of_lists: dict[int | str, dict[int, Candidate]] = {}
    typed = 0  # the family of the last marker that no list counts
    for c in candidates:
        if c.list:
            id_, level = c.list
            c.list_begun_below = of_lists[id_][level].list_begun_below if level in of_lists.get(id_, {}) else typed
            levels = of_lists.setdefault(id_, {})
            for deeper in [other for other in levels if other > level]:
                del levels[deeper]
            _tell(levels.get(level), c)
            levels[level] = c
        elif c.is_marker:
            typed = c.family


def _tell_at_heads_of_lines(candidates: list[Candidate]) -> None:
    """The fellow of what heads a line: the next of its kind there, for what was typed goes on with what is counted, and one list with
    another. One runs on over a heading without a number if the one before stands below another of its level, as all do since the first."""
    of_kinds: dict[int, Candidate] = {}
    begun_below: dict[int, int] = {}
    heading: Candidate | None = None
    for c in candidates:
        if not c.is_marker and not c.is_instead:
            heading = c
        if c.is_marker and c.edge in HEADS_LINE:
            before = of_kinds.get(c.family)
            if not _tell(before, c):
                begun_below[c.family] = heading.level if heading else 0
            elif before and heading and before.place < heading.place:
                c.runs_on = begun_below[c.family] == heading.level
            of_kinds[c.family] = c


def _tell_headings(candidates: list[Candidate]) -> None:
    """A heading with a number goes on with another one of its level, with none of an outer level between."""
    of_levels: dict[int, dict[int, int]] = {}
    for c in candidates:
        if c.level:
            for deeper in [level for level in of_levels if level > c.level]:
                del of_levels[deeper]
            if c.is_marker:
                numbers = of_levels.setdefault(c.level, {})
                c.goes_on_with_heading = numbers.get(c.family) == c.number - 1
                numbers[c.family] = c.number


def _tell(before: Candidate | None, c: Candidate) -> bool:
    """Say so if the two are fellows. Are they?"""
    if before is None or before.group != c.group or before.number + 1 != c.number:
        return False
    before.has_fellow = c.has_fellow = True
    return True
