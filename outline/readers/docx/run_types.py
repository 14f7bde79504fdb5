"""The type that runs of a .docx are set in: what they state themselves, and what comes from styles (ECMA-376 Part 1, 17.7.2 and 17.3.2)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from outline.readers.docx.lightening import STATED
from outline.readers.docx.paragraph_styles import Styles
from outline.readers.docx.symbols import is_of_symbols
from outline.readers.docx.xml import child, is_on_by, number
from outline.readers.typefaces import Typeface, is_heavy, is_red

_DEFAULT_SIZE = 20
"""Half points, where nothing else is said (17.3.2.38)."""
_COLOR = re.compile("([0-9A-Fa-f]{2})" * 3)
HAN, _LETTER = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[^\W\d_]")
_CHARACTER_SET = re.compile(r"[_ ]?(?:gb ?2312|gbk|gb18030)\Z")
_LATIN_NAMES = {"kaiti": "楷体", "stkaiti": "华文楷体", "lisu": "隶书"}
_OF_TEXT = re.compile(r"宋|song|simsun|mingliu|明体|明體|等线|dengxian|雅黑|yahei|宋体|calibri|times|arial|cambria")
"""Typefaces that texts are set in: one of them between others is left from what was pasted, and says nothing."""


class StatedType(NamedTuple):
    """What a run states of its type, as the values of w:b, w:sz, w:color, the East Asian one of w:rFonts, and w:rStyle; and the font of
    symbols that it names for other characters."""

    bold: str | None = None
    size: str | None = None
    color: str | None = None
    font: str | None = None
    style: str | None = None
    symbols: str | None = None


NOTHING_STATED = StatedType()


def stated_in_tag(attributes: Mapping[str, str]) -> StatedType:
    """What the tag of a run, or of its properties, states: in a file nothing, but `lightening` puts there what elements inside of it do."""
    written = attributes.get("w:" + STATED) if attributes else None
    return NOTHING_STATED if written is None else _read(written)


@lru_cache(maxsize=1000)
def _read(written: str) -> StatedType:
    stated = NOTHING_STATED
    for element, _, value in (each.partition("=") for each in written.split("|")):
        stated = stated_by("w:" + element, {"w:val": value, "w:eastAsia": value}, stated)
    return stated


def stated_by(element: str, attributes: Mapping[str, str], before: StatedType) -> StatedType:
    """What is stated once `element`, of the properties of a run, says more. A typeface of a theme is none that is known by name."""
    value = attributes.get("w:val")
    if element == "w:b":
        return before._replace(bold="on" if value is None else value)
    if element == "w:sz":
        return before._replace(size="on" if value is None else value)
    if element == "w:color":
        return before._replace(color="on" if value is None else value)
    if element == "w:symbols":
        return before._replace(symbols=value)
    if element == "w:rFonts":
        ascii_ = attributes.get("w:ascii", "")
        if is_of_symbols(ascii_):
            before = before._replace(symbols=ascii_)
        return before._replace(
            font="" if "w:eastAsiaTheme" in attributes else attributes.get("w:eastAsia", before.font)
        )
    return before


Pieces = Sequence[tuple[str, StatedType]]
"""Text, and what is stated of the type of each piece of it."""


class TypedLine(NamedTuple):
    """A line at `start`:`end` of its paragraph, in code points, and what is stated of the type of its words, that of most of them first."""

    start: int
    end: int
    types: tuple[StatedType, ...]


def pieces_of(parts: Sequence[str], stated: Sequence[tuple[int, StatedType]]) -> Pieces:
    """The text in `parts`, of which `stated` says from which part on they are of which type."""
    if len(stated) < 2:
        return [("".join(parts), stated[0][1])] if stated else []
    begins = [0, *(begin for begin, _ in stated[1:]), len(parts)]
    return [
        ("".join(parts[begin:end]), type_) for (begin, end), (_, type_) in zip(pairwise(begins), stated, strict=True)
    ]


def types_of(pieces: Pieces) -> tuple[StatedType, ...]:
    """The types of what has Chinese characters in it, that of most of it first; of what has letters, if there are none. Digits, signs and
    blanks are often left as they were."""
    if len(pieces) < 2:
        return tuple(type_ for _, type_ in pieces)
    for sign in (HAN, _LETTER):
        counts: dict[StatedType, int] = {}
        for piece, type_ in pieces:
            if sign.search(piece):
                counts[type_] = counts.get(type_, 0) + len(piece)
        if counts:
            return tuple(sorted(counts, key=counts.__getitem__, reverse=True))
    return (pieces[0][1],)


def lines_of(pieces: Pieces) -> tuple[TypedLine, ...]:
    """The lines of a paragraph that has several, if they are not all of one type: headings and text that only line breaks part."""
    if len(pieces) < 2 or not any("\n" in piece for piece, _ in pieces):
        return ()
    lines: list[list[tuple[str, StatedType]]] = [[]]
    for piece, type_ in pieces:
        first, *others = piece.split("\n")
        lines[-1].append((first, type_))
        lines += [[(other, type_)] for other in others]
    found, start = [], 0
    for line in lines:
        end = start + sum(len(piece) for piece, _ in line)
        found.append(TypedLine(start, end, types_of([each for each in line if each[0]])))
        start = end + 1
    return tuple(found) if len({line.types for line in found if line.types}) > 1 else ()


class RunTypes:
    """The typefaces of a document by what is stated."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._of_styles: dict[str, StatedType] = {}
        for element in () if root is None else root.iter("w:style"):
            self._of_styles[element.get("w:styleId", "")] = _stated_in(child(element, "w:rPr"))
        defaults = None if root is None else child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._default = _stated_in(defaults)
        self.typeface = cache(self._typeface)

    def _typeface(self, style: str | None, stated: StatedType) -> Typeface:
        """Of what states this in a paragraph of `style`."""
        of_paragraph, of_characters = (
            self._chain(style),
            self._chain(stated.style) if stated.style in self._of_styles else [],
        )
        all_stated = [stated, *of_characters, *of_paragraph, self._default]
        size = next((each.size for each in all_stated if each.size is not None), None)
        font = next((each.font for each in all_stated if each.font is not None), "").lower()
        is_bold = (
            is_on_by(stated.bold) if stated.bold is not None else _is_bold(of_paragraph) != _is_bold(of_characters)
        )
        return Typeface(number(size, _DEFAULT_SIZE) / 2, is_bold + is_heavy(font), _family(font))

    def _chain(self, style: str | None) -> list[StatedType]:
        return [self._of_styles[each.id] for each in self._styles.chain(style) if each.id in self._of_styles]


def is_in_red(stated: StatedType) -> bool:
    """Is it stated to be as red as the head of an official document?"""
    color = _COLOR.fullmatch(stated.color or "")
    return color is not None and is_red(*(int(part, 16) for part in color.groups()))


def _stated_in(properties: Element | None) -> StatedType:
    stated = NOTHING_STATED
    if properties is not None:
        stated = stated_in_tag(properties.attrib)
        for element in properties:
            stated = stated_by(element.tag, element.attrib, stated)
    return stated


def _is_bold(chain: list[StatedType]) -> bool:
    """Do styles switch it on? What is on in a style of paragraphs and in one of characters is off (17.7.3)."""
    return is_on_by(next((each.bold for each in chain if each.bold is not None), "off"))


def _family(font: str) -> str:
    """One name for each family that only headings and the like are set in, whatever the character set; nothing for another."""
    name = _CHARACTER_SET.sub("", font)
    return "" if _OF_TEXT.search(name) and not is_heavy(name) else _LATIN_NAMES.get(name, name)
