"""What typer, and pydantic for it, say to the user of their own accord, in the language that holds.

Most of it they know in English only, and hand on as text. A text is taken for one of the templates here and said by the catalogue; what
fits none stays English. tests/test_command_language.py goes through help and all that one can get wrong, so that new words are noticed.
"""

import re

from outline.language import current_language, gettext_noop
from outline.language import gettext as _

_HELP = (
    gettext_noop("Arguments"),
    gettext_noop("Options"),
    gettext_noop("Commands"),
    gettext_noop("Show this message and exit."),
    gettext_noop("Install completion for the current shell."),
    gettext_noop("Show completion for the current shell, to copy it or customize the installation."),
    gettext_noop("required"),
    gettext_noop("default: {value}"),
    gettext_noop("x>={least}"),
)
_ERRORS = (
    gettext_noop("Invalid value for {name}: {problem}"),
    gettext_noop("Invalid value: {problem}"),
    gettext_noop("Missing argument {name}."),
    gettext_noop("Missing option {name}."),
    gettext_noop("No such option: {name} (Possible options: {names})"),
    gettext_noop("No such option: {name}"),
    gettext_noop("Option {name} does not take a value."),
    gettext_noop("Option {name} requires an argument."),
    gettext_noop("Got unexpected extra argument(s) ({arguments})"),
    gettext_noop("Input should be a valid integer, unable to parse string as an integer"),
    gettext_noop("Input should be a valid number, unable to parse string as a number"),
    gettext_noop("Input should be greater than or equal to {least}"),
    gettext_noop("Value error, {value} is not one of {values}."),
)
_FIELD = re.compile(r"\\{(\w+)\\}")
_TEMPLATES = [
    (template, re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL))
    for template in (*_HELP, *_ERRORS)
]


def in_language(text: str) -> str:
    """What typer says, in the language that holds, or as it is if it is none of what is known.

    >>> from outline.language import using_language
    >>> with using_language("zh"):
    ...     in_language("Invalid value for '--depth': Input should be greater than or equal to 1")
    "'--depth' 的值无效：不能小于 1"
    """
    if current_language() == "en":
        return text
    for template, pattern in _TEMPLATES:
        found = pattern.fullmatch(text)
        if found:
            fields = found.groupdict()
            if "problem" in fields:
                fields["problem"] = in_language(fields["problem"])
            return _(template).format(**fields)
    return text
