"""The language of the command: what --lang asks for, else that of the locale.

It is chosen before the commands are loaded, for their help is made then.
"""

from collections.abc import Sequence

from outline.language import LANGUAGES, Language, language_of_locale

OPTION = "--lang"


def language_of(arguments: Sequence[str]) -> Language:
    """The language that the arguments of the command ask for, wherever the option stands; that of the locale if they ask for none.

    >>> language_of(["--lang", "zh", "speech.txt"]), language_of(["batch", "speeches", "--lang=en", "-o", "out"])
    ('zh', 'en')
    """
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked: Language | None = None
    for place, option in enumerate(options):
        name, _, value = option.partition("=")
        if name == OPTION:
            said = value or "".join(options[place + 1 : place + 2])
            asked = next((language for language in LANGUAGES if language == said), asked)
    return asked or language_of_locale()


def arguments_before_command(arguments: Sequence[str]) -> int:
    """How many arguments at the beginning choose the language, and so do not say yet which command is meant.

    >>> arguments_before_command(["--lang", "zh", "batch", "--lang", "en"])
    2
    """
    count = 0
    while count < len(arguments):
        if arguments[count].startswith(OPTION + "="):
            count += 1
        elif arguments[count] == OPTION and count + 1 < len(arguments):
            count += 2
        else:
            break
    return count
