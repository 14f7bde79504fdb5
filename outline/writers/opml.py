"""The outline as OPML 2.0 (http://opml.org/spec2.opml), which outliners and mind maps import: 幕布, XMind, OmniOutliner, Logseq."""

from collections.abc import Iterator

from outline.model import Outline
from outline.writers.branches import Branch, trunk_of
from outline.writers.xml_text import attribute, content


def to_opml(outline: Outline) -> str:
    """The title in the head, each section an element `outline`; its paragraphs are the `_note` that outliners show below it."""
    trunk = trunk_of(outline)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += ["  <head>", f"    <title>{content(trunk.text)}</title>", "  </head>", "  <body>"]
    for branch in trunk.below:
        lines.extend(_elements(branch, "    "))
    lines += ["  </body>", "</opml>"]
    return "\n".join(lines) + "\n"


def _elements(branch: Branch, indent: str) -> Iterator[str]:
    note = f" _note={attribute(*_lines(branch))}" if branch.notes else ""
    start = f"{indent}<outline text={attribute(branch.text)}{note}"
    if not branch.below:
        yield start + "/>"
        return
    yield start + ">"
    for below in branch.below:
        yield from _elements(below, indent + "  ")
    yield indent + "</outline>"


def _lines(branch: Branch) -> list[str]:
    return [line for note in branch.notes for line in note.split("\n")]
