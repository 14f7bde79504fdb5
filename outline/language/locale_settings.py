"""The language that a user has told the system, by public means."""

import os
import sys
from collections.abc import Mapping

from outline.language.current import LANGUAGES, Language

_CHINESE = 0x04
"""LANG_CHINESE: the low ten bits of a language identifier of Windows."""


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the user's locale, English if it is none that is known.

    The environment is read as GNU gettext reads it: of LC_ALL, LC_MESSAGES and LANG the first that says something is the locale; LANGUAGE
    lists languages in order of preference, and counts unless the locale is C. Where none of them says anything, Windows is asked for the
    language that it shows itself in.

    >>> language_of_locale({"LANG": "zh_CN.UTF-8"}), language_of_locale({"LANG": "C", "LANGUAGE": "zh"})
    ('zh', 'en')
    """
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    known = (language for name in wanted if (language := _language_of(name)))
    return next(known, "en") if any(wanted) else _language_of_windows()


def _language_of(locale: str) -> Language | None:
    """`zh_CN.UTF-8`, `zh-Hans`, `en` → its language, if it is known."""
    code = locale.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return next((language for language in LANGUAGES if language == code), None)


def _language_of_windows() -> Language:
    if sys.platform != "win32":
        return "en"
    import ctypes

    return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE else "en"
