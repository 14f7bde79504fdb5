"""What features weigh: tables that are fitted on outlines made by reading, by the script that each names."""

import json
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("weights.json")


def weights() -> dict[str, float]:
    """The weight of each feature of a marker and its place that has one; see `benchmarks/fit_evidence.py`."""
    return weights_in(_TABLE)


@cache
def weights_in(path: Path) -> dict[str, float]:
    """The weight of each feature of the table at `path`, loaded when it is first asked for. A few are set by hand: what the file itself
    knows, for no plain text can teach it."""
    table = json.loads(path.read_text(encoding="utf-8"))
    by_hand: dict[str, float] = table["by hand"]
    return {feature: weight / 100 for feature, weight in hundredths_of(table["weights"]).items()} | by_hand


def hundredths_of(table: dict[str, list[str]]) -> dict[str, int]:
    """The weight of each feature of a table that lists, for each weight in hundredths, the features that have it."""
    return {feature: int(hundredths) for hundredths, features in table.items() for feature in features}
