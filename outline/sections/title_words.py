"""What the words of a title say, wherever they stand."""

from bisect import bisect_left

from outline.lexicon.bylines import kind_of_words
from outline.lexicon.titles import opening_word
from outline.numbering.features import Facts
from outline.page.sentences import CLOSING
from outline.patterns import HAN, late

_LENGTHS = (3, 6, 9, 14, 24, 40, 60)
_GLUED_NUMBER = late(r"\d{1,3}(?![\d年月日个项届次学条级%-])")
_NUMBERED, _LONGEST_NUMBERED = late(r"(?:篇?\d{1,2}|（[一二三四五六七八九十\d]{1,2}）)\Z"), 4
_COLLECTION = late(r"（[^（）]{0,6}\d{1,2} ?篇[^（）]{0,6}）\Z")
"""（精选3篇）: the title of a page that shows several texts."""
_PERSON = late(rf"{HAN}{{2,10}}(?:同志|先生|女士|书记|主任|主席|[省市县区镇乡村局校院]长)")
_PAUSE, _ENDS = late("[。！？；]"), "。！？；，：、"


def facts_of_words(words: str, genre: str) -> Facts:
    """What the features of words are made of that end in this genre (`outline.lexicon.titles`)."""
    last = words[-1:]
    closes = last == "）"
    return (
        kind_of_words(words),
        genre,
        opening_word(words),
        bisect_left(_LENGTHS, len(words)),
        _pause(words),
        words[:1].isdigit() and _GLUED_NUMBER.match(words) is not None,
        (closes or last.isdigit()) and _NUMBERED.search(words[-_LONGEST_NUMBERED:]) is not None,
        closes and _COLLECTION.search(words) is not None,
    )


def _pause(words: str) -> str:
    """Where the words pause: at a stop or a comma within, and at the sign they end in."""
    inner = "stop" if _PAUSE.search(words, 0, len(words) - 1) else "comma" if "，" in words[:-1] else ""
    last = words.rstrip(CLOSING)[-1:]
    return f"{inner}{last if last in _ENDS else ''}"


def is_person(words: str) -> bool:
    """Are `words` a name and what somebody is: 王强同志?"""
    return _PERSON.fullmatch(words) is not None


def speaks_at(words: str) -> bool:
    """Do `words` name who speaks, and begin to say where: 王强同志在全县清淤?"""
    who = _PERSON.match(words)
    return who is not None and words.startswith("在", who.end())
