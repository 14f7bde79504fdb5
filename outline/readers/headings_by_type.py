"""Headings that a file shows by large or heavy type, or by another typeface: only where it does so consistently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from outline.document import Heading
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import is_back_matter
from outline.readers.leading_markers import style_of_marker
from outline.readers.typed_paragraphs import TypedParagraph, is_beside_text, is_text, may_be_heading
from outline.readers.typefaces import Typeface
from outline.readers.what_heads_text import heads_among, shown_among

_FEWEST, _FEWEST_OF_OTHER_FAMILY = 2, 3
_MOST_CHARACTERS, _MOST_PARAGRAPHS, _MOST_IN_A_ROW = 0.2, 0.5, 0.5
_DEEPEST = 6


def headings_by_type(
    paragraphs: Sequence[TypedParagraph], body: Typeface, title: TypedParagraph | None = None
) -> list[Heading]:
    """Headings below the `title`, with levels from 1: those of larger type first, and of one size those whose type comes first.

    A typeface is that of headings if several short paragraphs have it, or one that the title names, as it does what it is sent with; few of
    all and with little of the text, and hardly anything else.
    Such a paragraph heads something if it has a number, or else if text or a point stands below it, or a heading of a lesser type that
    heads text. Where most of one type head text, the others head whatever lines of the body stand below them.
    """
    begins = title.end if title else 0
    may_head = [n for n, each in enumerate(paragraphs) if each.start >= begins and may_be_heading(each, body)]
    if not may_head:
        return []
    first = next((n for n, each in enumerate(paragraphs) if is_text(each, body)), 0)
    shown = shown_among(may_head, heads_among(may_head, first, paragraphs, body), paragraphs, _FEWEST)
    ranks = _consistent(may_head, heads_among(may_head, first, paragraphs, body, shown), first, paragraphs, body, title)
    of_ranks = [n for n in may_head if paragraphs[n].face in ranks]
    heads = _without_lone(heads_among(of_ranks, first, paragraphs, body, shown, ranks), paragraphs, body)
    return [_heading(paragraphs[n], level) for n, level in sorted(_levels(heads, list(ranks), paragraphs))]


def _heading(paragraph: TypedParagraph, level: int) -> Heading:
    return Heading(*paragraph.span, 1 if is_back_matter(paragraph.words) else level)


def _levels(heads: list[int], faces: list[Typeface], paragraphs: Sequence[TypedParagraph]) -> Iterator[tuple[int, int]]:
    """The places of headings with their levels, by the rank of their type.

    Where one type is that of points of several depths, it tells the level of the outermost alone. What has no number between points of its
    type, or right below one, stands below them: beside them it would have one too, and the point would be empty.
    """
    level, found = 1, _by_face(heads, paragraphs)
    for face in faces:
        markers = {n: style_of_marker(paragraphs[n].words) for n in found[face] if paragraphs[n].has_marker}
        outermost = [n for n, style in markers.items() if style == next(iter(markers.values()))]
        bare = [n for n in found[face] if n not in markers]
        has_inner = any(outermost[0] < n < outermost[-1] or n - 1 in outermost for n in bare) if outermost else False
        yield from ((n, level) for n in outermost)
        yield from ((n, level + (has_inner and n > outermost[0])) for n in bare)
        level += 1 + has_inner


def _without_lone(heads: list[int], paragraphs: Sequence[TypedParagraph], body: Typeface) -> list[int]:
    """Without those that have no number while others of their type have, where that is not larger than the body: who speaks is named above
    the first point in the type of points. One behind the first number, or one of several, is a heading all the same."""
    lone: set[int] = set()
    for face, found in _by_face(heads, paragraphs).items():
        numbered = [n for n in found if paragraphs[n].has_marker]
        bare = [n for n in found if not paragraphs[n].has_marker]
        if numbered and len(bare) < _fewest(face, body) and not face.is_larger_than(body):
            lone.update(n for n in bare if n < numbered[0])
    return [n for n in heads if n not in lone]


def _consistent(
    may_head: list[int],
    heads: list[int],
    first: int,
    paragraphs: Sequence[TypedParagraph],
    body: Typeface,
    title: TypedParagraph | None,
) -> dict[Typeface, int]:
    """The typefaces of headings that are hardly anything else below the `first` text, each with its level."""
    alike, found = _by_face(may_head, paragraphs), _by_face(heads, paragraphs)
    used = Counter(
        face
        for paragraph in paragraphs[first:]
        for face in paragraph.faces
        if (len(paragraph.faces) == 1 or not paragraph.has_marker)  # a heading that its text follows at once
        and not (face in found and is_beside_text(paragraph.words))
    )
    characters = sum(len(paragraph.words) for paragraph in paragraphs)
    consistent = [
        face
        for face, indices in found.items()
        if (len(alike[face]) >= _fewest(face, body) or _is_named(paragraphs[indices[0]], title))
        and used[face] - sum(n >= first for n in indices) <= len(indices) / 2
        and _are_few(alike[face], indices, characters, paragraphs)
    ]
    if all(_is_doubtful(face, found[face], paragraphs, body) for face in consistent):
        return {}
    consistent.sort(key=lambda face: (-face.size, found[face]))
    return {face: level for level, face in enumerate(consistent[:_DEEPEST], 1)}


def _is_doubtful(face: Typeface, found: list[int], paragraphs: Sequence[TypedParagraph], body: Typeface) -> bool:
    """Is it a type that differs by its family alone, without numbers? Where other headings are, it is that of those below them; by itself,
    it may as well be that of what is quoted."""
    return face.is_only_of_other_family(body) and not any(paragraphs[n].has_marker for n in found)


def _are_few(alike: list[int], found: list[int], characters: int, paragraphs: Sequence[TypedParagraph]) -> bool:
    """Are those of one type that are `found` to head something few, with few of the `characters`, and most of all `alike` parted by others?
    Points may be many, and stand below each other: they are left out, if there are others."""
    found, alike = ([n for n in places if not paragraphs[n].has_marker] or places for places in (found, alike))
    in_a_row = sum(b == a + 1 for a, b in pairwise([*alike, len(paragraphs)]))
    return (
        len(found) <= _MOST_PARAGRAPHS * len(paragraphs)
        and sum(len(paragraphs[n].words) for n in found) <= _MOST_CHARACTERS * characters
        and in_a_row <= _MOST_IN_A_ROW * len(alike)
    )


def _is_named(paragraph: TypedParagraph, title: TypedParagraph | None) -> bool:
    """Is it in the type of the title, which says its words: 关于印发《值班制度》的通知, and below 值班制度?"""
    if title is None or paragraph.face != title.face:
        return False
    words, of_title = squeezed(paragraph.words), squeezed(title.words)
    return words in of_title and words != of_title  # a title may stand on a cover and again below


def _by_face(places: list[int], paragraphs: Sequence[TypedParagraph]) -> dict[Typeface, list[int]]:
    faces: dict[Typeface, list[int]] = defaultdict(list)
    for n in places:
        faces[paragraphs[n].face].append(n)
    return faces


def _fewest(face: Typeface, body: Typeface) -> int:
    return _FEWEST_OF_OTHER_FAMILY if face.is_only_of_other_family(body) else _FEWEST
