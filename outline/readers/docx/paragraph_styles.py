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
_HEADING = re.compile(r"heading [1-9]")
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
        self._heads = cache(self._states_outline_level)

    def is_heading(self, style: str | None, outline_level: str | None) -> bool:
        """Is a paragraph of `style` that states `outline_level` itself a heading? The title of the document is none."""
        return _is_heading_level(outline_level) if outline_level is not None else self._heads(style)

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

    def _states_outline_level(self, style_id: str | None) -> bool:
        for style in self._chain(style_id):
            if style.name in _TITLES:
                return False
            if style.outline_level is not None:
                return _is_heading_level(style.outline_level)
            if _HEADING.fullmatch(style.name):
                return True
        return False


def _style(element: Element) -> Style:
    return Style(
        id=element.get("w:styleId", ""),
        name=(value(element, "w:name") or "").lower(),
        based_on=value(element, "w:basedOn"),
        num_id=value(element, "w:pPr", "w:numPr", "w:numId"),
        level=value(element, "w:pPr", "w:numPr", "w:ilvl"),
        outline_level=value(element, "w:pPr", "w:outlineLvl"),
    )


def _is_heading_level(outline_level: str) -> bool:
    return 0 <= number(outline_level, _BODY_TEXT) < _BODY_TEXT
