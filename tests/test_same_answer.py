"""One text in several forms has one outline: its lines may end in any way, its characters may be normalised."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from test_corpus import CASES

from outline import parse

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FILES = [path for path in (ROOT / "examples").glob("*.txt") if not path.name.endswith(".tree.txt")]
FILES += [
    path for folder in ("seeds", "corpus", "corpus/unlabelled", "mess") for path in (SHARED / folder).glob("*.txt")
]
TEXTS = {case.id: case.text for case in CASES if not case.id.startswith("whole-")} | {
    path.stem: path.read_bytes().decode("utf-8") for path in sorted(FILES)
}
LOSE_THEIR_DRESS = {"page-blanks:5", "blanks-to-fill:9", "blanks-to-fill:14", "style-circled:2"}
"""Texts with circled numbers, of which NFKC makes digits that nothing sets apart from a number in the text: ①修渠, 1修渠;
and some with gaps of two ideographic blanks, which become as narrow as any stray blank."""
NUMERALS_THAT_NFKC_CHANGES = re.compile("[①-⓿❶-➓Ⅰ-ⅿ]")
"""Numerals that become plain digits or letters, which are another style or none."""
LINE_ENDS = {
    "CRLF": "\r\n",
    "CR": "\r",
    "LS": "\u2028",
    "PS": "\u2029",
    "NEL": "\x85",
    "br": "<br>",
    "br and LF": "<br/>\n",
}
NORMAL_FORMS = ("NFC", "NFKC")
SIGNS = {
    "half-width signs": ("。、", "｡､"),
    "small forms": ("，、．；：？！（）", "﹐﹑﹒﹔﹕﹖﹗﹙﹚"),
    "upright forms": ("，、。：；！？（）", "︐︑︒︓︔︕︖︵︶"),
}
"""As they are set in other scripts, and in columns."""


def replaced(table: tuple[str, str], text: str) -> str:
    return text.translate(str.maketrans(*table))


FORMS: dict[str, Callable[[str], str]] = {
    **{name: lambda text, end=end: text.replace("\n", end) for name, end in LINE_ENDS.items()},  # type: ignore[misc]
    **{name: partial(unicodedata.normalize, name) for name in NORMAL_FORMS},
    **{name: partial(replaced, table) for name, table in SIGNS.items()},
}


def sections(text: str) -> list[tuple[int, int, str, str]]:
    """Level, number, marker and heading of every section, written alike whatever the form of the text."""
    return [(s.level, s.marker.number, alike(s.marker.text), alike(s.heading.text)) for s in parse(text).walk()]


def alike(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def forms(name: str) -> Iterator[str]:
    text = lines_in_lf(TEXTS[name])
    for form in FORMS:
        loses_its_dress = form == "NFKC" and name not in LOSE_THEIR_DRESS and NUMERALS_THAT_NFKC_CHANGES.search(text)
        if ("\n" in text or form not in LINE_ENDS) and not loses_its_dress:
            yield form


def lines_in_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(("name", "form"), [(name, form) for name in TEXTS for form in forms(name)])
def test_sections_are_the_same_in_every_form(name: str, form: str) -> None:
    text = lines_in_lf(TEXTS[name])
    same = sections(FORMS[form](text)) == sections(text)
    assert same is not (form == "NFKC" and name in LOSE_THEIR_DRESS)
