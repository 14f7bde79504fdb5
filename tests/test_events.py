"""What stands where: the row of events between the levels and the outline."""

import gc
from itertools import pairwise

import pytest
from test_corpus import CASES
from time_limits import check_growth

from outline import Document, parse
from outline.page.lines import Span
from outline.parser import events
from outline.sections.brothers import Brothers
from outline.sections.closing_candidates import closing_choices
from outline.sections.closing_subject import Whole

ANTHOLOGY = (
    "第一篇：在春耕会上的讲话\n同志们：\n一、修路\n要快。\n二、挖渠\n谢谢大家！\n"
    "第二篇：在秋收会上的讲话\n一、收粮\n二、晒粮\n总之，要快。\n"
)


def kinds(text: str) -> str:
    return " ".join(event.kind for event in events(text))


def test_a_speech_in_an_anthology_closes_on_its_own() -> None:
    assert kinds(ANTHOLOGY) == (
        "open part heading paragraph open marker heading paragraph close open marker heading close closing close "
        "open part heading open marker heading close open marker heading close closing close"
    )


def test_the_closing_of_a_text_stands_behind_its_sections() -> None:
    assert kinds("在会上的讲话\n一、修路\n二、挖渠\n（一）甲\n（二）乙\n总之，要快。\n") == (
        "title open marker heading close open marker heading open marker heading close open marker heading close close closing"
    )


def test_furniture_stands_where_it_is() -> None:
    assert kinds("一、修路要\n第1页 共2页\n快。\n二、挖渠\n第2页 共2页\n").split().count("furniture") == 2
    assert kinds("\n第1页 共2页\n").split() == ["furniture"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_events_are_the_outline(case) -> None:  # type: ignore[no-untyped-def]
    """In document order, every part of the outline is one event, with the same place and text."""
    row, outline = events(case.text), parse(case.text)
    assert all(one.start <= other.start for one, other in pairwise(row))
    sections = list(outline.walk())
    parts = {
        "title": [outline.title] if outline.title else [],
        "salutation": [outline.salutation] if outline.salutation else [],
        "preamble": outline.preamble,
        "furniture": outline.furniture,
        "heading": [section.heading for section in sections],
        "paragraph": [span for section in sections for span in section.body],
        "closing": sorted(
            [*outline.closing, *(span for section in sections for span in section.closing)], key=lambda span: span.start
        ),
    }
    for kind, spans in parts.items():
        found = [(event.start, event.end, event.text) for event in row if event.kind == kind]
        assert found == [(span.start, span.end, span.text) for span in spans], kind
    assert [event.start for event in row if event.kind == "open"] == [section.start for section in sections]
    assert sorted(event.end for event in row if event.kind == "close") == sorted(section.end for section in sections)


def test_ranges_of_dressed_lines() -> None:
    text = "# 讲话\n\n## 一、修路。\n\n**（一）先修桥；**\n\n> （二）再修路！\n\n● 二、挖渠\n"
    assert [text[section.start : section.end] for section in parse(text).walk()] == [
        "## 一、修路。\n\n**（一）先修桥；**\n\n> （二）再修路！",
        "**（一）先修桥；**",
        "> （二）再修路！",
        "● 二、挖渠",
    ]


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_of_the_host_is_left_alone(monkeypatch: pytest.MonkeyPatch, is_on: bool) -> None:
    def touched() -> None:
        raise AssertionError("parse switches the garbage collector")

    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    for name in ("enable", "disable", "freeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_: touched())
    try:
        parse(Document(ANTHOLOGY))
        assert gc.isenabled() == is_on
    finally:
        monkeypatch.undo()
        (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("line", ["附表\n", "以上报告，请审\n"])
def test_a_section_of_many_lines_that_could_end_it_is_weighed_in_linear_time(line: str) -> None:
    def body(count: int) -> list[Span]:
        return [(len(line) * n, len(line) * (n + 1) - 1) for n in range(count)]

    work = line * 8_000
    check_growth(
        body, lambda spans: sum(1 for _ in closing_choices(work, spans, Brothers(1, 1), False, Whole(True))), 8_000
    )
