"""The outline as a notebook shows it: text, Markdown, and a list that folds without a script."""

from collections.abc import Iterator

from outline.model import Outline
from outline.writers.branches import Branch, trunk_of
from outline.writers.markdown import to_markdown
from outline.writers.tree import to_tree
from outline.writers.trim import trim
from outline.writers.web.marked_text import as_html


def tree_of(outline: Outline) -> str:
    """The tree of its headings, as it is printed."""
    return to_tree(trim(outline, depth=None, body=False))


def shown_in_notebook(outline: Outline) -> dict[str, str]:
    """By their media types: the tree, the headings as Markdown, and as nested `<details>`, of which the title is open."""
    headings = trim(outline, depth=None, body=False)
    return {
        "text/plain": to_tree(headings),
        "text/markdown": to_markdown(headings, whole=outline),
        "text/html": "".join(_details(trunk_of(headings), opened=True)),
    }


def _details(branch: Branch, opened: bool = False) -> Iterator[str]:
    text = as_html(branch.text)
    if not branch.below:
        yield f'<div style="margin-left:2.2em">{text}</div>'
        return
    yield f'<details style="margin-left:1em"{" open" if opened else ""}><summary>{text}</summary>'
    for below in branch.below:
        yield from _details(below)
    yield "</details>"
