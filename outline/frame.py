"""What frames the points: title, salutation and preamble before them, the closing after them."""

import re
from typing import NamedTuple

from outline.paragraphs import Layout, paragraphs

Span = tuple[int, int]

_LONGEST_TITLE = 80
_NOT_A_TITLE = re.compile(
    r"^(?:[—–\-─(（]|标题[:：]|时间|来源|作者|发布|编辑|字体|【字|日期|\d{4}[-年./]\d|[〇○一二三四五六七八九十]{4}年|第\s*\d+\s*[页頁])|.*[。！？!?；;：:，,]$"
)
_SALUTATION = re.compile(
    r"^(?:尊敬的|敬爱的|亲爱的|各位|各[省市县區区鄉乡部]|同志|女士|先生|朋友|老师|代表|[^，。：:！!]{0,20}(?:同志|人民政府|[們们]))[^。；]{0,60}[：:！!，,]$"
)
_CLOSING = re.compile(
    r"(?:同志|朋友|代表|委员|委員|各位[^\n，。：:！!]{0,8}|女士|先生|[^\n，。：:！!]{0,6}[们們])[們们]?[，,！!：:]|(?:总之|總之|综上|綜上|谢谢|謝謝)"
)


class Front(NamedTuple):
    """What stands before the first section."""

    title: Span | None
    salutation: Span | None
    preamble: list[Span]


def front(layout: Layout, end: int) -> Front:
    """Title, salutation and preamble of `layout.work[:end]`."""
    lines = list(paragraphs(layout.work, 0, end))
    work = layout.work
    salutation = next((n for n, (a, b) in enumerate(lines[:40]) if b - a <= 80 and _SALUTATION.match(work[a:b])), None)
    head = len(lines) if salutation is None else salutation
    title = None
    for n, (a, b) in enumerate(lines[:head]):
        if b - a > _LONGEST_TITLE:
            break
        if not _NOT_A_TITLE.match(work[a:b]):
            title = n
            break
    return Front(
        lines[title] if title is not None else None,
        lines[salutation] if salutation is not None else None,
        [span for n, span in enumerate(lines) if n not in (title, salutation)],
    )


def closing_start(layout: Layout, body: list[Span]) -> int:
    """How many paragraphs of the last section's body belong to it; those after them are the closing."""
    for n, (a, _) in enumerate(body):
        if _CLOSING.match(layout.work, a):
            return n
    return len(body)
