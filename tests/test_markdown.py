"""What a CommonMark renderer makes of our Markdown is the text of the outline, character for character."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from outline import parse, render
from outline.model import Marker, Outline, Section, Source, Span, Table
from outline.writers.markdown import escape, paragraph
from outline.writers.visible import visible

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
SHARED = [
    path for part in ("seeds", "corpus", "mess") for path in sorted((ROOT.parent / "shared" / part).glob("*.txt"))
]
ALLOWED = {"heading", "paragraph", "bullet_list", "list_item", "inline", "text", "strong"}
ALLOWED_IN_LINES = {"text", "strong", "hardbreak"}
"""Rows of tables stand below each other."""
MARKDOWN = MarkdownIt("commonmark")


def rendered_texts(markdown: str) -> list[str]:
    """The text of each block; fails on any element that our Markdown never means to make."""
    texts = []
    for token in MARKDOWN.parse(markdown):
        assert token.type.removesuffix("_open").removesuffix("_close") in ALLOWED, token
        if token.type == "inline":
            children = token.children or []
            assert {child.type.removesuffix("_open").removesuffix("_close") for child in children} <= ALLOWED_IN_LINES
            texts.append("".join("\n" if child.type == "hardbreak" else child.content for child in children))
    return texts


def texts_of(outline: Outline) -> list[str]:
    """The texts of the outline in document order, written without recursion or a look at the renderer."""
    texts = [shown(span) for span in (outline.title, *outline.front) if span]
    waiting: list[Section | Span] = [*reversed([*outline.sections, *outline.closing])]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Span):
            texts.append(shown(part))
            continue
        marker, heading = part.marker.text if part.marker else "", part.heading.text
        parted = marker[-1:].isalnum() or heading[:1] in "0123456789" or "a" <= heading[:1].lower() <= "z"
        apart = part.marker and parted and part.marker.end < part.heading.start and heading
        texts.append(visible(f"{marker} {heading}" if apart else marker + heading))
        waiting.extend(reversed([*part.body, *part.sections, *part.closing]))
    return [text for text in texts if text]


def shown(span: Span) -> str:
    """A text on one line, a table on one for each of its rows."""
    return "\n".join(map(visible, span.text.split("\n"))) if isinstance(span, Table) else visible(span.text)


_PRINTABLE = """
* ** _ __ ` ``` ~~~ ~ [ ] ( ) [a](b) ![a](b) [a]: < > <b> <!-- --> # ## | & &amp; &#42; \\ \\\\ - + = === --- 1. 1) 12. 0) ! :
http://a.example <http://a.example> a@b.example （一） 一、 。 ； “管理” 长 后文 é 😀 ０
"""
_BLANK_OR_HIDDEN = [
    " ",
    "  ",
    "    ",
    "\t",
    "\u3000",
    "\u00a0",
    "\u2028",
    "\0",
    "\x1b",
    "\ud800",
    "\ufeff",
    "\n",
    "\r\n",
    "\x85",
]
SCRAPS = st.sampled_from([*_PRINTABLE.split(), *_BLANK_OR_HIDDEN])
TEXT = st.one_of(st.lists(SCRAPS, max_size=8).map("".join), st.text(max_size=12))


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Outlines of any shape whose offsets are ordered, or nearly: gaps of 0 to 3 code points decide what is run in."""
    at = 0

    def span(text: str) -> Span:
        nonlocal at
        start = at + draw(st.integers(0, 3))
        at = start + len(text)
        return Span(text=text, start=start, end=at)

    def section(level: int, below: int) -> Section:
        mark = span(draw(st.sampled_from(["一、", "（一）", "1.", "①", "一是", "第一，", "一", "*", "-", ""])))
        marker = (
            Marker(text=mark.text, start=mark.start, end=mark.end, style=mark.text, number=1) if mark.text else None
        )
        heading = span(draw(TEXT if marker else TEXT.filter(bool)))  # what has neither is no section
        body = [span(text) for text in draw(st.lists(TEXT, max_size=2))]
        sections = [section(level + 1, below - 1) for _ in range(draw(st.integers(0, 2)) if below else 0)]
        closing = [span(text) for text in draw(st.lists(TEXT, max_size=1))]
        return Section(
            level=level,
            marker=marker,
            heading=heading,
            body=body,
            sections=sections,
            closing=closing,
            start=mark.start,
            end=at,
        )

    return Outline(
        source=Source(name="x", chars=0, sha256=""),
        title=draw(st.none() | TEXT.map(span)),
        salutation=draw(st.none() | TEXT.map(span)),
        preamble=[span(text) for text in draw(st.lists(TEXT, max_size=2))],
        sections=[section(1, draw(st.integers(0, 7))) for _ in range(draw(st.integers(0, 2)))],
        closing=[span(text) for text in draw(st.lists(TEXT, max_size=2))],
    )


@given(outlines())
def test_any_outline_survives_a_renderer(outline: Outline) -> None:
    assert rendered_texts(render(outline, "markdown")) == texts_of(outline)


@given(TEXT.filter(bool))
def test_any_text_survives_as_paragraph_heading_and_in_bold(text: str) -> None:
    assert rendered_texts(paragraph(text)) == [visible(text)]
    assert rendered_texts(f"# {escape(text)}") == [visible(text)]
    assert rendered_texts(f"- **{escape(text)}**\n\n  {paragraph(text)}") == [visible(text)] * 2


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_survive_a_renderer(path: Path) -> None:
    outline = parse(path.read_bytes().decode(), name=path.name)
    assert rendered_texts(render(outline, "markdown")) == texts_of(outline)


@pytest.mark.skipif(not SHARED, reason="the texts of ../shared are not here")
@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_real_texts_survive_a_renderer(path: Path) -> None:
    outline = parse(path.read_bytes().decode("utf-8-sig"), name=path.name)
    assert rendered_texts(render(outline, "markdown")) == texts_of(outline)


def chain(levels: int) -> Outline:
    below: list[Section] = []
    for level in range(levels, 0, -1):
        at = level * 10
        marker = Marker(text="（一）", start=at, end=at + 3, style="(一)", number=1)
        heading = Span(text=f"第{level}层", start=at + 3, end=at + 7)
        below = [Section(level=level, marker=marker, heading=heading, sections=below, start=at, end=at + 7)]
    return Outline(source=Source(name="x", chars=0, sha256=""), sections=below)


def test_levels_one_to_five_are_headings_and_deeper_ones_lists() -> None:
    lines = [line for line in render(chain(7), "markdown").splitlines() if line]
    assert lines[0] == "## （一）第1层"
    assert lines[4:] == ["###### （一）第5层", "- **（一）第6层**", "  - **（一）第7层**"]


def test_sixty_four_levels_survive_a_renderer() -> None:
    assert rendered_texts(render(chain(64), "markdown")) == texts_of(chain(64))


def point(marker: str, heading: str, start: int, end: int, body: int = 0, style: str = "(1)") -> Section:
    at = start + len(marker)
    paragraphs = [Span(text="正文。", start=body, end=end)] if body else []
    return Section(
        level=2,
        marker=Marker(text=marker, start=start, end=at, style=style, number=1),
        heading=Span(text=heading, start=at, end=at + len(heading)),
        body=paragraphs,
        start=start,
        end=end,
    )


def markdown_below_one_heading(*points: Section, **options: bool) -> list[str]:
    marker = Marker(text="一、", start=0, end=2, style="一、", number=1)
    top = Section(level=1, marker=marker, heading=Span(text="总", start=2, end=3), sections=[*points], start=0, end=99)
    outline = Outline(source=Source(name="x", chars=99, sha256=""), sections=[top])
    return [line for line in render(outline, "markdown", body=options.get("body")).splitlines() if line]


def test_markers_of_running_text_make_list_items() -> None:
    lines = markdown_below_one_heading(
        *(point(marker, "机制", at, at + 4, style="一是") for marker, at in (("一是", 4), ("二是", 9)))
    )
    assert lines == ["## 一、总", "- **一是机制**", "- **二是机制**"]


def test_points_on_their_own_lines_are_headings() -> None:
    lines = markdown_below_one_heading(point("（一）", "甲", 4, 12, body=9), point("（二）", "乙", 13, 17))
    assert [line for line in lines if "正文" not in line] == ["## 一、总", "### （一）甲", "### （二）乙"]


@pytest.mark.parametrize("body", [True, False])
def test_points_inside_a_paragraph_are_list_items_whether_or_not_it_is_shown(body: bool) -> None:
    lines = markdown_below_one_heading(point("（1）", "甲", 4, 12, body=9), point("（2）", "乙", 12, 16), body=body)
    assert [line for line in lines if "正文" not in line] == ["## 一、总", "- **（1）甲**", "- **（2）乙**"]


def test_offsets_stand_behind_the_heading() -> None:
    assert render(chain(6), "markdown", offsets=True).splitlines()[-1] == r"- **（一）第6层** \[60:67\]"


def test_a_bare_numeral_does_not_grow_together_with_its_heading() -> None:
    outline = chain(1)
    top = outline.sections[0]
    top.marker.text = "一"
    assert "## 一 第1层" not in render(outline, "markdown")
    top.heading.start += 1
    assert "## 一 第1层" in render(outline, "markdown")


def test_markers_of_running_text_are_headings_on_level_one_unless_they_begin_inside_a_paragraph() -> None:
    own_lines, inside = chain(1), chain(1)
    for outline in (own_lines, inside):
        outline.sections[0].marker = Marker(text="一是", start=10, end=13, style="一是", number=1)
    inside.preamble.append(Span(text="会议强调，", start=5, end=inside.sections[0].start))
    assert render(own_lines, "markdown") == "## 一是第1层\n"
    assert render(inside, "markdown") == "会议强调，\n\n- **一是第1层**\n"
