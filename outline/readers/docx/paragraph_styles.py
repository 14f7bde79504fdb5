"""styles.xml → what a paragraph gets from its style and the styles that one is based on (ECMA-376 Part 1, 17.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from outline.readers.docx.xml import number, value

_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""
_LONGEST_CHAIN = 20
"""Word allows 11 styles; a circle has no end."""
_TITLES = ("title", "subtitle")
"""Styles of what stands above the speech; a Chinese Word gives them outline levels."""
_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc ([1-9]|heading)")


@dataclass(frozen=True, slots=True)
class Style:
    """What a w:style states itself; `name` is in lower case, the same in every language of Word."""

    id: str
    name: str
    based_on: str | None
    num_id: str | None
    level: str | None
    outline_level: str | None


class Styles:
    """The styles of a document by their id; without styles.xml there are none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str | None, Style] = {}
        self._default: str | None = None
        for element in () if root is None else root.iter("w:style"):
            style = _style(element)
            self._styles[style.id] = style
            if element.get("w:type") == "paragraph" and element.get("w:default") in ("1", "true", "on"):
                self._default = style.id
        self.chain = cache(self._chain)
        self.is_contents = cache(self._is_contents)
        self._level_of_style = cache(self._find_level)

    def heading_level(self, style: str | None, outline_level: str | None) -> int:
        """The level, from 1 on, of a paragraph of `style` that states `outline_level` itself; 0 if it is no heading. The title is none."""
        return _level(outline_level) if outline_level is not None else self._level_of_style(style)

    def _chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style, the one that it is based on, and so on; the default style if there is none of this id."""
        return tuple(self._ancestry(style_id if style_id in self._styles else self._default))

    def _ancestry(self, style_id: str | None) -> Iterator[Style]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def _is_contents(self, style_id: str | None) -> bool:
        """Is this a style for the lines of a table of contents, or for the word above it?"""
        return any(_CONTENTS.fullmatch(style.name) for style in self._chain(style_id))

    def _find_level(self, style_id: str | None) -> int:
        for style in self._chain(style_id):
            if style.name in _TITLES:
                return 0
            if style.outline_level is not None:
                return _level(style.outline_level)
            by_name = _HEADING.fullmatch(style.name)
            if by_name:
                return int(by_name[1])
        return 0


def _style(element: Element) -> Style:
    return Style(
        id=element.get("w:styleId", ""),
        name=(value(element, "w:name") or "").lower(),
        based_on=value(element, "w:basedOn"),
        num_id=value(element, "w:pPr", "w:numPr", "w:numId"),
        level=value(element, "w:pPr", "w:numPr", "w:ilvl"),
        outline_level=value(element, "w:pPr", "w:outlineLvl"),
    )


def _level(outline_level: str) -> int:
    counted_from_0 = number(outline_level, _BODY_TEXT)
    return counted_from_0 + 1 if 0 <= counted_from_0 < _BODY_TEXT else 0
