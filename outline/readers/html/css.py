"""What the styles of a page say about numbers and about what is shown: `<style>` rules with simple selectors, and `style` attributes."""

import re
from collections.abc import Iterable
from itertools import count
from typing import Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]

MAX_CSS = 300_000
"""Characters of style sheets that are read; the rest is passed over."""
MAX_COMPARISONS = 1_000_000
"""How often a selector may be compared with an element before rules are passed over: a usual page needs thousands."""
_MOST_STEPS = 8
"""Names in a row (`.speech ol li`) up to which a selector is understood."""

_KEYWORDS = {"display", "white-space", "list-style", "list-style-type"}
_PROPERTIES = _KEYWORDS | {"counter-reset", "counter-increment", "counter-set", "content"}
_SAYS_SOMETHING = re.compile("display|white-space|list-style|counter|content", re.IGNORECASE)
_COMPOUND = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"::?(?:before|marker)\Z")

Declarations = dict[str, str]


class Key(NamedTuple):
    """What a selector can see of an element."""

    tag: str
    id: str
    classes: frozenset[str]


class _Step(NamedTuple):
    """One compound of a selector: its names, and whether it must be a child of what the step before it names."""

    child: bool
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]

    def fits(self, key: Key) -> bool:
        return (not self.tag or self.tag == key.tag) and self.classes <= key.classes and self.ids <= {key.id}


class _Rule(NamedTuple):
    specificity: tuple[int, int, int]
    order: int
    steps: tuple[_Step, ...]
    declarations: Declarations


class Styles:
    """The rules of a page. Selectors of elements, classes and ids are understood, with descendants and children; others are passed over."""

    def __init__(self, css: str) -> None:
        self._rules: dict[bool, dict[str, list[_Rule]]] = {False: {}, True: {}}
        self._left = MAX_COMPARISONS
        if _SAYS_SOMETHING.search(css):
            self._read(css[:MAX_CSS])

    @classmethod
    def of_page(cls, root: Any) -> "Styles":
        """The rules of all `<style>` elements of a page."""
        return cls("\n".join(element.text or "" for element in root.iter("style")))

    def of_element(self, path: list[Key], inline: str | None) -> Declarations:
        """What is declared for the last element of `path`, which begins at the root; `inline` is its `style` attribute."""
        declared = self._declared(path, before=False)
        return declared | in_attribute(inline) if inline and _SAYS_SOMETHING.search(inline) else declared

    def before_element(self, path: list[Key]) -> Declarations:
        """The same for what stands before the text of an element, `::before` or `::marker`."""
        return self._declared(path, before=True)

    def _declared(self, path: list[Key], *, before: bool) -> Declarations:
        rules = self._rules[before]
        if not rules or self._left < 0:
            return {}
        key = path[-1]
        names = ("*", key.tag, "#" + key.id, *("." + name for name in key.classes))
        found = [rule for name in names for rule in rules.get(name, ())]
        declared: Declarations = {}
        for rule in sorted(rule for rule in found if self._fits(rule.steps, path)):
            declared |= rule.declarations
        return declared

    def _fits(self, steps: tuple[_Step, ...], path: list[Key]) -> bool:
        """Does the selector fit the last of `path`? `above` and `parent` are the numbers of steps that an ancestor, the parent, fulfil."""
        self._left -= 1
        if self._left < 0 or not steps[-1].fits(path[-1]):
            return False
        if len(steps) == 1:
            return True
        self._left -= len(path)
        above, parent = {0}, {0}
        for key in path[:-1]:
            before = parent
            parent = {
                n
                for n, step in enumerate(steps[:-1], 1)
                if n - 1 in (before if step.child else above) and step.fits(key)
            }
            above |= parent
        return len(steps) - 1 in (parent if steps[-1].child else above)

    def _read(self, css: str) -> None:
        order = count()
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule":
                continue
            try:
                declarations, selectors = _declarations(rule.content), tinycss2.serialize(rule.prelude)
            except RecursionError:  # a thousand brackets in each other are no style
                continue
            for selector in selectors.split(",") if declarations else ():
                before = _NUMBER_BEFORE.search(selector.strip())
                steps = _steps(selector.strip()[: before.start()] if before else selector)
                if steps:
                    by_name = self._rules[before is not None]
                    made = _Rule(_specificity(steps), next(order), steps, declarations)
                    by_name.setdefault(_rarest_name(steps[-1]), []).append(made)


def in_attribute(style: str) -> Declarations:
    """What a `style` attribute declares. Not by a real parser, for there may be one at every word."""
    parts = (part.split("!")[0].partition(":") for part in style.split(";"))
    return _known((name.strip().lower(), value) for name, _, value in parts)


def _declarations(content: Any) -> Declarations:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return _known((d.lower_name, tinycss2.serialize(d.value)) for d in parsed if d.type == "declaration")


def _known(declared: Iterable[tuple[str, str]]) -> Declarations:
    """The properties that matter here. Keywords are in small letters; names of counters keep theirs."""
    found = ((name, value.strip()) for name, value in declared if name in _PROPERTIES)
    return {name: value.lower() if name in _KEYWORDS else value for name, value in found}


def _steps(selector: str) -> tuple[_Step, ...]:
    """The steps of a selector, or none if there is more in it than names, or too many of them."""
    steps: list[_Step] = []
    child = False
    for part in selector.replace(">", " > ").split():
        compound = _COMPOUND.fullmatch(part)
        if part == ">":
            child = True
        elif compound:
            names = re.findall(r"[.#][\w-]+", compound[2])
            tag = (compound[1] or "").lower().replace("*", "")
            ids, classes = (frozenset(name[1:] for name in names if name[0] == sign) for sign in "#.")
            steps.append(_Step(child, tag, ids, classes))
            child = False
        else:
            return ()
    is_whole = steps and not child and not steps[0].child
    return tuple(steps) if is_whole and len(steps) <= _MOST_STEPS else ()


def _specificity(steps: tuple[_Step, ...]) -> tuple[int, int, int]:
    return sum(len(s.ids) for s in steps), sum(len(s.classes) for s in steps), sum(bool(s.tag) for s in steps)


def _rarest_name(step: _Step) -> str:
    """The name by which a rule is looked up: the rarest of those its last step asks for."""
    names = [*("#" + name for name in step.ids), *("." + name for name in step.classes), step.tag, "*"]
    return next(filter(None, names))
