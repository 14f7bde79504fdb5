"""What stands around a title: dates, sources, names, the number of a document, the path of a site, fields with a label."""

import re
from functools import lru_cache

from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import names_a_kind
from outline.patterns import HAN, NOT_HAN, late

_LABEL = late(rf"【[^】]{{1,12}}】|(?:{HAN}| ){{1,6}}：|[QA]\d{{0,3}}：|[^，。]{{2,40}}（(?:以下)?简称[^）]{{1,12}}）$")
"""栏目： and 【栏目】, a question or its answer, and who makes a contract: 某公司（以下简称甲方）."""
_TITLE_LABEL = late(r"【 *标 *题 *】|标 *题：|题 *[目名]：|名 *称：")
_SUBJECT_LABEL = late(r"(?:主 *题|[案事] *由)：")
_SOURCE = late(
    r"来源|作者：|时间：|日期：|发布人|(?:讲话|发言|报告|主讲|主持|记录|宣讲|汇报|述职)人：|编辑|浏览|阅读|点击|人气|字体|字号|上传|下载|分享|举报|收藏|打印|页数|大小：|版权|编号：|投诉|复制"
    r"|(?<![管电渔路联张障护全])网(?:站|讯)?(?![^\W\d_])|资料图(?!书)"
)
"""A site: 某某网, 某某网站 2024-05-28; but not 网上缴费, 管网改造, 织密保障网."""
_BOXED = late(rf"[□■◎◇] ?{HAN}{{2,12}}")
"""Who wrote it, behind the sign of a newspaper: □ 本报记者 老艄公."""
_SIZE = late(r"\d+(?:(?:．\d+)?[KM]B| ?页)")
_DATE = late(
    rf"[（(]?(?:[〇○一二三四五六七八九十零O\d]{{4}}|20\w\w) ?(?:年.{{0,14}}[日月]|[-/]\d{{1,2}}[-/]\d{{1,2}}){NOT_HAN}{{0,12}}"
    rf"(?:星期.)?(?:(?:凌晨|[早晚]上|[上下中]午){NOT_HAN}{{0,12}})?(?:[^，。]{{2,40}}(?:通过|发布|施行|修订|批准|印发))?[）)]?"
)
_DOCUMENT = late(
    r".{0,20}[〔\[]\d{4}[〕\]] ?第? ?\d+ ?[号期]"
    r"|(?:[^，。]{1,12}(?:[报刊]|通讯|动态|信息))? ?（?(?:总?第 ?\d{1,4} ?[卷期号辑] ?)+）?(?:（总(?:第 ?)?\d{1,4} ?[期号]）)?"
    r"|[^，。]{0,20}第 ?\d{1,4}/\d{2,4} ?号|[^，。]{2,24}[室局会委部处办组院校府心]编[印发制]?(?: *\d{4}年.{0,6}日)?"
    r"|[^，。]{0,20}(?:(?:材料|文件)之[一二三四五六七八九十]{1,3}|(?:会议|大会|交流|参阅)(?:材料|文件)（[一二三四五六七八九十\d]{1,3}）)"
    r"|(?:内部(?:资料|材料|文件|参考|使用)|注意保[存密]|会后收回|不得外传|机密|秘密|绝密|特急|加急|急件)[★☆\d年个月 ]*"
    r"(?:内部(?:资料|材料|文件|参考|使用)|注意保[存密]|会后收回|不得外传)?"
)
_NAME = late(rf"{HAN}{{2,4}}")
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛"
    "闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温习"
)
_AUTHORS, _LONGEST_AUTHORS = late(r"(?:课题|调研|调查|研究|写作|编写|采访)小?组\Z"), 30
_JOB = late(r".*(?:[省市县区镇乡村局厅部处科所站校院厂行会事书]长|书记|主任|主席|总理|经理|教授|老师|学生)")
_SIGNED = late(rf"([^，。：；！？]{{2,30}}?) {{1,8}}[{_SURNAMES}](?: *{HAN}){{1,2}}")
_PERSON = late(rf"[{_SURNAMES}](?: *{HAN}){{1,2}}")
_FILE = late(r".{2,78}．(?:docx?|wps|pdf|txt|pptx?)", re.IGNORECASE)
_CLOCK = late(r"[^。，；！？]{0,24}?(?<!\d)\d{1,2}：\d\d(?:：\d\d)?")
"""Who wrote a message, and when: 办公室小雷 09:12."""
_HAN = late(rf"{HAN}+")
_ENDS = frozenset("。！？；，：…")


@lru_cache(maxsize=1000)
def kind_of_words(words: str) -> str:
    """What a line of these words, without stray blanks, seems to be, if it is not a title.

    >>> [kind_of_words(w) for w in ("2024-05-28", "来源：新华社", "王强", "首页 > 讲话", "典型发言", "今天开会。")]
    ['date', 'source', 'name', 'path', '', 'sentence']
    """
    if _TITLE_LABEL.match(words):
        return "title label"
    if "．" in words and _FILE.fullmatch(words):
        return "file"
    if _DATE.fullmatch(words):
        return "date"
    if _DOCUMENT.fullmatch(words):
        return "document"
    if ">" in words or words.count("|") > 1 or words.startswith(("您的位置", "当前位置", "首页")):
        return "path"
    if words.startswith(("（", "[")) and words.endswith(("）", "]")):
        return "brackets"
    if words.startswith(("—", "--", "–", "―", "─")) and "。" not in words:  # ——修好渠。 is one of several sentences
        return "dash"
    if _NAME.fullmatch(words) and not names_a_kind(words):
        return "name"
    if _BOXED.fullmatch(words):
        return "source"
    if len(words) < _LONGEST_AUTHORS and _AUTHORS.search(words):
        return "name"
    is_byline = len(words) < 60 and "。" not in words[:-1]
    if is_byline and (_SOURCE.search(words) or _SIZE.match(words) or ("：" in words and _CLOCK.fullmatch(words))):
        return "source"
    if _LABEL.match(words):
        return "label"
    if 2 * (len(words) - len(_HAN.sub("", words))) < len(words.replace(" ", "")):
        return "signs"
    if words[-1:] in _ENDS:
        return "sentence"
    return "long" if len(words) > 80 else ""


def is_signed(line: str) -> bool:
    """Does a line name who speaks or writes, and what that person is: 县长　王强, 青石县石桥小学　王强?

    >>> [is_signed(line) for line in ("县长 王 强", "青石县石桥小学  王强", "青石县 王家渡水利工程")]
    [True, True, False]
    """
    m = _SIGNED.fullmatch(line)
    who = squeezed(m[1]) if m else ""
    return bool(who) and (is_office(who) or _JOB.fullmatch(who) is not None)


def is_name(line: str) -> bool:
    """Could a line be the name of a person and nothing else?

    >>> [is_name(line) for line in ("王强", "李 大 山", "抓好春耕")]
    [True, True, False]
    """
    return _PERSON.fullmatch(line) is not None


def behind_title_labels(words: str) -> list[int]:
    """Where in `words` the labels of a title end: 标题：, 【标题】."""
    return [m.end() for m in _TITLE_LABEL.finditer(words) if m.start() == 0 or m[0][0] == "【"]


def behind_subject_label(words: str) -> int:
    """Where in `words` the label ends that mails, lectures and proposals have before their title, and others before what they are about;
    0 if they begin with none: 主题：, 案由："""
    m = _SUBJECT_LABEL.match(words)
    return m.end() if m else 0
