"""The outline as lines indented by tabs, to paste into a mind map or an outliner: WPS 脑图, 幕布, XMind, MindManager."""

from outline.model import Outline
from outline.writers.branches import trunk_of
from outline.writers.visible import visible


def to_indented_text(outline: Outline) -> str:
    """The lines: the title, sections one tab deeper than what they stand below; paragraphs, if there are any, are lines of their own.

    >>> from outline import parse
    >>> to_indented_text(parse("一、提高认识\\n（一）看得准\\n（二）改得快", name="a.txt"))
    'a\\n\\t一、提高认识\\n\\t\\t（一）看得准\\n\\t\\t（二）改得快\\n'
    """
    lines = []
    for depth, branch in trunk_of(outline).walk():
        lines.append("\t" * depth + visible(branch.text))
        lines += ["\t" * (depth + 1) + visible(line) for note in branch.notes for line in note.split("\n")]
    return "\n".join(lines) + "\n"
