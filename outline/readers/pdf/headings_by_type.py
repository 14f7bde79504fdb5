"""Headings that a file shows by large or heavy type, and its title: only where it does so consistently."""

import re
from collections import defaultdict
from itertools import pairwise

from outline.document import Heading
from outline.lexicon.titles import is_back_matter
from outline.readers.pdf.growing_text import Paragraph
from outline.readers.pdf.leading_markers import leading_marker
from outline.readers.pdf.typefaces import Typeface, typeface_of
from outline.readers.pdf.words_of_pages import LEADER

_LONGEST, _MOST_LINES = 60, 3
_ENDS_SENTENCE = "。；;，,、：:."
"""A sentence, a salutation, or a piece of either."""
_BRACKETS = "（(〔【", "）)〕】"
"""A date or a name below a title stands in them."""
_WORD = re.compile(r"[一-鿿A-Za-z]")
_GAP, _FEWEST_CELLS = "\u3000\u3000", 3
_FEWEST, _MOST_CHARACTERS, _MOST_PARAGRAPHS, _MOST_IN_A_ROW = 2, 0.2, 0.4, 0.5
_DEEPEST = 6
_HEAD, _NEAR_HEAD = 6, 3
_LETTERHEAD = "文件"
_LONG, _SHORT = 40, 12


def title_of(paragraphs: list[Paragraph], body: Typeface) -> Heading | None:
    """The title, level 0: the largest type at the head of the first page, clearly larger than that of the `body`.

    Red type there, or a line above it that ends in 文件, is the name of the office that issues the document (GB/T 9704-2012, 7.2.4). Where
    others have the same type, the first of them is no title but one of several headings, save that the others are numbered, or that there
    is one alone and it heads a page, as the title of an annex does.
    """
    head = _head_of(paragraphs, body)
    if len(head) > 1 and _words(head[0]).endswith(_LETTERHEAD):
        head = head[1:]
    if not head:
        return None
    title = max(head, key=_size)
    if _size(title) <= body.size or leading_marker(_words(title)):
        return None
    alike = [
        other
        for other in paragraphs
        if other != title
        and _face(other) == _face(title)
        and _may_be_heading(other, body)
        and not leading_marker(_words(other))
    ]
    if len(alike) > 1 or (alike and not _heads_page(alike[0], paragraphs)):
        return None
    return Heading(title.start, title.end, 0)


def _head_of(paragraphs: list[Paragraph], body: Typeface) -> list[Paragraph]:
    """What may be a heading among the first paragraphs of the first page, down to the first long one of the body."""
    head = []
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.page != paragraphs[0].page or (_face(paragraph) == body and len(_words(paragraph)) > _LONG):
            break
        if _may_be_heading(paragraph, body) and not paragraph.lines[0].red:
            head.append(paragraph)
    return head


def _heads_page(paragraph: Paragraph, paragraphs: list[Paragraph]) -> bool:
    """Is it among the first paragraphs of its page?"""
    first = next(index for index, other in enumerate(paragraphs) if other.page == paragraph.page)
    return paragraph in paragraphs[first : first + _NEAR_HEAD]


def headings_by_type(paragraphs: list[Paragraph], body: Typeface, title: Heading | None) -> list[Heading]:
    """The other headings, with levels from 1 in order of their type, the larger and then the heavier first.

    A typeface is that of headings if several short paragraphs have it, few of all and with little of the text, most of them with other text
    below.
    """
    begins = title.end if title else 0
    faces: dict[Typeface, list[int]] = defaultdict(list)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.start >= begins and _may_be_heading(paragraph, body):
            faces[_face(paragraph)].append(index)
    consistent = sorted(
        (face for face, found in faces.items() if _is_consistent(found, face, paragraphs)), reverse=True
    )
    levels = {face: level for level, face in enumerate(consistent, 1) if level <= _DEEPEST}
    found = sorted((index, level) for face, level in levels.items() for index in faces[face])
    found = _without_cover(found, paragraphs, body)
    return [
        Heading(
            paragraphs[index].start, paragraphs[index].end, 1 if is_back_matter(_words(paragraphs[index])) else level
        )
        for index, level in found
    ]


def _without_cover(found: list[tuple[int, int]], paragraphs: list[Paragraph], body: Typeface) -> list[tuple[int, int]]:
    """Without what stands above the first text and heads nothing: authors, who publishes it, a date. A heading has text below it on its
    page, or another heading that has."""
    first = next((n for n, each in enumerate(paragraphs) if _face(each) == body and len(_words(each)) > _SHORT), 0)
    heads: set[int] = set()
    for index, _ in reversed(found):
        if index >= first or leading_marker(_words(paragraphs[index])) or _has_below(index, heads, paragraphs, body):
            heads.add(index)
    return [(index, level) for index, level in found if index in heads]


def _has_below(index: int, heads: set[int], paragraphs: list[Paragraph], body: Typeface) -> bool:
    """Is what stands below on the page a text, or one of the `heads`?"""
    if index + 1 == len(paragraphs) or paragraphs[index].page != paragraphs[index + 1].page:
        return False
    return index + 1 in heads or _face(paragraphs[index + 1]) == body


def _is_consistent(found: list[int], face: Typeface, paragraphs: list[Paragraph]) -> bool:
    """Is what has this typeface headings and nothing else?"""
    if len(found) < _FEWEST or len(found) > _MOST_PARAGRAPHS * len(paragraphs):
        return False
    others = sum(_face(paragraph) == face for paragraph in paragraphs) - len(found)
    if others > len(found) / 2:
        return False
    characters = sum(len(_words(paragraphs[index])) for index in found)
    if characters > _MOST_CHARACTERS * sum(paragraph.end - paragraph.start for paragraph in paragraphs):
        return False
    in_a_row = sum(b == a + 1 for a, b in pairwise([*found, len(paragraphs)]))
    return in_a_row <= _MOST_IN_A_ROW * len(found)


def _may_be_heading(paragraph: Paragraph, body: Typeface) -> bool:
    words, lines = _words(paragraph), paragraph.lines
    return (
        len(words) <= _LONGEST
        and len(lines) <= _MOST_LINES
        and _face(paragraph).stands_out_of(body)
        and not any(line.parted for line in lines)
        and len({typeface_of(line) for line in lines}) == 1
        and not _is_no_heading(words)
    )


def _is_no_heading(words: str) -> bool:
    """Do the words show that they are none: a sentence, a date in brackets, a number, a row of a contents page or of a table?"""
    first, last = words[0], words[-1]
    if last in _ENDS_SENTENCE or (first in _BRACKETS[0] and last in _BRACKETS[1]) or not _WORD.search(words):
        return True
    return (last.isdigit() and LEADER.search(words) is not None) or words.count(_GAP) >= _FEWEST_CELLS - 1


def _words(paragraph: Paragraph) -> str:
    return "".join(line.text for line in paragraph.lines)


def _face(paragraph: Paragraph) -> Typeface:
    return typeface_of(paragraph.lines[0])


def _size(paragraph: Paragraph) -> float:
    return _face(paragraph).size
