"""The features of the evidence in words, for `outline explain`.

A feature is a row of facts, `key=value`, behind what it is evidence of (`alone`, `closes`, `in`, `top`) and before what is left of it.
"""

import re
from collections.abc import Callable

from outline.notation.styles import STYLES
from outline.numbering.features import SHARES, SIZES, TIMES
from outline.numbering.series_features import DISTANCES
from outline.numbering.surroundings import LENGTHS

_FACT = re.compile(
    r"(?<![^ ])(same family|same paragraph|same word|[a-z]+)=(other outer|no decimal|inserted elsewhere|[^ ]*)"
)
_EDGES = {
    "LINE": "at the head of a paragraph",
    "SENTENCE": "behind a sentence",
    "CLAUSE": "behind ；",
    "COLON": "behind ：",
    "COMMA": "behind a comma",
    "BLANK": "behind a blank",
    "BROKEN": "behind a line break in a sentence",
    "GLUE": "right behind other words",
    "SOFT": "behind a line end that may be a wrap",
    "line": "at the head of a line",
    "clause": "behind a clause",
    "comma": "behind a comma",
    "glue": "inside words",
}
_CLASSES = {
    "line": "a line begin",
    "end": "the line end",
    "particle": "a particle",
    "numeral": "a numeral",
    "digit": "a digit",
    "letter": "a letter",
    "sign": "a sign",
    "han": "a word",
}
_ORDERS = {
    "above": "of a higher rank",
    "below": "of a lower rank",
    "like": "of the same rank",
    "out": "of a higher rank",
    "in": "of a lower rank",
}
_ABOUT = {
    "": "",
    "alone": "nothing counts on with it",
    "top": "at the top",
    "in": "inside",
    "row": "beside a fellow",
    "closes": "a series before it is over",
    "lookalike": "a sign that scanners read for a numeral",
    "echo": "the same marker and words stood before",
    "lists on": "the next numeral follows at once",
    "behind marker": "right behind a marker",
    "below heading": "below a line like a heading",
    "bias": "anything that looks like a marker",
    "styled": "the file says it is a heading",
    "automatic": "the file counts it",
    "several announced": "the words before it announce several points",
    "closes in": "a series of a higher rank is over",
    "closes out": "a series of a lower rank is over",
    "closes like": "a series of its own style is over",
}
_YES_OR_NO = {
    "announced": ("announced before", "not announced"),
    "automatic": ("counted by the file", "not counted by the file"),
    "styled": ("a heading in the file", "no heading in the file"),
    "first": ("number 1", "a later number"),
    "several": ("several points are announced", "no points are announced"),
    "company": ("a series stands in it", "no series stands in it"),
    "cut": ("text was cut away near", "no text was cut away near"),
    "second": ("the second of its series", "not the second of its series"),
    "dress": ("dressed as the one before", "dressed otherwise than the one before"),
    "family": ("of the same style", "of another style"),
    "same family": ("in a marker of the same style", "in a marker of another style"),
    "live": ("that goes on further down", "that goes on nowhere"),
    "addressed": ("an audience is addressed between", "no audience is addressed between"),
    "colon": ("behind a colon", "behind no colon"),
    "same paragraph": ("in the same paragraph", "in another paragraph"),
    "heading": ("below a line like a heading", "below no heading"),
}
_FELLOW = ("none", "one at another edge", "one at the same edge")
_NEAR = {"paragraph": "in the same paragraph", "near": "a line away", "far": "lines away"}
_USUAL = {"1": "as elsewhere in the text", "-1": "the other way round elsewhere", "0": "as nowhere else in the text"}
_DECIMAL = {
    "none": "no decimal",
    "own": "its decimal begins with that number",
    "prefix": "its decimal begins with part of it",
    "other": "its decimal begins otherwise",
    "no decimal": "a decimal in what is none",
}
_STEPS = {
    "last": "closes without a number",
    "other outer": "the numbers before its point differ",
    "far": "skips many numbers",
    "back": "goes far back",
    "inserted": "inserted (之一)",
    "inserted elsewhere": "inserted behind another",
    "0": "repeats",
    "1": "is the next number",
    "-1": "goes back by one",
}
_WORDS = {
    "behind": "the same word behind both numerals",
    "before": "the same word before both",
    "no": "no word in common",
}


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
    return _ABOUT[about]


def _rest(rest: str) -> str:
    return _line(rest) if rest[:1].isdigit() else _ORDERS[rest] if rest else ""


def _fact(key: str, value: str) -> str:
    if value in ("True", "False") and key in _YES_OR_NO:
        return _YES_OR_NO[key][value == "False"]
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
    return f"{number}, fellow before: {_FELLOW[int(value[0])]}, behind: {_FELLOW[int(value[1])]}"


def _character(value: str) -> str:
    blank, name = ("a blank and ", value[1:]) if value[:1] == "_" and len(value) > 1 else ("", value)
    return blank + _CLASSES.get(name, f"“{name}”")


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
    "edge": lambda value: _EDGES[value],
    "fellows": _fellows,
    "behind": lambda value: f"before {_character(value)}",
    "before": lambda value: f"behind {_character(value)}",
    "line": _line,
    "size": lambda value: f"its number is {_range(SIZES, int(value))}",
    "share": lambda value: f"such markers head lines here with a share of {_range(SHARES, int(value))}",
    "here": lambda value: "on a line of its own" if value == "line" else "inside a line",
    "times": lambda value: f"such markers in this text: {_range(TIMES, int(value))}",
    "opens": lambda value: "begins a series at " + {"1": "1", "2": "2", "more": "a later number"}[value],
    "successor": lambda value: f"fellow behind: {_FELLOW[int(value)]}",
    "predecessor": lambda value: f"fellow before: {_FELLOW[int(value)]}",
    "step": lambda value: _STEPS.get(value) or f"skips to the next but {int(value) - 1}",
    "family": _family,
    "edges": lambda value: _pair(value, _EDGES),
    "distance": lambda value: f"{_range(DISTANCES, int(value))} characters behind the one before",
    "same word": lambda value: _WORDS[value],
    "by": lambda value: f"for one like {_style(value)}",
    "rank": lambda value: f"rank {value}",
    "near": lambda value: _NEAR[value],
    "usual": lambda value: _USUAL[value],
    "closed": lambda value: f"{value} open series closed before it" if value != "3" else "3 or more open series closed before it",
    "depth": lambda value: f"at depth {int(value) + 1}" if value != "6" else "deeper than 6",
    "decimal": lambda value: _DECIMAL[value],
    "in": lambda value: f"inside a marker {_ORDERS[value]}",
}  # fmt: skip
