"""Files that are checked, one after the other, and the reports on them: as each is done, or at the end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import typer

from outline.checking.finding import Finding, findings_of
from outline.checking.findings import check
from outline.checking.fixing import UNSURE
from outline.checking.machine_reports import github_report, json_report
from outline.checking.rule import SEVERITIES, Severity
from outline.checking.rules import severity_of
from outline.checking.text_report import all_is_well, summary, text_report
from outline.command.binary_output import write_whole
from outline.command.complaints import complain, say
from outline.command.exit_codes import FAILED, INTERRUPTED
from outline.command.input_file import source_of
from outline.command.printing import colour_wanted
from outline.document import Document
from outline.language import gettext as _
from outline.parser import parse
from outline.problems import FileProblem
from outline.readers import content_of
from outline.writers.places import told_below
from outline.writers.visible import visible


class Wanted(NamedTuple):
    """Which findings are told: of the codes `select`, if there are any, whatever their severity; else of `severity` or graver; and not of
    the codes `ignore`."""

    select: frozenset[str]
    ignore: frozenset[str]
    severity: Severity

    def has(self, code: str) -> bool:
        """Is a finding of this code told?"""
        is_grave = SEVERITIES.index(severity_of(code)) <= SEVERITIES.index(self.severity)
        return code not in self.ignore and (code in self.select if self.select else is_grave)

    def passes_over(self, code: str) -> bool:
        """Is a finding of this code not told, though it may hide a slip and nobody said that it should not be told?"""
        return code in UNSURE and not (self.has(code) or self.select or code in self.ignore)


class Checked(NamedTuple):
    """A file that was checked, with what is said of it if nothing was found; `failed` if it could not be."""

    name: str
    findings: list[Finding]
    well: str = ""
    failed: bool = False
    content: bytes = b""


def checked(name: str, reader: Callable[[Any], Document], wanted: Wanted, *, most_kept: int = 0) -> Checked:
    """What is found in the file of this name. Why it cannot be read is told on standard error. What is in the file is kept, if it may be
    so many bytes."""
    shown, source = source_of(name)
    try:
        content, _name = content_of(source, most_kept) if most_kept else (b"", "")
        document = reader(content or source)
        outline = parse(document, name=shown)
    except FileProblem as problem:
        complain(shown, problem)
        return Checked(shown, [], failed=True)
    except MemoryError:
        complain(shown, _("more memory is needed than there is"))
        return Checked(shown, [], failed=True)
    except KeyboardInterrupt as interrupt:
        complain(shown, _("was not finished: interrupted"))
        raise typer.Exit(INTERRUPTED) from interrupt
    found = check(outline, severity="info")
    notes = [note for note in found if wanted.has(note.code)]
    well = all_is_well(outline, sum(wanted.passes_over(note.code) for note in found))
    return Checked(shown, [*findings_of(shown, document, outline, notes)], well, content=content)


def write_marked(output: str, one: Checked, date: str, max_size: int) -> None:
    """Write the Word file that was checked with its findings as comments. What goes wrong ends the command."""
    from outline.checking.word_files.comments import with_comments

    if one.failed:
        return
    try:
        notes = [replace(finding.note, message=told_below([], finding.note.message)) for finding in one.findings]
        marked = with_comments(one.content, notes, date=date, max_size=max_size)
    except FileProblem as problem:
        complain(one.name, problem)
        raise typer.Exit(FAILED) from None
    write_whole(output, marked)


class Report:
    """What is told of the files: each is `add`ed, then comes the `end`. Text and annotations are written at once, other forms then."""

    def __init__(self, format: str, write: Callable[[str], None], *, alone: bool, quiet: bool) -> None:
        self._format, self._write, self._alone, self._quiet = format, write, alone, quiet
        self._caret = colour_wanted()
        self._kept: list[Finding] = []
        self.files = self.failed = self.found = self.with_findings = 0

    def add(self, one: Checked) -> None:
        """Report on a file."""
        self.files += 1
        self.failed += one.failed
        self.found += len(one.findings)
        self.with_findings += bool(one.findings)
        if self._format == "text":
            self._write("".join(f"{line}\n" for line in self._lines(one)))
        elif self._format == "github":
            self._write("".join(f"{github_report(finding)}\n" for finding in one.findings))
        else:
            self._kept += one.findings

    def end(self) -> None:
        """Report on all files."""
        if self._format == "json":
            self._write(json_report(self._kept))
        elif self._format == "sarif":
            from outline.checking.sarif import sarif_report

            self._write(sarif_report(self._kept))
        elif self._format == "text" and self.found and not self._quiet:
            say(summary(self.found, self.with_findings, self.files))

    def _lines(self, one: Checked) -> list[str]:
        lines = [line for finding in one.findings for line in text_report(finding, caret=self._caret)]
        if not (lines or one.failed or self._quiet):
            lines.append(one.well if self._alone else f"{visible(one.name)}: {one.well}")
        return lines
