"""An outline in a notebook: what it shows of itself, how one goes through it, and rows for a frame."""

import copy
import json
import pickle
from pathlib import Path

import pytest
from lxml import html
from test_formats import SPEECHES, hostile_outline

from outline import FileProblem, Outline, outlines, parse, read, render
from outline.batch.results.rows import COLUMNS
from outline.writers.trim import trim
from outline.writers.visible import UNSEEN

TEXT = "在防汛会上的讲话\n同志们：\n一、提高认识\n要看到差距。\n（一）看得准\n雨来得早。\n（二）改得快\n二、抓好落实\n"


@pytest.fixture
def outline() -> Outline:
    return parse(TEXT)


def test_repr_is_short_and_str_is_the_tree(outline: Outline) -> None:
    assert repr(outline) == "<Outline '在防汛会上的讲话': 4 sections, 0 notes>"
    assert repr(outline[0]) == "<Section 一、 '提高认识' [14:47], 2 below>"
    assert len(repr([*outline.walk()])) < 300
    assert str(outline) + "\n" == render(outline, "tree")


def test_len_iteration_and_indexing_are_of_the_sections(outline: Outline) -> None:
    assert len(outline) == 2 and [*outline] == outline.sections
    assert outline[-1].heading.text == "抓好落实" and outline[:1] == outline.sections[:1]
    assert parse("没有编号") and len(parse("没有编号")) == 0
    with pytest.raises(IndexError):
        outline[2]


def parents(outline: Outline) -> list[tuple[str, str | None]]:
    return [(section.path, section.parent.path if section.parent else None) for section in outline.walk()]


def test_a_section_knows_what_it_stands_in(outline: Outline) -> None:
    expected = [("一、", None), ("一、/（一）", "一、"), ("一、/（二）", "一、"), ("二、", None)]
    for one in (outline, Outline.model_validate_json(render(outline, "json")), pickle.loads(pickle.dumps(outline))):
        assert parents(one) == expected and one == outline
        assert one[0].sections[1].parent is one[0]
        assert one[0].sections[1].ancestors == [one[0]] and one[0].ancestors == []
    deep = parse(read(SPEECHES[1]))
    for section in deep.walk():
        assert [above.level for above in section.ancestors] == [*range(1, section.level)]


@pytest.mark.parametrize(
    "make", [copy.deepcopy, lambda o: trim(o, depth=2, body=False), lambda o: o.model_copy(deep=True)]
)
def test_copies_stand_in_themselves(outline: Outline, make) -> None:  # type: ignore[no-untyped-def]
    made = make(outline)
    assert made[0].sections[0].parent is made[0] is not outline[0]
    assert outline[0].sections[0].parent is outline[0]


def test_every_character_of_a_section_leads_to_it(outline: Outline) -> None:
    for offset in range(-1, len(TEXT) + 1):
        inside = [section for section in outline.walk() if section.start <= offset < section.end]
        assert outline.at(offset) is (inside[-1] if inside else None)
    assert outline.at(TEXT.index("雨来得早")) is outline.find("一、/（一）") and outline.at(0) is None


@pytest.mark.parametrize("path", ["一、/（二）", "一、/(二)", "一、 / （二）", "一、/（二)"])
def test_find_minds_no_width(outline: Outline, path: str) -> None:
    assert outline.find(path) is outline[0].sections[1]


def test_what_is_written_just_so_is_found_first() -> None:
    found = parse("一、甲\n（一）丙\n（二）丁\n二、乙\n(一)戊\n(二)己")
    for section in found.walk():
        assert found.find(section.path) is section


def test_search_finds_headings(outline: Outline) -> None:
    assert [section.path for section in outline.search("看得")] == ["一、/（一）"]
    assert [section.path for section in parse("一、推进ＧＤＰ统计\n二、乙").search("gdp")] == ["一、"]
    assert outline.search("没有") == []


def test_rows_are_plain_and_have_the_columns_of_a_batch_run(outline: Outline) -> None:
    rows = outline.rows()
    assert json.loads(json.dumps(rows)) == rows
    assert [row["heading_path"] for row in rows][:2] == ["一、提高认识", "一、提高认识/（一）看得准"]
    assert rows[1]["body"] == "雨来得早。" and rows[1]["number"] == "1.1"
    assert all({*row} <= {*COLUMNS["sections"], "heading_path"} for row in rows)
    assert [(row["start"], row["end"]) for row in rows] == [(s.start, s.end) for s in outline.walk()]


def test_a_notebook_shows_text_markdown_and_a_list_that_folds(outline: Outline) -> None:
    shown = outline._repr_mimebundle_(include=None, exclude=None)
    assert shown["text/plain"] == render(outline, "tree")
    assert shown["text/markdown"] == render(outline, "markdown", body=False)
    page = html.fromstring(shown["text/html"])
    assert [summary.text for summary in page.iter("summary")] == ["在防汛会上的讲话", "一、提高认识"]
    assert [div.text for div in page.iter("div")] == ["（一）看得准", "（二）改得快", "二、抓好落实"]


def test_hostile_text_is_text_in_a_notebook() -> None:
    shown = hostile_outline()._repr_mimebundle_()
    assert not any(UNSEEN.search(text.replace("\n", "")) for text in shown.values())
    page = html.fragment_fromstring(shown["text/html"])
    assert {element.tag for element in page.iter()} == {"details", "summary", "div"}
    assert {name for element in page.iter() for name in element.attrib} == {"style", "open"}


# --- names of files


@pytest.mark.parametrize("jobs", [None, 1])
def test_names_of_files_are_not_taken_for_texts(jobs: int | None, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    refused, refused_too, text, file = outlines(
        ["讲话/a.DOCX", str(tmp_path / "a.txt"), "见附件a.txt。", tmp_path / "a.txt"], jobs=jobs
    )
    assert isinstance(refused, FileProblem) and "write Path('讲话/a.DOCX')" in str(refused)
    assert isinstance(refused_too, FileProblem)
    assert isinstance(text, Outline) and isinstance(file, Outline) and len(file) == 2


@pytest.mark.parametrize("jobs", [None, 1])
def test_a_problem_names_its_file(jobs: int | None, tmp_path: Path) -> None:
    missing = tmp_path / "没有.docx"
    with pytest.raises(FileProblem) as caught:
        read(missing)
    (found,) = outlines([missing], jobs=jobs)
    for problem in (caught.value, found):
        assert (
            isinstance(problem, FileProblem)
            and problem.file == str(missing)
            and str(problem) == "does not exist: check the name"
        )
        assert problem.__notes__ == [str(missing)]
