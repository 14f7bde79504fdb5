"""What notes say about the numbering, and where they say nothing."""

import pytest
from time_limits import check_growth

from outline import Outline, parse
from outline.document import Document
from outline.model import Note
from outline.numbering.candidates import Candidate, scan
from outline.numbering.nesting import nest
from outline.numbering.openings import DEEPEST, Opening
from outline.page.page import Page, lay_out
from outline.sections.notes import notes

LONG = (
    "去年以来，各单位围绕年初定下的目标开展工作，修好了水渠，清完了河道，又给两百多户人家接上了自来水，群众都很满意，"
)


def noted(text: str) -> list[tuple[str, str]]:
    """The code of each note on `text` and what it points at."""
    return [(note.code, text[note.start : note.end]) for note in all_notes(text)]


def all_notes(text: str) -> list[Note]:
    layout = lay_out(Document(text))
    candidates = scan(layout)
    return notes(nest(candidates, layout), candidates, layout)


def messages(text: str) -> list[str]:
    return [note.message for note in all_notes(text)]


@pytest.mark.parametrize(
    ("text", "pointed_at", "message"),
    [
        ("一、修渠\n二、清淤\n四、植树", "四、", "“四、” follows “二、”: “三、” is missing"),
        (
            "（一）修渠\n（二）清淤\n（五）植树",
            "（五）",
            "“（五）” follows “（二）”: “（三）” and “（四）” are missing",
        ),
        ("（一）修渠\n（二）清淤\n（六）植树", "（六）", "“（六）” follows “（二）”: “（三）” to “（五）” are missing"),
        ("要抓四件事：一是修好渠；二是清完淤；四是植好树。", "四是", "“四是” follows “二是”: “三是” is missing"),
        ("1. 修渠\n2. 清淤\n4. 植树", "4.", "“4.” follows “2.”: “3.” is missing"),
        ("壹、修渠\n貳、清淤\n肆、植樹", "肆、", "“肆、” follows “貳、”: “參、” is missing"),
        ("壹、修渠\n贰、清淤\n肆、植树", "肆、", "“肆、” follows “贰、”: “叁、” is missing"),
        ("壹、修渠\n參、清淤", "參、", "“參、” follows “壹、”: “貳、” is missing"),
        ("一 、修渠\n二 、清淤\n四 、植树", "四 、", "“四、” follows “二、”: “三、” is missing"),
    ],
)
def test_missing_number(text: str, pointed_at: str, message: str) -> None:
    assert noted(text) == [("missing-number", pointed_at)]
    assert messages(text) == [message]


def test_in_another_dress_a_number_that_goes_back_is_another_series() -> None:
    text = f"一、修渠\n{LONG}\n(9)清淤，由镇上统一安排。\n(四)种树\n(五)护林\n(六)巡山"
    assert "other-dress" not in [code for code, _at in noted(text)]


def test_missing_number_below_a_heading() -> None:
    text = "一、农业\n（一）修渠\n（三）清淤\n二、工业\n（一）扩园\n（二）招商"
    assert noted(text) == [("missing-number", "（三）")]


@pytest.mark.parametrize(
    "text",
    [
        "一、修渠\n二、清淤\n三、植树",
        "一、农业\n（一）修渠\n（二）清淤\n二、工业\n（三）扩园\n（四）招商",
        "一、农业\n（一）修渠\n（二）清淤\n二、工业\n（一）扩园\n（二）招商",
        "要修好渠。一是早动手。二是快完工。要清好淤。一是早动手。二是快完工。",
        "首先，要修好渠。其次，要清完淤。最后，要植好树。",
        "19.修渠要早\n20.2026年办好十件实事\n21.5公里河道清淤\n22.植树要快",
    ],
    ids=[
        "counts",
        "counts on under the next",
        "again under the next",
        "again",
        "connectives",
        "not taken for a marker",
    ],
)
def test_nothing_to_say(text: str) -> None:
    numbers_before_the_first = [note for note in noted(text) if note != ("starts-late", "19.")]
    assert numbers_before_the_first == []


def test_repeated_number() -> None:
    text = "一、修渠\n二、清淤\n二、植树\n三、护林"
    (note,) = all_notes(text)
    assert (note.code, note.start, note.end) == ("repeated-number", 10, 12)
    assert note.message == "“二、” repeats a number that stood before"


def test_series_that_starts_late() -> None:
    text = "今年的工作照旧。\n三、修渠\n四、清淤"
    assert noted(text) == [("starts-late", "三、")]
    assert messages(text) == ["“三、” opens a series, and “一、” and “二、” are missing before it"]


def test_a_number_behind_others_does_not_repeat_that_of_another_section() -> None:
    first = "竞赛规则\n规则1　场地\n1.1.2　场地要平。\n规则4　比赛队\n4.1.2　各队可以选择一名队员。\n4.3.3　队员上衣必须有号码。\n"
    rules = (
        first
        + "规则5　队的领导\n5.2.3　教练员可以指导。\n规则6　胜一局\n6.1.2　犯规的后果。\n6.2.2　先得分的队胜一局。\n"
    )
    assert noted(rules) == [("starts-late", "1.1.2"), ("starts-late", "规则4")]


def test_a_number_behind_others_is_not_due_because_another_section_went_so_far() -> None:
    rules = "水利\n4.1.1 修渠\n渠要修。\n4.1.2 清淤\n淤要清。\n4.1.3 护林\n林要护。\n5.2.4 植树\n树要植。\n5.2.5 防火\n火要防。\n"
    assert noted(rules) == [("starts-late", "5.2.4")]


def test_first_point_in_other_words_is_no_late_start() -> None:
    assert noted("做好今年的工作，先要把渠修好。第二，要清淤。第三，要植树。") == []


def test_first_words_that_others_count_on_are_no_first_point() -> None:
    aspects = "一方面，钱要省着花。另一方面，事要办得快。早动手；第二，快完工；第三，少花钱。"
    assert noted(aspects) == [("starts-late", "第二，")]
    assert noted(aspects.replace("另一方面", "同时")) == []


def test_series_that_begin_late_are_told_each_or_once_with_their_number() -> None:
    text = "甲组\n三、修渠\n四、清淤\n乙组\n三、植树\n四、护林"
    assert noted(text) == [("starts-late", "三、")] * 2
    (message,) = messages(f"{text}\n丙组\n三、修路\n四、办学")
    assert message.endswith("; so begin 3 series")


@pytest.mark.parametrize("between", ["工作纪律", "各村要把任务分到人。\n纪律有两条："])
def test_series_begins_again_behind_what_heads_or_announces_it(between: str) -> None:
    assert ("repeated-number", "一、") not in noted(f"一、服从安排。\n{between}\n一、不迟到。\n二、不早退。")


SUMMED_UP = (
    "{}\n在春耕会上的讲话\n同志们：\n今天开个会。\n一、抢抓农时\n种子要早调，化肥要早备。\n二、强化服务\n农技员要住到村里。\n"
    "三、严明纪律\n不得请长假。"
)


@pytest.mark.parametrize(
    "summary",
    [
        "摘要：同志们：今天开个会。一、抢抓农时",
        "同志们：今天开个会。一、抢抓农时种子要早调，化肥……",
        pytest.param(
            "今天开个会。 一、 抢抓 农时 种子要早调，化肥要",
            marks=pytest.mark.xfail(
                strict=True, reason="with the weights of today a point of the text is doubtful beside it"
            ),
        ),
        "……化肥要早备。二、强化服务 农技员要住到……",
        "一、抢抓农时 种子要早调，化肥",
    ],
    ids=["abstract", "breaks off", "blanks", "from the middle", "from the first point on"],
)
def test_point_that_a_summary_above_the_text_repeats_is_no_slip(summary: str) -> None:
    assert {code for code, _at in noted(SUMMED_UP.format(summary))} <= {"cut"}


@pytest.mark.parametrize(
    "above", ["今天开个会。一、抢抓农活", "一、抢抓农时", "一、抢抓农时\n种子要早调，化肥要早备。"]
)
def test_point_with_the_number_of_the_next_is_no_summary(above: str) -> None:
    """With other words behind it, or as a line of its own, which is what a point looks like that was pasted twice."""
    assert ("repeated-number", "一、") in noted(SUMMED_UP.format(above))


def test_gap_behind_points_of_another_style_is_a_gap() -> None:
    between = f"首先，要早。{LONG}。其次，要快。{LONG}。"
    assert ("missing-number", "四、") in noted(f"一、修渠\n{LONG}。\n二、清淤\n{between}\n四、植树\n五、护林")


def test_point_above_is_no_repetition_of_one_inside_it() -> None:
    meeting = "三、会议的议题\n1、听取报告;\n讨论低保;\n3、评议干部;\n4、其他事项。"
    text = f"1、防汛制度\n一、每季度开一次会。\n二、会议由村主任召集。\n{meeting}\n四、会前要听取意见。"
    assert noted(text) == [("only-one", "1、"), ("missing-number", "3、")]


def test_number_missing_across_an_omission_is_told_at_the_omission() -> None:
    omission = "……（此处省略若干字）……"
    text = f"一、修渠\n渠要修到田头。\n{omission}\n四、植树\n五、护林"
    assert noted(text) == [("cut", omission)]
    assert messages(text) == ["text was left out here; “四、” follows “一、”: “二、” and “三、” are missing"]


def test_omission_without_a_trace_in_the_numbering() -> None:
    omission = "……（此处省略若干字）……"
    assert messages(f"一、修渠\n渠要修到田头。\n{omission}\n淤要清干净。\n二、植树") == ["text was left out here"]


def test_text_that_breaks_off_after_a_first_point() -> None:
    (note,) = all_notes(f"一、修渠\n{LONG}还有一些村子的渠没有修到田头，下一步要接着抓下")
    assert note.code == "cut"
    assert note.message == "the text breaks off here in the middle of a sentence; nothing follows on “一、”"


def test_text_that_breaks_off_with_its_numbering_whole() -> None:
    """Where the text stops shows for itself; a note is due when a marker went with it."""
    assert noted(f"一、修渠\n渠要修到田头。\n二、清淤\n{LONG}还有一些村子的渠没有修到田头，下一步要接着抓下") == []


def test_page_that_only_offers_to_sell_the_text_is_no_cut() -> None:
    assert noted("一、修渠\n渠要修到田头。\n二、清淤\n淤要清干净。\n预览阅读已结束，下载全文") == []


def test_depth_that_was_capped() -> None:
    layout = lay_out(Document("一、农业\n（一）修渠\n（二）清淤\n二、工业\n（一）扩园"))
    at_limit = [Opening(marker, number=1, series=0, level=DEEPEST) for marker in scan(layout)]
    series = [
        o._replace(series=k, number=n) for o, k, n in zip(at_limit, (0, 1, 1, 0, 2), (1, 1, 2, 2, 1), strict=True)
    ]
    (note,) = [note for note in notes(series, scan(layout), layout) if note.code != "only-one"]
    assert (note.code, note.start, note.end) == ("depth-capped", 5, 8)
    found = notes([o._replace(level=1 if o.series == 0 else 2) for o in series], scan(layout), layout)
    assert {note.code for note in found} == {"only-one"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.修渠\n2、清淤\n3.植树\n4.护林", [("other-dress", "2、")]),
        ("（一）修渠\n（2）清淤\n（三）植树", [("other-dress", "（2）")]),
        ("一、修渠\n三、清淤\n二、植树\n四、护林", [("out-of-order", "二、")]),
        ("二、修渠\n一、清淤\n三、植树\n四、护林", [("out-of-order", "一、")]),
        ("一、修渠\n二、清淤\n二、植树\n四、护林", [("repeated-number", "二、")]),
        ("一、修渠\n一、清淤\n三、植树\n四、护林", [("repeated-number", "一、")]),
        ("一、修渠\n一、清淤\n二、植树\n三、护林", [("repeated-number", "一、")]),
        ("防汛\n一、修渠\n渠要修到田头。", [("only-one", "一、")]),
        ("一、修渠\n第二，清淤\n第三是植树", []),
    ],
    ids=[
        "dot and comma",
        "round and Chinese",
        "swapped",
        "swapped first",
        "twice",
        "twice first",
        "twice first, counted on",
        "alone",
        "said otherwise",
    ],
)
def test_slips_of_the_writer_are_points_and_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert noted(text)[: len(expected)] == expected
    assert len(list(parse(text).walk())) == text.count("\n") + 1 - text.startswith("防汛") * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年一件事。\n2、3号楼已经搬空。\n今年一件事。\n3、4号楼也要搬。", []),
        ("去年一件事。\n2、3号楼已经搬空。", []),
        ("三、四线城市的房价平稳。\n七、八成的农户领到了补贴。", []),
        ("价目\n1.25元\n1.25元\n2.50元", []),
        ("1\n2\n3\n4", []),
    ],
    ids=["lists", "alone", "far apart", "amounts", "cells"],
)
def test_lines_that_begin_like_points_are_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert [note for note in noted(text) if note[0] == "read-as-text"] == expected
    assert not list(parse(text).walk())


def test_a_line_in_the_dress_of_points_is_told_by_name() -> None:
    text = "讲话要点\n一、修渠\n渠要修好。\n二、种树\n九、指的是九户人家。\n三、算账\n账要算清。\n四、看山\n山要看。"
    assert messages(text) == ["“九、” begins a line as a point does, but was read as text"]


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("一、修渠\n二、清淤\n五、植树", {"before": "二、", "marker": "五、", "first_missing": 3, "last_missing": 4}),
        ("一、修渠\n二、清淤\n二、植树\n三、护林", {"marker": "二、", "before": "二、"}),
        ("1.修渠\n2、清淤\n3.植树\n4.护林", {"marker": "2、", "usual": "1."}),
        ("一、修渠\n渠要修到田头。\n……（此处省略若干字）……\n三、植树", {"before": "一、", "marker": "三、"}),
    ],
)
def test_what_a_message_speaks_of_is_data_too(text: str, parameters: dict[str, str | int]) -> None:
    (note,) = all_notes(text)
    assert note.parameters | parameters == note.parameters
    assert Outline.model_validate_json(parse(text).model_dump_json()).notes == [note]


def test_notes_come_in_the_order_of_the_text() -> None:
    starts = [note.start for note in all_notes("三、修渠\n四、清淤\n六、植树\n（一）种\n（三）护\n八、护林")]
    assert len(starts) == 4
    assert starts == sorted(starts)


def test_the_time_for_gaps_grows_with_their_number() -> None:
    def gaps(rows: int) -> tuple[list[Opening], list[Candidate], Page]:
        layout = lay_out(Document("".join(f"{number}、修渠\n" for _ in range(rows) for number in range(1, 40, 2))))
        candidates = scan(layout)
        return nest(candidates, layout), candidates, layout

    assert len(notes(*gaps(400))) > 2_000
    check_growth(gaps, lambda made: notes(*made), 400)


GLUED = (
    "同志们：我讲三点意见。一、过去一年工作回顾过去一年，我们坚持稳字当头，各项工作取得新进展。"
    "二、今年主要任务今年是承上启下的一年，要集中力量办好几件大事。"
    "三、加强自身建设我们要牢记宗旨，把群众的事一件一件办好。"
)


def test_headings_without_an_end_are_told_once() -> None:
    (note,) = parse(GLUED).notes
    assert (note.code, GLUED[note.start : note.end]) == ("heading-guessed", "一、过去一年工作回顾")
    assert note.message == "nothing shows where the headings of 3 points end, from “一、” on: it is a guess"


def test_headings_that_end_in_full_stops_are_not_told() -> None:
    assert not parse("一、统一思想。各单位要早谋划。二、落实责任。任务要到人。三、严肃纪律。推诿要处理。").notes


@pytest.mark.parametrize(
    "text",
    [
        "第一章 总则\n第一条 修渠要早。\n第二章 附则\n第二条 清淤要净。\n",
        "一、农业\n（一）修渠\n（二）清淤\n二、林业\n（三）植树\n（四）护林\n三、牧业\n（五）养牛\n",
        "某村\n三组\n一、修渠\n二、清淤\n四组\n一、植树\n二、护林\n",
        "要抓三件事：1、修渠；2、清淤；3、植树。\n",
        "19 附录\n内容在此。\n",
    ],
    ids=["articles", "goes on twice", "below headings", "in a sentence", "extract"],
)
def test_what_is_usual_is_not_told(text: str) -> None:
    assert noted(text) == []


def test_series_that_often_begin_late_are_told_once() -> None:
    two = "{0}.{1} 修渠\n渠要修。\n{0}.{2} 清淤\n淤要清。\n"
    text = "规则的修改\n" + two.format(1, 5, 6) + two.format(2, 4, 5) + two.format(3, 3, 4) + two.format(4, 2, 3)
    (note,) = [note for note in all_notes(text) if note.code == "starts-late"]
    assert (note.start, note.parameters["times"]) == (text.index("1.5"), 4)


def test_a_number_that_was_read_as_text_is_a_point_if_its_twin_is_one() -> None:
    text = "办法\n" + "".join(f"（{n}）组织每周一次的巡查，看灯、看表、看闸，使电不过时。\n" for n in "一二三四四")
    outline = parse(text)
    assert [section.marker.number for section in outline.walk() if section.marker] == [1, 2, 3, 4, 4]
    (note,) = [note for note in outline.notes if note.code == "repeated-number"]
    assert note.start == text.rindex("（四）")
