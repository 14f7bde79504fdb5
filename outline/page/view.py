"""The table of lines → the one view of the text that the grammar reads, as long as the text."""

from outline.page.fold import BREAK, NOTHING, OMITTED
from outline.page.lines import Span, Table


def view_of(table: Table, joins: list[Span], omissions: list[Span]) -> str:
    """The folded text with NOTHING for furniture and joins, OMITTED at the head of each omission, and a line feed for every line end."""
    hidden = [(start, end, NOTHING * (end - start)) for start, end in [*table.inside, *joins]]
    hidden += [(start, end, OMITTED + NOTHING * (end - start - 1)) for start, end in omissions]
    text = table.text
    hidden += [(line.from_, line.to, NOTHING * (line.to - line.from_)) for line in table.furniture()]
    broken = [line for line in table.lines if line.next - line.to != 1 or text[line.to] != BREAK]
    hidden += [(line.to, line.next, " " * (line.next - line.to - 1) + BREAK) for line in broken if line.to < line.next]
    if not hidden:
        return text
    return _overlaid(text, hidden)


def _overlaid(text: str, hidden: list[tuple[int, int, str]]) -> str:
    """`text` with the spans overlaid; of those that overlap, the first and longest counts."""
    parts, at = [], 0
    for start, end, instead in sorted(hidden, key=lambda span: (span[0], -span[1])):
        if end > at:
            kept = max(start, at)
            parts += [text[at:kept], instead[kept - start :]]
            at = end
    return "".join([*parts, text[at:]])
