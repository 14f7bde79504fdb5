"""Who may be addressed before the first point: a line or the beginning of one, or a greeting behind the title; and what speaks for each."""

from bisect import bisect_left
from collections.abc import Iterator

from outline.lexicon.addresses import (
    address_at,
    greeting_in,
    hearer,
    recipients_at,
    recipients_behind_number,
    welcomes,
)
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import title_in_line
from outline.numbering.features import Facts
from outline.page.lines import Span, strip_blanks
from outline.patterns import late
from outline.sections.frame_weights import Choice, Told
from outline.sections.head_lines import HeadLine

_LONGEST, _FARTHEST = 80, 600
_STOP = late(r"[：！，]")
_STOPS, _WELCOME = 4, 24
_LENGTHS = (4, 6, 10, 20, 40)
_DISTANCES = (0, 20, 60, 120, 300)
_PLACES = (0, 1, 2, 4, 8, 16)


def salutation_choices(work: str, lines: list[HeadLine]) -> Iterator[Choice]:
    """What may be the salutation among the first lines of a text."""
    yield Choice(None, ((of_none, ()),))
    for n in range(len(lines)):
        for span, how in dict(_spans(work, lines[n])).items():
            yield Choice(span, tuple(_told(work, lines, n, span, how)))


def _spans(work: str, line: HeadLine) -> Iterator[tuple[Span, str]]:
    start, end = line.start, line.stop
    stops = []
    for m in _STOP.finditer(work, start, min(end, start + _LONGEST)):
        stops.append(m.end())
        if len(stops) == _STOPS or work[m.start()] != "，":
            break
    for stop in stops:
        if hearer(squeezed(work[start : stop - 1].rstrip())):
            yield (start, stop), "words"
    whole = address_at(work, start, end)
    office = recipients_at(work, start, end)
    if whole:
        yield whole, "address"
    if office:
        yield office, "office"
    far = min(end, start + _FARTHEST)
    behind = recipients_behind_number(work, start, far)
    greeting = None if whole else greeting_in(work, start, far)
    if behind:
        yield behind, "office"
    if greeting and greeting != whole:
        yield greeting, "greeting"


def _told(work: str, lines: list[HeadLine], n: int, span: Span, how: str) -> Iterator[Told]:
    start, end = span
    line = lines[n]
    words, mark = squeezed(work[start : end - 1].rstrip()), work[end - 1]
    where = "line" if end == line.stop and start == line.start else "head" if start == line.start else "inside"
    yield of_words, (how, where, mark, hearer(words), bisect_left(_LENGTHS, len(words)), line.kind)
    yield of_line, (line.is_soft, bisect_left(_PLACES, n), lines[n - 1].kind if n else "top", where)
    after, _ = strip_blanks(work, end, min(end + _LONGEST, len(work)))
    is_welcomed = welcomes(squeezed(work[after : after + _WELCOME]))
    is_addressed = address_at(work, after, len(work)) is not None
    yield of_what_follows, (is_welcomed, mark, is_addressed and after >= line.end, is_addressed and after < line.end)
    if where == "inside":
        title = title_in_line(work, line.start, start)
        is_behind = title is not None and title[1] >= start - 1
        distance = bisect_left(_DISTANCES, start - line.start)
        yield of_what_precedes, (distance, is_behind, title is not None, words.startswith("尊敬"))


def of_none(_facts: Facts) -> Iterator[str]:
    """What speaks for there being no salutation."""
    yield "none"


def of_words(facts: Facts) -> Iterator[str]:
    """What speaks for words that may address somebody, and for the sign behind them."""
    how, where, mark, who, length, line = facts
    yield f"how={how}"
    yield f"how={how} where={where}"
    yield f"how={how} mark={mark}"
    yield f"where={where} mark={mark}"  # 各位代表！ within a line is no salutation
    yield f"hearer={who} how={how}"  # 们, 各位, 政府
    yield f"length={length} how={how}"
    yield f"kind={line} how={how}"


def of_line(facts: Facts) -> Iterator[str]:
    """What speaks for the line in which they stand."""
    is_soft, place, before, where = facts
    yield f"soft={is_soft}"  # the second half of a line that was too long
    yield f"place={place}"
    yield f"before={before} where={where}"


def of_what_follows(facts: Facts) -> Iterator[str]:
    """What speaks for what stands behind them."""
    is_welcomed, mark, is_addressed_below, goes_on = facts
    yield f"welcome={is_welcomed}"  # 大家好！
    yield f"mark={mark} address next={is_addressed_below}"  # 尊敬的主席， / 各位同事：
    yield f"mark={mark} goes on={goes_on}"  # 尊敬的主席，各位同事：


def of_what_precedes(facts: Facts) -> Iterator[str]:
    """What speaks for what stands before them on their line."""
    distance, is_behind_title, has_title, is_dear = facts
    yield f"distance={distance}"
    yield f"behind title={is_behind_title}"
    yield f"behind title={has_title} dear={is_dear}"
