"""What speaks for a title: its words, its place among the lines of the head, what stands around it, and that it is said again."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from outline.lexicon.bylines import kind_of_words
from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, opening_word
from outline.page.lines import Span
from outline.page.sentences import CLOSING
from outline.sections.head_lines import CENTRED, HeadLine

_LENGTHS = (3, 6, 9, 14, 24, 40, 60)
_PLACES = (0, 1, 2, 4, 8, 16)
_KEY = 12
_GLUED_NUMBER = re.compile(r"\d{1,3}(?![\d年月日个项届次学条级%-])")
_NUMBERED, _LONGEST_NUMBERED = re.compile(r"(?:篇?\d{1,2}|（[一二三四五六七八九十\d]{1,2}）)\Z"), 4
_COLLECTION = re.compile(r"（[^（）]{0,6}\d{1,2} ?篇[^（）]{0,6}）\Z")
"""（精选3篇）: the title of a page that shows several texts."""
_PAUSE, _ENDS = re.compile("[。！？；]"), "。！？；，：、"
_YEAR = re.compile(
    r"(?:\d{4}|[〇○一二三四五六七八九十]{4})(?:[—–~-]{1,2}\d{2,4})?年?(?:度|[上下]半年|第?[一二三四]季度)?"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,10}(?:同志|先生|女士|书记|主任|主席|[省市县区镇乡村局校院]长)")
_GOES_ON, _CALLS = "的和及与暨、在对把将为以从", "！？"
_SHORT_KIND, _LONGEST_PART = 9, 40
_COUPLET = 5
"""Two lines of the same length, from so many characters on, are a couplet."""


class TitleEvidence:
    """The lines of a head and what holds for all of them."""

    def __init__(self, work: str, lines: list[HeadLine]) -> None:
        self.work, self.lines = work, lines
        plain = [n for n, line in enumerate(lines) if not line.kind]
        self.rank = {n: min(rank, 4) for rank, n in enumerate(plain)}
        self.is_labelled = any(line.kind == "title label" for line in lines)
        self.deepest = max((line.indent for line in lines if not line.kind), default=0)
        self._of_lines = [tuple(self._of_line(n)) for n in range(len(lines))]
        self._classes = [_class_of(line) for line in lines]
        self._is_open = [_begins_title(line) for line in lines]
        self._is_opened = list(map(self._is_below_open, range(len(lines))))

    def _of_line(self, n: int) -> Iterator[str]:
        """What speaks for any span that begins in the nth line."""
        line = self.lines[n]
        yield f"place={bisect_left(_PLACES, n)}"
        yield f"rank={self.rank.get(n, 'none')}"  # the first line that is no byline
        yield f"before={self.lines[n - 1].kind if n else 'top'}"
        yield f"blank before={line.blank_before}"
        yield f"dress={line.dress[:2]}"  # the heading of a file of Markdown
        yield f"indent={self._indent(line)}"  # centred

    def features(self, n: int, span: Span, begins: str, ends: str) -> Iterator[str]:
        """What speaks for a span that begins in the nth line."""
        line, lines = self.lines[n], self.lines
        words = squeezed(self.work[slice(*span)]).replace("\n", "")
        last = next((m for m in range(n, len(lines)) if lines[m].end >= span[1]), n)
        kind, what = kind_of_words(words), genre(words)
        yield from self._of_lines[n]
        yield f"begins={begins}"
        yield f"begins={begins} labelled={self.is_labelled}"  # 【标题】, 标题：
        yield f"kind={kind}"
        yield f"line={line.kind} begins={begins}"
        yield f"genre={what}"  # 讲话, 报告, 通知
        yield f"genre={bool(what)} ends={ends}"
        yield f"opens={opening_word(words)}"  # 在…, 关于…
        yield f"length={bisect_left(_LENGTHS, len(words))}"
        yield f"pause={self._pause(words)}"
        yield f"paragraph={_paragraph(line)} begins={begins} soft={line.is_soft}"  # a sentence is no title
        yield f"after={lines[last + 1].kind if last + 1 < len(lines) else 'end'}"  # a date, a source, a name, a dash line
        yield f"blank after={lines[last].blank_after}"
        yield f"digit={_GLUED_NUMBER.match(words) is not None}"  # the number of a page, glued to it
        yield f"numbered={_NUMBERED.search(words[-_LONGEST_NUMBERED:]) is not None}"  # 讲话稿（一）, 篇1
        yield f"runs on={self._runs_on(n)} into={lines[n + 1].words[:2] == '关于' if n + 1 < len(lines) else False} last={last > n}"
        yield f"open={self._is_open[n]} above={self._is_opened[n]} joined={last > n}"  # 在某地某某会议 / 上的讲话
        yield f"joined={last > n} centred={self._is_centred(n, last)} next={self._is_centred(last + 1, last + 1)}"
        yield f"collection={_COLLECTION.search(words) is not None} numbered={_NUMBERED.search(words[-_LONGEST_NUMBERED:]) is not None}"
        yield from self._joints(n, last)
        if words[-1:] in _CALLS:  # a question is a title where nothing but a name or an address follows
            yield f"calls first={n == 0} then={self._class_at(last + 1)} paragraph={_paragraph(line)} ends={ends}"
        yield from self._repeated(n, words)

    def _class_at(self, n: int) -> str:
        return self._classes[n] if n < len(self.lines) else "end"

    def _joints(self, first: int, last: int) -> Iterator[str]:
        """What the lines of a title are one below the other, and what it is cut off from: an office, a year and a kind of text are one
        title, and so are two lines of a couplet."""
        for n in range(first + 1, last + 1):
            yield f"joint={self._joint(n)}"
            yield f"joint={self._joint(n)} centred={self._is_centred(n - 1, n)}"
            yield f"joint couplet={self._is_couplet(n)} gap={self.lines[n].blank_before}"
        if last > first:  # a title of two lines has its subtitle below
            yield f"joined then={self.lines[last + 1].kind if last + 1 < len(self.lines) else 'end'}"
        for n, side in ((first, "above"), (last + 1, "below")):
            if 0 < n < len(self.lines) and self._classes[n] and self._classes[n - 1] and not self.lines[n].blank_before:
                yield f"cut {side}={self._joint(n)}"
                yield f"cut {side} couplet={self._is_couplet(n)}"

    def _joint(self, n: int) -> str:
        above, below = self.lines[n - 1].words, self.lines[n].words
        if below.startswith(above):
            return "said again"  # an office, and a title that begins with its name
        return "+".join(self._classes[m] or self.lines[m].kind for m in (n - 1, n))

    def _is_couplet(self, n: int) -> bool:
        a, b = self.lines[n - 1], self.lines[n]
        return not a.kind and not b.kind and _COUPLET <= len(a.words) == len(b.words)

    def _is_centred(self, first: int, last: int) -> bool:
        """Do plain lines from one to another stand in the middle, as those of one title do?"""
        return last < len(self.lines) and all(
            not line.kind and line.indent >= CENTRED for line in self.lines[first : last + 1]
        )

    def _pause(self, words: str) -> str:
        inner = "stop" if _PAUSE.search(words, 0, len(words) - 1) else "comma" if "，" in words[:-1] else ""
        last = words.rstrip(CLOSING)[-1:]
        return f"{inner}{last if last in _ENDS else ''}"

    def _indent(self, line: HeadLine) -> str:
        return "none" if not line.indent else "deepest" if line.indent == self.deepest > 4 else "some"

    def _runs_on(self, n: int) -> bool:
        """Does a plain line stand directly above the nth?"""
        return n > 0 and not self.lines[n - 1].kind and not self.lines[n].blank_before

    def _is_below_open(self, n: int) -> bool:
        """Does one of the lines directly above the nth begin a title that it does not end?"""
        while n > 0 and not self.lines[n].blank_before and not genre(self.lines[n - 1].words):
            n -= 1
            if self._is_open[n]:
                return True
        return False

    def _repeated(self, n: int, words: str) -> Iterator[str]:
        """A title is often named in the path of the page, or said twice: alone, or with a number or an ending of the file behind it."""
        key = words[:_KEY]
        above = [line.words for line in self.lines[:n] if key in line.words]
        below = [line.words for line in self.lines[n + 1 :] if line.words.startswith(key)]
        yield f"above={_alike(words, above)}"
        yield f"below={_alike(words, below)}"


def _class_of(line: HeadLine) -> str:
    """What a line is, as a part of a title: an office, a year, what begins a title or ends one, what cannot end; nothing for a byline."""
    words = line.words
    if line.kind or len(words) > _LONGEST_PART:
        return ""
    if is_office(words):
        return "letterhead" if words.endswith("文件") else "office"
    if _PERSON.fullmatch(words):
        return "person"
    if _YEAR.fullmatch(words):
        return "year"
    if words.endswith(tuple(_GOES_ON)):
        return "goes on"
    begins = "open " if opening_word(words) or "关于" in words else ""
    ends = "" if not genre(words) else "kind" if len(words) < _SHORT_KIND else "long kind"
    return begins + ends or "plain"


def _begins_title(line: HeadLine) -> bool:
    """Does the line begin a title that it does not end?"""
    return (line.words.startswith("在") or "关于" in line.words) and not line.kind and not genre(line.words)


def _alike(words: str, others: list[str]) -> str:
    """Do the lines that share their beginning with `words` say the same?"""
    if not others:
        return "no"
    return "same" if words in others else "longer" if any(words in other for other in others) else "like"


def _paragraph(line: HeadLine) -> str:
    """Is the line a part of running text?"""
    return "text" if line.stop - line.start > 100 else "line"
