"""The outline as CommonMark whose text comes out of any CommonMark renderer unchanged.

The title is the first heading, sections of level 1 to 5 are the headings below it. Run-in points (`outline.writers.points`)
and what lies below them or deeper than level 5 are items of nested lists, marker and heading in bold.
"""

import re
from collections.abc import Iterator

from outline.model import Outline, Section, Span, Table
from outline.writers.points import run_in_points
from outline.writers.visible import visible

_DEEPEST_HEADING = 5
# Renderers stop at a nesting of about twenty blocks, two of which each list takes; deeper points join the deepest list.
_DEEPEST_LIST = 8

_MARKUP = re.compile(r"[\\`*_\[\]<>#|&~]")
_BLOCK_START = re.compile(r"\A([0-9]+(?=[.)])|(?=[-+=]))")
_OUTER_BLANKS = re.compile(r"\A\s+|\s+\Z")


def to_markdown(outline: Outline, offsets: bool = False, *, whole: Outline | None = None) -> str:
    """The document, a line break at the end of each line. With `offsets`, each section shows its `[start:end]`.

    `whole` is the outline before anything was left out of `outline`: what is a run-in point does not depend on what is shown.
    """
    written: list[str] = []
    item_before = False
    for indent, item, text in _blocks(outline, offsets, run_in_points(whole or outline)):
        if written:
            written.append("\n" if item and item_before else "\n\n")
        written.append(indent + text)
        item_before = item
    return "".join(written) + "\n" if written else ""


def _blocks(outline: Outline, offsets: bool, points: set[int]) -> Iterator[tuple[str, bool, str]]:
    """Indentation, whether it is an item of a list, and text of each block in document order."""
    if outline.title and outline.title.text:
        yield "", False, "# " + escape(outline.title.text)
    yield from _paragraphs("", outline.front)
    waiting: list[tuple[Section | list[Span], int]] = [(outline.closing, 0)]
    waiting.extend((section, 0) for section in reversed(outline.sections))
    while waiting:
        branch, lists = waiting.pop()
        if isinstance(branch, list):
            yield from _paragraphs("  " * lists, branch)
            continue
        if lists or branch.level > _DEEPEST_HEADING or branch.start in points:
            lists = min(lists + 1, _DEEPEST_LIST)
            yield "  " * (lists - 1), True, f"- **{escape(branch.label_and_heading)}**{_offsets(branch, offsets)}"
        else:
            yield (
                "",
                False,
                f"{'#' * (branch.level + 1)} {escape(branch.label_and_heading)}{_offsets(branch, offsets)}",
            )
        yield from _paragraphs("  " * lists, branch.body)
        waiting.append((branch.closing, lists))
        waiting.extend((section, lists) for section in reversed(branch.sections))


def _paragraphs(indent: str, paragraphs: list[Span]) -> Iterator[tuple[str, bool, str]]:
    line_end = "\\\n" + indent  # the rows of a table stay below each other
    return (
        (
            indent,
            False,
            line_end.join(map(paragraph, span.text.split("\n") if isinstance(span, Table) else [span.text])),
        )
        for span in paragraphs
        if span.text
    )


def _offsets(section: Section, offsets: bool) -> str:
    return f" \\[{section.start}:{section.end}\\]" if offsets else ""


def escape(text: str) -> str:
    """`text` as CommonMark that shows just that text in a heading or in bold.

    >>> escape("用*号遮住的<姓名>")
    '用\\\\*号遮住的\\\\<姓名\\\\>'

    Blanks at either end, which CommonMark would drop, become character references.
    """
    escaped = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _OUTER_BLANKS.sub(lambda blanks: "".join(f"&#{ord(blank)};" for blank in blanks[0]), escaped)


def paragraph(text: str) -> str:
    """`text` as a paragraph that shows just that text and is no list, heading or code block.

    >>> paragraph("1. 不是列表"), paragraph("- 也不是")
    ('1\\\\. 不是列表', '\\\\- 也不是')
    """
    return _BLOCK_START.sub(r"\1\\", escape(text))
