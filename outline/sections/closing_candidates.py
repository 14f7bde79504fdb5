"""Where the closing may begin behind the last point of a speech, and what speaks for each place."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from outline.lexicon.addresses import address_at, calls_out, greeting_at
from outline.lexicon.closings import cue
from outline.lexicon.squeezed import squeezed
from outline.page.lines import Span
from outline.page.sentences import CLAUSE_ENDS
from outline.sections.frame_weights import Choice
from outline.sections.head_lines import past_dress

_SENTENCE_BEHIND = re.compile(rf"[{CLAUSE_ENDS}][{CLAUSE_ENDS}\s\u2060]*")
_LOOKED_AT, _FARTHEST = 60, 100
_SIGNED_BELOW = (["annexes"], ["signature"], ["date"])
_SIGNATURE, _ABOVE_SIGNATURE = ("signature", "date"), ("annexes", "replies", "asks")
_PLACES = (0, 1, 2, 3, 6, 12, 30)


def closing_choices(work: str, body: list[Span], most: int, inside: bool) -> Iterator[Choice]:
    """Where the closing may begin in the paragraphs `body` of the last section.

    - `most`: how many paragraphs each of its brothers had at most, -1 if it has none;
    - `inside`: does the section stand inside a paragraph? Much of the speech may follow it.
    """
    yield Choice(None, ("none",))
    spans = [(past_dress(work, start, end), end) for start, end in body]
    cues = [_cue(work, *span) for span in spans]
    addressed = [n for n, what in enumerate(cues) if what == "address"]
    first = next((n for n, what in enumerate(cues) if what), len(cues))
    for n, (start, end) in enumerate(spans):
        facts = tuple(_features(cues, n, most, inside))
        if n == 0 and cues[1:2] in _SIGNED_BELOW and not _begins_line(work, body[0][0]):
            facts += ("goes on behind a heading above a signature",)
        order = f"{_order(addressed, n)} inside={inside}"
        yield Choice(
            (start, end), (*facts, f"address {order}", f"cue={bool(cues[n])} {'earlier' if n > first else 'first'}")
        )
    if len(spans) == 1:
        yield from _sentences(work, *spans[0], inside)


def _features(cues: list[str], n: int, most: int, inside: bool) -> Iterator[str]:
    what, last = cues[n], len(cues) - 1
    far = bisect_left(_PLACES, last - n)
    yield f"cue={what}"  # 总之, 谢谢, 附件：
    yield f"cue={bool(what)} far={far}"
    yield f"cue={bool(what)} beyond={_beyond(n, most)}"  # the brothers have one paragraph each, and this is the second
    yield f"cue={what} then={cues[n + 1] if n < last else 'end'}"  # the signature and then the date
    yield f"cue={bool(what)} before={bool(n and cues[n - 1])}"
    if what in _ABOVE_SIGNATURE:
        yield f"cue={what} signed={any(each in _SIGNATURE for each in cues[n + 1 :])}"
    yield f"empties={n == 0 < most}"  # a section of its own may say when all is in force
    yield f"beyond={_beyond(n, most)} last={last == n}"


def _order(addressed: list[int], n: int) -> str:
    """Which of the paragraphs that address somebody is the nth?"""
    if n not in (addressed[:1] + addressed[-1:]):
        return "none" if not addressed else "before" if n < addressed[0] else "behind"
    return "only" if len(addressed) == 1 else "first" if n == addressed[0] else "last"


def _beyond(n: int, most: int) -> str:
    return "alone" if most < 0 else "more" if n > most else "next" if n == most else "within"


def _sentences(work: str, start: int, end: int, inside: bool) -> Iterator[Choice]:
    """The sentences of a lone paragraph that begin as a closing does: the line ends of the text are gone."""
    for stop in _SENTENCE_BEHIND.finditer(work, start, end):
        what = "address" if greeting_at(work, stop.end(), end) else cue(_words(work, stop.end(), end))
        if what and stop.end() < end:
            evidence = ("sentence", f"sentence cue={what}", f"sentence inside={inside} address={what == 'address'}")
            yield Choice((stop.end(), end), evidence)


def _begins_line(work: str, start: int) -> bool:
    """Does nothing stand before `start` in its line but blanks and signs that dress it?"""
    before = work[max(0, start - _FARTHEST) : start].rpartition("\n")
    return bool(before[1]) and not any(map(str.isalnum, before[2]))


def _cue(work: str, start: int, end: int) -> str:
    if address_at(work, start, end):
        return "address"
    words = _words(work, start, end)
    return cue(words) or ("address" if calls_out(words) else "")


def _words(work: str, start: int, end: int) -> str:
    return squeezed(work[start : min(end, start + _LOOKED_AT)])
