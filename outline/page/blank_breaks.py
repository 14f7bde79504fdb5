"""Line breaks that became blanks when a text was copied out of a page."""

import re

from outline.notation.grammar_files import pattern

_BLANK = re.compile(r"[ \u3000\xa0](?<![\sA-Za-z0-9、，,（(“《•●◆■*#>.-].)[ \u3000\xa0]*(?=\S)")
_SENTENCE_END = "。！？；!?;：:…”）)"
_BULLETS = "•●◆■"
_LONG_LINE = 200
_FEWEST, _LEAST_AT_SENTENCE_END = 3, 0.4


def blank_breaks(work: str) -> list[tuple[int, int]]:
    """The blanks that stand for line breaks, as (start, end) in code points.

    In a long line whose blanks come, most of them, behind a full stop, every blank between Chinese characters was a line break: behind
    the others ended the headings. In any other line blanks are strewn by chance, or part names. A blank behind what looks like a marker
    (第一章 总则) parts it from its heading.
    """
    found = []
    start = 0
    for line in work.split("\n"):
        if len(line) >= _LONG_LINE and " " in line:
            blanks = [(start + m.start(), start + m.end()) for m in _BLANK.finditer(line)]
            if len(blanks) >= _FEWEST:
                behind_markers = {start + m.end(m.lastgroup) for m in pattern().finditer(line) if m.lastgroup}
                blanks = [blank for blank in blanks if blank[0] not in behind_markers]
            at_end = sum(work[a - 1] in _SENTENCE_END or work[b] in _BULLETS for a, b in blanks)
            if len(blanks) >= _FEWEST and at_end >= _LEAST_AT_SENTENCE_END * len(blanks):
                found += blanks
        start += len(line) + 1
    return found
