"""Where text was cut away: notes of the page that say so, and lines that stop in the middle of a sentence."""

import re

_ANY = r"[^（(）)\n]"
_SAID = "省略|未完|会员|會員|全文|隐藏|隱藏"


def _loosely(words: str) -> str:
    """`words`, also where a line break was joined in the middle of one."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", "\u2060*", words)


_NOTE = re.compile(
    rf"[…\.]{{2,}}[ ]?[（(]{_ANY}{{0,60}}(?:{_loosely(_SAID)}){_ANY}{{0,160}}(?:[）)][…\.]{{0,6}}|(?=\n|\Z))"  # ……（省略933字）……
    rf"|[（(]{_loosely('未完')}{_ANY}{{0,60}}[）)]"
    rf"|[…\.]{{2,}}此[處处](?:{_loosely('隐藏|隱藏|省略')})[^\n…\.]{{0,20}}[…\.]{{2,}}"  # ……此处隐藏1906个字……
    r"|\[标签[:：][^\]\n]{0,20}\]"
)
_PAYWALL = re.compile(r"开通会员|VIP会员|预览阅读已结束|下载全文|閱讀全文")

_BLANK = r"[ \t\r\u3000\xa0\u2060]"
_UNFINISHED = re.compile(rf"[\w，,、](?=[\s\u2060]*\Z|{_BLANK}*\n[\s\u2060]*[^\w\s\u2060“‘「『（(《〈【])")
_LONG_LINE, _LONG_LAST_LINE = 60, 30


def omission_notes(work: str) -> list[tuple[int, int]]:
    """The notes inside the text that some of it was left out, as (start, end)."""
    return [m.span() for m in _NOTE.finditer(work)]


def paywalls(work: str) -> list[int]:
    """Where the page asks to pay for the rest."""
    return [m.start() for m in _PAYWALL.finditer(work)]


def unfinished_lines(work: str) -> list[int]:
    """Where a long line stops in the middle of a sentence and no other goes on with it: the text ends there, or a list of the page begins."""
    cuts = []
    end = len(work.rstrip(" \t\r\n\u3000\xa0\u2060"))
    for match in _UNFINISHED.finditer(work):
        length = match.end() - 1 - work.rfind("\n", 0, match.start())
        if length >= (_LONG_LINE if match.end() < end else _LONG_LAST_LINE):
            cuts.append(match.end())
    return cuts
