"""The classes of the characters beside a candidate."""

from functools import lru_cache

HAN_NUMERALS = "一二三四五六七八九十百千两"
AGENDA = "agenda"
"""The class of the words by which a chairman goes on to the next item."""
_GOES_ON_TO = ("进行", "进入")
_REFERS_TO = ("图", "表", "图 ", "表 ", "见", "按照", "依照", "根据", "按")
_PARTICLES = "的中和与及或至到对"
_SIGNS = "，。；：、？！（）“”《》【】|/．…-"
_FARTHEST_FOLLOWER = 8


def class_before(work: str, at: int) -> str:
    """The class of what stands before `at`: the chairman goes on to the next item (大会进行第二项：), the text refers to another place
    (如图2.1), or a character."""
    if work.endswith(_GOES_ON_TO, 0, at):
        return AGENDA
    return "reference" if work.endswith(_REFERS_TO, 0, at) else _class_of(work[at - 1 : at])


def class_behind(work: str, at: int) -> str:
    """The class of what follows, behind blanks."""
    end = at
    while end < at + _FARTHEST_FOLLOWER and work[end : end + 1] in (" ", "\u2060"):
        end += 1
    follows = _class_of(work[end : end + 1])
    return "_" + follows if end > at and follows != "end" else follows


@lru_cache(maxsize=4096)
def _class_of(character: str) -> str:
    if not character or character == "\n":
        return "end"
    if character in _PARTICLES:
        return "particle"
    if "\u4e00" <= character <= "\u9fff":
        return "numeral" if character in HAN_NUMERALS else "han"
    if character.isdigit():
        return "digit"
    if character.isalpha():
        return "letter"
    return character if character in _SIGNS else "sign"
