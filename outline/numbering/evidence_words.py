"""The features of the evidence in words, for `outline explain`.

A feature is a row of facts, `key=value`, behind what it is evidence of (`alone`, `closes`, `in`, `top`) and before what is left of it.
"""

import re
from collections.abc import Callable

from outline.notation.styles import STYLES
from outline.numbering.evidence_phrases import (
    ABOUT,
    CLASSES,
    DECIMAL,
    EDGES,
    FELLOW,
    NEAR,
    ORDERS,
    STEPS,
    USUAL,
    WORDS,
    YES_OR_NO,
)
from outline.numbering.features import SHARES, SIZES, TIMES
from outline.numbering.series_features import DISTANCES
from outline.numbering.surroundings import LENGTHS

_FACT = re.compile(
    r"(?<![^ ])(same family|same paragraph|same word|[a-z]+)=(other outer|other depth|no decimal|inserted elsewhere|[^ ]*)"
)


def words_of(feature: str) -> str:
    """What a feature says.

    >>> words_of("kind=HAN_COMMA edge=LINE")
    '“一、”, at the head of a paragraph'
    """
    facts = [*_FACT.finditer(feature)]
    about, rest = (feature[: facts[0].start()].strip(), feature[facts[-1].end() :].strip()) if facts else (feature, "")
    said = [_about(about), *(_fact(*fact.groups()) for fact in facts), _rest(rest)]
    return ", ".join(filter(None, said))


def _about(about: str) -> str:
    if ">" in about:
        outer, inner = about.removeprefix("in ").split(">")
        like = "" if outer in STYLES else "one like "
        return f"{like}{_style(inner)} inside {like}{_style(outer)}"
    return ABOUT[about]


def _rest(rest: str) -> str:
    return _line(rest) if rest[:1].isdigit() else ORDERS[rest] if rest else ""


def _fact(key: str, value: str) -> str:
    if value in ("True", "False") and key in YES_OR_NO:
        return YES_OR_NO[key][value == "False"]
    return _SAID[key](value)


def _style(name: str) -> str:
    """A style, or a group of them, as the first markers of their series."""
    if name in STYLES:
        return f"“{STYLES[name].example}”"
    return "“" + " ".join(style.example for style in STYLES.values() if style.group == name) + "”"


def _pair(value: str, say: dict[str, str]) -> str:
    one, other = value.split(">")
    return f"{say[other]} after one {say[one]}"


def _fellows(value: str) -> str:
    number = "number 1" if value[2] == "1" else "a later number"
    return f"{number}, fellow before: {FELLOW[int(value[0])]}, behind: {FELLOW[int(value[1])]}"


def _character(value: str) -> str:
    blank, name = ("a blank and ", value[1:]) if value[:1] == "_" and len(value) > 1 else ("", value)
    return blank + CLASSES.get(name, f"“{name}”")


def _line(value: str) -> str:
    end = "ends like a sentence" if value[-1] == "." else "does not end like a sentence"
    return f"{_range(LENGTHS, int(value[:-1]))} characters follow on its line, which {end}"


def _range(bounds: tuple[float, ...], n: int) -> str:
    """The class `n` of numbers that the bounds part, each of which belongs to the class below it."""
    if n >= len(bounds):
        return f"more than {bounds[-1]}"
    if n == 0 or bounds[n] == bounds[n - 1] + 1:
        return f"{bounds[n]}"
    return f"{bounds[n - 1] + 1} to {bounds[n]}" if isinstance(bounds[n], int) else f"{bounds[n - 1]} to {bounds[n]}"


def _family(value: str) -> str:
    return "of the same style" if value == "same" else "{1} after {0}".format(*map(_style, value.split(">")))


_SAID: dict[str, Callable[[str], str]] = {
    "kind": _style,
    "group": lambda value: f"a marker like {_style(value)}",
    "edge": lambda value: EDGES[value],
    "fellows": _fellows,
    "behind": lambda value: f"before {_character(value)}",
    "before": lambda value: f"behind {_character(value)}",
    "line": _line,
    "size": lambda value: f"its number is {_range(SIZES, int(value))}",
    "share": lambda value: f"such markers head lines here with a share of {_range(SHARES, int(value))}",
    "here": lambda value: "on a line of its own" if value == "line" else "inside a line",
    "times": lambda value: f"such markers in this text: {_range(TIMES, int(value))}",
    "annexed": lambda value: f"in a list of annexes, {value} its label" if value != "after" else "goes on in a list of annexes",
    "opens": lambda value: "begins a series at " + {"1": "1", "2": "2", "more": "a later number"}[value],
    "successor": lambda value: f"fellow behind: {FELLOW[int(value)]}",
    "predecessor": lambda value: f"fellow before: {FELLOW[int(value)]}",
    "step": lambda value: STEPS.get(value) or f"skips to the next but {int(value) - 1}",
    "family": _family,
    "edges": lambda value: _pair(value, EDGES),
    "distance": lambda value: f"{_range(DISTANCES, int(value))} characters behind the one before",
    "same word": lambda value: WORDS[value],
    "by": lambda value: f"for one like {_style(value)}",
    "rank": lambda value: f"rank {value}",
    "near": lambda value: NEAR[value],
    "usual": lambda value: USUAL[value],
    "closed": lambda value: f"{value} open series closed before it" if value != "3" else "3 or more open series closed before it",
    "depth": lambda value: f"at depth {int(value) + 1}" if value != "6" else "deeper than 6",
    "decimal": lambda value: DECIMAL[value],
    "in": lambda value: f"inside a marker {ORDERS[value]}",
}  # fmt: skip
