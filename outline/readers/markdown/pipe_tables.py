"""Tables of Markdown, whose cells stand between pipes (GitHub Flavored Markdown 0.29, 4.10)."""

import re
from itertools import pairwise

from outline.document import BETWEEN_CELLS, Row, Sign, Span, Table
from outline.readers.markdown.draft import LABEL, Draft
from outline.readers.markdown.phrases import Phrases

_CONTAINERS = re.compile(rf"(?:[ \t]*+(?:>|(?:[-+*]|{LABEL})(?=[ \t])))*+[ \t]*+")
_PIPE = re.compile(r"\\.|\|")


def read_table(draft: Draft, phrases: Phrases, lines: list[int], delimiters: int) -> None:
    """Note the table whose rows are these `lines`; nothing is seen of the line of `delimiters` behind the first of them."""
    rows = [_row(draft, phrases, line) for line in lines]
    draft.hide(draft.source.start_of(delimiters), draft.source.end_of(delimiters))
    seen = tuple(row for row in rows if row.start < row.end)
    if seen:
        draft.tables.append(Table(seen[0].start, seen[-1].end, seen))


def _row(draft: Draft, phrases: Phrases, line: int) -> Row:
    text, stop = draft.source.text, draft.source.end_of(line)
    before = _CONTAINERS.match(text, draft.source.start_of(line), stop)
    start = before.end() if before else stop
    draft.dress(line, start)
    spans = _between_pipes(text, start, start + len(text[start:stop].rstrip()))
    for at in {spans[0][0] - 1, spans[-1][1]}:
        if start <= at < stop:  # pipes around the row
            draft.signs.append(Sign(at, at + 1))
    cells = []
    for span in spans:
        since = len(draft.signs)
        phrases.read([span])
        cells.append(draft.unseen(since).bare(*span))
    draft.signs += (_between(text, before, behind) for before, behind in pairwise(spans))
    return Row(cells[0][0], cells[-1][1], tuple(cells))


def _between(text: str, before: Span, behind: Span) -> Sign:
    """The pipe between two cells, with the blanks around it, but not those of which an empty cell is made."""
    left, right = text[slice(*before)].rstrip(), text[slice(*behind)].lstrip()
    start = before[0] + len(left) if left else before[1]
    end = behind[1] - len(right) if right else behind[0]
    return Sign(start, end, BETWEEN_CELLS if left else BETWEEN_CELLS.lstrip())


def _between_pipes(text: str, start: int, end: int) -> list[Span]:
    """The stretches between the pipes in `start`:`end`, without those before the first and behind the last pipe if they are empty."""
    spans, at = [], start
    for found in _PIPE.finditer(text, start, end):
        if found[0] == "|":
            spans.append((at, found.start()))
            at = found.end()
    spans.append((at, end))
    if len(spans) > 1 and spans[0][0] == spans[0][1]:
        del spans[0]
    if len(spans) > 1 and spans[-1][0] == spans[-1][1]:
        del spans[-1]
    return spans
