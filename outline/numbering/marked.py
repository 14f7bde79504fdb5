"""What the file itself marks in a text: headings with their levels, and the labels that it counts."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from outline.document import AutomaticNumber, Heading
from outline.lexicon.list_labels import is_of_reference
from outline.notation.grammar_files import pattern
from outline.numbering.file_headings import headings_of_sections, spoken
from outline.numbering.labels_beside_text import labels_beside_text
from outline.numbering.marker_text import NO_NUMBER, ONE_IN_ROMAN, Match, Numbering, label_of, numbering_of
from outline.page.fold import LINE_BLANKS, fold
from outline.page.page import Page

Place = tuple[int | str, int]
"""The list that a label is counted in, and how deep."""
_LONGEST_GAP = 4
_NO_HEADING = Heading(0, 0, 0)


class Marked(NamedTuple):
    """A place that the file marks. If `level` is not 0, a heading of that level begins at `start` and ends at `end`; `list` is the list
    that the file counts the paragraph in, and how deep, if it does. `is_inside`: the heading stands inside of a paragraph."""

    start: int
    end: int
    level: int
    list: Place | None
    is_inside: bool = False


def marked_in(page: Page, matches: Iterable[Match]) -> list[tuple[Match | None, Marked]]:
    """What looks like a marker with what the file says of the place, and the headings that begin with no marker, in order. A label that
    the file counts is a marker, whatever it looks like."""
    labels, headings = _labels_in(page), {heading.start: heading for heading in headings_of_sections(page)}
    found: dict[int, Match | None] = dict.fromkeys(headings)
    matches = _without_doubles(page, list(matches), labels) if labels else matches
    covered = iter(sorted((start, end) for (_, start, end), _ in labels.values()))
    start, end = next(covered, (len(page.work), 0))
    for match in matches:
        while end <= match[1] and end:
            start, end = next(covered, (len(page.work), 0))
        is_heading_all_the_same = match[1] in found and match[0].number == NO_NUMBER  # 0 引言
        if match[2] <= start and not is_heading_all_the_same:
            found[match[1]] = match
    found |= {place: match for place, (match, _) in labels.items()}
    marks: list[tuple[Match | None, Marked]] = []
    inside = _inner_headings_in(page)
    for place, there in sorted(found.items()):
        inner = inside.get(place, _NO_HEADING) if there else _NO_HEADING
        has_words_behind = there is not None and there[2] < inner.end
        is_inside = has_words_behind and place not in headings
        _, end, level = inner if is_inside else headings.get(place, _NO_HEADING)
        marks.append((there, Marked(place, end, level, labels[place][1] if place in labels else None, is_inside)))
    return marks


def _labels_in(page: Page) -> dict[int, tuple[Match, Place]]:
    """The labels that the file counts, by where they begin: what they say and where, and the list of each and how deep it stands in it.

    If one of those that count together looks like no marker, as ii) does, none is taken for what it looks like, as i) for the ninth letter.
    """
    numbers = page.document.numbers
    texts = [fold(page.shown(label.start, label.end)) for label in numbers]
    strange = {(label.list, label.level) for label, text in zip(numbers, texts, strict=True) if not _alone(text)}
    found, counts, beside = {}, _Counts(), labels_beside_text(page.work, numbers)
    for label, text in zip(numbers, texts, strict=True):
        number, place = counts.next_of(label), (label.list, label.level)
        is_point = label.start not in beside and not is_of_reference(text)
        if is_point and page.is_speech(label.start, label.end):
            numbering = None if place in strange else _alone(text)
            found[label.start] = (numbering or label_of(text, *place, number), label.start, label.end), place
    return found


def _without_doubles(page: Page, matches: list[Match], labels: dict[int, tuple[Match, Place]]) -> list[Match]:
    """What looks like a marker, without numbers that were typed behind the labels of a list that counts alike: 1. 一、 and 2. 二、"""
    behind = {end: (numbering.number, place) for (numbering, _, end), place in labels.values()}
    doubles: dict[Place, list[Match]] = {}
    others = set()
    for match in matches:
        before = page.work[max(0, match[1] - _LONGEST_GAP) : match[1]]
        label = behind.get(match[1] - len(before) + len(before.rstrip(LINE_BLANKS)))
        if label and label[0] == match[0].number:
            doubles.setdefault(label[1], []).append(match)
        elif label:
            others.add(label[1])
    dropped = {m[1] for place, found in doubles.items() if len(found) > 1 and place not in others for m in found}
    return [match for match in matches if match[1] not in dropped] if dropped else matches


class _Counts:
    """How many labels of each level of each list there were since the last of a lesser level."""

    def __init__(self) -> None:
        self._counts: dict[int | str, list[int]] = {}

    def next_of(self, label: AutomaticNumber) -> int:
        """The number of `label` among those."""
        counts = self._counts.setdefault(label.list, [])
        del counts[label.level + 1 :]
        counts += [0] * (label.level + 1 - len(counts))
        counts[label.level] += 1
        return counts[label.level]


@lru_cache(maxsize=4096)
def _alone(label: str) -> Numbering | None:
    """What a label says that stands before some words; None if it looks like no marker, or is a Roman numeral in letters, whose fellows
    may look like other letters."""
    match = pattern().match(label + " 甲")
    style = match.lastgroup if match else None
    if match is None or style is None or style in ONE_IN_ROMAN or match.span(style) != (0, len(label)):
        return None
    return numbering_of(style, label)


def _inner_headings_in(page: Page) -> dict[int, Heading]:
    """Where a heading inside of a paragraph may begin: at each stretch that the file marks; it ends with the last of those that follow
    at once on its level, for a stretch may be a part of it."""
    inside: dict[int, Heading] = {}
    following = _NO_HEADING
    for heading in reversed(spoken(page, page.document.inner_headings)):
        goes_on = following.level == heading.level and following.start == heading.end
        following = heading._replace(end=following.end if goes_on else heading.end)
        inside[heading.start] = following
    return inside
