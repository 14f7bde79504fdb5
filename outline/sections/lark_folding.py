"""Events folded by Lark: what the table beside `folding` is made of, or stands in for where it is old."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from outline.notation.grammar_files import folder
from outline.sections.event import Event
from outline.sections.fold_rules import FoldRules


class EventLexer(Lexer):
    """Hands events to Lark as they are, without those that the grammar ignores."""

    def __init__(self, conf: Any) -> None:
        """Lark passes what it knows of the terminals."""
        self._ignored = frozenset(conf.ignore)

    def lex(self, events: Iterable[Event]) -> Iterator[Any]:  # type: ignore[override]  # the interface of a custom lexer: the input alone
        """What the parser is given, one after the other."""
        ignored = self._ignored
        return (event for event in events if event.type not in ignored)


@cache
def lark() -> Lark:
    """The parser of events."""
    path = folder() / "outline.lark"
    return Lark(
        path.read_text(encoding="utf-8"),
        parser="lalr",
        strict=True,
        start="outline",
        lexer=EventLexer,
        transformer=FoldRules(),  # as good as a Transformer: no tree is gone through
    )


def table_of(parser: Lark) -> dict[str, Any]:
    """The tables of the LALR parser that Lark made, for `folding`.

    - `rules`: of each its name and, for each of its parts, whether it is there; one in brackets may not be.
    - `states`: of each what comes next by the type of the event or the name of what was made: another state, or, below 0, a rule.
    """
    made = parser.parser.parser._parse_table
    begin, end = made.start_states["outline"], made.end_states["outline"]
    states = _in_order(made.states, begin)
    number_of_state = {state: number for number, state in enumerate(states)}
    number_of_rule = {id(rule): number for number, rule in enumerate(parser.rules)}

    def step(action: Any, target: Any) -> int:
        return number_of_state[target] if action is Shift else -1 - number_of_rule[id(target)]

    return {
        "ignored": sorted(parser.ignore_tokens),
        "begin": number_of_state[begin],
        "end": number_of_state[end],
        "rules": [(rule.origin.name, _parts_there(rule)) for rule in parser.rules],
        "states": [{symbol: step(*how) for symbol, how in sorted(made.states[state].items())} for state in states],
    }


def _in_order(states: dict[int, Any], begin: int) -> list[int]:
    """The states as they are come by from the first: Lark numbers them otherwise each time."""
    found = [begin]
    for state in found:
        steps = sorted(states[state].items())
        found += [target for _symbol, (action, target) in steps if action is Shift and target not in found]
    return found


def _parts_there(rule: Any) -> list[bool]:
    empty = rule.options.empty_indices or [False] * len(rule.expansion)
    return [not is_empty for is_empty in empty]
