"""Running numbers that a document-sharing site puts before every few hundred characters of a text it shows (`1、` … `12、`)."""

import re
from itertools import pairwise
from typing import NamedTuple

_SENTENCE_BREAK = "，,、（("


class Chunk(NamedTuple):
    """A running number at `start`:`end`; the text before it ends at `after`."""

    number: int
    after: int
    start: int
    end: int
    inside_sentence: bool


_CHUNK = re.compile(r"(?<![0-9０-９.．])([0-9]{1,4})、")
_LEAST_CHUNK, _LEAST_CHUNKS, _UNEVEN = 120, 3, 1.35
_LEAST_INSIDE = 0.6


def chunk_numbers(work: str) -> list[Chunk]:
    """The running numbers of the working text.

    They count, so no series can tell them from points. What gives them away is that they come at even distances and, most of them, in
    the middle of sentences.
    """
    if any(f"{number}、" not in work for number in range(1, _LEAST_CHUNKS + 1)):
        return []
    by_number: dict[int, list[Chunk]] = {}
    for match in _CHUNK.finditer(work):
        after = len(work[max(0, match.start() - 80) : match.start()].rstrip(" \t\n\u3000\xa0")) + max(0, match.start() - 80)
        inside = after > 0 and (work[after - 1].isalnum() or work[after - 1] in _SENTENCE_BREAK)
        chunk = Chunk(int(match[1]), after, match.start(), match.end(), inside)
        by_number.setdefault(chunk.number, []).append(chunk)
    best: list[Chunk] = []
    for first in by_number.get(1, []):
        chain = _chain(first, by_number)
        if len(chain) > len(best) and _is_running(chain):
            best = chain
    return best


def _chain(first: Chunk, by_number: dict[int, list[Chunk]]) -> list[Chunk]:
    """`first` and the numbers that follow on it, each at the distance most like those before."""
    chain = [first]
    while True:
        usual = (chain[-1].start - first.start) / (len(chain) - 1) if len(chain) > 1 else _LEAST_CHUNK
        here = chain[-1].start
        following = [c for c in by_number.get(chain[-1].number + 1, []) if c.start >= here + _LEAST_CHUNK]
        if not following:
            return chain
        chain.append(min(following, key=lambda c: abs(c.start - here - usual)))


def _is_running(chain: list[Chunk]) -> bool:
    distances = [b.start - a.start for a, b in pairwise(chain)]
    inside = sum(chunk.inside_sentence for chunk in chain[1:])
    return (
        len(chain) >= _LEAST_CHUNKS
        and max(distances) <= _UNEVEN * min(distances)
        and inside >= _LEAST_INSIDE * len(distances)
    )
