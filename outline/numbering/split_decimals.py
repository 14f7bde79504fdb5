"""Decimals that are a number with a dot and a figure behind it: 2.21日龄接种 between 1.7日龄 and 3.消毒 is 2. and 21日龄.

A number with a point and no blank behind it matches as a decimal. That it is none the markers beside it tell, which count its first part
on, where nothing leads to its second.
"""

from collections.abc import Iterable

from outline.numbering.marker_text import Match, numbering_of
from outline.page.dress import behind_dress

_PARTS = 2


def with_split_decimals(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, those of decimals as numbers with a dot where their neighbours say so."""
    found = list(matches)
    decimals = {(n.outer, n.number) for n, _, _ in found if n.kind == "DECIMAL"}
    places = [at for at, match in enumerate(found) if _has_dot(match) and _heads_line(match, work)] if decimals else []
    dotted = [found[at] for at in places]
    could_be = [_could_be_split(match, decimals, work) for match in dotted]
    for n, at in enumerate(places):
        if could_be[n] and _counts_on(dotted, could_be, n):
            _, start, _ = dotted[n]
            dot = work.index("．", start) + 1
            found[at] = numbering_of("DIGIT_DOT", work[start:dot]), start, dot
    return found


def _has_dot(match: Match) -> bool:
    numbering = match[0]
    return numbering.kind == "DIGIT_DOT" or (numbering.kind == "DECIMAL" and len(numbering.outer) == _PARTS - 1)


def _heads_line(match: Match, work: str) -> bool:
    start = match[1]
    return behind_dress(work, work.rfind("\n", 0, start) + 1, start) == start


def _could_be_split(match: Match, decimals: set[tuple[tuple[int, ...], int]], work: str) -> bool:
    """Is it a decimal that stands at once before a word, and is neither the first nor beside another of its kind?"""
    numbering, _, end = match
    if numbering.kind != "DECIMAL" or numbering.number == 1:
        return False
    stands_beside = any((numbering.outer, numbering.number + by) in decimals for by in (-1, 1))
    return not stands_beside and work[end - 1].isdigit() and "\u4e00" <= work[end : end + 1] <= "\u9fff"


def _counts_on(dotted: list[Match], could_be: list[bool], n: int) -> bool:
    """Is its first part what the marker before the `n`-th counts on to? Or is it one, that before is no one, and that behind counts on?"""
    number = _first_part(dotted[n])
    before = _first_part(dotted[n - 1]) if n and _is_dotted(dotted, could_be, n - 1) else None
    behind = _first_part(dotted[n + 1]) if n + 1 < len(dotted) and _is_dotted(dotted, could_be, n + 1) else None
    return behind == 2 and before != 1 if number == 1 else before == number - 1 and behind != number


def _is_dotted(dotted: list[Match], could_be: list[bool], n: int) -> bool:
    return could_be[n] or dotted[n][0].kind == "DIGIT_DOT"


def _first_part(match: Match) -> int:
    numbering = match[0]
    return numbering.outer[0] if numbering.outer else numbering.number
