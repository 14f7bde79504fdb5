"""Tables of contents that no name heads: lines with pages, with leaders and without; and those whose lines a PDF joined into one."""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from outline.notation.grammar_files import pattern
from outline.page.contents_entries import (
    LEADERS,
    PAGE_BEHIND,
    ROMAN,
    bare,
    entry_of,
    forms_of,
    has_leaders_and_page,
    never_go_back,
    page_number,
)
from outline.page.lines import Line, Role, Table
from outline.page.page_numbers import DASHES
from outline.patterns import late

_WHY = "a table of contents"
SEVERAL_LEADERS = late("．．．|． ．|……|···|· ·|⋯⋯|‧‧‧|•••|∙∙∙|・・・|___")
_BLANK_AND_PAGE = late(r" [0-9]{1,3}(?![0-9])")
_ENDS_IN_PAGE = late(r" [0-9]{1,3}\Z")
_NAMES = late("目|ontents|ONTENTS")
_LEADERS_AND_PAGE = late(rf"(?<![{LEADERS} ])([{LEADERS} ]{{2,}}+){PAGE_BEHIND}(?![0-9．%])")
_NAME_BEFORE = late(r"[#*>【 ]*(?:目 *[录次]|(?:TABLE +OF +)?CONTENTS)[】：* ]+", re.IGNORECASE)
_ENDS_OF_PAGES = frozenset("0123456789" + ROMAN) | {"）", "页", *DASHES}
_LONGEST_ENTRY, _LONGEST_LINE, _MOST_ENTRIES = 60, 240, 400
_FEWEST, _FEWEST_BELOW_NAME, _TRIED, _MOST_BEFORE = 3, 2, 3, 5
_MOST_LINES = _MOST_TABLES = 20
"""How many lines are taken apart that begin with 目录, and how many runs of lines with leaders: behind each, the whole text is searched for
its entries."""


def stand_again(table: Table, entries: list[str], last: Line) -> int:
    """How many of these entries, in bare words, head a line again behind the line `last`."""
    missing = {form: n for n, entry in enumerate(entries) for form in forms_of(entry) if form}
    found: set[int] = set()
    for line in islice(table.lines, table.number_at(last.start) + 1, None):
        words = bare(table.words(line))
        if words and words.startswith(tuple(missing)):
            found.update(n for form, n in missing.items() if words.startswith(form))
            missing = {form: n for form, n in missing.items() if n not in found}
            if not missing:
                break
    return len(found)


def label_unnamed_contents(table: Table) -> None:
    """Lines below each other in which leaders lead to pages that never go back, and of which one of the first heads the text again."""
    ends = _ENDS_OF_PAGES
    for run in _runs(table, lambda line: table.text[line.end - 1] in ends and has_leaders_and_page(_bare(table, line))):
        words = [_bare(table, line) for line in run]
        if never_go_back([*map(page_number, words)]) and stand_again(table, [*map(entry_of, words[:_TRIED])], run[-1]):
            _label(run)


def label_contents_without_leaders(table: Table) -> None:
    """Lines below each other at the head of a text that end in a blank and a page, where pages never go back: all that they list has to
    stand on lines again, with text between."""
    may_be_paged = table.lines_with(_BLANK_AND_PAGE)
    paged = {line.start for line in may_be_paged if _ENDS_IN_PAGE.search(table.text, line.start, line.end)}
    for run in _runs(table, lambda line: line.start in paged) if len(paged) >= _FEWEST else ():
        words = [_bare(table, line) for line in run]
        pages = [*map(page_number, words)]
        if pages[0] < pages[-1] and never_go_back(pages):
            entries = {*map(entry_of, words)}
            below = [_bare(table, line) for line in islice(table.lines, table.number_at(run[-1].start) + 1, None)]
            if _heads_text(table, run[0]) and entries <= {*below} and _have_text_between(entries, below):
                _label(run)


def _heads_text(table: Table, line: Line) -> bool:
    """Stand only few lines before it, and no point?"""
    before = [other for other in islice(table.speech(), _MOST_BEFORE + 1) if other.start < line.start]
    return len(before) <= _MOST_BEFORE and not any(pattern().match(table.text, other.start) for other in before)


def _have_text_between(entries: set[str], below: list[str]) -> bool:
    """Does something else stand between most lines that are `entries`?"""
    places = [n for n, words in enumerate(word for word in below if word) if words in entries]
    return 2 * sum(other > one + 1 for one, other in pairwise(places)) > len(places) - 1


def _runs(table: Table, is_entry: Callable[[Line], bool]) -> Iterator[list[Line]]:
    """The first runs of several lines of speech below each other that may be entries."""
    runs: list[list[Line]] = [[]]
    for line in table.speech():
        if line.end - line.start <= _LONGEST_LINE and is_entry(line):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return islice((run for run in runs if len(run) >= _FEWEST), _MOST_TABLES)


def _bare(table: Table, line: Line) -> str:
    return bare(table.words(line))


def _label(lines: list[Line]) -> None:
    for line in lines:
        line.label(Role.CONTENTS, _WHY)


def label_joined_contents(table: Table, telling: list[Line], name: re.Pattern[str]) -> None:
    """Lines that hold several entries with leaders and pages, what stands behind the last of them being text; and lines that begin with a
    name of such a table, which the words behind a marker in it bear again. They are among those that are `telling`."""
    for line in _with(SEVERAL_LEADERS, table, telling):
        _label_joined(table, line, name)
    for line in islice((line for line in _with(_NAMES, table, telling) if _is_long(line)), _MOST_LINES):
        _label_behind_name(table, line)


def _with(words: re.Pattern[str], table: Table, lines: list[Line]) -> Iterator[Line]:
    return (line for line in lines if line.role is Role.SPEECH and words.search(table.text, line.start, line.end))


def _is_long(line: Line) -> bool:
    return line.end - line.start > len("目录一二三")


def _label_joined(table: Table, line: Line, name: re.Pattern[str]) -> None:
    found = _LEADERS_AND_PAGE.finditer(table.text, line.start, line.end)
    entries = [match.span() for match in found if len(bare(match[1])) > 1]
    before = next(
        (table.lines[n] for n in range(table.number_at(line.start) - 1, -1, -1) if _says(table.lines[n])), None
    )
    is_named = before is not None and (before.role is Role.CONTENTS or bool(name.fullmatch(table.words(before))))
    if len(entries) < (_FEWEST_BELOW_NAME if is_named else _FEWEST):
        return
    starts = [line.start, *(end for _, end in entries[:-1])]
    pages = [page_number(bare(table.text[start:end])) for start, end in entries]
    are_short = all(start - begin <= _LONGEST_ENTRY for begin, (start, _) in zip(starts, entries, strict=True))
    if are_short and never_go_back(pages):
        if is_named and before is not None and before.role is Role.SPEECH:
            before.label(Role.CONTENTS, _WHY)
        table.set_aside(line.start, entries[-1][1], _WHY, Role.CONTENTS)


def _says(line: Line) -> bool:
    return line.role in (Role.SPEECH, Role.CONTENTS)


def _label_behind_name(table: Table, line: Line) -> None:
    name = _NAME_BEFORE.match(table.text, line.start, line.end)
    if not name:
        return
    matches = islice(pattern().finditer(table.text, name.end(), line.end), _MOST_ENTRIES)
    starts = [match.start(match.lastgroup or 0) for match in matches if match.lastgroup != "DIGIT_BARE"]
    ends = [*starts[1:], line.end][: len(starts)]
    entries = [entry_of(bare(table.text[start:end])) for start, end in zip(starts, ends, strict=True)]
    if (
        len(entries) >= _FEWEST
        and len(entries[-1]) <= _LONGEST_ENTRY
        and stand_again(table, entries[:_TRIED], line) == _TRIED
    ):
        line.label(Role.CONTENTS, _WHY)
