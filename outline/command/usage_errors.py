"""What is wrong with the arguments of a command, told as its user reads it."""

from typer import TyperException

from outline.command.complaints import say
from outline.command.words_of_typer import in_language
from outline.language import gettext as _
from outline.writers.visible import visible


def tell(error: TyperException) -> None:
    """How the command is called, and what is wrong, on standard error if there is one."""
    context = getattr(error, "ctx", None)
    if context is not None:
        command = f"{context.command_path} {context.help_option_names[0]}"
        say(context.get_usage(), _("Try '{command}' for help.").format(command=command), "")
    say(visible(_("Error: {problem}").format(problem=in_language(error.format_message()))))
