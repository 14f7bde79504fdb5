"""Findings for programs: JSON, and annotations of GitHub."""

from collections.abc import Iterable
from typing import Any

from outline.checking.finding import Finding
from outline.writers.json import as_json
from outline.writers.visible import visible


def json_report(findings: Iterable[Finding]) -> str:
    """An array with an object for each finding; what the file does not know of its place is null."""
    return as_json([*map(_as_object, findings)], indent=2) + "\n"


def _as_object(finding: Finding) -> dict[str, Any]:
    note, place = finding.note, finding.place
    return {
        "file": finding.file,
        "code": note.code,
        "severity": finding.severity,
        "message": note.message,
        "parameters": note.parameters,
        "path": "/".join(finding.path),
        "page": place.page or None,
        "paragraph": place.paragraph or None,
        "line": place.line or None,
        "column": place.column or None,
        "start": note.start,
        "end": note.end,
        "words": finding.quote.text[finding.quote.start : finding.quote.end],
    }


_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def github_report(finding: Finding) -> str:
    """A workflow command of GitHub Actions, which shows the finding beside the line (docs.github.com, workflow commands)."""
    place, end = finding.place, finding.end_place
    properties = {"file": finding.file}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
        if end.line == place.line:
            properties |= {"endLine": str(end.line), "endColumn": str(end.column)}
    properties["title"] = finding.note.code
    # A control character is shown: the log that this goes to is read on terminals.
    written = ",".join(f"{name}={_in_property(value)}" for name, value in properties.items())
    message = finding.note.message if place.line else f"{place}: {finding.note.message}"
    return f"::{_LEVELS[finding.severity]} {written}::{_in_data(visible(message))}"


def _in_data(text: str) -> str:
    return text.replace("%", "%25")


def _in_property(text: str) -> str:
    return _in_data(visible(text)).replace(":", "%3A").replace(",", "%2C")
