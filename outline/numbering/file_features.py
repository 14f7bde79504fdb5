"""The evidence of the file itself: levels of headings, and lists that it counts.

Features of two candidates, as in `series_features`. No plain text can teach what they weigh, so that is set by hand (`weights.json`):
what the file says settles where a section hangs, unless all of the text speaks against it.
"""

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import Open

Features = tuple[str, ...]


def of_heading(c: Candidate) -> Features:
    """What speaks against a heading's being one without a number, where its words could begin with one."""
    return ("file heading could be numbered",) if c.is_instead else ()


def of_point(c: Candidate, marks_points: bool) -> Features:
    """What speaks against a point that the file does not mark, if it `marks_points` even inside of paragraphs: it marks all that it has."""
    return () if c.styled_end or c.list or not marks_points else ("file marks others",)


def of_stay(parent: Open, c: Candidate) -> Features:
    """What speaks for and against a section that begins with `c` inside the last section of `parent`."""
    one = parent.last
    if c.runs_on and not one.is_marker:
        return ("file series runs on",)
    inside_equal = parent.level == c.level and not (one.is_marker and one.level)
    if c.level and (parent.level > c.level or inside_equal):
        return ("file level inside equal" if inside_equal else "file level inside lesser",)
    if c.level and one.level == c.level and one.group == c.group:
        return ("file level inside like",)
    if not c.is_marker and one.is_marker and not one.level:
        return ("file heading inside point",)
    listed = _nearest_listed(parent)
    if listed and _is_of_one_list(listed, c):
        return ("file list inside" if _is_deeper(listed, c) else "file list inside deeper",)
    if c.list and c.number > 1 and one.is_marker and one.family == c.list_begun_below:
        return ("file list stands likewise",)
    return ()


def _nearest_listed(s: Open | None) -> Candidate | None:
    """The point that the file counts in whose section a series would begin: that of the series, or one above it that was typed between."""
    while s and s.last.is_marker and s.last.list is None:
        s = s.below
    return s.last if s else None


def of_leaving(one: Candidate, c: Candidate, is_live: bool) -> Features:
    """What speaks against closing the series of `one`, which goes on further down if it `is_live`, so that `c` stands outside of it."""
    if c.level and 0 < one.level < c.level:
        return ("file level leaves lesser",)
    if not c.level and not one.is_marker:
        return ("file heading left by point",)
    if _begins_behind(one, c):  # finer points that the text announces anew are those of all of it: 最后提三点要求
        return ("file heading left by finer" if c.rank > one.rank else "file heading left by first",)
    if not c.is_marker and not one.level and is_live:
        return ("file heading ends series",)
    return ("file list leaves outer",) if _is_of_one_list(one, c) and _is_deeper(one, c) else ()


def of_going_on(one: Candidate, c: Candidate) -> Features:
    """What speaks for and against counting on from `one` to `c`."""
    if c.level and one.level and c.level != one.level:
        return ("file level changes",)
    if c.goes_on_with_heading and not one.level:
        return ("file heading goes on with point",)
    if _begins_behind(one, c):
        return ("file heading left by first",)
    if _is_of_one_list(one, c):
        return ("file list goes on" if c.list == one.list else "file list changes level",)
    return ()


def _begins_behind(one: Candidate, c: Candidate) -> bool:
    """Does a series of points that are no headings begin behind a heading with a number? It stands in its section, as all text does that
    stands behind it. Where coarser markers begin anew, the file may have marked the finer ones alone."""
    return one.level > 0 and one.is_marker and not c.level and c.number == 1 and c.rank >= one.rank


def _is_of_one_list(one: Candidate, other: Candidate) -> bool:
    return one.list is not None and other.list is not None and one.list[0] == other.list[0]


def _is_deeper(one: Candidate, other: Candidate) -> bool:
    """Does its list count `other` deeper?"""
    return one.list is not None and other.list is not None and one.list[1] < other.list[1]
