"""Where words stand on the lines of a page, however blanks, punctuation and numbers are written."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from outline.document import Document, Span
from outline.page.fold import fold
from outline.readers.leading_markers import leading_marker
from outline.readers.typed_paragraphs import LEADER

_PAGES_AROUND = (0, 1, -1)
_MOST_LINES, _FEWEST_WORDS, _MOST_PLACES = 4, 2, 100
_NOT_WORDS = re.compile(r"[\W_]+")


class WordsOfPages:
    """The lines of a document that are no furniture, by page and by what they begin with, with and without their number."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._places = [*document.places, len(document.text) + 1]
        self._spans = list(_lines_of(document))
        self._starts = [start for start, _ in self._spans]
        self._lines = [self._text[start:end] for start, end in self._spans]
        self._numbers = list(map(leading_marker, self._lines))
        self._words = list(map(_words_of, self._lines))
        self._bare = [_words_of(line[number:]) for line, number in zip(self._lines, self._numbers, strict=True)]
        self._by_first: dict[str, list[int]] = defaultdict(list)
        for index, both in enumerate(zip(self._words, self._bare, strict=True)):
            for first in {words[:1] for words in both}:
                self._by_first[first].append(index)

    def find(self, words: str, page: int, begin: int) -> Span | None:
        """Where a heading begins and ends, from `begin` on, that says `words` on `page`, from 0, else on the one after or before it.

        Blanks, punctuation and the width of characters make no difference, and either may lack the number. The words are a whole line, or
        up to four, or else what a line begins with before a sign or a blank.
        """
        said, bare = _words_of(words), _words_of(words[leading_marker(words) :])
        if len(bare) < _FEWEST_WORDS:
            return None
        places = [index for away in _PAGES_AROUND for index in self._places_on(page + away, {said[0], bare[0]}, begin)]
        for end_of in (self._end_of_lines, self._end_in_line):
            for index in places:
                end = end_of(index, said, bare)
                if end is not None:
                    return self._starts[index], end
        return None

    def _places_on(self, page: int, firsts: set[str], begin: int) -> list[int]:
        """The lines of a page from `begin` on that begin with one of the characters `firsts`, some of them if there are very many."""
        if not 0 <= page < len(self._places) - 1:
            return []
        start = bisect_left(self._starts, max(begin, self._places[page]))
        end = bisect_left(self._starts, self._places[page + 1])
        found: set[int] = set()
        for first in firsts:
            lines = self._by_first.get(first, [])
            place = bisect_left(lines, start)
            found.update(index for index in lines[place : place + _MOST_PLACES] if index < end)
        return sorted(found)

    def _end_of_lines(self, index: int, said: str, bare: str) -> int | None:
        """The end of the lines from here on that say nothing else; None if there are none."""
        line = own = ""
        for following in range(index, min(index + _MOST_LINES, len(self._spans))):
            line += self._words[following]
            own += self._bare[index] if following == index else self._words[following]
            if line in (said, bare) or own == bare:
                return self._spans[following][1]
            if not said.startswith(line) and not bare.startswith((line, own)):
                return None
        return None

    def _end_in_line(self, index: int, said: str, bare: str) -> int | None:
        """The end of the words with which this line begins; None if it does not, or is a row of a contents page."""
        start, end = self._spans[index]
        if LEADER.search(self._lines[index]):
            return None
        for skipped, wanted in ((0, said), (self._numbers[index], bare)):
            place, left = start + skipped, wanted
            while left and place < end and left.startswith(sign := _words_of(self._text[place])):
                left = left[len(sign) :]
                place += 1
            if not left and not _words_of(self._text[place : place + 1]):
                return place
        return None


def _lines_of(document: Document) -> Iterator[Span]:
    furniture = {start for start, _ in document.furniture}
    start = 0
    for line in document.text.split("\n"):
        if line and start not in furniture:
            yield start, start + len(line)
        start += len(line) + 1


def _words_of(text: str) -> str:
    return _NOT_WORDS.sub("", fold(text)).casefold()
