"""The language in which people are spoken to: English or Chinese, with one catalogue of messages.

    from outline.language import gettext as _, ngettext

    _("“{marker}” repeats number {number}").format(marker=marker, number=number)

A message is a template in English with named fields; it is translated when it is asked for, into the language that holds where it is
asked for. What a field is given is never read as a template. English unless said otherwise; see CONTRIBUTING.md for how to add a message.
"""

from outline.language.catalogue import gettext, gettext_noop, ngettext, pgettext
from outline.language.current import DATA_LANGUAGE, LANGUAGES, Language, current_language, use_language, using_language
from outline.language.locale_settings import language_of_locale

__all__ = [
    "DATA_LANGUAGE",
    "LANGUAGES",
    "Language",
    "current_language",
    "gettext",
    "gettext_noop",
    "language_of_locale",
    "ngettext",
    "pgettext",
    "use_language",
    "using_language",
]
