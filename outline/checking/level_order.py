"""The order of levels: 一、 → （一） → 1. → （1）, as GB/T 9704-2012 (7.3.3) has it."""

from collections import Counter
from collections.abc import Iterator

from outline.checking.habits import told, without_blanks
from outline.language import gettext as _
from outline.model import Note, Outline, Parameters, Section
from outline.notation.standard_forms import LEVELS, standard_level
from outline.page.dress import heads_line

_LEAST_DEPTH = 3
"""Where a text has fewer levels of these, the standard leaves open which it takes, but for the next but one: 一、 and （1）."""


def level_order(outline: Outline) -> Iterator[Note]:
    """`level-order` where a level stands inside one that should stand inside it, or where three levels or more leave one out; or two, on
    lines of their own, if they leave out two, or one that the text has elsewhere.

    Each pair of levels is told once, at the first marker, with how often it stands so.
    """
    pairs: dict[tuple[int, int], list[Section]] = {}
    loose, through = _Loose(outline), _numbered_through(outline)
    otherwise = {note.start for note in outline.notes if note.code == "other-dress"}  # say nothing of the levels around
    waiting: list[tuple[Section, tuple[int, ...], set[int]]] = [(one, (), set()) for one in reversed(outline.sections)]
    while waiting:
        section, above, late = waiting.pop()
        is_otherwise = section.marker is not None and section.marker.start in otherwise
        rank = None if is_otherwise else _rank(section)
        ranks = () if is_otherwise else above if rank is None else (*above, rank)
        if rank is not None and above:
            is_reversed, is_skipped = rank < above[-1], rank > above[-1] + 1 and list(above) == sorted({*above})
            is_skipped = is_skipped and above[-1] + 1 not in late and rank not in through
            is_deep = len(ranks) + _has_level_below(section, rank) >= _LEAST_DEPTH
            if is_reversed or (is_skipped and (is_deep or loose.has(section, above[-1], rank))):
                known = pairs.setdefault((above[-1], rank), [])
                if not known or _is_first(section):
                    known.append(section)
        late = _begin_late(section.sections)
        waiting += [(below, ranks, late) for below in reversed(section.sections)]
    for (above_it, rank), sections in pairs.items():
        yield _note(sections, above_it, rank)


class _Loose:
    """Levels left out in a text of two, which most texts do on purpose; a list inside a sentence may be dressed as it likes."""

    def __init__(self, outline: Outline) -> None:
        self._text = outline.source_text or ""
        ranks = ((_rank(section), *map(_rank, section.sections[:1])) for section in outline.walk())
        self._used = {(pair[0], pair[1]) for pair in ranks if len(pair) > 1}

    def has(self, section: Section, above: int, rank: int) -> bool:
        """Does a section on a line of its own leave two levels out, or one that others of the text have?"""
        if section.marker is None or not self._text:
            return False
        return heads_line(self._text, section.start) and (rank > above + 2 or (above, above + 1) in self._used)


def _numbered_through(outline: Outline) -> set[int]:
    """The levels whose numbers run through the text, whatever stands above them, as those of the questions of an examination do: they go
    on more often than they begin anew."""
    goes_on: Counter[int] = Counter()
    last: dict[int, int] = {}
    for section in outline.walk():
        rank = _rank(section)
        for below in section.sections[:1]:
            inner = _rank(below)
            if inner in last and below.marker and below.marker.number in (1, last[inner] + 1):
                goes_on[inner] += 1 if below.marker.number > 1 else -1
        if rank is not None and section.marker:
            last[rank] = section.marker.number
    return {rank for rank, times in goes_on.items() if times > 0}


def _begin_late(sections: list[Section]) -> set[int]:
    """The levels that stand beside each other and of which the first number is missing: it is, and no level is left out before it."""
    firsts: dict[int, bool] = {}
    for section in sections:
        rank = _rank(section)
        if rank is not None and section.marker:
            firsts.setdefault(rank, section.marker.number > 1)
    return {rank for rank, is_late in firsts.items() if is_late}


def _has_level_below(section: Section, rank: int) -> bool:
    return any((_rank(below) or 0) > rank for below in section.sections)


def _is_first(section: Section) -> bool:
    """Is it the first of its series? A series is told once."""
    return section.marker is not None and section.marker.number == 1


def _rank(section: Section) -> int | None:
    return standard_level(section.marker.style) if section.marker else None


def _note(sections: list[Section], above: int, rank: int) -> Note:
    marker = sections[0].marker
    assert marker is not None
    parameters: Parameters = {"marker": without_blanks(marker), "outer": LEVELS[above], "inner": LEVELS[rank]}
    if rank < above:
        parameters["order"] = " ".join(LEVELS)
        quoted: Parameters = {**parameters, "order": "”“".join(LEVELS)}
        message = _("“{inner}” stands inside “{outer}”: the order is “{order}”").format(**quoted)
    else:
        parameters["skipped"] = LEVELS[above + 1]
        message = _("“{inner}” stands right below “{outer}”: the level “{skipped}” is left out").format(**parameters)
    return told("level-order", message, marker.start, marker.end, parameters, len(sections))
