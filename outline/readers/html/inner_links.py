"""What the links of a page to itself tell: its table of contents, and the signs behind headings that only lead to them."""

import re
from collections.abc import Iterator

from outline.document import Span
from outline.page.breaks import merged
from outline.readers.contents_names import names_contents
from outline.readers.html.laid_out import InnerLink, Page, lines_of

_FEWEST_ENTRIES = 2
"""Lines below each other that only lead further down, of which a table of contents is made."""
_NUMBER_OF_NOTE = re.compile(r"[\[［〔（(]?注?[\d一二三四五六七八九十①-⑳*†‡]{1,4}[\]］〕）)]?")
_NEAR, _LONGEST_NAME = 8, 20
"""Code points before an entry on its line, behind it, or between two lines; and of the name of a table of contents."""


def contents_and_signs(page: Page) -> Iterator[Span]:
    """The spans of the table of contents, and of links that say nothing: ¶ behind a heading, the number of a note."""
    yield from _contents(page)
    for link in page.inner_links:
        words = page.text[link.start : link.end].strip()
        if words and (not any(map(str.isalnum, words)) or (link.leads_to_note and _NUMBER_OF_NOTE.fullmatch(words))):
            yield link.start, link.end


def _contents(page: Page) -> Iterator[Span]:
    """Lines below each other each of which is one link down the page."""
    run: list[Span] = []
    entries = merged(((link.start, link.end) for link in page.inner_links if _leads_down(page, link)), touching=True)
    for link, end in lines_of(page.text, entries):
        start = _start_of_line(page.text, link, end)
        if start is None or (run and page.text[run[-1][1] : start].strip()):
            run = []
        if start is None:
            continue
        run.append((start, end))
        if len(run) == _FEWEST_ENTRIES:
            yield from _name_above(page.text, run[0][0])
            yield from run
        elif len(run) > _FEWEST_ENTRIES:
            yield start, end


def _leads_down(page: Page, link: InnerLink) -> bool:
    return link.start < link.end and link.target in page.ids and not link.is_of_heading


def _start_of_line(text: str, start: int, end: int) -> int | None:
    """Where the line of `start`:`end` begins, if nothing else stands on it but the number of a list."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR].partition("\n")[0]
    number, begins_line = before.rpartition("\n")[2], "\n" in before or start < _NEAR
    if not begins_line or behind.strip() or any("\u4e00" <= c <= "\u9fff" for c in number):
        return None
    return start - len(number)


def _name_above(text: str, start: int) -> Iterator[Span]:
    """The line above `start`, if it names a table of contents."""
    near = text[max(0, start - _NEAR) : start]
    end = start - len(near) + len(near.rstrip())
    line = max(text.rfind("\n", max(0, end - _LONGEST_NAME), end) + 1, end - _LONGEST_NAME, 0)
    if names_contents(text[line:end]):
        yield line, end
