"""Where a heading ends, and where its body begins."""

import re
from collections.abc import Iterable, Iterator
from statistics import median

from outline.lexicon.titles import title_in_line
from outline.notation.styles import A_SPEECH, GLUED_AT_MOST, LEAST_OF_A_SPEECH, LEAST_OF_RUNNING_TEXT, STYLES
from outline.numbering.candidates import Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.nesting import Opening
from outline.page.fold import LINE_BLANKS, NOTHING, OMITTED
from outline.page.lines import Span, strip_blanks
from outline.page.page import Page
from outline.page.sentences import CLAUSE_ENDS, CLOSING, OPENING
from outline.sections.glued import LONGEST_HEADING, NO_PAIRS, Boundary, Pairs, likeliest_boundary, odds_of

_STOPS = CLAUSE_ENDS + "\n" + OMITTED
_STOP_OR_BRACKET = re.compile(f"[{re.escape(_STOPS + '．' + OPENING + CLOSING)}]")
_DOT_AS_FULL_STOP = re.compile(r"(?<=[\u4e00-\u9fff])．(?=[\u4e00-\u9fff])|．{3}")
_LONGEST_ALONE, _LONGEST_OF_TWO_SENTENCES = 60, 30
_LEAST_ODDS, _LEAST_ODDS_OF_ONE, _IMPOSSIBLE = -0.8, -3.0, -9.0
_LEAST_ODDS_AT_LINE_END = 1.0
_LINE_END = re.compile(rf"[{LINE_BLANKS}]*(?:\n|\Z)")
_DRESS = "*#"
BETWEEN = CLAUSE_ENDS + "．：，、*#" + LINE_BLANKS + OMITTED
"""What may stand between a heading and its body on one line."""
_TRAILING = BETWEEN + "\n"


def heading_ends(openings: list[Opening], limits: list[int], page: Page) -> tuple[list[int], list[int]]:
    """Where the heading of every section ends, before its closing punctuation and its limit, where the next section begins: offsets in code
    points. And the places of the sections whose headings run into their bodies without a sign, so that where they end is a guess."""
    work = page.work
    ends = [heading_end(work, o.marker, limit) for o, limit in zip(openings, limits, strict=True)]
    for n, opening in enumerate(openings):
        if opening.marker.rank == A_SPEECH and not _LINE_END.match(work, ends[n]):
            title = title_in_line(work, opening.marker.end, ends[n])  # the heading of a speech is its title
            ends[n] = title[1] if title else ends[n]
    pairs, guessed = Pairs(work), []
    for n, opening in enumerate(openings):
        broken = _at_line_end(page, opening.marker, ends[n], pairs)
        if broken is not None:
            ends[n] = broken
            guessed.append(n)
    for members in _series_inside_paragraphs(openings):
        for n, boundary in _glued(work, pairs, [(n, openings[n].marker.end, ends[n]) for n in members]):
            ends[n] = boundary
            guessed.append(n)
    return ends, guessed


def _series_inside_paragraphs(openings: list[Opening]) -> Iterator[list[int]]:
    """The series that could have lost their line breaks: those of a style that heads lines, most of whose members do not.

    Where most points of the styles at home on lines kept theirs, none has lost one.
    """
    if _most_head_lines([o.marker for o in openings if LEAST_OF_A_SPEECH <= o.marker.rank < LEAST_OF_RUNNING_TEXT]):
        return
    series: dict[int, list[int]] = {}
    for n, opening in enumerate(openings):
        if LEAST_OF_A_SPEECH <= opening.marker.rank <= GLUED_AT_MOST:
            series.setdefault(opening.series, []).append(n)
    for members in series.values():
        if not _most_head_lines([openings[n].marker for n in members]):
            yield members


def _most_head_lines(markers: list[Candidate]) -> bool:
    return bool(markers) and 2 * sum(m.edge in (*HEADS_LINE, Edge.BROKEN) for m in markers) >= len(markers)


def _glued(work: str, pairs: Pairs, sentences: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The members (n, start, stop) of a series whose headings are glued to their bodies, with the offsets where these end.

    Headings of one series are glued alike: the series decides whether they are, each member where.
    """
    if not _may_be_glued(likeliest_boundary(work, start, stop, NO_PAIRS) for _, start, stop in sentences):
        return  # nothing that often stands together can make a boundary likelier
    found = {n: likeliest_boundary(work, start, stop, pairs.around(start)) for n, start, stop in sentences}
    if _may_be_glued(found.values()):
        yield from ((n, b.offset) for n, b in found.items() if b and b.odds > _LEAST_ODDS_OF_ONE)


def _may_be_glued(boundaries: Iterable[Boundary | None]) -> bool:
    return median(boundary.odds if boundary else _IMPOSSIBLE for boundary in boundaries) > _LEAST_ODDS


def _at_line_end(page: Page, marker: Candidate, end: int, pairs: Pairs) -> int | None:
    """Where the heading ends if it filled its line, and the paragraph behind it was joined to it though nothing shows where it begins."""
    work, start = page.work, marker.end
    joins = page.joins_in(start, end) if marker.edge in HEADS_LINE else ()
    sentence = work[start:end].replace(NOTHING, "") if joins else ""
    for join, _ in joins:
        at = len(work[start:join].replace(NOTHING, ""))
        if at >= LONGEST_HEADING:
            break
        if odds_of(sentence, at, pairs.around(start)) > _LEAST_ODDS_AT_LINE_END:
            return join
    return None


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
