"""Whom a speech is addressed to: 同志们： 各位代表！ 尊敬的各位领导、姐妹们："""

import re

from outline.lexicon.loose import loosely

_PEOPLE = (
    "同志|代表|委员|委員|朋友|女士|先生|同学|同學|老师|老師|乡亲|鄉親|战友|戰友|来宾|來賓|嘉宾|嘉賓|领导|領導|同事|同仁|青年|姐妹|"
    "企业家|企業家|工友|伙伴|家长|家長|评委|評委|职工|職工"
)
_DEAR = "(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的)?"
_WORD = r"[^\n，,。：:！!、]"
_BEHIND = r"(?=\s?[、，,：:！!])"
_WORDS = rf"(?:{_WORD}|、(?!\s?各位{_WORD})){{1,12}}{_BEHIND}"
_NAMED = rf"(?:{_PEOPLE})[们們]{_BEHIND}"
_EVERY = rf"(?:{_WORD}{{1,6}}、(?=\s?各位))?各位{_WORDS}"
"""各位领导, 各位领导、来宾, 主席、各位委员; 各位领导、各位来宾 are two groups."""
_NAMED_WITH_OTHERS = rf"(?!各位)(?:[^\n，,。：:！!们們]|[们們](?!\s?、)){{0,8}}{_NAMED}"
"""青年朋友们, 老师、同学们; 同志们、朋友们 are two groups."""
_GROUP = rf"(?:{_EVERY}|{_NAMED_WITH_OTHERS})"
_BARE_GROUP = rf"(?:{_EVERY}|{_NAMED})"


def _address(first: str, further: str) -> re.Pattern[str]:
    """A row of groups. Each is atomic: where one group could also be two, a long row would be tried in exponentially many ways."""
    return re.compile(loosely(rf"(?>{first})(?:[、，,]\s?+(?>{further})){{0,20}}\s?[：:，,！!]"))


ADDRESS = _address(_DEAR + _GROUP, _GROUP)
"""An address at the place where it is matched, with its punctuation."""

GREETING = _address(rf"尊敬的{_WORDS}|{_DEAR}{_BARE_GROUP}", _BARE_GROUP)
"""An address that may stand behind other words: it takes no word before it for a part of itself."""

_OFFICES = r"各(?:[省市县縣区區乡鄉镇鎮村部委局单單]|中央|有[关關])(?:(?!(?<!主)[要应應须須])[^。：:\n]){0,60}"
"""各村、镇直各单位, 各有关单位, but not 各村要办好两件事."""

RECIPIENTS = re.compile(
    loosely(
        rf"(?:尊敬的[^\n，,。：:！!]{{1,12}}[，,]|{_OFFICES}\s?[：:]"
        r"|[^\n，,。：:！!]{2,20}(?:人民政府|委员会|委員會|办公厅|办公室)\s?[：:]"
        r"|(?:[^\n，,。：:！!]{0,8}(?:[省市县縣区區]委|[省市县縣区區]政府)、?){1,3}\s?[：:])"
    )
)
"""Whom an official document is sent to, as a line of its own: 各省、自治区、直辖市人民政府： 四川省人民政府："""

RECIPIENTS_BEHIND_NUMBER = re.compile(loosely(rf"(?<=[号號])(?:{_OFFICES}|[^\n，,。：:！!]{{2,12}}人民政府)\s?[：:]"))
"""The same behind the number of the document, where line breaks are gone: 国办函〔2004〕71号四川省人民政府："""
