"""Read how a Chinese speech, report or official document numbers its points, and give back its outline.

>>> from outline import parse
>>> outline = parse("一、提高认识\\n二、抓好落实")
>>> [section.heading.text for section in outline.walk()]
['提高认识', '抓好落实']
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outline.batch.outlines import outlines
    from outline.document import Document
    from outline.model import Marker, Note, Outline, Section, Source, Span
    from outline.parser import parse
    from outline.problems import FileProblem
    from outline.readers import read
    from outline.writers import render

__version__ = "0.1.0"
__all__ = [
    "Document",
    "FileProblem",
    "Marker",
    "Note",
    "Outline",
    "Section",
    "Source",
    "Span",
    "outlines",
    "parse",
    "read",
    "render",
]

_HOME = {
    "Document": "outline.document",
    "FileProblem": "outline.problems",
    "outlines": "outline.batch.outlines",
    "parse": "outline.parser",
    "read": "outline.readers",
    "render": "outline.writers",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: `outline --version` must not wait for pydantic and lark."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME.get(name, "outline.model")), name)
    globals()[name] = value
    return value
