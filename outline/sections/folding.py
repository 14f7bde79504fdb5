"""Events folded by `grammar/outline.lark`, with the tables that Lark made of it (LALR: Aho, Lam, Sethi, Ullman, Compilers, 4.7)."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from outline.notation.grammar_files import shipped
from outline.sections.event import Event
from outline.sections.fold_rules import FoldRules

TABLE = Path(__file__).with_name("outline_grammar.json")
OF_OUTLINE = ("outline.lark",)
_END = Event("$END", 0, 0)


class _Rule(NamedTuple):
    """What a rule makes of its last `parts`, and at which places among them one in brackets is missing."""

    name: str
    make: Callable[[list[Any]], Any]
    parts: int
    missing: list[int]


class _Tables(NamedTuple):
    """See `table_of` in `lark_folding`."""

    ignored: frozenset[str]
    begin: int
    rules: list[_Rule]
    states: list[dict[str, int]]


def folded(events: Iterable[Event]) -> Any:
    """What the first rule of the grammar makes of the `events`, which are a document in its words."""
    tables = _tables()
    if tables:
        return _folded_by(tables, events)
    from outline.sections.lark_folding import lark

    return lark().parse(events)


@cache
def _tables() -> _Tables | None:
    table = shipped(TABLE, OF_OUTLINE)
    if table is None:
        return None
    made = FoldRules()
    rules = [
        _Rule(name, getattr(made, name), sum(there), [place for place, is_there in enumerate(there) if not is_there])
        for name, there in table["rules"]
    ]
    states = table["states"]
    states[table["end"]][_END.type] = table["end"]  # all is made, and only the end may follow
    return _Tables(frozenset(table["ignored"]), table["begin"], rules, states)


def _folded_by(tables: _Tables, events: Iterable[Event]) -> Any:
    ignored, begin, rules, states = tables
    path, made = [begin], list[Any]()
    for event in chain(events, [_END]):
        type_ = event.type
        if type_ in ignored:
            continue
        while (step := states[path[-1]][type_]) < 0:
            name, make, count, missing = rules[-1 - step]
            first = len(made) - count
            parts = made[first:]
            for place in missing:
                parts.insert(place, None)
            del made[first:], path[first + 1 :]
            made.append(make(parts))
            path.append(states[path[-1]][name])
        path.append(step)
        made.append(event)
    return made[0]
