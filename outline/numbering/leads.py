"""What the sentence before a series says: that several points follow (我讲三点意见：), and what it does with what was said (以上三点)."""

from functools import cache
from typing import NamedTuple

from outline.lexicon.squeezed import squeezed
from outline.page.paragraphs import before_blanks
from outline.page.sentences import CLAUSE_ENDS
from outline.patterns import late

_LONGEST_ANNOUNCEMENT = 40
_LONGEST_LEAD = 120
_SEVERAL = late(
    r"(?:[几数两二三四五六七八九十]|[2-9])个?(?:方面|[点层条件项句步种]|问题|阶段|部分)[^\n，。．；]{0,6}(?:，[^\n，。]{0,8})?[：。．，]?\s*\Z"
)
_TURNS = late(
    r"(?P<sums>以上|[上前]述|上面|前面|综上|总之|总的[说看来])"
    r"|(?P<goes>下面|下一?步|接下来|最后)"
    r"|(?P<adds>另外|此外|同时|还有|再[讲说提强])"
    r"|(?P<here>在?(?:这里|此)|[借为就]此|[就对](?:这|上面|以上)|围绕|针对)"
)
_UP_TO_LAST_BREAK = late(rf"(?s:.*)[{CLAUSE_ENDS}\n]")
"""It looks for the last break from the end, which is near as a rule."""


class Lead(NamedTuple):
    """What leads to the first point of a series.

    - `several`: it says that several points follow;
    - `turn`: what its first words do: sum up, go on to something, add, say for what; or nothing;
    - `place`: it begins at the head of a line, or inside.
    """

    several: bool
    turn: str
    place: str


NOTHING_LEADS = Lead(False, "", "inside")


def lead_before(work: str, at: int) -> Lead:
    """What the sentence says that ends before the first point, which is at `at`."""
    end = before_blanks(work, at)
    start = max(0, end - _LONGEST_LEAD)
    before = _UP_TO_LAST_BREAK.match(work, start, max(start, end - 1))
    begins = before.end() if before else start if not start else -1
    several = _SEVERAL.search(squeezed(work[max(0, at - _LONGEST_ANNOUNCEMENT) : at])) is not None
    if begins < 0 or begins >= end:
        return _lead(several, "", "inside")
    words = squeezed(work[begins : min(end, begins + 20)]).lstrip(" \u2060")
    turn = _TURNS.match(words)
    place = "line" if not begins or work[begins - 1] == "\n" else "inside"
    return _lead(several, (turn and turn.lastgroup) or "", place)


@cache
def _lead(several: bool, turn: str, place: str) -> Lead:
    return Lead(several, turn, place)
