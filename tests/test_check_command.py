"""`outline check` and `outline rules`: what they print, where findings are said to stand, and how they end."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import docx
import pytest
from docx_files import docx_of, paragraph, run
from test_cli import on_a_terminal, outline

from outline import check, parse, read
from outline.checking.finding import findings_of
from outline.checking.rules import RULES
from outline.document import Document
from outline.language import using_language
from outline.writers.places import Place, Places, path_at, told_at, told_below

ROOT = Path(__file__).resolve().parent.parent
SLIPS = (
    "一、修好水渠\n渠要修到田头。\n二、清完河道\n（一）村里的河\n1.东河\n2.西河\n4.南河\n（二）镇上的河\n二、种满山坡\n"
)
RIGHT = "一、修渠\n渠要修到田头。\n二、清淤\n（一）村里的河\n（二）镇上的河\n"


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    path = tmp_path / "slips.txt"
    path.write_text(SLIPS, encoding="utf-8")
    return path


def printed(*arguments: str | Path, code: int, stdin: bytes = b"") -> str:
    done = outline("check", *arguments, stdin=stdin)
    assert done.returncode == code, done.stderr
    return done.stdout.decode()


# --- what is printed


def test_findings_are_told_with_place_path_and_words(slips: Path) -> None:
    assert printed(slips, code=1).splitlines() == [
        f"{slips}:7:1: below 二、/（一）: “4.” follows “2.”: “3.” is missing. [missing-number]",
        "    4.南河",
        f"{slips}:9:1: “二、” repeats a number that stood before. [repeated-number]",
        "    二、种满山坡",
    ]


def test_findings_are_told_in_chinese(slips: Path) -> None:
    done = outline("check", slips, "--lang", "zh")
    assert done.stdout.decode().splitlines()[::2] == [
        f"{slips}:7:1: 二、（一）下：“2.”之后是“4.”，缺“3.”。 [missing-number]",
        f"{slips}:9:1: “二、”与前面的序号重复。 [repeated-number]",
    ]
    assert done.stderr.decode() == "共2处问题。\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RIGHT, "The numbering is right: 2 levels, 4 points.\n"),
        ("一、修渠", "The numbering is right: 1 level, 1 point.\n"),
        ("今天天气好。", "No numbered points found.\n"),
    ],
)
def test_a_text_without_findings_is_told_too(text: str, said: str) -> None:
    assert printed("-", "--ignore", "only-one", stdin=text.encode(), code=0) == said
    assert printed("-", "--ignore", "only-one", "-q", stdin=text.encode(), code=0) == ""


def test_a_text_without_findings_is_told_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT, encoding="utf-8")
    assert printed(path, "--lang", "zh", code=0) == "编号无误：2级，4个要点。\n"


def test_places_in_doubt_are_counted_where_nothing_else_is_said(tmp_path: Path) -> None:
    """Lines like points that were read as text: nobody should hear only that all is right."""
    path = tmp_path / "doubtful.txt"
    path.write_text(
        "会议研究了：\n1.关于修路\n2.关于架桥\n1.桥址选在东村。\n3.资金由县里统筹。\n2.工期六个月。\n会议要求，各部门抓紧落实。\n",
        encoding="utf-8",
    )
    said = printed(path, code=0)
    assert said == "The numbering is right: 1 level, 3 points. 2 places are in doubt: --severity info tells which.\n"
    assert printed(path, "--ignore", "doubtful,read-as-text", code=0) == "The numbering is right: 1 level, 3 points.\n"


def test_folders_are_searched(slips: Path) -> None:
    (slips.parent / "below").mkdir()
    (slips.parent / "below" / "right.txt").write_text(RIGHT, encoding="utf-8")
    (slips.parent / "below" / "picture.png").write_bytes(b"\x89PNG")
    done = outline("check", slips.parent)
    assert done.returncode == 1
    right = slips.parent / "below" / "right.txt"
    assert f"{right}: The numbering is right: 2 levels, 4 points." in done.stdout.decode()
    assert done.stderr.decode() == "2 findings in 1 of 2 files.\n"


def test_a_caret_is_for_terminals(slips: Path) -> None:
    (lines,) = [on_a_terminal("check", slips)]
    assert "    二、种满山坡\r\n    ^^^^\r\n" in lines
    assert "^" not in printed(slips, code=1)


def test_text_is_no_escape(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("一、修\x1b[31m渠\n三、%0A::error::清\u202e淤\n", encoding="utf-8")
    for format in ("text", "json", "github", "sarif"):
        said = printed(path, "-f", format, code=1)
        assert not {"\x1b", "\u202e"} & {*said}
        assert format != "github" or said.count("\n") == said.count("::error ") + said.count("::warning ")


# --- for programs


def test_json_has_all_that_is_known(slips: Path) -> None:
    first, second = json.loads(printed(slips, "-f", "json", code=1))
    assert first == {
        "file": str(slips),
        "code": "missing-number",
        "severity": "error",
        "message": "“4.” follows “2.”: “3.” is missing",
        "parameters": {"marker": "4.", "before": "2.", "first_missing": 3, "last_missing": 3, "count": 1},
        "path": "二、/（一）",
        "page": None,
        "paragraph": None,
        "line": 7,
        "column": 1,
        "start": 40,
        "end": 42,
        "words": "4.",
    }
    assert SLIPS[second["start"] : second["end"]] == second["words"] == "二、"
    assert printed("-", "-f", "json", stdin=RIGHT.encode(), code=0) == "[]\n"


def test_github_has_a_line_for_each(slips: Path) -> None:
    first, second = printed(slips, "-f", "github", code=1).splitlines()
    place = f"file={slips},line=7,col=1,endLine=7,endColumn=3,title=missing-number"
    assert first == f"::error {place}::“4.” follows “2.”: “3.” is missing"
    assert second.startswith("::error ")


def test_sarif_names_rules_and_places(slips: Path) -> None:
    (run,) = json.loads(printed(slips, "-f", "sarif", code=1))["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == RULES.keys()
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("missing-number", "error")
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 3}


# --- which are told


def codes(*options: str) -> list[str]:
    text = SLIPS + "(一)东坡\n（二）西坡\n（三）北坡\n"
    done = outline("check", "-", "-f", "json", *options, stdin=text.encode())
    found = [finding["code"] for finding in json.loads(done.stdout)]
    assert done.returncode == bool(found)
    return found


def test_findings_are_chosen() -> None:
    assert codes() == ["missing-number", "repeated-number", "mixed-width"]
    assert codes("--severity", "error") == ["missing-number", "repeated-number"]
    assert codes("--select", "mixed-width") == ["mixed-width"]
    assert codes("--select", "missing-number,mixed-width", "--ignore", "mixed-width") == ["missing-number"]
    assert codes("--ignore", "missing-number", "--ignore", "repeated-number, mixed-width") == []


def test_doubts_are_told_if_they_are_asked_for() -> None:
    glued = RULES["heading-guessed"].example.encode()
    assert printed("-", stdin=glued, code=0).startswith("The numbering is right")
    assert "[heading-guessed]" in printed("-", "--severity", "info", stdin=glued, code=1)
    assert "[heading-guessed]" in printed("-", "--select", "heading-guessed", stdin=glued, code=1)


def test_usage_and_files_that_cannot_be_read(slips: Path) -> None:
    done = outline("check", slips, "--select", "nothing")
    assert done.returncode == 2 and "“nothing” is no code of a finding" in done.stderr.decode()
    assert outline("check").returncode == 2
    done = outline("check", slips.parent / "none.txt", "-", stdin=RIGHT.encode())
    assert done.returncode == 1 and "does not exist" in done.stderr.decode()
    assert "(standard input): The numbering is right" in done.stdout.decode()


# --- places


def test_word_counts_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    lines = ["讲话", "", "一、修渠", "二、清淤", "四、植树"]
    path.write_bytes(docx_of("".join(map(paragraph, lines))))
    assert printed(path, code=1).startswith(f"{path}: paragraph 5: “四、” follows “二、”")
    assert f"{path}: 第5段：“二、”之后是“四、”，缺“三、”。 [missing-number]\n" in printed(path, "--lang", "zh", code=1)


def test_word_knows_the_pages_of_when_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    lines = [
        paragraph("一、修渠"),
        f"<w:p>{turn}{run('二、清淤')}</w:p>",
        f"<w:p>{run('淤要')}{turn}{run('清')}</w:p>",
        paragraph("四、植树"),
    ]
    path.write_bytes(docx_of("".join(lines)))
    assert f"{path}: 第3页，第4段：“二、”之后是“四、”" in printed(path, "--lang", "zh", code=1)
    document = read(path)
    assert document.pages == (0, document.text.index("二"), document.text.index("\n四"))


def test_pages_count_their_paragraphs() -> None:
    document = Document("一、甲\n乙\n\n丙\n二、丁\n", format="pdf", unit="page", places=(0, 7))
    places = Places(document)
    assert [places.at(offset) for offset in (0, 4, 7, 9, 10)] == [
        Place(1, 1),
        Place(1, 2),
        Place(2, 1),
        Place(2, 2),
        Place(2, 2),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_an_editor(end: str) -> None:
    text = end.join(["讲话", "", "一、甲", "　二、乙"])
    places = Places(Document(text))
    assert [places.at(text.index(word)) for word in ("讲", "一", "二")] == [
        Place(line=1, column=1),
        Place(line=3, column=1),
        Place(line=4, column=2),
    ]
    assert text[slice(*places.line_around(text.index("甲")))] == "一、甲"


def test_a_page_of_the_web_has_paragraphs() -> None:
    document = read(b"<html><body><h1>t</h1><p>a</p><p>b</p></body></html>")
    assert Places(document).at(document.text.index("b")) == Place(paragraph=3)


def test_path_is_of_the_sections_around() -> None:
    made = parse(SLIPS)
    assert path_at(made, SLIPS.index("4.")) == ["二、", "（一）"]
    assert path_at(made, SLIPS.index("渠要")) == ["一、"]
    assert path_at(made, SLIPS.index("东河")) == ["二、", "（一）"]  # its own heading is not below it
    assert path_at(made, SLIPS.index("二、")) == [] == path_at(made, len(SLIPS))


def test_sentence_of_place_path_and_message() -> None:
    with using_language("zh"):
        said = told_at(Place(page=3, paragraph=44), ["二、", "（二）"], "“2．”之后是“4．”，缺“3．”")
        decimal = told_below(["9", "9.2"], "“9.2.2”与前面的序号重复")
    assert decimal == "9.2下：“9.2.2”与前面的序号重复。"
    assert said == "第3页，第44段，二、（二）下：“2．”之后是“4．”，缺“3．”。"


def test_quotes_hold_what_they_point_at() -> None:
    text = "在水利会上的讲话\n同志们：\n" + "雨" * 60 + "，今天我讲三点意见。\n一、修渠\n渠要修。\n二、清淤\n淤要清。"
    made = parse(text)
    (finding,) = findings_of("a", Document(text), made, check(made))
    assert finding.quote.text[finding.quote.start : finding.quote.end] == "三点意见"
    assert len(finding.quote.text) <= 40


# --- rules


def test_rules_are_listed_and_told() -> None:
    listed = outline("rules").stdout.decode().splitlines()
    assert [line.split()[0] for line in listed] == [*RULES]
    told = outline("rules", "mixed-width", "--lang", "zh").stdout.decode()
    assert told.startswith("全角半角混用（mixed-width，warning）\n") and "    (二)清淤\n" in told
    assert outline("rules", "none").returncode == 2


def test_tables_in_the_pages_are_those_of_the_rules() -> None:
    done = subprocess.run([sys.executable, ROOT / "docs" / "rule_tables.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    spec = spec_from_file_location("rule_tables", ROOT / "docs" / "rule_tables.py")
    assert spec and spec.loader
    tables = module_from_spec(spec)
    spec.loader.exec_module(tables)
    assert tables.with_table(f"a\n{tables.BEGIN}\nold\n{tables.END}\nb", "new") != "a\n"
    with pytest.raises(ValueError, match="no place"):
        tables.with_table("a", "new")


@pytest.mark.parametrize(("page", "language"), [("docs/check.md", "en"), ("docs/zh/check.md", "zh")])
def test_page_shows_what_is_printed(page: str, language: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    path = tmp_path / "slips.txt"
    path.write_text(text.split("```text\n")[1].split("```")[0], encoding="utf-8")
    done = outline("check", path, "--lang", language)
    shown = text.split("$ outline check slips.txt\n")[1].split("```")[0]
    assert (done.stdout + done.stderr).decode().replace(str(path), "slips.txt") == shown


def test_hook_names_a_command_that_there_is() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "id: outline-check" in hook and "entry: outline check --quiet\n" in hook


# --- into the file


def test_findings_become_comments(tmp_path: Path) -> None:
    path, marked = tmp_path / "speech.docx", tmp_path / "marked.docx"
    path.write_bytes(docx_of("".join(map(paragraph, ["讲话", "一、修渠", "二、清淤", "四、植树"]))))
    said = printed(path, "-o", marked, "--date", "2026-01-31T12:00:00Z", "--lang", "zh", code=1)
    assert "缺“三、”。 [missing-number]" in said
    (comment,) = docx.Document(str(marked)).comments
    assert comment.text == "“二、”之后是“四、”，缺“三、”。"
    assert read(marked).text == read(path).text
    done = outline("check", path, "-o", "-", "-q")
    assert (done.returncode, read(done.stdout)) == (1, read(path))
    assert outline("check", path, "-o", path).returncode == 2
    assert outline("check", path, marked, "-o", tmp_path / "both.docx").returncode == 2
    assert outline("check", "-", "-o", tmp_path / "text.docx", stdin=SLIPS.encode()).returncode == 1
    assert not (tmp_path / "text.docx").exists()
