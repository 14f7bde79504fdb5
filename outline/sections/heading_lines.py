"""Where the heading of one marker ends, as far as its own line and punctuation tell."""

import re

from outline.notation.styles import STYLES
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE
from outline.page.fold import LINE_BLANKS, NOTHING, OMITTED
from outline.page.lines import Span, strip_blanks
from outline.page.sentences import CLAUSE_ENDS, CLOSING, OPENING

_STOPS = CLAUSE_ENDS + "\n" + OMITTED
_STOP_OR_BRACKET = re.compile(f"[{re.escape(_STOPS + '．' + OPENING + CLOSING)}]")
_DOT_AS_FULL_STOP = re.compile(r"(?<=[\u4e00-\u9fff])．(?=[\u4e00-\u9fff])|．{3}")
_LONGEST_ALONE, _LONGEST_OF_TWO_SENTENCES = 60, 30
_DRESS = "*#"
BETWEEN = CLAUSE_ENDS + "．：，、*#" + LINE_BLANKS + OMITTED
"""What may stand between a heading and its body on one line."""
_TRAILING = BETWEEN + "\n"


def heading_end(work: str, marker: Candidate, limit: int) -> int:
    """Where the heading of `marker` ends: an offset in code points, before its closing punctuation, not past `limit`.

    A heading alone on its line is the rest of the line, and so is one that the file marks as such; a run-in heading is the first sentence.
    """
    start = marker.end
    if marker.styled_end:
        return start + len(work[start : min(marker.styled_end, limit)].rstrip(_TRAILING))
    left, line_end = _line_of_heading(work, marker, limit)
    left, right = strip_blanks(work, left, line_end)
    if OMITTED in work[start:left]:
        return start
    while right > left and work[right - 1] in _DRESS:
        right -= 1
    if marker.announced and start + marker.announced <= right:
        return start + marker.announced
    stop = first_stop(work, left, right)
    heads_line = marker.edge in HEADS_LINE and OMITTED not in work[right:line_end]
    longest = _LONGEST_ALONE if stop < right and work[stop] in "；" else _LONGEST_OF_TWO_SENTENCES
    if stop < right and right - left <= longest and heads_line and _stands_alone(work, stop, right, limit):
        stop = right
    elif stop < right or right - left > _LONGEST_ALONE:
        stop = _before_gap(work, left, stop)
        if work[stop:right].rstrip(_TRAILING):
            stop = _after_label(work, left, stop)
    while stop > start and work[stop - 1] in _TRAILING:
        stop -= 1
    return stop


def _line_of_heading(work: str, marker: Candidate, limit: int) -> Span:
    """The line that the heading begins, from behind the marker: the next one with words where the marker of a chapter or an article stands
    alone on its own."""
    start = marker.end
    line_end = work.find("\n", start, limit)
    line_end = limit if line_end < 0 else line_end
    left, right = strip_blanks(work, start, line_end)
    if left < right or marker.edge not in HEADS_LINE or not STYLES[marker.kind].heading_below:
        return start, line_end
    below, _ = strip_blanks(work, line_end, limit)
    line_end = work.find("\n", below, limit)
    return below, limit if line_end < 0 else line_end


def first_stop(work: str, start: int, end: int) -> int:
    """Where the first sentence of `work[start:end]` ends: before 。；！？… outside brackets and quotation marks, or at `end`."""
    depth, inner = 0, -1
    for match in _STOP_OR_BRACKET.finditer(work, start, end):
        sign = match[0]
        if sign == "．" and not _DOT_AS_FULL_STOP.match(work, match.start()):
            continue
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            return match.start()
        elif inner < 0:
            inner = match.start()
    return inner if depth and inner >= 0 else end


def _stands_alone(work: str, stop: int, right: int, limit: int) -> bool:
    """Does the line that ends at `right` end like a heading, without a full stop, though there is a stop in it?

    Where the text ends with the line, it may have been cut off; then only a semicolon is taken for part of a heading.
    """
    return work[right - 1] not in CLAUSE_ENDS + "．：" and (
        right < limit or (limit == len(work) and work[stop] in "；")
    )


_LABEL = re.compile(r"[^，、：\n]{2,12}(?=：)")


def _after_label(work: str, start: int, stop: int) -> int:
    """Where a colon parts a short heading from the sentences behind it (（一）整治占道经营：摊位…。沿街…。), or `stop`."""
    label = _LABEL.match(work, start, stop + 1)
    return label.end() if label else stop


_GAP = re.compile(r" (?<=[\u4e00-\u9fff”）》] ) *(?=[\u4e00-\u9fff“（《])")
_STRAY_BLANK = re.compile(r"(?<=[\u4e00-\u9fff”）》]) +(?=[\u4e00-\u9fff“（《\d])|(?<=\d) (?=[\u4e00-\u9fff])")
_MOST_STRAY, _NEIGHBOURHOOD = 3, 200
_SHORTEST = 4


def _before_gap(work: str, start: int, stop: int) -> int:
    """Where a blank parts the heading from the sentence behind it (一、坚定…决心 前不久召开的…), or `stop`.

    Where blanks are strewn all over the text, one says nothing.
    """
    unclosed, at = 0, start
    for gap in _GAP.finditer(work, start + _SHORTEST, stop):
        unclosed += _unclosed(work[at : gap.start()])
        at = gap.start()
        if unclosed <= 0:
            return stop if _stray_blanks_behind(work, start) > _MOST_STRAY else at
    return stop


def _stray_blanks_behind(work: str, start: int) -> int:
    behind = work[start : start + 2 * _NEIGHBOURHOOD].replace(NOTHING, "")
    return len(_STRAY_BLANK.findall(re.sub(r"\s+", " ", behind)[:_NEIGHBOURHOOD]))


def _unclosed(words: str) -> int:
    """How many more brackets and quotation marks open than close."""
    return sum(map(words.count, OPENING)) - sum(map(words.count, CLOSING))
