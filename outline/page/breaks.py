"""What breaks a line beside a line feed: tags that were left in the text, wide gaps, and blanks that were line ends once."""

import re
from collections.abc import Iterable

from outline.notation.grammar_files import pattern
from outline.page.fold import NOTHING
from outline.page.lines import Span, is_inside, line_feeds
from outline.patterns import late

_TAG = late(r"[<\[](?:(?<=<)br\s*/?>(?:[ \t]*\n)?|(?<=\[)SEP\])", re.IGNORECASE)
"""It begins with a class, which CPython looks for many times as fast as for one of two literals."""

_GAP = late(r" (?<=\S ) +(?=\S)")
_WIDE, _FEWEST_NARROW = "\u3000\u2003", 4
"""Blanks as wide as a character, of which two part paragraphs; of others it takes four."""

_BLANK = late(r" (?<![\sA-Za-z0-9、，（“《•●◆■*#>．-] ) *(?=\S)")
_LABEL = late(r"【[^】\n]{1,12}】")
_ENDS_BEFORE, _BULLETS = "。！？；：…”）", "•●◆■"
_LONG_LINE, _FEWEST, _LEAST_TELLING, _MOSTLY_TELLING = 200, 3, 0.3, 0.4


def line_ends(text: str, source: str, rows: list[Span]) -> tuple[list[Span], list[Span]]:
    """All line ends of the folded `text`, in order, and those of them that are tags. `source` is the text before it was folded; the gaps in
    the `rows` of tables, which are in order, end no line."""
    tags = [match.span() for match in _TAG.finditer(text)] if "<" in text or "[" in text else []
    feeds = line_feeds(text)
    ends = in_order([*feeds, *tags]) if tags else feeds
    blanks = [*_blanks_once_line_ends(text, ends), *_wide_gaps(text, source)]
    if tags:  # the indent behind a tag is one as behind a line feed, and no gap
        behind_tags = {end for _, end in tags}
        blanks = [span for span in blanks if span[0] not in behind_tags]
    if rows:
        blanks = [span for span in blanks if not is_inside(rows, span[0])]
    # no blank overlaps a line feed; to bring two rows that are in order into one is the least work
    return (sorted([*ends, *in_order(blanks)]) if not tags else in_order([*ends, *blanks])) if blanks else ends, tags


def with_feeds(text: str) -> str:
    """The folded `text` with a line feed for every tag that ends a line, as long as it was."""
    has_tags = "<" in text or "[" in text
    return _TAG.sub(lambda match: "\n".rjust(len(match[0]), NOTHING), text) if has_tags else text


def in_order(spans: list[Span]) -> list[Span]:
    """The spans in order; of those that overlap the longest first one is kept."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span[0] == kept[-1][0]:
            kept[-1] = span
        elif not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; of those that overlap, the later one begins where the one before ends, or is left out.

    >>> disjoint([(3, 6), (0, 4), (1, 2)])
    [(0, 4), (4, 6)]
    """
    kept: list[Span] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            kept.append((max(start, at), end))
            at = end
    return kept


def merged(spans: Iterable[Span], *, touching: bool = False) -> list[Span]:
    """The spans in order, empty ones left out; those that overlap, or are `touching`, are one, so that nothing of any is lost.

    >>> merged([(3, 6), (0, 4), (1, 2), (6, 8)]), merged([(0, 4), (4, 6)], touching=True)
    ([(0, 6), (6, 8)], [(0, 6)])
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1] + touching:
            found[-1] = found[-1][0], max(found[-1][1], end)
        elif start < end:
            found.append((start, end))
    return found


def _wide_gaps(text: str, source: str) -> list[Span]:
    """Gaps as wide as the indent of a paragraph. One behind what looks like a marker parts it from its heading, and one beside a single
    character spaces out a word (总　　则)."""
    gaps = [match.span() for match in _GAP.finditer(text)] if "  " in text else []
    wide = [
        (start, end)
        for start, end in gaps
        if end - start >= _FEWEST_NARROW or sum(map(source[start:end].count, _WIDE)) > 1
    ]
    return [gap for gap in wide if not _beside_single_character(text, *gap) and not _behind_marker(text, gap[0])]


def _beside_single_character(text: str, start: int, end: int) -> bool:
    return text[start - 2 : start - 1].isspace() or start == 1 or not text[end + 1 : end + 2].strip()


_LONGEST_MARKER = 20


def _behind_marker(text: str, at: int) -> bool:
    """Does what looks like a marker end at `at`?"""
    before = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_MARKER)
    return any(match.end(match.lastgroup or 0) == at for match in pattern().finditer(text, before, at))


def _blanks_once_line_ends(text: str, ends: list[Span]) -> list[Span]:
    """The blanks that stand for line breaks that were lost when a text was copied out of a page.

    In a long line whose blanks come, two in five of them, behind a full stop, every blank between Chinese characters was a line break:
    behind the others ended the headings. Where fewer do, lines were broken inside sentences too, and only those behind a full stop tell.
    In any other line blanks are strewn by chance, or part names.
    """
    found: list[Span] = []
    at = 0
    for stop, following in [*ends, (len(text), len(text))] if " " in text else ():
        if stop - at >= _LONG_LINE and text.find(" ", at, stop) >= 0:
            blanks = [match.span() for match in _BLANK.finditer(text, at, stop)]
            if len(blanks) >= _FEWEST and _telling(text, blanks):
                behind_markers = {m.end(m.lastgroup or 0) for m in pattern().finditer(text, at, stop)}
                blanks = [blank for blank in blanks if blank[0] not in behind_markers]
                telling = _telling(text, blanks)
                if len(blanks) >= _FEWEST and len(telling) >= _LEAST_TELLING * len(blanks):
                    broken = blanks if len(telling) >= _MOSTLY_TELLING * len(blanks) else telling
                    labels = [match.span() for match in _LABEL.finditer(text, at, stop)]  # 【 标  题 】
                    found += [blank for blank in broken if not is_inside(labels, blank[0])] if labels else broken
        at = following
    return found


def _telling(text: str, blanks: list[Span]) -> list[Span]:
    """The blanks beside which lines end, or begin."""
    return [(a, b) for a, b in blanks if text[a - 1] in _ENDS_BEFORE or text[b] in _BULLETS]
