"""The tree and the JSON: nothing cut off, nothing taken for markup, nothing that steers a terminal."""

import json
import re
import subprocess
import sys
from typing import Any, get_args

import pytest

import outline as package
from outline import parse
from outline.model import Marker, Outline, Section, Source, Span
from outline.writers import render
from outline.writers.formats import TextFormat
from outline.writers.json import DEEPEST_INDENTED, to_ascii, to_json
from outline.writers.tree import to_coloured_tree, to_tree
from outline.writers.trim import trim
from outline.writers.visible import UNSEEN, visible

NASTY = "[red]x[/] *y* <script> \x1b[31m \x9b1m \u202ereversed \ud800 \x7f &amp; `z`"


def span(text: str, start: int = 0) -> Span:
    return Span(text=text, start=start, end=start + len(text))


def section(marker: str, heading: str, *, level: int = 1, start: int = 0, **more: Any) -> Section:
    end = start + len(marker)
    return Section(
        level=level,
        marker=Marker(text=marker, start=start, end=end, style=marker, number=1),
        heading=span(heading, end),
        start=start,
        end=end + len(heading),
        **more,
    )


def outline_of(*sections: Section, **more: object) -> Outline:
    source = Source(name="speech.txt", chars=0, sha256="")
    return Outline.model_validate({"source": source, "sections": list(sections), **more})


def chain(levels: int) -> Outline:
    below: list[Section] = []
    for level in range(levels, 0, -1):
        below = [section("一、", f"第{level}层", level=level, start=level * 10, sections=below)]
    return outline_of(*below)


@pytest.fixture
def speech() -> Outline:
    point = section("（一）", "抓落实", level=2, start=20, body=[span("逐项落实。", 30)])
    return outline_of(
        section("一、", "统一思想", start=10, body=[span("发展靠项目。", 14)], sections=[point]),
        section("二、", "强化措施", start=40),
        title=span("讲话"),
        salutation=span("同志们："),
        preamble=[span("今天讲两点。")],
        closing=[span("谢谢大家！")],
    )


def test_tree_shows_headings_only(speech: Outline) -> None:
    assert render(speech, "tree") == "讲话\n├─ 一、 统一思想\n│  └─ （一） 抓落实\n└─ 二、 强化措施\n"


def test_tree_with_body_shows_every_paragraph_where_it_belongs(speech: Outline) -> None:
    assert render(speech, "tree", body=True).splitlines() == [
        "讲话",
        "│  同志们：",
        "│  今天讲两点。",
        "├─ 一、 统一思想",
        "│  │  发展靠项目。",
        "│  └─ （一） 抓落实",
        "│        逐项落实。",
        "├─ 二、 强化措施",
        "└─ 谢谢大家！",
    ]


def test_tree_shows_offsets_when_asked(speech: Outline) -> None:
    assert "（一） 抓落实 [20:26]" in render(speech, "tree", offsets=True)


def test_tree_without_title_begins_with_the_name_of_the_source() -> None:
    assert render(outline_of(section("一、", "甲")), "tree").startswith("speech.txt\n")
    assert render(parse("一、甲\n二、乙"), "tree").startswith("(no title)\n")


def test_depth_leaves_out_what_is_deeper(speech: Outline) -> None:
    assert "抓落实" not in render(speech, "tree", depth=1)
    assert json.loads(render(speech, "json", depth=1))["sections"][0]["sections"] == []
    assert speech.sections[0].sections, "the outline itself must not change"


@pytest.mark.parametrize("depth", [0, -1])
def test_depth_below_one_is_refused(speech: Outline, depth: int) -> None:
    with pytest.raises(ValueError, match="depth must be 1 or more"):
        render(speech, "tree", depth=depth)


def test_unknown_format_is_refused(speech: Outline) -> None:
    with pytest.raises(ValueError, match="tree, markdown, json"):
        render(speech, "xls")  # type: ignore[arg-type]


@pytest.mark.parametrize("format", get_args(TextFormat))
def test_sixty_four_levels_in_every_format(format: str) -> None:
    deep = chain(64)
    for depth in (None, 63):
        text = render(deep, format, depth=depth)  # type: ignore[arg-type]
        assert ("第64层" in text) == (depth is None)
        assert "第63层" in text


@pytest.mark.parametrize("format", ["tree", "markdown"])
def test_nothing_that_steers_a_terminal_is_sent(format: str) -> None:
    nasty = outline_of(section("一、", NASTY, body=[span(NASTY)]), title=span(NASTY), closing=[span(NASTY)])
    text = render(nasty, format, body=True)  # type: ignore[arg-type]
    assert not UNSEEN.search(text.replace("\n", ""))
    assert "␛" in text


def test_long_headings_are_never_cut_or_wrapped_in_colour() -> None:
    long = outline_of(section("一、", "长" * 500 + NASTY), title=span(NASTY))
    coloured = to_coloured_tree(long, offsets=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == to_tree(long, offsets=True)


def test_json_is_the_model_and_escapes_what_steers_a_terminal() -> None:
    nasty = outline_of(section("一、", NASTY))
    for text in (to_json(nasty), to_json(nasty, indent=None), to_ascii(to_json(nasty))):
        text.encode()
        assert not UNSEEN.search(text.replace("\n", ""))
        assert json.loads(text) == nasty.model_dump()


def test_json_of_well_formed_text_keeps_chinese_and_reads_back(speech: Outline) -> None:
    text = render(speech, "json", offsets=True)
    assert '"text": "统一思想"' in text
    assert Outline.model_validate_json(text) == speech


def test_json_on_one_line_has_no_line_break() -> None:
    assert "\n" not in to_json(outline_of(section("一、", "a\nb\ud800")), indent=None)


def test_json_of_an_outline_too_deep_to_be_indented_is_one_line() -> None:
    assert "\n" in to_json(chain(DEEPEST_INDENTED))
    deeper = chain(DEEPEST_INDENTED + 1)
    assert to_json(deeper) == to_json(deeper, indent=None)


def test_json_without_body_keeps_its_shape(speech: Outline) -> None:
    shown = json.loads(render(speech, "json", body=False))
    assert shown.keys() == speech.model_dump().keys()
    assert shown["sections"][0]["body"] == shown["closing"] == shown["preamble"] == []
    assert shown["salutation"] is None


def test_trimming_nothing_copies_nothing(speech: Outline) -> None:
    assert trim(speech, depth=None, body=True) is speech


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [("\x1b", "␛"), ("\x00", "␀"), ("\x7f", "␡"), ("\x85", "‹U+0085›"), ("\u2028", "‹U+2028›"), ("\udc80", "‹U+DC80›")],
)
def test_each_kind_of_control_character_is_visible(hidden: str, seen: str) -> None:
    assert visible(f"a{hidden}b") == f"a{seen}b"


def test_visible_leaves_ordinary_text_alone() -> None:
    assert visible("　全角 blank\u00a0，é😀") == "　全角 blank\u00a0，é😀"


def test_render_stays_a_function_after_its_package_is_imported(speech: Outline) -> None:
    program = (
        "import outline.writers.tree, outline; from outline import render;"
        "print(render(outline.parse('一、甲\\n二、乙'), 'tree'), outline.render(outline.parse(''), 'tree'))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert package.render(speech, "tree") == render(speech, "tree")


def test_date_and_speaker_stay_before_the_salutation() -> None:
    text = "在防汛会上的讲话\n（2020年4月3日）\n镇长　王某\n同志们：\n我讲两点。\n一、修路\n二、修渠"
    assert [span.text for span in parse(text).front] == ["（2020年4月3日）", "镇长王某", "同志们：", "我讲两点。"]
    assert render(parse(text), "tree", body=True).splitlines()[1:5] == [
        "│  （2020年4月3日）",
        "│  镇长王某",
        "│  同志们：",
        "│  我讲两点。",
    ]


def test_a_sentence_that_runs_over_a_page_is_one_paragraph() -> None:
    text = "一、去年\n雨水多，老塘坝也老，有三个村的秧田进\n— 1 —\n了水。\n二、今年\n早动手。"
    assert [span.text for span in parse(text).sections[0].body] == ["雨水多，老塘坝也老，有三个村的秧田进了水。"]
