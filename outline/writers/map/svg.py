"""The outline as a mind map in SVG 1.1: for a document, a slide or a README. The same outline makes the same file everywhere."""

from collections.abc import Iterator

from outline.model import Outline
from outline.writers.branches import trunk_of
from outline.writers.map.layout import LINE, MARGIN, SIZE, Box, boxes_of
from outline.writers.xml_text import content

_FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
_COLOURS = ("#1d3f72", "#2f6db5", "#2a8c82", "#9a6a1f", "#7a4b9a")
"""Of the boxes of each level; deeper ones begin again behind the trunk."""


def to_svg(outline: Outline) -> str:
    """The drawing: the title on the left, what hangs on it to the right, on white."""
    boxes = boxes_of(trunk_of(outline))
    width = max(box.x + box.width for box in boxes) + MARGIN
    height = max(box.y + box.height for box in boxes) + MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'role="img" font-family="{_FONTS}" font-size="{SIZE}">',
        f"<title>{content(boxes[0].lines[0])}</title>",
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>',
        *(_line(box) for box in boxes if box.hangs_on),
        *(line for box in boxes for line in _box(box)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _line(box: Box) -> str:
    x, y = box.hangs_on or (box.x, box.middle)
    to = box.middle
    curve = f"M{x:g},{y:g}C{x + 24:g},{y:g} {x + 18:g},{to:g} {box.x:g},{to:g}"
    return f'<path d="{curve}" fill="none" stroke="{_colour(box)}" stroke-opacity=".6" stroke-width="1.5"/>'


def _box(box: Box) -> Iterator[str]:
    fill, text = (_colour(box), "#ffffff") if box.depth == 0 else ("#ffffff", "#1d1d1f")
    yield (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="6" fill="{fill}" '
        f'stroke="{_colour(box)}"/>'
    )
    for n, line in enumerate(box.lines):
        yield f'<text x="{box.x + 10:g}" y="{box.y + LINE * (n + 1):g}" fill="{text}">{content(line)}</text>'


def _colour(box: Box) -> str:
    return _COLOURS[0] if box.depth == 0 else _COLOURS[(box.depth - 1) % (len(_COLOURS) - 1) + 1]
