"""The commands: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import typer

from outline.command.batch_command import batch
from outline.command.default_command import DefaultCommand, DefaultCommandGroup
from outline.command.destination import destination
from outline.command.explain_command import explain
from outline.command.files_command import files

app = typer.Typer(
    cls=DefaultCommandGroup,
    rich_markup_mode=None,  # help and errors are text; rich would take longer to load than all the rest
    pretty_exceptions_enable=False,
)
app.command("files", cls=DefaultCommand, hidden=True)(files)


@app.command()
def schema() -> None:
    """Print the JSON Schema (a file of that name is ./schema)."""
    import json

    from outline.model import Outline

    with destination(None, json=True) as write:
        write(json.dumps(Outline.model_json_schema(), indent=2) + "\n")


app.command("batch")(batch)
app.command("explain")(explain)
