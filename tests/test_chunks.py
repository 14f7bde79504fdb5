"""Chunks: nothing lost, none too long, no heading without its text, the same answer every time."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from chunk_rules import check_chunks, check_overlap, check_sentences, check_verbatim
from docx_files import docx_of
from docx_files import paragraph as p
from hypothesis import given
from hypothesis import strategies as st
from test_properties import HEAPS, REAL_TEXTS, SPEECHES, thoroughly

from outline import Chunk, Document, Outline, chunks, parse, read

SIZES = (50, 120, 500, 2_000)
SPEECH = """在修路会上的讲话
同志们：
今天讲两件事。
一、修路
（一）先修村道。村道最要紧。
（二）再修县道。县道要等明年。
二、种树
先种河边。再种山上。后种路旁。
同志们，路在脚下。"""


def check(text: str, max_size: int) -> list[Chunk]:
    outline = parse(text)
    found = chunks(outline, max_size=max_size)
    check_chunks(text, outline, found, max_size)
    check_sentences(outline, found, max_size)
    return found


@thoroughly(150)
@given(SPEECHES, st.integers(50, 2_000) | st.integers(50, 120))
def test_a_speech_in_any_dress(text: str, max_size: int) -> None:
    check(text, max_size)


@thoroughly(200)
@given(HEAPS, st.integers(50, 120))
def test_a_heap_of_markers_words_and_anything(text: str, max_size: int) -> None:
    check(text, max_size)


@thoroughly(150)
@given(SPEECHES | HEAPS, st.integers(1, 60), st.integers(0, 20))
def test_hardly_any_room(text: str, max_size: int, overlap: int) -> None:
    outline = parse(text)
    check_verbatim(text, outline, chunks(outline, max_size=max_size, verbatim=True), max_size)
    overlapping = chunks(outline, max_size=max_size, overlap=min(overlap, max_size - 1))
    check_overlap(text, outline, overlapping, max_size)


@pytest.mark.skipif(not REAL_TEXTS, reason="the texts beside the repository are absent")
@pytest.mark.parametrize("path", REAL_TEXTS[::9], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_real_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    for max_size in SIZES:
        assert check(text, max_size) == chunks(text, max_size=max_size)


def broken(found: list[Chunk], n: int, **changes: object) -> list[Chunk]:
    return [*found[:n], replace(found[n], **changes), *found[n + 1 :]]  # type: ignore[arg-type]


def test_rules_find_what_is_wrong() -> None:
    outline, found = parse(SPEECH), chunks(SPEECH, max_size=50)
    check_chunks(SPEECH, outline, found, 50)
    last = len(found) - 1
    end = found[1].start + SPEECH[found[1].start :].index("修路") + 2
    for wrong in (
        broken(found, 1, size=3),
        broken(found, last, end=found[last].end - 1),
        broken(found, 1, start=found[1].start - 2),
        broken(found, 1, id=found[0].id),
        broken(found, last, headings=()) if found[last].sections else broken(found, 2, headings=()),
        [found[0], replace(found[1], end=end), replace(found[1], start=end, id="x"), *found[2:]],
    ):
        with pytest.raises(AssertionError):
            check_chunks(SPEECH, outline, wrong, 50)


def test_whole_speech_that_fits_is_one_chunk() -> None:
    only = chunks(SPEECH)
    assert [(chunk.id, chunk.start, chunk.end, chunk.headings, chunk.level) for chunk in only] == [
        ("front", 0, len(SPEECH), (), 0)
    ]
    assert only[0].text.startswith("在修路会上的讲话\n同志们：\n今天讲两件事。\n一、修路\n（一）先修村道\n村道最要紧。")
    assert only[0].sections == ("一、", "一、/（一）", "一、/（二）", "二、")


def test_largest_sections_that_fit() -> None:
    found = chunks(SPEECH, max_size=50)
    assert [(chunk.id, chunk.text.split("\n")[0], chunk.headings) for chunk in found] == [
        ("front", "在修路会上的讲话", ()),
        ("1", "一、修路", ("在修路会上的讲话",)),
        ("2", "二、种树", ("在修路会上的讲话",)),
        ("closing", "同志们，路在脚下。", ("在修路会上的讲话",)),
    ]
    assert found[1].sections == ("一、", "一、/（一）", "一、/（二）") and found[1].level == 1
    assert [chunk.next for chunk in found] == ["1", "2", "closing", None]
    assert found[1].content == "在修路会上的讲话\n" + found[1].text


def test_long_body_is_cut_between_sentences() -> None:
    found = [chunk for chunk in chunks(SPEECH, max_size=28) if chunk.sections == ("二、",)]
    assert [(chunk.id, chunk.text, chunk.headings, chunk.parent) for chunk in found] == [
        ("2", "二、种树\n先种河边。再种山上。", ("在修路会上的讲话",), None),
        ("2/2", "后种路旁。", ("在修路会上的讲话", "二、种树"), "2"),
    ]


def test_overlap_repeats_whole_sentences() -> None:
    found = [chunk for chunk in chunks(SPEECH, max_size=28, overlap=5) if chunk.sections == ("二、",)]
    assert [(chunk.text, chunk.overlap) for chunk in found] == [
        ("二、种树\n先种河边。再种山上。", 0),
        ("再种山上。后种路旁。", 5),
    ]


def test_small_ones_of_the_first_level_are_joined_if_asked() -> None:
    text = "\n".join(f"{number}、修第{number}条路\n先修桥。" for number in "一二三四五六")
    apart = chunks(text, max_size=40)
    assert [chunk.id for chunk in apart] == ["1", "2", "3", "4", "5", "6"]
    together = chunks(text, max_size=40, min_size=20)
    assert [chunk.sections for chunk in together] == [("一、", "二、", "三、"), ("四、", "五、", "六、")]


def test_small_ones_below_it_are_joined() -> None:
    text = "一、修路\n" + "\n".join(f"（{number}）修{number}号路。先修桥。" for number in "一二三四")
    found = chunks(text, max_size=40)
    assert [chunk.sections for chunk in found] == [
        ("一、", "一、/（一）", "一、/（二）"),
        ("一、/（三）", "一、/（四）"),
    ]
    assert [chunk.headings for chunk in found] == [(), ("一、修路",)]


def test_sizes_are_measured_as_asked() -> None:
    by_bytes = chunks(SPEECH, max_size=120, length=lambda text: len(text.encode()))
    assert len(by_bytes) > len(chunks(SPEECH, max_size=120))
    assert all(chunk.size == len(chunk.content.encode()) <= 120 for chunk in by_bytes)


def test_length_that_allows_nothing_ends_all_the_same() -> None:
    found = chunks("一、修路\n先修桥。", max_size=1, length=lambda text: 2 * len(text))
    assert "".join(chunk.text for chunk in found) == "一、修路先修桥。"


def test_torn_text_is_clean_and_has_its_place() -> None:
    text = "一、修 路\n先修村道，再修县\n— 3 —\n道。后修 国道。再修桥。\n二、种树\n先种河边。"
    found = chunks(text, max_size=19)
    assert [chunk.text for chunk in found] == [
        "一、修路\n先修村道，再修县道。",
        "后修国道。再修桥。",
        "二、种树\n先种河边。",
    ]
    assert [text[chunk.start : chunk.end] for chunk in found] == [
        "一、修 路\n先修村道，再修县\n— 3 —\n道。",
        "后修 国道。再修桥。",
        "二、种树\n先种河边。",
    ]
    verbatim = chunks(text, max_size=40, verbatim=True)
    assert verbatim[0].text == text[: verbatim[0].end] and "— 3 —" in verbatim[0].text


def test_signs_of_markdown_go_with_what_they_mark() -> None:
    text = "# 一、修路\n\n先**修桥**。再修&lt;村道&gt;。**后修国道。**\n"
    document = read(text.encode(), format="markdown")
    found = chunks(document, max_size=12)
    assert [chunk.text for chunk in found] == ["一、修路\n先修桥。", "再修<村道>。", "后修国道。"]
    assert [text[chunk.start : chunk.end] for chunk in found] == [
        "# 一、修路\n\n先**修桥**。",
        "再修&lt;村道&gt;。**",
        "后修国道。**",
    ]


def test_table_is_cut_between_its_rows() -> None:
    rows = "".join(f"<w:tr><w:tc>{p(f'第{n}村')}</w:tc><w:tc>{p(f'{n}0 里')}</w:tc></w:tr>" for n in range(1, 7))
    document = read(docx_of(p("一、修路") + f"<w:tbl>{rows}</w:tbl>" + p("二、种树")))
    found = chunks(document, max_size=30)
    assert [chunk.text for chunk in found] == [
        "一、修路\n第1村 │ 10 里\n第2村 │ 20 里",
        "第3村 │ 30 里\n第4村 │ 40 里",
        "第5村 │ 50 里\n第6村 │ 60 里",
        "二、种树",
    ]
    assert [chunk.text for chunk in found] == [document.text[chunk.start : chunk.end].strip() for chunk in found]
    assert [chunk.place.paragraph for chunk in found] == [1, 6, 10, 14]


def test_place_in_a_text_is_its_lines() -> None:
    found = chunks(SPEECH.replace("\n", "\r\n"), max_size=50)
    assert [(chunk.place.line, chunk.place.column, chunk.place.page) for chunk in found] == [
        (1, 1, 0),
        (4, 1, 0),
        (7, 1, 0),
        (9, 1, 0),
    ]


def test_equal_numbers_have_ids_of_their_own() -> None:
    text = "第一篇：修路\n一、先修桥\n桥最要紧。\n二、再修道\n第二篇：种树\n一、先种河边\n河边最要紧。\n一、再种山上"
    found = chunks(text, max_size=20)
    assert len({chunk.id for chunk in found}) == len(found)
    assert [chunk.id for chunk in found] == [chunk.id for chunk in chunks(text, max_size=20)]


def test_annex_stands_behind_the_closing() -> None:
    text = SPEECH + "\n附件1\n修路名单\n一、村道\n二、县道"
    found = chunks(text, max_size=40)
    assert [chunk.start for chunk in found] == sorted(chunk.start for chunk in found)
    assert found[-1].sections[0] == "附件1" and "closing" in [chunk.id for chunk in found]


def test_overlong_heading_is_cut_and_said() -> None:
    heading = "修" * 40 + "路" * 40
    found = chunks(f"一、{heading}\n先修桥。", max_size=50)
    assert [chunk.shortened for chunk in found[:2]] == [True, True] and all(chunk.size <= 50 for chunk in found)
    assert "".join(chunk.text for chunk in found).startswith(f"一、{heading}")


def test_headings_that_leave_no_room_are_left_out_and_said() -> None:
    text = "一、" + "修" * 20 + "\n（一）" + "桥" * 20 + "\n先修桥。\n（二）" + "道" * 20 + "\n再修道。"
    found = chunks(text, max_size=40)
    assert found[1].headings == () and found[1].shortened and found[1].parent == "1"
    roomy = chunks(text, max_size=64)
    assert roomy[1].headings == ("一、" + "修" * 20,) and not roomy[1].shortened


def test_outline_that_does_not_know_its_text() -> None:
    outline = parse(SPEECH)
    for copied in (Outline.model_validate_json(outline.model_dump_json()), pickle.loads(pickle.dumps(outline))):
        with pytest.raises(ValueError, match="source="):
            chunks(copied)
        assert chunks(copied, max_size=50, source=SPEECH) == chunks(outline, max_size=50)
        with pytest.raises(ValueError, match="not the outline of this source"):
            chunks(copied, source=SPEECH + "。")


def test_outline_that_was_changed_is_refused_where_its_text_matters() -> None:
    outline = parse(SPEECH)
    outline.sections[1].body[0].text = "先种河边。" * 30
    with pytest.raises(ValueError, match="not the outline of this text"):
        chunks(outline, max_size=50)


@pytest.mark.parametrize(
    "sizes", [{"max_size": 0}, {"max_size": 9, "min_size": 10}, {"overlap": -1}, {"max_size": 9, "overlap": 9}]
)
def test_sizes_that_make_no_sense(sizes: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="max_size must be 1 or more"):
        chunks(SPEECH, **sizes)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " \n", "。", "———", "第7页，共11页", "\x00", "\ud800"])
def test_text_of_nothing(text: str) -> None:
    assert all(chunk.text for chunk in chunks(text))


def test_document_and_text_are_cut_alike() -> None:
    assert chunks(Document(SPEECH)) == chunks(SPEECH) == chunks(parse(SPEECH))
    with pytest.raises(TypeError):
        chunks(3)  # type: ignore[arg-type]
