"""The characters a parsed regular expression tells apart: its alphabet, in which hard texts for it are written."""

import re._constants as op  # type: ignore[import-not-found]  # the standard library's own reading of a pattern; no public one exists
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

STRANGER = "\x01"
"""A character that hardly a pattern names."""
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
SETS = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
_OF_CATEGORY: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}
_ONE_OF_EVERY_KIND = " \n0aＡ中、\xa0" + STRANGER

Parsed = list[tuple[Any, Any]]


def inner_patterns(code: Any, argument: Any) -> list[Any]:
    """The parsed patterns inside one item."""
    if code in REPEATS:
        return [argument[2]]
    if code is op.SUBPATTERN:
        return [argument[3]]
    if code is op.ATOMIC_GROUP:
        return [argument]
    if code is op.BRANCH:
        return list(argument[1])
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    if code is op.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part]
    return []


def single_items(parsed: Parsed) -> Iterator[tuple[Any, Any]]:
    """The items that match one character, in all that `parsed` holds."""
    for code, argument in parsed:
        if code in SETS:
            yield code, argument
        for inner in inner_patterns(code, argument):
            yield from single_items(list(inner))


def single_items_outside_words(parsed: Parsed) -> Iterator[tuple[Any, Any]]:
    """The same without literals that stand beside another: a word has many letters, and a class or a sign counts for more."""
    codes = [None, *(code for code, _ in parsed), None]
    for at, item in enumerate(parsed):
        if item[0] is not op.LITERAL or op.LITERAL not in (codes[at], codes[at + 2]):
            for inner in inner_patterns(*item):
                yield from single_items_outside_words(list(inner))
            if item[0] in SETS:
                yield item


def alphabet(body: Parsed, after: Parsed, highest: int) -> str:
    """One character for each set of characters that the items of `body` and `after` do not tell apart."""
    items = [*single_items(body), *single_items(after)]
    tests = [partial(contains, code, argument) for code, argument in items]
    named = "".join(character for code, argument in items for character in _named(code, argument))
    letters: dict[tuple[bool, ...], str] = {}
    for character in dict.fromkeys(named + _ONE_OF_EVERY_KIND):
        if ord(character) <= highest:
            letters.setdefault(tuple(test(character) for test in tests), character)
    return "".join(letters.values())


def _named(code: Any, argument: Any) -> Iterator[str]:
    """The characters that an item names, of a range its ends and one between them."""
    if code in (op.LITERAL, op.NOT_LITERAL):
        yield chr(argument)
    elif code is op.RANGE:
        yield from (chr(place) for place in (argument[0], sum(argument) // 2, argument[1]))
    elif code is op.IN:
        for inner in argument:
            yield from _named(*inner)


def contains(code: Any, argument: Any, character: str) -> bool:
    """Does an item of a parsed pattern match `character`? Case counts."""
    if code is op.LITERAL:
        return ord(character) == argument
    if code is op.NOT_LITERAL:
        return ord(character) != argument
    if code is op.RANGE:
        return argument[0] <= ord(character) <= argument[1]
    if code is op.CATEGORY:
        return _OF_CATEGORY[argument](character)
    if code is op.IN:
        negated = argument[0][0] is op.NEGATE
        return negated != any(contains(*inner, character) for inner in argument[negated:])
    return character != "\n"  # ANY


@cache
def members(code: Any, argument: Any, highest: int) -> str:
    """Some characters that an item matches."""
    some = [*_named(code, argument), *_ONE_OF_EVERY_KIND]
    return "".join(c for c in some if ord(c) <= highest and contains(code, argument, c)) or STRANGER
