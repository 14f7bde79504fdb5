"""Tables of contents: 目录, and below it lines of which the first heads the text again. Each document of a file may have one."""

import re

from outline.lexicon.addresses import address_at
from outline.notation.grammar_files import found_fast
from outline.page.contents_entries import bare, entry_of, forms_of, has_leaders_and_page, has_page, is_entry
from outline.page.contents_lines import (
    SEVERAL_LEADERS,
    label_contents_without_leaders,
    label_joined_contents,
    label_unnamed_contents,
    stand_again,
)
from outline.page.lines import Line, Role, Table
from outline.patterns import late, made_late

_LABEL = late(
    r"[#*>\- ]*(?:[^。，：；]{0,12}目 *[录次][^。，]{0,12}|(?:TABLE +OF +)?CONTENTS(?: *目 *[录次])?)[* ]*",
    re.IGNORECASE,
)
_OTHER_NAME = late(
    r"[#*>【\- ]*(?:内 *容 *(?:提 *要|导 *航|一 *览)|提 *[要纲]|大 *纲|纲 *[要目]|[总要篇章细] *目|章 *节|索 *引|主 *要 *内 *容"
    r"|(?:全 *文|本 *[文期书]) *导 *[航读])[】：* ]*"
)
"""What may name a table of contents, and may head a paragraph: below it, all that it lists has to stand again."""
_TELLS = made_late(
    found_fast,
    ["[目纲]", "ontents|ONTENTS", "提 ?要|主要内容|内 ?容 ?[提导一]|章 ?节|索 ?引|导 ?[航读]", SEVERAL_LEADERS.pattern],
)
"""What every such table has somewhere: a name, or leaders."""
_FEWEST_ENTRIES, _MOST_ENTRIES, _TRIED = 2, 400, 3
_MOST_TABLES = 20
"""How many labels are looked at: behind each, the whole text is searched for its entries."""
_SAID_AT_MOST = 40
"""How long a line that is nothing but the label may be: only such lines are looked at."""
_SHORTEST_BEGINNING, _LOOKED_AT = 4, 8
_MOSTLY, _MOST_FIRST_LINES = 0.75, 5
_LEFT_OUT = "…⋯"
"""With these signs a table is over whose label ends in them: 目录：……"""


def label_contents(table: Table) -> None:
    """Say which lines are tables of contents: those whose lines were joined, those with a name, and those without."""
    telling = [*table.lines_with(_TELLS)]
    if telling:
        label_joined_contents(table, telling, _LABEL)
        _label_named(table, telling)
        label_unnamed_contents(table)
    label_contents_without_leaders(table)


def _label_named(table: Table, telling: list[Line]) -> None:
    """Say which lines are a table of contents, from its label, which is one of the lines that are `telling`, to its last entry.

    It is one only if its first entry stands again where it ends or further on, if leaders lead to pages in most of its lines, or if an
    address of the audience follows on it. Blanks make no difference: they stand elsewhere in the table than in the text.
    """
    tried = 0
    for line in telling:
        if line.role is Role.SPEECH and line.end - line.start <= _SAID_AT_MOST:
            words = table.words(line)
            is_sure = bool(_LABEL.fullmatch(words))
            if is_sure and _is_above_contents(table, line):
                line.label(Role.CONTENTS, "a table of contents")
            elif is_sure or _OTHER_NAME.fullmatch(words):
                entries = _Entries(table, table.number_at(line.from_), is_sure).found()
                if entries:
                    table.set_aside(entries[0].start, entries[-1].end, "a table of contents", Role.CONTENTS)
                tried += 1
                if tried == _MOST_TABLES:
                    return


def _is_above_contents(table: Table, label: Line) -> bool:
    """Do lines with pages follow that the file itself calls a table of contents?"""
    below = table.lines[table.number_at(label.from_) + 1 :][:_LOOKED_AT]
    entries = [line for line in below if line.role is not Role.BLANK]
    are_set_aside = len(entries) > _FEWEST_ENTRIES and all(line.is_furniture for line in entries[:_FEWEST_ENTRIES])
    return are_set_aside and any(has_page(bare(table.words(line))) for line in entries if line.is_furniture)


class _Entries:
    """The lines of a table of contents behind the line `label`, with that; `is_sure`: nothing else is called so."""

    def __init__(self, table: Table, label: int, is_sure: bool) -> None:
        self._table, self._is_sure = table, is_sure
        self._lines, self._entries = [table.lines[label]], [""]
        self._with_page = self._with_leaders = 0

    def found(self) -> list[Line]:
        """The lines; [] if they are no table of contents."""
        table = self._table
        for n in range(table.number_at(self._lines[0].from_) + 1, len(table.lines)):
            line = table.lines[n]
            if line.role is Role.TABLE:
                break
            if line.role is not Role.SPEECH:
                continue
            words = bare(table.words(line))
            entry = entry_of(words)
            enough = len(self._lines) > _FEWEST_ENTRIES
            if enough and not entry and table.text[self._lines[0].end - 1] in _LEFT_OUT:
                self._lines.append(line)
                return self._lines if self._is_taken_up(line, is_again=False) else []
            is_again = enough and self._heads_text(words)
            if is_again or not is_entry(entry, words) or len(self._lines) > _MOST_ENTRIES:
                if not is_again:
                    self._drop_first_headings()
                self._drop_first_lines()
                return self._lines if enough and self._is_taken_up(line, is_again) else []
            self._lines.append(line)
            self._entries.append(entry)
            self._with_page += has_page(words)
            self._with_leaders += has_leaders_and_page(words)
        return self._lines if self._leads_to_pages() else []

    def _heads_text(self, words: str) -> bool:
        """Do these words begin with the first entry? Where entries have pages and these have none, they may be its beginning too."""
        first = next(filter(None, self._entries), "")
        if not first or words.startswith(forms_of(first)):
            return bool(first)
        begins = len(words) >= _SHORTEST_BEGINNING and self._with_page > 1 and first.startswith(words)
        return begins and not has_page(words)

    def _drop_first_headings(self) -> None:
        """Drop the last entries that stand above already and have no page: they are the first headings of the text."""
        lines, entries = self._lines, self._entries
        while (
            len(lines) > _FEWEST_ENTRIES + 1
            and entries[-1] in entries[1:-1]
            and entries[-1] == bare(self._table.words(lines[-1]))
        ):
            lines.pop()
            entries.pop()

    def _drop_first_lines(self) -> None:
        """Where leaders lead to pages in most lines: drop the last without one, unless they stand again. They are the first of the text."""
        for _ in range(_MOST_FIRST_LINES if self._leads_to_pages() else 0):
            last = self._lines[-1]
            if has_page(bare(self._table.words(last))) or stand_again(self._table, [self._entries[-1]], last):
                return
            self._lines.pop()
            self._entries.pop()

    def _is_taken_up(self, line: Line, is_again: bool) -> bool:
        """Does the text behind the table, which begins with `line`, say that it was one?"""
        entries = [*filter(None, self._entries)]
        again = stand_again(self._table, entries if not self._is_sure else entries[:_TRIED], self._lines[-1])
        if not self._is_sure:
            return len(entries) > _FEWEST_ENTRIES and again == len(entries)
        is_addressed = address_at(self._table.text, line.start, line.end) is not None
        return is_again or again > 0 or is_addressed or self._leads_to_pages()

    def _leads_to_pages(self) -> bool:
        """Do leaders lead to pages in most lines?"""
        entries = len(self._lines) - 1
        return self._is_sure and entries > _FEWEST_ENTRIES and self._with_leaders >= _MOSTLY * entries
