"""The lines before the first point: what each says of itself, of its neighbours and of the page, to find title and salutation by."""

from collections.abc import Iterator

from outline.lexicon.bylines import is_signed, kind_of_words
from outline.lexicon.squeezed import squeezed
from outline.page.dress import DRESS
from outline.page.lines import Span, is_inside
from outline.page.page import Page
from outline.page.paragraphs import paragraphs, says_something

HEAD_LINES = 40
"""So many lines are looked through for the title and the salutation."""
_LOOKED_AT = 200
_DRESS = DRESS - set("○◯△□-") | {"？", " "}
"""Without the signs that stand in the place of names, ○○高級中學, and the dashes before a second title."""
_EMPHASIS = "**"
_NEAR = 80
CENTRED = 6
"""So many blanks before a line put it into the middle."""
_BLANKS = " \n\u2060"


class HeadLine:
    """A line from `start` to `end`, without the signs that dress it, of the paragraph that ends at `stop`.

    - `words`: its first words without stray blanks;
    - `kind`: date, source, label … (`outline.lexicon.bylines`);
    - `blank_before`, `blank_after`: is there an empty line beside it; `is_soft`: only a wrap parts it from the line before;
    - `dress`: the signs before it; `indent`: how many blanks stand before these, or as many as centre a line, where the file centres it.
    """

    __slots__ = ("blank_after", "blank_before", "dress", "end", "indent", "is_soft", "kind", "start", "stop", "words")

    def __init__(self, work: str, start: int, end: int, stop: int, is_soft: bool) -> None:
        self.start, self.stop = past_dress(work, start, end), stop
        self.dress = work[start : self.start].strip()
        self.end = end = before_emphasis_ends(work, self.dress, end)
        self.is_soft = is_soft
        above, below = work[max(0, start - _NEAR) : start], work[end : end + _NEAR]
        gap = above[len(above.rstrip(_BLANKS)) :]
        self.indent = len(gap) - len(gap.rstrip(" "))
        self.blank_before = gap.count("\n") > 1
        self.blank_after = below[: len(below) - len(below.lstrip(_BLANKS))].count("\n") > 1
        self.words = squeezed(work[self.start : min(end, self.start + _LOOKED_AT)])
        self.kind = kind_of_words(self.words)
        if not self.kind and end - start <= _NEAR and is_signed(work[self.start : end].rstrip(_BLANKS)):
            self.kind = "name"


def head_lines(page: Page, end: int) -> tuple[list[HeadLine], list[Span]]:
    """The lines of `page.work[:end]`, the first of them as HeadLine, and all of its paragraphs; no row of a table is such a line."""
    work = page.work
    said = paragraphs_of(page, 0, end)
    head = (span for span in said[:HEAD_LINES] if not page.table_at(span[0]))
    lines = [line for span in head for line in _lines_of(page, *span)]
    for line in lines if page.document.centred else ():
        if is_inside(page.document.centred, line.start):
            line.indent = max(line.indent, CENTRED)
    return lines[:HEAD_LINES], [(past_dress(work, start, stop), stop) for start, stop in said]


def paragraphs_of(page: Page, start: int, end: int) -> list[Span]:
    """What is said from `start` to `end`: the paragraphs, and the tables, each of which is one."""
    found: list[Span] = []
    for a, b in paragraphs(page.work, start, end):
        if says_something(page.work[a:b]):
            table = page.table_at(a) if page.tables else None
            if table and found and found[-1][1] > table.start:
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
    return found


def _lines_of(page: Page, start: int, stop: int) -> Iterator[HeadLine]:
    """The lines of a paragraph as the file breaks them; what is not in its beginning is one line."""
    soft = [join for join in page.joins_in(start, min(stop, start + _LOOKED_AT)) if join[1] in page.soft]
    is_subtitle = False
    for at, end in zip((start, *(next_ for _, next_ in soft)), (*(end for end, _ in soft), stop), strict=True):
        line = HeadLine(page.work, at, end, stop, at > start)
        is_subtitle |= line.kind == "dash" and any(map(str.isalnum, line.words))
        if is_subtitle:  # what runs on below it is its rest: ——在某会上 / 的发言
            line.kind = "dash"
        yield line


def before_emphasis_ends(work: str, dress: str, end: int) -> int:
    """`end` moved before the signs that close the emphasis with which the `dress` of a line ends: **在某会上的讲话**."""
    return end - len(_EMPHASIS) if dress.endswith(_EMPHASIS) and work.endswith(_EMPHASIS, 0, end) else end


def past_dress(work: str, start: int, end: int) -> int:
    """`start` moved behind the Markdown signs, bullets and question marks (once blanks) that dress a line."""
    at = start
    while at < end - 1 and work[at] in _DRESS:
        at += 1
    return at if work[at].isalnum() or work[at] in "“《【" else start
