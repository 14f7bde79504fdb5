"""A text that stands in its file again, as on a page with what was pasted below it: each copy is a text of its own, and what is asked of a
text as a whole (how often it numbers so, what counts on with what) is asked of the copy."""

from collections.abc import Sequence

_WORDS_AGAIN = 60
"""Code points from the first candidate on that make the text again; a list in front of a text names fewer of the words that follow."""


def copies_in(work: str, starts: Sequence[int]) -> list[range]:
    """Of the candidates of a text, which begin at these `starts`, the places of those of each copy; there is one, if the text stands in its
    file once.

    >>> copies_in("一、提高认识。" * 30, range(0, 140, 35))
    [range(0, 1), range(1, 2), range(2, 3), range(3, 4)]
    """
    if not starts:
        return []
    beginning = work[starts[0] : starts[0] + _WORDS_AGAIN]
    begins = [n for n, start in enumerate(starts) if work.startswith(beginning, start)]
    return [range(a, b) for a, b in zip(begins, [*begins[1:], len(starts)], strict=True)]
