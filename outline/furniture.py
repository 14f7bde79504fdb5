"""Furniture: page numbers, running numbers, site headers and footers. In the file, not in the speech."""

import re
from typing import NamedTuple

_PAGE_NUMBER = re.compile(
    r"第\s*[0-9０-９]{1,4}\s*[页頁]\s*[，,/]?\s*共\s*[0-9０-９]{1,4}\s*[页頁]"
    r"|(?m:^[ \t\u3000]*[-—–─－]{1,2}\s?[0-9０-９]{1,4}\s?[-—–─－]{1,2}[ \t\r\u3000]*$)"
)
_SENTENCE_END = "。！？!?…：:；;”’」』）)》"

Spans = list[tuple[int, int]]


def find_furniture(work: str) -> tuple[Spans, Spans]:
    """Spans of furniture in the working text, and the line ends that furniture had put into the middle of a paragraph."""
    spans: Spans = [m.span() for m in _PAGE_NUMBER.finditer(work)]
    joins: Spans = []
    for chunk in chunk_numbers(work):
        spans.append((chunk.start, chunk.end))
        if chunk.inside_sentence:
            joins.append((chunk.after, chunk.start))
    return sorted(spans), joins


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
    """The running numbers that a document-sharing site puts before every few hundred characters (`1、` … `12、`).

    They count, so no series can tell them from points. What gives them away is that they come at even distances and, most of them, in
    the middle of sentences.
    """
    by_number: dict[int, list[Chunk]] = {}
    for match in _CHUNK.finditer(work):
        after = len(work[max(0, match.start() - 80) : match.start()].rstrip(" \t\n\u3000\xa0")) + max(0, match.start() - 80)
        inside = after > 0 and (work[after - 1].isalnum() or work[after - 1] in "，,、（(")
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
    distances = [b.start - a.start for a, b in zip(chain, chain[1:], strict=False)]
    inside = sum(chunk.inside_sentence for chunk in chain[1:])
    return (
        len(chain) >= _LEAST_CHUNKS
        and max(distances) <= _UNEVEN * min(distances)
        and inside >= _LEAST_INSIDE * len(distances)
    )


_CUT = re.compile(r"省略|隐藏|隱藏|未完|完整阅读|阅读全文|閱讀全文|會員可|会员可")
_BEFORE_CUT = re.compile(r"(?:…|\.\.|此处|此處|[（(])[^\n。]{0,30}\Z")
_UNFINISHED = re.compile(r"[\w，,、][ \t\u3000\xa0]*(?=\n|\Z)")
_LONG_LINE, _LONG_LAST_LINE = 60, 30


def find_cuts(work: str) -> tuple[list[int], list[int]]:
    """Where text was cut away: where the page says so, and where a long line stops in the middle of a sentence."""
    marked = [m.start() for m in _CUT.finditer(work) if _BEFORE_CUT.search(work[max(0, m.start() - 40) : m.start()])]
    unfinished = []
    end = len(work.rstrip())
    for match in _UNFINISHED.finditer(work):
        length = match.end() - 1 - work.rfind("\n", 0, match.start())
        if length >= (_LONG_LINE if match.end() < end else _LONG_LAST_LINE):
            unfinished.append(match.end())
    return marked, unfinished
