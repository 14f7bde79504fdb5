"""Numbering put right: what is counted anew, what is dressed alike, what is left, in texts and on the command line."""

import difflib
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from outline import FileProblem, check, parse
from outline.checking.fixing import fix
from outline.checking.mending import mend
from outline.checking.replacement import replaced
from outline.checking.text_files import unified_diff

BODY = "各村要在月底以前把任务分到户、分到人，哪一块田没有人管，就找哪一个村的书记。"
WORDS = ("抓好春耕备耕", "修好田间水渠", "守住防汛堤坝", "管好集体山林", "办好村里学校", "建好冷库粮仓")


def speech(*markers: str) -> str:
    """A text of these points, each with a body."""
    return "".join(f"{marker}{WORDS[n % len(WORDS)]}\n{BODY}\n" for n, marker in enumerate(markers))


def markers_of(text: str) -> list[str]:
    """What stands before the words of each heading."""
    return [line.partition(words)[0] for line in text.splitlines() for words in WORDS if words in line]


def mended(*markers: str) -> list[str]:
    text = speech(*markers)
    return markers_of(replaced(text, mend(text).replacements))


def left(*markers: str) -> list[str]:
    """The reasons for which series were left as they are; nothing was changed."""
    mending = mend(speech(*markers))
    assert not mending.replacements
    return [str(note.parameters["reason"]) for note in mending.left]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("一、 二、 二、 三、", "一、 二、 三、 四、"),
        ("一、 二、 二、 四、", "一、 二、 三、 四、"),
        ("一、 二、 四、 五、", "一、 二、 三、 四、"),
        ("一、 一、 二、 三、", "一、 二、 三、 四、"),
        ("第一篇： 第二篇: 第三篇：", "第一篇： 第二篇： 第三篇："),
        ("一、 二、 附件1： 附件２： 附件3：", "一、 二、 附件1： 附件2： 附件3："),
        ("一、 三、 二、 四、", "一、 二、 三、 四、"),
        ("二、 一、 三、 四、", "一、 二、 三、 四、"),
        ("一、 （一） （二） （二） 二、 （一） （二） （三）", "一、 （一） （二） （三） 二、 （一） （二） （三）"),
        ("１． ２． ２． ３．", "１． ２． ３． ４．"),
        ("第一条 第二条 第二条 第三条", "第一条 第二条 第三条 第四条"),
        ("第一章 第一条 第二条 第二条 第二章 第三条 第四条", "第一章 第一条 第二条 第三条 第二章 第四条 第五条"),
        ("一、 二. 三、 四、", "一、 二、 三、 四、"),
        ("一、 （一） (二) （三） 二、", "一、 （一） （二） （三） 二、"),
        ("一、 （一) （二） 二、", "一、 （一） （二） 二、"),  # what is of two widths in itself is no model
        ("（一） (二） （三)", "（一） （二） （三）"),
        ("一、 （一） （二）、 （三） 二、", "一、 （一） （二） （三） 二、"),
        ("一、 二、 二. 三、", "一、 二、 三、 四、"),
        ("I. II. III. V. VI.", "I. II. III. IV. V."),
        ("I. II、 III.", "I. II. III."),
        ("（i） （ii） （iv） （v）", "（i） （ii） （iii） （iv）"),
        ("第一， 第二、 第三，", "第一， 第二， 第三，"),
        ("一、 （一） （二） 二、 (一) （二） （三）", "一、 （一） （二） 二、 （一） （二） （三）"),
    ],
)
def test_series_are_counted_anew_and_dressed_alike(wrong: str, right: str) -> None:
    assert mended(*wrong.split()) == right.split()


@pytest.mark.parametrize(
    "markers",
    [
        "一、 二、 三、",
        "一、 （一） （二） 二、 （三） （四）",
        "一、 （一） （二） 二、 （一） （二） 三、 （一） （二）",
        "一、 1. 2. 二、 1． 2． 三、",
        "第一章 第一条 第二条 第二章 第三条 第四条",
        "首先， 其次， 最后，",
        "一、 （一） （二） 二、 （一） （二） 附件1 附件2：",
    ],
)
def test_what_is_right_stays(markers: str) -> None:
    mending = mend(speech(*markers.split()))
    assert (mending.replacements, mending.left) == ([], [])


@pytest.mark.parametrize(
    ("markers", "reason"),
    [
        ("一、 （一） (二)", "as many of them are written one way as the other"),
        ("1. 2. 2. 2.1 2.2 3.", "points below it carry its number"),
        ("1. 2. 5. 6.", "2 numbers are missing: what they numbered may be lost"),
        ("一、 二、 六、", "3 numbers are missing: what they numbered may be lost"),
        ("（一） （三） （五） （六）", "2 numbers are missing: what they numbered may be lost"),
        ("一、 一、 一、 一、 一、", "all of them bear one number"),
        ("⑴ ⑵ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒀ ⒁ ⒂ ⒃ ⒄ ⒅ ⒆ ⒇", "its numerals end before that number"),
    ],
)
def test_what_only_a_person_can_decide_is_left_with_the_reason(markers: str, reason: str) -> None:
    assert reason in left(*markers.split())


def test_number_that_is_told_of_and_stands_in_no_series_is_left_with_the_reason() -> None:
    assert "it is not read as one series with what it counts on from" in left(
        *["第一，", "1.", "（二）", "第二，", "（一）"]
    )


def test_quotation_is_left_word_for_word() -> None:
    text = (
        "一、传达精神\n通知要求：“\n1.清渠；\n2、修路；\n3.架桥。”\n二、安排任务\n"
        "村支书说：“我讲三点：第一，清渠；第二，修路；第二，架桥。”大家鼓掌。\n"
    )
    mending = mend(text)
    assert [note.parameters["marker"] for note in mending.left] == ["2、", "第二，"]
    assert (mending.replacements, {note.parameters["reason"] for note in mending.left}) == ([], {"it is quoted"})
    assert [one.new for one in mend(text.replace("“", "").replace("”", "")).replacements] == ["2.", "第三，"]


@pytest.mark.parametrize(
    "quoted",
    [
        "“一、各村要清好水渠；二、各村要修好村路；四、各村要架好便桥。”",
        "\n“一、各村要清好水渠；\n二、各村要修好村路；\n四、各村要架好便桥。”",
    ],
)
def test_what_is_quoted_does_not_count_with_the_points_around_it(quoted: str) -> None:
    text = f"一、传达通知\n县里的通知写道：{quoted}\n二、安排任务\n大家照着去办。\n三、抓好落实\n月底来报。\n"
    mending = mend(text)
    assert (mending.replacements, mending.left, check(parse(text))) == ([], [], [])


def test_points_outside_of_quotations_are_counted_anew_all_the_same() -> None:
    text = "一、传达“三项通知”\n照着办。\n二、安排“四件大事”\n抓紧办。\n二、抓好“一个落实”\n月底来报。\n"
    assert [one.new for one in mend(text).replacements] == ["三、"]


def test_points_that_have_changed_places_inside_a_sentence_are_mended_together() -> None:
    mending = mend("开展“四比”活动。二比项目，看谁多；一比招商，看谁快；三比投产，看谁早；四比信息，看谁准。")
    assert [(one.old, one.new) for one in mending.replacements] == [("二比", "一比"), ("一比", "二比")]
    assert (mending.left, len(mending.series)) == ([], 1)


def test_a_circled_number_that_comes_twice_on_lines_of_its_own_is_mended() -> None:
    mending = mend(
        "一、准备\n①摸底，逐户登记。\n②动员，逐村开会。\n②培训，逐人上课。\n④公示，逐村张榜。\n二、实施\n照此办理。"
    )
    assert [(one.start, one.old, one.new) for one in mending.replacements] == [(25, "②", "③")]


def test_places_that_may_hide_a_slip_are_counted() -> None:
    fixed = fix(
        "一、甲乙丙丁\n村里年年都做这件事。\n（一）戊己庚辛\n今年要做得更早。\n二、壬癸子丑\n明年接着做。".encode()
    )
    assert (fixed.changes, fixed.still_wrong, fixed.unsure) == ([], 0, 1)  # a lone （一）


@pytest.mark.parametrize(
    ("announced", "markers", "is_mended"),
    [
        ("三", "一、 三、 四、", True),  # the numbers are wrong
        ("四", "一、 三、 四、", False),  # a point is lost
        ("五", "一、 三、 四、", False),
        ("两", "一、 三、 四、", True),
        ("三", "一、 二、 二、", True),
        ("四", "一、 二、 二、 三、", True),
        ("三", "一、 二、 二、 三、", False),  # one of the two may be none
        ("三", "一、 三、 二、", True),
        ("三", "一、 二、 五、", True),  # two numbers are missing, and no point is
    ],
)
def test_series_is_counted_anew_unless_as_many_points_are_announced_as_it_says(
    announced: str, markers: str, is_mended: bool
) -> None:
    mending = mend(f"讲话\n同志们：\n今天我讲{announced}点意见。\n" + speech(*markers.split()))
    assert bool(mending.replacements) == is_mended
    reason = f"“{announced}点意见” is announced, and there are {len(markers.split())} points"
    assert [note.parameters["reason"] for note in mending.left] == [] if is_mended else [reason]


def test_line_end_inside_a_marker_is_no_dress() -> None:
    text = speech("一、", "（一）", "（\n二）", "（三）", "二、")
    assert [section.marker.number for section in parse(text).walk() if section.marker] == [1, 1, 2, 3, 2]
    assert mend(text).replacements == []
    text = speech("一、", "（一）", "（\n二)", "（三）", "二、")
    (one,) = mend(text).replacements
    assert (one.old, one.new, text[one.start : one.end], one.text) == ("（\n二)", "（\n二）", ")", "）")


def test_numbers_that_the_file_counts_are_left_alone() -> None:
    mending = mend(fix(b"# a\n\n1. b\n\n   c\n2. d\n2. e\n", format="markdown").document)
    assert not mending.replacements


def test_text_that_was_cut_away_is_not_counted_over() -> None:
    text = f"一、{WORDS[0]}\n{BODY}\n……（省略933字）……\n四、{WORDS[1]}\n{BODY}\n五、{WORDS[2]}\n{BODY}\n五、{WORDS[3]}\n{BODY}\n"
    assert markers_of(replaced(text, mend(text).replacements)) == ["一、", "四、", "五、", "六、"]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_numbering_only_markers_change_and_only_once(seed: int) -> None:
    chance = random.Random(seed)
    dresses = chance.sample(("{}、", "（{}）", "({})", "{}.", "第{}条", "{}是", "第{}，"), 3)
    numbers = [min(max(n // 2 + chance.choice((0, 0, 0, 1, 2)), 1), 10) for n in range(2, 16)]
    text = speech(*(chance.choice(dresses).format("一二三四五六七八九十"[number - 1]) for number in numbers))
    fixed = fix(text.encode())
    assert [
        line.lstrip("第（(一二三四五六七八九十").lstrip("、.）)条是，") for line in fixed.content.decode().splitlines()
    ] == [line.lstrip("第（(一二三四五六七八九十").lstrip("、.）)条是，") for line in text.splitlines()]
    assert fix(fixed.content).content == fixed.content


def test_references_to_numbers_that_change_are_told() -> None:
    text = (
        speech("一、", "二、", "二、", "三、")
        + "具体要求见第三部分，经费按第三条办，另见第一部分，第三项工作要抓紧。\n"
    )
    told = [(note.code, text[note.start : note.end]) for note in mend(text).references()]
    assert told == [("reference", "第三部分")]


@pytest.mark.parametrize(
    ("markers", "reference"),
    [
        ("一、 （一） （二） （二） 二、 三、", "按前款第（二）项办理。"),
        ("第一条 第二条 第二条 第三条", "违反第三条的，由村委会处理。"),
    ],
)
def test_references_of_every_kind(markers: str, reference: str) -> None:
    text = speech(*markers.split()) + reference + "\n"
    assert [text[note.start :][:3] for note in mend(text).references()] == [reference.lstrip("按前款见违反")[:3]]


def test_reference_to_an_annex() -> None:
    text = speech("一、", "二、") + "名册见附件2。\n" + speech("附件1\n", "附件2\n", "附件2\n")
    assert [(note.start, note.parameters["new"]) for note in mend(text).references()] == [
        (text.index("附件2"), "附件3")
    ]


def test_what_refers_to_nothing_that_changes_is_not_told() -> None:
    assert mend(speech("一、", "二、", "三、") + "见第三部分。\n").references() == []


# --- files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, line_end: str) -> None:
    words = "春耕要早，水渠要修，人人有事做，事事有人管，不要拖到明年。" * 3  # the same in both scripts
    wrong, right = (
        "".join(f"{marker}第一件大事情{line_end}{words}{line_end}" for marker in markers)
        for markers in (("一、", "二、", "二、"), ("一、", "二、", "三、"))
    )
    fixed = fix(wrong.encode(encoding))
    assert fixed.content == right.encode(encoding)
    assert fix(fixed.content).content == fixed.content


def test_bytes_that_would_be_lost_are_not_written() -> None:
    content = speech("一、", "二、", "二、").encode() + b"\xff\xfe\xff"
    with pytest.raises(FileProblem, match=r"no utf-8"):
        fix(content)


def test_encoding_that_lacks_a_character_leaves_the_series() -> None:
    wrong, right = "①②③④⑤⑤⑥⑦⑧⑨⑩", "①②③④⑤⑥⑦⑧⑨⑩⑪"
    text = speech("一、") + speech(*wrong) + speech("二、")
    assert markers_of(fix(text.encode("gb18030")).content.decode("gb18030")) == ["一、", *right, "二、"]
    fixed = fix(text.encode("gb2312"), encoding="gb2312")
    assert fixed.content == text.encode("gb2312")
    assert ["gb2312" in note.message for note in fixed.left] == [True]


def test_signs_of_markdown_stay() -> None:
    text = speech("## 一、", "## 二、", "## 二、")
    fixed = fix(text.encode(), format="markdown")
    assert fixed.content.decode() == speech("## 一、", "## 二、", "## 三、")
    emphasised = "".join(
        f"**{marker}**{words}\n\n{BODY}\n\n" for marker, words in zip(("一、", "二、", "二、"), WORDS, strict=False)
    )
    assert (
        fix(emphasised.encode(), format="markdown").content.decode()
        == emphasised[::-1].replace("、二", "、三", 1)[::-1]
    )


@pytest.mark.parametrize("content", [b"<html><body><p>a</p></body></html>", b"%PDF-1.4"])
def test_other_formats_are_refused(content: bytes) -> None:
    with pytest.raises(FileProblem):
        fix(content)


def test_diff_ends_lines_at_line_feeds_alone() -> None:
    old, new = "一、a\x0bb\r\n二、c\u2028d\n二、e", "一、a\x0bb\r\n二、c\u2028d\n三、e"
    assert "".join(unified_diff("f", old, new)) == (
        "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n 一、a\x0bb\r\n 二、c\u2028d\n"
        "-二、e\n\\ No newline at end of file\n+三、e\n\\ No newline at end of file\n"
    )
    assert list(unified_diff("f", old, old)) == []
    assert next(unified_diff("/tmp/f", old, new)) == "--- a/tmp/f\n"


@pytest.mark.parametrize("seed", range(30))
def test_diff_is_that_of_difflib(seed: int) -> None:
    chance = random.Random(seed)
    old = [f"{n}" for n in range(chance.randint(1, 40))]
    new = [line + "!" * (chance.random() < chance.choice((0.02, 0.2, 0.6))) for line in old]
    end = chance.choice(("", "\n"))
    texts = "\n".join(old) + end, "\n".join(new) + end
    lines = (text.splitlines(keepends=True) for text in texts)
    by_difflib = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(*lines, "a/f", "b/f")
    )
    assert "".join(unified_diff("f", *texts)) == re.sub(r"@@ -(\d+) \+(\d+) @@", r"@@ -\1,1 +\2,1 @@", by_difflib)


# --- the command


def outline(*arguments: str, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "outline", "fix", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wrong.txt").write_text(speech("一、", "二、", "二、"), encoding="utf-8", newline="")
    (tmp_path / "right.txt").write_text(speech("一、", "二、", "三、"), encoding="utf-8", newline="")
    (tmp_path / "doubtful.txt").write_text(speech("1.", "2.", "2.", "2.1", "2.2", "3."), encoding="utf-8", newline="")
    return tmp_path


def test_command_prints_a_diff(folder: Path) -> None:
    done = outline("wrong.txt", folder=folder)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-4:] == [f" {BODY}", "-二、守住防汛堤坝", "+三、守住防汛堤坝", f" {BODY}"]
    assert done.stderr.decode() == "outline: wrong.txt: 1 marker is another now\n"


def test_command_writes_a_file_that_needs_no_fixing(folder: Path) -> None:
    assert outline("wrong.txt", "-o", "fixed.txt", folder=folder).stdout == b""
    assert (folder / "fixed.txt").read_bytes() == (folder / "right.txt").read_bytes()
    again = outline("fixed.txt", folder=folder)
    assert (again.returncode, again.stdout, again.stderr) == (0, b"", b"outline: fixed.txt: nothing to fix\n")


def test_command_reads_and_writes_standard_streams(folder: Path) -> None:
    done = outline("-", "-o", "-", "-q", folder=folder, stdin=(folder / "wrong.txt").read_bytes())
    assert (done.stdout, done.stderr) == ((folder / "right.txt").read_bytes(), b"")


def test_command_says_what_is_left(folder: Path) -> None:
    done = outline("doubtful.txt", folder=folder)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"left-alone at line 5: " in done.stderr


def test_command_says_that_other_findings_are_left(folder: Path) -> None:
    (folder / "stop.txt").write_text(f"一、修渠\n{BODY}\n二、清淤。\n{BODY}\n三、植树\n{BODY}\n", encoding="utf-8")
    done = outline("stop.txt", folder=folder)
    assert (done.returncode, done.stderr.decode().splitlines()) == (
        0,
        [
            "outline: stop.txt: nothing that counting anew would put right",
            "outline: stop.txt: 1 other finding is for you to mend: outline check stop.txt tells which",
        ],
    )


def test_command_says_how_many_numbers_are_wrong_still(folder: Path) -> None:
    late = speech("三、", "四、", "四、")
    (folder / "late.txt").write_text(late, encoding="utf-8")
    done = outline("late.txt", "-o", "counted.txt", folder=folder)
    assert (done.returncode, markers_of((folder / "counted.txt").read_text("utf-8"))) == (3, ["三、", "四、", "五、"])
    assert done.stderr.decode().endswith("1 number is wrong still: outline check counted.txt tells which\n")
    done = outline("counted.txt", folder=folder)
    assert (done.returncode, "nothing that counting anew would put right" in done.stderr.decode()) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing.txt"], 1, "does not exist"),
        (["wrong.txt", "-o", "no/such/folder.txt"], 1, "cannot be written"),
        (["wrong.txt", "-o", "wrong.txt"], 2, "is also to be read"),
        (["wrong.txt", "--date", "today"], 2, "no time"),
        (["wrong.docx"], 2, "name the file to write"),
        ([], 2, "Missing argument"),
    ],
)
def test_command_tells_what_is_wrong_in_one_line(folder: Path, arguments: list[str], code: int, said: str) -> None:
    from docx_files import docx_of, paragraph

    (folder / "wrong.docx").write_bytes(docx_of("".join(map(paragraph, speech("一、", "二、", "二、").splitlines()))))
    done = outline(*arguments, folder=folder)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.stderr.decode() and "Traceback" not in done.stderr.decode()
    assert not (folder / "no").exists()
