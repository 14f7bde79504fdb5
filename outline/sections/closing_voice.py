"""How the paragraphs of the last section speak: the points speak of things, the closing to those who hear it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from outline.lexicon.squeezed import squeezed
from outline.lexicon.voices import deeds, where_whole, whom
from outline.numbering.features import Facts
from outline.page.lines import Span

_MOST_DEEDS, _LOOKED_AT, _NAMES_EARLY = 3, 240, 40


class Voice(NamedTuple):
    """To whom a paragraph speaks, how many things it does to them, and where it names the whole (`outline.lexicon.voices`)."""

    whom: str
    deeds: int
    whole: str


def voices(work: str, spans: Sequence[Span]) -> list[Voice]:
    """How each paragraph speaks. Of a long one its end tells, for there it turns to the hearers."""
    return [
        Voice(
            whom(words := squeezed(work[max(start, end - _LOOKED_AT) : end])),
            min(deeds(words), _MOST_DEEDS),
            where_whole(squeezed(work[start : min(end, start + _NAMES_EARLY)])),
        )
        for start, end in spans
    ]


def facts_of_voices(spoken: list[Voice], cues: list[str]) -> list[Facts]:
    """What the features of each paragraph's voice are made of, but for its place: `cues` says how each begins the end of a text."""
    rest, found = "end", []
    for n in range(len(spoken) - 1, -1, -1):
        voice, before = spoken[n], spoken[n - 1] if n else Voice("head", 0, "")
        found.append((*voice, before.whom, before.deeds > 0, bool(cues[n]), rest))
        closes = "all" if cues[n] or voice.deeds else "none"
        rest = closes if rest in ("end", closes) else "some"
    return found[::-1]


def of_voice(facts: Facts) -> Iterator[str]:
    """What speaks for a paragraph by the way it speaks, beside the one before it and those below it."""
    (who, did, whole, who_before, did_before, has_cue, rest), beyond, is_addressed = facts
    yield f"whom={who} cue={has_cue}"  # 老师，请您保重身体。
    yield f"whom={who} before={who_before}"  # the points speak of things, and this to the hearers
    yield f"does={did} cue={has_cue} rest={rest}"  # 军令状已经立下，请市委看我们的行动！
    yield f"does={did} before={did_before}"
    yield f"does={did} beyond={beyond}"
    yield f"whole={whole} cue={has_cue}"  # 五件小事做到了，年就过得安稳。
    yield f"whole={whole} beyond={beyond}"
    yield f"addressed={is_addressed} beyond={beyond} rest={rest}"  # a speech has a closing, and rules have none
    yield f"addressed={is_addressed} whom={who} does={did}"
    yield f"rest={rest} beyond={beyond} cue={has_cue}"  # what stands below it closes the text, and it has no other place
