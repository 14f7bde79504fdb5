"""Texts with gold outlines, and the programs that score against them, where `shared` lies beside the checkout."""

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = {"seeds": "score/gold", "corpus": "corpus/gold", "mess": "mess/gold"}

Node = dict[str, Any]


@dataclass
class Mark:
    """A title, salutation or closing of the gold at `start`, of the whole text or of the section that starts at `section`."""

    what: str
    start: int
    section: int | None


@dataclass
class Text:
    """A text with its gold; its `stem` seeds the damage."""

    stem: str
    text: str
    nodes: list[Node]
    marks: list[Mark]


def load(name: str) -> ModuleType:
    """A program of `../shared/score` as a module; it is read, not run."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no program {name}.py")
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = writes
    return module


def texts(name: str) -> list[Text]:
    return [text_of(path) for path in sorted((SHARED / GOLD[name]).glob("*.json"))]


def text_of(path: Path) -> Text:
    gold = json.loads(path.read_text(encoding="utf-8"))
    source = (path.parent / gold["source"]).resolve().read_bytes().decode("utf-8")
    tops = [node["start"] for node in gold["nodes"] if node["parent"] is None]
    marks = []
    for mark in gold.get("marks", []):
        number, dot, what = mark["what"].rpartition(".")
        marks.append(Mark(what, mark["start"], tops[int(number) - 1] if dot else None))
    return Text(path.stem, source, gold["nodes"], marks)
