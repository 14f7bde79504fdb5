"""A point on a line of its own, in the dress of its series, is a section or has a note, whatever was done to the markers of the text.

Markers of every gold text are deleted, doubled, swapped and redressed, one slip at a time, always the same ones.
"""

import random
import re
from collections.abc import Callable, Iterator

import pytest
from making.gold import GOLD, SHARED, texts
from making.measuring import shown
from making.slips import Point, Slip, brothers_of, number_of, points_of, written

from outline import Outline, parse
from outline.notation import numerals

pytestmark = pytest.mark.skipif(not (SHARED / "score" / "GUIDE.md").exists(), reason="needs the gold of ../shared")

ROUNDS = 10
"""Slips of each kind that a text gets."""
DIGIT_DRESS, PAREN_DRESS = ("{}、", "{}．", "{}.", "{}）"), ("（{}）", "({})")
HAN_DRESS = ("{}、", "{}，", "{}：")


def deleted(points: list[Point], chance: random.Random) -> Slip | None:
    return Slip({chance.choice(points): ""}) if points else None


def doubled(points: list[Point], chance: random.Random) -> Slip | None:
    pairs = brothers_of(points)
    one, other = chance.choice(pairs) if pairs else (None, None)
    return Slip({other: one.text}) if one and other else None


def swapped(points: list[Point], chance: random.Random) -> Slip | None:
    pairs = brothers_of(points)
    one, other = chance.choice(pairs) if pairs else (None, None)
    return Slip({one: other.text, other: one.text}) if one and other else None


def redressed(points: list[Point], chance: random.Random) -> Slip | None:
    """One marker written as writers slip: within the group of its style."""
    point = chance.choice(points) if points else None
    if point is None or not re.fullmatch(r"[（(]0[)）]|0[、.．，：:)）]", point.dress):
        return None
    arabic, han = str(point.number), numerals.in_chinese(point.number)
    if point.dress[0] in "（(":
        dresses = [dress.format(numeral) for dress in PAREN_DRESS for numeral in (arabic, han)]
    else:
        dresses = [
            dress.format(han if point.is_in_han else arabic)
            for dress in (HAN_DRESS if point.is_in_han else DIGIT_DRESS)
        ]
    return Slip({point: chance.choice([dress for dress in dresses if dress != point.text])})


SLIPS: list[Callable[[list[Point], random.Random], Slip | None]] = [deleted, doubled, swapped, redressed]


def demanded(points: list[Point], slip: Slip) -> Iterator[Point]:
    """The points that have a brother in their dress: a lone one is in no series."""
    left = [point for point in points if slip.instead.get(point) != ""]
    in_series = {one for pair in brothers_of(left) for one in pair}
    return (point for point in left if point in in_series)


def is_told(at: int, number: int, outline: Outline) -> bool:
    """Does a note stand over the marker at `at`, or one behind it say that its number is missing?"""
    for note in outline.notes:
        first, last = (note.parameters.get(name, 0) for name in ("first_missing", "last_missing"))
        is_missing = note.start > at and isinstance(first, int) and isinstance(last, int) and first <= number <= last
        if note.start <= at < note.end or is_missing:
            return True
    return False


@pytest.mark.parametrize("slip_of", SLIPS, ids=lambda slip_of: slip_of.__name__)
@pytest.mark.parametrize("name", GOLD)
def test_no_point_disappears_without_a_note(name: str, slip_of: Callable[..., Slip | None]) -> None:
    lost, tried = [], 0
    for text in texts(name):
        points, chance = points_of(text), random.Random(f"{slip_of.__name__} {text.stem}")
        for slip in filter(None, (slip_of(points, chance) for _ in range(ROUNDS))):
            changed, moved = written(text.text, slip)
            outline = parse(changed)
            sections = {section.start for section in outline.walk()}
            for point in demanded(points, slip):
                at, number = moved(point.start), number_of(slip.instead.get(point, point.text))
                tried += 1
                if at not in sections and not is_told(at, number or 0, outline):
                    lost.append(f"{text.stem} {shown(changed, at)}")
    assert tried > 10 * len(texts(name))
    assert lost == []


@pytest.mark.parametrize("name", GOLD)
def test_notes_are_rare_where_nothing_is_wrong(name: str) -> None:
    told = [text.stem for text in texts(name) if any(n.code == "read-as-text" for n in parse(text.text).notes)]
    assert len(told) <= 0.08 * len(texts(name))
