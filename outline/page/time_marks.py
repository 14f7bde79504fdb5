"""The times that programs put before the lines of what they heard: [00:14] 第一展区：水. A programme of the day has times of its own."""

from outline.page.lines import Table
from outline.patterns import late

_MARK = late(r"(?:\[|（|【)[0-9]{1,3}(?:：[0-9]{2})?：([0-9]{2})(?:．[0-9]{2,3})?(?:\]|）|】) *")
_FEWEST, _MOSTLY = 3, 0.5
_ROUND = 5
"""Minutes of which people name multiples where they plan; those of a recording, or its seconds, are any."""


def label_time_marks(table: Table) -> None:
    """Set the times aside with which the lines of a text begin, if most of them do."""
    text = table.text
    if "：" not in text:
        return
    lines = table.speech()
    marks = [mark for line in lines if (mark := _MARK.match(text, line.start, line.end))]
    heard = [mark for mark in marks if int(mark[1]) % _ROUND]
    if len(marks) >= max(_FEWEST, _MOSTLY * len(lines)) and len(heard) >= _MOSTLY * len(marks):
        for mark in marks:
            table.set_aside(*mark.span(), "the time of a recording")
