"""A text as a page of Markdown: headings by their level, paragraphs apart, and signs wherever a writer or a converter puts them."""

import re
from collections.abc import Iterable
from typing import Any

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t\u3000\xa0"
_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~]")
_ITEM = re.compile(r"(\d{1,9})([.)])(?=[ \t])")
_LONGEST_HEADING = 40
_DEEPEST_HEADING = 6


def as_markdown(text: str, nodes: Iterable[dict[str, Any]]) -> str:
    """`text` as Markdown. Points of `nodes` (of a gold outline) that begin a line are headings if the line is short, and have their marker
    in bold if it is long; those inside a line are in bold too. No other character that is not blank is lost or changed."""
    markers = {node["start"]: node for node in nodes}
    levels = _levels(nodes)
    blocks = []
    start = 0
    for end in [*(match.span() for match in _LINE_END.finditer(text)), (len(text), len(text))]:
        line = _line(text, start, end[0], markers, levels)
        blocks += [line] if line else []
        start = end[1]
    return "\n\n".join(blocks) + "\n"


def _levels(nodes: Iterable[dict[str, Any]]) -> dict[int, int]:
    levels: dict[int, int] = {}
    starts = [node["start"] for node in nodes]
    for node in nodes:
        parent = node["parent"]
        levels[node["start"]] = 1 + (levels[starts[parent]] if parent is not None else 0)
    return levels


def _line(text: str, start: int, end: int, markers: dict[int, dict[str, Any]], levels: dict[int, int]) -> str:
    words = text[start:end].strip(_BLANKS)
    start = text.index(words, start) if words else end
    inside = sorted(at for at in markers if start <= at < start + len(words))
    made, at = "", start
    is_heading = inside[:1] == [start] and len(words) <= _LONGEST_HEADING
    for place in inside:
        marker = markers[place]["marker"]
        bold = not is_heading and text.startswith(marker, place)
        made += escaped(text[at:place]) + (
            f"**{escaped(marker)}**" if bold else escaped(text[place : place + len(marker)])
        )
        at = place + len(marker)
    made += escaped(text[at : start + len(words)])
    if is_heading:
        return "#" * min(_DEEPEST_HEADING, 1 + levels[start]) + " " + made
    return _safe(made)


def escaped(words: str) -> str:
    """`words` with a backslash before each sign of Markdown."""
    return _SPECIAL.sub(lambda sign: "\\" + sign[0], words)


def _safe(line: str) -> str:
    """A line of which Markdown would make an item, with what makes it one escaped."""
    line = re.sub(r"^([-+=])", r"\\\1", line)
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line)
