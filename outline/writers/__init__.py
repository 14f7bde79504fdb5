"""An outline as text: a tree to look at, Markdown to publish, JSON to work with."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from outline.model import Outline
from outline.writers.json import to_json
from outline.writers.markdown import to_markdown
from outline.writers.tree import to_tree
from outline.writers.trim import trim

__all__ = ["FORMATS", "Format", "FormatName", "render"]

FormatName = Literal["tree", "markdown", "json"]


class Format(NamedTuple):
    """How one format is written and whether it has bodies unasked.

    `write` is given what to show of the outline, the whole outline, and whether to show offsets and confidence.
    """

    write: Callable[[Outline, Outline, bool, bool], str]
    body: bool


FORMATS: dict[FormatName, Format] = {
    "tree": Format(lambda shown, _whole, offsets, confidence: to_tree(shown, offsets, confidence), body=False),
    "markdown": Format(lambda shown, whole, offsets, _confidence: to_markdown(shown, offsets, whole=whole), body=True),
    "json": Format(lambda shown, _whole, _offsets, _confidence: to_json(shown) + "\n", body=True),
}


def render(
    outline: Outline,
    format: FormatName,
    *,
    depth: int | None = None,
    body: bool | None = None,
    offsets: bool = False,
    confidence: bool = False,
) -> str:
    """The outline as text that ends in a line break.

    `depth` leaves out the sections deeper than that. `body` says whether paragraphs are shown: by default they are in
    Markdown and JSON, not in a tree. `offsets` adds to each section its `[start:end]` in code points of the source,
    `confidence` to each section of a tree how sure it is; JSON always has both. Raises ValueError for another format or a `depth` below 1.

    >>> from outline import parse
    >>> print(render(parse("一、提高认识\\n二、抓好落实", name="speech.txt"), "tree"), end="")
    speech.txt
    ├─ 一、 提高认识
    └─ 二、 抓好落实
    """
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {format!r}")
    write, body_unasked = FORMATS[format]
    shown = trim(outline, depth=depth, body=body_unasked if body is None else body)
    return write(shown, outline, offsets, confidence)
