"""XML of a .docx part → events or a tree, within limits: what would need more time or memory than a document does is refused.

ECMA-376 Part 2 (rules M1.17 and M1.18) allows UTF-8 and UTF-16, and no document type declarations: there are no entities to expand, and
there is nothing to fetch.
"""

from collections.abc import Callable, Container, Iterator
from typing import Any, Protocol, cast
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import Budget
from outline.readers.docx.lightening import lightened

MOST_ELEMENTS = 1_000_000
"""Elements of a part that is read as events, without those that `lightening` cuts; three thousand pages of Word have as many."""
MOST_ELEMENTS_OF_TREE = 200_000
"""Elements of a part that is kept as a tree, at about 300 bytes each."""
DEEPEST = 256
"""Elements inside each other; libxml2 draws the same line."""
MOST_NAMES = 10_000
"""Different names of elements, attributes and prefixes, which the parser never forgets; WordprocessingML has about 2,000."""
_HEAVIER = 4
"""By this factor `lightening` may make a part smaller, in elements."""
LONGEST_TAG = 4_000_000
"""Bytes of one tag or comment; VML keeps whole pictures in attributes."""
_GREATEST_NUMBER = 2**31 - 1
"""What Word counts with; a file may hold any digits."""
_CHUNK = 65_536
_NO_XML = (expat.ExpatError, ValueError, LookupError)
"""What expat raises; the last two for an encoding that it does not know."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "urn:schemas-microsoft-com:vml": "v:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}


class Target(Protocol):
    """Takes the events. Names are written `w:p` for WordprocessingML, transitional or strict, and for the rest of _PREFIXES alike."""

    def start(self, name: str, attributes: dict[str, str], /) -> object:
        """An element begins."""

    def end(self, name: str, /) -> object:
        """An element ends."""

    def data(self, text: str, /) -> object:
        """Characters, in as many pieces as the parser likes."""


def events(
    xml: bytes,
    target: Target,
    budget: Budget,
    *,
    wanted: Container[str] | None = None,
    most_elements: int | None = None,
    follow: Callable[[int], object] | None = None,
) -> Iterator[None]:
    """Send the events of `xml` to `target`; yields now and then, for the caller to take what has come together.

    Of elements that are not `wanted`, if that is said, the target hears nothing but their characters. With `follow`, it is told before an
    element begins, and before it ends, at which byte of `xml` that is: nothing is cut from it then, and it may have so many more elements.
    Raises FileProblem for what is no well-formed XML, and for what passes a limit, such as `most_elements` (else MOST_ELEMENTS).
    """
    heavier = 1 if follow is None else _HEAVIER
    most = heavier * (MOST_ELEMENTS if most_elements is None else most_elements)
    xml = lightened(xml) if follow is None else xml
    count = xml.count(b"<") - xml.count(b"</")
    if count > most:
        raise FileProblem(_("has more than {most:,} elements in one part: split it").format(most=most))
    budget.read_elements(count // heavier)
    parser = _parser(target, wanted)
    if follow is not None:
        _tell_places(parser, follow)
    try:
        for start in range(0, len(xml), _CHUNK):
            parser.Parse(xml[start : start + _CHUNK], False)
            if start - parser.CurrentByteIndex > LONGEST_TAG:
                problem = _("has a tag of more than {most:,} bytes: save it again in Word")
                raise FileProblem(problem.format(most=LONGEST_TAG))
            yield
        parser.Parse(b"", True)
    except _NO_XML as error:
        problem = _("is damaged: {reason}: let Word repair it and save it again")
        raise FileProblem(problem.format(reason=error)) from error
    yield


def tree(xml: bytes, budget: Budget) -> Element:
    """The root of `xml`, for small parts."""
    builder = TreeBuilder()
    for _now in events(xml, builder, budget, most_elements=MOST_ELEMENTS_OF_TREE):
        pass
    return builder.close()


def child(element: Element, *path: str) -> Element | None:
    """The element that `path`, names from the outside in, leads to: the first one of each name."""
    found: Element | None = element
    for name in path:
        found = None if found is None else next((each for each in found if each.tag == name), None)
    return found


def value(element: Element, *path: str) -> str | None:
    """The w:val of the element that `path` leads to; None if there is none."""
    found = child(element, *path)
    return None if found is None else found.get("w:val")


def is_on(element: Element | None) -> bool:
    """Is the property that `element` states switched on? (17.17.4)"""
    return element is not None and is_on_by(element.get("w:val"))


def is_on_by(stated: str | None) -> bool:
    """The same of an element with this w:val, or without one."""
    return stated in (None, "1", "true", "on")


def number(text: str | None, default: int) -> int:
    """The whole number `text`, which a file may have got wrong or left out: then it is `default`."""
    try:
        return max(-_GREATEST_NUMBER, min(_GREATEST_NUMBER, int(text or "")))
    except ValueError:
        return default


class _Names(dict[str, str]):
    """The short form of every name that has turned up; `space local` is how expat writes one."""

    def __missing__(self, name: str) -> str:
        if len(self) == MOST_NAMES:
            problem = _("has more than {most:,} different tags: save it again in Word")
            raise FileProblem(problem.format(most=MOST_NAMES))
        space, _blank, local = name.rpartition(" ")
        self[name] = short = _PREFIXES.get(space, space and space + " ") + local
        return short


def _tell_places(parser: expat.XMLParserType, follow: Callable[[int], object]) -> None:
    begin: Callable[[str, dict[str, str]], object] = cast(Any, parser.StartElementHandler)
    finish: Callable[[str], object] = cast(Any, parser.EndElementHandler)

    def start(name: str, attributes: dict[str, str]) -> None:
        follow(parser.CurrentByteIndex)
        begin(name, attributes)

    def end(name: str) -> None:
        follow(parser.CurrentByteIndex)
        finish(name)

    parser.StartElementHandler, parser.EndElementHandler = start, end


def _parser(target: Target, wanted: Container[str] | None) -> expat.XMLParserType:
    names, depth = _Names(), 0
    is_known = names.keys().__ge__

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            problem = _("has more than {most} elements inside each other: save it again in Word")
            raise FileProblem(problem.format(most=DEEPEST))
        short = names[name]
        if wanted is None or short in wanted:
            target.start(short, {names[key]: each for key, each in attributes.items()} if attributes else attributes)
        elif attributes and not is_known(attributes.keys()):
            for key in attributes:
                names[key]  # counts it

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        short = names[name]
        if wanted is None or short in wanted:
            target.end(short)

    def refuse_declaration(*declared: object) -> None:
        raise FileProblem(_("has a document type declaration, which no .docx may have: save it again in Word"))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, target.data
    parser.StartDoctypeDeclHandler = refuse_declaration
    parser.StartNamespaceDeclHandler = lambda prefix, uri: names[prefix or ""] and None
    return parser
