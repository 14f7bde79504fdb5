"""Patterns that are compiled when a text first asks for one: most texts ask for fewer than half, and compiling takes longer than to read a
short text."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Any, AnyStr, ParamSpec, cast

P = ParamSpec("P")

HAN, NOT_HAN = r"[^\W!-ϿⅠ-ↈ①-⓿㈠-㊿]", r"[\W!-ϿⅠ-ↈ①-⓿㈠-㊿]"
"""A Han character of a folded text, as `grammar/markers.lark` names one: a letter of no Latin or Greek, and no numeral
that stands for itself; and what is none. The range [\u4e00-\u9fff] says it more plainly, but CPython goes through all of its 20,992
characters when it compiles a pattern, which makes a short run a fifth longer."""


class _Late:
    """Stands for a pattern. Threads that ask first at the same time may each compile it, and get the same answers."""

    def __init__(self, make: Callable[[], re.Pattern[Any]], **known: object) -> None:
        self._make = make
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        """What the pattern has by that name, from then on at hand."""
        if name == "_compiled":
            self._compiled = self._make()
            return self._compiled
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def late(regexp: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """As `re.compile`, but that it waits until the pattern is first asked; `pattern` is at hand.

    >>> late("[一二三]、").match("二、清淤").end()
    2
    """
    return cast("re.Pattern[AnyStr]", _Late(partial(re.compile, regexp, flags), pattern=regexp))


def made_late(make: Callable[P, "re.Pattern[str]"], *arguments: P.args, **named: P.kwargs) -> "re.Pattern[str]":
    """What `make` makes of the arguments, once it is first asked."""
    return cast("re.Pattern[str]", _Late(partial(make, *arguments, **named)))


def class_of(characters: Iterable[str]) -> str:
    """The class of the `characters`, neighbours as a range: it is read faster, and beyond U+FFFF each member of a class is tried at each
    place of a text.

    >>> class_of("三1243-")
    '[\\\\-1-4三]'
    """
    numbered = enumerate(sorted(map(ord, characters)))
    runs = (
        [re.escape(chr(code)) for _, code in run] for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0])
    )
    return f"[{''.join(f'{run[0]}-{run[-1]}' if len(run) > 2 else ''.join(run) for run in runs)}]"
