"""How much of a gold outline is found in what was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import ModuleType

from making.alignment import align
from making.gold import Node, Text
from outline import FileProblem, Outline, Section, parse, read
from outline.document import Document, Format

Files = Iterable[tuple[Text, bytes]]
"""Texts with the file that each was written as."""


@dataclass
class Row:
    """The counts of one row of the table."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    placed: int = 0
    full: int = 0
    marks: int = 0
    marks_found: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self, what: str) -> float:
        hit = getattr(self, what)
        return 2 * hit / (self.predicted + self.gold) if self.predicted + self.gold else 1.0


def shown(text: str, at: int) -> str:
    return repr(text[max(0, at - 6) : at])[1:-1] + "▶" + repr(text[at : at + 24])[1:-1]


def add(row: Row, text: Text, content: bytes, score: ModuleType, format: Format | None = None) -> None:
    """Count what is found in the file `content` against the gold of the clean text it was made of."""
    try:
        document = read(content, format=format)
    except FileProblem as problem:
        row.gold += len(text.nodes)
        row.wrong.append(f"{text.stem} {problem}")
        return
    places = align(_without_signs(document), text.text)
    nodes = nodes_of(parse(document))
    for n, node in enumerate(nodes):
        nowhere = len(text.text) + n  # a point of what is not in the clean text is one too many
        node.update(start=places.get(node["start"], nowhere), heading_end=None)
    optional = {node["start"] for node in text.nodes if node.get("optional")}
    anywhere = {node["start"] for node in text.nodes if node.get("anywhere")}
    want, got = (score.keyed(some, text.text, optional) for some in (text.nodes, nodes))
    found = want.keys() & got.keys()
    placed = {start for start in found if start in anywhere or got[start][0][0] in want[start][0]}
    row.gold, row.predicted = row.gold + len(want), row.predicted + len(got)
    row.found, row.placed = row.found + len(found), row.placed + len(placed)
    row.wrong += [f"{text.stem} {shown(text.text, start)}" for start in sorted((want.keys() | got.keys()) - placed)]


def _without_signs(document: Document) -> str:
    """The text with blanks for its signs of markup, as long as it was."""
    parts, at = [], 0
    for start, end, _ in document.signs:
        parts += [document.text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, document.text[at:]])


def nodes_of(outline: Outline) -> list[Node]:
    """The sections in document order; one without a marker begins with its heading."""
    nodes: list[Node] = []
    waiting: list[tuple[Section, int | None]] = [(section, None) for section in reversed(outline.sections)]
    while waiting:
        section, parent = waiting.pop()
        start = section.marker.start if section.marker else section.heading.start
        waiting += [(below, len(nodes)) for below in reversed(section.sections)]
        nodes.append({"start": start, "parent": parent})
    return nodes


def measured(files: Files, score: ModuleType, format: Format | None = None) -> Row:
    """What is found in all `files`, which are read as `format` if their bytes do not say what they are."""
    row = Row()
    for text, content in files:
        add(row, text, content, score, format)
    return row
