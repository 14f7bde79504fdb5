"""What stands at the ends of lines and says nothing: the codes that forums strew over a text against copying (一、材料钱& r# Y1 o5 {7 G),
on lines of their own too, and what a scanner read of specks."""

from outline.page.lines import Table
from outline.page.sentences import CLAUSE_ENDS
from outline.patterns import late

_PIECE = r"[!-~，：；！？（）．]"
_CODES = late(rf"{_PIECE}(?<!{_PIECE}.){_PIECE}?(?:(?: {{1,3}}{_PIECE}{{1,2}}){{2,}})(?!{_PIECE})")
"""Several pieces of one or two characters, blanks between them, beside words of another script or nothing."""
_RARE = "#$&@^`{}~\\'\""
"""Signs that hardly stand in such pieces anywhere else: not those of sums and tables, and none of prose."""
_FEWEST_LINES, _FEWEST_BLANKS = 3, 3
_SIGNS_OF_SPECKS, _FEWEST_SPECKS = "|·~^`¦", 2
_ENDS = frozenset(CLAUSE_ENDS + "．")
_LEAST_OF_A_TEXT = 6
"""So many rare signs a text has at least, before it is searched for codes."""


def label_forum_codes(table: Table) -> None:
    """Set the codes aside at the head and the end of lines, where several lines have some with signs as no prose has them."""
    text = table.text
    if sum(map(text.count, _RARE)) < _LEAST_OF_A_TEXT:
        return
    codes = [found.span() for found in _CODES.finditer(text)]
    telling = {table.number_at(start) for start, end in codes if _has_rare_signs(text[start:end])}
    if len(telling) < _FEWEST_LINES:
        return
    for start, end in codes:
        line = table.line_at(start)
        if start <= line.start or end >= line.end:
            table.set_aside(start, end, "the code of a forum")


def label_specks(table: Table) -> None:
    """Set aside what a scanner read of the specks beside the lines of a page: a lone sign behind the end of a sentence, on several of
    them."""
    text = table.text
    if not any(sign in text for sign in _SIGNS_OF_SPECKS):
        return
    specks = [at for line in table.speech() if (at := _speck_in(text, line.start, line.end))]
    for at in specks if len(specks) >= _FEWEST_SPECKS else ():
        table.set_aside(at, at + 1, "a speck of the paper")


def _speck_in(text: str, start: int, end: int) -> int:
    """Where a speck stands at the end of a line, or 0."""
    at = end - 1
    before = text[max(start, at - 2) : at].rstrip()
    is_speck = text[at] in _SIGNS_OF_SPECKS and before[-1:] in _ENDS and text.count(text[at], start, end) == 1
    return at if is_speck else 0


def _has_rare_signs(words: str) -> bool:
    """Are there pieces enough, and such signs in them? What stands between two signs that are alike, $ a + b $ or ` a `, was written so."""
    return words.count(" ") >= _FEWEST_BLANKS and words[0] != words[-1] and any(sign in words for sign in _RARE)
