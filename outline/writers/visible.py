"""Characters that steer a terminal or a reader's eye, made visible."""

import re

from outline.parts import Span, Table

# C0, DEL and C1 controls; bidirectional controls; line and paragraph separators; the byte order mark; lone surrogates; two that are no
# characters, which XML has not.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")

_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"


def visible(text: str) -> str:
    """`text` on one line, with every control character and lone surrogate as a sign that can be seen and sent safely.

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
