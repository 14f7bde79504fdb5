"""Verbs of two characters that a series repeats: in 一不准迟到，二不准早退 and 一注重师德，二注重业务 the whole verb is the marker.

A numeral with a verb (一不) matches up to the first character of that. That the second belongs to it, all the others of the series tell,
which have it too: 一看是否干净，二看是否整齐 is a series of 看, for 看是 is no word.
"""

from collections.abc import Iterable, Iterator

from outline.lexicon.word_boundaries import is_inside_word
from outline.numbering.marker_text import Match, numbering_of

_KIND = "NUMERAL_VERB"
_ASKS = frozenset("否不谁什哪真有")
_NOT = "不"
"""It stands before any verb, and so no table of words has what it makes of one."""


def with_whole_verbs(matches: Iterable[Match], work: str) -> list[Match]:
    """The matches, those with a verb up to the end of the verb that their series repeats."""
    found = list(matches)
    for run in _runs(found):
        pairs = {work[found[n][2] - 1 : found[n][2] + 1] for n in run}
        is_free = all(n + 1 == len(found) or found[n + 1][1] > found[n][2] for n in run)
        if len(run) > 1 and len(pairs) == 1 and is_free and (_is_verb(*pairs) or _are_said(found, run, work)):
            for n in run:
                _, start, end = found[n]
                found[n] = numbering_of(_KIND, work[start : end + 1]), start, end + 1
    return found


def _is_verb(pair: str) -> bool:
    return pair[0] == _NOT or is_inside_word(pair)


def _are_said(found: list[Match], run: list[int], work: str) -> bool:
    """Does 是 say of each what it is, as in 一绝是蓝，二绝是布, and ask nothing, as in 一看是否干净？"""
    behind = [work[found[n][2] : found[n][2] + 2] for n in run]
    return all(words[:1] == "是" and words[1:] not in _ASKS for words in behind)


def _runs(found: list[Match]) -> Iterator[list[int]]:
    """The places of the numerals with one verb that count on, run by run."""
    runs: dict[int, list[int]] = {}
    for n, (numbering, _, _) in enumerate(found):
        if numbering.kind == _KIND:
            run = runs.get(numbering.family, [])
            if run and found[run[-1]][0].number + 1 != numbering.number:
                yield run
                run = []
            run.append(n)
            runs[numbering.family] = run
    yield from runs.values()
