"""The commands: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import typer

from outline.command.batch_command import BATCH_HELP, batch
from outline.command.bookmarks_command import BOOKMARKS_HELP, bookmarks
from outline.command.check_command import CHECK_HELP, check
from outline.command.default_command import Command, DefaultCommand, DefaultCommandGroup
from outline.command.destination import destination
from outline.command.explain_command import EXPLAIN_HELP, explain
from outline.command.files_command import FILES_HELP, files
from outline.command.fix_command import FIX_HELP, fix
from outline.command.language_option import LanguageOption
from outline.command.mcp_command import MCP_HELP, mcp
from outline.command.rules_command import RULES_HELP, rules
from outline.language import gettext as _

app = typer.Typer(
    cls=DefaultCommandGroup,
    rich_markup_mode=None,  # help and errors are text; rich would take longer to load than all the rest
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback()
def chosen(lang: LanguageOption = None) -> None:
    """What holds for all commands."""


def schema(lang: LanguageOption = None) -> None:
    """Print the JSON Schema."""
    import json

    from outline.model import Outline

    with destination(None, json=True) as write:
        write(json.dumps(Outline.model_json_schema(), indent=2) + "\n")


app.command("files", cls=DefaultCommand, hidden=True, help=FILES_HELP)(files)
app.command("schema", cls=Command, help=_("Print the JSON Schema (a file of that name is ./schema)."))(schema)
app.command("batch", cls=Command, help=BATCH_HELP)(batch)
app.command("explain", cls=Command, help=EXPLAIN_HELP)(explain)
app.command("check", cls=Command, help=CHECK_HELP)(check)
app.command("rules", cls=Command, help=RULES_HELP)(rules)
app.command("fix", cls=Command, help=FIX_HELP)(fix)
app.command("bookmarks", cls=Command, help=BOOKMARKS_HELP)(bookmarks)
app.command("mcp", cls=Command, help=MCP_HELP)(mcp)
