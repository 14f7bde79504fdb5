"""Lines that are torn, in any text: inside a bracket or a word, before punctuation or a quantity, behind a comma, or by furniture in the
middle of a sentence that no heading can be."""

import re

from outline.lexicon.boundaries import boundaries
from outline.lexicon.word_boundaries import is_inside_word
from outline.notation.grammar_files import pattern
from outline.page.dress import DRESS
from outline.page.fold import BLANK
from outline.page.lines import End, Line, Table
from outline.page.sentences import COMMAS, OPENING, is_finished
from outline.patterns import late

_NEVER_FIRST = "，、。；！？：”’）》〉】"
"""With what no line begins."""
_BRACKET, _CLOSED = "（）"
_DIGITS = "0123456789"
_MAY_GO_ON = _NEVER_FIRST + _DIGITS
_JOINING = "～~-/"
"""Signs that join what stands on both sides of them."""
_UNENDED = OPENING + COMMAS + _JOINING
"""In what no line ends that is not torn, or a marker alone; most lines end in something else."""
_LOST_BLANK = late(r"？\w")
"""A blank that became a question mark when a text was decoded wrongly."""
_CONJUNCTIONS = frozenset("和与及")
"""Words behind which another one of the same kind is due."""
_CONJUNCTION = late(
    r"(?:(?<![中亲共总暖柔温祥缓谦调随饱平])和|(?<![介参授给赋赠])与|(?<![兼危惠提普殃波涉累触言顾])及)\Z"
)
"""Such a word at the end of a line, but for the ends of others: 鼓励公众参与."""
_INNER_STOP = late(r"[。；]|(?<=.{7})：")
_UNIT = (
    r"(?:[%‰万亿倍元人户个次名亩吨米斤度岁天台处项头只分℃Ω厚]|[美欧日港]元|(?:毫|厘|公|千|平方|立方)[米里斤克升]|"
    r"(?:min|mol|dB|lx|[ckmMμ]?(?:Pa|Hz|VA|[mgtLlhsdVAWNJ]))(?![A-Za-z]))"
)
_QUANTITY = late(rf"[0-9][0-9．，～ ]{{0,12}} ?{_UNIT}|[0-9．]{{1,8}}～[0-9．]{{1,8}}（")
"""With what a sentence goes on, and no heading or row begins where the line before stops in its midst."""
_REST_OF_QUANTITY = late(rf"[百千万亿]?{_UNIT}[，。；、）]")
"""What goes on with the number in which a line ends."""
_LONGEST_WITH_COMMA, _SHORTEST_CLAUSE, _LEAST_OF_BOUNDARY = 20, 5, 1.0
"""More code points a heading hardly ever has that stops behind a comma. Less than this (a log ratio) the characters on both sides of a line
end say that a clause ends and another begins."""


def may_tear(table: Table, line: Line, following: Line, parted_by_furniture: bool) -> bool:
    """Can the `following` line be the rest of a torn one? For most a look at the characters beside the line end tells that it cannot."""
    text = table.text
    return (
        text[line.end - 1] in _UNENDED
        or text[line.end - 1] in _CONJUNCTIONS
        or text[following.start] in _MAY_GO_ON
        or text[line.end - 1] in _DIGITS
        or text[line.start] == _BRACKET
        or parted_by_furniture
        or is_inside_word(_beside(table, line, following))
    )


def label_torn(table: Table, line: Line, following: Line, is_near: bool, parted_by_furniture: bool) -> None:
    """Say of a line that `may_tear` that its end is soft or torn, if it is; `is_near`: no more line ends stand behind it than behind
    others."""
    if is_near and (table.text[line.end - 1] in OPENING or _is_bracketed_with(table, line, following)):
        line.end_means, line.why = End.TORN, "inside a bracket"
    elif table.text[following.start] in _NEVER_FIRST and not _LOST_BLANK.match(table.text, following.start):
        line.end_means, line.why = End.TORN, "before punctuation"
    elif is_near and _ends_in_joining_sign(table, line, following):
        line.end_means, line.why = End.TORN, "behind a sign that joins"
    elif is_near and _CONJUNCTION.search(table.text, line.end - 2, line.end) and _has_begun(table, line):
        line.end_means, line.why = End.TORN, "behind a conjunction"
    elif is_near and _ends_in_comma(table, line) and not marker_at_head(table, following):
        line.end_means, line.why = End.SOFT, "behind a comma"
    elif is_near and _QUANTITY.match(table.text, following.start) and _wants_quantity(table, line, following):
        line.end_means, line.why = End.SOFT, "before a quantity"
    elif is_near and table.text[line.end - 1] in _DIGITS and _REST_OF_QUANTITY.match(table.text, following.start):
        line.end_means, line.why = End.SOFT, "inside a quantity"
    elif is_near and goes_on_with_word(table, line, following) and _stops_in_midst(table, line, following):
        line.end_means, line.why = End.SOFT, "inside a word"
    elif parted_by_furniture and not is_finished(table.words(line)) and _has_begun(table, line):
        line.end_means, line.why = End.SOFT, "torn by a page"


def _is_bracketed_with(table: Table, line: Line, following: Line) -> bool:
    """Does a bracket that begins the line end the following one: （2021年9月28日市人民代表大会常务委员⏎会通过）?"""
    words, rest = table.words(line), table.words(following)
    return words[0] == _BRACKET and _CLOSED not in words and rest[-1] == _CLOSED and _BRACKET not in rest


def _ends_in_comma(table: Table, line: Line) -> bool:
    """Does the line end in a comma that is not that of a marker alone on it?"""
    if table.text[line.end - 1] not in COMMAS:
        return False
    marker = marker_at_head(table, line)
    return marker is None or marker.end(marker.lastgroup or 0) < line.end


def _ends_in_joining_sign(table: Table, line: Line, following: Line) -> bool:
    """Does the line end between 0.8%～ and 1.5%, or in the midst of a name: 1,2-⏎二氯乙烷? Not behind a marker alone on it."""
    text = table.text
    if text[line.end - 1] not in _JOINING or not text[following.start].isalnum() or not text[line.end - 2].isascii():
        return False
    return _has_comma(table.words(line))


def goes_on_with_word(table: Table, line: Line, following: Line) -> bool:
    """Does a line end inside a word, and inside a clause? Two words that meet may look like a third one: 以防为主⏎要提早 like 主要."""
    return is_inside_word(_beside(table, line, following)) and is_inside_clause(table, line, following)


def is_inside_clause(table: Table, line: Line, following: Line) -> bool:
    """Do the characters on both sides of a line end not say that a clause ends there, and another begins?"""
    ends, begins = table.words(line).replace(BLANK, "")[-2:], table.words(following)[:4].replace(BLANK, "")[:2]
    bounds = boundaries()
    return bounds.ends[ends] + bounds.begins[begins] < _LEAST_OF_BOUNDARY


def _beside(table: Table, line: Line, following: Line) -> str:
    """The characters on both sides of the end of a line."""
    return table.text[line.end - 1] + table.text[following.start]


def _stops_in_midst(table: Table, line: Line, following: Line) -> bool:
    """Does a sentence that has begun stop there, with a word and no sign: 人数比去年多，达到⏎2.4万? A heading with a comma is short."""
    words = table.words(line)
    if not words[-1:].isalpha() or marker_at_head(table, following):
        return False
    marker = marker_at_head(table, line)
    said = table.text[marker.end(marker.lastgroup or 0) : line.end] if marker else words
    return _has_begun(table, line) or (len(said) > _LONGEST_WITH_COMMA and _has_comma(said))


def _wants_quantity(table: Table, line: Line, following: Line) -> bool:
    """Does a line stop in the midst of a sentence, before a quantity?"""
    return _stops_in_midst(table, line, following) or _lacks_quantity(table, line, following)


def _lacks_quantity(table: Table, line: Line, following: Line) -> bool:
    """Does a point stop where no clause ends: （三）在学校周边⏎50米以内的? A heading ends in other words: （一）基本情况⏎14个乡镇…"""
    words, marker = table.words(line), marker_at_head(table, line)
    if not marker or not words[-1:].isalpha() or marker_at_head(table, following):
        return False
    quantity = _QUANTITY.match(table.text, following.start)
    if quantity and quantity.end() + 1 >= following.end:  # a cell of a table
        return False
    said = table.text[marker.end(marker.lastgroup or 0) : line.end]
    ends = boundaries().ends[said[-2:]]
    return (ends <= 0 and _has_comma(said)) or (ends < 0 and len(said) >= _SHORTEST_CLAUSE)


def _has_begun(table: Table, line: Line) -> bool:
    """Does the line hold more than a heading would: the end of a sentence, or prose?"""
    return _INNER_STOP.search(table.words(line)) is not None or _is_prose(table, line)


def _is_prose(table: Table, line: Line) -> bool:
    """A heading, or a title, that stops in the middle has a marker, or no comma."""
    return _has_comma(table.words(line)) and not marker_at_head(table, line)


def _has_comma(words: str) -> bool:
    return any(comma in words for comma in COMMAS)


def marker_at_head(table: Table, line: Line) -> re.Match[str] | None:
    """What looks like a marker at the head of the line, behind bullets and the signs of Markdown."""
    start = line.start
    while (table.text[start] in DRESS or table.text[start] == BLANK) and start + 1 < line.end:
        start += 1
    return pattern().match(table.text, start)
