"""The outline as a mind map of Mermaid (https://mermaid.js.org/syntax/mindmap.html), which GitHub, GitLab, Typora and Obsidian draw."""

import re

from outline.model import Outline
from outline.writers.branches import Branch, trunk_of
from outline.writers.visible import visible

_NOT_PLAIN = re.compile(r"[^\w\s，。、；：！？（）《》“”‘’—…．·.-]|_")
"""All that may mean something to Mermaid, its Markdown or HTML: quotation marks, `#` `;` of its own references, `%%{`, `*`, `<` …"""

_EMPTY = "#8203;"
"""A blank of no width: a node must have a text."""


def to_mermaid(outline: Outline) -> str:
    """The diagram: the title in the middle; paragraphs, if there are any, are nodes of their own."""
    lines = ["mindmap"]
    for depth, branch in trunk_of(outline).walk():
        text = "((%s))" if depth == 0 else "[%s]"
        lines.append("  " * (depth + 1) + f"n{len(lines)}" + text % f'"{_escaped(branch.text)}"')
        lines += [
            "  " * (depth + 2) + f'n{len(lines) + n}["{_escaped(line)}"]' for n, line in enumerate(_lines(branch))
        ]
    return "\n".join(lines) + "\n"


def _lines(branch: Branch) -> list[str]:
    return [line for note in branch.notes for line in note.split("\n")]


def _escaped(text: str) -> str:
    """`text` as Mermaid shows just that text: what could be its own as references (`#34;`).

    >>> _escaped('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    return _NOT_PLAIN.sub(lambda match: f"#{ord(match[0])};", visible(text)) or _EMPTY
