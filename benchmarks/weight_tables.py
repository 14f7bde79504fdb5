"""How tables of weights are written: for each weight, in hundredths, the features that have it (`outline.numbering.weights` reads them)."""

import json
from collections import defaultdict
from pathlib import Path

LEAST = 0.02
"""What weighs less says nothing."""


def by_weight(weights: dict[str, float]) -> dict[str, list[str]]:
    """The features that have each weight, in hundredths."""
    table: dict[int, list[str]] = defaultdict(list)
    for feature, weight in sorted(weights.items()):
        if abs(weight) >= LEAST:
            table[round(weight * 100)].append(feature)
    return {str(hundredths): table[hundredths] for hundredths in sorted(table)}


def packed(values: dict[str, float], steps: int) -> dict[str, str]:
    """The keys that have each value, so many `steps` to one, in one string (`outline.lexicon.packed` reads them)."""
    table: dict[int, str] = defaultdict(str)
    for key, value in sorted(values.items()):
        table[round(value * steps)] += key
    return {str(value): table[value] for value in sorted(table)}


def write_packed(path: Path, content: dict[str, dict[str, str]]) -> None:
    """Write packed tables, each in a line of its own."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(written.replace("},", "},\n") + "\n", encoding="utf-8")


def write(path: Path, made: dict[str, object], features: int) -> None:
    """Write what was `made`, so many `features`, as a table that ships with the package."""
    path.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{features:,} features, {path.stat().st_size:,} bytes")
