"""One text, one outline: parsed twice, in threads, in another process, under any hash seed and after any other text."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from outline import parse

SPEECH = """在全镇防汛工作会议上的讲话

同志们：
今天开这个会，是为了把防汛的事说清楚。下面我讲三点。

一、看清形势，绷紧弦
（一）雨来得早。今年四月已下了三场大雨。
（二）堤还不牢。一是老闸年久失修。二是新堤尚未合龙。三是巡堤的人手不够。
二、分清责任，守住堤
第一，镇里管总。第二，村里管段。第三，户户管门前。
1.白天有人巡；
2.夜里有人守。
第7页，共11页
三、备足物资，心不慌
①沙袋；②木桩；③抽水机。
总之，宁可备而不用，不可用而无备。
"""
SHARED = Path(__file__).parents[2] / "shared"
TEXTS = [SPEECH, SPEECH.replace("\n", ""), SPEECH * 20, "\ud800" + SPEECH, ""]
TEXTS += [
    path.read_bytes().decode("utf-8")
    for folder in ("seeds", "corpus", "corpus/unlabelled", "mess")
    for path in sorted((SHARED / folder).glob("*.txt"))
]
THREADS = 8
IN_ANOTHER_PROCESS = """
import json, sys
from outline import parse
texts = json.load(sys.stdin)
json.dump([json.dumps(parse(text).model_dump()) for text in texts], sys.stdout)
"""


def outline_as_json(text: str) -> str:
    return json.dumps(parse(text).model_dump())


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return [outline_as_json(text) for text in TEXTS]


def test_twice(expected: list[str]) -> None:
    assert [outline_as_json(text) for text in TEXTS] == expected


def test_in_the_opposite_order(expected: list[str]) -> None:
    assert [outline_as_json(text) for text in reversed(TEXTS)] == expected[::-1]


def test_in_threads(expected: list[str]) -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # so that the threads do meet inside one parse
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            results = list(threads.map(outline_as_json, TEXTS * 3))
    finally:
        sys.setswitchinterval(interval)
    assert results == expected * 3


def test_first_parse_of_a_process_in_threads() -> None:
    """Whatever is loaded or compiled on first use must be ready for all threads that ask at once."""
    program = (
        "import sys; from concurrent.futures import ThreadPoolExecutor; from outline import parse\n"
        "sys.setswitchinterval(1e-6); text = sys.stdin.read()\n"
        f"with ThreadPoolExecutor({THREADS}) as threads:\n"
        f"    print(len({{parsed.model_dump_json() for parsed in threads.map(parse, [text] * {THREADS})}}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], input=SPEECH, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "1"


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_in_another_process(expected: list[str], seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        input=json.dumps(TEXTS),
        capture_output=True,
        encoding="ascii",
        env=os.environ | {"PYTHONHASHSEED": seed},
        check=True,
    )
    assert json.loads(done.stdout) == expected
