"""Slips of the pen: the markers of a gold text, and what a writer may have written instead of one or two of them."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from making.gold import Text
from outline.notation import numerals

_BLANKS = " \t\u3000\xa0"
_OTHER_WIDTH = str.maketrans("（）．()." + "，：,:", "()." + "（）．" + ",:，：")


class Point(NamedTuple):
    """A gold point whose marker `text` stands at `start`, in code points; `dress` is that text without its numeral."""

    start: int
    text: str
    parent: int | None
    number: int
    dress: str
    begins_line: bool
    has_points: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def series(self) -> tuple[int | None, str]:
        return self.parent, self.dress

    @property
    def is_dressed(self) -> bool:
        """Is it a numeral in brackets or with a sign behind it, and nothing else?"""
        return re.fullmatch(r"[（(]0[)）]|0[、.．，：:)）]", self.dress) is not None

    @property
    def is_in_han(self) -> bool:
        return any("一" <= character <= "龥" for character in self.text)


class Slip(NamedTuple):
    """What is written instead of the markers of some points; one without a marker is no point any more. One of the `codes` is what there is
    to tell, at one of the points `told_at`."""

    instead: dict[Point, str]
    codes: frozenset[str] = frozenset()
    told_at: tuple[Point, ...] = ()


def points_of(text: Text, *, in_lines: bool = False) -> list[Point]:
    """The points whose marker is a numeral in some dress; with `in_lines`, also those inside a line."""
    parents = {node["parent"] for node in text.nodes}
    found = []
    for n, node in enumerate(text.nodes):
        start = node["start"]
        while text.text[start : start + 1].isspace():
            start += 1
        marker = node["marker"].strip()
        begins_line = text.text[:start].rstrip(_BLANKS)[-1:] in ("", "\n", "\r")
        number = number_of(marker)
        is_there = number and not node.get("optional") and text.text.startswith(marker, start)
        if is_there and number and (begins_line or in_lines):
            found.append(Point(start, marker, node["parent"], number, dress_of(marker), begins_line, n in parents))
    return found


def number_of(marker: str) -> int | None:
    numeral = [at for at, character in enumerate(marker) if numerals.kind(character)]
    return numerals.value(marker[numeral[0] : numeral[-1] + 1]) if numeral else None


def dress_of(marker: str) -> str:
    numeral = [at for at, character in enumerate(marker) if numerals.kind(character)]
    return re.sub(r"\s", "", marker[: numeral[0]] + "0" + marker[numeral[-1] + 1 :])


def brothers_of(points: list[Point]) -> list[tuple[Point, Point]]:
    """Points of one dress that follow on each other under one parent."""
    last: dict[tuple[int | None, str], Point] = {}
    pairs = []
    for point in points:
        if point.series in last:
            pairs.append((last[point.series], point))
        last[point.series] = point
    return pairs


def runs_of(points: list[Point]) -> list[list[Point]]:
    """Series that count 1, 2, 3 … under one parent, in one dress."""
    runs: list[list[Point]] = []
    open_: dict[tuple[int | None, str], list[Point]] = {}
    for point in points:
        run = open_.get(point.series)
        if run and run[-1].number + 1 == point.number:
            run.append(point)
        elif point.number == 1:
            open_[point.series] = [point]
            runs.append(open_[point.series])
        else:
            open_.pop(point.series, None)
    return [run for run in runs if len(run) > 1]


def written(text: str, slip: Slip) -> tuple[str, Callable[[int], int]]:
    """The text with the slip in it, and where in it an offset of the text is."""
    parts, at = [], 0
    for point, instead in sorted(slip.instead.items()):
        parts += [text[at : point.start], instead]
        at = point.end
    moves = [(point.end, len(instead) - len(point.text)) for point, instead in slip.instead.items()]
    return "".join([*parts, text[at:]]), lambda offset: offset + sum(by for end, by in moves if end <= offset)


def renumbered(point: Point, number: int) -> str:
    """The marker of the point with another number, in the numerals that it has."""
    numeral = [at for at, character in enumerate(point.text) if numerals.kind(character)]
    before, old, after = (
        point.text[: numeral[0]],
        point.text[numeral[0] : numeral[-1] + 1],
        point.text[numeral[-1] + 1 :],
    )
    new = str(number) if numerals.kind(old) == "1" else numerals.in_chinese(number)
    return before + (_full_width(new) if old[0] in "０１２３４５６７８９" else new) + after


def _full_width(digits: str) -> str:
    return digits.translate({ord("0") + n: chr(0xFF10 + n) for n in range(10)})


Run = list[Point]


def deleted(run: Run, n: int, chance: random.Random) -> Slip | None:
    """The marker is left out, but for that of the last, which nobody could miss; of two, one alone would be left."""
    if n + 1 == len(run) or len(run) < 3:
        return None
    return Slip({run[n]: ""}, frozenset({"missing-number" if n else "starts-late"}), (run[n + 1],))


def repeated(run: Run, n: int, chance: random.Random) -> Slip | None:
    """The number before comes again."""
    return Slip({run[n]: run[n - 1].text}, frozenset({"repeated-number"}), (run[n],)) if n else None


def swapped(run: Run, n: int, chance: random.Random) -> Slip | None:
    """It and the one before stand in each other's place."""
    one, other = run[n - 1], run[n]
    return Slip({one: other.text, other: one.text}, frozenset({"out-of-order"}), (one, other)) if n else None


def redressed(run: Run, n: int, chance: random.Random) -> Slip | None:
    """（2） between （一） and （三）: the numeral of the other kind in the same dress."""
    point = run[n]
    if not re.fullmatch(r"[（(]0[)）]", point.dress) or len(run) < 3:
        return None
    numeral = str(point.number) if point.is_in_han else numerals.in_chinese(point.number)
    return Slip({point: point.dress.replace("0", numeral)}, frozenset({"other-dress"}), (point,))


def in_other_width(run: Run, n: int, chance: random.Random) -> Slip | None:
    """(一) among （一）."""
    point = run[n]
    instead = point.text.translate(_OTHER_WIDTH)
    if instead == point.text or len(run) < 3:
        return None
    return Slip({point: instead}, frozenset({"mixed-width"}), (point,))


def otherwise_punctuated(run: Run, n: int, chance: random.Random) -> Slip | None:
    """2、 among 1., 二. among 一、, （二）、 among （一）."""
    point = run[n]
    if not point.is_dressed or len(run) < 3:
        return None
    sign = point.dress[-1] if point.dress[0] == "0" else ""
    others = {"、": ".．，" if point.is_in_han else ".．", ".": "、", "．": "、", "）": "、", ")": "、", "": "、"}.get(
        sign
    )
    if others is None:
        return None
    instead = point.text[: -len(sign)] + chance.choice(others) if sign else point.text + "、"
    return Slip({point: instead}, frozenset({"other-dress", "marker-punctuation"}), (point,))


SLIPS: dict[str, Callable[[Run, int, random.Random], Slip | None]] = {
    "deleted": deleted,
    "repeated": repeated,
    "swapped": swapped,
    "redressed": redressed,
    "width": in_other_width,
    "punctuation": otherwise_punctuated,
}
