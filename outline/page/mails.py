"""The head of a mail: who sent it when to whom. What it says after 主题： is the title of the text below."""

import re

from outline.page.lines import Line, Role, Table
from outline.patterns import late

_FIELD = late(
    r"(?:(?P<subject>主 ?题|Subject)|(?P<sender>发件人|寄件人|From)|收件人|抄送|密送|发送时间|发送日期|时间|日期|附件|重要性|To|Cc|Bcc"
    r"|Sent|Date|Attachments|Importance) ?：(?: ?(?:回复|答复|转发|Re|Fwd?) ?：)* ?",
    re.IGNORECASE,
)
_HEAD_LINES, _FEWEST_FIELDS = 14, 3


def label_head_of_mail(table: Table) -> None:
    """Set aside the fields among the first lines of a text that is a mail, with the words of its subject left."""
    fields: list[tuple[Line, int, bool]] = []
    kinds = set()
    for line in table.speech()[:_HEAD_LINES]:
        found = _FIELD.match(table.text, line.start, line.end)
        if not found:
            break
        kinds.add(found.lastgroup)
        fields.append((line, found.end(), found.lastgroup == "subject"))
    if len(fields) < _FEWEST_FIELDS or "sender" not in kinds:
        return
    for line, end, is_subject in fields:
        if is_subject and end < line.end:
            table.set_aside(line.start, end, "the head of a mail")
        else:
            line.label(Role.FURNITURE, "the head of a mail")
