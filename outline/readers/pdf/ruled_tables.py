"""Tables whose cells have rules on all sides: what stands in a cell is told by these, however it is centred or broken."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from outline.readers.pdf.baselines import Run, rows_of, run_of
from outline.readers.pdf.drawn_rules import Rule, Rules
from outline.readers.pdf.strips import is_point

_NEAR = 3.0
"""Points between the ends of two rules that meet."""
_ABOVE, _BELOW, _INSIDE = 0.5, 0.15, 0.3
"""In sizes of a run: where it is above its baseline, and how far its ends may reach into a rule."""
MOST_OF_TABLES = 500
"""Rules of a page: where there are more, cells are told by the gaps between them."""
_FEWEST_RULES, _FEWEST_CELLS, _MOST_LINES_OF_CELL = 3, 3, 12
"""Rules in each direction that close cells in several rows and columns, cells of a table, and lines of one: a cell with more lines is a
part of the text that has a frame."""
_LEAST_SINGLE, _LONGEST_SIDE = 0.9, 1.5
"""The share of the cells of paper for writing that hold one character, and the longer side of these cells in shorter ones."""


class Cell(NamedTuple):
    """Its sides, in points."""

    left: float
    bottom: float
    right: float
    top: float


class RuledTable(NamedTuple):
    """How high it reaches, and its rows from above: the runs of each cell, that of several rows in the first of these."""

    bottom: float
    top: float
    rows: list[list[list[Run]]]


def ruled_tables(runs: list[Run], rules: Rules) -> tuple[list[RuledTable], list[Run]]:
    """The tables of a page from above, and the runs that are in none of them."""
    if not _could_close_cells(rules) or len(rules.upright) + len(rules.level) > MOST_OF_TABLES:
        return [], runs
    tables: list[RuledTable] = []
    for frame in filter(_could_close_cells, _frames(rules)):
        box = _box_of(frame)
        inside = [run for run in runs if _is_inside(run, box)]
        taken = set(map(id, inside))
        others = [run for run in runs if id(run) not in taken]
        table = _table_of(inside, frame, box)
        if table and not any(box.bottom < run.baseline < box.top for run in others):
            tables.append(table)
            runs = others
    return sorted(tables, key=lambda table: -table.top), runs


def _could_close_cells(rules: Rules) -> bool:
    return min(len(rules.upright), len(rules.level)) >= _FEWEST_RULES


def _frames(rules: Rules) -> list[Rules]:
    """The rules that meet, directly or by way of others."""
    groups: list[Rules] = []
    waiting = list(rules.upright), list(rules.level)
    while waiting[0]:
        upright, level = [waiting[0].pop()], list[Rule]()
        fresh = [(0, upright[0])]
        while fresh:
            side, rule = fresh.pop()
            others = waiting[1 - side]
            met = [other for other in others if _meet(rule, other)]
            if met:
                others[:] = [other for other in others if not _meet(rule, other)]
                (upright if side else level).extend(met)
                fresh += [(1 - side, other) for other in met]
        groups.append(Rules(sorted(upright), sorted(level)))
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    """Do two rules of different directions?"""
    return one.start - _NEAR <= other.at <= one.end + _NEAR and other.start - _NEAR <= one.at <= other.end + _NEAR


def _box_of(frame: Rules) -> Cell:
    return Cell(frame.upright[0].at, frame.level[0].at, frame.upright[-1].at, frame.level[-1].at)


def _is_inside(run: Run, box: Cell) -> bool:
    middle = (run.left + run.right) / 2
    return box.left < middle < box.right and box.bottom < run.baseline + _BELOW * run.size < box.top


def _table_of(runs: list[Run], frame: Rules, box: Cell) -> RuledTable | None:
    """The table in a frame; None if it is none: without several rows and columns, with long text in a cell, or paper for writing."""
    cells: dict[Cell, list[Run]] = defaultdict(list)
    for run in [piece for whole in runs for piece in _parted(whole, frame)]:
        cell = _cell_of(run, frame)
        if cell is None:
            return None
        cells[cell].append(run)
    tops = sorted({cell.top for cell in cells}, reverse=True)
    if len(cells) < _FEWEST_CELLS or len(tops) < 2 or len({cell.left for cell in cells}) < 2 or _is_paper(cells):
        return None
    lines = {cell: rows_of(inside) for cell, inside in cells.items()}
    if any(len(rows) > _MOST_LINES_OF_CELL or _is_text(cell, rows, box) for cell, rows in lines.items()):
        return None
    rows: list[list[list[Run]]] = []
    for top in tops:
        here = sorted(cell for cell in cells if cell.top == top)
        rows.append([[run for row in lines[cell] for run in row] for cell in here])
    return RuledTable(box.bottom, box.top, rows)


def _is_paper(cells: dict[Cell, list[Run]]) -> bool:
    """Is each cell as wide as it is high, and filled by one character?"""
    single = (cell for cell, runs in cells.items() if sum(len(run.glyphs) for run in runs) == 1)
    sides = [sorted((cell.right - cell.left, cell.top - cell.bottom)) for cell in single]
    square = sum(longer <= _LONGEST_SIDE * shorter for shorter, longer in sides)
    return square >= _LEAST_SINGLE * len(cells)


def _is_text(cell: Cell, rows: list[list[Run]], box: Cell) -> bool:
    """Do points stand in a cell as wide as the table?"""
    is_wide = (cell.left, cell.right) == (box.left, box.right)
    return is_wide and any(is_point("".join(run.text for run in row)) for row in rows)


def _parted(run: Run, frame: Rules) -> list[Run]:
    """The run in pieces, where upright rules part them."""
    height, reach = run.baseline + _ABOVE * run.size, _INSIDE * run.size
    edges = [
        rule.at
        for rule in frame.upright
        if rule.start <= height <= rule.end and run.left + reach < rule.at < run.right - reach
    ]
    if not edges:
        return [run]
    bounds = [run.left - reach, *edges, run.right + reach]
    pieces = ([g for g in run.glyphs if a <= (g.left + g.right) / 2 < b] for a, b in pairwise(bounds))
    return [run_of(piece) for piece in pieces if piece]


def _cell_of(run: Run, frame: Rules) -> Cell | None:
    """The rules next to a run on all sides; None if there is none on one."""
    reach, height, middle = _INSIDE * run.size, run.baseline + _ABOVE * run.size, (run.left + run.right) / 2
    beside = [rule.at for rule in frame.upright if rule.start <= height <= rule.end]
    around = [rule.at for rule in frame.level if rule.start <= middle <= rule.end]
    left = max((at for at in beside if at <= run.left + reach), default=None)
    right = min((at for at in beside if at >= run.right - reach), default=None)
    bottom = max((at for at in around if at < height), default=None)
    top = min((at for at in around if at > height), default=None)
    if left is None or right is None or bottom is None or top is None:
        return None
    return Cell(left, bottom, right, top)
