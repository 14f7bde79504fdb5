"""Whom a speech is addressed to: 同志们： 各位代表！ 尊敬的各位领导、姐妹们："""

import re

from outline.lexicon.squeezed import Span, found_in
from outline.notation.grammar_files import found_fast
from outline.patterns import late, made_late

LONGEST = 120
"""How far behind its beginning an address may end, in code points, stray blanks included."""

_PEOPLE = "同志|代表|委员|朋友|女士|先生|同学|老师|乡亲|战友|来宾|嘉宾|领导|同事|同仁|青年|姐妹|企业家|工友|伙伴|家长|评委|职工"
_DEAR = "(?:尊敬的|敬爱的|亲爱的)?"
_WORD = r"[^\n，。：！、]"
_BEHIND = r"(?=[、，：！])"
_WORDS = rf"(?:{_WORD}|、(?!各位{_WORD})){{1,12}}{_BEHIND}"
_NAMED = rf"(?:{_PEOPLE})们{_BEHIND}"
_EVERY = rf"(?:(?:(?!各位){_WORD}){{1,6}}、(?=各位))?各位{_WORDS}"
"""各位领导, 各位领导、来宾, 主席、各位委员; 各位领导、各位来宾 are two groups."""
_NAMED_WITH_OTHERS = rf"(?!各位)(?:[^\n，。：！们]|们(?!、)){{0,8}}{_NAMED}"
"""青年朋友们, 老师、同学们; 同志们、朋友们 are two groups."""
_GROUP = rf"(?:(?:海内外|[在列]?[座席]的?|[到与]会的?|全[国省市县区乡镇村校])?{_EVERY}|{_NAMED_WITH_OTHERS})"
_BARE_GROUP = rf"(?:{_EVERY}|{_NAMED})"


def _address(first: str, further: str) -> re.Pattern[str]:
    """A row of groups. Each is atomic: where one group could also be two, a long row would be tried in exponentially many ways."""
    return late(rf"(?>{first})(?:[、，](?>{further})){{0,20}}[：，！]")


_ADDRESS = _address(_DEAR + _GROUP, _GROUP)
_GREETING = _address(rf"尊敬的{_WORDS}|(?:全体|广大){_WORD}{{0,6}}{_NAMED}|{_DEAR}{_BARE_GROUP}", _BARE_GROUP)
"""An address that may stand behind other words: it takes no word before it for a part of itself."""

_TELL_ADDRESS = late(r"们[ \u2060]*[、，：！]"), late(r"各[ \u2060]*位")
"""What every address has somewhere, stray blanks included. Each begins with one character, which CPython looks for ten times as fast as for
a class."""
_TELLS_GREETING = late(r"[们各尊](?:(?<=们)[ \u2060]*[、，：！]|(?<=各)[ \u2060]*位|(?<=尊)[ \u2060]*敬)")

_OFFICES = r"各(?:[省市县区乡镇村部委局单]|中央|有关)(?:(?!(?<!主)[要应须])[^。：\n]){0,100}"
"""各村、镇直各单位, 各有关单位, but not 各村要办好两件事."""
_RECIPIENTS = late(
    rf"(?:尊敬的[^\n，。：！]{{1,12}}，|{_OFFICES}："
    r"|[^\n，。：！]{2,20}(?:人民政府|委员会|办公厅|办公室)："
    r"|(?:[^\n，。：！]{0,8}(?:[省市县区]委|[省市县区]政府)、?){1,3}：)"
)
_RECIPIENTS_BEHIND_NUMBER = late(rf"(?<=号)(?:{_OFFICES}|[^\n，。：！]{{2,12}}人民政府)：")


def telling_of_addresses(work: str) -> list[int]:
    """Where something stands that every address has, in order: asking for it first spares nearly all lines."""
    return sorted(tells.start() for words in _TELL_ADDRESS for tells in words.finditer(work))


def address_at(work: str, start: int, end: int) -> Span | None:
    """The address at `start`, with its punctuation: 同志们： 各位代表！"""
    end = min(end, start + LONGEST)
    if work.find("们", start, end) < 0 and work.find("位", start, end) < 0:
        return None  # every address has one of them; it is asked for at every line
    return found_in(work, start, end, _ADDRESS.match)


def greeting_at(work: str, start: int, end: int) -> Span | None:
    """The address at `start`, if no word before it could be a part of it."""
    return found_in(work, start, min(end, start + LONGEST), _GREETING.match)


def greeting_in(work: str, start: int, end: int) -> Span | None:
    """The first such address behind other words."""
    if not _TELLS_GREETING.search(work, start, end):
        return None
    return found_in(work, start, end, _GREETING.search)


def recipients_at(work: str, start: int, end: int) -> Span | None:
    """Whom an official document is sent to, as a line of its own: 各省、自治区、直辖市人民政府： 四川省人民政府："""
    end = min(end, start + LONGEST)
    if work.find("：", start, end) < 0 and work.find("，", start, end) < 0:
        return None  # what names them ends in one of these
    return found_in(work, start, end, _RECIPIENTS.match)


def recipients_behind_number(work: str, start: int, end: int) -> Span | None:
    """The same behind the number of the document, where line breaks are gone: 国办函〔2004〕71号四川省人民政府："""
    if work.find("号", start, end) < 0:
        return None
    return found_in(work, start, end, _RECIPIENTS_BEHIND_NUMBER.search)


_HEARERS = made_late(
    found_fast,
    [
        r"(?P<people>(?<![我他她它咱])们儿?\Z)",
        r"(?P<every>(?<!\w)(?:各位|全体(?!会)))",
        r"(?P<dear>尊敬|亲爱|敬爱)",
        rf"(?P<role>(?:{_PEOPLE}|主席|议员|总统|总理|主任|居民|村民|党员|干部|群众|员工|师生|会员|校友|市民|人士|官兵|指战员|战士|志愿者|工作者|经营者|从业者|用户|客户|业主|商户|农户|旅客|读者|网友|考生|家属|敬[启复]者|[迳径]启者)\Z)",
        r"(?P<office>(?:[省市县区乡镇村]|政府|委员会|办公[厅室]|[党支]委|单位|部门|各?[局厅处部校户科司园]|[大中小]学|学院|医院|机构"
        r"|家庭|公司|集团|[商协学工]会|联合会|社|专班|小组|工作组|[查导核察评]组|办事处|党组织?|车间|班组"
        r"|院|馆|站|(?<!场)所|队|厂|台|[农林牧]场|中心|[银支分]行|幼儿园|代表团|(?:各|、)[^，。：、]{0,6}(?:[室库组矿店班]|支部))"
        r"(?:（[^）]*）)?\Z|\A各[\w、]{0,18}[级班室长主户人员者手生商]\Z)",
    ],
)
_NAMES_NO_OFFICE = late(r"适用|[如以]下|下列|[平舞阳窗柜后前吧]台\Z|\A各[类项种]")
_CALL = late(r"[^，。：！]{1,8}(?<![我你他她它咱])们[，！：]")
_WELCOME = late(
    r"(?:(?:大家|你们|您|各位)(?:早上|上午|中午|下午|晚上)?|早上|上午|中午|下午|晚上)好|(?:今天|现在|近来|刚才|根据|受)"
)


def hearer(words: str) -> str:
    """What in `words` names somebody who may be addressed: people (们), every (各位), dear, role (主席), office (委员会); or nothing."""
    m = _HEARERS.search(words)
    if not m or (m.lastgroup == "office" and _NAMES_NO_OFFICE.search(words)):
        return ""
    return m.lastgroup or ""


def welcomes(words: str) -> bool:
    """Do `words` begin as a speech does behind the salutation?"""
    return _WELCOME.match(words) is not None


def calls_out(words: str) -> bool:
    """Do `words` begin by calling on somebody: 老乡们，?"""
    return _CALL.match(words) is not None
