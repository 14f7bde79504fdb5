"""Texts by the grammar: whatever its terminals match, in series or strewn about, among what stands around points and what tears them.

Every choice is a number below another one, asked of the caller: a random generator, or a fuzzer that has found out which numbers lead on.
"""

import re._parser as regex_parser  # type: ignore[import-not-found]
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from making.pieces import CLOSINGS, CONNECTIVES, DRESSES, FURNITURE, OPENINGS, PHRASES, PUNCTUATION, marker
from pattern_units import sample

from outline.document import Document
from outline.notation.grammar_files import marker_terminals
from outline.page.fold import fold
from outline.unseen import INVISIBLE

Below = Callable[[int], int]
"""Gives a number from 0 to below the one it is given."""

SAMPLES = 12
"""Markers of each terminal."""
DEEPEST = 5
BLANKS = [
    " ",
    "  ",
    "\t",
    "\xa0",
    "\u3000",
    "\u3000\u3000",
    "\u2003",
    "\u1680",
    "\u202f",
    "\u205f",
    "\u2800",
    *INVISIBLE,
]
BREAKS = [
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\v",
    "\f",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\n\n",
    "\n\u3000\u3000",
    "\r\r\n",
]
BREAKS += ["<br>", "<br/>\n", "[SEP]"]
MARKUP = [
    *"*_`#>|~\\",
    "**",
    "## ",
    "- ",
    "+ ",
    "---\n",
    "```\n",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "&amp;",
    "&#x202e;",
    "![",
    "](a)",
]
AROUND = [
    *FURNITURE,
    "目录\n",
    "目 录",
    "一、甲……1\n",
    "二、乙......3\n",
    "……（略）",
    "……（省略933字）……",
    "（未完待续）",
    "附件：",
    "相关阅读：\n",
]
AROUND += [
    "首页 > 文秘 > 讲话稿",
    "\n12\n",
    "责任编辑：",
    "www.example.com",
    "开通会员",
    "下一篇",
    "本作品",
    "公有领域",
    "[标签：讲话]",
    "\n> ",
]
STRANGE = [
    "\0",
    "\x1b[31m",
    "\x9b",
    "\ud800",
    "\udfff",
    "\ue000",
    "\ufffe",
    "\U0010ffff",
    "\ufffd",
    "\u0301",
    "\ufe0f",
    "👨‍👩‍👧",
    "𠮷",
    "؀",
]
STRANGE += ["．", "｡", "﹑", "､", "﹔", "﹒", "—", "－", "ー", "〇", "零", "廿", "卅", "万", "½", "٣"]


@cache
def markers() -> list[list[str]]:
    """For each terminal, markers that it matches, but for what stands around them."""
    random = Random(0)
    parsed = (list(regex_parser.parse(terminal.regexp)) for terminal in marker_terminals())
    return [[sample(pattern, random, 0x10FFFF) for _ in range(SAMPLES)] for pattern in parsed]


@cache
def unfolded() -> dict[str, list[str]]:
    """What is folded to each character."""
    found: dict[str, list[str]] = {}
    for character in map(
        chr, (*range(0x20, 0x3000), *range(0x3000, 0x3100), *range(0x4E00, 0xA000), *range(0xFE10, 0xFFF0))
    ):
        if fold(character) != character:
            found.setdefault(fold(character), []).append(character)
    return found


class Texts:
    """Texts that `below` chooses."""

    def __init__(self, below: Below) -> None:
        self._below = below

    def _one_of(self, things: Sequence[str]) -> str:
        return things[self._below(len(things))]

    def _maybe(self, one_in: int) -> bool:
        return not self._below(one_in)

    def text(self) -> str:
        """A heap of pieces, a speech, or a speech that was torn."""
        kind = self._below(4)
        if kind == 0:
            return "".join(self.piece() for _ in range((3, 8, 20, 60)[self._below(4)]))
        speech = self._one_of(["", *OPENINGS]) + self.series(0) + self._one_of(["", *CLOSINGS])
        return speech if kind == 1 else self.torn(speech + self.series(0))

    def document(self, text: str) -> Document:
        """`text` as a file tells of it, with furniture that overlaps as it happens, and line ends that are no wraps."""
        starts = sorted(self._below(len(text) + 1) for _ in range(self._below(4)))
        return Document(
            text,
            furniture=tuple((at, min(len(text), at + 1 + self._below(12))) for at in starts if at < len(text)),
            hard_breaks=tuple(at for at, character in enumerate(text) if character == "\n" and self._maybe(3)),
        )

    def piece(self) -> str:
        """A marker, a phrase, a break, or anything else."""
        kind = self._below(16)
        if kind < 4:
            return self.marker()
        if kind == 15:
            return chr(self._below(0x110000))
        tables = (
            PHRASES,
            PHRASES,
            BREAKS,
            BREAKS,
            BLANKS,
            PUNCTUATION,
            AROUND,
            MARKUP,
            STRANGE,
            [*OPENINGS, *CLOSINGS, *CONNECTIVES],
        )
        return self._one_of((*tables, ["甲" * 60, "村里修路种树" * 9])[kind - 4])

    def marker(self) -> str:
        """What a terminal matches, as it is or as it may stand in a text that is not folded."""
        terminals = markers()
        found = self._one_of(terminals[self._below(len(terminals))])
        return "".join(self._unfolded(character) for character in found) if self._maybe(3) else found

    def _unfolded(self, character: str) -> str:
        forms = unfolded().get(character)
        return self._one_of(forms) if forms and self._maybe(2) else character

    def series(self, depth: int) -> str:
        """Points that count on, with others below them; some are missing, doubled, torn or dressed otherwise."""
        dress, parts = self._one_of(DRESSES), []
        for number in range(1, 3 + self._below(4)):
            if self._maybe(16):
                number = 1 + self._below(10)
            point = self.marker() if self._maybe(24) else marker(dress, number)
            if self._maybe(8):
                at = self._below(len(point) + 1)
                point = point[:at] + self._one_of([*BLANKS, *BREAKS]) + point[at:]
            parts += [self._one_of(["\n", "\n", "", "\r\n", "。"]), point, self._one_of(PHRASES)]
            parts += [self._one_of(["。", "。\n", "\n", "", "；", "：\n", " "])]
            parts += [self._one_of(PHRASES) + self._one_of(["。\n", "。", ""])] if self._maybe(3) else []
            parts += [self.series(depth + 1)] if depth < DEEPEST and self._maybe(3) else []
            parts += [self.piece()] if self._maybe(10) else []
        return "".join(parts)

    def torn(self, text: str) -> str:
        """`text` with pieces put in, taken out and doubled."""
        for _ in range(self._below(12)):
            at, kind = self._below(len(text) + 1), self._below(3)
            if kind == 0:
                text = text[:at] + self.piece() + text[at:]
            elif kind == 1:
                text = text[:at] + text[at + 1 + self._below(4) :]
            else:
                text = text[: at + self._below(30)] + text[at:]
        return text
