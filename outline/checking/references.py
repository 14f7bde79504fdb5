"""Places that refer to a point by its number (见第三部分, 前款第（二）项), which another number of that point makes wrong."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from outline.checking.marker_writing import dressed
from outline.checking.replacement import Replacement
from outline.document import Span
from outline.language import gettext as _
from outline.notation import numerals
from outline.notation.grammar_files import reference_pattern
from outline.page.fold import fold
from outline.parts import Note

_OWN_UNITS = "篇编卷讲章节条件录表"
"""Units that markers bear as well: 第三条 refers to the point that is called so, where 第三部分 and 第三点 may refer to 三、."""


_OF_SIGNS = "项款"
"""Units that （二） and 2. are both called by, in parentheses or without."""


def references_to(replacements: Iterable[Replacement], text: str, points: Sequence[Span]) -> Iterator[Note]:
    """A note, `reference`, at each place of `text` that may refer to a marker which gets another number.

    `points` are where markers start and end, which refer to nothing.
    """
    changed: dict[tuple[int, str, bool], Replacement] = {}
    for one in replacements:
        if one.reason == "renumbered":
            changed.setdefault(_named(one.old), one)
    starts = [start for start, _end in points]
    for match in reference_pattern().finditer(fold(text)) if changed else ():
        start, end = match.span(match.lastgroup or 0)
        nearest = bisect_right(starts, end - 1) - 1
        if nearest >= 0 and points[nearest][1] > start:
            continue
        number, unit, in_parentheses = _named(text[start:end])
        both = (True, False) if text[end - 1] in _OF_SIGNS else (in_parentheses,)
        referred = next((changed[key] for way in both if (key := (number, unit, way)) in changed), None)
        if referred:
            yield _note(text[start:end], start, referred)


def _named(words: str) -> tuple[int, str, bool]:
    """The number in a marker or a reference, the unit that both bear, and whether the number stands in parentheses."""
    parts = dressed(words)
    unit = next((c for c in parts.before + parts.after if c in _OWN_UNITS), "")
    return numerals.value(fold(parts.numeral)) or 0, unit, "）" in fold(parts.after)


def _note(words: str, start: int, one: Replacement) -> Note:
    message = _("“{words}” may refer to what was “{old}” and becomes “{new}”: see whether it still does").format(
        words=words, old=one.old, new=one.new
    )
    return Note("reference", message, start, start + len(words), {"words": words, "old": one.old, "new": one.new})
