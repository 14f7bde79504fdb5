"""Outlines that are long, deep, or have a heading as long as a book: every writer takes time that grows with them, and no faster."""

from functools import cache
from itertools import accumulate

import pytest
from time_limits import check_growth

from outline import Outline, chunks, parse, render
from outline.checking.findings import check
from outline.document import Document, Heading
from outline.numbering.openings import DEEPEST
from outline.writers.formats import FORMATS, FormatName

SECTIONS, CHARACTERS = 4_000, 200_000


def marked(headings: list[tuple[str, int]]) -> Outline:
    """Of headings with their levels, as a file would mark them."""
    starts = accumulate((len(text) + 1 for text, _ in headings), initial=0)
    spans = tuple(Heading(at, at + len(text), level) for at, (text, level) in zip(starts, headings, strict=False))
    return parse(Document("\n".join(text for text, _ in headings), headings=spans))


@cache
def outline_of(shape: str, size: int) -> Outline:
    if shape == "wide":
        return marked([(f"第{n}段路由谁来修要说清", 1) for n in range(size)])
    if shape == "deep":
        return marked([(f"第{n}段路由谁来修要说清", n % DEEPEST + 1) for n in range(size)])
    return marked([("清理淤泥", 1), ("修好水渠" * (size // 4), 1), ("加固堤坝", 1)])


@pytest.mark.parametrize(("shape", "size"), [("wide", SECTIONS), ("deep", SECTIONS), ("long", CHARACTERS)])
def test_shapes_are_what_they_are_called(shape: str, size: int) -> None:
    sections = list(outline_of(shape, size).walk())
    longest = max(len(section.heading.text) for section in sections)
    assert longest == size if shape == "long" else len(sections) >= size - 1
    assert max(section.level for section in sections) == (DEEPEST if shape == "deep" else 1)


@pytest.mark.parametrize("format", [*FORMATS, "chunks", "check"])
@pytest.mark.parametrize(("shape", "size"), [("wide", SECTIONS), ("deep", SECTIONS), ("long", CHARACTERS)])
def test_time_grows_with_the_outline(shape: str, size: int, format: FormatName) -> None:
    def write(outline: Outline) -> object:
        if format == "chunks":
            return chunks(outline)
        return check(outline) if format == "check" else render(outline, format, body=True)

    check_growth(lambda size: outline_of(shape, size), write, size)


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_has_more_blanks_than_text(format: FormatName) -> None:
    """For each section of a deep outline, all the headings above it may be told (CSV), but its level is not drawn with a blank for each."""
    written = render(outline_of("deep", SECTIONS), format)
    assert len(written) < 1_000 * SECTIONS
