"""Running numbers that a document-sharing site puts before every few hundred characters of a text it shows (`1、` … `12、`)."""

import re
from bisect import bisect_left
from math import inf
from typing import NamedTuple

_SENTENCE_BREAK = "，,、（("


class Chunk(NamedTuple):
    """A running number at `start`:`end`; the text before it ends at `after`."""

    after: int
    start: int
    end: int
    inside_sentence: bool


_NUMBER = re.compile(r"[0-9](?<![0-9０-９.．][0-9])[0-9]{0,3}、")
_LEAST_DISTANCE, _LEAST_CHUNKS, _UNEVEN = 120, 3, 1.35
_LEAST_INSIDE = 0.6
_FURTHEST_BACK = 80


def chunk_numbers(work: str) -> list[Chunk]:
    """The running numbers of the working text.

    They count, so no series can tell them from points. What gives them away is that they come at even distances and, most of them, in
    the middle of sentences.
    """
    if any(f"{number}、" not in work for number in range(1, _LEAST_CHUNKS + 1)):
        return []
    starts: dict[int, list[int]] = {}
    for match in _NUMBER.finditer(work):
        starts.setdefault(int(match[0][:-1]), []).append(match.start())
    best: list[Chunk] = []
    for first in starts.get(1, []):
        chain = _even_chain(first, starts)
        if len(chain) >= _LEAST_CHUNKS and len(chain) > len(best):
            chunks = [_chunk(work, start, number) for number, start in enumerate(chain, 1)]
            if sum(chunk.inside_sentence for chunk in chunks[1:]) >= _LEAST_INSIDE * (len(chunks) - 1):
                best = chunks
    return best


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


def _chunk(work: str, start: int, number: int) -> Chunk:
    before = max(0, start - _FURTHEST_BACK)
    after = before + len(work[before:start].rstrip(" \t\n\u3000\xa0"))
    inside = after > 0 and (work[after - 1].isalnum() or work[after - 1] in _SENTENCE_BREAK)
    return Chunk(after, start, work.index("、", start) + 1, inside)
