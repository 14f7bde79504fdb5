"""What a Word file holds once its tracked changes are accepted or rejected, and what its comments stand at: the XML itself is asked."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx_files import W
from lxml import etree

_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def main_part(content: bytes) -> Any:
    return etree.fromstring(parts(content)["word/document.xml"])


def accepted(content: bytes, author: str) -> Any:
    """The root of the main part with all changes of the author accepted."""
    return _settled(content, author, gone=_DELETED, stays=_INSERTED)


def rejected(content: bytes, author: str) -> Any:
    """The same with all of them rejected."""
    return _settled(content, author, gone=_INSERTED, stays=_DELETED)


def _settled(content: bytes, author: str, *, gone: tuple[str, ...], stays: tuple[str, ...]) -> Any:
    root = main_part(content)
    for element in list(root.iter(*map(w, gone), *map(w, stays))):
        if element.get(w("author")) != author:
            continue
        if element.tag in {w(name) for name in stays}:
            for child in list(element):
                for text in child.iter(w("delText")):
                    text.tag = w("t")
                element.addprevious(child)
        element.getparent().remove(element)
    return root


def characters(root: Any) -> list[list[tuple[str, str]]]:
    """Paragraph by paragraph, each character of a run with the properties that it has, and what else stands there as `(name, XML)`."""
    return [list(_characters(paragraph)) for paragraph in root.iter(w("p"))]


def _characters(paragraph: Any) -> Iterator[tuple[str, str]]:
    for run in paragraph.iter(w("r")):
        properties = run.find(w("rPr"))
        dress = "" if properties is None else etree.tostring(properties).decode()
        around = "/".join(etree.QName(element).localname for element in run.iterancestors())
        for child in run:
            if child.tag in (w("t"), w("delText")):
                yield from ((character, around + dress) for character in child.text or "")
            elif child is not properties:
                yield etree.tostring(child).decode(), around


def text(root: Any) -> str:
    """The paragraphs, a line each, without what is deleted."""
    return "\n".join("".join(each.text or "" for each in paragraph.iter(w("t"))) for paragraph in root.iter(w("p")))


def commented(content: bytes) -> dict[str, str]:
    """By the number of each comment, the text of the main part that it stands at."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in main_part(content).iter():
        if element.tag == w("commentRangeStart"):
            open_.add(element.get(w("id")))
            found[element.get(w("id"))] = ""
        elif element.tag == w("commentRangeEnd"):
            open_.remove(element.get(w("id")))
        elif element.tag == w("t"):
            for id_ in open_:
                found[id_] += element.text or ""
    assert not open_
    return found
