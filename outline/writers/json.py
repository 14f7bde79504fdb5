"""The outline as JSON, version 2 (`outline schema` describes it)."""

import json
import re
from typing import TYPE_CHECKING

from outline.unseen import UNSEEN

if TYPE_CHECKING:
    from outline.model import Outline


DEEPEST_INDENTED = 24
"""Levels of sections. Of an outline of 64 levels, all but a tenth would be blanks before the lines: hundreds of megabytes."""


def to_json(outline: "Outline", *, indent: int | None = 2) -> str:
    """One JSON document without a line break at its end; on a single line when `indent` is None, or the outline is deeper than
    DEEPEST_INDENTED.

    Chinese stays readable. What nobody sees (`outline.unseen.UNSEEN`) stands as `\\uXXXX`, so the document holds no character that steers a
    terminal and can always be written as UTF-8.
    """
    if any(section.level > DEEPEST_INDENTED for section in outline.walk()):
        indent = None
    try:
        document = outline.model_dump_json(indent=indent)
    except ValueError:  # pydantic writes UTF-8, which a lone surrogate does not have
        return as_json(outline.model_dump(), indent=indent)
    return _with_unseen_escaped(document)


def as_json(value: object, *, indent: int | None = None) -> str:
    """Any `value` as JSON, as it is written here: see `to_json`.

    >>> print(as_json({"甲": "\x1b\u202e\U000e0041"}))
    {"甲":"\\u001b\\u202e\\udb40\\udc41"}
    """
    separators = (",", ":") if indent is None else None
    return _with_unseen_escaped(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def _with_unseen_escaped(document: str) -> str:
    """The same JSON without characters that steer a terminal or have no UTF-8. What is between strings is ASCII and, but for the line
    breaks of the indentation, printable."""
    return UNSEEN.sub(_escaped, document)


def _escaped(match: re.Match[str]) -> str:
    if match[0] == "\n":
        return "\n"
    units = match[0].encode("utf-16-be", "surrogatepass")  # two of them beyond U+FFFF
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def to_ascii(document: str) -> str:
    """The same JSON for a terminal or pipe that is not Unicode: other characters as `\\uXXXX`, in pairs where needed.

    >>> to_ascii('{"text": "一😀"}')
    '{"text": "\\\\u4e00\\\\ud83d\\\\ude00"}'
    """
    return "".join(character if character.isascii() else json.dumps(character)[1:-1] for character in document)
