"""The command `outline rules [CODE]`: what the findings of `outline check` mean."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from outline.command.destination import destination
from outline.command.language_option import LanguageOption
from outline.command.rule_codes import known_code
from outline.language import gettext as _

if TYPE_CHECKING:
    from outline.checking.rule import Rule

RULES_HELP = _("List what check finds.\n\nWith CODE, all of one finding, with an example and a counter-example.")


def rules(
    code: Annotated[
        str | None,
        typer.Argument(metavar=_("CODE"), help=_("The code of a finding."), callback=known_code, show_default=False),
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """What the findings mean."""
    from outline.checking.rules import RULES

    with destination(None, json=False) as write:
        lines = map(_row, RULES.values()) if code is None else _page(RULES[code])
        write("".join(f"{line}\n" for line in lines))


def _row(rule: "Rule") -> str:
    return f"{rule.code:<20} {rule.severity:<8} {_(rule.title)}"


def _page(rule: "Rule") -> Iterator[str]:
    head = _("{code} ({severity}): {title}")
    yield head.format(code=rule.code, severity=rule.severity, title=_(rule.title))
    yield ""
    yield _(rule.explanation)
    for title, text in ((_("An example:"), rule.example), (_("No finding:"), rule.counter_example)):
        if text:
            yield ""
            yield title
            yield from (f"    {line}" for line in text.split("\n"))
