"""Tables of boundaries that were learned without the texts that are read with them.

The shipped table (`outline/lexicon/boundaries.json`) has seen the texts of `../shared`: of these it knows more than of a text that nobody
has seen, and weights that are fitted with it trust it too much. Needs the package opencc, and the newspaper of the shipped table
(`learn_boundaries.py`).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import learn_boundaries
from evidence_examples import SHARED

from outline.lexicon.boundaries import Table, table_of
from outline.sections import glued


def unseen_tables(fold_of: dict[str, int], newspaper: Path) -> dict[int, Table]:
    """For each fold of documents a table that was learned from the others, and from the texts that have no outline."""
    counts, texts = learn_boundaries.newspaper(newspaper), _texts()
    tables = {}
    for fold in sorted(set(fold_of.values())):
        others = (text for name, text in texts.items() if fold_of.get(name) != fold)
        content = dict(learn_boundaries.written(learn_boundaries.learn(others, counts)))
        tables[fold] = table_of(json.loads(json.dumps(content)))
    return tables


@contextmanager
def reading_with(table: Table | None) -> Iterator[None]:
    """Inside it, headings are read with this table; with the shipped one if there is none."""
    if table is None:
        yield
        return
    with patch.object(glued, "boundaries", lambda: table):
        yield


def _texts() -> dict[str, str]:
    """The texts with whole lines by name: those that have an outline and those that have none."""
    sources = {path.stem: path for path in (SHARED / "corpus" / "unlabelled").glob("*.txt")}
    for folder in ("score", "corpus"):
        for path in (SHARED / folder / "gold").glob("*.json"):
            sources[path.stem] = path.parent / json.loads(path.read_text(encoding="utf-8"))["source"]
    return {name: learn_boundaries.alike(path.read_bytes().decode("utf-8")) for name, path in sorted(sources.items())}
