"""Word files with their numbering put right by tracked changes: fifty made by tests/making, and what changes must leave alone."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
import word_revisions as revisions
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx_files import definition, docx_of, level, numbered, paragraph, run, use
from lxml import etree
from making.slipped_docx import Slipped, slipped_docx

from outline import FileProblem, Note, read
from outline.checking.fixing import Fixed, fix
from outline.checking.word_files.comments import with_comments
from outline.checking.word_files.tracked_changes import TrackedChanges

DATE = "2026-01-31T12:00:00Z"
SEEDS = range(50)
MAIN = "word/document.xml"


@cache
def made(seed: int) -> tuple[Slipped, Fixed]:
    slipped = slipped_docx(seed)
    return slipped, fix(slipped.content, date=DATE)


def paragraphs_of(content: bytes) -> list[str]:
    return read(content).text.split("\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_word_file_is_fixed(seed: int) -> None:
    slipped, fixed = made(seed)
    assert bool(fixed.left) is not slipped.can_be_fixed
    if slipped.can_be_fixed and not fixed.left:
        accepted_numbering_is_right(slipped, fixed)
    rejected_file_is_what_it_was(slipped, fixed)
    new_characters_look_as_the_old_ones(slipped, fixed)
    other_parts_stay_byte_for_byte(slipped, fixed)
    python_docx_opens_it(fixed)
    it_needs_no_fixing_again(fixed)


def accepted_numbering_is_right(slipped: Slipped, fixed: Fixed) -> None:
    assert is_subsequence(slipped.right, paragraphs_of(fixed.content)), fixed.changes
    assert is_subsequence(slipped.right, revisions.text(revisions.accepted(fixed.content, "outline")).split("\n"))


def is_subsequence(lines: list[str], of: list[str]) -> bool:
    """Do paragraphs begin with these lines, in their order, whatever stands behind them and between?"""
    rest = iter(of)
    return all(any(other.startswith(line) for other in rest) for line in lines)


def rejected_file_is_what_it_was(slipped: Slipped, fixed: Fixed) -> None:
    before = revisions.characters(revisions.main_part(slipped.content))
    assert revisions.characters(revisions.rejected(fixed.content, "outline")) == before


def new_characters_look_as_the_old_ones(slipped: Slipped, fixed: Fixed) -> None:
    before = revisions.characters(revisions.main_part(slipped.content))
    after = revisions.characters(revisions.accepted(fixed.content, "outline"))
    for old, new in zip(before, after, strict=True):
        assert {dress for _, dress in new} <= {dress for _, dress in old}


def other_parts_stay_byte_for_byte(slipped: Slipped, fixed: Fixed) -> None:
    before, after = revisions.parts(slipped.content), revisions.parts(fixed.content)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == ({MAIN} if fixed.changes else set())


def it_needs_no_fixing_again(fixed: Fixed) -> None:
    again = fix(fixed.content, date=DATE)
    assert (again.content, again.changes) == (fixed.content, [])
    assert [note.message for note in again.left] == [note.message for note in fixed.left]


def python_docx_opens_it(fixed: Fixed) -> None:
    opened = docx.Document(io.BytesIO(fixed.content))
    changes = list(opened.element.iter(revisions.w("ins"), revisions.w("del")))
    ours = [change for change in changes if change.get(revisions.w("author")) == "outline"]
    assert bool(ours) is bool(fixed.changes)
    assert {change.get(revisions.w("date")) for change in ours} <= {DATE}
    ids = [change.get(revisions.w("id")) for change in ours]
    assert len(set(ids)) == len(ids)


def test_some_are_fixed_and_some_are_left() -> None:
    """The tests above say something of each."""
    kinds = [bool(made(seed)[1].changes) for seed in SEEDS]
    assert kinds.count(True) >= 15 and kinds.count(False) >= 10


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: nobody else reads the changes")
def test_libreoffice_finds_the_changes_and_the_comments(tmp_path: Path) -> None:
    seeds = SEEDS[:10]
    for seed in seeds:
        content = with_comments(made(seed)[1].content, [Note("a", "看“这里”", 20, 22)], date=DATE)
        (tmp_path / f"{seed}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{seed}.docx") for seed in seeds]
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for seed in seeds:
        read_there = etree.fromstring(revisions.parts((tmp_path / f"{seed}.odt").read_bytes())["content.xml"])
        assert ours(read_there, "insertion") == len([one for one in made(seed)[1].changes if one.text])
        assert ours(read_there, "annotation") == 1


def ours(root: Any, name: str) -> int:
    """How many elements of this name say that “outline” made them."""
    found = (element for element in root.iter("{*}" + name) if element.find(".//{*}creator") is not None)
    return sum(element.find(".//{*}creator").text == "outline" for element in found)


# --- one thing each

WORDS = ("抓好春耕备耕", "修好田间水渠", "守住防汛堤坝")
BODY = paragraph("各村要在月底以前把任务分到户、分到人，哪一块田没有人管，就找哪一个村的书记。")


def speech(second: str) -> str:
    """The body of a speech of three points; `second` is the XML of what numbers the second one."""
    first, last = (paragraph(f"{marker}{words}") for marker, words in (("一、", WORDS[0]), ("三、", WORDS[2])))
    return first + BODY + f"<w:p>{second}{run(WORDS[1])}</w:p>" + BODY + last + BODY


def fixed_speech(second: str) -> Fixed:
    return fix(docx_of(speech(second)), date=DATE)


def test_run_is_cut_where_the_marker_ends() -> None:
    content = docx_of(
        speech('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">二. 先说</w:t><w:tab/><w:t>水渠 </w:t></w:r>')
    )
    fixed = fix(content, date=DATE)
    xml = revisions.parts(fixed.content)[MAIN].decode()
    bold = "<w:r><w:rPr><w:b/></w:rPr>"
    attributes = f'w:author="outline" w:date="{DATE}"'
    assert (
        f'{bold}<w:t xml:space="preserve">二</w:t></w:r>'
        f'<w:del w:id="2" {attributes}>{bold}<w:delText xml:space="preserve">.</w:delText></w:r></w:del>'
        f'<w:ins w:id="1" {attributes}>{bold}<w:t xml:space="preserve">、</w:t></w:r></w:ins>'
        f'{bold}<w:t xml:space="preserve"> 先说</w:t><w:tab/><w:t>水渠 </w:t></w:r>'
    ) in xml


def test_marker_in_three_runs_is_changed_where_it_differs() -> None:
    series = "".join(
        f"<w:p>{''.join(run(each) for each in marker)}{run(words)}</w:p>{BODY}"
        for marker, words in zip(("（一）", "(二)", "（三）"), WORDS, strict=True)
    )
    fixed = fix(docx_of(series), date=DATE)
    assert [line[:3] for line in paragraphs_of(fixed.content)[::2]] == ["（一）", "（二）", "（三）"]
    assert revisions.text(revisions.rejected(fixed.content, "outline")).split("\n")[2] == f"(二){WORDS[1]}"


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (f'<w:fldSimple w:instr=" SEQ a ">{run("二.")}</w:fldSimple>', "a field makes it"),
        (
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ a</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("二.")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "a field makes it",
        ),
        (f'<w:ins w:id="9" w:author="李四">{run("二.")}</w:ins>', "tracked change"),
        (f'<w:ins w:id="9" w:author="李四">{run("二")}</w:ins>{run(".")}', ""),
        (f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{run("二.")}</w:sdtContent></w:sdt>', "locked"),
        (f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="a"/></w:sdtPr><w:sdtContent>{run("二.")}</w:sdtContent></w:sdt>', "locked"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('二.')}</w:sdtContent></w:sdt>", ""),
        (f'<w:hyperlink w:anchor="a">{run("二.")}</w:hyperlink>', ""),
        (f'<w:r><w:ruby><w:rt><w:r><w:t>er</w:t></w:r></w:rt><w:rubyBase>{run("二.")}</w:rubyBase></w:ruby></w:r>', "phonetic guide"),
        ('<m:oMath><m:r><m:t>二.</m:t></m:r></m:oMath>', "formula"),
    ],
)  # fmt: skip
def test_what_nobody_should_change_is_left_with_the_reason(second: str, reason: str) -> None:
    fixed = fixed_speech(second)
    if reason:
        assert not fixed.changes and reason in fixed.left[0].message
    else:
        assert [(one.old, one.new) for one in fixed.changes] == [("二.", "二、")] and not fixed.left
        assert paragraphs_of(fixed.content)[2].startswith("二、")


def test_series_that_is_left_keeps_no_other_from_being_fixed() -> None:
    inner = "".join(paragraph(f"（{n}）{words}") + BODY for n, words in zip("一二二", WORDS, strict=True))
    body = speech(f'<w:fldSimple w:instr=" SEQ a ">{run("二.")}</w:fldSimple>') + paragraph(f"四、{WORDS[0]}") + inner
    fixed = fix(docx_of(body), date=DATE)
    assert [(one.old, one.new) for one in fixed.changes] == [("（二）", "（三）")]
    assert [note.parameters["marker"] for note in fixed.left] == ["二."]
    assert fix(fixed.content, date=DATE).content == fixed.content


def test_numbers_that_word_counts_are_left_alone() -> None:
    numbering = definition(level(0, "chineseCounting", "%1、")) + use(1)
    body = numbered(WORDS[0]) + BODY + numbered(WORDS[1]) + BODY + paragraph(f"二、{WORDS[2]}") + BODY
    content = docx_of(body, numbering=numbering)
    fixed = fix(content)
    assert (fixed.content, fixed.changes) == (content, [])
    assert ["counts it itself" in note.message for note in fixed.left] == [True]


def test_no_change_of_a_word_file_has_a_date_of_its_own() -> None:
    content = docx_of(speech(run("二.")))
    assert fix(content).content == fix(content).content
    assert b"w:date" not in revisions.parts(fix(content).content)[MAIN]


def test_signed_file_is_refused() -> None:
    document = docx.Document(io.BytesIO(docx_of(speech(run("二.")))))
    part = Part(PackURI("/_xmlsignatures/origin.sigs"), "application/x", b"", document.part.package)
    document.part.relate_to(
        part, "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    )
    file = io.BytesIO()
    document.save(file)
    with pytest.raises(FileProblem, match="signed"):
        fix(file.getvalue())


def test_file_is_gone_over_once_for_all_series(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many they are: for each alone, a long file would take minutes."""
    asked = []
    obstacles = TrackedChanges.obstacles
    monkeypatch.setattr(
        TrackedChanges, "obstacles", lambda self, every: asked.append(len(every)) or obstacles(self, every)
    )
    section = "".join(paragraph(f"（{marker}）{words}") + BODY for marker, words in zip("一二二", WORDS, strict=True))
    body = "".join(paragraph(f"{marker}、{WORDS[0]}") + BODY + section for marker in "一二三四")
    fixed = fix(docx_of(body + paragraph(f"五、{WORDS[1]}") + BODY))
    assert (asked, len(fixed.changes)) == ([4], 4)
