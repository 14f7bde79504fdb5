"""The title of a file that shows it by the largest type at its head."""

import re
from collections.abc import Sequence

from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, is_annex_label
from outline.page.fold import fold
from outline.readers.typed_paragraphs import TypedParagraph, may_be_heading
from outline.readers.typefaces import Typeface

_HEAD, _NEAR_HEAD = 6, 3
_LETTERHEAD = "文件"
_LONG, _LONGEST_KIND, _SHORTEST_NAMED = 40, 7, 6
_THESIS = re.compile(r"[^，：]{0,8}(?:论文|毕业设计)(?:（[^（）]{1,6}）)?")


def title_of(paragraphs: Sequence[TypedParagraph], body: Typeface) -> TypedParagraph | None:
    """The title: the largest type at the head of the first page, clearly larger than that of the `body`.

    Red type there, or a line above it that ends in 文件 or names an office, says who issues the document (GB/T 9704-2012, 7.2.4). Where
    others have the same type, the first of them is no title but one of several headings, save that the others are numbered, or each heads
    a page, as the titles of annexes do, and not another text of the same kind, and there is one alone or the first names them all. On a
    cover the kind of text alone may be largest, 招标文件: what it is about stands above it.
    """
    head = _head_of(paragraphs, body)
    if len(head) > 1 and _is_letterhead(head[0].words, head[1], body):
        head = head[1:]
    if not head:
        return None
    title = max(head, key=lambda paragraph: paragraph.face.size)
    if title.face.size <= body.size or title.has_marker:
        return None
    alike = [
        other
        for other in paragraphs
        if other != title and other.face == title.face and may_be_heading(other, body) and not other.has_marker
    ]
    if len(alike) > 1 and not all(squeezed(other.words) in squeezed(title.words) for other in alike):
        return None
    heads = _heads_of_pages(paragraphs) if alike else {}
    if not all(_may_be_annex(other, title, heads[other.page]) for other in alike):
        return None
    return _with_kind(title, paragraphs, head, body)


def named_title(paragraphs: Sequence[TypedParagraph], name: str, body: Typeface) -> TypedParagraph | None:
    """The paragraph at the head in other type than the `body` with whose words the `name` of the file begins, as that of a web page does:
    above it, the name of the site may be larger."""
    named = squeezed(name)
    head = (paragraph for paragraph in paragraphs[:_HEAD] if may_be_heading(paragraph, body))
    return next((each for each in head if _is_begin_of(named, squeezed(each.words))), None)


def _is_begin_of(name: str, words: str) -> bool:
    return len(words) >= _SHORTEST_NAMED and name.startswith(words)


def _with_kind(
    title: TypedParagraph, paragraphs: Sequence[TypedParagraph], head: list[TypedParagraph], body: Typeface
) -> TypedParagraph:
    """The title with what it is about, which stands above it where it names a kind of text alone, or with such a kind below it."""
    at = paragraphs.index(title)
    above, below = paragraphs[max(0, at - 1)], paragraphs[min(at + 1, len(paragraphs) - 1)]

    def is_line(other: TypedParagraph) -> bool:
        return other != title and other in head and other.face.is_larger_than(body) and not other.has_marker

    if is_line(above) and is_bare_kind(title.words):
        return title._replace(start=above.start, words=above.words + title.words)
    if is_line(below) and is_bare_kind(below.words) and not is_bare_kind(title.words):
        return title._replace(end=below.end, words=title.words + below.words)
    return title


def _head_of(paragraphs: Sequence[TypedParagraph], body: Typeface) -> list[TypedParagraph]:
    """What may be a heading among the first paragraphs of the first page, down to the first long one of the body."""
    head = []
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.page != paragraphs[0].page or (paragraph.face == body and len(paragraph.words) > _LONG):
            break
        if may_be_heading(paragraph, body) and not paragraph.is_red:
            head.append(paragraph)
    return head


def _is_letterhead(words: str, below: TypedParagraph, body: Typeface) -> bool:
    return words.endswith(_LETTERHEAD) or (below.face.is_larger_than(body) and is_office(squeezed(fold(words))))


def is_bare_kind(words: str) -> bool:
    """Do a few words name a kind of text, and nothing that it is about?

    >>> [is_bare_kind(words) for words in ("招 标 文 件", "毕业论文（设计）", "防火方案汇编", "平山镇防火工作会议手册")]
    [True, True, False, False]
    """
    tight = squeezed(fold(words))
    return (len(tight) <= _LONGEST_KIND and bool(genre(tight))) or _THESIS.fullmatch(tight) is not None


def _heads_of_pages(paragraphs: Sequence[TypedParagraph]) -> dict[int, list[TypedParagraph]]:
    """The first paragraphs of each page."""
    heads: dict[int, list[TypedParagraph]] = {}
    for paragraph in paragraphs:
        head = heads.setdefault(paragraph.page, [])
        if len(head) < _NEAR_HEAD:
            head.append(paragraph)
    return heads


def _may_be_annex(paragraph: TypedParagraph, title: TypedParagraph, head: list[TypedParagraph]) -> bool:
    """Is it at the `head` of its page, below 附件 or no text of the kind that the title names, as a second speech is?"""
    if paragraph not in head:
        return False
    is_labelled = any(is_annex_label(fold(other.words)) for other in head[: head.index(paragraph)])
    return is_labelled or not _are_of_a_kind(fold(title.words), fold(paragraph.words))


def _are_of_a_kind(one: str, other: str) -> bool:
    """Do they name the same kind of text, about something else each?"""
    return one != other and one[-2:] == other[-2:] and bool(genre(one)) and bool(genre(other))
