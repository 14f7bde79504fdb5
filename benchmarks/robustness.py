"""How much of an outline stays as it was when what does not matter changes around it.

    python benchmarks/robustness.py                      every change, some twenty seconds
    python benchmarks/robustness.py --only blank double  the changes whose names contain one of these words
    python benchmarks/robustness.py --verbose            and every point that is not as it was

Every text of `../shared` that has a gold outline is read, changed, and read again. A point is as it was if its marker stands where it
stood, hangs from the same parent and has the same heading; one more than there was, in what is not new, counts as one that is not. The
gold itself is not asked: accuracy.py says how right the outlines are. Exits with 1 if fewer than 99 % of the points are as they were.
"""

import re
import sys
from collections.abc import Callable
from typing import NamedTuple

import opencc
from accuracy import is_wanted, options_of
from making.gold import GOLD, Text, texts
from making.measuring import shown

from outline import Outline, Section, parse

LEAST = 0.99
PARAGRAPH = "会后，各单位要把这次会议的精神传达到每一个人，结合实际抓好落实。"
HEADER = "某某范文网 首页\n您的位置：首页 > 公文 > 讲话稿\n来源：本站整理 2026-01-05 09:12:33\n\n"
LINE_END = re.compile(r"\r\n?|\n")


class Changed(NamedTuple):
    """A changed text, and for each copy of the old one in it where its characters stand now."""

    text: str
    copies: list[list[int]]


class Point(NamedTuple):
    """Where a marker starts, where that of its parent does (or None), and from where to where its heading goes."""

    start: int
    parent: int | None
    heading: int
    heading_end: int


def paragraph_at_the_end(text: str) -> Changed:
    return Changed(text + line_end(text) + PARAGRAPH, [list(range(len(text)))])


def page_header_in_front(text: str) -> Changed:
    header = HEADER.replace("\n", line_end(text))
    return Changed(header + text, [[len(header) + at for at in range(len(text))]])


def blank_lines(text: str) -> Changed:
    return with_line_ends(text, lambda end: end + end)


def trailing_blanks(text: str) -> Changed:
    return with_line_ends(text, lambda end: " \u3000" + end)


def windows_line_ends(text: str) -> Changed:
    return with_line_ends(text, lambda _: "\r\n")


def unix_line_ends(text: str) -> Changed:
    return with_line_ends(text, lambda _: "\n")


def old_line_ends(text: str) -> Changed:
    return with_line_ends(text, lambda _: "\r")


def traditional_characters(text: str) -> Changed:
    """Word by word, so that one simplified character becomes now this, now that traditional one."""
    convert = opencc.OpenCC("s2t").convert
    lines = [convert(line) for line in text.splitlines(keepends=True)]
    return Changed("".join(lines), [list(range(len(text)))])


def doubled_text(text: str) -> Changed:
    first = text + line_end(text)
    return Changed(first + text, [list(range(len(text))), [len(first) + at for at in range(len(text))]])


CHANGES: list[Callable[[str], Changed]] = [
    *(paragraph_at_the_end, page_header_in_front, blank_lines, trailing_blanks),
    *(windows_line_ends, unix_line_ends, old_line_ends, traditional_characters, doubled_text),
]


def line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def with_line_ends(text: str, change: Callable[[str], str]) -> Changed:
    """`text` with every line end changed; the first character of an old one stands where the last of the new one does."""
    parts, where, at = [], [], 0
    length = 0
    for end in LINE_END.finditer(text):
        parts += [text[at : end.start()], change(end[0])]
        where += range(length, length + end.start() - at)
        length += end.start() - at + len(parts[-1])
        where += [length - 1] * len(end[0])
        at = end.end()
    return Changed("".join([*parts, text[at:]]), [[*where, *range(length, length + len(text) - at)]])


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


def compare(text: Text, change: Callable[[str], Changed]) -> tuple[int, list[str]]:
    """How many points there are with and without the change, and those that are not as they were."""
    before, changed = points_of(parse(text.text)), change(text.text)
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
    sources, holds = [text for name in GOLD for text in texts(name)], True
    print("| change | points | as they were | share |\n| --- | --- | --- | --- |")
    for change in CHANGES:
        name = change.__name__.replace("_", " ")
        if not is_wanted(name, options.only):
            continue
        compared = [compare(text, change) for text in sources]
        points, wrong = sum(count for count, _ in compared), [line for _, lines in compared for line in lines]
        share = 1 - len(wrong) / points
        holds &= share >= LEAST
        print(f"| {name} | {points:,} | {points - len(wrong):,} | {share:.4f}{'' if share >= LEAST else ' (!)'} |")
        if options.verbose:
            print("\n".join(wrong))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
