"""Lines that could be headings, though they have no number."""

from outline.page.dress import without_dress_behind
from outline.page.sentences import is_finished

LONGEST_HEADING = 40
"""Code points."""


def could_be_heading(work: str, start: int, end: int) -> bool:
    """Are the words of a line short, and do they end without a sign, but for what dresses the line?

    >>> [could_be_heading(words, 0, len(words)) for words in ("两点启示", "路修好了。▲", "路修好了，" * 9)]
    [True, False, False]
    """
    behind = without_dress_behind(work, start, end)
    return end - start <= LONGEST_HEADING and not is_finished(work[max(start, behind - 4) : behind])
