"""Changes of a text that do not matter: what stands around it, how its lines end, how wide its blanks and signs are."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

import opencc

PARAGRAPH = "会后，各单位要把这次会议的精神传达到每一个人，结合实际抓好落实。"
HEADER = "某某范文网 首页\n您的位置：首页 > 公文 > 讲话稿\n来源：本站整理 2026-01-05 09:12:33\n\n"
FOOTER = "\n\n本文来源：网络\n相关阅读：\n• 全镇修路工作总结\n• 全镇种树工作总结\n上一篇：修路工作总结\n下一篇：种树工作总结\n"
LINE_END = re.compile(r"\r\n?|\n")
LINES_A_PAGE = 12


class Changed(NamedTuple):
    """A changed text, and for each copy of the old one in it where its characters stand now."""

    text: str
    copies: list[list[int]]


Change = Callable[[str], Changed]
NOTHING, MOST, NEARLY_ALL = 1.0, 0.99, 0.995
"""The least share of points that must stay as they were."""


def line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def with_line_ends(text: str, change: Callable[[str, int], str]) -> Changed:
    """`text` with every line end changed, each told with its number; the first character of an old one stands where the last of the new one
    does."""
    parts, where, at = [], [], 0
    length = 0
    for number, end in enumerate(LINE_END.finditer(text)):
        parts += [text[at : end.start()], change(end[0], number)]
        where += range(length, length + end.start() - at)
        length += end.start() - at + len(parts[-1])
        where += [length - 1] * len(end[0])
        at = end.end()
    return Changed("".join([*parts, text[at:]]), [[*where, *range(length, length + len(text) - at)]])


def line_ends_are(end: str, other: str = "") -> Change:
    return lambda text: with_line_ends(text, lambda _, number: other if other and number % 2 else end)


def behind_line_ends(words: str, every: int = 1) -> Change:
    """With these `words` behind every line end, or every nth."""
    return lambda text: with_line_ends(
        text, lambda end, number: end + (words.replace("\n", end) if number % every == every - 1 else "")
    )


def before_line_ends(blanks: str) -> Change:
    return lambda text: with_line_ends(text, lambda end, _: blanks + end)


def in_front(words: str) -> Change:
    def change(text: str) -> Changed:
        front = words.replace("\n", line_end(text))
        return Changed(front + text, [[len(front) + at for at in range(len(text))]])

    return change


def at_the_end(words: str) -> Change:
    return lambda text: Changed(text + words.replace("\n", line_end(text)), [list(range(len(text)))])


def replaced(table: dict[str, str]) -> Change:
    """With one character for each that the table knows."""
    return lambda text: Changed(text.translate(str.maketrans(table)), [list(range(len(text)))])


def between_characters(sign: str, every: int) -> Change:
    """With an invisible `sign` behind every nth character of a line."""

    def change(text: str) -> Changed:
        parts, where, length = [], [], 0
        for at, character in enumerate(text):
            put = sign if at % every == 0 and not character.isspace() else ""
            parts.append(character + put)
            where.append(length)
            length += 1 + len(put)
        return Changed("".join(parts), [where])

    return change


def before_digits(text: str) -> Changed:
    """With a soft hyphen, which nobody sees, before every digit."""
    parts = [f"\xad{character}" if character.isdigit() else character for character in text]
    where, length = [], 0
    for part in parts:
        where.append(length + len(part) - 1)
        length += len(part)
    return Changed("".join(parts), [where])


def without_line_end_behind(text: str) -> Changed:
    return Changed(text.rstrip("\r\n"), [[min(at, len(text.rstrip("\r\n"))) for at in range(len(text))]])


def traditional_characters(text: str) -> Changed:
    """Word by word, so that one simplified character becomes now this, now that traditional one."""
    convert = opencc.OpenCC("s2t").convert
    lines = [convert(line) for line in text.splitlines(keepends=True)]
    return Changed("".join(lines), [list(range(len(text)))])


def composed_characters(text: str) -> Changed:
    composed = [unicodedata.normalize("NFC", character) for character in text]
    return Changed(
        "".join(form if len(form) == 1 else old for form, old in zip(composed, text, strict=True)),
        [list(range(len(text)))],
    )


def doubled_text(text: str) -> Changed:
    first = text + line_end(text)
    return Changed(first + text, [list(range(len(text))), [len(first) + at for at in range(len(text))]])


def _shifted(characters: str, by: int) -> dict[str, str]:
    return {character: chr(ord(character) + by) for character in characters}


_TO_FULL, _DIGITS = 0xFEE0, "0123456789"
_LETTERS = "".join(chr(letter) for first in "Aa" for letter in range(ord(first), ord(first) + 26))
_FULL = {"，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")"}

HARMLESS: dict[str, tuple[Change, float]] = {
    # line ends
    "windows line ends": (line_ends_are("\r\n"), NOTHING),
    "unix line ends": (line_ends_are("\n"), NOTHING),
    "old line ends": (line_ends_are("\r"), NOTHING),
    "mixed line ends": (line_ends_are("\n", "\r\n"), NOTHING),
    "doubled carriage returns": (line_ends_are("\r\r\n"), NOTHING),
    "next lines": (line_ends_are("\x85"), NOTHING),
    "line separators": (line_ends_are("\u2028"), NOTHING),
    "paragraph separators": (line_ends_are("\u2029"), NOTHING),
    "vertical tabs": (line_ends_are("\v"), NOTHING),
    "tags for line ends": (line_ends_are("<br>\n"), NOTHING),
    "no line end behind": (without_line_end_behind, NOTHING),
    "line ends behind": (at_the_end("\n\n\n"), NOTHING),
    "line ends in front": (in_front("\n\n\n"), NOTHING),
    # blanks
    "blank lines": (behind_line_ends("\n"), NOTHING),
    "lines of blanks": (behind_line_ends("\u3000\u3000\n"), NOTHING),
    "trailing blanks": (before_line_ends(" \u3000"), NOTHING),
    "trailing tabs": (before_line_ends("\t"), NOTHING),
    "trailing hard blanks": (before_line_ends("\xa0"), NOTHING),
    "indents of wide blanks": (behind_line_ends("\u3000\u3000"), NOTHING),
    "indents of narrow blanks": (behind_line_ends("    "), NOTHING),
    "indents of tabs": (behind_line_ends("\t"), NOTHING),
    "hard blanks for blanks": (replaced({" ": "\xa0"}), NOTHING),
    "blanks of a quarter for blanks": (replaced({" ": "\u2005"}), NOTHING),
    "a byte order mark": (in_front("\ufeff"), NOTHING),
    "blanks of no width": (between_characters("\u200b", 7), NOTHING),
    "word joiners": (between_characters("\u2060", 5), NOTHING),
    "marks of direction": (between_characters("\u200e", 9), NOTHING),
    "soft hyphens before digits": (before_digits, NOTHING),
    # furniture
    "page header in front": (in_front(HEADER), NOTHING),
    "page footer behind": (at_the_end(FOOTER), NOTHING),
    "page numbers": (behind_line_ends("— 3 —\n", LINES_A_PAGE), NOTHING),
    "pages of pages": (behind_line_ends("第3页 共9页\n", LINES_A_PAGE), NOTHING),
    "a licence behind": (at_the_end("\n\n本作品已进入公有领域。\n"), NOTHING),
    # widths
    "digits of full width": (replaced(_shifted(_DIGITS, _TO_FULL)), NOTHING),
    "letters of full width": (replaced(_shifted(_LETTERS, _TO_FULL)), NOTHING),
    "signs of full width": (
        replaced({half: full for full, half in _FULL.items()} | {"%": "％", "#": "＃", "/": "／"}),
        NOTHING,
    ),
    "signs of half width": (replaced(_FULL), NOTHING),
    "full stops of full width": (replaced({".": "．"}), NOTHING),
    "stops of half width": (replaced({"。": "｡", "、": "､", "「": "｢", "」": "｣"}), NOTHING),
    "small forms": (
        replaced(
            {"，": "﹐", "、": "﹑", "．": "﹒", "；": "﹔", "：": "﹕", "？": "﹖", "！": "﹗", "（": "﹙", "）": "﹚"}
        ),
        NOTHING,
    ),
    "upright forms": (
        replaced(
            {"，": "︐", "、": "︑", "。": "︒", "：": "︓", "；": "︔", "！": "︕", "？": "︖", "（": "︵", "）": "︶"}
        ),
        NOTHING,
    ),
    # and more
    "traditional characters": (traditional_characters, MOST),
    "composed characters": (composed_characters, MOST),
    "paragraph at the end": (at_the_end("\n" + PARAGRAPH), MOST),
    "doubled text": (doubled_text, NEARLY_ALL),
}
"""Each with the least share of points that must stay as they were: all, where nothing is said that was not said before."""
