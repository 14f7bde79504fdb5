"""A group of commands in one of which the name need not be said: `outline FILE…` beside `outline schema`."""

from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

# typer carries its own copy of click in some versions and depends on click in others, so click's types are Any here.


class DefaultCommandGroup(TyperGroup):
    """Takes arguments that begin with neither a command nor an option of the group for those of the default command."""

    default = "files"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the default command in front where it is meant."""
        own = {name for param in self.params for name in param.opts} | set(self.commands)
        completing = ctx.resilient_parsing and not args
        if not completing and (not args or args[0] not in own):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands, the options of the group and those of the default command."""
        default = self.commands[self.default]
        return [*super().shell_complete(ctx, incomplete), *default.shell_complete(ctx, incomplete)]


class _NamelessContext(Context):
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
        records = [record for param in group.params if (record := param.get_help_record(ctx.parent))]
        with formatter.section("Shell completion"):
            formatter.write_dl(records)
        group.format_commands(ctx.parent, formatter)
