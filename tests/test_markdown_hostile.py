"""Markdown that was made to do harm is read in a time that grows with its length."""

import sys
from pathlib import Path
from random import Random

import pytest
from markdown_it import MarkdownIt
from memory import memory_to_read
from time_limits import check_growth, limited

from outline import parse, read
from outline.document import Document
from outline.readers.markdown import windows
from outline.readers.markdown.block_parser import DEEPEST, block_parser
from outline.readers.markdown.footnote_blocks import footnote_definition
from outline.readers.markdown.inline_signs import MOST_LONE_BRACKETS
from outline.readers.markdown.windows import normalised

UNITS = r"""
* ** *a **a* _a ` `a`` ~~a [ ![ [a]( [a][ [a] []() [](<a ![[ [^a [[a]{ ]{ {#a} [a]{.b} \ & &nbsp; < > <a <b>a</b> <!-- <?
<p>a</p> <td>a</td> 一** ：**一 | a| # - + 1.
""".split()  # noqa: SIM905
SPACED = ["- ", "> ", "1. ", "> - ", "- - ", "<a ", "**a *", "a b ", "\t ", "<h1>a", "a\\\n"]
LINES = [
    "a\n",
    "- a\n",
    "- a\n  ",
    "1. a\n",
    "> a\n",
    "||\n",
    "a|\n-|\n",
    "[a]: b\n",
    "[a]: b 'c\n",
    "[^a]: b\n",
    "```\n",
    "~~~\n\n",
]
LINES += [
    "<!--\n",
    "<div>\n\n",
    "<table><tr><td>\n\n",
    "    a\n",
    "---\n",
    "a\n---\n",
    "===\n",
    "\r",
    "\r\n",
    "[a\n",
    "<h1>a\n\n",
]


def markdown(source: str) -> Document:
    return read(source.encode(), format="markdown")


@pytest.mark.parametrize("unit", [*UNITS, *SPACED, *LINES])
def test_a_piece_over_and_over_again_takes_no_time(unit: str) -> None:
    """Anything quadratic would take minutes."""
    for before in ("", "- "):
        with limited(10):
            markdown(before + unit * (20_000 // len(unit)) + "x")


def test_blanks_behind_links_down_the_page_take_no_time() -> None:
    check_growth(lambda length: "[甲](#a)" + " " * length + "x\n[乙](#b)\n", markdown, 30_000)


def test_waves_that_nothing_closes_take_no_time() -> None:
    waves = "".join("~" * width + "\n\n" for width in range(800, 2, -1))
    with limited(4):
        assert markdown(waves + "乙\n\n" * 20_000).code == ()


@pytest.mark.parametrize("unit", ["[", "[a][", "**一：", "- a\n", "> 甲\n", "<td>a</td>"])
def test_time_grows_with_the_length(unit: str) -> None:
    check_growth(lambda length: unit * (length // len(unit)) + "x", markdown, 30_000)


def test_rules_asked_by_first_characters_find_what_the_library_finds() -> None:
    library = MarkdownIt("commonmark", {"maxNesting": DEEPEST, "inline_definitions": True}).enable("table")
    alternatives = {"alt": ["paragraph", "reference"]}
    library.block.ruler.before("reference", "footnote_definition", footnote_definition, alternatives)
    random = Random(1)
    pieces = [*UNITS, *SPACED, *LINES, *"\t\n-+*=_:|0", "    ", "2) ", "***\n", "- - -\n", "===\n", "甲", "\u3000"]
    for _ in range(400):
        text = normalised("".join(random.choices(pieces, k=random.randint(1, 20))))
        expected, found = (parser.block.parse(text, parser, {}, []) for parser in (library, block_parser()))
        assert found == expected, text


def test_blocks_too_deep_are_read_as_text() -> None:
    document = markdown("> " * (2 * DEEPEST) + "一、修渠\n\n二、清淤\n")
    assert document.text.endswith("一、修渠\n\n二、清淤\n")
    assert parse(document).furniture == []


def test_a_list_too_long_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST_LINES_OF_BLOCK", 2_000)
    document = markdown("1. 甲\n" * 5_000)
    assert len(document.numbers) == 5_000
    assert len({number.list for number in document.numbers}) == 3


def test_a_fence_of_any_length_is_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST_LINES_OF_BLOCK", 2_000)
    lines = 5_000
    document = markdown("```\n" + "# 甲\n" * lines + "```\n# 乙\n")
    assert [heading.level for heading in document.headings] == [1]
    assert len(document.code) == 1 and document.code[0][1] - document.code[0][0] > 3 * lines


def test_links_are_not_looked_for_behind_too_many_brackets() -> None:
    lone, link = "[a ", "[甲](b)"
    assert len(markdown(link + lone * 100 + "\n\n" + link).signs) == 4
    assert len(markdown(link + lone * MOST_LONE_BRACKETS + "\n\n" + link).signs) == 4
    assert len(markdown(lone * MOST_LONE_BRACKETS + link + "\n\n" + link).signs) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere, or not at all")
@pytest.mark.parametrize("unit", ["今天讲三点意见，要**认真**落实。\n\n", "- a\n", "a\n\n"])
def test_a_large_page_is_read_in_bounded_memory(tmp_path: Path, unit: str) -> None:
    """At once, the blocks of all of it would take up to twice as much."""
    path = tmp_path / "large.md"
    path.write_bytes(unit.encode() * (400_000 // len(unit.encode())))
    assert memory_to_read(path, "markdown") < 100_000_000
