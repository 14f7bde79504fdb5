"""Which language holds: that of the program, unless the context has one of its own, as tasks and threads may (contextvars)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, get_args

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

DATA_LANGUAGE: Language = "en"
"""What is written for programs and must be the same whoever runs it, wherever: all that a batch run writes."""

_of_program: Language = "en"
_of_context: ContextVar[Language | None] = ContextVar("language", default=None)


def current_language() -> Language:
    """The language in which messages are made here."""
    return _of_context.get() or _of_program


def use_language(code: str) -> None:
    """Have the program make messages in the language `code`, `en` or `zh`, wherever `using_language` says no other.

    ValueError for a language that is not known.
    """
    global _of_program
    _of_program = _known(code)


@contextmanager
def using_language(code: str) -> Iterator[None]:
    """Make messages in the language `code` inside of a `with`, in this thread and this task. ValueError for one that is not known.

    >>> from outline.language import gettext
    >>> with using_language("zh"):
    ...     gettext("interrupted")
    '已中断'
    """
    token = _of_context.set(_known(code))
    try:
        yield
    finally:
        _of_context.reset(token)


def _known(code: str) -> Language:
    if code not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {code!r}")
    return code
