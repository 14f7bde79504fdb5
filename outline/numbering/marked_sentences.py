"""Text that a file marks as headings by mistake, as where all of it was typed in the style of the first line."""

from collections import Counter
from collections.abc import Callable

from outline.document import Heading
from outline.page.page import Page

_FEWEST, _ONE_IN = 2, 3
_ENDS, _OPENS = ("。", "；"), ("：",)
"""What ends a sentence. A heading may ask, call, or open a list."""


def without_text(page: Page, headings: list[Heading], is_numbered: Callable[[Heading], bool]) -> list[Heading]:
    """The headings without those that have no number and end like text, on each level where several of these are sentences, and at least
    one in three."""
    ends = {heading: page.work[heading.start : heading.end].rstrip()[-1:] for heading in headings}
    if not any(end in _ENDS for end in ends.values()):
        return headings
    bare = [heading for heading in headings if heading.level and not is_numbered(heading)]
    said, all_ = Counter(h.level for h in bare if ends[h] in _ENDS), Counter(h.level for h in bare)
    text = {h for h in bare if said[h.level] >= max(_FEWEST, all_[h.level] / _ONE_IN) and ends[h] in _ENDS + _OPENS}
    return [heading for heading in headings if heading not in text]
