"""Findings as SARIF 2.1.0 (OASIS), which code scanners and editors read."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from outline import __version__
from outline.checking.finding import Finding
from outline.checking.rule import Rule
from outline.checking.rules import RULES
from outline.language import gettext as _
from outline.writers.json import as_json

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_report(findings: Iterable[Finding]) -> str:
    """One run with all findings and the rules they come from; columns count code points."""
    run = {
        "tool": {"driver": {"name": "outline", "version": __version__, "rules": [*map(_rule, RULES.values())]}},
        "columnKind": "unicodeCodePoints",
        "results": [*map(_result, findings)],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": _(rule.title)},
        "fullDescription": {"text": _(rule.explanation)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    note, place, end = finding.note, finding.place, finding.end_place
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(finding.file.replace("\\", "/"), errors="surrogatepass")}
    }
    if place.line:
        region = {"startLine": place.line, "startColumn": place.column, "endLine": end.line, "endColumn": end.column}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(finding.path)}]
    message = note.message if place.line else f"{place}: {note.message}"
    return {
        "ruleId": note.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [location],
        "properties": {"start": note.start, "end": note.end, "parameters": note.parameters},
    }
