"""Where the columns of a page begin, if it has several."""

from statistics import median

from outline.readers.pdf.baselines import Run, first_of_several

SAME_PLACE = 2.0
"""Points within which places are one."""

_MIDDLE = 0.35, 0.65
_FEWEST_LINES, _LEAST_STARTS = 3, 0.2
_NARROWEST, _NEAR_END, _LEAST_FULL, _LEAST_ALIKE = 8, 2, 0.3, 0.6
_MOST_COLUMNS, _FEWEST_COLUMNS_OF_MANY = 8, 3
_LEAST_GAP = 0.7
_MOST_ACROSS = 0.25


def gutters_of(runs: list[Run]) -> list[float]:
    """Where the columns but the first begin, from left to right; [] if there is one column.

    Columns are about equally wide, and many of the lines in each are as long as it is: the cells of a table are neither.
    """
    if len(runs) < 2 * _FEWEST_LINES:
        return []
    many = _gutters_of_many(runs)
    if many:
        return many
    gutter = _gutter_of_two(runs)
    return [] if gutter is None else [gutter]


def _gutter_of_two(runs: list[Run]) -> float | None:
    """The first place in the middle of the page where many runs begin."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    nearest, furthest = (left + part * (right - left) for part in _MIDDLE)
    starts = sorted(run.left for run in runs if nearest <= run.left <= furthest)
    gutter = first_of_several(starts, SAME_PLACE, max(_FEWEST_LINES, _LEAST_STARTS * len(starts)))
    if gutter is None:
        return None
    sides = [run for run in runs if run.right < gutter], [run for run in runs if run.left >= gutter]
    return gutter if _are_alike([_width_of_prose(side) for side in sides]) else None


def _gutters_of_many(runs: list[Run]) -> list[float]:
    """Where three columns or more begin: each behind a strip of the page that no run crosses, but for a few as long as several columns."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    widest = (right - left) / _FEWEST_COLUMNS_OF_MANY
    narrow = [run for run in runs if run.right - run.left <= widest]
    if len(runs) - len(narrow) > _MOST_ACROSS * len(runs) or len(narrow) < _FEWEST_LINES * _FEWEST_COLUMNS_OF_MANY:
        return []
    columns = _parted(narrow)
    if not _FEWEST_COLUMNS_OF_MANY <= len(columns) <= _MOST_COLUMNS:
        return []
    if not _are_alike([_width_of_prose(column) for column in columns]):
        return []
    return [min(run.left for run in column) for column in columns[1:]]


def _parted(runs: list[Run]) -> list[list[Run]]:
    """The runs in groups from left to right, with a strip of the page between two of them that belongs to no run."""
    gap = _LEAST_GAP * median(run.size for run in runs)
    groups: list[list[Run]] = []
    end = 0.0
    for run in sorted(runs, key=lambda run: run.left):
        if not groups or run.left > end + gap:
            groups.append([])
            end = run.right
        groups[-1].append(run)
        end = max(end, run.right)
    return groups


def _are_alike(widths: list[float]) -> bool:
    return min(widths) >= _LEAST_ALIKE * max(widths) > 0


def _width_of_prose(side: list[Run]) -> float:
    """The width of a column; 0 if it has too few lines, is too narrow for prose, or too few of its lines reach its right end."""
    if len(side) < _FEWEST_LINES:
        return 0
    em = median(run.size for run in side)
    start, end = min(run.left for run in side), max(run.right for run in side)
    full = sum(run.right > end - _NEAR_END * em for run in side)
    return end - start if end - start >= _NARROWEST * em and full >= _LEAST_FULL * len(side) else 0
