"""The times that programs put before the lines of what they heard: [00:14] 第一展区：水."""

from outline.page.lines import Table
from outline.patterns import late

_MARK = late(r"(?:\[|（|【)[0-9]{1,3}：[0-9]{2}(?:[：．][0-9]{2,3}){0,2}(?:\]|）|】) *")
_FEWEST, _MOSTLY = 3, 0.5


def label_time_marks(table: Table) -> None:
    """Set the times aside with which the lines of a text begin, if most of them do."""
    text = table.text
    if "：" not in text:
        return
    lines = table.speech()
    marks = [(line.start, mark.end()) for line in lines if (mark := _MARK.match(text, line.start, line.end))]
    if len(marks) >= max(_FEWEST, _MOSTLY * len(lines)):
        for start, end in marks:
            table.set_aside(start, end, "the time of a recording")
