"""What a file marks as a heading by its style is one, whatever stands in it."""

from outline import Document, parse
from outline.document import Heading

TEXT = "一、先修老塘坝。再修新渠道\n钱从县里来。\n二、管好用水。不许偷水\n各组排好日子。"


def styled(text: str, *headings: str) -> Document:
    starts = [text.index(heading) for heading in headings]
    spans = zip(starts, headings, strict=True)
    return Document(text, headings=tuple(Heading(start, start + len(heading), 1) for start, heading in spans))


def headings(text: str | Document) -> list[str]:
    return [section.heading.text for section in parse(text).walk()]


def test_a_styled_heading_is_its_whole_paragraph() -> None:
    document = styled(TEXT, "一、先修老塘坝。再修新渠道", "二、管好用水。不许偷水")
    assert headings(document) == ["先修老塘坝。再修新渠道", "管好用水。不许偷水"]


def test_a_styled_heading_ends_where_the_next_section_begins() -> None:
    text = "一、修渠：（1）清淤；（2）砌坡\n二、植树"
    assert headings(styled(text, "一、修渠：（1）清淤；（2）砌坡")) == ["修渠", "清淤", "砌坡", "植树"]


def test_style_tells_a_marker_that_its_neighbours_do_not() -> None:
    text = "冬修安排\n③先清淤\n淤不清，水不通。"
    assert headings(styled(text, "③先清淤")) == ["先清淤"]
    assert headings(text) == []
