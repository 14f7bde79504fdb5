"""Which of the labels that a file counts, and of its headings, have a fellow: another that counts on with them.

A list with one label may be an only child that the file says is a point; one with a fellow is none, whatever stands between the two.
"""

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE


def tell_fellows(candidates: list[Candidate]) -> set[int]:
    """Tell those with a fellow: the next of their list on their level, with nothing of an outer level between; or the next of their kind at
    the head of a line, for what was typed goes on with what is counted, and one list with another.

    The places of those that run on over a heading without a number: the one before stands below another of its level, as all do since the
    first of them.
    """
    of_lists: dict[int | str, dict[int, Candidate]] = {}
    of_kinds: dict[int, Candidate] = {}
    begun_below: dict[int, int] = {}
    heading: Candidate | None = None
    running_on = set()
    for c in candidates:
        if not c.is_marker and not c.is_instead:
            heading = c
        if c.list:
            id_, level = c.list
            levels = of_lists.setdefault(id_, {})
            for deeper in [other for other in levels if other > level]:
                del levels[deeper]
            _tell(levels.get(level), c)
            levels[level] = c
        if c.is_marker and c.edge in HEADS_LINE:
            before = of_kinds.get(c.family)
            if not _tell(before, c):
                begun_below[c.family] = heading.level if heading else 0
            elif before and heading and before.place < heading.place and begun_below[c.family] == heading.level:
                running_on.add(c.place)
            of_kinds[c.family] = c
    return running_on


def tell_headings(candidates: list[Candidate]) -> None:
    """Tell the headings that count on with another one of their level, with none of an outer level between."""
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
