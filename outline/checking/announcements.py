"""Numbers that a text announces (今天讲三点意见。) against the points that follow."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from outline.language import ngettext
from outline.model import Note, Outline, Parameters, Section, Span
from outline.notation import numerals
from outline.notation.styles import is_for_running_text

_UNIT = (
    "大?(?:点|条|项|步|件|句话|种"
    "|个?(?:方面|问题|部分|环节|层次|重点|阶段|步骤|层面|要点|关键|特点|原因|要求|任务|建议|意见|体会|工作))"
)
_ANNOUNCED = re.compile(
    r"(?<![第这那上前各每之一二三四五六七八九十百千万\d．.、])(?P<number>十[一二三四五六七八九]?|[二两三四五六七八九]|[2-9]|1\d)"
    rf"(?P<unit>{_UNIT})(?P<thing>[^，,。；;：:、！!？?\s“”（）()]{{0,6}})"
    r"(?P<rest>(?:[，,][^，,。；;：:！!？?]{0,12})?)(?P<end>[。：:；;，,]?)\s*\Z"
)
_ANNOUNCES = re.compile("[讲谈提说做抓有分从是办记强把就突]|以下|下面|下列|如下|主要|围绕")
_REFERS = re.compile(r"(?:以上|上述|这|前面|前述|其中|之一|上面|以上这|分别从)[^，。]{0,6}\Z")
_LAST_WORDS = 60
"""Code points before the first point in which the number is looked for."""


def announced_number(outline: Outline) -> Iterator[Note]:
    """`announced-number` at the words that announce several points, if the series right behind them has another number of points.

    What is missing in the middle of the series is told there, and here nothing, if as many points are announced as there are (三件事: 一是,
    三是, 四是: the numbers are wrong) or as the last number says (四件事: a point is lost). `outline fix` tells the two apart.
    """
    if any(note.code == "cut" for note in outline.notes):
        return
    for lead, series in _leads(outline):
        found = announced_at_the_end(lead.text) if series else None
        if found is None:
            continue
        counts = {len(series), max(section.marker.number for section in series if section.marker)}
        if found.number not in counts and (len(series) > 1 or _is_dressed(series[0])):
            yield _note(lead, found, len(series))


class Announced(NamedTuple):
    """A `number` of points that a text announces in `words`, which begin at `start` in it."""

    number: int
    words: str
    start: int


def announced_at_the_end(text: str) -> Announced | None:
    """What the last words of a text announce.

    >>> announced_at_the_end("今天我讲三点意见。")
    Announced(number=3, words='三点意见', start=4)
    """
    found = _ANNOUNCED.search(text, max(0, len(text) - _LAST_WORDS))
    number = numerals.value(found["number"]) if found and _announces(found) else None
    if not (found and number):
        return None
    return Announced(number, found["number"] + found["unit"] + found["thing"], found.start())


def _is_dressed(section: Section) -> bool:
    """Is it no 一是 in a sentence, which the same words may follow: 一是叫好，一是叫座?"""
    return section.marker is not None and not is_for_running_text(section.marker.style)


def _announces(found: re.Match[str]) -> bool:
    """Do the words say that so many points follow, and not how many there were (看了两条河)? Without a verb before them that is not over, a
    colon behind them does."""
    before = re.split("[。！？；]", found.string[: found.start()])[-1]
    is_ahead = _ANNOUNCES.search(before) is not None and not before.endswith("了")
    return not _REFERS.search(before) and (found["end"] in ("：", ":") or is_ahead)


def _note(lead: Span, found: Announced, count: int) -> Note:
    number, words, begins = found
    is_exact = lead.end - lead.start == len(lead.text)
    start, end = (lead.start + begins, lead.start + begins + len(words)) if is_exact else (lead.start, lead.end)
    parameters: Parameters = {"announced": number, "words": words, "count": count}
    follows = ngettext(
        "“{words}” is announced, and {count} point follows", "“{words}” is announced, and {count} points follow", count
    )
    message = follows.format(**parameters)
    return Note("announced-number", message, start, end, parameters)


def _leads(outline: Outline) -> Iterator[tuple[Span, list[Section]]]:
    """The paragraph or heading right before each series, with the series."""
    if outline.sections and outline.preamble:
        yield outline.preamble[-1], _series(outline.sections)
    for section in outline.walk():
        if section.sections:
            first = section.sections[0].start
            before = [span for span in section.body if span.start < first]
            yield (before[-1] if before else section.heading), _series(section.sections)


def _series(sections: list[Section]) -> list[Section]:
    """The first of the sections with those that count on with it, to where they begin anew; 一是 does not count on with 一、, nor the list
    below 第二步 that stands beside it."""
    found: list[Section] = []
    numbers: list[int] = []
    others: set[str] = set()
    for section in sections:
        marker = section.marker
        if marker is None:
            break
        if found and (_is_dressed(section) != _is_dressed(sections[0]) or marker.style in others):
            continue
        if found and marker.number == 1 and found[0].marker and marker.style != found[0].marker.style:
            others.add(marker.style)
            continue
        if marker.number == 1 and len(found) > 1 and (numbers[-1] > 1 or 1 in numbers):
            break
        found.append(section)
        numbers.append(marker.number)
    return found
