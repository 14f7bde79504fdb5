"""Signs of markup in a text that is the source of a rendered page: what is seen in their place."""

from collections.abc import Iterator, Sequence

from outline.document import Document, Sign, Span
from outline.page.dress import DRESS
from outline.page.fold import BREAK, LINE_BLANKS, NOTHING, fold


def without_signs(folded: str, signs: Sequence[Sign]) -> str:
    """The folded text with what its `signs` show, as long as it was. Signs that dress the head of a line stay: they say what the line is.
    What is longer than its sign, as the label 10 in place of 1, is left to those who ask what is shown there.

    >>> from outline.document import Sign
    >>> without_signs("# 甲**乙**&lt；", (Sign(0, 1), Sign(3, 5), Sign(6, 8), Sign(8, 12, "<"))).replace("\u2060", "_")
    '# 甲__乙__<___'
    """
    parts, at, heads_line = [], 0, True
    for start, end, shown in signs:
        gap = folded[at:start]
        before = gap.rpartition(BREAK)
        heads_line = (heads_line or bool(before[1])) and not before[2].strip(LINE_BLANKS)
        stays = heads_line and not shown and DRESS.issuperset(folded[start:end])
        hidden = "" if stays or len(shown) > end - start else _in_place(fold(shown), end - start)
        parts += [gap, hidden or folded[start:end]]
        at, heads_line = end, heads_line and not shown.strip()
    return "".join([*parts, folded[at:]]) if parts else folded


def _in_place(shown: str, length: int) -> str:
    """What is `shown`, as long as its sign, with its words at the beginning: no line begins inside a sign."""
    words = shown.strip(LINE_BLANKS) or shown
    return words + NOTHING * (length - len(words))


def signs_with_words(document: Document) -> Iterator[Span]:
    """The signs in which letters or digits stand and of which nothing is seen: tags, the targets of links."""
    text = document.text
    return (
        (start, end)
        for start, end, shown in document.signs
        if not shown.strip() and any(map(str.isalnum, text[start:end]))
    )


def shown_of(text: str, start: int, end: int, furniture: Sequence[Span], signs: Sequence[Sign]) -> str:
    """What a reader sees of `start`:`end` of a source with this furniture and these signs in it.

    A sign that is furniture as well is seen as what it shows: a blank of `&nbsp;`.
    """
    if not furniture and not signs:
        return text[start:end]
    return "".join(text[a:b] if shown is None else shown for a, b, shown in _stretches(start, end, furniture, signs))


def shown_offsets(start: int, end: int, furniture: Sequence[Span], signs: Sequence[Sign]) -> Sequence[int]:
    """Where each character of what is shown of `start`:`end` stands in the source; all that a sign shows stands where it begins."""
    if not furniture and not signs:
        return range(start, end)
    offsets: list[int] = []
    for a, b, shown in _stretches(start, end, furniture, signs):
        offsets += range(a, b) if shown is None else [a] * len(shown)
    return offsets


def _stretches(
    start: int, end: int, furniture: Sequence[Span], signs: Sequence[Sign]
) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of `start`:`end` with what is shown in the place of each, None if it is shown as it is."""
    instead = dict.fromkeys(furniture, "") | {(sign.start, sign.end): sign.shown for sign in signs}
    at = start
    for span in sorted(instead, key=lambda span: (span[0], -span[1])):
        if span[0] >= at:
            yield at, span[0], None
            yield *span, instead[span]
            at = span[1]
    if at < end:
        yield at, end, None
