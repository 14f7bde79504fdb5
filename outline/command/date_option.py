"""The option that says when marks in a Word file were made, which else is now."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from outline.language import gettext as _
from outline.writers.visible import visible

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def _known_date(date: str | None) -> str | None:
    if date is not None:
        try:
            datetime.strptime(date, _TIME)
        except ValueError:
            problem = _("“{date}” is no time such as 2026-01-31T12:00:00Z.")
            raise typer.BadParameter(problem.format(date=visible(date))) from None
    return date


DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=_("TIME"),
        help=_("What marks in a Word file are dated, as in 2026-01-31T12:00:00Z: now if nothing is said."),
        callback=_known_date,
    ),
]


def date_or_now(date: str | None) -> str:
    """The `date` as it was given, or what time it is."""
    return date or datetime.now(UTC).strftime(_TIME)
