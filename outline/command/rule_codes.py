"""Codes of findings as they are given on the command line."""

import typer

from outline.language import gettext as _
from outline.writers.visible import visible


def known_codes(given: list[str] | None) -> list[str] | None:
    """The codes of `--select a,b --select c`, one by one. Raises BadParameter for one that is none."""
    if given is None:
        return None
    codes = [code for some in given for code in map(str.strip, some.split(",")) if code]
    for code in codes:
        known_code(code)
    return codes


def known_code(code: str | None) -> str | None:
    """The code of a rule, or None. Raises BadParameter if there is no such rule."""
    from outline.checking.rules import RULES

    if code is not None and code not in RULES:
        problem = _("“{code}” is no code of a finding: outline rules lists them.")
        raise typer.BadParameter(problem.format(code=visible(code)))
    return code
