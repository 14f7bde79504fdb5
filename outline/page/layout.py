"""Text → paragraphs: line ends made alike, broken lines joined, furniture blanked out, and no offset moved.

The result is a working text exactly as long as the source. What joins two halves of a broken line, and every character of furniture,
stands in it as FILLER, which the grammar takes for a blank, or STOP; every paragraph ends in one line feed.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from outline.document import Document
from outline.page.blank_breaks import blank_breaks
from outline.page.cuts import omission_notes, paywalls, unfinished_lines
from outline.page.fillers import FILLER, STOP, blank_out
from outline.page.furniture import find_furniture, quote_signs
from outline.page.wrapping import broken_lines

_OTHER_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"
_TAG = re.compile(r"<br\s*/?>(?:[ \t]*\n)?|\[SEP\]", re.IGNORECASE)
_WIDE_BLANK_INSIDE_LINE = re.compile(r"[\u3000 \xa0\t](?<=\S.)(?>(?<=\u3000)\u3000+|[ \xa0\u3000\t]{3,})(?=\S)")


@dataclass(frozen=True, slots=True)
class Layout:
    """`document` as given; `work`, a working text as long as that of the document; `furniture` and `joins`, what stands between the halves
    of a broken line, as ordered (start, end) pairs; `cuts`, where text was cut away, of which the page itself tells of `marked_cuts`. All
    offsets are code points."""

    document: Document
    work: str
    furniture: tuple[tuple[int, int], ...]
    joins: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    marked_cuts: tuple[int, ...]

    def furniture_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The furniture that lies wholly inside `start`:`end`."""
        return _inside(self.furniture, start, end)

    def joins_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The same of the joins."""
        return _inside(self.joins, start, end)


def _inside(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    first = bisect_left(spans, (start,))
    if first == len(spans) or spans[first][0] >= end:
        return ()
    return spans[first : bisect_left(spans, (end,), first)]


def lay_out(document: Document) -> Layout:
    """Rebuild the paragraphs of a document.

    >>> lay_out(Document("发展\\r\\n第7页，共11页\\r\\n质量")).work.replace(FILLER, "_")
    '发展 \\n________ \\n质量'
    """
    work = blank_out(_plain(document.text), list(document.furniture))
    tags = [m.span() for m in _TAG.finditer(work)] if "<" in work or "[" in work else []
    work = _TAG.sub(_as_break, work) if tags else work
    quotes = quote_signs(work)
    work = break_up(blank_out(work, quotes), blank_breaks(work))
    paywall = paywalls(work)
    furniture, torn = find_furniture(work)
    work = blank_out(work, [*furniture, *torn])
    joins = broken_lines(work)
    work = blank_out(work, joins)
    notes = omission_notes(work)
    work = blank_out(work, notes, first=STOP)
    work = _WIDE_BLANK_INSIDE_LINE.sub(_as_break, work)
    marked = sorted([start for start, _ in notes] + paywall)
    cuts = sorted(marked + unfinished_lines(work))
    furniture += [*quotes, *document.furniture]
    furniture = in_order([*tags, *furniture, *notes])
    return Layout(document, work, tuple(furniture), tuple(in_order(joins)), tuple(cuts), tuple(marked))


def in_order(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order; of those that overlap the longest first one is kept."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _plain(text: str) -> str:
    """`text` with every line end replaced by a line feed, that of CRLF behind a blank, and invisible characters by FILLER."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for line_end in _OTHER_LINE_ENDS:
        text = text.replace(line_end, "\n")
    for invisible in _INVISIBLE:
        text = text.replace(invisible, FILLER)
    return text


def break_up(work: str, blanks: list[tuple[int, int]]) -> str:
    """`work` with a line feed for each of the `blanks`."""
    parts, at = [], 0
    for start, end in blanks:
        parts += [work[at:start], " " * (end - start - 1), "\n"]
        at = end
    return "".join([*parts, work[at:]]) if parts else work


def _as_break(match: re.Match[str]) -> str:
    return " " * (len(match[0]) - 1) + "\n"


def paragraphs(work: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of `work[start:end]` without the blanks around them, as (start, end); empty ones are left out."""
    while start < end:
        stop = work.find("\n", start, end)
        stop = end if stop < 0 else stop
        left, right = strip_blanks(work, start, stop)
        if left < right:
            yield left, right
        start = stop + 1


def strip_blanks(work: str, start: int, end: int) -> tuple[int, int]:
    """`start`, `end` moved inwards over blanks."""
    while start < end and (work[start].isspace() or work[start] in BLANKS):
        start += 1
    while end > start and (work[end - 1].isspace() or work[end - 1] in BLANKS):
        end -= 1
    return start, end


def says_something(text: str) -> bool:
    """Is there more in `text` than blanks, punctuation and symbols?"""
    return any(c.isalnum() for c in text) or any(
        not c.isspace() and unicodedata.category(c)[0] not in "PS" and unicodedata.category(c) not in _SEPARATORS
        for c in text
    )


_SEPARATORS = ("Zs", "Zl", "Zp", "Cc", "Cf")
BLANKS = frozenset(FILLER + STOP)
