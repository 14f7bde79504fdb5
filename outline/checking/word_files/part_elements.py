"""The elements of a part of a .docx as places in its bytes, so that it can be changed in one place and stay as it is everywhere else."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import Budget
from outline.readers.docx.xml import events

_TAG = re.compile(rb"<([^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
_FIRST_TAG = re.compile(rb"<(?![?!])")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", _STRICT)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ROOM_FOR_HEAD = 1_000
_RUN = "w:r"


class Element:
    """An element that begins at the byte `start` of the XML of its part, and ends before `end`; its start tag ends before `inside`.

    `name` is written `w:p`, whatever the part calls it; `tag` is what the part does. `children` are kept of runs alone.
    """

    __slots__ = ("_closing", "_xml", "children", "name", "parent", "start")

    def __init__(self, xml: bytes, name: str, start: int, parent: "Element | None") -> None:
        self._xml, self.name, self.start, self.parent = xml, name, start, parent
        self._closing = start
        self.children: list[Element] = []
        if parent is not None and parent.name == _RUN:
            parent.children.append(self)

    def close(self, at: int) -> None:
        """Its end tag begins at `at`."""
        self._closing = at

    @property
    def inside(self) -> int:
        """Where its start tag ends."""
        return self._start_tag().end()

    @property
    def is_empty(self) -> bool:
        """Is its start tag its end as well?"""
        return bool(self._start_tag()[2])

    @property
    def closing(self) -> int:
        """Where its end tag begins."""
        return self._closing

    @property
    def end(self) -> int:
        """Where all of it ends."""
        return self.inside if self.is_empty else self._xml.index(b">", self._closing) + 1

    @property
    def tag(self) -> bytes:
        """Its name with the prefix that it has in the XML."""
        return self._start_tag()[1]

    def _start_tag(self) -> re.Match[bytes]:
        tag = _TAG.match(self._xml, self.start)
        assert tag, "a parser has seen a tag here"
        return tag

    def line(self) -> list["Element"]:
        """The elements around it, from the outermost in, and itself."""
        found, element = [], self
        while True:
            found.append(element)
            if element.parent is None:
                return found[::-1]
            element = element.parent


class _Finder:
    def __init__(self, xml: bytes, wanted: Container[int]) -> None:
        self._xml, self._wanted = xml, wanted
        self._at = 0
        self._innermost: Element | None = None
        self.found: dict[int, Element] = {}

    def follow(self, at: int) -> None:
        self._at = at

    def start(self, name: str, _attributes: dict[str, str], /) -> None:
        self._innermost = Element(self._xml, name, self._at, self._innermost)
        if self._at in self._wanted:
            self.found[self._at] = self._innermost

    def end(self, _name: str, /) -> None:
        assert self._innermost
        self._innermost.close(self._at)
        self._innermost = self._innermost.parent

    def data(self, _text: str, /) -> None:
        pass


def elements_at(xml: bytes, wanted: Container[int]) -> dict[int, Element]:
    """The elements that begin at these bytes of `xml`. FileProblem as `events` says."""
    finder = _Finder(xml, wanted)
    for _step in events(xml, finder, Budget(len(xml)), follow=finder.follow):
        pass
    return finder.found


def root_of(xml: bytes) -> Element:
    """The root of a part."""
    root = _FIRST_TAG.search(xml)
    found = elements_at(xml, {root.start()}) if root else {}
    if not root or root.start() not in found:
        raise _unusual()
    return found[root.start()]


def with_last(xml: bytes, child: bytes) -> bytes:
    """The XML of a part with one more child of its root, as the last one."""
    root = root_of(xml)
    if not root.is_empty:
        return xml[: root.closing] + child + xml[root.closing :]
    return xml[: root.inside - 2] + b">" + child + b"</" + root.tag + b">" + xml[root.end :]


class Dialect(NamedTuple):
    """How a part writes WordprocessingML: the `prefix` of its names with the colon, and whether it is the strict kind (ECMA-376 Part 1)."""

    prefix: bytes
    is_strict: bool


def dialect_of(xml: bytes) -> Dialect:
    """The dialect of a part. FileProblem for one that elements cannot be put into: in UTF-16, or with names that change their meaning."""
    head = xml[:_ROOM_FOR_HEAD].removeprefix(_BYTE_ORDER_MARK)
    encoding = _ENCODING.match(head)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (encoding and encoding[1].lower() != b"utf-8"):
        raise _unusual()
    declared = [*_declarations(xml)]
    for prefix, space in declared:
        if space in _SPACES:
            if any(one == prefix and other != space for one, other in declared):
                break
            return Dialect(prefix + b":", space == _STRICT)
    raise _unusual()


def _declarations(xml: bytes) -> Iterator[tuple[bytes, bytes]]:
    return ((match[1], match[2]) for match in re.finditer(rb"\sxmlns:([^\s=]+)\s*=\s*[\"']([^\"']*)[\"']", xml))


def _unusual() -> FileProblem:
    return FileProblem(_("is written in a way that nothing can be put into: open it in Word and save it again"))


class Edit(NamedTuple):
    """What stands at `start`:`end` (bytes) becomes `xml`. Of two edits that begin and end alike the one of lower `order` comes first."""

    start: int
    end: int
    xml: bytes
    order: int = 0


def edited(xml: bytes, edits: list[Edit]) -> bytes:
    """The XML with all `edits`, none of which overlap."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end, one.order)):
        assert edit.start >= done, "edits overlap"
        pieces += [xml[done : edit.start], edit.xml]
        done = edit.end
    return b"".join([*pieces, xml[done:]])
