"""What frames the points: title, salutation and preamble before them, the closing after them."""

import re
from typing import NamedTuple

from outline.lexicon.addresses import address_at, greeting_at, greeting_in, recipients_at, recipients_behind_number
from outline.lexicon.squeezed import found_in
from outline.lexicon.titles import ends_as_title, named_by_file, title_in_line
from outline.page.lines import Span, strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import paragraphs, says_something
from outline.page.sentences import CLAUSE_ENDS

_NOT_A_TITLE = re.compile(
    r"[—–─（【\[-]|.{0,6}：|\d{4}-\d{2}|[〇○一二三四五六七八九十\d]{4}年.{0,12}日|[\d\s]+\Z|.*[。！？；：，]\Z"
    r"|.{1,20}[〔\[]\d{4}[〕\]] ?第? ?\d+ ?号"
)
_LONGEST_TITLE, _LONGEST_SALUTATION, _HEAD_LINES = 80, 80, 40
_FARTHEST_SALUTATION = 300
_SHORTEST_TITLE_LINE, _LONGEST_TORN_OFF = 6, 2
_SPEAKER = re.compile(r"[\u4e00-\u9fff]{2,4}：")
_CLOSING = re.compile(
    r"(?:总之|[总综]上|谢谢大家|最后，(?:祝|让我们)|结束?语：?\s*\Z|以上[^，。\n]{0,6}[几两二三四五六七八九十\d]+[个点件条项])"
)
_FAR_ENOUGH = 40
_DRESS = "#*>？ •●◆■"
_SENTENCE_BEHIND = re.compile(rf"[{CLAUSE_ENDS}]\s*")


class Front(NamedTuple):
    """What stands before the first section, as (start, end) in code points."""

    title: Span | None
    salutation: Span | None
    preamble: list[Span]


def front(page: Page, end: int) -> Front:
    """Title, salutation and preamble of `page.work[:end]`."""
    work = page.work
    said = [line for line in paragraphs(work, 0, end) if says_something(work[slice(*line)])]
    lines = [(_past_dress(work, start, stop), stop) for start, stop in said]
    salutation = _salutation(work, lines[:_HEAD_LINES])
    head = [line for line in lines[:_HEAD_LINES] if not salutation or line[0] < salutation[0]]
    title = _title(work, head, salutation)
    taken = [span for span in (title, salutation) if span]
    last = max((stop for _, stop in taken), default=0)
    rest = [piece for line in lines for piece in (_without(work, line, taken) if line[0] < last else (line,))]
    return Front(title, salutation, rest)


def _past_dress(work: str, start: int, end: int) -> int:
    """`start` moved behind the Markdown signs, bullets and question marks (once blanks) that dress a line."""
    at = start
    while at < end - 1 and work[at] in _DRESS:
        at += 1
    return at if work[at].isalnum() else start


def _salutation(work: str, lines: list[Span]) -> Span | None:
    """The first line that is an address; where line breaks are gone, the first address behind what may be a title."""
    for start, end in lines:
        whole = address_at(work, start, end) or recipients_at(work, start, end)
        if whole and whole[1] == end and end - start <= _LONGEST_SALUTATION:
            return start, end
        if whole and whole[1] < end and work[whole[1] - 1] in "：！":
            return whole
        inside = _salutation_inside(work, start, end)
        if inside:
            return inside
    return None


def _salutation_inside(work: str, start: int, end: int) -> Span | None:
    """A salutation that stands behind a title on one line: it ends in a colon, or the line begins with a title."""
    end = min(end, start + _FARTHEST_SALUTATION)
    recipients = recipients_behind_number(work, start, end)
    if recipients:
        return recipients
    greeting = greeting_in(work, start, end)
    if not greeting:
        return None
    is_certain = work[greeting[1] - 1] == "：" or work[greeting[0]] == "尊" or title_in_line(work, start, end)
    return greeting if is_certain else None


def _title(work: str, lines: list[Span], salutation: Span | None) -> Span | None:
    """The first line that ends in a kind of speech (讲话, 报告 …), with the lines it was broken from; else the first that could be one.

    A file name (讲话稿.docx) is the title only if no other line begins with its words.
    """
    for line in lines:
        name = named_by_file(work[slice(*line)])
        words = re.compile(r"\s?".join(map(re.escape, name))) if name else None
        again = words and next((m for other in lines if other != line and (m := words.match(work, *other))), None)
        if again:
            return again.span()
    return _title_by_its_words(work, lines, salutation)


def _title_by_its_words(work: str, lines: list[Span], salutation: Span | None) -> Span | None:
    likely = []
    for n, (start, end) in enumerate(lines):
        limit = min(end, salutation[0]) if salutation and start < salutation[0] else end
        if limit - start > _LONGEST_TITLE or (limit < end and not ends_as_title(work[start:limit].rstrip())):
            inside = title_in_line(work, start, limit)
            if inside:
                return inside
            break
        text = work[start:limit].strip()
        if _NOT_A_TITLE.match(text) and not (_SPEAKER.match(text) and ends_as_title(text)):
            continue
        likely.append(n)
        if ends_as_title(text):
            return lines[_first_of_broken(work, lines, likely)][0], start + len(work[start:limit].rstrip())
        torn_off = lines[n + 1] if n + 1 < len(lines) else (end, end)
        is_torn = len(text) > _LONGEST_TORN_OFF >= torn_off[1] - torn_off[0]
        if is_torn and ends_as_title(text + work[slice(*torn_off)]):
            return lines[_first_of_broken(work, lines, likely)][0], torn_off[1]
    return lines[likely[0]] if likely else None


def _first_of_broken(work: str, lines: list[Span], likely: list[int]) -> int:
    """The first of the lines that run into the last of `likely` without a blank line between them."""
    first = likely[-1]
    while (
        first - 1 in likely
        and work.count("\n", lines[first - 1][1], lines[first][0]) == 1
        and lines[first - 1][1] - lines[first - 1][0] >= _SHORTEST_TITLE_LINE
    ):
        first -= 1
    return first


def _without(work: str, line: Span, taken: list[Span]) -> list[Span]:
    """What is left of `line` beside the spans that lie in it."""
    start, end = line
    pieces = []
    for a, b in sorted(taken):
        if start <= a and b <= end:
            pieces.append((start, a))
            start = b
        elif a < end and start < b:
            return []
    trimmed = (strip_blanks(work, a, b) for a, b in [*pieces, (start, end)])
    return [(a, b) for a, b in trimmed if a < b]


def closing_start(page: Page, body: list[Span], inside_paragraph: bool) -> int | None:
    """Where the closing begins in the body of the last section: at the first paragraph that addresses the audience or sums up, or, where
    line breaks are gone, at the first such sentence.

    Behind a section that stands `inside_paragraph` much of the speech may follow, with an address now and then: the last one counts.
    """
    work = page.work
    body = [(_past_dress(work, start, end), end) for start, end in body]
    starts = [start for start, end in body if address_at(work, start, end) or _closes(work, start, end)]
    if starts:
        return starts[-1 if inside_paragraph else 0]
    if len(body) == 1:
        end = body[0][1]
        for stop in _SENTENCE_BEHIND.finditer(work, *body[0]):
            if greeting_at(work, stop.end(), end) or _closes(work, stop.end(), end):
                return stop.end()
    return None


def _closes(work: str, start: int, end: int) -> bool:
    return found_in(work, start, min(end, start + _FAR_ENOUGH), _CLOSING.match) is not None
