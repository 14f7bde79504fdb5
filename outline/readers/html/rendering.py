"""The tree of a page → its text in lines, and where in it the elements stand that tell the article from what is around it."""

import re
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from outline.readers.budget import Budget
from outline.readers.html.css import Declarations, Key, Styles
from outline.readers.html.growing_lines import Lines
from outline.readers.html.labels_of_word import label_of_word
from outline.readers.html.laid_out import CONTROLS, HEADINGS, Element, InnerLink, Page
from outline.readers.html.list_numbers import Numbers
from outline.readers.html.roles import key_by_role

_LOOKED_AROUND = 8
"""Elements around a link, the innermost, of which one may be a heading."""
_LONGEST_TITLE = 300
"""Characters of the `<title>` that are looked at."""

_SILENT = {"audio", "canvas", "datalist", "iframe", "math", "noframes", "noscript", "object", "rp", "script"}
_SILENT |= {"select", "style", "svg", "template", "title", "video"}
_BLOCKS = {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"}
_BLOCKS |= {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS |= {"header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary"}
_BLOCKS |= {"table", "tbody", "tfoot", "thead", "tr", "ul"}
_CELLS = {"td", "th"}
_TITLE = "h1"
"""No table of data holds the title of its page."""
_NOTE = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote|cite_note)[-_:]?\d", re.IGNORECASE)
"""How programs call notes: Word, wikis, those that make pages of Markdown."""
_PRESERVING = {"pre", "textarea", "listing", "xmp", "plaintext"}
_TELLING = _BLOCKS | _CELLS | {"a", "button", "code", "rt", "sup"}


class _Open(NamedTuple):
    """An element that is being laid out; `place` is where it, or the next around it that does, stands in `elements`."""

    tag: str
    place: int | None
    is_listed: bool
    is_block: bool
    is_numbered: bool
    is_preserved: bool
    inner_link: int | None = None


_SKIPPED = _Open("", None, False, False, False, False)


def lay_out_page(root: Any, styles: Styles, budget: Budget) -> Page:
    """The page as a browser without scripts shows it; what styles write in it counts in the `budget`."""
    layout = _Layout(styles, budget)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            layout.end(element)
        elif not layout.begin(element):
            walk.skip_subtree()
    title = root.find(".//title")
    words = "" if title is None else "".join(title.itertext())[:_LONGEST_TITLE]
    lines = layout.lines
    lines.close()
    elements = [
        element._replace(start=lines.placed(element.start), end=lines.placed(element.end))
        for element in layout.elements
    ]
    breaks = tuple(map(lines.placed, lines.hard_breaks))
    inner = tuple(
        link._replace(start=lines.placed(link.start), end=lines.placed(link.end)) for link in layout.inner_links
    )
    title = " ".join(words.split())
    return Page(lines.text, elements, title, lines.placed_numbers(), breaks, inner, frozenset(layout.ids))


class _Layout:
    def __init__(self, styles: Styles, budget: Budget) -> None:
        self.lines = Lines(budget)
        self.elements: list[Element] = []
        self.inner_links: list[InnerLink] = []
        self.ids: set[str] = set()
        self._styles = styles
        self._numbers = Numbers()
        self._path: list[Key] = []
        self._open: list[_Open] = []

    def begin(self, element: Any) -> bool:
        """Lay out the beginning of an element; False if nothing of it shows."""
        tag = element.tag
        self._path.append(Key(tag, element.get("id", ""), frozenset(element.get("class", "").split())))
        declared = self._styles.of_element(self._path, element.get("style"))
        if tag in _SILENT or element.get("hidden") is not None or declared.get("display") == "none":
            self._open.append(_SKIPPED)
            return False
        label = label_of_word(element)
        if label:
            self.lines.label(label)
            self._open.append(_SKIPPED)
            return False
        is_block = _is_block(tag, declared)
        self._break(tag, is_block)
        before = self._styles.before_element(self._path)
        labels = self._numbers.begin(element, len(self._path), declared, before)
        if labels and is_block:
            self.lines.end_number()
            self.lines.end_line()
        self.lines.number(labels)
        outer = self._open[-1] if self._open else _SKIPPED
        place = outer.place
        key, inner_link = key_by_role(self._path[-1], element), self._inner_link(element)
        is_listed = key.tag in _TELLING and not (tag == "a" and element.get("href", "#").startswith("#"))
        is_listed |= not CONTROLS.isdisjoint(key.classes)
        if key.tag == _TITLE:
            self.lines.part_cells()
        if is_listed:
            self.elements.append(Element(key, self.lines.length, self.lines.length, place))
            place = len(self.elements) - 1
        is_preserved = _is_preserved(tag, declared, outer.is_preserved)
        self._open.append(_Open(tag, place, is_listed, is_block, bool(labels), is_preserved, inner_link))
        self._write(element.text)
        return True

    def end(self, element: Any) -> None:
        """Lay out the end of an element, and the text behind it."""
        ended = self._open.pop()
        if ended.is_numbered:
            self.lines.end_number()
        if ended.is_listed and ended.place is not None:
            self.elements[ended.place] = self.elements[ended.place]._replace(end=self.lines.length)
        if ended.inner_link is not None:
            link = self.inner_links[ended.inner_link]
            self.inner_links[ended.inner_link] = link._replace(end=self.lines.length)
        if ended.tag:
            self._numbers.end(element, len(self._path))
        if ended.tag == "tr":
            self.lines.end_row()
        elif ended.is_block:
            self.lines.end_line()
        self._path.pop()
        self._write(element.tail)

    def _inner_link(self, element: Any) -> int | None:
        """Take down the id of an element, and a link to one: its place among these."""
        self.ids.update(filter(None, (element.get("id"), element.get("name"))))
        target = element.get("href", "")[1:] if element.tag == "a" and element.get("href", "").startswith("#") else ""
        if not target:
            return None
        near = self._path[-_LOOKED_AROUND:]
        is_of_heading = any(key.tag in HEADINGS or key.id == target for key in near)
        is_raised = any(key.tag == "sup" for key in near) or (len(element) > 0 and element[0].tag == "sup")
        leads_to_note = is_raised or element.get("role") == "doc-noteref" or _NOTE.match(target) is not None
        self.inner_links.append(InnerLink(self.lines.length, self.lines.length, target, is_of_heading, leads_to_note))
        return len(self.inner_links) - 1

    def _break(self, tag: str, is_block: bool) -> None:
        if tag == "tr":
            self.lines.begin_row()
        elif tag in _CELLS:
            self.lines.begin_cell()
        elif tag == "br":
            self.lines.break_line()
        elif is_block:
            self.lines.end_line()

    def _write(self, text: str | None) -> None:
        if text and self._open:
            self.lines.write(text, preserved=self._open[-1].is_preserved)


def _is_block(tag: str, declared: Declarations) -> bool:
    display = declared.get("display")
    if display is None or tag in _CELLS or tag == "tr":
        return tag in _BLOCKS
    return not display.startswith(("inline", "contents", "table-cell", "ruby"))


def _is_preserved(tag: str, declared: Declarations, parent: bool) -> bool:
    white_space = declared.get("white-space")
    if white_space is None:
        return parent or tag in _PRESERVING
    return white_space.startswith(("pre", "break-spaces"))
