"""Which language holds: one for each context, as threads and tasks of asyncio have their own (contextvars)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, get_args

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

DATA_LANGUAGE: Language = "en"
"""What is written for programs and must be the same whoever runs it, wherever: all that a batch run writes."""

_current: ContextVar[Language] = ContextVar("language", default="en")


def current_language() -> Language:
    """The language in which messages are made here."""
    return _current.get()


def use_language(code: str) -> None:
    """Make messages in the language `code`, `en` or `zh`, from here on: for a program that speaks one. ValueError for any other.

    A thread that is started speaks English until it says otherwise.
    """
    _current.set(_known(code))


@contextmanager
def using_language(code: str) -> Iterator[None]:
    """Make messages in the language `code` inside of a `with`. ValueError for one that is not known.

    >>> from outline.language import gettext
    >>> with using_language("zh"):
    ...     gettext("interrupted")
    '已中断'
    """
    token = _current.set(_known(code))
    try:
        yield
    finally:
        _current.reset(token)


def _known(code: str) -> Language:
    if code not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {code!r}")
    return code
