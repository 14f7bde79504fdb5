"""The outline as data, built by hand: walking, finding, reading, writing."""

import json

import pytest
from pydantic import ValidationError

from outline import Marker, Outline, Section, Source, Span

DEEPEST = 64


def span(text: str, start: int) -> Span:
    return Span(text=text, start=start, end=start + len(text))


def section(level: int, label: str, start: int, *below: Section, closing: tuple[Span, ...] = ()) -> Section:
    """A section of the marker `label`, with a heading and one paragraph."""
    first = start + len(label)
    return Section(
        level=level,
        marker=Marker(text=label, start=start, end=first, style=label, number=1),
        heading=span("修路", first),
        body=[span("先修村道。", first + 2)],
        sections=list(below),
        closing=list(closing),
        start=start,
        end=first + 7,
    )


@pytest.fixture
def outline() -> Outline:
    return Outline(
        source=Source(name="", chars=99, sha256="0" * 64),
        sections=[
            section(1, "一、", 0, section(2, "（一）", 10, section(3, "一是", 20)), section(2, "（二）", 30)),
            section(1, "一、", 40, section(2, "（一）", 50), section(2, "（三）", 60), closing=(span("谢谢！", 70),)),
        ],
    )


def test_walk_is_in_document_order(outline: Outline) -> None:
    assert [found.start for found in outline.walk()] == [0, 10, 20, 30, 40, 50, 60]
    assert [found.start for found in outline.sections[1].walk()] == [40, 50, 60]


def test_path_is_the_markers_from_the_top(outline: Outline) -> None:
    paths = [found.path for found in outline.walk()]
    assert paths == ["一、", "一、/（一）", "一、/（一）/一是", "一、/（二）", "一、", "一、/（一）", "一、/（三）"]


def test_find_gives_the_first_of_its_path(outline: Outline) -> None:
    starts = {path: found.start for path in ("一、", "一、/（一）", "一、/（三）") if (found := outline.find(path))}
    assert starts == {"一、": 0, "一、/（一）": 10, "一、/（三）": 60}


@pytest.mark.parametrize("path", ["", "/", "二、", "（一）", "一、/", "一、/（四）"])
def test_find_gives_none_for_what_is_not_there(outline: Outline, path: str) -> None:
    assert outline.find(path) is None


def test_text_of_a_section_holds_all_below_it(outline: Outline) -> None:
    assert outline.text_of(outline.sections[0]).split("\n") == [
        *("一、修路", "先修村道。", "（一）修路", "先修村道。", "一是修路", "先修村道。", "（二）修路", "先修村道。")
    ]
    assert outline.text_of(outline.sections[1]).endswith("（三）修路\n先修村道。\n谢谢！")


def test_a_section_without_a_marker_is_called_by_its_heading(outline: Outline) -> None:
    top = outline.sections[0]
    top.marker = None
    again = Outline.model_validate_json(outline.model_dump_json())
    assert [found.path for found in again.sections[0].walk()] == [
        "修路",
        "修路/（一）",
        "修路/（一）/一是",
        "修路/（二）",
    ]
    assert again.find("修路/（一）") == top.sections[0]
    assert again.text_of(again.sections[0]).startswith("修路\n先修村道。\n（一）修路")
    assert json.loads(again.model_dump_json())["sections"][0]["marker"] is None


def test_a_section_in_no_outline_is_called_by_its_label() -> None:
    assert section(1, "一、", 0).path == "一、"


def test_json_comes_back_equal_with_its_paths(outline: Outline) -> None:
    again = Outline.model_validate_json(outline.model_dump_json())
    assert again == outline
    assert [found.path for found in again.walk()] == [found.path for found in outline.walk()]


def test_json_has_the_keys_of_version_two(outline: Outline) -> None:
    written = json.loads(outline.model_dump_json())
    assert list(written) == [
        *("version", "source", "title", "salutation", "preamble", "sections", "closing", "furniture", "notes")
    ]
    assert written["version"] == 2
    assert list(written["sections"][0]) == [
        "level",
        "marker",
        "heading",
        "body",
        "sections",
        "closing",
        "confidence",
        "start",
        "end",
    ]
    assert sorted(written["sections"][0]["marker"]) == ["end", "number", "start", "style", "text"]


def test_the_deepest_outline_comes_back_equal() -> None:
    deepest = section(DEEPEST, "一、", 0)
    for level in range(DEEPEST - 1, 0, -1):
        deepest = section(level, "一、", 0, deepest)
    outline = Outline(source=Source(name="", chars=9, sha256="0" * 64), sections=[deepest])
    assert Outline.model_validate_json(outline.model_dump_json()) == outline
    assert [*outline.walk()][-1].path == "/".join(["一、"] * DEEPEST)


@pytest.mark.parametrize(
    "wrong",
    [{"version": 1}, {"chapters": []}, {"title": "标题"}, {"sections": [{"level": 1}]}, {"notes": [{"code": "gap"}]}],
)
def test_what_is_no_outline_is_refused(outline: Outline, wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        Outline.model_validate(outline.model_dump() | wrong)


def test_the_schema_names_every_part() -> None:
    schema = Outline.model_json_schema()
    assert {"Marker", "Note", "Section", "Source", "Span"} <= set(schema["$defs"])
