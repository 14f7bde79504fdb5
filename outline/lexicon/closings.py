"""How the end of a text begins: it sums up, thanks, wishes, asks for approval, says when it is in force, names annexes, signs and dates."""

import re

from outline.lexicon.list_labels import ANNEXES
from outline.lexicon.offices import is_office

_CUES = (
    (
        "sums up",
        r"总之|[总综]上|总的来[说看]|结束?语：?\s*\Z|结语|以上(?:是|即|就是)|以上[^，。\n]{0,8}[几两二三四五六七八九十\d]+[个点件条项]",
    ),
    ("calls", r"让我们|我们(?:坚信|相信|深信)|我(?:坚信|相信|深信)|希望(?:大家|同志|各|全)"),
    (
        "thanks",
        r"(?:[^。！\n]{1,12}，)?(?:再次)?(?:谢谢|感谢|多谢)(?:大家|各位|[。！]|$)|(?:[^。！\n]{1,8}，)?我谨此陈辞",
    ),
    ("wishes", r"(?:最后，?|在此，?)?(?:衷心|真诚|谨)?(?:预祝|祝愿|祝)[^贺]|此致|敬礼"),
    ("last", r"最后，?"),
    (
        "asks",
        r"(?:以上|上述)[^。\n]{0,16}(?:妥|意见|请|批|通过)|特此[^，。\n]{1,6}|(?:妥否|当否|可否|如无不妥|请予|请审)",
    ),
    (
        "in force",
        r"本[^，。\n]{1,8}自[^，。\n]{2,20}(?:起|施行|执行|实施)|本[^，。\n]{1,8}由[^，。\n]{2,20}解释",
    ),
    ("annexes", rf"{ANNEXES}|附件(?:\d|[一二三四五六七八九十])|附[表图]"),
    ("replies", r"[此特][复致批函告令示](?:。|\Z)"),
    ("agreed", r"(?:本|此)(?:合同|协议)[^，。\n]{0,12}(?:一式|生效)"),
    (
        "signs",
        r"(?:甲|乙|丙|出租|承租|委托|受托|发包|承包)方 ?(?:（[^（）]{1,6}）)*：|[^，。；\n]{0,8}（(?:签[字章名]|盖章|公章)）"
        r"|（?以下无正文|[^，。；：\n]{1,6}签[字名章]：|审判[长员]|书记员",
    ),
    ("present", r"(?:出席|列席|参会|参加|请假|缺席|记录|与会)[^，。：\n]{0,4}：|散会"),
    ("sent to", r"(?:[报送发]|抄[报送]|分送|主题词|共印|联系人|[^，。：\n]{0,4}电话)："),
    (
        "notes",
        r"(?:注释?|作者单位|参考文献|责任编辑|致谢|收稿日期)[：】\s]|[（(〔【][^）】〕]{0,3}(?:责任编辑|作者)|[（(]此件|[（(]本文",
    ),
)
_PATTERNS = [(name, re.compile(words)) for name, words in _CUES]
_SIGNED_BY = r"[^，。：；！？、]{2,24}(?:府|会|局|厅|部|委|办|处|院|校|室|司|组|站|社|所|行)"
_DATE = re.compile(
    rf"(?:{_SIGNED_BY} *)?[〇○一二三四五六七八九十零O\d]{{4}} ?年 ?[一二三四五六七八九十\d]{{1,3}} ?月"
    r"(?: ?[一二三四五六七八九十\d]{1,3} ?日)?(?: *（[^（）]{2,12}）)?"
)


def cue(words: str) -> str:
    """How `words` would begin the end of a text, or nothing.

    >>> [cue(w) for w in ("总之，今年要早动手。", "谢谢大家！", "附件：1．检查表", "2024年9月1日", "某某局", "把水引来。")]
    ['sums up', 'thanks', 'annexes', 'date', 'signature', '']
    """
    if _DATE.fullmatch(words):
        return "date"
    name = next((name for name, pattern in _PATTERNS if pattern.match(words)), "")
    return name or ("signature" if is_office(words) else "")
