"""Tables of contents: 目录, and below it lines of which the first heads the text again. Each document of a file may have one."""

import re
from itertools import islice

from outline.lexicon.addresses import address_at
from outline.page.fold import NOTHING
from outline.page.lines import Line, Role, Table

_LABEL = re.compile(r"[#*>\- ]*(?:[^。，：；]{0,12}目 *[录次][^。，]{0,12}|CONTENTS)", re.IGNORECASE)
_SAID = ("目录", "目次", "目 ", "ontents", "ONTENTS")
"""What every label has somewhere."""
_PAGE = re.compile(r"[．·…‧—_-]*(?:第?[0-9]{1,4}(?:[-—–][0-9]{1,4})?页?)?\Z")
"""Leaders and page number behind an entry without its blanks: 一、基本情况……3, 一、基本情况…第3-5页"""
_LONGEST_ENTRY, _FEWEST_ENTRIES, _MOST_ENTRIES, _TRIED = 60, 2, 400, 3
_MOST_TABLES = 20
"""How many labels are looked at: behind each, the whole text is searched for its entries."""
_NO_ENTRY_ENDS_IN = "。！？；：，"
_SAID_AT_MOST = 40
"""How long a line that is nothing but the label may be: only such lines are looked at."""


def label_contents(table: Table) -> None:
    """Say which lines are a table of contents, from its label to its last entry.

    It is one only if its first entry stands again where it ends or further on, or an address of the audience follows on it. Blanks
    make no difference: they stand elsewhere in the table than in the text.
    """
    tried = 0
    for line in table.lines_with(_SAID):
        if line.end - line.start <= _SAID_AT_MOST and _LABEL.fullmatch(table.words(line)):
            n = table.number_at(line.from_)
            entries = _entries(table, n)
            if entries:
                table.set_aside(entries[0].start, entries[-1].end, "a table of contents", Role.CONTENTS)
            tried += 1
            if tried == _MOST_TABLES:
                return


def _entries(table: Table, label: int) -> list[Line]:
    """The lines of the table behind the line `label`, with that; [] if it is none."""
    lines, entries = [table.lines[label]], [""]
    for n in range(label + 1, len(table.lines)):
        line = table.lines[n]
        if line.role is not Role.SPEECH:
            continue
        words = _bare(table.words(line))
        entry = _PAGE.sub("", words)
        enough = len(lines) > _FEWEST_ENTRIES
        is_again = enough and words.startswith(entries[1])
        if is_again or not _is_entry(entry, words) or len(lines) > _MOST_ENTRIES:
            if not is_again:
                _drop_first_headings(table, lines, entries)
            is_taken_up = (
                is_again or address_at(table.text, line.start, line.end) or _stands_again(entries, table, lines[-1])
            )
            return lines if enough and is_taken_up else []
        lines.append(line)
        entries.append(entry)
    return []


def _drop_first_headings(table: Table, lines: list[Line], entries: list[str]) -> None:
    """Drop the last entries that stand above already and have no page: they are the first headings of the text."""
    while (
        len(lines) > _FEWEST_ENTRIES + 1
        and entries[-1] in entries[1:-1]
        and entries[-1] == _bare(table.words(lines[-1]))
    ):
        lines.pop()
        entries.pop()


def _is_entry(entry: str, words: str) -> bool:
    return len(entry) <= _LONGEST_ENTRY and words[-1] not in _NO_ENTRY_ENDS_IN


def _stands_again(entries: list[str], table: Table, last: Line) -> bool:
    """Does a line behind the `last` of the table begin with the words of one of the first entries?"""
    firsts = tuple(filter(None, entries[1 : 1 + _TRIED]))
    return any(
        _bare(table.words(line)).startswith(firsts)
        for line in islice(table.lines, table.number_at(last.start) + 1, None)
    )


def _bare(words: str) -> str:
    return words.replace(" ", "").replace(NOTHING, "")
