"""A leaf of text as HTML, with the notes and the furniture that stand in it where they stand."""

from bisect import bisect_left
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from outline.writers.visible import visible


class Inserted(NamedTuple):
    """What is to be shown in the text of a leaf: something marked from `start` to `end` (code points of the source) and put behind it."""

    start: int
    end: int
    html: str
    is_mark: bool


def as_html(text: str) -> str:
    """`text` as the content of an element that shows just that text.

    >>> as_html('<b>"\\x00')
    '&lt;b&gt;&quot;␀'
    """
    return escape(visible(text))


def marked(text: str, source: str, start: int, inserted: list[Inserted]) -> str:
    """The cleaned `text` of what stands in `source` from `start` on, with what is inserted into it; `inserted` is in order.

    >>> marked("三、抓落实", "三、抓落实", 10, [Inserted(10, 12, "<sup>1</sup>", True)])
    '<mark>三、</mark><sup>1</sup>抓落实'
    """
    places = [start + place for place in _places(text, source)]
    written: list[str] = []
    at = 0
    for n, one in enumerate(inserted):
        following = inserted[n + 1].start if n + 1 < len(inserted) else one.end
        begin = max(at, _first_at(places, one.start))
        end = max(begin, _first_at(places, min(one.end, max(following, one.start))))
        written.append(as_html(text[at:begin]))
        inside = as_html(text[begin:end])
        written.append((f"<mark>{inside}</mark>" if inside and one.is_mark else inside) + one.html)
        at = end
    return "".join(written) + as_html(text[at:])


def _places(text: str, source: str) -> Iterator[int]:
    """Where in `source` each character of `text` stands: cleaning leaves characters out, and rarely puts one that is not there."""
    at = 0
    for character in text:
        found = source.find(character, at)
        if found >= 0:
            at = found + 1
        yield at - 1 if found >= 0 else at


def _first_at(places: list[int], offset: int) -> int:
    return bisect_left(places, offset)
