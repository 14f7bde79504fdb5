"""The option --lang, which every command has: `outline --lang zh batch …` and `outline batch … --lang zh` are the same."""

from typing import Annotated

import typer

from outline.command.chosen_language import OPTION
from outline.language import Language, using_language
from outline.language import gettext as _


def _speak(context: typer.Context, language: Language | None) -> Language | None:
    """Speak the language that was asked for until the command has ended."""
    if language:
        context.with_resource(using_language(language))
    return language


LanguageOption = Annotated[
    Language | None,
    typer.Option(
        OPTION,
        callback=_speak,
        is_eager=True,
        help=_("The language of help and messages: that of the system if nothing is said."),
    ),
]
"""The type of a parameter of a command; the command itself has nothing to do with its value."""
