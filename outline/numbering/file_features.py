"""The evidence of the file itself: levels of headings, and lists that it counts.

Features of two candidates, as in `series_features`. No plain text can teach what they weigh, so that is set by hand (`weights.json`):
what the file says settles where a section hangs, unless all of the text speaks against it.
"""

from collections.abc import Iterator

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import Open

Features = tuple[str, ...]


def of_heading(c: Candidate) -> Features:
    """What speaks against a heading's being one without a number, where its words could begin with one."""
    return ("file heading could be numbered",) if c.is_instead else ()


def of_stay(parent: Open, c: Candidate) -> Iterator[str]:
    """What speaks for and against a section that begins with `c` inside the last section of `parent`."""
    one = parent.last
    if c.level and parent.level > c.level:
        yield "file level inside lesser"
    if c.level and parent.level == c.level and not (one.is_marker and one.level):
        yield "file level inside equal"
    if not c.is_marker and one.is_marker and not one.level:
        yield "file heading inside point"
    if c.list and one.list and c.list[0] == one.list[0]:
        yield "file list inside" if one.list[1] < c.list[1] else "file list inside deeper"


def of_leaving(one: Candidate, c: Candidate, is_live: bool) -> Iterator[str]:
    """What speaks against closing the series of `one`, which goes on further down if it `is_live`, so that `c` stands outside of it."""
    if c.level and 0 < one.level < c.level:
        yield "file level leaves lesser"
    if not c.level and not one.is_marker:
        yield "file heading left by point"
    if not c.is_marker and not one.level and is_live:
        yield "file heading ends series"
    if c.list and one.list and c.list[0] == one.list[0] and one.list[1] < c.list[1]:
        yield "file list leaves outer"


def of_going_on(one: Candidate, c: Candidate) -> Iterator[str]:
    """What speaks for and against counting on from `one` to `c`."""
    if c.level and one.level and c.level != one.level:
        yield "file level changes"
    if c.list and one.list and c.list[0] == one.list[0]:
        yield "file list goes on" if c.list == one.list else "file list changes level"
