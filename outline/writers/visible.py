"""Characters that steer a terminal or a reader's eye, or hide from it, made visible."""

import re

from outline.parts import Span, Table
from outline.unseen import UNSEEN

_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"


def visible(text: str) -> str:
    """`text` on one line, with every character of `outline.unseen.UNSEEN` as a sign that can be seen and sent safely.

    >>> visible("[red]\\x1b[31m")
    '[red]␛[31m'
    >>> visible("a\\u202eb")
    'a‹U+202E›b'
    """
    return text if text.isprintable() else UNSEEN.sub(_sign, text)


def lines_of(paragraph: Span) -> list[str]:
    """A paragraph as lines that can be sent safely: one, or the rows of a table."""
    return (
        [visible(line) for line in paragraph.text.split("\n")]
        if isinstance(paragraph, Table)
        else [visible(paragraph.text)]
    )


def _sign(match: re.Match[str]) -> str:
    character = match[0]
    if character == _DELETE:
        return "␡"
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return f"‹U+{ord(character):04X}›"
