"""What each feature weighs: `weights.json`, fitted by `benchmarks/fit_evidence.py` on outlines made by reading."""

import json
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("weights.json")


@cache
def weights() -> dict[str, float]:
    """The weight of each feature that has one, loaded when a text is first read. A few are set by hand: what the file itself knows, for no
    plain text can teach it."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    by_hand: dict[str, float] = table["by hand"]
    return _expanded(table["weights"]) | by_hand


def _expanded(table: dict[str, list[str]]) -> dict[str, float]:
    """The table lists, for each weight in hundredths, the features that have it."""
    return {feature: int(hundredths) / 100 for hundredths, features in table.items() for feature in features}
