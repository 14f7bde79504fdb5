"""How much of an outline stays as it was when what does not matter changes around it.

    python benchmarks/robustness.py                      every change, some minutes
    python benchmarks/robustness.py --only blank double  the changes whose names contain one of these words
    python benchmarks/robustness.py --verbose            and every point that is not as it was

Every text of `../shared` that has a gold outline is read, changed, and read again. A point is as it was if its marker stands where it
stood, hangs from the same parent and has the same heading; one more than there was, in what is not new, counts as one that is not. The
gold itself is not asked: accuracy.py says how right the outlines are. Exits with 1 if fewer of the points are as they were
than `harmless_changes.py` asks for: all, where only line ends, blanks, furniture, widths and forms of signs have changed.
"""

import sys
from typing import NamedTuple

from accuracy import is_wanted, options_of
from harmless_changes import HARMLESS, Change
from making.gold import GOLD, Text, texts
from making.measuring import shown

from outline import Outline, Section, parse


class Point(NamedTuple):
    """Where a marker starts, where that of its parent does (or None), and from where to where its heading goes."""

    start: int
    parent: int | None
    heading: int
    heading_end: int


def points_of(outline: Outline) -> set[Point]:
    found: set[Point] = set()

    def visit(section: Section, parent: int | None) -> None:
        heading = section.heading
        found.add(Point(section.start, parent, heading.start, heading.end))
        for inner in section.sections:
            visit(inner, section.start)

    for section in outline.sections:
        visit(section, None)
    return found


def moved(point: Point, where: list[int]) -> Point:
    """The point as it should be found in a copy of its text."""
    parent = None if point.parent is None else where[point.parent]
    if point.heading == point.heading_end:
        heading = where[point.heading - 1] + 1
        return Point(where[point.start], parent, heading, heading)
    return Point(where[point.start], parent, where[point.heading], where[point.heading_end - 1] + 1)


def compare(text: Text, before: set[Point], change: Change) -> tuple[int, list[str]]:
    """How many points there are with the change and `before`, without it, and those that are not as they were."""
    changed = change(text.text)
    got = points_of(parse(changed.text))
    wanted = {moved(point, where) for where in changed.copies for point in before}
    starts = {point.start for point in wanted}
    old = {at for where in changed.copies for at in where}
    more = {point for point in got if point.start in old and point.start not in starts}
    found = {point.start: point for point in got}
    wrong = [f"lost      {shown(changed.text, point.start)}" for point in wanted if point.start not in found]
    wrong += [f"one more  {shown(changed.text, point.start)}" for point in more]
    for point in sorted(wanted - got):
        if point.start in found:
            what = "heading  " if found[point.start].parent == point.parent else "misplaced"
            wrong.append(f"{what} {shown(changed.text, point.start)}")
    return len(wanted) + len(more), [f"{text.stem} {line}" for line in wrong]


def main() -> int:
    options = options_of(__doc__)
    sources = [(text, points_of(parse(text.text))) for name in GOLD for text in texts(name)]
    holds = True
    print("| change | points | as they were | share |\n| --- | --- | --- | --- |")
    for name, (change, least) in HARMLESS.items():
        if not is_wanted(name, options.only):
            continue
        compared = [compare(text, points, change) for text, points in sources]
        points, wrong = sum(count for count, _ in compared), [line for _, lines in compared for line in lines]
        share = 1 - len(wrong) / points
        holds &= share >= least
        print(f"| {name} | {points:,} | {points - len(wrong):,} | {share:.4f}{'' if share >= least else ' (!)'} |")
        if options.verbose:
            print("\n".join(wrong))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
