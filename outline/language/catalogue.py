"""Messages in the language that holds. English is what stands in the code; any other language is a catalogue, loaded when it is first used.

The catalogues are those of GNU gettext, made from the code and compiled by docs/messages.py.
"""

import os
from functools import cache
from typing import TYPE_CHECKING

from outline.language.current import current_language

if TYPE_CHECKING:
    from gettext import GNUTranslations

_LOCALES = os.path.join(os.path.dirname(__file__), "locale")


def gettext(message: str) -> str:
    """The `message` in the language that holds. Nothing is nothing in any language: to a catalogue it would be the name of its header."""
    language = current_language()
    return message if language == "en" or not message else _catalogue(language).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a message for `n` things in the language that holds; both forms have the field that says how many.

    >>> ngettext("{count} file", "{count} files", 2).format(count=2)
    '2 files'
    """
    language = current_language()
    if language == "en":
        return singular if n == 1 else plural
    return _catalogue(language).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The `message` in the language that holds, where one English word is two in another language; `context` says which is meant."""
    language = current_language()
    return message if language == "en" else _catalogue(language).pgettext(context, message)


def gettext_noop(message: str) -> str:
    """The `message` as it is: says of a constant that it is in the catalogue. Whoever uses the constant calls `gettext`."""
    return message


@cache
def _catalogue(language: str) -> "GNUTranslations":
    from gettext import GNUTranslations

    with open(os.path.join(_LOCALES, language, "LC_MESSAGES", "outline.mo"), "rb") as file:
        return GNUTranslations(file)
