"""Replacements → tracked changes in a Word file (w:del and w:ins, ECMA-376 Part 1, 17.13.5), which a person accepts or rejects."""

import re
from collections.abc import Sequence
from itertools import pairwise

from outline.checking.replacement import Replacement
from outline.checking.word_files.anchors import Anchor, MainPart, refuse_signed
from outline.checking.word_files.part_elements import Element
from outline.checking.word_files.repacking import repacked
from outline.checking.word_files.revision_marks import Marks
from outline.checking.word_files.run_cuts import Cut, run_like
from outline.language import gettext as _
from outline.readers.docx import read_traced

_CHANGES = frozenset(("w:ins", "w:moveTo"))
_FIELD, _CONTROL, _CONTROLLED = "w:fldSimple", "w:sdt", "w:sdtContent"
_KEPT_FROM_OUTSIDE = re.compile(rb"<[^\s:>]+:(?:dataBinding|lock)[\s/>]")


class TrackedChanges:
    """A Word file in which text is replaced; run, bold and size of what is replaced stay, and the other parts of the package."""

    def __init__(self, content: bytes, max_size: int) -> None:
        self._content = content
        self._traced = read_traced(content, max_size=max_size)
        refuse_signed(self._traced.package)

    def obstacles(self, replacements: Sequence[Replacement]) -> list[str]:
        """For each of the replacements why it cannot be a tracked change; nothing if it can."""
        main = self._looking_at(replacements)
        return [_obstacle(main, one) for one in replacements]

    def replaced(self, replacements: Sequence[Replacement], date: str | None) -> bytes:
        """The file with the replacements as tracked changes, by “outline” at this `date` (`2026-01-31T12:00:00Z`)."""
        main = self._looking_at(replacements)
        marks = Marks(main.dialect.prefix, date, main.xml)
        for replacement in replacements:
            _replace(main, replacement, marks)
        package = self._traced.package
        return repacked(self._content, {package.spelled(package.name): main.changed()})

    def _looking_at(self, replacements: Sequence[Replacement]) -> MainPart:
        main = MainPart(self._traced)
        main.look_at([(one.start, one.end) for one in replacements])
        return main


def _replace(main: MainPart, replacement: Replacement, marks: Marks) -> None:
    """Mark the characters as deleted, piece by piece, and put the new ones behind the last of them, in the type of the first."""
    start, end, text = replacement.start, replacement.end, replacement.text
    prefix = main.dialect.prefix.decode()
    anchors = main.anchors(start, end)
    for anchor in anchors:
        inserted = ""
        if text and anchor is anchors[-1]:
            run = run_like(main.xml, anchors[0].element, text).decode()
            inserted = f"<{prefix}ins{marks.attributes(marks.next_id())}>{run}</{prefix}ins>"
        around = (f"<{prefix}del{marks.attributes(marks.next_id())}>".encode(), f"</{prefix}del>".encode())
        trace = anchor.trace
        at = max(start, trace.start) - trace.start, min(end, trace.end) - trace.start
        main.cut(anchor, Cut(*at, inserted.encode(), around))


def _obstacle(main: MainPart, replacement: Replacement) -> str:
    anchors = main.anchors(replacement.start, replacement.end)
    held = sum(
        min(anchor.trace.end, replacement.end) - max(anchor.trace.start, replacement.start) for anchor in anchors
    )
    if held != replacement.end - replacement.start:
        return _("Word counts it itself, or it stands in a file inside the document")
    return next((reason for anchor in anchors if (reason := _obstacle_at(main.xml, anchor))), "")


def _obstacle_at(xml: bytes, anchor: Anchor) -> str:
    line = anchor.text.line()
    if anchor.trace.origin.in_field or any(element.name == _FIELD for element in line):
        return _("a field makes it, and would make it again")
    if not anchor.is_run:
        return _("it stands where Word tracks no changes: in a text box, a formula or a phonetic guide")
    if any(element.name in _CHANGES for element in line):
        return _("it stands in a tracked change: accept or reject that first")
    if any(_is_kept_from_outside(xml, control, inside) for control, inside in pairwise(line)):
        return _("it stands in a content control that is locked, or filled from elsewhere")
    return ""


def _is_kept_from_outside(xml: bytes, control: Element, inside: Element) -> bool:
    """Do the properties of a content control say that what is inside of it is not to be changed, or changes with something else?"""
    is_control = control.name == _CONTROL and inside.name == _CONTROLLED
    return is_control and _KEPT_FROM_OUTSIDE.search(xml, control.start, inside.start) is not None
