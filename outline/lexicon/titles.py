"""How a title ends: with the kind of text that it heads (讲话, 报告, 通知 …)."""

import re

from outline.lexicon.loose import loosely

_GENRE = (
    "讲话|講話|发言|發言|报告|報告|致辞|致辭|主持词|主持詞|讲稿|講稿|演讲|演講|意见|意見|通知|通报|通報|决定|決定|决议|決議|方案|规程|規程|"
    "制度|办法|辦法|规定|規定|小结|小結|总结|總結|汇报|匯報|材料|函|批复|批復|公告|体会|體會|规划|規劃|计划|計劃|要点|要點|安排|打算|说明|說明|纪要|紀要|倡议书|倡議書|若干问题|若干問題"
)
_ENDING = r"(?:稿|提纲|提綱|材料|范文|參考|参考)*\s?(?:[（(\[【][^（）()\[\]【】\n]{0,30}[）)\]】])?"
_ENDS_AS_TITLE = re.compile(loosely(rf"(?:{_GENRE}){_ENDING}(?:\.docx?)?\Z"))
_TITLE_IN_LINE = re.compile(
    loosely(rf"[^。！？\n]{{2,60}}?(?:{_GENRE}){_ENDING}(?![会會的精上中是和与與、]|工作|要求|如下)")
)

_BEFORE_SOURCE = re.compile(r"[^。！？，\n]{4,60}?(?=(?:发布时间|來源|来源|作者|时间)[：:])")


def ends_as_title(text: str) -> bool:
    """Does `text` end in a kind of text?"""
    return _ENDS_AS_TITLE.search(text) is not None


_FILE_NAME = re.compile(r"(\S.{1,78})\.(?:docx?|wps|pdf|txt|pptx?)", re.IGNORECASE)


def named_by_file(text: str) -> str | None:
    """The words of a file name (县长讲话稿.docx), or None if `text` is none."""
    name = _FILE_NAME.fullmatch(text)
    return name and name[1]


def title_in_line(work: str, start: int, end: int) -> tuple[int, int] | None:
    """The title that `work[start:end]` begins with, where what follows stands on the same line."""
    match = _TITLE_IN_LINE.match(work, start, end) or _BEFORE_SOURCE.match(work, start, end)
    return match and match.span()
