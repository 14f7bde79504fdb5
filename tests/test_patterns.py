"""Every regular expression of the project, tried with repeated units of its own alphabet under a time limit.

A pattern that tells its parts apart in several ways is no slower than another until a text comes that makes it try them all: 82 characters
once took 3.5 seconds, 125 would have taken hours. OUTLINE_PATTERN_UNITS=400 tries more units for each repeated part than 48.
"""

import json
import os
import re
import re._parser as regex_parser  # type: ignore[import-not-found]
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pattern_alphabet import alphabet, single_items
from pattern_sites import TAKE_A_PATTERN, Site, modules, sites, sites_in, unheard
from pattern_units import hard_texts
from time_limits import TooSlow, check_growth, limited

TRIAL = Path(__file__).parent / "pattern_trial.py"
UNITS = int(os.environ.get("OUTLINE_PATTERN_UNITS", "48"))
LIMIT = 2.0
"""Seconds of processor time for one call on 4,000 characters: what is merely quadratic takes a tenth of it."""
SECONDS_FOR_ALL = 120 + 10 * UNITS


def trial(*patterns: str, limit: float = LIMIT) -> list[dict[str, Any]]:
    """What the trial of `patterns` says, or of all patterns of the project; AssertionError if it must be ended."""
    command = [sys.executable, str(TRIAL), str(UNITS), str(limit), *patterns]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS_FOR_ALL)
    except subprocess.TimeoutExpired as ended:
        said = (ended.stdout or b"").decode("utf-8", "replace").splitlines()
        pytest.fail(f"it did not come to an end: {said[-1] if said else 'nothing said'}")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_no_pattern_of_the_project_is_slow() -> None:
    first, *said, last = trial()
    assert last == {"done": True}
    assert not first["unheard"], "patterns that nobody tried: let pattern_sites run what compiles them"
    assert len([one for one in said if "trying" in one]) == first["patterns"] >= 60
    slow = [
        f"{one['slow']}: {one['way']} of {one['text'][:60]!r}… ({len(one['text'])})" for one in said if "slow" in one
    ]
    assert not slow, "\n".join(slow)


BREADCRUMBS = r"""(?x)
      (?:您的位置|您现在的位置|当前位置|所在位置).*
    | [^。！？<>\n]{1,60}(?:\s?[>»›]\s?[^<>»›。！？\n]{1,30})+
    | \S{2,12}(?:网|站)\s首页
    | (?=.*[\u4e00-\u9fff])(?:首页|下载|打印|全屏|收藏|分享|举报|关闭|返回|加大|还原|减小|大|中|小|字体|字号|正文|版权申诉|微信|微博|
        [\s\d【】\[\]（）():：|/>×·•])+
    | .{0,12}?(?:来源|來源|发布时间|发表时间|发布日期|上传时间|文档编号|浏览次数|字体|字号|点击数)\s?[:：].{0,80}
    | (?:时间|日期)\s?[:：].{0,40}
"""
FRONT_MATTER = (
    r"---[ \t]*\r?\n(?=\w)(?:(?:\w[\w .-]*:(?:[ \t].*)?|[ \t].*|- .*)?\r?\n)+?(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)"
)
SLOW = [
    BREADCRUMBS,
    FRONT_MATTER,
    "(a+)+b",
    "(?:a|a)*?b",
    "a*a*a*a*a*a*b",
    r"(?:同志们?|同志|们)*：",
    r"(?:.{1,9}、){0,20}：",
    "x(?=(?:y|yy)+z)",
]
QUICK = ["x*y", "(?:a++)+b", r"(?>同志们?|同志|们)*+：", r"[ \t]*+\n", r"\d{1,4}年"]


def test_patterns_that_were_slow_once_are_found_slow() -> None:
    """The first two stood in the project; the others are of the kinds that are known."""
    said = trial(*SLOW, *QUICK, limit=0.5)
    numbers = {one["pattern"]: one for one in said if "trying" in one}
    assert list(numbers) == [*SLOW, *QUICK]
    slow = [before["pattern"] for before, one in pairwise(said) if "slow" in one]
    assert slow == SLOW


def test_every_way_to_name_a_pattern_is_seen() -> None:
    source = """
import re
from outline.patterns import late, made_late
A = re.compile("a")
B = (re.compile(A_PART + "b"), [re.compile(
    rf"{A_PART}")])
def pattern(words):
    return re.sub(words, "", re.split(r"\\W", words)[0]), list(map(re.compile, words)), re.escape(words), re.MULTILINE
C = late("c"), late(A_PART), made_late(pattern, "d")
"""
    found = sorted((site.first_line, site.last_line, site.literal or "") for site in sites_in(source, "x.py"))
    assert found == [
        (4, 4, "a"),
        (5, 5, ""),
        (5, 6, ""),
        (8, 8, ""),
        (8, 8, ""),
        (8, 8, r"\W"),
        (9, 9, ""),
        (9, 9, "c"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "from re import compile",
        "import re as r",
        "import regex",
        "import re\nre.template('a')",
        "from outline.patterns import late as l",
    ],
)
def test_no_way_round(source: str) -> None:
    with pytest.raises(AssertionError):
        list(sites_in(source, "x.py"))


def test_no_place_is_missed() -> None:
    """Reading the source in a simpler way finds no more places than the tree of it."""
    words = re.compile(rf"\bre\.(?:{'|'.join(TAKE_A_PATTERN)})\b|\blate\(")
    said = sum(
        len(words.findall(line))
        for path in modules()
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith((">>>", "#"))
    )
    assert len(list(sites())) == said


def test_a_place_that_nothing_ran_is_told() -> None:
    asked, plain, silent = Site("x.py", 3, 5, None), Site("x.py", 7, 7, "a"), Site("x.py", 9, 9, None)
    assert unheard([asked, plain, silent], {("x.py", 4), ("y.py", 9)}) == [silent]


def test_the_alphabet_has_a_letter_for_what_is_told_apart() -> None:
    letters = alphabet(list(single_items(list(regex_parser.parse(r"[a-c]\s|[^a\n]")))), [], highest=0x10FFFF)
    told_apart = [[c for c in letters if c in kind] for kind in ("a", "bc", "\n", " \t\xa0")]
    assert all(len(kind) == 1 for kind in told_apart)
    assert len(letters) == 5


def test_hard_texts_are_the_same_every_time() -> None:
    texts = [[text.of_length(400) for text in hard_texts(r"一(?:[甲乙]、?)*。", 0, 24)] for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(set(texts[0])) > 24
    assert all(len(text) <= 400 for text in texts[0])
    assert any(text.startswith("一甲乙甲乙") or "甲、甲、" in text for text in texts[0])


def test_growth_tells_quadratic_from_linear() -> None:
    def make(size: int) -> str:
        return "a" * size

    check_growth(make, lambda text: [text.count(c) for c in text[:200]], 800_000)
    check_growth(make, lambda text: sum(1 for _ in text), 800_000)
    with pytest.raises(AssertionError, match="times as long"):
        check_growth(make, lambda text: sum(1 for _ in text for _ in text), 3_000)
    with pytest.raises(TooSlow):
        check_growth(make, lambda text: sum(1 for _ in text for _ in text), 300_000, limit=0.3)


def test_a_limit_ends_a_match() -> None:
    with pytest.raises(TooSlow), limited(0.2):
        re.match(r"(a+)+b", "a" * 40)
