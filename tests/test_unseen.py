"""Characters that nobody sees: one list, and every writer shows them or escapes them."""

import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from test_cli import outline as command
from test_formats import cells
from test_render import outline_of, section, span
from time_limits import limited

from outline import parse, render
from outline.batch.options import ChunkSizes
from outline.batch.results.rows import as_line, error_row, rows_of
from outline.page.fold import BLANK, BREAK, NOTHING, fold
from outline.unseen import INVISIBLE, UNSEEN, ZERO_WIDTH
from outline.writers.formats import FORMATS, FormatName
from outline.writers.visible import visible

SEEN_ALL_THE_SAME = {
    *range(0x600, 0x606),
    0x6DD,
    0x70F,
    0x890,
    0x891,
    0x8E2,
    0x110BD,
    0x110CD,
    *range(0x13430, 0x13440),
}
"""Of category Cf, and with a form: signs before numbers in Arabic, Syriac and Kaithi, and how hieroglyphs stand together."""
OF_THE_ISSUE = "\x9b\u202e\u2066\U000e0041\u180e\u206a\ufff9"
ANY = "".join(map(chr, range(sys.maxunicode + 1)))
UNSEEN_CHARACTERS = "".join(UNSEEN.findall(ANY))
IN_FILES = re.sub(r"[\n\r\t]", "", UNSEEN_CHARACTERS)


def test_what_is_unseen_is_looked_for_at_the_speed_of_a_class() -> None:
    """A class with characters beyond U+FFFF in it compares each of them with every character of a text."""
    with limited(1):
        assert UNSEEN.sub("", "一" * 5_000_000 + "\U000e0041") == "一" * 5_000_000


def test_the_list_has_all_that_unicode_calls_controls_and_formats() -> None:
    called_so = {c for c in ANY if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert {*UNSEEN_CHARACTERS} >= called_so - {*map(chr, SEEN_ALL_THE_SAME)}
    assert not {c for c in UNSEEN_CHARACTERS if c.isprintable()}
    assert {*INVISIBLE} < {*UNSEEN_CHARACTERS} and {*ZERO_WIDTH} < {*INVISIBLE}
    assert {*OF_THE_ISSUE} < {*UNSEEN_CHARACTERS}


def test_what_is_seen_stays() -> None:
    for text in ("一、提高认识", "𠮷野家 GDP·%", "👍🏽", "葛\U000e0100飾", "e\u0301", "\u3000\xa0 "):
        assert visible(text) == text


def test_what_is_invisible_stands_in_no_markers_way() -> None:
    assert fold(INVISIBLE) == NOTHING * len(INVISIBLE)


def test_all_that_python_takes_for_a_blank_is_folded_to_one() -> None:
    assert set(fold("".join(filter(str.isspace, ANY)))) == {BLANK, BREAK}
    for character in INVISIBLE:
        outline = parse(f"一{character}、修路\n{character}二、种树\n（一）选苗\n（{character}二）浇水")
        assert [found.number for found in outline.walk() if found.marker for found in [found.marker]] == [1, 2, 1, 2]


def nasty() -> str:
    """A text whose title, heading, body and note hold characters of each kind."""
    return "关于\u202e修路\u2066的\U000e0041讲话\n一、提\x9b高\u206a认识\n要\ufff9看到\u180e差距。\u202e\n三、抓\x1b[31m好\u2066落实\n"


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "docx"])
def test_every_format_shows_or_escapes_them(format: FormatName) -> None:
    every = outline_of(section("一、", IN_FILES, body=[span(IN_FILES)]), title=span(IN_FILES), closing=[span(IN_FILES)])
    for outline in (parse(nasty(), name="a\u202eb"), every):
        written = render(outline, format, body=True, offsets=True)
        assert isinstance(written, str)
        written.encode()
        assert not UNSEEN.search(re.sub(r"[\n\r\t]|\A\ufeff", "", written))


def test_rows_escape_them() -> None:
    outline = parse(nasty(), name="a")
    for kind in ("documents", "sections", "chunks"):
        rows = [*rows_of(outline, "a\u202eb", kind, ChunkSizes())]
        lines = [as_line(row).decode() for row in [*rows, error_row("a\u202eb", "no \x9b", kind)]]
        assert not UNSEEN.search("".join(lines).replace("\n", ""))
        assert [json.loads(line) for line in lines[:-1]] == rows


def test_the_command_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a\u202eb.txt"
    path.write_text(nasty(), encoding="utf-8")
    for arguments in (
        *(["-f", stage] for stage in ("tree", "lines", "tokens", "markers", "events")),
        *(["check"], ["check", "-f", "json"], ["check", "-f", "sarif"], ["check", "-f", "github"], ["explain"]),
    ):
        named = arguments[:1] if arguments[0] in ("check", "explain") else []
        done = command(*named, path, *arguments[len(named) :])
        assert done.stdout
        assert not UNSEEN.search(re.sub(r"[\n\t]", "", (done.stdout + done.stderr).decode())), arguments
    for arguments in (
        ["nowhere\u202e.txt"],
        ["--no\u202e"],
        ["explain", str(path), "\u202e"],
        ["--encoding", "\x9b", "a"],
    ):
        done = command(*arguments)
        assert done.returncode and not UNSEEN.search(done.stderr.decode().replace("\n", "")), arguments


def test_a_batch_run_shows_or_escapes_them(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\u202eb.txt").write_text(nasty(), encoding="utf-8")
    (tmp_path / "in" / "c\x9bd.txt").touch()
    for out in ("out.jsonl", "out"):
        done = command("batch", tmp_path / "in", "-o", tmp_path / out, "--summary", tmp_path / "summary.json")
        assert done.returncode == 1
        assert not UNSEEN.search(re.sub(r"[\n\t]", "", done.stderr.decode()))
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix in (".jsonl", ".json", ".md")]
    assert len(written) >= 4
    for path in written:
        assert not UNSEEN.search(path.read_text("utf-8").replace("\n", "")), path


@pytest.mark.parametrize("sign", [*"=+-@＝＋－＠﹦﹢﹣﹫", "\t=", "\r=", "\u202e=", " =", "\u3000＝", "\n="])
def test_no_cell_begins_a_formula(sign: str) -> None:
    outline = outline_of(section("一、", f"{sign}1+1", body=[span(f"{sign}2")]))
    for row in cells(render(outline, "csv", body=True))[1:]:
        for cell in (row[3], row[-1]):
            assert unicodedata.normalize("NFKC", cell.lstrip()[:1]) not in tuple("=+-@"), cell
            assert cell[:1] not in "\t\r\n"
