"""styles.xml → what a paragraph gets from its style and the styles that one is based on (ECMA-376 Part 1, 17.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from outline.readers.docx.xml import child, is_on, number, value

_TITLE_LEVEL = 0
"""The level of the title of a document, as `outline.document.Heading` has it."""
_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""
_LONGEST_CHAIN = 20
"""Word allows 11 styles; a circle has no end."""
_TITLES = ("title", "标题", "標題")
"""Word writes the names of its own styles in English, whatever its language; other programs write them as they are shown."""
_SUBTITLES = ("subtitle", "副标题", "副標題")
"""Styles of what stands beside a title; a Chinese Word gives them outline levels."""
_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-9])")
_CONTENTS = re.compile(r"toc ?([1-9]|heading)|目[录錄] ?[1-9]|toc[标標][题題]")


@dataclass(frozen=True, slots=True)
class Style:
    """What a w:style states itself; `name` is in lower case."""

    id: str
    name: str
    based_on: str | None
    num_id: str | None
    level: str | None
    outline_level: str | None
    alignment: str | None
    is_hidden: bool | None
    heading: str | None
    """Of a style of characters: the style of paragraphs that it is linked with, as the two forms of a heading are (17.7.4.6)."""


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
        self.hides = cache(self._hides)
        self._level_of_style = cache(self._find_level)
        self._alignment = cache(self._find_alignment)
        self.level_of_characters = cache(self._find_level_of_characters)

    def heading_level(self, style: str | None, outline_level: str | None) -> int | None:
        """The level, from 1 on, of a paragraph of `style` that states `outline_level` itself; 0 for a title, None for no heading.

        A paragraph in the style of a title is one whatever it states itself.
        """
        of_style = self._level_of_style(style)
        return of_style if outline_level is None or of_style == _TITLE_LEVEL else _level(outline_level)

    def alignment(self, style: str | None, alignment: str | None) -> str | None:
        """Where the lines of a paragraph of `style` stand that states `alignment` (w:jc) itself: center, right …"""
        return self._alignment(style) if alignment is None else alignment

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
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(style_id))

    def _hides(self, style_id: str | None) -> bool | None:
        """Does Word not print what has this style, of characters or of paragraphs (17.3.2.41)? None if the style says nothing of it."""
        said = (style.is_hidden for style in self.chain(style_id) if style.is_hidden is not None)
        return next(said, None)

    def _find_level(self, style_id: str | None) -> int | None:
        for style in self.chain(style_id):
            if style.name in _TITLES:
                return _TITLE_LEVEL
            if style.name in _SUBTITLES:
                return None
            if style.outline_level is not None:
                return _level(style.outline_level)
            by_name = _HEADING.fullmatch(style.name)
            if by_name:
                return int(by_name[1])
        return None

    def _find_level_of_characters(self, style_id: str | None) -> int:
        """The level, from 1 on, of a heading inside a paragraph, whose characters have this style; 0 if they are no heading. Word takes
        it into the table of contents as it does one that is a paragraph."""
        style = self._styles.get(style_id)
        linked = style.heading if style else None
        return (self._level_of_style(linked) or 0) if linked in self._styles else 0

    def _find_alignment(self, style_id: str | None) -> str | None:
        return next((style.alignment for style in self.chain(style_id) if style.alignment is not None), None)


def _style(element: Element) -> Style:
    vanish = child(element, "w:rPr", "w:vanish")
    return Style(
        id=element.get("w:styleId", ""),
        name=(value(element, "w:name") or "").lower(),
        based_on=value(element, "w:basedOn"),
        num_id=value(element, "w:pPr", "w:numPr", "w:numId"),
        level=value(element, "w:pPr", "w:numPr", "w:ilvl"),
        outline_level=value(element, "w:pPr", "w:outlineLvl"),
        alignment=value(element, "w:pPr", "w:jc"),
        is_hidden=None if vanish is None else is_on(vanish),
        heading=value(element, "w:link") if element.get("w:type") == "character" else None,
    )


def _level(outline_level: str) -> int | None:
    counted_from_0 = number(outline_level, _BODY_TEXT)
    return counted_from_0 + 1 if 0 <= counted_from_0 < _BODY_TEXT else None
