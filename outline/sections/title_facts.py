"""The facts that speak for a title: its words, its place among the lines of the head, what stands around it, and that it is said again."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import add

from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre, opening_word
from outline.numbering.features import Facts
from outline.page.lines import Span
from outline.patterns import HAN, late
from outline.sections import title_features as features
from outline.sections.frame_weights import Told
from outline.sections.head_lines import CENTRED, HeadLine
from outline.sections.title_words import facts_of_words, is_person, speaks_at

_PLACES = (0, 1, 2, 4, 8, 16)
_KEY = 12
_YEAR = late(r"(?:\d{4}|[〇○一二三四五六七八九十]{4})(?:[—–~-]{1,2}\d{2,4})?年?(?:度|[上下]半年|第?[一二三四]季度)?")
_GOES_ON, _CALLS = "的和及与暨、在对把将为以从", "！？"
_SHORT_KIND, _LONGEST_PART = 9, 40
_PAIRS, _SIGNS = late(rf"(?=({HAN}{{2}}))"), late(r"\W+")
_BODY, _SHARES = 1500, (0.001, 0.2, 0.4, 0.6, 0.8)
"""Code points below the head in which the words of a title are looked for, and the bounds of the classes of how many are there."""
_COUPLET = 5
"""Two lines of the same length, from so many characters on, are a couplet."""


class TitleEvidence:
    """The lines of a head and what holds for all of them."""

    def __init__(self, work: str, lines: list[HeadLine]) -> None:
        self.work, self.lines = work, lines
        body = squeezed(work[lines[-1].stop : lines[-1].stop + _BODY]) if lines else ""
        self._body = frozenset(map(add, body, body[1:])) if _PAIRS.search(body) else frozenset[str]()
        plain = [n for n, line in enumerate(lines) if not line.kind]
        self._rank = {n: min(rank, 4) for rank, n in enumerate(plain)}
        self._is_labelled = any(line.kind == "title label" for line in lines)
        self._deepest = max((line.indent for line in lines if not line.kind), default=0)
        self._centred = [not line.kind and line.indent >= CENTRED for line in lines]
        self._classes = [_class_of(line) for line in lines]
        self._is_open = [_begins_title(line) for line in lines]
        self._is_opened = list(map(self._is_below_open, range(len(lines))))
        self._letters = [_letters(line.words) for line in lines]
        self._said = "".join(f"\n{letters}" for letters in self._letters)
        self._behind = [0, *accumulate(1 + len(letters) for letters in self._letters)]
        self._told_of_lines: dict[Span, tuple[Told, ...]] = {}

    def told(self, n: int, span: Span, begins: str, ends: str) -> tuple[Told, ...]:
        """What speaks for a span that begins in the nth line, behind what `begins` says, and ends before what `ends` says."""
        line, lines = self.lines[n], self.lines
        words = squeezed(self.work[slice(*span)]).replace("\n", "")
        last = n
        if line.end < span[1]:
            last = next((m for m in range(n + 1, len(lines)) if lines[m].end >= span[1]), n)
        paragraph, what = _paragraph(line), genre(words)
        stretch = begins, ends, self._is_labelled, line.kind, bool(what), paragraph, line.is_soft
        told = (
            (features.of_words, facts_of_words(words, what)),
            (features.of_stretch, stretch),
            (features.of_repetition, self._repeated(n, words)),
            (features.of_body, (self._taken_up(words), bool(what), line.kind)),
            *self._told_of(n, last),
        )
        is_call = words[-1:] in _CALLS
        return (*told, (features.of_call, (n == 0, self._class_at(last + 1), paragraph, ends))) if is_call else told

    def _told_of(self, first: int, last: int) -> tuple[Told, ...]:
        """What speaks for any span that begins in one line and ends in another: asked for many spans, and told once."""
        if (first, last) not in self._told_of_lines:
            told = (
                (features.of_line, self._facts_of_line(first)),
                (features.of_lines, self._facts_of_lines(first, last)),
            )
            self._told_of_lines[first, last] = (*told, *self._joints(first, last))
        return self._told_of_lines[first, last]

    def _facts_of_line(self, n: int) -> Facts:
        line = self.lines[n]
        before = self.lines[n - 1].kind if n else "top"
        rank = self._rank.get(n, "none")
        return bisect_left(_PLACES, n), rank, before, line.blank_before, line.dress[:2], self._indent(line)

    def _facts_of_lines(self, first: int, last: int) -> Facts:
        lines = self.lines
        return (
            lines[last + 1].kind if last + 1 < len(lines) else "end",
            lines[last].blank_after,
            self._runs_on(first),
            first + 1 < len(lines) and lines[first + 1].words[:2] == "关于",
            last > first,
            self._is_open[first],
            self._is_opened[first],
            self._is_centred(first, last),
            self._is_centred(last + 1, last + 1),
        )

    def _taken_up(self, words: str) -> int:
        """How much of the words the text below the head takes up, pair of characters by pair, in classes; -1: it cannot be told."""
        pairs = _PAIRS.findall(words, 0, _LONGEST_PART) if self._body else []
        return bisect_left(_SHARES, sum(map(self._body.__contains__, pairs)) / len(pairs)) if pairs else -1

    def _class_at(self, n: int) -> str:
        return self._classes[n] if n < len(self.lines) else "end"

    def _joints(self, first: int, last: int) -> Iterator[Told]:
        """What the lines of a title are one below the other, and what it is cut off from."""
        for n in range(first + 1, last + 1):
            gap = self.lines[n].blank_before
            yield features.of_joint, (self._joint(n), self._is_centred(n - 1, n), self._is_couplet(n), gap)
        for n, side in ((first, "above"), (last + 1, "below")):
            if 0 < n < len(self.lines) and self._classes[n] and self._classes[n - 1] and not self.lines[n].blank_before:
                yield features.of_cut, (side, self._joint(n), self._is_couplet(n))

    def _joint(self, n: int) -> str:
        above, below = self._letters[n - 1 : n + 1]
        if above and below.startswith(above):
            return "said again"  # an office, and a title that begins with its name
        if below and above.endswith(below):
            return "said above"  # the name of the file, and its title
        return "+".join(self._classes[m] or self.lines[m].kind for m in (n - 1, n))

    def _is_couplet(self, n: int) -> bool:
        a, b = self.lines[n - 1], self.lines[n]
        return not a.kind and not b.kind and _COUPLET <= len(a.words) == len(b.words)

    def _is_centred(self, first: int, last: int) -> bool:
        """Do plain lines from one to another stand in the middle, as those of one title do?"""
        return last < len(self.lines) and all(self._centred[first : last + 1])

    def _indent(self, line: HeadLine) -> str:
        return "none" if not line.indent else "deepest" if line.indent == self._deepest > 4 else "some"

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

    def _repeated(self, n: int, words: str) -> Facts:
        """Is it said before the nth line, or behind it?"""
        words = _letters(words) or words  # a row of signs has no letters
        key, said, (start, end) = words[:_KEY], self._said, self._behind[n : n + 2]
        above = [line for line in self._letters[:n] if key in line] if said.find(key, 0, start) >= 0 else []
        below = said.find(f"\n{key}", end) >= 0
        further = [line for line in self._letters[n + 1 :] if line.startswith(key)] if below else []
        return _alike(words, above), _alike(words, further)


def _letters(words: str) -> str:
    """What is left of words without their signs, by which one and the same title may differ."""
    return words if words.isalnum() else _SIGNS.sub("", words)


def _class_of(line: HeadLine) -> str:
    """What a line is, as a part of a title: an office, a year, what begins a title or ends one, what cannot end; nothing for a byline."""
    words = line.words
    if line.kind or len(words) > _LONGEST_PART:
        return ""
    if is_office(words):
        return "letterhead" if words.endswith("文件") else "office"
    if is_person(words):
        return "person"
    if _YEAR.fullmatch(words):
        return "year"
    if words.endswith(tuple(_GOES_ON)):
        return "goes on"
    begins = "open " if opening_word(words) or "关于" in words or speaks_at(words) else ""
    ends = "" if not genre(words) else "kind" if len(words) < _SHORT_KIND else "long kind"
    return begins + ends or "plain"


def _begins_title(line: HeadLine) -> bool:
    """Does the line begin a title that it does not end?"""
    words = line.words
    opens = words.startswith("在") or "关于" in words or speaks_at(words)
    return opens and not line.kind and not genre(words)


def _alike(words: str, others: list[str]) -> str:
    """Do the lines that share their beginning with `words` say the same?"""
    if not others:
        return "no"
    return "same" if words in others else "longer" if any(words in other for other in others) else "like"


def _paragraph(line: HeadLine) -> str:
    """Is the line a part of running text?"""
    return "text" if line.stop - line.start > 100 else "line"
