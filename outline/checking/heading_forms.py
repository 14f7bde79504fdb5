"""How headings look beside those of their level: with or without a full stop, empty, too long for one."""

from collections.abc import Iterator

from outline.checking.habits import SINGLE, told
from outline.language import gettext as _
from outline.model import Note, Outline, Parameters, Section
from outline.notation.marker_parts import parts_of
from outline.page.dress import heads_line

_STOP = "。"
_ENDS = "。．.；;：:"
_BLANKS = " \t\u3000\xa0"
_LONGEST = 50
"""Code points. A heading of an official document takes a line or two of 28 characters (GB/T 9704-2012, 5.2.2)."""
_TITLED = ("章", "节", "篇", "编", "部分")
_SURE = 0.85
_LEAST = 3
"""Siblings that say what form is usual."""


def sibling_form(outline: Outline) -> Iterator[Note]:
    """`sibling-form` where of the headings of one series that stand alone on their lines some end in a full stop and others do not."""
    text = outline.source_text
    if text is None:
        return
    odd: list[tuple[Section, bool]] = []
    for series in _all_series(outline):
        alone = [section for section in series if _is_plain(section) and _stands_alone(section, text)]
        stopped = [section for section in alone if _is_stopped(section, text)]
        if len(alone) >= _LEAST and 0 < len(stopped) < len(alone):
            few = (
                stopped if 2 * len(stopped) <= len(alone) else [section for section in alone if section not in stopped]
            )
            odd += [(section, few is stopped) for section in few]
    for section, is_stopped in odd if len(odd) <= SINGLE else odd[:1]:
        yield _form_note(section, is_stopped, len(odd))


def _form_note(section: Section, is_stopped: bool, count: int) -> Note:
    parameters: Parameters = {"label": section.label, "stopped": int(is_stopped)}
    message = (
        _("the heading of “{label}” ends in a full stop, others of its level do not")
        if is_stopped
        else _("the heading of “{label}” ends without a full stop, others of its level have one")
    ).format(label=section.label)
    times = count if count > SINGLE else 1
    return told("sibling-form", message, section.heading.start, section.heading.end, parameters, times)


def empty_heading(outline: Outline) -> Iterator[Note]:
    """`empty-heading` where nothing stands behind a marker at all, or where the others of its series have a heading."""
    for series in _all_series(outline):
        empty = [section for section in series if not section.heading.text]
        is_odd = 2 * len(empty) < len(series)
        for section in empty:
            if section.marker and _is_titled(section) and (is_odd or not _has_more(section)):
                parameters: Parameters = {"marker": section.label}
                message = _("nothing stands behind “{marker}”").format(**parameters)
                yield Note("empty-heading", message, section.marker.start, section.marker.end, parameters)


def heading_too_long(outline: Outline) -> Iterator[Note]:
    """`heading-too-long` where a heading alone on its line, which is no sentence, takes more than two lines."""
    text = outline.source_text
    for section in outline.walk() if text is not None else ():
        words = section.heading.text
        if text and len(words) > _LONGEST and _has_more(section) and _is_label(section, text):
            parameters: Parameters = {"label": section.label, "length": len(words), "most": _LONGEST}
            message = _("the heading of “{label}” is {length} characters long").format(**parameters)
            yield Note("heading-too-long", message, section.heading.start, section.heading.end, parameters)


def _is_label(section: Section, text: str) -> bool:
    """Is the heading alone on its line, and no sentence?"""
    if not _is_titled(section):
        return False
    is_sentence = _is_stopped(section, text) or any(sign in section.heading.text for sign in "。；;")
    return not is_sentence and _stands_alone(section, text)


def _all_series(outline: Outline) -> Iterator[list[Section]]:
    """The sections that stand beside each other, wear one style and count up, in the order of the first."""
    waiting = [outline.sections]
    while waiting:
        sections = waiting.pop()
        yield from _counting_up(sections)
        waiting += [section.sections for section in reversed(sections) if section.sections]


def _counting_up(sections: list[Section]) -> Iterator[list[Section]]:
    """What stands beside each other, by style and to where the numbers begin anew, at 1 or at one that was there before the last: another
    series may have other headings. Two that have changed places (一、三、二、四) or have one number begin none."""
    found: list[list[Section]] = []
    latest: dict[str, tuple[list[Section], set[int], int]] = {}
    for section in sections:
        if section.marker is None:
            continue
        style, number = section.marker.style, section.marker.number
        series, seen, last = latest.get(style, ([], set(), 0))
        if not series or number == 1 or (number in seen and number != last):
            series, seen = [], set()
            found.append(series)
        series.append(section)
        seen.add(number)
        latest[style] = series, seen, number
    yield from found


def _is_titled(section: Section) -> bool:
    """Is it numbered as what has a heading, not as an article or as a point in a running text?"""
    before, numeral, after = parts_of(section.marker.style) if section.marker else ("", "", "")
    return bool(numeral) and (before in ("", "(") or (before == "第" and after.rstrip(":") in _TITLED))


def _is_plain(section: Section) -> bool:
    """Is it surely a heading with something below it, and no name with what it stands for (主办单位：…)?"""
    is_sure = _is_titled(section) and _has_more(section) and section.confidence >= _SURE
    return is_sure and not {"：", ":"} & {*section.heading.text}


def _has_more(section: Section) -> bool:
    return bool(section.body or section.sections)


def _stands_alone(section: Section, text: str) -> bool:
    """Does the line begin before the marker, and end behind the heading, or behind one sign?"""
    if not heads_line(text, section.start):
        return False
    behind = text[section.heading.end : section.heading.end + 8].lstrip(_BLANKS)
    behind = behind[1:] if behind[:1] in tuple(_ENDS) else behind
    return behind.lstrip(_BLANKS)[:1] in ("", "\n", "\r")


def _is_stopped(section: Section, text: str) -> bool:
    return text[section.heading.end : section.heading.end + 1] == _STOP
