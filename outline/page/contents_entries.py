"""The entries of a table of contents: what of a line is the entry, and what its leaders and its page.

All in bare words, from which blanks are gone: they stand elsewhere in a table of contents than in the text.
"""

from itertools import pairwise

from outline.page.fold import NOTHING
from outline.page.page_numbers import DASHES
from outline.patterns import late

LEADERS = "-．·…‧⋯•∙・。_—–"
_LETTERS = "IVXLivxl"
_ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
ROMAN = _LETTERS + _ROMAN_SIGNS
_NUMBER = rf"(?:[0-9]{{1,4}}(?:[-—–][0-9]{{1,4}})?|[{_ROMAN_SIGNS}]{{1,3}}|[{_LETTERS}]{{1,7}})"
PAGE_BEHIND = rf"(?:（{_NUMBER}）|[{DASHES}]{_NUMBER}[{DASHES}]|第?{_NUMBER}页?)"
"""A page number behind an entry: 3, 第3-5页, （3）, —3—, Ⅳ, iii"""
_PAGE = late(rf"{PAGE_BEHIND}\Z")
_PAGE_BEFORE = late(r"[0-9]{1,3}(?=[^0-9．、，）)%-])")
_LONGEST_PAGE, _FEWEST_LEADERS = 12, 3
_LONG_LEADERS = ("…", "⋯")
_DIGITS = late("[0-9]{1,4}")
_ALL_LEADERS = late(rf"[{LEADERS}]+\Z")

_LONGEST_ENTRY = 60
_NO_ENTRY_ENDS_IN = tuple("。！？；：，")


def bare(words: str) -> str:
    """`words` without blanks, and without the signs of Markdown that dress a heading."""
    return words.replace(" ", "").replace(NOTHING, "").lstrip("#*>")


def entry_of(words: str) -> str:
    """The entry in bare words, without its leaders and its page.

    >>> entry_of("一、基本情况……3"), entry_of("一、基本情况…第3-5页"), entry_of("前言．．．．Ⅳ"), entry_of("第一章总则（2）")
    ('一、基本情况', '一、基本情况', '前言', '第一章总则')
    """
    return words[: _page_at(words)].rstrip(LEADERS)


def has_leaders_and_page(words: str) -> bool:
    """Do leaders lead to a page number at the end of these bare words, with an entry before them?"""
    entry = words[: _page_at(words)]
    leaders = len(entry) - len(entry.rstrip(LEADERS))
    return (
        len(entry) < len(words)
        and leaders < len(entry)
        and (leaders >= _FEWEST_LEADERS or entry.endswith(_LONG_LEADERS))
    )


def has_page(words: str) -> bool:
    """Do these bare words end in a page number?"""
    return _page_at(words) < len(words)


def page_number(words: str) -> int:
    """The page that bare words end in, where it is a number of digits; -1 where it is none.

    >>> page_number("一、基本情况……第3-5页"), page_number("前言……iii")
    (3, -1)
    """
    digits = _DIGITS.search(words, _page_at(words))
    return int(digits[0]) if digits else -1


def are_pages(words: list[str]) -> bool:
    """Are these bare words, which stand below each other, page numbers, of which some have digits, and that never go back?

    >>> are_pages(["ii", "1", "（6）"]), are_pages(["1", "9", "6"]), are_pages(["3", "6人"])
    (True, False, False)
    """
    numbers = [page_number(each) for each in words if _PAGE.match(each)]
    return len(numbers) == len(words) and max(numbers, default=-1) >= 0 and never_go_back(numbers)


def never_go_back(pages: list[int]) -> bool:
    """Does no page lie before the one above it? Roman numbers stand before all others."""
    return all(one <= other for one, other in pairwise(pages))


def _page_at(words: str) -> int:
    """Where the page number begins that ends bare words, or where they end. A letter is one only behind leaders: 方案C."""
    page = _PAGE.search(words, max(0, len(words) - _LONGEST_PAGE))
    if not page or (words[-1] in _LETTERS and words[: page.start()][-1:] not in LEADERS):
        return len(words)
    return page.start()


def forms_of(entry: str) -> tuple[str, ...]:
    """How an entry may stand in the text: as it is, or without the page number before it."""
    page = _PAGE_BEFORE.match(entry)
    return (entry, entry[page.end() :]) if page else (entry,)


def is_entry(entry: str, words: str) -> bool:
    """May bare `words` be a line of the table, of which `entry` is the entry?"""
    return len(entry) <= _LONGEST_ENTRY and (
        not words.endswith(_NO_ENTRY_ENDS_IN) or bool(_ALL_LEADERS.fullmatch(words))
    )
