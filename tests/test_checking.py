"""What checking finds, and where it finds nothing. Each rule brings its own example and counter-example."""

import itertools
import pickle

import pytest
from time_limits import check_growth

from outline import Note, Outline, check, parse, read
from outline.checking.rule import SEVERITIES
from outline.checking.rules import RULES
from outline.language import using_language

WITH_EXAMPLES = [rule for rule in RULES.values() if rule.example]
SPEECH = "在水利会上的讲话\n同志们：\n{lead}\n一、修渠\n渠要修到田头。\n二、清淤\n淤要清干净。\n三、植树\n树要种满山。"


def found(text: str) -> list[tuple[str, str]]:
    """The code of each finding and what it points at."""
    return [(note.code, text[note.start : note.end]) for note in check(parse(text))]


def codes(text: str) -> list[str]:
    return [note.code for note in check(parse(text))]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_example_has_the_finding_and_nothing_else(rule) -> None:
    assert [note.code for note in check(parse(rule.example), severity="info")] == [rule.code]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_counter_example_has_none(rule) -> None:
    assert check(parse(rule.counter_example), severity="info") == []


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_message_speaks_both_languages_of_the_same(rule) -> None:
    (note,) = check(parse(rule.example), severity="info")
    with using_language("zh"):
        (noted,) = check(parse(rule.example), severity="info")
    assert noted.parameters == note.parameters and noted.message != note.message
    assert not any(letter.isascii() and letter.isalpha() for letter in noted.message)


def test_severities_are_levels() -> None:
    text = "防汛\n一、修渠。\n二、清淤。\n四、植树、护林。二、三组先上。\n渠\n（一）这里"
    told = [check(parse(text), severity=severity) for severity in SEVERITIES]
    assert len(told[0]) < len(told[1]) <= len(told[2])
    assert all(note in greater for less, greater in itertools.pairwise(told) for note in less)
    with pytest.raises(ValueError, match="severity must be one of error, warning, info"):
        check(parse(text), severity="all")  # type: ignore[arg-type]


def test_check_has_what_the_outline_notes() -> None:
    outline = parse("一、修渠\n二、清淤\n四、植树")
    assert check(outline) == outline.notes
    outline.notes.append(Note("of somebody else", "…", 0, 1))
    assert outline.notes[-1] in check(outline)


def test_outline_from_json_is_checked_without_its_text() -> None:
    outline = parse(RULES["mixed-width"].example)
    again = Outline.model_validate_json(outline.model_dump_json())
    assert again == outline and again.source_text is None
    assert check(again) == check(outline)
    assert check(Outline.model_validate_json(parse(RULES["sibling-form"].example).model_dump_json())) == []


def test_text_is_no_part_of_an_outline() -> None:
    outline = parse("一、修渠\n二、清淤")
    assert outline.source_text == "一、修渠\n二、清淤"
    copied = pickle.loads(pickle.dumps(outline))
    assert copied == outline == outline.model_copy() and copied.source_text is None
    assert "source_text" not in outline.model_dump_json() + str(Outline.model_json_schema())


# --- announcements


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("今天我讲两点意见。", [("announced-number", "两点意见")]),
        ("下面，我讲四点意见，供大家参考。", [("announced-number", "四点意见")]),
        ("要做好以下5个方面：", [("announced-number", "5个方面")]),
        ("今天我讲三点意见。", []),
        ("今天我讲几点意见。", []),
        ("以上两点意见，大家已经讨论过。", []),
        ("去年我们修了两条渠。", []),
        ("下面进一步讲讲。", []),
        ("这两项工作要分头去抓。", []),
        ("今天我讲两点意见。先说说今年的雨。雨来得早。", []),
        ("我去听了村级河长的培训班，记了五本笔记，看了两条河，收获不小。", []),
        ("一年来，我们主要做了两方面工作：", [("announced-number", "两方面工作")]),
        ("《办法》共六章三十二条，主要包括：", []),
    ],
)
def test_announced_number(lead: str, expected: list[tuple[str, str]]) -> None:
    assert found(SPEECH.format(lead=lead)) == expected


def test_number_that_is_missing_in_the_middle_is_told_there_alone() -> None:
    text = SPEECH.format(lead="今天我讲三点意见。").replace("二、清淤", "清淤")
    assert found(text) == [("missing-number", "三、")]


@pytest.mark.parametrize("announced", ["三", "四"])
def test_gap_is_told_once_whether_the_numbers_are_wrong_or_a_point_is_lost(announced: str) -> None:
    """三件事: 一是, 三是, 四是 are three, whose numbers are wrong; of 四件事 one is lost. `outline fix` tells the two apart."""
    text = f"讲话\n同志们：\n今天讲{announced}件事。一是修好水渠，春耕前完工。三是清理河道，把淤泥运走。四是种好树，管好苗。"
    assert found(text) == [("missing-number", "三是")]
    assert found(text.replace(f"{announced}件", "五件")) == [("announced-number", "五件事"), ("missing-number", "三是")]
    assert found(text.replace(f"{announced}件", "两件")) == [("announced-number", "两件事"), ("missing-number", "三是")]


def test_points_of_running_text_are_none_of_those_that_are_announced() -> None:
    """The 一是 of a point whose marker was lost stand beside the points, which go on behind them."""
    outline = parse(SPEECH.format(lead="今天我讲三点意见。").replace("淤要清干净。", "一是早动手。二是快完工。"))
    outline.sections[2:2] = outline.sections[1].sections
    assert [section.marker.number for section in outline.sections if section.marker] == [1, 2, 1, 2, 3]
    assert [note.code for note in check(outline)] == []


def test_list_beside_the_points_ends_them_not() -> None:
    """The （1） of a point whose marker was lost stand beside the points, as the 一是 do."""
    outline = parse(SPEECH.format(lead="今天我讲三点意见。").replace("淤要清干净。", "（1）早动手。\n（2）快完工。"))
    outline.sections[2:2] = outline.sections[1].sections
    assert [section.marker.number for section in outline.sections if section.marker] == [1, 2, 1, 2, 3]
    assert "announced-number" not in [note.code for note in check(outline)]  # the order of levels is another matter


@pytest.mark.parametrize(("first", "second", "code"), [("二", "一", "out-of-order"), ("一", "一", "repeated-number")])
def test_next_series_is_none_of_what_is_announced_though_the_first_has_a_slip(
    first: str, second: str, code: str
) -> None:
    text = (
        f"小议\n各位朋友：\n网络用工有两条特征：{first}是门槛低，上手快。报个名就能干活。{second}是时间活，想干就干。\n"
        "要管好它，就要做到：一是签合同，把话说在前头。二是上保险，出了事有人管。三是结工钱，一月一清。\n"
    )
    assert found(text) == [(code, f"{second}是")]
    assert found(text.replace("两条", "四条")) == [("announced-number", "四条特征"), (code, f"{second}是")]


def test_headings_without_numbers_may_follow_an_announcement() -> None:
    document = read(
        "# 讲话\n\n今天讲三点意见。\n\n## 修渠\n\n渠要修好。\n\n## 清淤\n\n淤要清净。\n".encode(), format="markdown"
    )
    outline = parse(document)
    assert [section.heading.text for section in outline.sections] == ["修渠", "清淤"]
    assert check(outline) == []


def test_number_that_every_point_bears_is_told_once() -> None:
    """Rules of old begin with 一、 each."""
    rules = "".join(f"一、{words}。各家要记牢。\n" for words in ("敬祖先", "孝父母", "睦邻里", "勤耕读", "禁赌博"))
    assert found("张氏族规\n吾族自始迁祖以来，耕读传家。\n" + rules) == [("repeated-number", "一、")]
    twice = rules.replace("一、勤", "二、勤").replace("一、禁", "三、禁")
    assert found(twice) == [("repeated-number", "一、"), ("repeated-number", "一、")]


@pytest.mark.parametrize(("annex", "expected"), [("附录A", []), ("附录1", ["only-one"]), ("附件1", ["only-one"])])
def test_annex_with_a_letter_may_be_the_only_one(annex: str, expected: list[str]) -> None:
    text = f"工作方案\n一、修渠\n各村动手。\n二、清淤\n各村动手。\n{annex}\n名单\n一、东村\n二、西村\n"
    assert codes(text) == expected


def test_first_point_whose_number_comes_again_is_not_alone() -> None:
    """第二章 written as 第一章, behind a heading that makes it look like the beginning of another series."""
    text = (
        "第一章 总则\n第一条 为了管好集市，制定本办法。\n\n集市管理\n"
        "{}章 摊位\n第二条 摊位统一划定。\n{}章 附则\n第三条 办法即日施行。\n"
    )
    assert found(text.format("第一", "第三")) == [("repeated-number", "第一章")]
    assert found(text.format("第二", "第三")) == []


def test_announcement_inside_a_point() -> None:
    text = "一、修渠\n修渠要抓好三件事：一是早动手；二是快完工。\n二、清淤\n淤要清干净。"
    assert found(text) == [("announced-number", "三件事")]


# --- levels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、农业\n1.修渠\n（1）东渠\n（2）西渠\n2.清淤\n二、林业", [("level-order", "1.")]),
        ("一、农业\n（一）修渠\n1.东渠\n2.西渠\n（二）清淤\n二、林业", []),
        ("一、农业\n1.修渠\n2.清淤\n二、林业\n1.植树\n2.护林", []),
        ("一、农业\n（一）修渠\n（二）清淤\n二、林业\n1.植树\n2.护林", [("level-order", "1.")]),
        ("一、农业\n（1）修渠\n（2）清淤\n二、林业\n（1）植树\n（2）护林", [("level-order", "（1）")]),
        ("一、农业\n（一）修渠\n（二）清淤\n二、林业\n要做到：（1）植树；（2）护林。", []),
        ("第一章 农业\n第一条 修渠要早。\n（一）东渠；\n（二）西渠。\n第二章 林业\n第二条 植树要密。", []),
        ("1.农业\n（一）修渠\n（二）清淤\n2.林业\n（一）植树\n（二）护林", [("level-order", "（一）")]),
        ("一、农业\n1.修渠\n2.清淤\n（二）林业\n1.植树\n2.护林\n二、水利", [("starts-late", "（二）")]),
        (
            "一、农业\n1.修渠\n2.清淤\n二、林业\n（二）松\n1.植树\n2.护林",
            [("level-order", "1."), ("starts-late", "（二）")],
        ),
        (
            "一、选择（20分）\n1.甲乙丙\n2.甲丙丁\n二、阅读（30分）\n（一）读下文，回答问题\n3.解释词语\n4.翻译句子\n（二）读下文，回答问题\n5.概括大意",
            [],
        ),
        (
            "一、选择（20分）\n1.甲乙丙\n2.甲丙丁\n二、阅读（30分）\n（一）读下文，回答问题\n1.解释词语\n2.翻译句子\n（二）读下文，回答问题\n1.概括大意\n2.谈谈体会",
            [("level-order", "1.")],
        ),
        (
            "一、农业\n（一）修渠\n1.清淤\n2.换闸\n（二）种粮\n1.选种\n2.施肥\n二、林业\n1.植树\n2.护林\n3.防火\n三、牧业\n4.养牛\n5.养羊",
            [("level-order", "1.")],
        ),
        ("一、农业\n要抓两件事：一是修渠。二是清淤。\n二、林业", []),
    ],
    ids=[
        "left out",
        "in order",
        "two levels",
        "one of them here only",
        "two left out",
        "in a sentence",
        "articles",
        "reversed",
        "its first is missing",
        "its first is missing elsewhere",
        "numbered through",
        "numbered anew",
        "numbered through once",
        "spoken",
    ],
)
def test_level_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_levels_are_told_once_with_a_count() -> None:
    (note,) = check(parse("1.农业\n（一）修渠\n（二）清淤\n2.林业\n（一）植树\n（二）护林"))
    assert note.parameters == {
        "marker": "（一）",
        "outer": "1.",
        "inner": "（一）",
        "order": "一、 （一） 1. （1）",
        "count": 2,
    }


# --- dress


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）修渠\n（二)清淤\n（三）植树", [("mixed-width", "（二)")]),
        ("1．修渠\n2.清淤\n3．植树", [("mixed-width", "2.")]),
        ("１．修渠\n2．清淤\n３．植树", [("mixed-width", "2．")]),
        ("一、修渠\n（一）东渠\n（二）西渠\n二、清淤\n(一)东渠\n（二）西渠", [("mixed-width", "(一)")]),
        ("（一）修渠\n(1)东渠\n(2)西渠\n（二）清淤", []),
    ],
    ids=["one bracket", "dots", "digits", "another series", "another level"],
)
def test_width(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_marker_of_two_widths_is_the_one_that_is_told_of() -> None:
    assert found("（一)修渠\n渠要修好。\n（二）清淤\n淤要清净。\n") == [("mixed-width", "（一)")]
    assert found("（一）修渠\n渠要修好。\n(二）清淤\n淤要清净。\n（三)植树\n树要种满。\n") == [
        ("mixed-width", "(二）"),
        ("mixed-width", "（三)"),
    ]


def test_width_that_is_often_mixed_is_told_once() -> None:
    text = "".join(f"{n}、第{n}组\n（一）东渠\n（二）西渠\n(三)南渠\n（四）北渠\n" for n in "一二三四五")
    (note,) = check(parse(text))
    assert (note.code, note.parameters["count"], note.start) == ("mixed-width", 5, text.index("(三)"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、修渠\n二.清淤\n三、植树", [("marker-punctuation", "二.")]),
        ("1、修渠\n2、清淤\n3、植树", [("marker-punctuation", "1、")]),
        ("1、修渠\n2.清淤\n3、植树", [("marker-punctuation", "1、"), ("other-dress", "2.")]),
        ("①、修渠\n②、清淤\n③、植树", [("marker-punctuation", "①、")]),
        ("要抓三件事。第一、修渠。第二、清淤。第三、植树。", [("marker-punctuation", "第一、")]),
        ("要抓三件事。第一，修渠。第二，清淤。第三，植树。", []),
        ("要抓三件事。一是修渠。二要清淤。三是，植树。", []),
        ("a)修渠\nb、清淤\nc)植树", [("marker-punctuation", "b、")]),
    ],
)
def test_punctuation(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_next_list_may_have_other_signs() -> None:
    """The news of two versions stand beside each other: 1. 2. 3. and 1) 2) 3)."""
    text = "更新日志\n三月版\n1. 支持多币种\n2. 支持导出\n3. 支持打印\n二月版\n1）全新首页\n2）预算提醒\n3）其他优化\n"
    assert found(text) == []


def test_other_signs_of_many_markers_are_told_once() -> None:
    words = ("修渠", "清淤", "植树", "护林", "养鱼", "种菜", "修路", "架桥", "建房", "通电")
    text = "".join(
        f"{'一二三四五六七八九十'[n]}{'.' if n in (1, 3, 5, 7) else '、'}{w}\n各村动手。\n" for n, w in enumerate(words)
    )
    assert found(text) == [("marker-punctuation", "二.")]


def test_usual_form_has_the_number_of_the_marker() -> None:
    (note,) = check(parse("一、修渠\n二.清淤\n三、植树"))
    assert note.parameters == {"marker": "二.", "usual": "二、"}


# --- headings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、修渠。\n渠要修。\n二、清淤。\n淤要清。\n三、植树\n树要种。", [("sibling-form", "植树")]),
        ("一、修渠。渠要修。\n二、清淤\n淤要清。\n三、植树\n树要种。", []),
        ("第一条 修渠。\n渠要修。\n第二条 清淤\n淤要清。\n第三条 植树\n树要种。", []),
        ("一、修渠\n（一）东渠。\n（二）西渠。\n二、清淤\n淤要清。\n三、植树\n树要种。", []),
        (
            "甲村\n一、修渠\n渠要修。\n二、清淤\n淤要清。\n三、植树\n树要种。\n乙村\n一、看塘。\n塘要看。\n二、看山。\n山要看。",
            [],
        ),
        (
            "一、修好水渠\n渠要修到田头。\n三、植树造林。\n树要种在路边。\n二、清理淤泥\n淤泥要运走。\n四、护好山林\n林子要有人看。",
            [("sibling-form", "植树造林"), ("out-of-order", "二、")],
        ),
        (
            "一、修渠\n渠要修。\n二、植树。\n树要种。\n二、清淤\n淤要清。",
            [("sibling-form", "植树"), ("repeated-number", "二、")],
        ),
        (
            "一、修渠\n渠要修。\n二、清淤\n淤要清。做好两件事：三、看塘；四、看山。\n各村现在就办。\n五、植树\n树要种。",
            [],
        ),
        (
            "## 一、修渠\n渠要修。\n\n## 二、清淤。\n淤要清。\n\n## 三、植树\n树要种。",
            [("sibling-form", "清淤")],
        ),
    ],
    ids=[
        *("without", "run in", "articles", "another level", "another series", "changed places", "one number"),
        *("inside a line", "behind a sign"),
    ],
)
def test_full_stops(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_time_grows_with_the_text() -> None:
    def outline(parts: int) -> Outline:
        return parse(
            "".join(f"一、修渠\n(一)东渠\n（二）西渠。\n1、清\n3、淤\n二.植树\n第{n}组\n" for n in range(parts))
        )

    check_growth(outline, check, 200)
