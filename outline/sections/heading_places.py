"""Where a heading could end: at the end of its line, at a stop, a colon or a gap in it, or, where signs are gone, inside a clause."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from outline.lexicon.titles import title_in_line
from outline.notation.styles import A_SPEECH, GLUED_AT_MOST, LEAST_OF_A_SPEECH, LEAST_OF_RUNNING_TEXT, STYLES
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.page.fold import LINE_BLANKS, NOTHING, OMITTED
from outline.page.lines import Span, is_inside, strip_blanks
from outline.page.page import Page
from outline.page.sentences import CLAUSE_ENDS, CLOSING, OPENING, SENTENCE_ENDS, is_finished
from outline.patterns import HAN, late
from outline.sections.glued import places_inside

_SAYS_NOTHING = LINE_BLANKS + OMITTED
BETWEEN = CLAUSE_ENDS + "．：，、*#" + _SAYS_NOTHING
"""What may stand between a heading and its body on one line."""
_TRAILING = BETWEEN + "\n"
_ZEROS, _NUMERALS = "Oo0", "一二三四五六七八九十"
_BESIDE_ZERO = rf"(?<=(?:{HAN}|[”）])[{_ZEROS}])(?={HAN}|[“（])"
"""What stands around a letter or a zero that a scanner read for a full stop."""
_ALONE = re.escape(CLAUSE_ENDS + "：．" + OPENING + CLOSING)
_SIGN = late(
    rf"[{_ALONE}{_SAYS_NOTHING}{_ZEROS}](?:(?<=[{_ALONE}])|(?<=[{_SAYS_NOTHING}])[{_SAYS_NOTHING}]*|{_BESIDE_ZERO})"
)
"""It begins with the class of all that it may begin with, which CPython looks for fast."""
_BOLD = "**"
_DRESSED = frozenset({"HAN_COMMA", "HAN_PAREN", "DIGIT_COMMA", "DIGIT_DOT"})
_NATURE = late(r"（(?:规范|资料|提示)性(?:附录)?）[ \u2060]*\n")
"""What a standard says of an annex: is it binding (GB/T 1.1-2020, 9.13)?"""
_MASK = late(r"(?:\A|[，、：？（ ])？")
_ENTITY = late(r"&#?\w{2,8}\Z")
_UNIT_SIGNS = tuple("℃°%‰Ωμ")
_KINDS = {"；": "semicolon", "：": "colon"}
_ENDS_CLAUSE = ("stop", "semicolon", "dot", "zero")
_FARTHEST, _MOST_OF_A_KIND, _LONGEST_ENTITY = 400, 3, 10
_LONGEST_BELOW, _COMMA_OR_STOP = 20, late(r"[，。；！？]")
_MOST_STOPS = 3
"""Behind so many sentences and clauses no heading ends, unless it is its whole line."""


class Place(NamedTuple):
    """Where a heading could end: `at`, before its closing punctuation (code points), where `stops` sentences and clauses ended before.

    `kind` is what stands there: the `end` of the line, a `stop`, `semicolon`, `colon` or `dot`, an `inner` stop between brackets, a `zero`
    for a full stop, a `gap` of one blank or `gaps` of more, the `soft` end of a full line, a note that text was `left out`; nothing, for
    it is `inside` a clause, or the end of the `title` of a speech, or an `echo` of a heading that stood before; or the heading is `empty`.
    """

    at: int
    kind: str
    stops: int


def places_of(page: Page, marker: Candidate, line: Span, is_running: bool) -> list[Place]:
    """The places in the `line` of its heading (`line_of`) where the heading of `marker` could end, in order. If it `is_running`, its line
    end may have been lost, and it could end anywhere inside its first clauses."""
    work, (left, right) = page.work, line
    if left == right:
        return [Place(marker.end, "empty", 0)]
    found = {}
    for at, kind, stops in _at_signs(page, left, right):
        at = _trimmed(work, left, at)
        if at > left:
            found[at] = Place(at, kind, stops)
    if is_running and LEAST_OF_A_SPEECH <= marker.rank <= GLUED_AT_MOST:
        stop = next((place.at for place in found.values() if place.kind in ("stop", "semicolon")), right)
        for inside in places_inside(work, left, stop):
            found.setdefault(inside, Place(inside, "inside", 0))
    if marker.announced and left < marker.end + marker.announced <= right:
        found[marker.end + marker.announced] = Place(marker.end + marker.announced, "echo", 0)
    title = title_in_line(work, marker.end, right) if marker.rank == A_SPEECH else None
    if title and title[1] > left:
        found[title[1]] = Place(title[1], "title", 0)
    return sorted(found.values()) or [Place(marker.end, "empty", 0)]


def line_of(work: str, marker: Candidate, limit: int) -> Span:
    """The line that the heading begins: the rest of that of the marker, or, where the marker stands alone, the next, if that of a chapter
    or an article does or the next is a heading; an empty one where the heading has no words."""
    line_end = work.find("\n", marker.end, limit)
    line_end = limit if line_end < 0 else line_end
    left, right = strip_blanks(work, marker.end, line_end)
    if work.startswith(_BOLD, left) and right - left == len(_BOLD):  # **01**, alone on its line
        left = right
    if OMITTED in work[marker.end : left]:
        return marker.end, marker.end
    if left < right or marker.edge not in HEADS_LINE or marker.rank >= LEAST_OF_RUNNING_TEXT:
        return left, right
    empty = left, right
    left, _ = strip_blanks(work, line_end, limit)
    line_end = work.find("\n", left, limit)
    if not _may_stand_below(marker.kind) and not _stands_below(marker.kind, work, left, line_end, limit):
        return empty
    if _NATURE.match(work, left, limit):  # of an annex, above its title
        line_end = work.find("\n", strip_blanks(work, line_end, limit)[0], limit)
    return strip_blanks(work, left, limit if line_end < 0 else line_end)


def _may_stand_below(kind: str) -> bool:
    return kind in STYLES and STYLES[kind].heading_below


def _stands_below(kind: str, work: str, left: int, line_end: int, limit: int) -> bool:
    """Is the line at `left`, below a marker of this `kind` alone on its own, its heading and not the body: short, no sentence, and, where
    the marker has no dress, sentences behind it? 一 may part a text whose paragraphs are short; 一、 awaits its heading."""
    words = work[left:line_end].strip(_SAYS_NOTHING) if line_end >= 0 else ""
    if not 0 < len(words) <= _LONGEST_BELOW or is_finished(words) or _COMMA_OR_STOP.search(words):
        return False
    if kind in _DRESSED:
        return True
    start, end = strip_blanks(work, line_end, limit)
    return start == end or is_finished(work[start:end].partition("\n")[0].rstrip(_SAYS_NOTHING))


def _trimmed(work: str, left: int, at: int) -> int:
    while at > left and work[at - 1] in _TRAILING:
        at -= 1
    return at


def _at_signs(page: Page, left: int, right: int) -> Iterator[tuple[int, str, int]]:
    """The places in a line that a sign or a blank marks, and its end, with what trails there."""
    depth, stops = 0, 0
    counts: dict[str, int] = {}
    dot = "stop" if _writes_dots(page.work, left, right) else "dot"
    for match in _SIGN.finditer(page.work, left, min(right, left + _FARTHEST)):
        sign = match[0]
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif kind := _kind_of(page, match, sign, depth):
            kind = dot if kind == "dot" else kind
            counts[kind] = counts.get(kind, 0) + 1
            if counts[kind] <= _MOST_OF_A_KIND:
                yield match.start(), kind, stops
            stops += kind in _ENDS_CLAUSE
            if stops == _MOST_STOPS:
                break
    # where the next marker stands behind it on its line
    ends_in_zero = right - left > 1 and page.work[right - 1] in _ZEROS and _SIGN.match(page.work, right - 1)
    yield right - 1 if ends_in_zero else right, "end", stops


def _writes_dots(work: str, left: int, right: int) -> bool:
    """Does the line of a heading end in a dot, with no full stop before it, so that its other dots are full stops too?"""
    end = work.find("\n", right, right + _FARTHEST)
    words = work[left : end if end >= 0 else right + _FARTHEST].rstrip(LINE_BLANKS)
    return words.endswith("．") and "。" not in words


def _kind_of(page: Page, match: re.Match[str], sign: str, depth: int) -> str | None:
    """What a sign, which is no bracket, marks: a place where a heading could end, or None if it is no such place."""
    if sign in SENTENCE_ENDS and sign != "？":
        return "inner" if depth else "stop"
    work, at = match.string, match.start()
    if sign[0] in _SAYS_NOTHING:
        if OMITTED in sign:
            return "left out"
        if NOTHING in sign:
            soft = any(join[1] in page.soft for join in page.joins_in(at, match.end()))
            return "soft" if soft else None
        if is_inside(page.blanks, at) or (len(sign) == 1 and _is_inside_name(work, at)):
            return None
        return None if depth else "gap" if len(sign) == 1 else "gaps"
    if sign in _ZEROS:
        return None if depth else "zero"
    if sign == "．":
        return "dot" if not depth and _is_full_stop(work, at) else None
    if sign == "：" and work[at - 1].isdigit() and work[at + 1 : at + 2].isdigit():
        return None
    if sign == "？" and _MASK.match(work, at - 1):
        return None
    if sign == "；" and _ENTITY.search(work, max(0, at - _LONGEST_ENTITY), at):
        return None
    if depth:
        return None if sign == "：" else "inner"
    return _KINDS.get(sign, "stop")


def _is_inside_name(work: str, blank: int) -> bool:
    """Does a blank stand in a name or a quantity: GB/T 10060, 54 ℃, 1 500 r/min?"""
    before, after = work[blank - 1], work[blank + 1 : blank + 2]
    return before.isascii() and before.isalnum() and ((after.isascii() and after.isalnum()) or after in _UNIT_SIGNS)


def _is_full_stop(work: str, dot: int) -> bool:
    """Does a dot stand for a full stop, behind a Chinese character that is no numeral and before another or a digit, or is it the first of
    three?"""
    after = work[dot + 1 : dot + 2]
    is_between = "\u4e00" <= work[dot - 1] <= "\u9fff" and ("\u4e00" <= after <= "\u9fff" or after.isdecimal())
    return (is_between and work[dot - 1] not in _NUMERALS) or work.startswith("．．．", dot)
