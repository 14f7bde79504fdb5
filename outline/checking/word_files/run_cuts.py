"""A run of text (w:r) cut into several with the same properties, so that something can stand between them, or be marked as deleted."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from outline.checking.word_files.part_elements import Element


class Cut(NamedTuple):
    """In the text of one w:t, what stands at `start`:`end` (code points) is deleted, and `xml` put behind it.

    `around` is what begins and ends the mark of a deletion. Of two cuts at one place the one of lower `order` comes first.
    """

    start: int
    end: int
    xml: bytes
    around: tuple[bytes, bytes] = (b"", b"")
    order: int = 0


class CutText(NamedTuple):
    """The `text` of a w:t, as it is read, and the `cuts` in it, which do not overlap."""

    text: str
    cuts: list[Cut]


def run_with_cuts(xml: bytes, run: Element, cut_texts: Mapping[int, CutText]) -> bytes:
    """The XML of `run`, a w:r of `xml`, with cuts in those of its w:t that begin at these bytes.

    What lies between two cuts keeps its place and its properties; every other element of the run stays byte for byte.
    """
    return b"".join(_Pieces(xml, run).all(cut_texts))


class _Pieces:
    def __init__(self, xml: bytes, run: Element) -> None:
        self._xml, self._run = xml, run
        self._prefix = run.tag.rpartition(b"r")[0]
        self._properties = next((child for child in run.children if child.name == "w:rPr"), None)
        start_tag = xml[run.start : run.inside]
        self._head = start_tag + (
            xml[self._properties.start : self._properties.end] if self._properties is not None else b""
        )
        self._tail = b"</" + run.tag + b">"
        self._kept: list[bytes] = []

    def all(self, cut_texts: Mapping[int, CutText]) -> Iterator[bytes]:
        """The runs, and what stands between them."""
        for child in self._run.children:
            if child is self._properties:
                continue
            if child.start in cut_texts:
                yield from self._cut(cut_texts[child.start])
            else:
                self._kept.append(self._xml[child.start : child.end])
        yield self._run_of_kept()

    def _cut(self, cut_text: CutText) -> Iterator[bytes]:
        text, done = cut_text
        at = 0
        for cut in sorted(done, key=lambda one: (one.start, one.end, one.order)):
            self._keep(text[at : cut.start])
            yield self._run_of_kept()
            if cut.start < cut.end:
                before, after = cut.around
                deleted = self._text(b"delText", text[cut.start : cut.end])
                yield before + self._head + deleted + self._tail + after
            yield cut.xml
            at = cut.end
        self._keep(text[at:])

    def of(self, text: str) -> bytes:
        """A run of nothing but `text`."""
        self._keep(text)
        return self._run_of_kept()

    def _keep(self, text: str) -> None:
        if text:
            self._kept.append(self._text(b"t", text))

    def _run_of_kept(self) -> bytes:
        kept = b"".join(self._kept)
        self._kept.clear()
        return self._head + kept + self._tail if kept else b""

    def _text(self, name: bytes, text: str) -> bytes:
        tag = self._prefix + name
        return b"<" + tag + b' xml:space="preserve">' + escape(text).encode() + b"</" + tag + b">"


def run_like(xml: bytes, run: Element, text: str) -> bytes:
    """A run of `text` with the properties of `run`."""
    return _Pieces(xml, run).of(text)
