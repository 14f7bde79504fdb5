"""How a title ends: with the kind of text that it heads (讲话, 报告, 通知 …)."""

import re

from outline.lexicon.squeezed import Span, found_in, squeezed

_GENRE = (
    "讲话|发言|报告|致辞|主持词|讲稿|演讲|意见|通知|通报|决定|决议|方案|规程|制度|办法|规定|小结|总结|汇报|材料|函|批复|公告|体会|规划|计划|"
    "要点|安排|说明|纪要|倡议书"
)
_ENDING = r"(?:稿|提纲|材料|范文|参考)* ?(?:[（\[【][^（）\[\]【】\n]{0,30}[）\]】])?"
_ENDS_AS_TITLE = re.compile(rf"(?:{_GENRE}){_ENDING}(?:．docx?)?\Z")
_TITLE_IN_LINE = re.compile(rf"[^。！？\n]{{2,60}}?(?:{_GENRE}){_ENDING}(?![会的精上中是和与、]|工作|要求|如下)")
_BEFORE_SOURCE = re.compile(r"[^。！？，\n]{4,60}?(?=(?:发布时间|来源|作者|时间)：)")
_FILE_NAME = re.compile(r"(\S.{1,78})．(?:docx?|wps|pdf|txt|pptx?)", re.IGNORECASE)
_LONGEST_IN_LINE = 120


def ends_as_title(text: str) -> bool:
    """Does `text` end in a kind of text?"""
    return _ENDS_AS_TITLE.search(squeezed(text)) is not None


def named_by_file(text: str) -> str | None:
    """The words of a file name (县长讲话稿.docx), or None if `text` is none."""
    name = _FILE_NAME.fullmatch(text)
    return name and name[1]


def title_in_line(work: str, start: int, end: int) -> Span | None:
    """The title that `work[start:end]` begins with, where what follows stands on the same line."""
    end = min(end, start + _LONGEST_IN_LINE)
    return found_in(work, start, end, _TITLE_IN_LINE.match) or found_in(work, start, end, _BEFORE_SOURCE.match)
