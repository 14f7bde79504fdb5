"""Who may be addressed before the first point: a line or the beginning of one, or a greeting behind the title; and what speaks for each."""

import re
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
from outline.page.lines import Span, strip_blanks
from outline.sections.frame_weights import Choice
from outline.sections.head_lines import HeadLine

_LONGEST, _FARTHEST = 80, 600
_STOP = re.compile(r"[：！，]")
_STOPS, _WELCOME = 4, 24
_LENGTHS = (4, 6, 10, 20, 40)
_DISTANCES = (0, 20, 60, 120, 300)
_PLACES = (0, 1, 2, 4, 8, 16)


def salutation_choices(work: str, lines: list[HeadLine]) -> Iterator[Choice]:
    """What may be the salutation among the first lines of a text."""
    yield Choice(None, ("none",))
    for n in range(len(lines)):
        for span, how in dict(_spans(work, lines[n])).items():
            yield Choice(span, tuple(_features(work, lines, n, span, how)))


def _spans(work: str, line: HeadLine) -> Iterator[tuple[Span, str]]:
    start, end = line.start, line.stop
    stops = []
    for m in _STOP.finditer(work, start, min(end, start + _LONGEST)):
        stops.append(m.end())
        if len(stops) == _STOPS or work[m.start()] != "，":
            break
    for stop in stops:
        if hearer(squeezed(work[start : stop - 1])):
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


def _features(work: str, lines: list[HeadLine], n: int, span: Span, how: str) -> Iterator[str]:
    start, end = span
    line = lines[n]
    words = squeezed(work[start : end - 1])
    where = "line" if end == line.stop and start == line.start else "head" if start == line.start else "inside"
    mark = work[end - 1]
    yield f"how={how}"
    yield f"how={how} where={where}"
    yield f"how={how} mark={mark}"
    yield f"where={where} mark={mark}"  # 各位代表！ within a line is no salutation
    yield f"hearer={hearer(words)} how={how}"  # 们, 各位, 政府
    yield f"length={bisect_left(_LENGTHS, len(words))} how={how}"
    yield f"soft={line.is_soft}"  # the second half of a line that was too long
    yield f"place={bisect_left(_PLACES, n)}"
    yield f"kind={line.kind} how={how}"
    yield f"before={lines[n - 1].kind if n else 'top'} where={where}"
    after, _ = strip_blanks(work, end, min(end + _LONGEST, len(work)))
    yield f"welcome={welcomes(squeezed(work[after : after + _WELCOME]))}"  # 大家好！
    yield f"mark={mark} address next={address_at(work, after, len(work)) is not None}"  # 尊敬的主席， / 各位同事：
    if where == "inside":
        yield f"distance={bisect_left(_DISTANCES, start - line.start)}"
        inside = title_in_line(work, line.start, start)
        yield f"behind title={inside is not None and inside[1] >= start - 1}"
        yield f"behind title={inside is not None} dear={words.startswith('尊敬')}"
