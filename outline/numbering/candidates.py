"""Paragraphs → candidate markers: everything that looks like a marker, whether it counts or not."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from outline.document import Document, as_document
from outline.notation import numerals
from outline.notation.grammar_files import pattern
from outline.notation.styles import STYLES
from outline.numbering.edges import edge_before
from outline.page.fold import LINE_BLANKS
from outline.page.lines import SAYS_NOTHING, Span
from outline.page.page import Page, lay_out

WHATEVER_IS_NEXT = 0
"""The number of a marker that closes a series without counting: 最后."""
NO_NUMBER = -1
"""The number of what is made of numerals and is none: 十十、"""


class Candidate:
    """What looks like a marker: `text` at `start`:`end` (code points).

    - `type`: the terminal, as Lark wants it; `kind`: the terminal without a number in its name.
    - `number` and `style`: the dress as the first of a series would wear it.
    - `family`: who counts on with each other; `family_key`: a number for it, the same in every process.
    - `rank`: its place in the order of depth.
    - `edge`: the boundary before it; `before` and `follower`: the characters before and behind it in the working text.
    - `in_list`: it stands in a list of numerals, as in 三、四线城市 (`outline.numbering.lists`).
    - `is_echo`: the same marker with the same words behind it stood before.
    - `styled_end`: the end of the paragraph that it begins and that the file marks as a heading by its style; or 0.
    - `announced`: the length of the heading that stood before, behind the same marker and alone on its line, and stands here again; or 0.
    """

    __slots__ = (
        "announced",
        "edge",
        "end",
        "family",
        "family_key",
        "in_list",
        "is_echo",
        "kind",
        "number",
        "rank",
        "source",
        "start",
        "style",
        "styled_end",
        "type",
        "work",
    )

    def __init__(self, page: Page, type_: str, start: int, end: int, echo: int | None, styled_end: int) -> None:
        work = page.work
        self.type = type_
        self.start = start
        self.end = end
        self.edge = edge_before(page, start)
        self.work, self.source = work, page.document.text
        self.is_echo = echo is not None
        self.announced = echo or 0
        self.styled_end = styled_end
        self.kind, self.number, self.style, self.family, self.family_key, self.rank = _read(type_, work[start:end])
        self.in_list = False

    @property
    def text(self) -> str:
        """The characters of the marker, as they stand in the source."""
        return self.source[self.start : self.end]

    @property
    def before(self) -> str:
        """The character before the marker, or nothing."""
        return self.work[self.start - 1 : self.start]

    @property
    def follower(self) -> str:
        """The character behind the marker, or nothing."""
        return self.work[self.end : self.end + 1]

    def __repr__(self) -> str:
        return f"Candidate({self.type}, {self.start}, {self.end}, {self.text!r}, {self.edge!r})"


def lex(text: str | Document) -> list[Candidate]:
    """All candidate markers of `text`, in order; they do not overlap. Offsets are code points of `text`.

    >>> [(c.text, c.number, c.style) for c in lex("一、三产业。第2条")]
    [('一、', 1, '一、'), ('第2条', 2, '第1条')]
    """
    return list(scan(lay_out(as_document(text))))


def scan(page: Page) -> Iterator[Candidate]:
    """All candidate markers of a page, in order."""
    work, done = page.work, 0
    styled = {heading.start: heading.end for heading in page.document.headings}
    echoes = _Echoes(work)
    for match in pattern().finditer(work):
        type_ = match.lastgroup
        assert type_ is not None
        start, end = match.span(type_)
        if start >= done and not _inside(page.unnumbered, start):
            done = end
            yield Candidate(page, type_, start, end, echoes.announced(start, end), styled.get(start, 0))


def _inside(spans: tuple[Span, ...], at: int) -> bool:
    """Does one of the `spans`, which are in order, hold `at`?"""
    before = bisect_right(spans, (at, len(spans) and spans[-1][1])) - 1 if spans else -1
    return before >= 0 and at < spans[before][1]


_WORDS = 4
"""Code points behind a marker that make an echo."""
_HEADING_ON_LINE = re.compile(r"[^。；！？…：\n]{2,60}(?<![ \u2060])(?=[ \u2060]*\n)")


class _Echoes:
    """The markers of a text with the words behind them: where each stood first, and the heading that it had there alone on its line."""

    def __init__(self, work: str) -> None:
        self._work = work
        self._first: dict[str, int] = {}
        self._headings: dict[str, str] = {}  # found once: a text may come back to one heading any number of times

    def announced(self, start: int, end: int) -> int | None:
        """None if the marker at `start`:`end` is no echo, else the length of the heading that stood before and stands here again, or 0."""
        words = self._work[start : end + _WORDS]
        first = self._first.setdefault(words, end)
        if first == end or "\n" in words or words[-1] in LINE_BLANKS:
            return None
        if words not in self._headings:
            heading = _HEADING_ON_LINE.match(self._work, first)
            self._headings[words] = heading[0] if heading else ""
        heading_there = self._headings[words]
        return len(heading_there) if self._work.startswith(heading_there, end) else 0


_DEEPER = 0.1
"""What every further number adds to the rank of a marker: 1.1.2 stands in 1.1."""
_HIGHER = 0.5
"""By what 壹、 stands above 一、."""
_IN_NAME = re.compile(r"_(\d|LAST)$")


@lru_cache(maxsize=4096)
def _read(type_: str, text: str) -> tuple[str, int, str, str, int, float]:
    """Kind, number, style, family, family key and rank of the marker `text`.

    What stands around the last numeral is the dress. The letters of the dress belong to the family (一是 and 一要 do not count on with
    each other), its punctuation does not.
    """
    bare = "".join(c for c in text if not (c.isspace() or c in SAYS_NOTHING))
    counted = _IN_NAME.search(type_)
    if counted:
        number = WHATEVER_IS_NEXT if counted[1] == "LAST" else int(counted[1])
        kind = type_[: counted.start()]
        return kind, number, unicodedata.normalize("NFKC", bare), kind, crc32(kind.encode()), STYLES[kind].rank
    before, numeral, after = _around_last_numeral(bare)
    letters = "".join(c for c in before + after if c.isalnum())
    kind_of_numeral = numerals.kind(numeral)
    style = unicodedata.normalize("NFKC", before) + kind_of_numeral + unicodedata.normalize("NFKC", after)
    family = f"{type_} {kind_of_numeral} {letters}"
    outer_numbers = sum(bool(numerals.kind(part[:1])) for part in re.split(r"\W+", before))
    rank = STYLES[type_].rank + _DEEPER * outer_numbers - _HIGHER * (kind_of_numeral == numerals.FINANCIAL)
    return (
        type_,
        numerals.value(numeral) or NO_NUMBER,
        style,
        family,
        crc32(family.encode("utf-8", "surrogatepass")),
        rank,
    )


def _around_last_numeral(marker: str) -> tuple[str, str, str]:
    end = len(marker)
    while end and not numerals.kind(marker[end - 1]):
        end -= 1
    start = end
    while start and numerals.kind(marker[start - 1]):
        start -= 1
    return marker[:start], marker[start:end], marker[end:]
