"""How a title begins and ends: with the kind of text that it heads (讲话, 报告, 通知 …)."""

import re
from functools import lru_cache

from outline.lexicon.squeezed import Span, found_in, squeezed
from outline.notation.grammar_files import found_fast
from outline.patterns import late, made_late

_SPOKEN = "讲话|发言|致辞|致词|献词|主持词|开幕词|闭幕词|讲稿|演讲|党课|一席谈|倡议书|公开信|慰问信|感谢信|贺信|答问|问答|实录"
_REPORTED = "报告|汇报|总结|小结|体会|材料|调查|考察|纪要|说明|方案|规划|计划|纲要|要点|安排|提纲|预案|建议|思考"
_DECREED = "意见|通知|通报|决定|决议|规程|制度|办法|规定|规则|规范|标准|条例|细则|章程|守则|函|批复|公告|通告|令|解答|解释|批示|请示"
_ENDING = (
    r"(?:稿|提纲|材料|内容|范文|参考|全文|范本|正稿)* ?(?:篇?\d{1,2}篇?)?(?:[（\[【][^（）\[\]【】\n]{0,30}[）\]】])?"
)
_PAPERS = (
    "合同|协议书?|(?:承诺|责任|申请|任务|计划|建议|说明|意向|保证|委托|授权|申报|投标|判决|裁定|裁决|决定|通知)书|(?:起诉|上诉|答辩)状|(?:招标|投标|磋商|采购|谈判)文件|手册|指南|大纲|教案|简历|遗嘱|笔录"
    "|日志|声明|导游词|解说词|简介|须知|公示|启事|日程|议程|清单|名单|(?:考核|登记|统计|情况|一览|分解|任务|检查|评分|申请)表"
)
_WRITTEN = f"{_PAPERS}|设计|记录|研究|分析|探讨|初探|心得|感悟|做法|经验|志|史|年鉴|解读|问答|事宜|交底"
_GENRES = (("spoken", _SPOKEN), ("reported", _REPORTED), ("decreed", _DECREED))
_AT_END = [(name, late(rf"(?:{words}){_ENDING}(?:．docx?)?\Z")) for name, words in (*_GENRES, ("written", _WRITTEN))]
_ANY_AT_END = made_late(found_fast, [pattern.pattern for _, pattern in _AT_END])
"""Most words end in none of them, which is asked first."""
_KIND_AT_END = made_late(
    found_fast,
    [
        rf"(?:{_SPOKEN}|{_REPORTED}|{_DECREED}|{_PAPERS})(?<=[^函令]{{2}})\Z",
        r"(?:督办|催办|交办|提醒|邀请|商请|协查|感谢|慰问)函\Z|(?:嘉奖|动员|任免|奖励)令\Z",
    ],
)
_KIND = late(rf"{_SPOKEN}|{_REPORTED}|{_DECREED}|合同|协议")
"""It begins with literal words alone, which CPython looks for many times as fast as for what `_IN_LINE` begins with."""
_IN_LINE = late(
    rf"(?:{_SPOKEN}|{_REPORTED}|{_DECREED}){_ENDING}(?![会的精上中是和与、]|工作|要求|如下|{_SPOKEN}|{_REPORTED}|{_DECREED})"
    r"|(?:合同|协议)书?(?=[甲买供需]方|[出发委转][租包托让](?:方|人)|(?:合同|协议)?编号：)"
)
_TITLE_IN_LINE = late(
    rf"[^。！？\n]{{2,60}}?(?:{_SPOKEN}|{_REPORTED}|{_DECREED}){_ENDING}(?![会的精上中是和与、]|工作|要求|如下)"
)
_BEFORE_SOURCE = late(r"[^。！？，\n]{4,60}?(?=(?:发布时间|来源|作者|时间)：)")
_LONGEST_IN_LINE = 120
_BEGINS = late(r"在|关于|致|论|浅谈|浅析|谈|如何|怎样|怎么|习近平|《")
_PREFACE = late(r"(?:前言|引言|绪论|序言?|导言|导语|导读|摘要|内容提要|概述|概要|背景|写在前面)\Z")
_FRONT_MATTER = late(
    r"(?:前言|引言|序言?|导言|目[次录]|摘要|内容提要|编制说明|出版说明|foreword|introduction|abstract)", re.IGNORECASE
)
_BACK_MATTER = late(r"(?:主要)?参考(?:文献|资料|书目)|致谢|后记|跋|索引|附录.{0,20}|附件.{0,20}")
_TAG = late(
    r"(?:【[^【】\d\n]{1,6}(?<![省市县区乡镇村])】|\[[^\[\]\d\n]{1,6}(?<![省市县区乡镇村])\]) *(?=[^】\]\n]{4})"
)
_ANNEX_LABEL = late(r"附[件录表]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Z])?：?")


def is_annex_label(words: str) -> bool:
    """Are `words` all that is written above the title of an annex: 附件, 附件1, 附录A?"""
    return _ANNEX_LABEL.fullmatch(squeezed(words).replace(" ", "")) is not None


def behind_tag(words: str) -> int:
    """Where in `words` a title begins behind what a site puts before it: 【转帖】, [原创]; 0 if nothing does. A year and a
    place are parts of it.

    >>> [behind_tag(words) for words in ("【转帖】修渠记", "【转帖】修渠四记", "[2024]修渠四记", "【青石县】修渠四记")]
    [0, 4, 0, 0]
    """
    m = _TAG.match(words)
    return m.end() if m else 0


def is_back_matter(words: str) -> bool:
    """Do `words` head what stands behind the last part of a text, whatever its type: 参考文献, 致谢, 附录?"""
    return _BACK_MATTER.fullmatch(squeezed(words.replace("\u3000", " ").strip())) is not None


def is_front_matter(words: str) -> bool:
    """Are `words` all that heads what stands before the first part of a text: 前言, 摘要?"""
    return _FRONT_MATTER.fullmatch(squeezed(words.strip())) is not None


def is_preface(words: str) -> bool:
    """Do `words` head what stands before the first part of a text, so that they are no title?"""
    return _PREFACE.match(squeezed(words.strip())) is not None


@lru_cache(maxsize=1000)
def genre(words: str) -> str:
    """The kind of text in which `words` end: spoken (讲话), reported (报告), decreed (通知), written (合同), or none of these."""
    tail = words[-40:]
    if not _ANY_AT_END.search(tail):
        return ""
    return next((name for name, pattern in _AT_END if pattern.search(tail)), "")


def names_a_kind(words: str) -> bool:
    """Do a few `words` end in the word of two characters or more for a kind of text: 主持词, 表态发言, but not 王志?"""
    return _KIND_AT_END.search(words) is not None


def genre_ends(words: str) -> list[int]:
    """Where in `words` such a kind of text ends and something else may follow."""
    first = _KIND.search(words)
    return [m.end() for m in _IN_LINE.finditer(words, first.start())] if first else []


def opening_word(words: str) -> str:
    """The word with which many titles begin, if `words` do."""
    m = _BEGINS.match(words)
    return m[0] if m else ""


def title_in_line(work: str, start: int, end: int) -> Span | None:
    """The title that `work[start:end]` begins with, where what follows stands on the same line."""
    end = min(end, start + _LONGEST_IN_LINE)
    return found_in(work, start, end, _TITLE_IN_LINE.match) or found_in(work, start, end, _BEFORE_SOURCE.match)
