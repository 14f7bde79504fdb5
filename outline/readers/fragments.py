"""Pieces of HTML in a text that is no page: tags and entities, as signs at their place in the source (HTML Standard, 13.1.2 and 13.1.4)."""

import re
from collections import Counter
from collections.abc import Iterator

from outline.document import BETWEEN_CELLS, Sign
from outline.page.crowding import not_too_many_signs
from outline.patterns import late
from outline.readers.emphasis import emphasis_in

_NAME = r"[A-Za-z][A-Za-z0-9:-]{0,30}"
_ATTRIBUTES = r"""(?:[\s/](?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+)?"""
_TAG = late(rf"<(/?)({_NAME}){_ATTRIBUTES}>")
_ENTITY = late(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

CELLS = ("td", "th")
_BLOCK = late(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|figcaption|figure|footer|form|h[1-6r]|head(?:er)?|html|li|main"
    r"|nav|[ou]l|p|pre|section|summary|table|t(?:body|d|foot|h|head|itle|r)"
)
_INLINE = late(
    r"a|abbr|acronym|b|big|br|cite|code|del|em|font|i|img|input|ins|kbd|label|mark|o:p|[qsu]|small|span|strike|strong|su[bp]|time|tt|var"
)
_ALONE = frozenset(("hr", "img", "input", "p", "li", "td", "th", "tr"))
"""Elements that have no end tag, or may do without."""

_FEWEST_LEFT = 2
"""Tags that nothing opens, or closes, are left of a page where so many of a name begin or end lines."""


class Tag:
    """A tag at `start`:`end`; `name` in small letters, `is_end` if it closes an element."""

    __slots__ = ("end", "has_attributes", "is_end", "name", "start")

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self.name, self.is_end = match[2].lower(), bool(match[1])
        self.has_attributes = "=" in match[0]

    @property
    def begins_cell(self) -> bool:
        """Does a cell of a table begin here?"""
        return self.name in CELLS and not self.is_end

    @property
    def ends_cell(self) -> bool:
        """Does one end here?"""
        return self.name in CELLS and self.is_end

    @property
    def breaks(self) -> bool:
        """Does a line end at the tag?"""
        return self.name == "br" or _BLOCK.fullmatch(self.name) is not None


def tags_in(text: str, start: int, end: int) -> list[Tag]:
    """The tags in `start`:`end`, whatever they are called."""
    return [Tag(match) for match in _TAG.finditer(text, start, end)] if text.find("<", start, end) >= 0 else []


def comments_in(text: str, start: int, end: int) -> list[Sign]:
    """The comments in `start`:`end`, of which nothing is seen."""
    found: list[Sign] = []
    at = text.find("<!--", start, end)
    while at >= 0:
        stop = text.find("-->", at + 4, end)
        if stop < 0:
            break
        found.append(Sign(at, stop + 3))
        at = text.find("<!--", stop + 3, end)
    return found


def entities_in(text: str, start: int, end: int) -> Iterator[Sign]:
    """The entities in `start`:`end`, with the characters that they stand for."""
    if text.find("&", start, end) >= 0:
        from html import unescape  # a table of two thousand names

        for match in _ENTITY.finditer(text, start, end):
            character = unescape(match[0])
            if character != match[0] and len(character) <= len(match[0]):
                yield Sign(*match.span(), character)


def signs_of(text: str, tags: list[Tag]) -> Iterator[Sign]:
    """The tags as signs: those of blocks and `<br>` end a line inside a line, and the cells of a row are set apart as in every table."""
    at = 0
    while at < len(tags):
        last = at
        while last + 1 < len(tags) and _make_one_sign(text, tags[last], tags[last + 1]):
            last += 1
        start, end = tags[at].start, tags[last].end
        if last == at + 1 and tags[at].ends_cell and tags[last].begins_cell:
            yield Sign(start, end, BETWEEN_CELLS)
        else:
            breaks = any(tag.breaks for tag in tags[at : last + 1])
            yield Sign(start, end, "\n" if breaks and _is_inside_line(text, start, end) else "")
        at = last + 1


def _make_one_sign(text: str, before: Tag, after: Tag) -> bool:
    """Do two tags stand side by side? The end of a cell reaches over line ends to the next cell of its row."""
    if after.ends_cell or before.begins_cell:
        return False
    between = text[before.end : after.start]
    return not between.strip(None if before.ends_cell and after.begins_cell else " \t")


def _is_inside_line(text: str, start: int, end: int) -> bool:
    """Are there words on both sides?"""
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return bool(text[start - 1 : start].strip()) and bool(text[end : end + 1].strip())


def pieces_in_text(text: str) -> tuple[Sign, ...]:
    """The tags, entities and signs of emphasis of plain text that holds pieces of a page. A text that only speaks of a tag holds none: of
    what counts as one, some are closed, have attributes or are left over at the edges of lines. Raises FileProblem for too many."""
    signs: list[Sign] = []
    if "<" in text:
        named = not_too_many_signs(map(Tag, _TAG.finditer(text)), text)
        tags = [tag for tag in named if _BLOCK.fullmatch(tag.name) or _INLINE.fullmatch(tag.name)]
        opened = {tag.name for tag in tags if not tag.is_end}
        sure = {tag.name for tag in tags if tag.is_end} & opened | {tag.name for tag in tags if tag.has_attributes}
        edges = Counter(tag.name for tag in tags if not _is_inside_line(text, tag.start, tag.end))
        sure |= {name for name, count in edges.items() if count >= _FEWEST_LEFT}
        real = [tag for tag in tags if tag.name in sure or (sure and tag.name in _ALONE) or tag.name == "br"]
        signs += signs_of(text, real)
        signs += comments_in(text, 0, len(text)) if real else []
    signs += not_too_many_signs(entities_in(text, 0, len(text)), text)
    signs += not_too_many_signs(emphasis_in(text), text)
    return in_place(signs)


def in_place(signs: list[Sign]) -> tuple[Sign, ...]:
    """The signs in order; of those that overlap the first and longest counts."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.start, -sign.end)):
        if sign.start < sign.end and (not kept or sign.start >= kept[-1].end):
            kept.append(sign)
    return tuple(kept)
