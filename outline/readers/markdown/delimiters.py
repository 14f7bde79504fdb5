"""Emphasis in Chinese text: `**第一条：**为了` is meant to be bold.

By the letter of CommonMark (6.2) it is not, for `：` is punctuation and 为 no blank. Many editors show it in bold; the rule is that of the
CJK-friendly amendment to the specification.
"""

from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline

_CJK = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"), ("\u2010", "\u2027"))


class ChineseState(StateInline):
    """The inline parser at work: signs next to a Chinese character open or close emphasis whatever punctuation they touch.

    Their line must have others to pair with: stars that hide a name have none.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Whether the signs at `start` may open or close emphasis."""
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord or (scanned.can_open and scanned.can_close):
            return scanned
        end = start + scanned.length
        before, behind = self.src[start - 1 : start] or " ", self.src[end : end + 1] or " "
        if not (_is_chinese(before) or _is_chinese(behind)):
            return scanned
        opens = scanned.can_open or (not _is_blank(behind) and self._has_fellow_behind(start, end))
        closes = scanned.can_close or (not _is_blank(before) and self._has_fellow_before(start))
        return Scanned(opens, closes, scanned.length)

    def _has_fellow_before(self, start: int) -> bool:
        before = self.src.rfind(self.src[start], 0, start)
        return before >= 0 and self.src.find("\n", before, start) < 0

    def _has_fellow_behind(self, start: int, end: int) -> bool:
        behind = self.src.find(self.src[start], end)
        return behind >= 0 and self.src.find("\n", end, behind) < 0


def _is_chinese(character: str) -> bool:
    return any(first <= character <= last for first, last in _CJK) or character >= "\U00020000"


def _is_blank(character: str) -> bool:
    return isWhiteSpace(ord(character))
