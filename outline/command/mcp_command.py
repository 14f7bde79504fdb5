"""The command `outline mcp --root DIR`: outlines and sections for an assistant that speaks the Model Context Protocol, over stdio."""

import os
from typing import Annotated

import typer

from outline.command.complaints import complain
from outline.command.exit_codes import FAILED
from outline.command.language_option import LanguageOption
from outline.command.shared_options import DEFAULT_MEGABYTES, MEGABYTE, MaxSizeOption
from outline.language import gettext as _

MCP_HELP = _(
    "Serve outlines to an assistant, by MCP over standard input and output.\n\n"
    "Two tools: the outline of a file, and one section of it. Only files in the folders of --root are read; nothing is written."
)


def mcp(
    roots: Annotated[
        list[str],
        typer.Option("--root", metavar=_("DIR"), help=_("A folder whose files may be read; may come several times.")),
    ],
    max_size: MaxSizeOption = DEFAULT_MEGABYTES,
    lang: LanguageOption = None,
) -> None:
    """Outlines for an assistant."""
    from importlib.util import find_spec

    for root in roots:
        if not os.path.isdir(root):
            raise typer.BadParameter(_("{path} is no folder.").format(path=root), param_hint="'--root'")
    if find_spec("mcp") is None:
        complain("mcp", _('needs the package mcp: pip install "speech-outline[mcp]"'))
        raise typer.Exit(FAILED)
    from outline.command.mcp_server import server

    server(roots, max_size * MEGABYTE).run("stdio")
