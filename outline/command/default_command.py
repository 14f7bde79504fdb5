"""A group of commands in one of which the name need not be said: `outline FILE…` beside `outline schema`."""

import sys
from typing import Any

from typer import Abort, BadParameter, Context, TyperException
from typer.core import TyperCommand, TyperGroup

from outline.command.chosen_language import arguments_before_command
from outline.command.only_names import may_be_misspelt
from outline.language import gettext as _

# typer carries its own copy of click in some versions and depends on click in others, so click's types are Any here.


_ALIKE = 0.8
"""How much a misspelt name has in common with that of a command, as difflib measures it: chek, bacth, explian, but not text or fixed."""


class HelpContext(Context):
    """The context of a command whose help is a page of our own."""

    def make_formatter(self) -> Any:
        """The page to write help and usage to."""
        from outline.command.help_page import HelpPage

        return HelpPage()


class DefaultCommandGroup(TyperGroup):
    """Takes arguments that begin with neither a command nor an option of the group for those of the default command."""

    default = "files"
    context_class = HelpContext

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the default command in front where it is meant."""
        own = {name for param in self.params for name in param.opts} | set(self.commands)
        completing = ctx.resilient_parsing and not args
        at = arguments_before_command(args)
        if not completing and (at == len(args) or args[at] not in own):
            args = [*args[:at], self.default, *args[at:]]
        return super().parse_args(ctx, args)

    def main(
        self,
        args: Any = None,
        prog_name: Any = None,
        complete_var: Any = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, tell what is wrong with the arguments, and exit."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except TyperException as error:
            from outline.command.usage_errors import tell

            tell(error)
            code = error.exit_code
        except Abort:
            code = 1
        sys.exit(code if isinstance(code, int) else 0)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands, the options of the group and those of the default command."""
        default = self.commands[self.default]
        return [*super().shell_complete(ctx, incomplete), *default.shell_complete(ctx, incomplete)]


def refuse_misspelt(name: str, group: Any) -> None:
    """Raises BadParameter where the first `name` is that of no file, but nearly that of a command, as in `outline chek speech.docx`."""
    if not may_be_misspelt(name):
        return
    from difflib import get_close_matches

    commands = [command for command, what in group.commands.items() if not what.hidden]
    for command in get_close_matches(name, commands, n=1, cutoff=_ALIKE):
        problem = _("“{name}” is neither a file nor a command: is “outline {command}” meant?")
        raise BadParameter(problem.format(name=name, command=command))


class Command(TyperCommand):
    """A command that must be named."""

    context_class = HelpContext


class _NamelessContext(HelpContext):
    @property
    def command_path(self) -> str:
        """The path in usage and error messages, which is that of the group."""
        return super().command_path.rstrip()


class DefaultCommand(TyperCommand):
    """The command whose name need not be said; its help is the help of the group."""

    context_class = _NamelessContext

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """As for any command, but without a name."""
        return super().make_context(None, args, parent, **extra)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options of this command, of the group, and the other commands."""
        super().format_options(ctx, formatter)
        group = ctx.parent.command
        own = {param.name for param in self.params}
        records = [
            record for param in group.params if param.name not in own if (record := param.get_help_record(ctx.parent))
        ]
        with formatter.section(_("Shell completion")):
            formatter.write_dl(records)
        group.format_commands(ctx.parent, formatter)
