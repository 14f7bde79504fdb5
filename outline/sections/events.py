"""Levels → events: one flat row of what stands where, in document order; `grammar/outline.lark` says how they follow on each other."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from outline.document import Sign
from outline.notation.styles import HOLDS_A_TEXT
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.openings import Opening
from outline.page.dress import before_dress, behind_emphasis
from outline.page.lines import SAYS_NOTHING, strip_blanks
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.page.without_unseen import Unseen
from outline.sections import frame
from outline.sections.brothers import Brothers
from outline.sections.cleaning import clean
from outline.sections.closing_subject import Whole
from outline.sections.event import Event
from outline.sections.head_lines import paragraphs_of, past_dress
from outline.sections.heading_places import BETWEEN
from outline.sections.headings import heading_ends
from outline.sections.leaf_texts import text_of, text_of_table

Stretch = tuple[int, int]
"""From where to where, in code points."""

_STRAY = frozenset("、．：。，）")
"""Signs behind a marker that the grammar does not take for a part of it, as in （一）： and 一、，: they begin no heading."""


def find_events(openings: list[Opening], page: Page) -> Iterator[Event]:
    """The events of a text with these `openings`, which are in document order. They are made as they are asked for: all at once would weigh
    as much as the outline.

    >>> from outline.document import Document
    >>> from outline.page.page import lay_out
    >>> [(event.kind, event.text) for event in find_events([], lay_out(Document("在座谈会上的讲话\\n同志们：\\n今天开个会。")))]
    [('title', '在座谈会上的讲话'), ('salutation', '同志们：'), ('preamble', '今天开个会。')]
    """
    front = frame.front(page, openings[0].marker.start if openings else len(page.work))
    events: Iterator[Event] = chain(_before(front, page), _sections(openings, page, frame.whole(page, front)))
    if page.document.signs:
        events = _with_whole_signs(events, page.document.signs)
    events = _with_furniture(events, page) if page.furniture else events
    return _in_source(events, page.unseen) if page.unseen else events


def _in_source(events: Iterator[Event], unseen: Unseen) -> Iterator[Event]:
    """The events with the places of the source, in which characters stand that nobody sees."""
    for event in events:
        at = event.start
        event.start, event.end = unseen.span(event.start, event.end)
        if event.type == "OPEN":
            event.start = event.end = unseen.start(at)
        yield event


def _with_whole_signs(events: Iterator[Event], signs: tuple[Sign, ...]) -> Iterator[Event]:
    """The events, none of which ends inside a sign of markup: for lines, `&amp;` is one character, and nothing."""
    for event in events:
        n = bisect_left(signs, (event.end,)) - 1
        if n >= 0 and event.end < signs[n].end:
            event.start = event.start if event.start < event.end else signs[n].end
            event.end = signs[n].end
        yield event


def _with_furniture(events: Iterator[Event], page: Page) -> Iterator[Event]:
    waiting = deque(page.furniture)
    for event in events:
        while waiting and waiting[0][0] < event.start:
            yield _furniture(page, *waiting.popleft())
        yield event
    yield from (_furniture(page, *stretch) for stretch in waiting)


def _furniture(page: Page, start: int, end: int) -> Event:
    return Event("FURNITURE", start, end, clean(page.as_given(start, end)))


def _before(front: frame.Front, page: Page) -> list[Event]:
    events = [_event("PREAMBLE", page, stretch) for stretch in front.preamble]
    events += [_event("TITLE", page, front.title)] if front.title else []
    events += [_event("SALUTATION", page, front.salutation)] if front.salutation else []
    return sorted(events, key=attrgetter("start"))


def _sections(openings: list[Opening], page: Page, whole: Whole) -> Iterator[Event]:
    """Every section, from its OPEN to the CLOSE that ends it, and the closings of the speeches and of the `whole` text."""
    if not openings:
        return
    work = page.work
    limits = [*(opening.marker.start for opening in openings[1:]), len(work)]
    stops, guessed = heading_ends(openings, limits, page)
    guesses, speeches = set(guessed), _ends_of_speeches(openings)
    brothers: dict[int, Brothers] = {}
    begin = before_dress(work, openings[0].marker.start)
    for n, opening in enumerate(openings):
        start = behind_emphasis(work, opening.marker.start, opening.marker.end)
        heading, body = _heading_and_body(page, start, stops[n], limits[n])
        closing: list[Stretch] = []
        if n in speeches:
            like = brothers.get(opening.marker.family, Brothers())
            body, closing = _without_closing(page, body, opening, like, whole)
            brothers.clear()
        else:
            like = brothers.get(opening.marker.family, Brothers())
            is_parent = openings[n + 1].level > opening.level
            brothers[opening.marker.family] = like.with_parent() if is_parent else like.with_body(work, body)
        yield Event("OPEN", begin, begin, "", opening)
        if opening.marker.is_marker:
            yield _marker(page, opening)
        yield Event("HEADING", *heading, text_of(page, *heading), opening, n in guesses)
        for stretch in body:
            yield _event("PARAGRAPH", page, stretch)
        begin = before_dress(work, limits[n]) if limits[n] < len(work) else limits[n]
        last, depth = opening.marker.end, opening.level
        if closing:
            yield from _closes(work, last, before_dress(work, closing[0][0]), depth - speeches[n])
            for stretch in closing:
                yield _event("CLOSING", page, stretch)
            last, depth = closing[-1][1], speeches[n]
        stay = openings[n + 1].level - 1 if n + 1 < len(openings) else 0
        yield from _closes(work, last, begin, depth - stay)


def _marker(page: Page, opening: Opening) -> Event:
    marker = opening.marker
    is_part = opening.level == 1 and marker.rank in HOLDS_A_TEXT
    text = text_of(page, marker.start, marker.end)
    return Event("PART" if is_part else "MARKER", marker.start, marker.end, text, opening)


def _closes(work: str, start: int, end: int, count: int) -> list[Event]:
    """The ends of `count` sections that are over before `end`: behind the last character from `start` on that is neither blank nor
    furniture."""
    while count and end > start and (work[end - 1].isspace() or work[end - 1] in SAYS_NOTHING):
        end -= 1
    return [Event("CLOSE", end, end) for _ in range(count)]


def _ends_of_speeches(openings: list[Opening]) -> dict[int, int]:
    """The places in `openings` of the last section of every speech, and how many sections stay open behind it, for the closing: one if the
    speech is a section itself (第一篇), none if it is the text, behind which annexes may follow."""
    ends: dict[int, int] = {}
    in_a_part = 0
    tops = [n for n, opening in enumerate(openings) if opening.level == 1]
    # Behind the closing of the text there are only annexes.
    last = max((n for n in tops if openings[n].marker.rank not in HOLDS_A_TEXT), default=0)
    for n, opening in enumerate(openings):
        if opening.level == 1:
            in_a_part = int(opening.marker.rank in HOLDS_A_TEXT)
        is_last = n + 1 == len(openings)
        is_text = n >= last and not is_last and openings[n + 1].marker.kind == "ANNEX"
        if is_last or (openings[n + 1].level == 1 and (in_a_part or is_text)):
            ends[n] = in_a_part
    return ends


def _heading_and_body(page: Page, start: int, stop: int, limit: int) -> tuple[Stretch, list[Stretch]]:
    """The heading between a marker that ends at `start` and `stop`, and the paragraphs behind it up to `limit`."""
    work = page.work
    left, right = strip_blanks(work, start, stop)
    while left < right and work[left] in _STRAY and not work[left + 1 : left + 2].isdigit():
        left, right = strip_blanks(work, left + 1, right)
    if "\n" in work[start:left]:  # the heading has a line of its own, with its own signs
        left = past_dress(work, left, right)
    body_start = max(right, start)
    while body_start < limit and work[body_start] in BETWEEN:
        body_start += 1
    body = paragraphs_of(page, body_start, limit)
    return (left, right) if left < right else (start, start), body


def _without_closing(
    page: Page, body: list[Stretch], opening: Opening, brothers: Brothers, whole: Whole
) -> tuple[list[Stretch], list[Stretch]]:
    """The `body` of the last section of a speech, which `opening` opens, and the closing that was taken from it."""
    is_inside = opening.marker.edge not in (*HEADS_LINE, Edge.BROKEN)
    at = frame.closing_start(page, body, brothers, is_inside, whole)
    if at is None:
        return body, []
    n = next(n for n, (_, end) in enumerate(body) if end > at)
    start, end = body[n]
    before = [strip_blanks(page.work, start, at)] if says_something(page.work[start:at]) else []
    return [*body[:n], *before], [(at, end), *body[n + 1 :]]


def _event(type_: str, page: Page, stretch: Stretch) -> Event:
    table = page.table_at(stretch[0]) if page.tables else None
    if table is None:
        return Event(type_, *stretch, text_of(page, *stretch))
    return Event(type_, *stretch, text_of_table(page, table, *stretch), is_table=True)
