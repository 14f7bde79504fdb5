"""What is known of a page of Markdown, as it is found block by block."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, count

from outline.document import AutomaticNumber, Heading, Sign, Span, Table
from outline.page.page_numbers import DASHED
from outline.readers.fragments import in_place
from outline.readers.markdown.windows import Source

LABEL = r"\d{1,9}[.)]"
"""What numbers an item of a list."""
MAY_BE_SIGN = re.compile(rf"[*_`~#>]++|={{2,}}+|%{{2,}}+|[\[\]<&\\]|^[ \t]*+(?:[-+]|{LABEL})(?=[ \t])", re.MULTILINE)
"""What may be a sign of Markdown."""
_PREFIX = re.compile(rf"([>#*+=_~`-]++)|{LABEL}")
_ITEM = re.compile(rf" *+(?:[-+*]|{LABEL}) ++")
_UNSEEN = re.compile(r"\S(?:[^\n]*\S)?")
_QUOTED = re.compile(r"(?: {0,3}+> ?+)++")
_PAGE_NUMBER = re.compile(rf"\s*{DASHED}\s*")
_WORDLESS = " \t\n\u3000\xa0\u200b\ufeff"


class Draft:
    """The growing parts of a Document; all offsets are code points of the source, all lines are counted in it from 0."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.signs: list[Sign] = []
        self.headings: list[Heading] = []
        self.numbers: list[AutomaticNumber] = []
        self.tables: list[Table] = []
        self.code: list[Span] = []
        self.wraps: set[int] = set()
        """The line feeds inside paragraphs."""
        self._labels: dict[int, list[tuple[str, int, int]]] = {}
        self._lists = count(1)
        self._list = 0
        self._outermost = 0, 0
        """The number that an outermost list counted last, and how many headings there were."""

    def begin_list(self, first: int = 1) -> None:
        """An outermost list begins: labels count together with those of the lists in it, as those of one definition do in Word. One whose
        `first` number goes on with that of the list before, below the same heading, is that list: a picture parts the two."""
        if first == 1 or self._outermost != (first - 1, len(self.headings)):
            self._list = next(self._lists)

    def expect_label(self, line: int, number: int, level: int) -> None:
        """An item begins in `line`, whose label the page shows as `number`."""
        self._labels.setdefault(line, []).append((str(number), self._list, level))
        if not level:
            self._outermost = number, len(self.headings)

    def dress(self, line: int, stop: int) -> None:
        """What stands before `stop` in a line: signs of blocks, and the labels of items.

        `- 7 -` is a page number, whatever CommonMark says.
        """
        start = self.source.start_of(line)
        labels = iter(self._labels.pop(line, ()))
        if _PAGE_NUMBER.fullmatch(self.source.text, start, self.source.end_of(line)):
            return
        for found in _PREFIX.finditer(self.source.text, start, stop):
            if found[1]:
                self.signs.append(Sign(*found.span()))
                continue
            label = next(labels, None)
            if label:
                number, list_, level = label
                self.numbers.append(AutomaticNumber(*found.span(), list_, level))
                if found[0][:-1] != number:
                    self.signs.append(Sign(found.start(), found.end() - 1, number))

    def hide(self, start: int, stop: int) -> None:
        """Nothing of `start`:`stop` is seen; its line feeds stay."""
        self.signs.extend(Sign(*found.span()) for found in _UNSEEN.finditer(self.source.text, start, stop))

    def words_of(self, content: str, line: int) -> list[Span]:
        """Where the lines of a block stand whose `content`, from `line` on, the parser gives without what stands before it in the source.
        That is dressed; blanks at the end of the last line are no words."""
        spans = []
        for n, words in enumerate(content.split("\n"), line):
            start, stop = self.source.start_of(n), self.source.words_end(n)
            end = start + len(self.source.text[start:stop].rstrip())
            begin = max(start, end - len(words.strip()))
            self.dress(n, begin)
            spans.append((begin, stop))
        return [*spans[:-1], (spans[-1][0], end)]

    def wrap(self, line: int, spans: list[Span], is_in_list: bool) -> bool:
        """The lines of a paragraph, of which the first is `line`, may have been broken only because they were full. In a list, one that is
        less indented goes on with its item by the letter of CommonMark (5.2), but was hardly meant to: is there none such?"""
        befores = [self._before(n, start) for n, (start, _) in enumerate(spans, line)]
        item = _ITEM.match(befores[0])
        indents = [len(item[0]) if item else len(befores[0]), *map(len, befores[1:])]
        wraps = {
            self.source.end_of(line + n)
            for n, indent in enumerate(indents[1:])
            if not is_in_list or indent >= indents[0]
        }
        self.wraps |= wraps
        return len(wraps) == len(spans) - 1

    def indent_of(self, line: int) -> int:
        """How far a line is indented, behind the signs of a quotation around it."""
        before = self._before(line, self.source.end_of(line))
        return len(before) - len(before.lstrip())

    def _before(self, line: int, start: int) -> str:
        """What stands in a line before its words, which begin at `start`, without the signs of a quotation."""
        return _QUOTED.sub("", self.source.text[self.source.start_of(line) : start]).expandtabs(4)

    def unseen(self, since: int) -> "Unseen":
        """The signs of which nothing is seen, from the place `since` in the list of them on."""
        return Unseen(self.source.text, self.signs[since:])


class Unseen:
    """Signs of which nothing is seen, to tell where the words between them begin and end."""

    def __init__(self, text: str, signs: list[Sign]) -> None:
        self._text = text
        self._signs = in_place([sign for sign in signs if not sign.shown.strip()])
        self._starts = [sign.start for sign in self._signs]

    def bare(self, start: int, stop: int) -> Span:
        """`start`:`stop` without the blanks and the unseen signs at both ends."""
        while start < stop and (past := self._past(start)) > start:
            start = past
        while start < stop and (before := self._before(stop)) < stop:
            stop = before
        return (start, stop) if start < stop else (start, start)

    def _past(self, at: int) -> int:
        if self._text[at] in _WORDLESS:
            return at + 1
        n = bisect_right(self._starts, at) - 1
        return self._signs[n].end if n >= 0 and self._signs[n].end > at else at

    def _before(self, at: int) -> int:
        if self._text[at - 1] in _WORDLESS:
            return at - 1
        n = bisect_left(self._starts, at) - 1
        return self._signs[n].start if n >= 0 and self._signs[n].end >= at else at


class Lines:
    """The words of a block, line by line: its `text`, and where that stands in the source."""

    def __init__(self, source: Source, spans: list[Span]) -> None:
        self.spans = spans
        pieces = [source.text[start:stop] for start, stop in spans]
        self.text = "\n".join(pieces)
        self._begins = [0, *accumulate(len(piece) + 1 for piece in pieces[:-1])]

    def in_source(self, sign: Sign) -> list[Sign]:
        """`sign`, which stands in `text`, in the source: one for each line that it reaches over, the first of which shows what is shown."""
        made: list[Sign] = []
        n = bisect_right(self._begins, sign.start) - 1
        while n < len(self.spans) and self._begins[n] < sign.end:
            start, stop = self.spans[n]
            first = start + max(0, sign.start - self._begins[n])
            last = min(stop, start + sign.end - self._begins[n])
            if first < last:
                made.append(Sign(first, last, "" if made else sign.shown))
            n += 1
        return made
