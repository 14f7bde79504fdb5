"""numbering.xml → the labels of automatic numbering (ECMA-376 Part 1, 17.9).

A w:num is one use of a w:abstractNum. All uses of one count together; a use may override levels, and start them again.
"""

from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from outline.readers.docx.counted_lists import LEVELS, Level, List
from outline.readers.docx.number_formats import NO_LABEL, is_own_format
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.xml import child, is_on, number, value

_LONGEST_TEXT = 100
"""Code points of w:lvlText, which stands before every paragraph of its level."""
_MOST_LINKS = 4
_WIDE = frozenset("、，。．：；）〕】》」』")
"""What sets a label off from its text without a blank."""


class Label(NamedTuple):
    """A label, what sets it off from the text of its paragraph, the w:abstractNumId of what counted it, and the level there, from 0; and
    whether it shows a number of that level."""

    text: str
    gap: str
    list: str
    level: int
    is_number: bool


class Numbering:
    """The lists of a document by their numId; without numbering.xml there are none."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        elements = () if root is None else tuple(root)
        self._abstract = {e.get("w:abstractNumId"): e for e in elements if e.tag == "w:abstractNum"}
        self._nums = {e.get("w:numId"): e for e in elements if e.tag == "w:num"}
        self._numbers: dict[str, list[int | None]] = {}
        self._level = cache(_level)
        self._list = cache(self._read_list)
        self._place_by_style = cache(self._find_place)

    def label(
        self, style: str | None, num_id: str | None, level: str | None, text: str, *, is_shown: bool = True
    ) -> Label | None:
        """The label of the next paragraph, whose text is `text`; None if it has none, or counts without showing one.

        `num_id` and `level` are what the paragraph states itself; what it does not comes from its style.
        """
        list_, at = self._place_by_style(style, num_id)
        if list_ is None:
            return None
        at = at if level is None else _in_range(level)
        list_.count(at)
        label = list_.label(at) if is_shown else ""
        if not label:
            return None
        return Label(label, _between(label, list_.levels[at].suffix, text), list_.id, at, list_.shows_number(at))

    def place(self, style: str | None, num_id: str | None, level: str | None) -> tuple[str, int] | None:
        """The w:numId and the level of what counts a paragraph that states this, if it does so with numbers; None if nothing does."""
        list_, at = self._place_by_style(style, num_id)
        if list_ is None:
            return None
        at = at if level is None else _in_range(level)
        return (list_.num_id, at) if list_.shows_number(at) and list_.levels[at].format != NO_LABEL else None

    def _find_place(self, style_id: str | None, num_id: str | None) -> tuple[List | None, int]:
        """The list and the level that paragraphs of a style have: a level may name the style that belongs to it (17.9.23)."""
        chain = self._styles.chain(style_id)
        list_ = self._list(num_id or next((style.num_id for style in chain if style.num_id is not None), None))
        if list_ is None:
            return None, 0
        for style in chain:
            linked = [at for at, level in enumerate(list_.levels) if level.style == style.id]
            if linked or style.level is not None:
                return list_, linked[0] if linked else _in_range(style.level)
        return list_, 0

    def _read_list(self, num_id: str | None) -> List | None:
        """None for numId 0, which takes away the numbering a style gives (17.9.18), and for one that does not exist."""
        num = self._nums.get(num_id) if number(num_id, 0) else None
        abstract = None if num is None else self._definition(num)
        if num is None or abstract is None:
            return None
        levels = {number(e.get("w:ilvl"), 0): e for e in abstract if e.tag == "w:lvl"}
        starts = {}
        for override in (e for e in num if e.tag == "w:lvlOverride"):
            at, level = number(override.get("w:ilvl"), 0), child(override, "w:lvl")
            if level is not None:
                levels[at] = level
            start = value(override, "w:startOverride")
            if start is not None:
                starts[at] = number(start, 0)
        id_ = abstract.get("w:abstractNumId", "")
        numbers = self._numbers.setdefault(id_, [None for _ in LEVELS])
        return List(num_id or "", id_, tuple(self._level(levels.get(at), at) for at in LEVELS), starts, numbers)

    def _definition(self, num: Element) -> Element | None:
        """The w:abstractNum of a w:num; one that only names a numbering style (17.9.21) stands for the one of that style (17.9.27)."""
        abstract = self._abstract.get(value(num, "w:abstractNumId"))
        for _ in range(_MOST_LINKS):
            link = None if abstract is None else value(abstract, "w:numStyleLink")
            if link is None:
                return abstract
            of_style = self._nums.get(next((style.num_id for style in self._styles.chain(link)), None))
            abstract = None if of_style is None else self._abstract.get(value(of_style, "w:abstractNumId"))
        return None


def _in_range(level: str | None) -> int:
    return min(max(number(level, 0), 0), len(LEVELS) - 1)


def _level(element: Element | None, at: int) -> Level:
    if element is None:
        return Level(format=NO_LABEL)
    restart = value(element, "w:lvlRestart")
    return Level(
        format=_format(element),
        text=(value(element, "w:lvlText") or "")[:_LONGEST_TEXT],
        start=number(value(element, "w:start"), 0),
        restarts_after=at if restart is None else min(max(number(restart, at), 0), at),
        is_legal=is_on(child(element, "w:isLgl")),
        is_hidden=is_on(child(element, "w:rPr", "w:vanish")),
        suffix=value(element, "w:suff") or "tab",
        style=value(element, "w:pStyle"),
    )


def _format(element: Element) -> str:
    """How a level writes its numbers. A format that is not in the list of the standard stands beside one that is ([MS-DOCX] 2.3.5)."""
    listed = value(element, "w:numFmt") or value(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt") or "decimal"
    own = child(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    own_format = "" if own is None else own.get("w:format", "")
    return own_format if is_own_format(own_format) else listed


def _between(label: str, suffix: str, text: str) -> str:
    """A blank where Word leaves room and no wide sign does, and where label and text would run into one number: 1.2020年."""
    last, first = label[-1], text[:1]
    if not first or first.isspace() or last.isspace():
        return ""
    runs_on = first.isascii() and first.isalnum() and (last.isalnum() or last in ".．")
    return " " if runs_on or (suffix != "nothing" and last not in _WIDE) else ""
