"""The outline as a mind map of FreeMind (.mm), which Freeplane, XMind, MindManager and others open."""

from collections.abc import Iterator

from outline.model import Outline
from outline.writers.branches import Branch, trunk_of
from outline.writers.xml_text import attribute, content

_VERSION = "1.0.1"
"""Of the format: the last that FreeMind wrote, so that none asks whether it may convert the file."""


def to_freeplane(outline: Outline) -> str:
    """The map: the title in the middle, sections to its right; the paragraphs of a section are its note."""
    lines = [f'<map version="{_VERSION}">', *_nodes(trunk_of(outline), 0), "</map>"]
    return "\n".join(lines) + "\n"


def _nodes(branch: Branch, depth: int) -> Iterator[str]:
    side = ' POSITION="right"' if depth == 1 else ""
    start = f"<node{side} TEXT={attribute(branch.text)}"
    if not branch.notes and not branch.below:
        yield start + "/>"
        return
    yield start + ">"
    if branch.notes:
        # On lines of their own, as Freeplane writes them: some programs take the text without its elements
        paragraphs = "".join(f"\n<p>{content(line)}</p>" for note in branch.notes for line in note.split("\n"))
        yield f'<richcontent TYPE="NOTE"><html><head/><body>{paragraphs}\n</body></html></richcontent>'
    for below in branch.below:
        yield from _nodes(below, depth + 1)
    yield "</node>"
