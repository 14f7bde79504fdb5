"""The part of a Word file that holds the comments, and the two that have to know of it: relationships and content types."""

import posixpath
from collections import Counter
from collections.abc import Iterable
from itertools import count
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr

from outline.checking.word_files.part_elements import dialect_of, root_of, with_last
from outline.checking.word_files.repacking import repacked
from outline.checking.word_files.revision_marks import AUTHOR, Marks
from outline.readers.docx.package import Package
from outline.readers.docx.xml import tree

_KIND = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATIONSHIP = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_SPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NO_RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_CONTENT_TYPES = "[Content_Types].xml"
_SIZE = 18
"""Half-points of the type of a comment: in that of the body, which it would have else, a line would be a page."""

_Thing = TypeVar("_Thing")


class CommentsPart:
    """The comments of a package, whose main part is `main`, as they grow."""

    def __init__(self, package: Package, main: bytes, date: str | None) -> None:
        self._package, self._main = package, main
        name = package.name_of(_KIND)
        self._is_new = name is None
        self._name = self._free_name() if name is None else package.spelled(name)
        self._is_strict = dialect_of(main).is_strict
        part = package.named(self._name)
        self._xml = self._empty() if part is None else part
        self._prefix = dialect_of(self._xml).prefix
        self._marks = Marks(self._prefix, date, main, self._xml)
        self._added: list[str] = []

    def without_known(self, messages: Iterable[tuple[_Thing, str]]) -> list[tuple[_Thing, str]]:
        """Those of the things whose message no earlier run has put into a comment; each comment stands for one."""
        known = Counter(
            "".join(text.text or "" for text in comment.iter("w:t"))
            for comment in tree(self._xml, self._package.budget).iter("w:comment")
            if comment.get("w:author") == AUTHOR
        )
        new = []
        for thing, message in messages:
            if known[message]:
                known[message] -= 1
            else:
                new.append((thing, message))
        return new

    def add(self, message: str) -> int:
        """The number of a new comment that says `message`."""
        id_, w = self._marks.next_id(), self._prefix.decode()
        text = f'<{w}r><{w}rPr><{w}sz {w}val="{_SIZE}"/></{w}rPr><{w}t xml:space="preserve">{escape(message)}</{w}t></{w}r>'
        paragraph = f'<{w}p><{w}pPr><{w}ind {w}firstLineChars="0" {w}firstLine="0"/></{w}pPr>{text}</{w}p>'
        attributes = self._marks.attributes(id_)
        self._added.append(f'<{w}comment{attributes} {w}initials="{AUTHOR}">{paragraph}</{w}comment>')
        return id_

    def repacked(self, content: bytes, main: bytes) -> bytes:
        """The package `content` with this as its main part, and with the comments."""
        package = self._package
        parts = {package.spelled(package.name): main, self._name: with_last(self._xml, "".join(self._added).encode())}
        if self._is_new:
            parts |= self._announced()
        return repacked(content, parts)

    def _announced(self) -> dict[str, bytes]:
        """The parts that say that there are comments."""
        package = self._package
        folder, name = posixpath.split(package.name)
        relationships = package.spelled(posixpath.join(folder, "_rels", f"{name}.rels"))
        known = package.named(relationships) or _NO_RELATIONSHIPS
        ids = {relationship.get("Id") for relationship in tree(known, package.budget)}
        id_ = next(id_ for number in count(1) if (id_ := f"rId{number}") not in ids)
        type_ = _STRICT_RELATIONSHIP if self._is_strict else _RELATIONSHIP
        relationship = f'Relationship Id="{id_}" Type="{type_}" Target={quoteattr(posixpath.basename(self._name))}'
        parts = {relationships: _with_element(known, relationship)}
        types = package.spelled(_CONTENT_TYPES)
        listed = package.named(types)
        if listed is not None:
            override = f'Override PartName={quoteattr("/" + self._name)} ContentType="{_TYPE}"'
            parts[types] = _with_element(listed, override)
        return parts

    def _free_name(self) -> str:
        """A name beside the main part that no other part has."""
        taken = {name.lower() for name in self._package.names}
        folder = posixpath.dirname(self._package.spelled(self._package.name))
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
        return next(name for name in names if name.lower() not in taken)

    def _empty(self) -> bytes:
        space = _STRICT_SPACE if self._is_strict else _SPACE
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}"/>'.encode()


def _with_element(xml: bytes, element: str) -> bytes:
    """A part with one more empty element in its root, in the namespace of that."""
    prefix = root_of(xml).tag.rpartition(b":")
    return with_last(xml, b"<" + prefix[0] + prefix[1] + element.encode() + b"/>")
