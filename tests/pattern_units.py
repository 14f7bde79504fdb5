"""Texts made to be hard for one regular expression: units of its own alphabet, repeated where it repeats.

A backtracking matcher is slow where a repeated part can take the same characters in several ways, and what follows fails. So for every
part of the parsed pattern: a text that leads to it, a unit of one to four characters (or a word the part matches) over and
over, and an end that fits or does not fit. Two characters that no class and no literal of the part and of what follows tells apart are one
letter of the alphabet.
"""

import re
import re._constants as op  # type: ignore[import-not-found]  # the standard library's own reading of a pattern; no public one exists
import re._parser as regex_parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any, NamedTuple

from pattern_alphabet import (
    REPEATS,
    SETS,
    STRANGER,
    Parsed,
    alphabet,
    inner_patterns,
    members,
    single_items_outside_words,
)

LONGEST_UNIT = 4
_LEADS = 4


class Repeat(NamedTuple):
    """A repeated part: its `body`, what stands `before` it on the way from the start, and `after` it."""

    before: Parsed
    body: Parsed
    after: Parsed


class HardText(NamedTuple):
    """A `unit` over and over between what leads to it and an end."""

    head: str
    unit: str
    end: str

    def of_length(self, length: int) -> str:
        """The text with as many units as fit into `length` code points."""
        return self.head + self.unit * ((length - len(self.head) - len(self.end)) // len(self.unit)) + self.end


def hard_texts(pattern: str | bytes, flags: int, units: int) -> Iterator[HardText]:
    """Texts for `pattern`, about `units` units for every repeated part; always the same ones for the same pattern.

    Texts for a pattern of bytes hold code points below 256 only.
    """
    parsed = list(regex_parser.parse(pattern, flags))
    highest = 0xFF if isinstance(pattern, bytes) else 0x10FFFF
    random, compiled = Random(str(pattern)), re.compile(pattern, flags)
    different = {repr((repeat.body, repeat.after[:2])): repeat for repeat in [*repeats(parsed), Repeat([], parsed, [])]}
    for repeat in different.values():
        whole = [[sample(part, random, highest) for part in repeat] for _ in range(2 * units)]
        whole.sort(key=lambda parts: not _is_matched(compiled, parts))  # those that are come first
        led = [before + body for before, body, _ in whole[:_LEADS]]
        units_of_letters = _units_of_letters(repeat, random, highest, units // 2)
        for unit in [*units_of_letters, *(body or STRANGER for _, body, _ in whole[: units // 2])]:
            end = random.choice(["", STRANGER, "\n", whole[0][2], random.choice(whole)[2] + STRANGER])
            for head in (random.choice(whole)[0], random.choice(led)):
                yield HardText(head, unit, end)


def _is_matched(compiled: re.Pattern[Any], parts: list[str]) -> bool:
    """Does the pattern agree, assertions and all, that the repeated part can stand there twice?"""
    before, body, after = parts
    text: Any = before + body + body + after
    return bool(compiled.match(text.encode("latin-1") if isinstance(compiled.pattern, bytes) else text))


def _units_of_letters(repeat: Repeat, random: Random, highest: int, wanted: int) -> Iterator[str]:
    letters = alphabet(repeat.body, repeat.after[:2], highest)
    few = alphabet(list(single_items_outside_words(repeat.body)), repeat.after[:1], highest)
    for alphabet_ in filter(None, dict.fromkeys((few, letters))):
        if sum(len(alphabet_) ** n for n in range(1, LONGEST_UNIT + 1)) <= wanted // 2:
            for length in range(1, LONGEST_UNIT + 1):
                yield from map("".join, product(alphabet_, repeat=length))
        else:
            alone = alphabet_[: wanted // 6]
            yield from alone
            for _ in range(wanted // 2 - len(alone)):
                yield "".join(random.choices(alphabet_, k=random.randint(2, LONGEST_UNIT)))


def repeats(parsed: Parsed, before: Parsed | None = None, after: Parsed | None = None) -> Iterator[Repeat]:
    """Every part of a parsed pattern that may be repeated, at any depth, outer ones first."""
    for at, (code, argument) in enumerate(parsed):
        lead, rest = [*(before or []), *parsed[:at]], [*parsed[at + 1 :], *(after or [])]
        if code in REPEATS and argument[1] > 1:
            yield Repeat(lead, list(argument[2]), rest)
        if code in (op.ASSERT, op.ASSERT_NOT) and argument[0] < 0:
            lead = lead[: -argument[1].getwidth()[1] or None]  # as good as: one item, one character
        inner_rest = [(code, argument), *rest] if code in REPEATS and argument[1] > 1 else rest
        for inner in inner_patterns(code, argument):
            yield from repeats(list(inner), lead, inner_rest)


def sample(parsed: Parsed, random: Random, highest: int) -> str:
    """A string that `parsed` matches, but for what its assertions say of it."""
    found = ""
    for code, argument in parsed:
        if code in SETS:
            found += random.choice(members(code, tuple(argument) if code is op.IN else argument, highest))
        elif code in REPEATS:
            least, most, body = argument
            for _ in range(random.randint(least, min(most, max(least, 1) + 1))):
                found += sample(list(body), random, highest)
        elif code not in (op.ASSERT, op.ASSERT_NOT):
            inner = inner_patterns(code, argument)
            found += sample(list(random.choice(inner)), random, highest) if inner else ""
    return found
