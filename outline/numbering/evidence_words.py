"""The features of the evidence in words, for `outline explain`.

A feature is a row of facts, `key=value`, behind what it is evidence of (`alone`, `closes`, `in`, `top`) and before what is left of it.
"""

from collections.abc import Callable, Mapping

from outline.language import gettext as _
from outline.language import gettext_noop as N_  # noqa: N812 – as gettext calls it
from outline.language import pgettext
from outline.notation.styles import STYLES
from outline.numbering.evidence_phrases import (
    ABOUT,
    ABOVE,
    ANNEXED,
    BEYOND,
    BLANKS,
    CLASSES,
    DECIMAL,
    EDGES,
    FELLOW,
    HERE,
    LEADS,
    NEAR,
    NOTED,
    OPENS,
    ORDERS,
    REMARKED,
    STEPS,
    TURNS,
    USUAL,
    WORDS,
    YES_OR_NO,
)
from outline.numbering.features import SHARES, SIZES, TIMES
from outline.numbering.series_features import DISTANCES
from outline.numbering.surroundings import LENGTHS
from outline.patterns import late

_WITH_BLANKS = "|".join(value for values in (DECIMAL, STEPS) for value in values if " " in value)
_FACT = late(rf"(?<![^ ])(same family|same paragraph|same word|[a-z]+)=({_WITH_BLANKS}|[^ ]*)")


def words_of(feature: str) -> str:
    """What a feature says.

    >>> words_of("kind=HAN_COMMA edge=LINE")
    '“一、”, at the head of a paragraph'
    """
    facts = [*_FACT.finditer(feature)]
    about, rest = (feature[: facts[0].start()].strip(), feature[facts[-1].end() :].strip()) if facts else (feature, "")
    try:
        said = [_about(about), *(_fact(*fact.groups()) for fact in facts), _rest(rest)]
    except KeyError as missing:
        raise KeyError(
            f"the feature {feature!r} is not put in words: {missing} is in no table here or in evidence_phrases"
        ) from None
    return pgettext("facts", ", ").join(filter(None, said))


def _about(about: str) -> str:
    if ">" in about:
        outer, inner = about.removeprefix("in ").split(">")
        inside = _("{inner} inside {outer}") if outer in STYLES else _("one like {inner} inside one like {outer}")
        return inside.format(inner=_style(inner), outer=_style(outer))
    return _(ABOUT[about]) if about else ""


def _rest(rest: str) -> str:
    return _line(rest) if rest[:1].isdigit() else _(ORDERS[rest]) if rest else ""


def _fact(key: str, value: str) -> str:
    if value in ("True", "False") and key in YES_OR_NO:
        return _(YES_OR_NO[key][value == "False"])
    return _SAID[key](value)


def _style(name: str) -> str:
    """A style, or a group of them, as the first markers of their series."""
    if name in STYLES:
        return f"“{STYLES[name].example}”"
    return "“" + " ".join(style.example for style in STYLES.values() if style.group == name) + "”"


def _pair(value: str, say: dict[str, str]) -> str:
    one, other = value.split(">")
    return _("{this} after one {before}").format(this=_(say[other]), before=_(say[one]))


def _fellows(value: str) -> str:
    number = _("number 1") if value[2] == "1" else _("a later number")
    before, behind = _(FELLOW[int(value[0])]), _(FELLOW[int(value[1])])
    return _("{number}, fellow before: {before}, behind: {behind}").format(number=number, before=before, behind=behind)


def _character(value: str) -> str:
    is_behind_blank = value[:1] == "_" and len(value) > 1
    name = value[1:] if is_behind_blank else value
    character = _(CLASSES[name]) if name in CLASSES else f"“{name}”"
    return _("a blank and {character}").format(character=character) if is_behind_blank else character


def _line(value: str) -> str:
    said = _("{count} characters follow on its line, which does not end like a sentence")
    if value[-1] == ".":
        said = _("{count} characters follow on its line, which ends like a sentence")
    return said.format(count=_range(LENGTHS, int(value[:-1])))


def _range(bounds: tuple[float, ...], n: int) -> str:
    """The class `n` of numbers that the bounds part, each of which belongs to the class below it."""
    if n >= len(bounds):
        return _("more than {count}").format(count=bounds[-1])
    if n == 0 or bounds[n] == bounds[n - 1] + 1:
        return f"{bounds[n]}"
    least = bounds[n - 1] + 1 if isinstance(bounds[n], int) else bounds[n - 1]
    return _("{least} to {most}").format(least=least, most=bounds[n])


def _family(value: str) -> str:
    if value == "same":
        return _("of the same style")
    before, this = map(_style, value.split(">"))
    return _("{this} after {before}").format(this=this, before=before)


def _filled(template: str, fill: Callable[[str], str] = str) -> Callable[[str], str]:
    """How a fact is told whose value fills the field of a template."""
    return lambda value: _(template).format(value=fill(value))


def _named(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: _(names[value])


def _ranged(bounds: tuple[float, ...]) -> Callable[[str], str]:
    return lambda value: _range(bounds, int(value))


def _step(value: str) -> str:
    return _(STEPS[value]) if value in STEPS else _("skips to the next but {count}").format(count=int(value) - 1)


_SAID: dict[str, Callable[[str], str]] = {
    "kind": _style,
    "group": _filled(N_("a marker like {value}"), _style),
    "edge": _named(EDGES),
    "fellows": _fellows,
    "behind": _filled(N_("before {value}"), _character),
    "before": _filled(N_("behind {value}"), _character),
    "line": _line,
    "size": _filled(N_("its number is {value}"), _ranged(SIZES)),
    "share": _filled(N_("such markers head lines here with a share of {value}"), _ranged(SHARES)),
    "here": _named(HERE),
    "times": _filled(N_("such markers in this text: {value}"), _ranged(TIMES)),
    "blank": _named(BLANKS),
    "above": _named(ABOVE),
    "annexed": _named(ANNEXED),
    "noted": _named(NOTED),
    "remarked": _named(REMARKED),
    "opens": _named(OPENS),
    "successor": _filled(N_("fellow behind: {value}"), lambda value: _(FELLOW[int(value)])),
    "predecessor": _filled(N_("fellow before: {value}"), lambda value: _(FELLOW[int(value)])),
    "step": _step,
    "family": _family,
    "beyond": _named(BEYOND),
    "turn": _named(TURNS),
    "lead": _named(LEADS),
    "edges": lambda value: _pair(value, EDGES),
    "distance": _filled(N_("{value} characters behind the one before"), _ranged(DISTANCES)),
    "same word": _named(WORDS),
    "by": _filled(N_("for one like {value}"), _style),
    "rank": _filled(N_("rank {value}")),
    "near": _named(NEAR),
    "usual": _named(USUAL),
    "closed": lambda value: (
        _("3 or more open series closed before it")
        if value == "3"
        else _("{count} open series closed before it").format(count=value)
    ),
    "depth": lambda value: _("deeper than 6") if value == "6" else _("at depth {depth}").format(depth=int(value) + 1),
    "decimal": _named(DECIMAL),
    "in": _filled(N_("inside a marker {value}"), lambda value: _(ORDERS[value])),
}
