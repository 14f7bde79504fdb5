"""What each feature of title, salutation and closing weighs: `frame_weights.json`, fitted by `benchmarks/fit_frame.py`."""

import json
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from outline.numbering.weights import hundredths_of
from outline.page.lines import Span

_TABLE = Path(__file__).with_name("frame_weights.json")


class Choice(NamedTuple):
    """A stretch that may be the part that is sought, or None: there is none; and what speaks for it and against it."""

    span: Span | None
    features: tuple[str, ...]


def likeliest(part: str, choices: Iterable[Choice]) -> Span | None:
    """The span of the choice for a part (title, salutation, closing) that weighs most, the first of those that weigh the same."""
    get = _weights()[part].get
    best = max(choices, key=lambda choice: sum(map(get, choice.features, repeat(0))), default=None)
    return best.span if best else None


@cache
def _weights() -> dict[str, dict[str, int]]:
    """The weights of each part in hundredths, loaded when a text is first read."""
    tables: dict[str, dict[str, list[str]]] = json.loads(_TABLE.read_text(encoding="utf-8"))["weights"]
    return {part: hundredths_of(table) for part, table in tables.items()}
