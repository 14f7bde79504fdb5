"""The table of contents: 目录, and below it lines of which the first heads the text again."""

import re

from outline.lexicon.addresses import ADDRESS
from outline.page.fillers import LINE_BLANKS
from outline.page.lines import nonblank_lines

_LABEL = re.compile(r"目[ \u3000]*[录錄][^\n。，,]{0,12}?(?= *$)", re.MULTILINE)
_DRESS = LINE_BLANKS + "#*>-"
_PAGE = re.compile(r"[ \t\u3000.．·…‧-]*[0-9０-９]{0,4}\Z")
"""Leaders and page number behind an entry: 一、基本情况……3"""
_LONGEST_ENTRY, _FEWEST_ENTRIES, _MOST_ENTRIES = 60, 2, 400


def table_of_contents(work: str) -> list[tuple[int, int]]:
    """The table of contents of a text, from its label to its last entry, as (start, end), if there is one.

    It is a table only if its first entry stands again where it ends or further on, or an address of the audience follows on it.
    """
    labels = (
        m for m in _LABEL.finditer(work) if not work[work.rfind("\n", 0, m.start()) + 1 : m.start()].strip(_DRESS)
    )
    label = next(labels, None)
    if not label:
        return []
    first, end = "", label.end()
    for entries, (start, line) in enumerate(nonblank_lines(work, label.end())):
        entry = _PAGE.sub("", line)
        is_again = entries >= _FEWEST_ENTRIES and line.startswith(first)
        if is_again or not _is_entry(line) or entries == _MOST_ENTRIES:
            is_taken_up = is_again or ADDRESS.match(work, start) or work.find(f"\n{first}", start) >= 0
            return [(label.start(), end)] if entries >= _FEWEST_ENTRIES and is_taken_up else []
        first = first or entry
        end = start + len(line)
    return []


def _is_entry(line: str) -> bool:
    return len(line) <= _LONGEST_ENTRY and line[-1] not in "。！？!?；;：:，,"
