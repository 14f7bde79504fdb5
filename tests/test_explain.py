"""`outline explain`: what spoke for and against what looks like a marker, and what else it could be, in words."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_cases import cases

from outline import parse
from outline.language import LANGUAGES, using_language
from outline.numbering.evidence_words import words_of
from outline.numbering.explaining import Explanation, explain
from outline.numbering.weights import weights

ROOT = Path(__file__).parent.parent
SPEECH = (
    "在春耕会上的讲话\n同志们：\n今天讲两点意见。\n一、备好春耕。一是修好水渠，清出淤\n— 3 —\n泥。二是选好种子。\n"
    "二、守住堤坝。一、二组今天就要上堤。\n"
)
TEXTS = [SPEECH, *(case.text for case in [*cases()][::9])]


def run(*arguments: str | Path, stdin: str = "", code: int = 0) -> str:
    """What the command prints with `arguments`, or complains of."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
    command = [sys.executable, "-m", "outline", "explain", *arguments]
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, env=environment, timeout=60)
    assert done.returncode == code, done.stderr.decode()
    return (done.stderr if code else done.stdout).decode()


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    return path


@pytest.mark.parametrize(
    ("language", "not_words"), [("en", r"=|\b(True|False|[A-Z]+_[A-Z]+)\b"), ("zh", r"=|[A-Za-z]{2}")]
)
def test_every_feature_that_weighs_is_put_in_words(language: str, not_words: str) -> None:
    with using_language(language):
        for feature in weights():
            words = words_of(feature)
            assert words and not re.search(not_words, words), feature


@pytest.mark.parametrize("language", LANGUAGES)
def test_different_features_have_different_words(language: str) -> None:
    told: dict[str, str] = {}
    with using_language(language):
        for feature in weights():
            assert told.setdefault(words_of(feature), feature) == feature


def test_a_feature_without_words_is_an_error() -> None:
    with pytest.raises(KeyError, match="'colour=red' is not put in words: 'colour'"):
        words_of("colour=red")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_explained_is_what_is_read(text: str) -> None:
    found = explain(text)
    sections = {s.marker.start: s for s in parse(text).walk() if s.marker}
    assert {one.candidate.start: one.confidence for one in found if one.confidence is not None} == {
        start: section.confidence for start, section in sections.items()
    }
    for one in found:
        assert one.parts[0].is_text is (one.confidence is None)
        assert [part.lag for part in one.parts[1:]] == sorted(part.lag for part in one.parts[1:])
        only_in_hole = len(one.parts) == 1  # only the numbers around it say that it is a point
        assert only_in_hole or all(part.evidence or part.is_text for part in one.parts)


def test_features_add_up_to_the_lead() -> None:
    """Where one candidate is all there is, the weights of its features tell how far text lies behind."""
    (one,) = explain("一是修渠")
    section, text = one.parts if one.confidence is not None else reversed(one.parts)
    weight = sum(one.weights.get(feature, 0.0) for feature in section.evidence)
    alone = weight - (text.lag - section.lag)
    assert alone == pytest.approx(-lonely(one), abs=1e-9)


def lonely(one: Explanation) -> float:
    """What it weighs that nothing counts on with the only candidate of a text: that is told at the end of the text, not with its part."""
    from outline.numbering.judge import Judge, Scales
    from outline.numbering.stacks import Open

    c = one.candidate
    return Judge([c], c.page, Scales(weights())).ends(Open(None, None, 0, c, c.number, 1, 0))


def test_all_candidates_are_told_of_with_a_few_features(speech: Path) -> None:
    lines = run(speech).splitlines()
    heads = [line for line in lines if line.startswith("[")]
    assert [head.split(" is ")[0] for head in heads] == [
        f"[{one.candidate.start}:{one.candidate.end}] {one.candidate.text}" for one in explain(SPEECH)
    ]
    assert heads[-1] == "[64:66] 一、 is text"
    assert any(line.startswith("  else a section at the top, ") for line in lines)
    assert sum(line.startswith("    for") for line in lines) <= 4 * len(heads)


def test_one_candidate_is_told_of_in_full(speech: Path) -> None:
    (one,) = [one for one in explain(SPEECH) if one.candidate.start == 49]
    lines = run(speech, "50").splitlines()
    assert lines[0] == f"[49:51] 二是 is a section in “一、” at 23, confidence {one.confidence:.2f}"
    first = lines[1 : next(n for n, line in enumerate(lines) if line.startswith("  else"))]
    weighed = {feature for feature in one.parts[0].evidence if one.weights.get(feature)}
    assert len(first) == len(weighed)
    assert any(words_of("step=1") in line for line in first)
    assert sum(line.startswith("  else") for line in lines) == len(one.parts) - 1
    signs = {line.split()[0]: line.split()[1][0] for line in first}
    assert signs == {"for": "+", "against": "-"}


def test_what_the_page_shows_is_what_is_printed(speech: Path) -> None:
    for page, language in (("docs/command.md", "en"), ("docs/zh/command.md", "zh")):
        text = (ROOT / page).read_text("utf-8")
        (shown,) = re.findall(r"^```console\n\$ outline explain speech.txt 23\n(.*?)^```$", text, re.M | re.S)
        printed = run(speech, "23", "--lang", language).splitlines()
        at = 0
        for line in filter(lambda line: line.strip() != "…", shown.splitlines()):
            assert line in printed[at:], line
            at = printed.index(line, at) + 1


def test_an_offset_without_a_candidate_says_where_the_next_ones_are(speech: Path) -> None:
    assert "Nothing at 3 looks like a marker; the nearest that does begins at 23 and 30." in run(speech, "3", code=2)
    assert "Nothing at 3 looks like a marker." in run("-", "3", stdin="没有编号", code=2)
    assert run("-", stdin="没有编号") == ""


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    assert run(tmp_path / "none.txt", code=1).startswith("outline: ")


def test_text_is_never_markup() -> None:
    found = run("-", stdin="一、修\x1b渠\n二、清淤\n")
    assert "\x1b" not in found and "一、" in found
