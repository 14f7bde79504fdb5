"""Page → what looks like a marker: what the terminals of the grammar match, and what the markers of a text tell of each other."""

from collections.abc import Callable, Iterable, Iterator

from outline.notation.grammar_files import pattern
from outline.numbering.marker_text import Match, numbering_of
from outline.numbering.misread_digits import with_misread_digits
from outline.numbering.proven import with_proof
from outline.numbering.roman_letters import with_roman_letters
from outline.numbering.split_decimals import with_split_decimals
from outline.numbering.whole_labels import with_whole_labels
from outline.numbering.whole_verbs import with_whole_verbs
from outline.numbering.words_before import with_words_before
from outline.page.crowding import not_too_many_points
from outline.page.lines import is_inside
from outline.page.page import Page

_STEPS: tuple[Callable[[Iterable[Match], str], Iterable[Match]], ...] = (
    with_roman_letters,
    with_misread_digits,
    with_words_before,
    with_proof,
    with_split_decimals,
    with_whole_labels,
    with_whole_verbs,
)
"""What the markers of a text tell of each other, one after the other."""
_LONGEST_WORD_BEFORE = 5


def matches_in(page: Page) -> Iterable[Match]:
    """What looks like a marker on a page, in order: what it says, and where. Raises FileProblem for too many."""
    matches: Iterable[Match] = not_too_many_points(of_terminals(page), page.work)
    for step in _STEPS:
        matches = step(matches, page.work)
    return matches


def of_terminals(page: Page) -> Iterator[Match]:
    """What the terminals match, where markers may stand."""
    work, done = page.work, 0
    for match in pattern().finditer(work):
        terminal = match.lastgroup
        assert terminal is not None
        start, end = match.span(terminal)
        if terminal == "HAN_COLON":
            start = _start_of_label(work, start, done)
        if start >= done and not is_inside(page.unnumbered, start):
            done = end
            yield numbering_of(terminal, work[start:end]), start, end


def _start_of_label(work: str, numeral: int, done: int) -> int:
    """Where the word begins that a numeral with a colon counts (关键词一：); before `done` if no word does."""
    start = numeral
    while start > 0 and "\u4e00" <= work[start - 1] <= "\u9fff":
        start -= 1
        if numeral - start > _LONGEST_WORD_BEFORE:
            return done - 1
    return start
