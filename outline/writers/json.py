"""The outline as JSON, version 2 (`outline schema` describes it)."""

import json

from outline.model import Outline
from outline.writers.visible import UNSEEN


def to_json(outline: Outline, *, indent: int | None = 2) -> str:
    """One JSON document without a line break at its end; on a single line when `indent` is None.

    Chinese stays readable. Control characters, bidirectional controls, line separators and lone surrogates stand as
    `\\uXXXX`, so the document holds no character that steers a terminal and can always be written as UTF-8.
    """
    try:
        document = outline.model_dump_json(indent=indent)
    except ValueError:  # pydantic writes UTF-8, which a lone surrogate does not have
        separators = (",", ":") if indent is None else None
        document = json.dumps(outline.model_dump(), ensure_ascii=False, indent=indent, separators=separators)
    return with_unseen_escaped(document)


def with_unseen_escaped(document: str) -> str:
    """The same JSON without characters that steer a terminal or have no UTF-8. What is between strings is ASCII and, but for the line
    breaks of the indentation, printable."""
    return UNSEEN.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", document)


def to_ascii(document: str) -> str:
    """The same JSON for a terminal or pipe that is not Unicode: other characters as `\\uXXXX`, in pairs where needed.

    >>> to_ascii('{"text": "一😀"}')
    '{"text": "\\\\u4e00\\\\ud83d\\\\ude00"}'
    """
    return "".join(character if character.isascii() else json.dumps(character)[1:-1] for character in document)
