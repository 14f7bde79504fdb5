"""Glyphs → runs → lines: what stands on one baseline, with the blanks that the gaps between the glyphs show."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import inf
from statistics import median, median_low
from typing import NamedTuple

from outline.readers.pdf.glyphs import Glyph
from outline.readers.pdf.printed_lines import Line
from outline.readers.pdf.raised import is_one_raised, raised_in

SAME_PLACE = 2.0
"""Points within which places are one."""

# All in widths of a character.
_WIDEST_GAP_IN_RUN = 1.2
_FURTHEST_BACK, _SAME_BASELINE, _MOST_LARGER, _MOST_OVER = 0.6, 0.35, 1.8, 0.2
_GAP_OF_TABLE = 3
_BLANK_BESIDE_HAN, _BLANK_IN_LATIN, _BLANK_OF_FILE, _LEAST_BLANK, _WIDE_BLANK = 0.4, 0.15, 0.2, 0.05, 1.5
_NEVER_FIRST = "，,、。.；;：:！!？?…—”’」』）)》〉】]%％"
_NEVER_LAST = "“‘「『（(《〈【["


class Run(NamedTuple):
    """Glyphs that follow each other on one baseline without a wide gap."""

    glyphs: list[Glyph]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """Its characters, without any blanks."""
        return "".join(glyph.char for glyph in self.glyphs)


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """The glyphs of a page, put together in their order in the file."""
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        if groups and _follows(groups[-1][-1], glyph):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [run_of(group) for group in groups]


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs in rows from top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if rows and _on_one_baseline(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_in_order(sorted(row, key=lambda run: run.left)) for row in rows]


def _in_order(row: list[Run]) -> list[Run]:
    """The runs of a row, which are sorted, from left to right. Programs write what a second typeface lends, quotation marks say, before the
    words between or behind them: runs that reach into each other are put together anew, if none of their glyphs lies on another."""
    tangles: list[list[Run]] = []
    end = -inf
    for run in row:
        if run.left < end:
            tangles[-1].append(run)
        else:
            tangles.append([run])
        end = max(end, run.right)
    return [run for tangle in tangles for run in (_untangled(tangle) if len(tangle) > 1 else tangle)]


def _untangled(runs: list[Run]) -> list[Run]:
    glyphs = sorted((glyph for run in runs for glyph in run.glyphs), key=lambda glyph: glyph.left)
    apart = all(a.right - b.left <= _MOST_OVER * a.size for a, b in pairwise(glyphs))
    return runs_of(glyphs) if apart else runs


def line_of(row: list[Run], column: int = 0, furniture: bool = False) -> Line:
    """A row of runs as a line."""
    glyphs = [glyph for run in row for glyph in run.glyphs]
    em = _em(glyphs)
    whole, text, tag = run_of(glyphs), _text(glyphs, em), glyphs[0].ink.tag
    size = median_low(glyph.size for glyph in glyphs)
    return Line(
        text=text,
        left=whole.left,
        right=whole.right,
        end=next((glyph.right for glyph in reversed(glyphs) if glyph.char not in _NEVER_FIRST), whole.right),
        baseline=whole.baseline,
        em=em,
        lead=_lead(glyphs),
        hang=_hang(glyphs, text),
        parted=any(b.left - a.right > _GAP_OF_TABLE * em for a, b in pairwise(row)),
        column=column,
        furniture=furniture,
        size=size,
        bold=all(glyph.ink.bold for glyph in glyphs),
        red=all(glyph.ink.red for glyph in glyphs),
        raised=raised_in(glyphs, size, whole.baseline),
        tag=tag if tag and all(glyph.ink.tag == tag for glyph in glyphs) else 0,
    )


def text_of(glyphs: list[Glyph]) -> str:
    """What the glyphs, which stand beside each other, say, with the blanks between them."""
    return _text(glyphs, _em(glyphs))


def _em(glyphs: list[Glyph]) -> float:
    """The width of a character."""
    return median([g.right - g.left for g in glyphs if is_han(g.char) and g.right > g.left] or [g.size for g in glyphs])


def is_han(char: str) -> bool:
    """Is `char` as wide as it is high: a Chinese character or its punctuation?"""
    return "\u2e80" <= char <= "\uffef" or char > "\U0001ffff" or char in "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"


def _on_one_baseline(one: Glyph | Run, other: Glyph | Run) -> bool:
    """Do the two stand beside each other, and are about as large?"""
    if one.baseline == other.baseline and one.size == other.size:  # as nearly all do
        return True
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return abs(one.baseline - other.baseline) <= _SAME_BASELINE * larger and larger <= _MOST_LARGER * smaller


def _follows(glyph: Glyph, following: Glyph) -> bool:
    gap = following.left - glyph.right
    if not -_FURTHEST_BACK * glyph.size <= gap <= _WIDEST_GAP_IN_RUN * glyph.size:
        return False
    return _on_one_baseline(glyph, following) or is_one_raised(glyph, following)


def run_of(glyphs: list[Glyph]) -> Run:
    """Glyphs of one baseline, in order, as a run."""
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    return Run(glyphs, left, right, median(g.baseline for g in glyphs), median(g.size for g in glyphs))


def _text(glyphs: list[Glyph], em: float) -> str:
    """The characters with the blanks that the gaps show: those wider than is usual in this line, which may be justified or spaced out.

    A narrow gap is a blank where the file writes one between Chinese characters, between Latin ones or behind the number of a line.
    Elsewhere, Latin words in Chinese text are set off by gaps that are none.
    """
    wide = [is_han(glyph.char) for glyph in glyphs]
    between_han = [b.left - a.right for (a, b), (x, y) in zip(pairwise(glyphs), pairwise(wide), strict=True) if x and y]
    usual = max(0.0, median_low(between_han)) if between_han else 0.0
    number = next((place for place, is_wide in enumerate(wide) if is_wide), 0)
    parts = [glyphs[0].char]
    for place, (a, b) in enumerate(pairwise(glyphs), 1):
        beside_han = wide[place - 1] or wide[place]
        gap = b.left - a.right - (usual if beside_han else 0)
        if gap > _WIDE_BLANK * em:
            parts.append("\u3000\u3000")
        elif not beside_han:
            spaced = usual if usual > _BLANK_IN_LATIN * em else 0
            if gap - spaced > (_LEAST_BLANK if b.after_blank else _BLANK_IN_LATIN) * em:
                parts.append(" ")
        else:
            written = b.after_blank and ((wide[place - 1] and wide[place]) or place == number)
            if gap > (_BLANK_OF_FILE if written else _BLANK_BESIDE_HAN) * em:
                parts.append(" ")
        parts.append(b.char)
    return "".join(parts)


def _lead(glyphs: list[Glyph]) -> float:
    """The width of the first piece of a line that cannot be broken: a character with the punctuation beside it, or a word."""
    end = 1
    while end < len(glyphs) and _sticks(glyphs[end - 1], glyphs[end]):
        end += 1
    return glyphs[end - 1].right - glyphs[0].left


def _hang(glyphs: list[Glyph], text: str) -> float:
    """Where what stands behind the first blank begins; nowhere on the page if it has none."""
    first, blank, _behind = text.replace("\u3000", " ").partition(" ")
    return glyphs[min(len(first), len(glyphs) - 1)].left if blank else -inf


def _sticks(glyph: Glyph, following: Glyph) -> bool:
    if glyph.char in _NEVER_LAST or following.char in _NEVER_FIRST:
        return True
    in_word = not is_han(glyph.char) and not is_han(following.char)
    return in_word and following.left - glyph.right <= _BLANK_IN_LATIN * glyph.size


def first_of_several(places: list[float], reach: float, least: float) -> float | None:
    """The first of the ordered `places` that at least `least` of them, itself included, follow within `reach`."""
    counts = ((place, bisect_right(places, place + reach) - index) for index, place in enumerate(places))
    return next((place for place, count in counts if count >= least), None)
