"""Places in the text of a Word file → where in the XML of its main part something can be put there."""

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from outline.checking.word_files.part_elements import Dialect, Edit, Element, dialect_of, edited, elements_at
from outline.checking.word_files.run_cuts import Cut, CutText, run_with_cuts
from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.docx import TracedDocument
from outline.readers.docx.package import Package
from outline.readers.docx.traces import Trace

_SIGNATURES = "_xmlsignatures/"
_PARAGRAPH, _RUN, _TEXT = "w:p", "w:r", "w:t"
HOLDERS_OF_RUNS = frozenset(
    (
        *("w:p", "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo"),
        *("w:sdt", "w:sdtContent"),
    )
)
"""Elements between a paragraph and its runs in which a run may stand beside another, or beside the mark of a comment (ECMA-376, 17.3)."""


def refuse_signed(package: Package) -> None:
    """Raises FileProblem for a package with a digital signature (ECMA-376 Part 2, 12), which any change would break."""
    if any(name.startswith(_SIGNATURES) for name in package.names):
        raise FileProblem(_("is signed, and a change would break the signature: work on a copy without one"))


class Anchor(NamedTuple):
    """What holds the piece of text that `trace` speaks of: `text`, mostly a w:t, and `element`, beside which something can be put: its run,
    if that can be cut (`is_run`), or what the run stands in: that which holds a text box, a formula."""

    trace: Trace
    text: Element
    element: Element
    is_run: bool

    @property
    def paragraph(self) -> Element:
        """The outermost w:p around it."""
        return next(element for element in self.element.line() if element.name == _PARAGRAPH)


class MainPart:
    """The XML of the main part while it is changed; places are code points of the text of the document."""

    def __init__(self, traced: TracedDocument) -> None:
        self.xml = traced.xml
        self.dialect: Dialect = dialect_of(traced.xml)
        self.text = traced.document.text
        self._traces = traced.traces
        self._starts = [trace.start for trace in traced.traces]
        self._elements: dict[int, Element] = {}
        self._edits: list[Edit] = []
        self._runs: dict[int, Element] = {}
        self._cuts: defaultdict[int, dict[int, CutText]] = defaultdict(dict)

    def look_at(self, spans: list[tuple[int, int]]) -> None:
        """Find the elements around these places, all in one go."""
        wanted = {trace.origin.at for start, end in spans for trace in self.traces(start, end)}
        self._elements = elements_at(self.xml, wanted)

    def traces(self, start: int, end: int) -> list[Trace]:
        """The pieces that hold something of `start`:`end`; if none does, the nearest one behind `start`, or else before it."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for trace in self._traces[first:]:
            if trace.start >= max(end, start + 1):
                break
            if trace.end > start:
                found.append(trace)
        near = self._traces[first : first + 2]
        return found or near[-1:]

    def anchors(self, start: int, end: int) -> list[Anchor]:
        """The anchors of these pieces. `look_at` has looked there."""
        return [anchor for trace in self.traces(start, end) if (anchor := self._anchor(trace))]

    def _anchor(self, trace: Trace) -> Anchor | None:
        text = self._elements[trace.origin.at]
        line = text.line()
        outermost = next((n for n, element in enumerate(line) if element.name == _PARAGRAPH), None)
        if outermost is None:
            return None
        element = next(element for element in line[outermost:] if element.name not in HOLDERS_OF_RUNS)
        return Anchor(trace, text, element, element.name == _RUN and text.name == _TEXT and text.parent is element)

    def cut(self, anchor: Anchor, cut: Cut) -> None:
        """Cut the run of an anchor; the places of `cut` count from the start of its trace."""
        trace = anchor.trace
        self._runs[anchor.element.start] = anchor.element
        texts = self._cuts[anchor.element.start]
        texts.setdefault(anchor.text.start, CutText(self.text[trace.start : trace.end], [])).cuts.append(cut)

    def put_beside(self, anchor: Anchor, xml: bytes, *, before: bool, order: int = 0) -> None:
        """Put something before or behind the element of an anchor."""
        at = anchor.element.start if before else anchor.element.end
        self._edits.append(Edit(at, at, xml, order))

    def changed(self) -> bytes:
        """The XML with all that was cut and put."""
        runs = [
            Edit(run.start, run.end, run_with_cuts(self.xml, run, self._cuts[at])) for at, run in self._runs.items()
        ]
        return edited(self.xml, [*self._edits, *runs])
