"""Where the closing may begin behind the last point of a speech, and what speaks for each place."""

from bisect import bisect_left
from collections.abc import Iterator

from outline.lexicon.addresses import address_at, calls_out, greeting_at
from outline.lexicon.closings import cue
from outline.lexicon.squeezed import squeezed
from outline.numbering.features import Facts
from outline.page.lines import Span
from outline.page.sentences import CLAUSE_ENDS
from outline.patterns import HAN, late
from outline.sections.brothers import Brothers, lines_below, of_brothers
from outline.sections.closing_subject import Whole, of_subject, shares
from outline.sections.closing_voice import facts_of_voices, of_voice, voices
from outline.sections.frame_weights import Choice
from outline.sections.head_lines import past_dress

_SENTENCE_BEHIND = late(rf"(?:[{CLAUSE_ENDS}]|(?<=(?:{HAN}|[”）]))．)[{CLAUSE_ENDS}\s\u2060]*")
_LOOKED_AT, _FARTHEST = 60, 100
_SIGNED_BELOW = (["annexes"], ["signature"], ["date"])
_SIGNATURE, _ABOVE_SIGNATURE = ("signature", "date"), ("annexes", "replies", "asks")
_PLACES = (0, 1, 2, 3, 6, 12, 30)


def closing_choices(work: str, body: list[Span], brothers: Brothers, inside: bool, whole: Whole) -> Iterator[Choice]:
    """Where the closing may begin in the paragraphs `body` of the last section of the `whole` text. `inside`: does the section stand inside
    a paragraph? Much of the speech may follow it."""
    most, below = brothers.most, lines_below(work, body)
    yield Choice(None, ((of_none, (whole.is_addressed, most < 0)),))
    spans = [(past_dress(work, start, end), end) for start, end in body]
    cues = [_cue(work, *span) for span in spans]
    addressed = [n for n, what in enumerate(cues) if what == "address"]
    first = next((n for n, what in enumerate(cues) if what), len(cues))
    spoken = facts_of_voices(voices(work, spans), cues)
    named = shares(work, spans, whole.subject)
    signed = max((n for n, what in enumerate(cues) if what in _SIGNATURE), default=-1)
    for n, (start, end) in enumerate(spans):
        is_glued = n == 0 and cues[1:2] in _SIGNED_BELOW and below < len(spans)
        is_last, empties = n == len(cues) - 1, n == 0 < most
        place = bool(cues[n]), _beyond(n, most), is_last, empties, is_glued, _order(addressed, n), inside
        last = () if cues[n] else ((of_last_sentence, (_last_cue(work, start, end), is_last)),)
        voice = of_voice, (spoken[n], _beyond(n, most), whole.is_addressed)
        lines = of_brothers, brothers.facts(n - len(spans) + below, bool(cues[n]))
        subject = ((of_subject, (named[n], bool(cues[n]))),) if named else ()
        told = (of_cue, _facts_of_cue(cues, n, n > first, n < signed)), (of_place, place), lines, voice, *last, *subject
        yield Choice((start, end), told)
    if len(spans) == 1:
        yield from _sentences(work, *spans[0], inside)


def _facts_of_cue(cues: list[str], n: int, is_later: bool, is_signed: bool) -> Facts:
    what, behind = cues[n], len(cues) - n - 1
    return (
        what,
        bisect_left(_PLACES, behind),
        cues[n + 1] if behind else "end",
        bool(n and cues[n - 1]),
        is_signed if what in _ABOVE_SIGNATURE else None,
        is_later,
    )


def of_none(facts: Facts) -> Iterator[str]:
    """What speaks for there being no closing."""
    is_addressed, is_alone = facts
    yield "none"
    yield f"none addressed={is_addressed}"  # a speech has one, and rules have none
    yield f"none alone={is_alone}"


def of_cue(facts: Facts) -> Iterator[str]:
    """What speaks for a paragraph that begins like that, or like none that ends a text."""
    what, far, then, before, signed, is_later = facts
    yield f"cue={what}"  # 总之, 谢谢, 附件：
    yield f"cue={bool(what)} far={far}"
    yield f"cue={what} then={then}"  # the signature and then the date
    yield f"cue={bool(what)} before={before}"
    yield f"cue={bool(what)} {'earlier' if is_later else 'first'}"
    if signed is not None:
        yield f"cue={what} signed={signed}"


def of_last_sentence(facts: Facts) -> Iterator[str]:
    """What speaks for a paragraph that does not begin as a closing does, but may end so."""
    what, is_last = facts
    yield f"last sentence={what}"  # 一步一个脚印。让我们……
    yield f"last sentence={bool(what)} last={is_last}"


def of_place(facts: Facts) -> Iterator[str]:
    """What speaks for the place of a paragraph in the last section."""
    has_cue, beyond, is_last, empties, is_glued, order, inside = facts
    yield f"cue={has_cue} beyond={beyond}"  # the brothers have one paragraph each, and this is the second
    yield f"empties={empties}"  # a section of its own may say when all is in force
    yield f"empties={empties} cue={has_cue}"  # or how all is to be carried out
    yield f"beyond={beyond} last={is_last}"
    yield f"address {order} inside={inside}"
    if is_glued:
        yield "goes on behind a heading above a signature"


def of_sentence(facts: Facts) -> Iterator[str]:
    """What speaks for a sentence that begins as a closing does."""
    what, inside = facts
    yield "sentence"
    yield f"sentence cue={what}"
    yield f"sentence inside={inside} address={what == 'address'}"


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
            yield Choice((stop.end(), end), ((of_sentence, (what, inside)),))


def _cue(work: str, start: int, end: int) -> str:
    if address_at(work, start, end):
        return "address"
    words = _words(work, start, end)
    return cue(words) or ("address" if calls_out(words) else "")


def _last_cue(work: str, start: int, end: int) -> str:
    """How the last of several sentences begins, if it does so as a closing."""
    stops = [
        stop.end() for stop in _SENTENCE_BEHIND.finditer(work, max(start, end - _FARTHEST), end) if stop.end() < end
    ]
    return cue(_words(work, stops[-1], end)) if stops else ""


def _words(work: str, start: int, end: int) -> str:
    return squeezed(work[start : min(end, start + _LOOKED_AT)])
