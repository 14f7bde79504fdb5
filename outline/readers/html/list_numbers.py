"""What a page has counted: the numbers of its lists, and of the counters in its styles, as they are met on the way through it."""

import re
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import tinycss2  # type: ignore[import-untyped]

from outline.notation.grammar_files import pattern
from outline.page.fold import fold
from outline.readers.html.counters import LIST_ITEM, Counters, as_marker, as_text, style_of_type
from outline.readers.html.css import Declarations

_COUNTER = re.compile(r"(-?[^\W\d][\w-]*)(?:\s+([+-]?\d{1,9})(?![\w-]))?")
_INTEGER = re.compile(r"\s*+([+-]?\d{1,9})(?!\d)")
_MOST_NAMES = 16
"""Counters in one place that are followed."""
_IN_WORDS = {"ORDINAL_WORD", "NUMERAL_VERB", "SEQUENCE_1", "SEQUENCE_2", "SEQUENCE_3", "SEQUENCE_LAST", "ASPECT_1"}
"""What looks like a marker as often as it is a word of a sentence: 第一次请楼长，…"""
_LOOKED_AT = 20
"""Elements at the head of an item among which its first words are looked for."""


class Label(NamedTuple):
    """What is shown before an element, blanks included; the list that counted it, or the counter by its name; how deep it stands there."""

    text: str
    list: int | str
    level: int


class _List(NamedTuple):
    number: int
    style: str
    step: int


class _Counter(NamedTuple):
    """`counter(name, style)` in the content of an element; `counters()` has a separator and shows all of the name."""

    name: str
    style: str
    separator: str | None


class Numbers:
    """The numbers of the elements that are open. Each `begin` is followed by the `end` of the same element."""

    def __init__(self) -> None:
        self._counters = Counters()
        self._lists: list[_List] = []
        self._begun = 0

    def begin(self, element: Any, depth: int, declared: Declarations, before: Declarations) -> list[Label]:
        """Count an element in, `depth` elements below the root; what stands before its text: a list marker, the content of `::before`."""
        tag = element.tag
        if tag in ("ol", "ul"):
            self._begin_list(element, depth, declared)
        elif tag == "li":
            self._counters.increment(LIST_ITEM, self._lists[-1].step if self._lists else 1, depth)
            value = _integer(element.get("value"))
            if value is not None:
                self._counters.set(LIST_ITEM, value, depth)
        for change, default in (("reset", 0), ("increment", 1), ("set", 0)):
            for name, value in _changes(declared.get("counter-" + change, ""), default):
                getattr(self._counters, change)(name, value, depth)
        labels = [self._marker(element, declared)] if tag == "li" else []
        return [label for label in (*labels, self._generated(before.get("content", ""))) if label.text]

    def end(self, element: Any, depth: int) -> None:
        """The element ends."""
        self._counters.close(depth)
        if element.tag in ("ol", "ul"):
            self._lists.pop()

    def _begin_list(self, element: Any, depth: int, declared: Declarations) -> None:
        items = element.findall("li")
        backwards = element.tag == "ol" and element.get("reversed") is not None
        step = -1 if backwards else 1
        start = _integer(element.get("start"))
        first = (len(items) if backwards else 1) if start is None else start
        self._counters.reset(LIST_ITEM, first - step, depth)
        usual = "decimal" if element.tag == "ol" else "disc"
        style = _list_style(declared) or style_of_type(element.get("type")) or usual
        # Who typed the numbers turned those of the list off, in a style sheet that is not in the page.
        self._begun += 1
        self._lists.append(_List(self._begun, "typed" if all(map(_begins_with_marker, items)) else style, step))

    def _in_list(self, text: str) -> Label:
        """A label of the innermost list."""
        return Label(text, self._lists[-1].number, len(self._lists) - 1) if self._lists else Label(text, 0, 0)

    def _marker(self, item: Any, declared: Declarations) -> Label:
        of_list = self._lists[-1].style if self._lists else "disc"
        if of_list == "typed" or declared.get("display", "list-item") != "list-item":
            return self._in_list("")
        style = _list_style(declared) or style_of_type(item.get("type")) or of_list
        return self._in_list(as_marker(self._counters.values(LIST_ITEM)[-1], style))

    def _generated(self, content: str) -> Label:
        """The content of `::before` if something is counted in it; what is not counted is decoration."""
        parts = _content(content) if "counter" in content else ()
        counters = [part for part in parts if isinstance(part, _Counter)]
        text = "".join(part if isinstance(part, str) else self._counted(part) for part in parts)
        if not counters or counters[-1].name == LIST_ITEM:
            return self._in_list(text if counters else "")
        return Label(text, counters[-1].name, sum(len(self._shown(counter)) for counter in counters) - 1)

    def _shown(self, counter: _Counter) -> list[int]:
        values = self._counters.values(counter.name)
        return values[-1:] if counter.separator is None else values[-_MOST_NAMES:]

    def _counted(self, counter: _Counter) -> str:
        return (counter.separator or "").join(as_text(value, counter.style) for value in self._shown(counter))


def _integer(value: str | None) -> int | None:
    found = _INTEGER.match(value or "")
    return int(found[1]) if found else None


@lru_cache(maxsize=1024)
def _changes(value: str, default: int) -> tuple[tuple[str, int], ...]:
    """The counters that `value` names, and to what or by how much each is changed."""
    found = ((m[1], int(m[2]) if m[2] else default) for m in islice(_COUNTER.finditer(value), _MOST_NAMES))
    return tuple(change for change in found if change[0] != "none")


@lru_cache(maxsize=1024)
def _content(value: str) -> tuple[str | _Counter, ...]:
    """The strings and counters of a `content`."""
    parts: list[str | _Counter] = []
    for token in tinycss2.parse_component_value_list(value):
        if token.type == "string":
            parts.append(token.value)
        elif token.type == "function" and token.lower_name in ("counter", "counters"):
            names = [t.value for t in token.arguments if t.type == "ident"]
            separator = next((t.value for t in token.arguments if t.type == "string"), "")
            style = names[1].lower() if len(names) > 1 else "decimal"
            if names:
                parts.append(_Counter(names[0], style, separator if token.lower_name == "counters" else None))
    return tuple(parts[:_MOST_NAMES])


def _list_style(declared: Declarations) -> str | None:
    """The style of numbers that is declared, in its own property or in the short one, which names a position and a picture as well."""
    named = declared.get("list-style-type") or declared.get("list-style") or ""
    return next((word for word in named.lower().split() if word not in ("inside", "outside")), None)


def _begins_with_marker(item: Any) -> bool:
    """Does the text of a list item begin with a number of its own? One in words, 第一次, is part of what it says."""
    for element in islice(item.iter(), _LOOKED_AT):
        for text in (element.text, element.tail if element is not item and not len(element) else None):
            words = (text or "").lstrip()
            if words:
                match = pattern().match(fold(words))
                return match is not None and match.lastgroup not in _IN_WORDS
    return False
