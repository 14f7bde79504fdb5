"""Furniture: page numbers, running numbers, site headers and footers. In the file, not in the speech."""

import re

_PAGE_NUMBER = re.compile(
    r"第\s*[0-9０-９]{1,4}\s*[页頁]\s*[，,/]?\s*共\s*[0-9０-９]{1,4}\s*[页頁]"
    r"|(?m:^[ \t\u3000]*[-—–─－]{1,2}\s?[0-9０-９]{1,4}\s?[-—–─－]{1,2}[ \t\u3000]*$)"
)
_CHUNK = re.compile(r"(?m)^[ \t\u3000]*([0-9]{1,4})、")
_LEAST_CHUNK = 150
_SENTENCE_END = "。！？!?…：:；;”’」』）)》"

Spans = list[tuple[int, int]]


def find_furniture(work: str) -> tuple[Spans, Spans]:
    """Spans of furniture in the working text, and the line ends that furniture had put into the middle of a paragraph."""
    spans: Spans = [m.span() for m in _PAGE_NUMBER.finditer(work)]
    joins: Spans = []
    for start, end, broken in chunk_numbers(work):
        spans.append((start, end))
        if broken:
            joins.append((work.rfind("\n", 0, start), start))
    return sorted(spans), joins


def chunk_numbers(work: str) -> list[tuple[int, int, bool]]:
    """The running numbers that a document-sharing site puts before every few hundred characters, as (start, end, was a line broken).

    They count, so no series can tell them from points. What gives them away is that every line has one, that the lines are long,
    and that they end in the middle of sentences.
    """
    found: list[tuple[int, int, bool]] = []
    run: list[re.Match[str]] = []
    for match in [*_CHUNK.finditer(work), None]:
        if match and run and int(match[1]) == int(run[-1][1]) + 1 and work.count("\n", run[-1].end(), match.start()) == 1:
            run.append(match)
            continue
        found += _chunks(work, run)
        run = [match] if match else []
    return found


def _chunks(work: str, run: list[re.Match[str]]) -> list[tuple[int, int, bool]]:
    lines = [work[a.end() : b.start()].rstrip() for a, b in zip(run, run[1:], strict=False)]
    broken = [bool(line) and line[-1] not in _SENTENCE_END for line in lines]
    if not lines or min(map(len, lines)) < _LEAST_CHUNK or 2 * sum(broken) < len(lines):
        return []
    return [(m.start(1), m.end(), cut) for m, cut in zip(run, [False, *broken], strict=True)]


_CUT = re.compile(
    r"(?:[…。.]{2,}|此处|此處|[（(])[（(]?[^\n…。]{0,40}?(?:省略|隐藏|隱藏|未完|完整阅读|阅读全文|會員可|会员可)"
)
_UNFINISHED = re.compile(r"[\w，,、][ \t\u3000\xa0]*(?=\n|\Z)")
_LONG_LINE, _LONG_LAST_LINE = 60, 30


def find_cuts(work: str) -> list[int]:
    """Where text was cut away: where the page says so, and where a long line stops in the middle of a sentence."""
    cuts = [m.start() for m in _CUT.finditer(work)]
    end = len(work.rstrip())
    for match in _UNFINISHED.finditer(work):
        length = match.end() - 1 - work.rfind("\n", 0, match.start())
        if length >= (_LONG_LINE if match.end() < end else _LONG_LAST_LINE):
            cuts.append(match.end())
    return sorted(cuts)
