"""Formats that other programs open: read back as those programs read them, nothing is lost and hostile text is nothing but text."""

import csv
import html
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_markdown import outlines as any_outlines
from typer.testing import CliRunner

from outline import Outline, parse, read, render
from outline.command.app import app
from outline.writers.branches import trunk_of
from outline.writers.formats import FORMATS, BinaryFormat, FormatName, TextFormat, format_of
from outline.writers.trim import trim
from outline.writers.visible import UNSEEN, visible

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
SPEECHES = [path for path in EXAMPLES if not path.name.endswith(".tree.txt")]

HOSTILE = [
    "<script>alert(1)</script>",
    "]]><b>&lt;&amp;&#x41;",
    "\"quoted\" 'twice' `thrice`",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "@SUM(1)",
    "-2+3",
    "a\tb\r\nc\x00\x07\x1b[31m\x7f\x85",
    "\u202egnp.exe\u2066\u200f",
    "%%{init: {}}%% #quot; %% x;",
    "\ufffe\uffff\ud800",
    "**粗** _斜_ [链](javascript:alert(1)) ${x} {{y}}",
    "classDef a:b#c; style d:e#f;",
]

Lines = list[tuple[int, str]]
"""The texts of an outline with their depths."""


def hostile_outline() -> Outline:
    """Each hostile text as a title, a heading and a paragraph."""
    outline = parse("在春耕会上的讲话\n同志们：\n一、甲\n正文。\n（一）丙\n（二）丁\n二、乙")
    (one, two), below = outline.sections, outline.sections[0].sections
    text = " ".join(HOSTILE)
    assert outline.title
    outline.title.text = text
    one.body[0].text = two.heading.text = one.heading.text = text
    for section, hostile in zip([*below, two], ["=1", "+1", "-1"], strict=True):
        section.heading.text = hostile
    return outline


def lines_of(outline: Outline) -> Lines:
    """What is to be found in a format, as `trunk_of` has it: paragraphs one deeper than their section."""
    found = []
    for depth, branch in trunk_of(outline).walk():
        found.append((depth, branch.text))
        found += [(depth + 1, line) for note in branch.notes for line in note.split("\n")]
    return found


def of_opml(written: str) -> Iterator[tuple[int, str]]:
    root = ElementTree.fromstring(written)
    assert root.tag == "opml" and root.get("version") == "2.0"
    yield 0, root.findtext("head/title") or ""

    def walk(element: ElementTree.Element, depth: int) -> Iterator[tuple[int, str]]:
        for one in element.findall("outline"):
            yield depth, one.attrib["text"]
            if "_note" in one.attrib:
                yield from ((depth + 1, line) for line in one.attrib["_note"].split("\n"))
            yield from walk(one, depth + 1)

    body = root.find("body")
    assert body is not None
    yield from walk(body, 1)


def of_freeplane(written: str) -> Iterator[tuple[int, str]]:
    def walk(element: ElementTree.Element, depth: int) -> Iterator[tuple[int, str]]:
        for one in element.findall("node"):
            yield depth, one.attrib["TEXT"]
            yield from ((depth + 1, "".join(line.itertext())) for line in one.findall("richcontent/html/body/p"))
            yield from walk(one, depth + 1)

    yield from walk(ElementTree.fromstring(written), 0)


def of_mermaid(written: str) -> Iterator[tuple[int, str]]:
    """As the grammar of Mermaid has it: nothing in quotation marks but plain characters and references."""
    first, *nodes = written.splitlines()
    assert first == "mindmap"
    for number, line in enumerate(nodes, 1):
        found = re.fullmatch(r'( +)n(\d+)(\(\("|\[")([^"<>`%]*)("\)\)|"\])', line)
        assert found and int(found[2]) == number
        assert not re.search(r"[%{}*_`$~\\]|#(?!\d+;)", found[4])
        yield len(found[1]) // 2 - 1, html.unescape(found[4].replace("#", "&#")).replace("\u200b", "")


def of_text(written: str) -> Iterator[tuple[int, str]]:
    for line in written.splitlines():
        text = line.lstrip("\t")
        yield len(line) - len(text), text


READERS: dict[FormatName, Callable[[str], Iterator[tuple[int, str]]]] = {
    "opml": of_opml,
    "mm": of_freeplane,
    "mermaid": of_mermaid,
    "text": of_text,
}
each_reader = pytest.mark.parametrize("format", READERS)


@each_reader
@pytest.mark.parametrize("body", [True, False])
@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_nothing_of_a_speech_is_lost(format: FormatName, speech: Path, body: bool) -> None:
    outline = parse(read(speech))
    expected = lines_of(trim(outline, depth=None, body=body))
    assert len(expected) > 10
    assert [*READERS[format](render(outline, format, body=body))] == expected


@each_reader
def test_hostile_text_is_text(format: FormatName) -> None:
    outline = hostile_outline()
    written = render(outline, format, body=True)
    assert not UNSEEN.search(re.sub(r"[\n\t]", "", written))
    assert [*READERS[format](written)] == [(depth, visible(text)) for depth, text in lines_of(outline)]


@each_reader
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40))
def test_any_text_comes_back(format: FormatName, text: str) -> None:
    outline = parse("题目\n一、甲\n二、乙")
    outline.sections[0].heading.text = text
    found = [*READERS[format](render(outline, format))]
    assert found[1][1] == visible("一、" + text)


# --- tables


def cells(written: str) -> list[list[str]]:
    assert written.startswith("\ufeff") and "\r\n" in written
    return list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_csv_has_a_row_for_each_section(speech: Path) -> None:
    outline = parse(read(speech))
    head, *rows = cells(render(outline, "csv"))
    assert head == ["path", "level", "number", "heading", "start", "end"]
    assert rows == [
        [s.path, str(s.level), str(s.marker.number if s.marker else ""), s.heading.text, str(s.start), str(s.end)]
        for s in outline.walk()
    ]


def test_csv_has_bodies_when_asked() -> None:
    head, *rows = cells(render(parse("一、甲\n正文。\n再说。\n二、乙"), "csv", body=True))
    assert head[-1] == "text" and [row[-1] for row in rows] == ["正文。\n再说。", ""]


def test_no_cell_is_a_formula() -> None:
    for hostile in HOSTILE:
        outline = parse("一、甲\n正文。\n二、乙")
        outline.sections[0].heading.text = outline.sections[0].body[0].text = hostile
        rows = cells(render(outline, "csv", body=True))
        assert rows[1][3].removeprefix("'") == visible(hostile)
        for cell in (rows[1][3], rows[1][6]):
            assert not re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell)
    assert cells(render(hostile_outline(), "csv"))[2][3] == "'=1"


# --- the list of formats, and the command


def test_the_table_of_formats_is_the_type() -> None:
    assert tuple(FORMATS) == get_args(FormatName)
    assert {*FORMATS} == {*get_args(TextFormat), *get_args(BinaryFormat)}


def test_no_ending_means_two_formats() -> None:
    endings = [ending for form in FORMATS.values() for ending in form.endings]
    assert len(endings) == len(set(endings))
    assert all(format_of("提纲" + form.endings[0]) == format for format, form in FORMATS.items())


def outline_command(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_written_as_its_ending_says(format: FormatName, tmp_path: Path) -> None:
    speech = SPEECHES[0]
    for ending in FORMATS[format].endings:
        file = tmp_path / f"out{ending}"
        assert outline_command(speech, "-o", file).exit_code == 0
        if ending != ".jsonl":
            shown = render(parse(read(speech), name=str(speech)), format)
            assert file.read_bytes() == (shown if isinstance(shown, bytes) else shown.encode())


@pytest.mark.parametrize("format", [format for format, form in FORMATS.items() if not form.several])
def test_a_file_of_one_outline_is_not_given_two(format: FormatName) -> None:
    done = outline_command(*SPEECHES[:2], "-f", format)
    assert done.exit_code == 2 and f"{format} holds one outline" in " ".join(done.output.split())


@pytest.mark.parametrize("format", FORMATS)
def test_a_batch_run_writes_every_format(format: FormatName, tmp_path: Path) -> None:
    done = outline_command("batch", SPEECHES[0], "-o", tmp_path, "-f", format, "-j", "1", "-q")
    assert done.exit_code == 0
    (written,) = [path for path in tmp_path.iterdir() if path.is_file() and path.name != "errors.jsonl"]
    assert written.name.endswith(FORMATS[format].endings[0])
    outline = parse(read(SPEECHES[0]), name=str(SPEECHES[0]))
    shown = render(outline, format)
    assert written.read_bytes() == (shown if isinstance(shown, bytes) else shown.encode())


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(any_outlines())
def test_any_outline_is_written_in_every_format(outline: Outline) -> None:
    """Also one that is built by hand, whose offsets say nothing."""
    for format in FORMATS:
        for options in ({"body": True, "auto_numbers": True}, {"body": False, "depth": 1}):
            written = render(outline, format, **options)  # type: ignore[call-overload]
            assert isinstance(written, bytes) or not UNSEEN.search(re.sub(r"[\n\r\t]|\A\ufeff", "", written))
