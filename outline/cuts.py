"""Where text was cut away."""

import re

_CUT = re.compile(r"省略|隐藏|隱藏|未完|完整阅读|阅读全文|閱讀全文|會員可|会员可")
_PAYWALL = re.compile(r"开通会员|VIP会员|预览阅读已结束|下载全文|閱讀全文")
_BEFORE_CUT = re.compile(r"(?:…|\.\.|此处|此處|[（(])[^\n。]{0,30}\Z")
_UNFINISHED = re.compile(r"[\w，,、][ \t\r\u3000\xa0\u2060]*(?=\n|\Z)")
_LONG_LINE, _LONG_LAST_LINE = 60, 30


def marked_cuts(work: str) -> list[int]:
    """Where the page itself says that text was left out."""
    told = [m.start() for m in _CUT.finditer(work) if _BEFORE_CUT.search(work[max(0, m.start() - 40) : m.start()])]
    return sorted(told + [m.start() for m in _PAYWALL.finditer(work)])


def unfinished_lines(work: str) -> list[int]:
    """Where a long line stops in the middle of a sentence, and no other goes on with it."""
    cuts = []
    end = len(work.rstrip(" \t\r\n\u3000\xa0\u2060"))
    for match in _UNFINISHED.finditer(work):
        length = match.end() - 1 - work.rfind("\n", 0, match.start())
        if length >= (_LONG_LINE if match.end() < end else _LONG_LAST_LINE):
            cuts.append(match.end())
    return cuts
