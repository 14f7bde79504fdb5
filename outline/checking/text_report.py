"""Findings for people: a line each, and below it the words that it is about."""

from collections.abc import Iterator
from unicodedata import east_asian_width

from outline.checking.finding import Finding
from outline.language import gettext as _
from outline.language import ngettext
from outline.model import Outline
from outline.writers.places import told_at, told_below
from outline.writers.visible import visible


def text_report(finding: Finding, *, caret: bool) -> Iterator[str]:
    """The lines that tell of a finding; with `caret`, a sign under the words that it is about, as a terminal shows it."""
    place, note = finding.place, finding.note
    message = visible(note.message)
    path = [visible(label) for label in finding.path]
    if place.line:
        yield f"{visible(finding.file)}:{place.line}:{place.column}: {told_below(path, message)} [{note.code}]"
    else:
        yield f"{visible(finding.file)}: {told_at(place, path, message)} [{note.code}]"
    if finding.quote.text:
        yield f"    {visible(finding.quote.text)}"
        if caret:
            before, words = finding.quote.text[: finding.quote.start], finding.quote.text[: finding.quote.end]
            width = _columns(visible(words)) - _columns(visible(before))
            yield "    " + " " * _columns(visible(before)) + "^" * max(width, 1)


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes: two for a character of full width."""
    return sum(2 if east_asian_width(character) in "WFA" and character > "\u2e7f" else 1 for character in text)


def all_is_well(outline: Outline, unsure: int = 0) -> str:
    """What is said of an outline without findings; with so many places that may hide one, of which nobody asked to be told."""
    points = [section for section in outline.walk() if section.marker]
    if not points:
        return _("No numbered points found.")
    levels = max(section.level for section in points)
    counted = ngettext("{count} point", "{count} points", len(points)).format(count=len(points))
    deep = ngettext("{count} level", "{count} levels", levels).format(count=levels)
    well = _("The numbering is right: {levels}, {points}.").format(levels=deep, points=counted)
    if not unsure:
        return well
    doubts = ngettext(
        "{well} {count} place is in doubt: --severity info tells which.",
        "{well} {count} places are in doubt: --severity info tells which.",
        unsure,
    )
    return doubts.format(well=well, count=unsure)


def summary(findings: int, with_findings: int, files: int) -> str:
    """How many findings there are, and in how many of the files."""
    found = ngettext("{count} finding", "{count} findings", findings).format(count=findings)
    if files == 1:
        return _("{found}.").format(found=found)
    return _("{found} in {some} of {files} files.").format(found=found, some=with_findings, files=files)
