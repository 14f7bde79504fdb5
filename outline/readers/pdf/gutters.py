"""Where the columns of a page begin, if it has several."""

from itertools import pairwise, takewhile
from statistics import median

from outline.readers.leading_markers import leading_number
from outline.readers.pdf.baselines import SAME_PLACE, Run, first_of_several, rows_of
from outline.readers.pdf.counting import count_across, count_down
from outline.readers.pdf.holes import begin_together, behind_holes, is_at

_MIDDLE = 0.35, 0.65
_FEWEST_LINES, _LEAST_STARTS = 3, 0.2
NARROWEST, _NEAR_END, _LEAST_FULL, _LEAST_ALIKE = 8.0, 2, 0.3, 0.6
_MOST_COLUMNS, _FEWEST_COLUMNS_OF_MANY = 8, 3
_MOST_ROWS_OF_HEAD = 4
_ABREAST, _LINES_APART = 0.6, 1.2
_OFF_MIDDLE, _FEWEST_PACKED, _LEAST_FULL_PACKED = (0.15, 0.9), 6, 0.5
LEAST_GAP, NARROWEST_GUTTER = 0.7, 0.4
"""Widths of a character: what parts two cells at least, and two columns of prose."""
_MOST_ACROSS = 0.25


def gutters_of(runs: list[Run], known: list[float] | None = None) -> list[float]:
    """Where the columns but the first begin, from left to right, if need be at those `known` before; [] if there is one column.

    Many of the lines in each are as long as it is, and the columns are about equally wide, or without holes: the cells of a table are not.
    Nor are points that count on from left to right.
    """
    found = _own_gutters_of(runs) or known or []
    return [] if any(count_across(runs, gutter) for gutter in found) else found


def _own_gutters_of(runs: list[Run]) -> list[float]:
    if len(runs) < 2 * _FEWEST_LINES:
        return []
    many = _gutters_of_many(runs) or _gutters_of_many(_without_head(runs))
    if many:
        return many
    gutter = _gutter_of_two(runs)
    return [] if gutter is None else [gutter]


def _without_head(runs: list[Run]) -> list[Run]:
    """The runs below the first rows with what is centred on the page, beside other pieces too: a name, a number, a date."""
    middle = (min(run.left for run in runs) + max(run.right for run in runs)) / 2
    rows = rows_of(runs)
    head = rows[:_MOST_ROWS_OF_HEAD]
    length = len(list(takewhile(lambda row: abs((row[0].left + row[-1].right) / 2 - middle) <= row[0].size, head)))
    return [run for row in rows[length:] for run in row] if length else []


def _gutter_of_two(runs: list[Run]) -> float | None:
    """The first place in the middle of the page where many runs begin; or further off, of columns that are both packed, or lists;
    or of columns whose points count on downwards."""
    for part, are_columns in ((_MIDDLE, _are_columns), (_OFF_MIDDLE, _are_uneven_columns)):
        gutter = _first_start(runs, part)
        if gutter is not None:
            sides = [[run for run in runs if run.right < gutter], [run for run in runs if run.left >= gutter]]
            if _stand_abreast(sides, _LINES_APART) and (are_columns(sides) or count_down(runs, gutter)):
                return gutter
    return None


def _first_start(runs: list[Run], part: tuple[float, float]) -> float | None:
    """The first place in this part of the page where many runs begin."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    nearest, furthest = (left + share * (right - left) for share in part)
    starts = sorted(run.left for run in runs if nearest <= run.left <= furthest)
    return first_of_several(starts, SAME_PLACE, max(_FEWEST_LINES, _LEAST_STARTS * len(starts)))


def _gutters_of_many(runs: list[Run]) -> list[float]:
    """Where three columns or more begin: each behind a strip of the page that no run crosses, but for a few as long as several columns."""
    if len(runs) < _FEWEST_LINES * _FEWEST_COLUMNS_OF_MANY:
        return []
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    widest = (right - left) / _FEWEST_COLUMNS_OF_MANY
    narrow = [run for run in runs if run.right - run.left <= widest]
    if len(runs) - len(narrow) > _MOST_ACROSS * len(runs) or len(narrow) < _FEWEST_LINES * _FEWEST_COLUMNS_OF_MANY:
        return []
    columns = _parted(narrow)
    if not _FEWEST_COLUMNS_OF_MANY <= len(columns) <= _MOST_COLUMNS:
        return []
    starts = [min(run.left for run in column) for column in columns]
    begun = len(columns) > _FEWEST_COLUMNS_OF_MANY and len(columns[-1]) < _FEWEST_LINES and _are_evenly_spaced(starts)
    return starts[1:] if _are_columns(columns[:-1] if begun else columns) else []


def _parted(runs: list[Run]) -> list[list[Run]]:
    """The runs in groups from left to right, with a strip of the page between two of them that belongs to no run."""
    gap = NARROWEST_GUTTER * median(run.size for run in runs)
    groups: list[list[Run]] = []
    end = 0.0
    for run in sorted(runs, key=lambda run: run.left):
        if not groups or run.left > end + gap:
            groups.append([])
            end = run.right
        groups[-1].append(run)
        end = max(end, run.right)
    return groups


def _are_evenly_spaced(starts: list[float]) -> bool:
    steps = [b - a for a, b in pairwise(starts)]
    return max(steps) - min(steps) <= SAME_PLACE


def _are_columns(sides: list[list[Run]]) -> bool:
    """Are these about equally wide columns of prose, or lists that count on downwards, and not from one to the other?"""
    widths = [_width_of_prose(side) for side in sides]
    are_alike = min(widths) >= _LEAST_ALIKE * max(widths) > 0 and not begin_together(sides)
    return are_alike or _are_lists(sides)


def _are_lists(sides: list[list[Run]]) -> bool:
    """Do they count on, each by itself, and stand beside each other? The heads of chapters in the middle of a page have nothing beside
    them."""
    if not all(map(_counts_on, sides)):
        return False
    return _stand_abreast(sides)


def _stand_abreast(sides: list[list[Run]], reach: float = _ABREAST) -> bool:
    """Do half of the lines on the side with the fewest stand beside others, at most so far above or below them?"""
    *others, fewest = sorted(sides, key=len, reverse=True)
    heights = sorted(run.baseline for side in others for run in side)
    beside = sum(is_at(run.baseline, heights, reach * run.size) for run in fewest)
    return 2 * beside >= len(fewest)


def _counts_on(side: list[Run]) -> bool:
    """Do most of the lines begin with numbers that count on?"""
    found = [leading_number(run.text) for run in sorted(side, key=lambda run: -run.baseline)]
    numbers = [number for number in found if number is not None]
    return len(numbers) >= max(_FEWEST_LINES, len(side) / 2) and all(b == a + 1 for a, b in pairwise(numbers))


def _are_uneven_columns(sides: list[list[Run]]) -> bool:
    """Is each a column of prose, half of it full lines, one below the other without a hole, or a list that counts on?"""
    return all(map(_is_packed, sides)) or _are_lists(sides)


def _is_packed(side: list[Run]) -> bool:
    """Of a table, a cell that is shorter than the one beside it leaves a hole."""
    if len(side) < _FEWEST_PACKED or not _width_of_prose(side, _LEAST_FULL_PACKED):
        return False
    return not behind_holes(side)


def is_prose(side: list[Run]) -> bool:
    """Is it as wide as a column of prose, and has enough lines, many of which are as long as it is?"""
    return _width_of_prose(side) > 0


def _width_of_prose(side: list[Run], least_full: float = _LEAST_FULL) -> float:
    """The width of a column; 0 if it has too few lines, is too narrow for prose, or too few of its lines reach its right end. Where several
    pieces stand on a baseline, they are no line of prose."""
    rows = rows_of(side)
    lines = [row[0] for row in rows if len(row) == 1]
    if len(lines) < max(_FEWEST_LINES, len(rows) / 2):
        return 0
    em = median(run.size for run in side)
    start, end = min(run.left for run in side), max(run.right for run in side)
    full = sum(run.right > end - _NEAR_END * em for run in lines)
    return end - start if end - start >= NARROWEST * em and full >= least_full * len(lines) else 0
