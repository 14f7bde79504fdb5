"""What each feature of title, salutation and closing weighs: `frame_weights.json`, fitted by `benchmarks/fit_frame.py`."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from outline.numbering.features import Facts
from outline.numbering.judge import Scales, Tell
from outline.numbering.weights import hundredths_of
from outline.page.lines import Span

_TABLE = Path(__file__).with_name("frame_weights.json")

Told = tuple[Tell, Facts]
"""Facts in classes, and what makes features of them: the fewer facts stand together, the more often they were met and weighed before."""


class Choice(NamedTuple):
    """A stretch that may be the part that is sought, or None: there is none; and what is told for it and against it."""

    span: Span | None
    told: tuple[Told, ...]

    @property
    def features(self) -> tuple[str, ...]:
        """The features of all that is told."""
        return tuple(feature for tell, facts in self.told for feature in tell(facts))


def likeliest(part: str, choices: Iterable[Choice]) -> Span | None:
    """The span of the choice for a part (title, salutation, closing) that weighs most, the first of those that weigh the same."""
    table = _scales()[part].table
    best = max(choices, key=lambda choice: sum([table(tell)[facts] for tell, facts in choice.told]), default=None)
    return best.span if best else None


@cache
def _scales() -> dict[str, Scales]:
    """The weights of each part in hundredths, so that no order of adding them matters; loaded when a text is first read."""
    tables: dict[str, dict[str, list[str]]] = json.loads(_TABLE.read_text(encoding="utf-8"))["weights"]
    return {part: Scales(dict[str, float](hundredths_of(table))) for part, table in tables.items()}
