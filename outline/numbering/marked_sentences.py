"""Text that a file marks as headings by mistake, as where all of it was typed in the style of the first line."""

from collections import Counter
from collections.abc import Callable

from outline.document import Heading
from outline.lexicon.addresses import address_at, hearer, recipients_at
from outline.lexicon.bylines import kind_of_words
from outline.lexicon.offices import is_office
from outline.lexicon.squeezed import squeezed
from outline.page.page import Page
from outline.page.paragraphs import says_something
from outline.page.sentences import SENTENCE_ENDS

_FEWEST, _ONE_IN = 2, 3
_ENDS, _OPENS = ("。", "；"), ("：",)
"""What ends a sentence. A heading may ask, call, or open a list."""


def without_text(page: Page, headings: list[Heading], is_numbered: Callable[[Heading], bool]) -> list[Heading]:
    """The headings without those that are text: where a file marks every line alike, all that hold sentences; and those that have no
    number, end like text and have none below them, on each level on which others do not, if several are sentences, and one in three."""
    text = _sentences_among(page, headings) if _marks_all(page, headings) else set()
    text |= _around_speech(page, [heading for heading in headings if heading.level and not is_numbered(heading)])
    ends = {heading: page.work[heading.start : heading.end].rstrip()[-1:] for heading in headings}
    if any(end in _ENDS for end in ends.values()):
        bare = [heading for heading in headings if heading.level and not is_numbered(heading)]
        like_text = {h for h in bare if ends[h] in _ENDS + _OPENS} & _without_body(page, headings)
        all_, said = Counter(h.level for h in bare), Counter(h.level for h in like_text if ends[h] in _ENDS)
        mixed = {h.level for h in headings if h not in like_text}
        typed_so = {n for n, few in said.items() if n in mixed and few >= max(_FEWEST, all_[n] / _ONE_IN)}
        text |= {h for h in like_text if h.level in typed_so}
    return [heading for heading in headings if heading not in text]


def _around_speech(page: Page, bare: list[Heading]) -> set[Heading]:
    """Those of the headings without numbers that say to whom the text is said, and the date that ends it with who signs above it. A date
    with text below it heads that, as in a diary."""
    found = {h for h in bare if _is_said_to(page, h)}
    if bare and not says_something(page.work[bare[-1].end :]) and _kind(page, bare[-1]) == "date":
        found.add(bare[-1])
        above = bare[-2:-1]
        is_next = above and not says_something(page.work[above[0].end : bare[-1].start])
        found.update(above if is_next and is_office(squeezed(page.work[above[0].start : above[0].end])) else ())
    return found


def _is_said_to(page: Page, heading: Heading) -> bool:
    start, end = heading.start, heading.end
    words = page.work[start:end].rstrip()
    if not words.endswith(_OPENS):
        return False
    span = address_at(page.work, start, end) or recipients_at(page.work, start, end)
    return span is not None or hearer(words) == "dear"


def _kind(page: Page, heading: Heading) -> str:
    return kind_of_words(squeezed(page.work[heading.start : heading.end]))


def _without_body(page: Page, headings: list[Heading]) -> set[Heading]:
    """The headings with no text before the next one."""
    starts = [*(heading.start for heading in headings[1:]), len(page.work)]
    return {h for h, start in zip(headings, starts, strict=True) if not says_something(page.work[h.end : start])}


def _sentences_among(page: Page, headings: list[Heading]) -> set[Heading]:
    return {h for h in headings if any(sign in SENTENCE_ENDS for sign in page.work[h.start : h.end])}


def _marks_all(page: Page, headings: list[Heading]) -> bool:
    """Is every line a heading, and on one level but for the first?"""
    if len({h.level for h in headings[1:]}) != 1:
        return False
    ends = [0, *(h.end for h in headings)]
    starts = [*(h.start for h in headings), len(page.work)]
    return not any(says_something(page.work[end:start]) for end, start in zip(ends, starts, strict=True))
