"""Which of the labels that a file counts have a fellow: another that counts on with them. A list with one label may be an only child that
the file says is a point; one with a fellow is none, whatever stands between the two."""

from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE


def tell_fellows(candidates: list[Candidate]) -> None:
    """Tell those with a fellow: the next of their list on their level, with nothing of an outer level between; or the next of their kind at
    the head of a line, for what was typed goes on with what is counted, and one list with another."""
    of_lists: dict[int | str, dict[int, Candidate]] = {}
    of_kinds: dict[int, Candidate] = {}
    for c in candidates:
        if c.list:
            id_, level = c.list
            levels = of_lists.setdefault(id_, {})
            for deeper in [other for other in levels if other > level]:
                del levels[deeper]
            _tell(levels.get(level), c)
            levels[level] = c
        if c.is_marker and c.edge in HEADS_LINE:
            _tell(of_kinds.get(c.family), c)
            of_kinds[c.family] = c


def _tell(before: Candidate | None, c: Candidate) -> None:
    if before and before.group == c.group and before.number + 1 == c.number:
        before.has_fellow = c.has_fellow = True
