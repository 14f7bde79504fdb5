"""Markers as automatic numbers of Word: one multilevel list, in which each series begins anew."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from outline.model import Outline, Section
from outline.notation.numerals import in_chinese
from outline.writers.word.word_styles import DEEPEST_LEVEL, NAMESPACE
from outline.writers.xml_text import attribute

_MOST = {"chineseCountingThousand": 99, "decimal": 9999, "decimalEnclosedCircle": 20}
"""Up to which number Word shows what we do, by its name of the numerals (w:numFmt)."""


class Dress(NamedTuple):
    """The numerals of a series by Word's name of them, and what stands around each."""

    numerals: str
    before: str
    behind: str

    def label(self, number: int) -> str:
        """What Word shows."""
        return self.before + _numeral(self.numerals, number) + self.behind


def _numeral(numerals: str, number: int) -> str:
    if numerals == "decimal":
        return str(number)
    return in_chinese(number) if numerals.startswith("chinese") else chr(ord("①") + number - 1)


@dataclass
class Numbering:
    """The levels of the list, and by the start of its section which level and list each numbered heading has."""

    levels: dict[int, Dress] = field(default_factory=dict)
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    series: list[int] = field(default_factory=list)
    """The level of each series, in document order."""

    def properties_of(self, start: int) -> str:
        """The w:numPr of the heading of the section whose marker or heading is at `start`; nothing if its number is text."""
        if start not in self.places:
            return ""
        level, number = self.places[start]
        return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'

    def part(self) -> str:
        """word/numbering.xml."""
        levels = "".join(
            f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{dress.numerals}"/><w:suff w:val="nothing"/>'
            f"<w:lvlText w:val={attribute(f'{dress.before}%{level}{dress.behind}')}/>"
            '<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:lvl>'
            for level, dress in sorted(self.levels.items())
        )
        lists = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>'
            f'<w:lvlOverride w:ilvl="{level - 1}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for n, level in enumerate(self.series, 1)
        )
        return (
            f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>{lists}</w:numbering>"
        )


def numbering_of(outline: Outline, alone: set[int]) -> Numbering:
    """The numbers that may be automatic: those of a series that counts 1, 2, 3 … in the dress that is usual on its level, each before a
    heading with a paragraph of its own; Word shows the number of a paragraph without words, but no table of contents does. `alone` says
    where such headings start. All others stay as they are written."""
    found = [
        (series[0].level, dress, series)
        for series in _series(outline)
        if (dress := _dress_of(series)) and all(_start(section) in alone and section.heading.text for section in series)
    ]
    numbering = Numbering()
    for level in {level for level, _, _ in found if level <= DEEPEST_LEVEL}:
        dresses = Counter(dress for its_level, dress, _ in found if its_level == level)
        numbering.levels[level] = dresses.most_common(1)[0][0]
    for level, dress, series in found:
        if numbering.levels.get(level) == dress:
            numbering.series.append(level)
            numbering.places |= {_start(section): (level, len(numbering.series)) for section in series}
    return numbering


def _series(outline: Outline) -> Iterator[list[Section]]:
    for siblings in (outline.sections, *(section.sections for section in outline.walk())):
        groups = [[*members] for _style, members in groupby(siblings, lambda s: s.marker.style if s.marker else "")]
        for members, following in zip(groups, [*groups[1:], []], strict=False):
            if members[0].marker and not _count_on(members, following):
                yield members


def _count_on(members: list[Section], following: list[Section]) -> bool:
    """Do sections that are dressed otherwise count on behind `members`? A series with a slip in its dress stays as it is written."""
    last, first = members[-1].marker, following[0].marker if following else None
    return last is not None and first is not None and first.number == last.number + 1


def _dress_of(series: list[Section]) -> Dress | None:
    """The dress in which Word shows the markers of `series` just as they are."""
    markers = [section.marker.text for section in series if section.marker]
    for numerals, most in _MOST.items():
        before, numeral, behind = markers[0].partition(_numeral(numerals, 1))
        dress = Dress(numerals, before, behind)
        parted = bool(behind) or numerals == "decimalEnclosedCircle"  # else it would run into the heading
        fits = numeral and parted and "%" not in before + behind and len(markers) <= most
        if fits and markers == [dress.label(number) for number in range(1, len(markers) + 1)]:
            return dress
    return None


def _start(section: Section) -> int:
    return section.marker.start if section.marker else section.heading.start
