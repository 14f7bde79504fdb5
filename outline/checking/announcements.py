"""Numbers that a text announces (今天讲三点意见。) against the points that follow."""

import re
from collections.abc import Iterator

from outline.language import gettext as _
from outline.model import Note, Outline, Parameters, Section, Span
from outline.notation import numerals
from outline.notation.styles import is_for_running_text

_UNIT = (
    "大?(?:点|条|项|步|件|句话|种"
    "|个?(?:方面|问题|部分|环节|层次|重点|阶段|步骤|层面|要点|关键|特点|原因|要求|任务|建议|意见|体会|工作))"
)
_ANNOUNCED = re.compile(
    r"(?<![第这那上前各每之十百千万\d．.、])(?P<number>十[一二三四五六七八九]?|[二两三四五六七八九]|[2-9]|1\d)"
    rf"(?P<unit>{_UNIT})(?P<thing>[^，,。；;：:、！!？?\s“”（）()]{{0,6}})"
    r"(?P<rest>(?:[，,][^，,。；;：:！!？?]{0,12})?)(?P<end>[。：:；;，,]?)\s*\Z"
)
_ANNOUNCES = re.compile("[讲谈提说做抓有分从是办记强把就突]|以下|下面|下列|如下|主要|围绕")
_REFERS = re.compile(r"(?:以上|上述|这|前面|前述|其中|之一|上面|以上这|分别从)[^，。]{0,6}\Z")
_LAST_WORDS = 60
"""Code points before the first point in which the number is looked for."""


def announced_number(outline: Outline) -> Iterator[Note]:
    """`announced-number` at the words that announce several points, if the series right behind them has another number of points.

    What is missing in the middle of the series is told there: here only the last number counts, and how many there are.
    """
    if any(note.code == "cut" for note in outline.notes):
        return
    for lead, series in _leads(outline):
        found = _ANNOUNCED.search(lead.text, max(0, len(lead.text) - _LAST_WORDS))
        if found is None or not _announces(found):
            continue
        number = numerals.value(found["number"])
        counts = {len(series), max(section.marker.number for section in series if section.marker)}
        if number and number not in counts and (len(series) > 1 or _is_dressed(series[0])):
            yield _note(lead, found, number, len(series))


def _is_dressed(section: Section) -> bool:
    """Is it no 一是 in a sentence, which the same words may follow: 一是叫好，一是叫座?"""
    return section.marker is not None and not is_for_running_text(section.marker.style)


def _announces(found: re.Match[str]) -> bool:
    """Do the words say that so many points follow, and not how many there were? Without a verb before them, a colon behind them does."""
    before = re.split("[。！？；]", found.string[: found.start()])[-1]
    return not _REFERS.search(before) and (found["end"] in ("：", ":") or _ANNOUNCES.search(before) is not None)


def _note(lead: Span, found: re.Match[str], number: int, count: int) -> Note:
    words = found["number"] + found["unit"] + found["thing"]
    is_exact = lead.end - lead.start == len(lead.text)
    start, end = (
        (lead.start + found.start(), lead.start + found.start() + len(words)) if is_exact else (lead.start, lead.end)
    )
    parameters: Parameters = {"announced": number, "words": words, "count": count}
    message = _("“{words}” is announced, and {count} points follow").format(**parameters)
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
    """The first of the sections with those that count on with it, to where they begin anew; 一是 does not count on with 一、."""
    found: list[Section] = []
    for section in sections:
        if found and section.marker and _is_dressed(section) != _is_dressed(sections[0]):
            continue
        last = found[-1].marker.number if found and found[-1].marker else 0
        if section.marker is None or (section.marker.number == 1 and last > 1 and len(found) > 1):
            break
        found.append(section)
    return found
