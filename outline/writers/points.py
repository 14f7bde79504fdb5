"""Which sections are run-in points: parts of a running text, not pieces of their own.

The outline does not say where lines break; style and offsets do, nearly. The sections of one style under one heading are
run-in points

- below level 1, if their style is one for running text (一是, 第一，, 首先), or if one of them begins just where a text or a section
  ends, while one that begins a line is parted from what stands before it by a line break at least;
- on level 1, if both hold: a text that has any headings should have them there.

In a text without line breaks everything begins just where a text ends, so that is no sign there. A section without a marker is a heading.
"""

from collections.abc import Iterator
from itertools import groupby

from outline.model import Outline, Section
from outline.notation.styles import is_for_running_text


def run_in_points(outline: Outline) -> set[int]:
    """The `start` of every section of `outline` that is a run-in point by itself, not because it lies below one."""
    ends = set(_ends(outline))
    points: set[int] = set()
    lines_known = True
    for style, series in _series(outline.sections):
        glued = _is_glued(series, ends)
        if glued and is_for_running_text(style):
            points.update(point.start for point in series)
        elif glued:
            lines_known = False
    for section in outline.walk():
        for style, series in _series(section.sections):
            if is_for_running_text(style) or (lines_known and _is_glued(series, ends)):
                points.update(point.start for point in series)
    return points


def _series(sections: list[Section]) -> Iterator[tuple[str, list[Section]]]:
    """The sections that follow on each other in one style, with that style; those without a marker belong to none."""
    for style, members in groupby(sections, key=lambda section: section.marker.style if section.marker else ""):
        if style:
            yield style, [*members]


def _is_glued(series: list[Section], ends: set[int]) -> bool:
    return any(point.start in ends for point in series)


def _ends(outline: Outline) -> Iterator[int]:
    for section in outline.walk():
        yield section.end
        yield from (text.end for text in (section.heading, *section.body, *section.closing) if text.text)
    yield from (text.end for text in outline.preamble if text.text)
