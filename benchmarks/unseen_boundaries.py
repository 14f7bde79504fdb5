"""Tables of boundaries and of the words of headings that were learned without the texts that are read with them.

The shipped tables (`boundaries.json` and `heading_words.json` in `outline/lexicon`) have seen the texts of `../shared`, or our cases: of
these they know more than of a text that nobody has seen, and weights that are fitted with them trust them too much. Boundaries need the
package opencc, and the newspaper of the shipped table (`learn_boundaries.py`); without it they are the shipped ones.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import learn_boundaries
import learn_heading_words
from evidence_examples import SHARED
from learn_heading_words import all_headings

from outline.lexicon.boundaries import Table, table_of
from outline.lexicon.heading_words import HeadingWords
from outline.sections import glued, wording


class Unseen(NamedTuple):
    """The tables of one fold; without boundaries the shipped ones are read with."""

    boundaries: Table | None
    words: HeadingWords


def unseen_tables(fold_of: dict[str, int], newspaper: Path | None) -> dict[int, Unseen]:
    """For each fold of documents tables that were learned from the others, and from the texts that have no outline."""
    folds, headings = sorted(set(fold_of.values())), all_headings()
    boundaries = _boundaries(fold_of, newspaper) if newspaper else {}
    words = {fold: [one for one in headings if fold_of.get(one.document) != fold] for fold in folds}
    return {fold: Unseen(boundaries.get(fold), HeadingWords(learn_heading_words.learn(words[fold]))) for fold in folds}


def _boundaries(fold_of: dict[str, int], newspaper: Path) -> dict[int, Table]:
    counts, texts = learn_boundaries.newspaper(newspaper), _texts()
    tables = {}
    for fold in set(fold_of.values()):
        others = (text for name, text in texts.items() if fold_of.get(name) != fold)
        content = dict(learn_boundaries.written(learn_boundaries.learn(others, counts)))
        tables[fold] = table_of(json.loads(json.dumps(content)))
    return tables


@contextmanager
def reading_with(tables: Unseen) -> Iterator[None]:
    """Inside it, headings are read with these tables."""
    boundaries = tables.boundaries or glued.boundaries()
    with (
        patch.object(glued, "boundaries", lambda: boundaries),
        patch.object(glued, "heading_words", lambda: tables.words),
        patch.object(wording, "heading_words", lambda: tables.words),
    ):
        yield


def _texts() -> dict[str, str]:
    """The texts with whole lines by name: those that have an outline and those that have none."""
    sources = {path.stem: path for path in (SHARED / "corpus" / "unlabelled").glob("*.txt")}
    for folder in ("score", "corpus"):
        for path in (SHARED / folder / "gold").glob("*.json"):
            sources[path.stem] = path.parent / json.loads(path.read_text(encoding="utf-8"))["source"]
    return {name: learn_boundaries.alike(path.read_bytes().decode("utf-8")) for name, path in sorted(sources.items())}
