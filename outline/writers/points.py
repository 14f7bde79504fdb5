"""Which sections are run-in points: parts of a running text, not pieces of their own.

The outline does not say where lines break; dress and offsets do, nearly. The sections of one style under one heading are
run-in points

- below level 1, if their dress is one for running text (一是, 第一，, 首先), or if one of them begins just where a text ends,
  while a marker that begins a line is parted from the text before it by a line break at least;
- on level 1, if both hold: a text that has any headings should have them there.

In a text without line breaks everything begins just where a text ends, so that is no sign there.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from outline.model import Outline, Section
from outline.numbering.candidates import lex

# Terminals of grammar/markers.lark, and the families they form.
FOR_RUNNING_TEXT = {"ORDINAL", "ORDINAL_VERB", "AMONG", "NUMERAL_IS", "NUMERAL_VERB", "SEQUENCE", "ASPECT"}


def run_in_points(outline: Outline) -> set[int]:
    """The `start` of every section of `outline` that is a run-in point by itself, not because it lies below one."""
    ends = set(_ends_of_texts(outline))
    points: set[int] = set()
    lines_known = True
    for series in _series(outline.sections):
        glued = _is_glued(series, ends)
        if glued and _is_for_running_text(series):
            points.update(point.start for point in series)
        elif glued:
            lines_known = False
    for section in outline.walk():
        for series in _series(section.sections):
            if _is_for_running_text(series) or (lines_known and _is_glued(series, ends)):
                points.update(point.start for point in series)
    return points


def _series(sections: list[Section]) -> Iterator[list[Section]]:
    return ([*members] for _, members in groupby(sections, key=lambda section: section.marker.style))


def _is_glued(series: list[Section], ends: set[int]) -> bool:
    return any(point.start in ends for point in series)


def _is_for_running_text(series: list[Section]) -> bool:
    return _terminal(series[0].marker.text) in FOR_RUNNING_TEXT


@lru_cache(maxsize=1024)
def _terminal(marker: str) -> str:
    """What the grammar takes the marker for; "" for what it does not know."""
    return next((candidate.family.split()[0] for candidate in lex(marker)), "")


def _ends_of_texts(outline: Outline) -> Iterator[int]:
    for section in outline.walk():
        yield from (text.end for text in (section.heading, *section.body, *section.closing) if text.text)
    yield from (text.end for text in outline.preamble if text.text)
