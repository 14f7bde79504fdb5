"""Patterns that wait until they are asked: nothing is compiled before, and the answers are those of `re`, whoever asks first."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from outline.patterns import class_of, late, made_late

THREADS = 8
COMPILED_BY_THE_STAGES = """
import re, sys
asked = []
compile_ = re.compile
def reporting(*arguments):
    asked.append(sys._getframe(1).f_code.co_filename)
    return compile_(*arguments)
re.compile = reporting
import outline.parser
print([name for name in asked if "outline" in name])
"""


def test_to_load_the_stages_compiles_no_pattern() -> None:
    done = subprocess.run([sys.executable, "-c", COMPILED_BY_THE_STAGES], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_it_answers_as_re_does() -> None:
    pattern = late("(?P<number>[一二三])、", re.MULTILINE)
    assert pattern.pattern == "(?P<number>[一二三])、"
    assert pattern.flags == re.compile(pattern.pattern, re.MULTILINE).flags
    assert [match["number"] for match in pattern.finditer("一、修渠二、清淤")] == ["一", "二"]
    assert late(rb"\d+").findall(b"1 23") == [b"1", b"23"]
    with pytest.raises(AttributeError, match="no_such"):
        _ = pattern.no_such  # type: ignore[attr-defined]


def test_what_makes_it_is_called_when_it_is_asked() -> None:
    made: list[str] = []

    def make(regexp: str) -> re.Pattern[str]:
        made.append(regexp)
        return re.compile(regexp)

    pattern = made_late(make, "渠")
    assert not made
    assert pattern.search("修渠") and not pattern.match("修渠")
    assert made == ["渠"]


def test_threads_may_ask_first_at_the_same_time() -> None:
    for _ in range(50):
        pattern, together = late("[一二三]、"), Barrier(THREADS)

        def asked(text: str, pattern: re.Pattern[str] = pattern, together: Barrier = together) -> bool:
            together.wait()
            return bool(pattern.match(text))

        with ThreadPoolExecutor(THREADS) as threads:
            assert list(threads.map(asked, ["一、修渠", "修渠"] * (THREADS // 2))) == [True, False] * (THREADS // 2)


@pytest.mark.parametrize(
    "characters", ["[\\]", "-", "^", "A[Z-]", "".join(map(chr, range(0x20, 0x80))), "三一丁七\U00020000\U00020001"]
)
def test_a_class_holds_its_characters_and_no_other(characters: str) -> None:
    pattern = re.compile(class_of(characters))
    around = {chr(ord(one) + step) for one in characters for step in (-1, 0, 1)}
    assert {one for one in around if pattern.fullmatch(one)} == set(characters)
