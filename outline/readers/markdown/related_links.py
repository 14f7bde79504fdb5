"""Links to other articles below the label of their list, 往期推荐, as they come along where a page of the web is made into Markdown."""

import re
from collections.abc import Iterator, Sequence

from outline.document import Span
from outline.lexicon.site_phrase import Place
from outline.lexicon.site_phrases import at
from outline.page.fold import fold
from outline.page.lines import is_inside
from outline.readers.markdown.draft import LABEL

_NAME = at(Place.LIST)
_LONGEST_NAME = 40
_LINK = re.compile(rf"[ \t>]*(?:(?:[-*+]|{LABEL})[ \t]+)?\[[^\[\]\n]{{1,300}}\]\([^)\s#][^)\s]{{0,500}}\)[ \t]*")
_SIGNS_AROUND = "#*_> \t\r"


def related(text: str, code: Sequence[Span]) -> Iterator[Span]:
    """The label and the lines below it, each of which is one link that leads off the page, but not in `code`."""
    label: Span | None = None
    is_list, at_ = False, 0
    for line in text.split("\n") if "](" in text else ():
        span, at_ = (at_, at_ + len(line)), at_ + len(line) + 1
        words = line.strip(_SIGNS_AROUND)
        if not words:
            continue
        if (label or is_list) and _LINK.fullmatch(line.rstrip()) and not is_inside(code, span[0]):
            if label:
                yield label
            yield span
            label, is_list = None, True
            continue
        label = span if len(words) <= _LONGEST_NAME and _NAME.fullmatch(fold(words)) else None
        is_list = False
