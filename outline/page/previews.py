"""Running numbers that a document-sharing site puts before every few hundred characters of a text it shows (`1、` … `12、`)."""

from bisect import bisect_left
from math import inf
from typing import NamedTuple

from outline.lexicon.word_boundaries import parts_words
from outline.page.lines import End, Role, Table, strip_blanks
from outline.patterns import late

_SENTENCE_BREAK = "，、（"


class Running(NamedTuple):
    """A running number at `start`:`end`; the text before it ends at `after`."""

    after: int
    start: int
    end: int
    inside_sentence: bool


_NUMBER = late(r"[0-9](?<![0-9．][0-9])[0-9]{0,3}、")
_LEAST_DISTANCE, _LEAST_CHUNKS, _UNEVEN = 120, 3, 1.35
_FEWEST_CHUNKS, _INSIDE_WORD = 2, -3.0
"""Two chunks will do, each a line, where the number of the second tears a word: it is so unlikely (log odds) that one ends there."""
_LEAST_INSIDE = 0.6
_MOST_BLANK_LINES = 20
_WHY = "the running number of a preview"


def label_previews(table: Table) -> None:
    """Set the running numbers of a preview aside, and mend the lines that they tore."""
    for number in running_numbers(table):
        before, line = table.line_at(max(0, number.after - 1)), table.line_at(number.start)
        if not number.inside_sentence or before is not line:
            table.set_aside(number.start, number.end, _WHY)
        else:
            table.set_aside(number.after, number.end, _WHY)
        if number.inside_sentence and before is not line and before.role is Role.SPEECH:
            before.end_means, before.why = End.TORN, _WHY


def running_numbers(table: Table) -> list[Running]:
    """The running numbers of a text.

    They count, so no series can tell them from points. What gives them away is that they come at even distances and, most of them, in
    the middle of sentences. A file may hold several texts that count anew; of rows that overlap, the longest counts.
    """
    text = table.text
    if any(f"{number}、" not in text for number in range(1, _FEWEST_CHUNKS + 1)):
        return []
    starts: dict[int, list[int]] = {}
    for match in _NUMBER.finditer(text):
        starts.setdefault(int(match[0][:-1]), []).append(match.start())
    rows: list[list[Running]] = []
    for first in starts.get(1, []):
        chain = _even_chain(first, starts)
        overlaps = bool(rows) and first < rows[-1][-1].end
        if len(chain) >= _FEWEST_CHUNKS and not (overlaps and len(chain) <= len(rows[-1])):
            found = [_running(table, start, number) for number, start in enumerate(chain, 1)]
            tears = sum(one.inside_sentence for one in found[1:]) >= _LEAST_INSIDE * (len(found) - 1)
            if tears and (len(chain) >= _LEAST_CHUNKS or _parts_chunks(table, found)):
                rows[len(rows) - overlaps :] = [found]
    return [number for row in rows for number in row]


def _parts_chunks(table: Table, numbers: list[Running]) -> bool:
    """Does each of the numbers head a line, right behind that of the one before, inside a word?"""
    text = table.text
    lines = [table.line_at(one.start) for one in numbers]
    if any(line.start != one.start for line, one in zip(lines, numbers, strict=True)):
        return False
    return all(
        before.end == one.after
        and one.inside_sentence
        and parts_words(text[one.after - 1] + text[one.end : one.end + 1]) <= _INSIDE_WORD
        for before, one in zip(lines, numbers[1:], strict=False)
    )


def _even_chain(first: int, starts: dict[int, list[int]]) -> list[int]:
    """`first` and where the numbers that follow on it start, each at the distance most like those before; [] if that is not even."""
    chain = [first]
    nearest, furthest = inf, 0
    while True:
        usual = (chain[-1] - first) / (len(chain) - 1) if len(chain) > 1 else _LEAST_DISTANCE
        here, following = chain[-1], starts.get(len(chain) + 1, [])
        allowed = bisect_left(following, here + _LEAST_DISTANCE)
        if allowed == len(following):
            return chain
        about = bisect_left(following, here + usual, allowed)
        chain.append(min(following[max(allowed, about - 1) : about + 1], key=lambda start: abs(start - here - usual)))
        nearest, furthest = min(nearest, chain[-1] - here), max(furthest, chain[-1] - here)
        if furthest > _UNEVEN * nearest:
            return []


def _running(table: Table, start: int, number: int) -> Running:
    text, after = table.text, _end_of_words_before(table, start)
    inside = after > 0 and (text[after - 1].isalnum() or text[after - 1] in _SENTENCE_BREAK)
    return Running(after, start, text.index("、", start) + 1, inside)


def _end_of_words_before(table: Table, start: int) -> int:
    """Where the words before `start` end, in its line or in one of the lines before."""
    n = table.number_at(start)
    line = table.lines[n]
    if start > line.start:
        return strip_blanks(table.text, line.start, start)[1]
    before = next(
        (other for other in reversed(table.lines[max(0, n - _MOST_BLANK_LINES) : n]) if other.start < other.end), None
    )
    return before.end if before else start
