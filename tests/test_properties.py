"""What must hold for any text whatever: nothing lost, nothing invented, nothing out of its place, no text too hard."""

import json
import os
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from leaf_text import leaf_text
from making.pieces import (
    BLANKS,
    BREAKS,
    CLOSINGS,
    CONNECTIVES,
    DRESSES,
    FURNITURE,
    OPENINGS,
    PHRASES,
    PUNCTUATION,
    marker,
)
from time_limits import check_growth, limited

from outline import Outline, Section, Span, parse
from outline.checking.findings import check as findings
from outline.document import Document, Sign
from outline.model import Table
from outline.numbering.candidates import lex
from outline.numbering.openings import openings_of
from outline.numbering.stacks import Open, Reading
from outline.page.dress import DRESS
from outline.unseen import INVISIBLE

SHARED = Path(__file__).parents[2] / "shared"
REAL_TEXTS = [
    path
    for folder in ("seeds", "corpus", "corpus/unlabelled", "mess")
    for path in sorted((SHARED / folder).glob("*.txt"))
]
DEEPEST = 64


def point(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    heading_end = st.sampled_from(["。", "；", "！", "", " ", "　", "\n", "\r\n", "。\n", "：\n", "\n\n"])
    return st.tuples(words, heading_end, words, st.sampled_from(["", "。", "\n", "。\n　　", "；"])).map("".join)


@st.composite
def series(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """Points that count on in one dress, now and then with a number missing or repeated, and `inner` under each."""
    dress = draw(st.sampled_from(DRESSES))
    numbers = draw(
        st.integers(1, 5).map(lambda last: list(range(1, last + 1))) | st.lists(st.integers(1, 10), max_size=5)
    )
    return "".join(marker(dress, number) + draw(inner) for number in numbers)


ANY_CHARACTER = st.characters(exclude_categories=())
MARKERS = st.builds(marker, st.sampled_from(DRESSES), st.integers(1, 10))
PHRASE = st.sampled_from(PHRASES)
SPEECHES = st.tuples(
    st.sampled_from(["", *OPENINGS]),
    st.recursive(
        point(PHRASE), lambda inner: series(inner) | st.tuples(point(PHRASE), series(inner)).map("".join), max_leaves=25
    ),
    st.sampled_from(["", *FURNITURE]),
    series(point(PHRASE)),
    st.sampled_from(["", *CLOSINGS]),
).map("".join)
PIECES = st.one_of(
    MARKERS,
    PHRASE,
    *map(st.sampled_from, (OPENINGS, CONNECTIVES, CLOSINGS, PUNCTUATION, BLANKS, BREAKS, FURNITURE)),
    st.text(ANY_CHARACTER, max_size=3),
)
HEAPS = (st.lists(PIECES, max_size=8) | st.lists(PIECES, min_size=15, max_size=60)).map("".join)


def thoroughly(examples: int) -> settings:
    """The same examples every time, or, with OUTLINE_NEW_EXAMPLES=1, others every time: a change is not to fail for what it did not do."""
    same = not os.environ.get("OUTLINE_NEW_EXAMPLES")
    return settings(
        max_examples=examples, deadline=None, derandomize=same, database=None, suppress_health_check=list(HealthCheck)
    )


def leaves_of_section(section: Section) -> Iterator[tuple[str, Span]]:
    """The leaves of `section` and of all below it, in the order in which they must stand in the text."""
    if section.marker:
        yield "marker", section.marker
    yield "heading", section.heading
    yield from (("body", span) for span in section.body)
    for below in section.sections:
        yield from leaves_of_section(below)
    yield from (("closing", span) for span in section.closing)


def leaves(outline: Outline) -> Iterator[tuple[str, Span]]:
    opening = [("preamble", span) for span in outline.preamble]
    opening += [(name, span) for name in ("title", "salutation") if (span := getattr(outline, name))]
    # A date often stands between the title and the salutation or above both: only the preamble has an order of its own.
    yield from sorted(opening, key=lambda leaf: leaf[1].start)
    for section in outline.sections:
        if outline.closing and section.start > outline.closing[0].start:
            break  # what is closed has annexes behind it
        yield from leaves_of_section(section)
    yield from (("closing", span) for span in outline.closing)
    for section in outline.sections:
        if outline.closing and section.start > outline.closing[0].start:
            yield from leaves_of_section(section)


def may_stand_between_leaves(character: str) -> bool:
    category = unicodedata.category(character)
    chooses_form = "\ufe00" <= character <= "\ufe0f"  # of the sign before it
    return character.isspace() or category[0] in "ZPS" or category in ("Cc", "Cf") or chooses_form


def check_leaves(text: str, outline: Outline, signs: Sequence[Sign] = ()) -> None:
    """Each leaf is what stands in `text` at its offsets without the furniture there, with what `signs` of markup show in their place."""
    inside: dict[int, list[Span]] = {}
    spans = list(leaves(outline))
    assert outline.preamble == sorted(outline.preamble, key=lambda span: span.start)
    for (_, before), (name, after) in pairwise(spans):
        assert before.end <= after.start, f"{name} {after!r} begins before the end of {before!r}"
    for before, after in pairwise(outline.furniture):
        assert before.end <= after.start, f"furniture {after!r} begins before the end of {before!r}"
    starts, ends = [span.start for _, span in spans], [span.end for _, span in spans]
    for furniture in outline.furniture:
        assert 0 <= furniture.start < furniture.end <= len(text), furniture
        assert furniture.text == leaf_text(text[furniture.start : furniture.end])
        for name, span in islice(spans, bisect_right(ends, furniture.start), bisect_left(starts, furniture.end)):
            whole = span.start <= furniture.start and furniture.end <= span.end
            assert whole, f"{furniture!r} sticks out of the {name} {span!r}"
            inside.setdefault(id(span), []).append(furniture)
    for name, span in spans:
        assert 0 <= span.start <= span.end <= len(text), span
        instead = {(furniture.start, furniture.end): "" for furniture in inside.get(id(span), [])}
        begun = (sign for sign in signs if span.start <= sign.start < span.end)
        source = seen(text, span, instead | {(sign.start, sign.end): sign.shown for sign in begun})
        if isinstance(span, Table):
            assert without_blanks(span.text) == without_blanks(source), f"the table in the {name} is not its source"
        else:
            assert span.text == leaf_text(source), f"the {name} is not its source"


def seen(text: str, span: Span, instead: dict[tuple[int, int], str]) -> str:
    """What is seen of a span with something `instead` of stretches of it, of which the first and longest counts."""
    kept, position = "", span.start
    for start, end in sorted(instead, key=lambda stretch: (stretch[0], -stretch[1])):
        if start >= position:
            kept, position = kept + text[position:start] + instead[start, end], end
    return kept + text[position : span.end]


def without_blanks(text: str) -> str:
    """What is left of a table: its rows stand below each other, its cells apart, and lines that draw it are left out."""
    return "".join(character for character in text if character.isalnum())


def check_nothing_lost(text: str, outline: Outline) -> None:
    position = 0
    for start, end in sorted(
        (span.start, span.end) for span in [*(span for _, span in leaves(outline)), *outline.furniture]
    ):
        lost = [character for character in text[position:start] if not may_stand_between_leaves(character)]
        assert not lost, f"{text[position:start]!r} at {position} is in no leaf"
        position = max(position, end)
    assert not [character for character in text[position:] if not may_stand_between_leaves(character)], (
        f"{text[position:]!r} lost"
    )


def check_sections(outline: Outline) -> None:
    waiting = [(1, "", outline.sections, 0, outline.source.chars)]
    while waiting:
        depth, above, sections, start, end = waiting.pop()
        assert not sections or depth <= DEEPEST
        for section in sections:
            assert section.level == depth
            assert section.marker
            assert section.path == above + section.marker.text
            assert start <= section.start <= section.marker.start < section.marker.end
            assert section.start < section.end <= end
            assert all(
                section.start <= span.start and span.end <= section.end for _, span in leaves_of_section(section)
            )
            assert section.marker.style
            assert 1 <= section.marker.number <= 9_999
            start = section.end
            waiting.append((depth + 1, section.path + "/", section.sections, section.start, section.end))


SIGNS_BEFORE_A_MARKER = DRESS.union("＃＊＞")


def check_ranges(text: str, outline: Outline) -> None:
    """The ranges of sections tile: nothing but blanks, furniture and the closing before an annex is between two, and each ends where the
    last part of it does."""
    inside = bytearray(len(text))
    for span in [*outline.furniture, *outline.closing]:
        inside[span.start : span.end] = b"\1" * (span.end - span.start)

    def is_blank(at: int) -> bool:
        return bool(inside[at]) or text[at].isspace() or text[at] in INVISIBLE

    for section in outline.walk():
        for one, other in pairwise(section.sections):
            assert all(map(is_blank, range(one.end, other.start))), f"{text[one.end : other.start]!r} is in no section"
        if section.sections and not section.closing:
            assert section.end == section.sections[-1].end
        assert section.marker
        before = range(section.start, section.marker.start)
        assert all(is_blank(at) or text[at] in SIGNS_BEFORE_A_MARKER for at in before), (
            f"{section.marker} does not begin its section"
        )
        assert section.end == section.marker.end or not is_blank(section.end - 1)
    for one, other in pairwise(outline.sections):
        assert all(map(is_blank, range(one.end, other.start))), f"{text[one.end : other.start]!r} is in no section"


def check_ways_in(outline: Outline) -> None:
    first: dict[str, Section] = {}
    for section in outline.walk():
        first.setdefault(section.path, section)
        below = list(section.walk())
        assert below[0] is section
        lines = outline.text_of(section).split("\n")
        wanted = [part.label + part.heading.text for part in below]
        wanted += [line for part in below for span in (*part.body, *part.closing) for line in span.text.split("\n")]
        assert sorted(lines) == sorted(wanted)
    for path, section in first.items():
        assert outline.find(path) is section
    assert outline.find("no such path") is None


def check_json(text: str, outline: Outline) -> None:
    assert Outline.model_validate(json.loads(json.dumps(outline.model_dump()))) == outline
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        assert Outline.model_validate_json(outline.model_dump_json()) == outline


def check(text: str) -> Outline:
    outline = parse(text)
    assert outline.source.chars == len(text)
    check_leaves(text, outline)
    check_nothing_lost(text, outline)
    check_sections(outline)
    check_ranges(text, outline)
    check_ways_in(outline)
    check_json(text, outline)
    found = findings(outline, severity="info")
    assert all(note in found for note in outline.notes)
    assert all(note.code and note.message and 0 <= note.start <= note.end <= len(text) for note in found)
    return outline


@thoroughly(600)
@given(SPEECHES)
def test_a_speech_in_any_dress(text: str) -> None:
    check(text)


@thoroughly(1500)
@given(HEAPS)
def test_a_heap_of_markers_words_and_anything(text: str) -> None:
    check(text)


@thoroughly(300)
@given(st.text(ANY_CHARACTER))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.skipif(not REAL_TEXTS, reason="the texts beside the repository are absent")
@pytest.mark.parametrize("path", REAL_TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_real_text(path: Path) -> None:
    check(path.read_bytes().decode("utf-8"))


@pytest.mark.skipif(not REAL_TEXTS, reason="the texts beside the repository are absent")
@pytest.mark.parametrize("path", REAL_TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_real_text_without_its_line_breaks(path: Path) -> None:
    check("".join(path.read_bytes().decode("utf-8").split("\n")))


MONOTONOUS = [
    *(
        "（",
        "(",
        "一、",
        "第",
        "1.",
        "1",
        "一",
        "①",
        "一是",
        "第一，",
        "（一）",
        "一、\n",
        "（一）\n",
        "1.\n",
        "第一篇：\n",
    ),
    *(
        "一、二、三、",
        "一是甲。二是乙。",
        "一、甲\n（一）乙\n1.丙\n",
        "\n",
        " ",
        "　",
        "。",
        "\r",
        "第7页\n",
        "同志们：",
        "中",
        "\ud800",
        "\x00",
    ),
    *(
        ".",
        "…",
        "-",
        "，",
        "甲",
        "甲......1\n",
        "1.2",
        "1.2.3",
        "廿",
        "壹",
        "十",
        "“",
        "[",
        "<br>",
        "一\n",
        "第一篇：甲\n一、乙\n",
    ),
]


@pytest.mark.parametrize("text", MONOTONOUS, ids=ascii)
def test_twenty_thousand_times_the_same(text: str) -> None:
    outline = parse((text * 20_000)[:20_000])
    check_leaves((text * 20_000)[:20_000], outline)
    check_nothing_lost((text * 20_000)[:20_000], outline)
    check_sections(outline)
    check_ranges((text * 20_000)[:20_000], outline)


def check_parse_growth(make: Callable[[int], str], size: int) -> None:
    parse(make(1))  # what is made once, the grammar above all, is no growth
    check_growth(make, parse, size)


@pytest.mark.parametrize("text", ["（", "一、", "1.2", "。", "\ud800"], ids=ascii)
def test_two_hundred_thousand_characters_of_the_same(text: str) -> None:
    """How fast it is says benchmarks/speed.py. Of `一、`, not much more are few enough to be read: page/crowding.py."""
    check_parse_growth(lambda size: (text * size)[:size], 200_000)


LONG: dict[str, tuple[Callable[[int], str], int]] = {
    "groups addressed": (lambda n: "一、甲\n二、乙。" + "各位甲；各位乙、" * n, 10_000),
    "blanks behind a page number": (lambda n: "第1页" + " " * n, 400_000),
    "words of a site": (lambda n: "文库" * n, 400_000),
    "word joiners": (lambda n: "一、修渠治水" + "\u2060" * n + "\n" + "一、修渠治水\n" * (n // 7), 100_000),
    "a heading that does not end": (lambda n: "一、修渠治水（" + "甲甲甲 " * n + "）\n二、修路\n", 60_000),
    "pairs": (lambda n: "一是修渠修路，二是修堤修坝，" + "（1）清淤泥，（2）砌石头，" * n, 4_000),
    "a wrapped heading": (lambda n: "一、" + "村里的路坏了好几处，大家出门都不方便，\n" * n + "。\n二、修路\n", 16_000),
    "circles": (lambda n: "①甲乙丙丁戊己②甲乙丙丁戊己" * n, 4_000),
    "paragraphs of rare words": (
        lambda n: "。".join(
            marker + "".join(chr(0x59B8 + i * 37 % 6_000) for i in range(n)) for marker in ("一、", "二、", "三、")
        ),
        400_000,
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_that_invites_to_start_over(name: str) -> None:
    """Each was read in quadratic time once."""
    check_parse_growth(*LONG[name])


@pytest.mark.parametrize(
    "text",
    ["各位代表们、" * 40, " 一»" * 40 + "。", "　　->" * 20 + "。", ">0\xa0" * 40 + "。"],
    ids=lambda text: ascii(text[:6]),
)
def test_a_short_text_that_was_read_in_exponential_time(text: str) -> None:
    with limited(10):
        assert parse(text).source.chars == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "⑴事\n—、统一是关键\n⑵十、一是一，二是五\n⑵",  # a point that repeats a number, in the middle of a series that hangs deeper
        "1）\n（一）\n2)；第一是。第二,\n2）",
        "四、。\n五、一\n（肆）；\n一\n住耕四\n五、六月份。\n五",
        "目录\n#",
        "目录\n一、甲\n##\n二、乙\n一、甲",
        "（<br>一）修路\n（二）种树",
        "一[SEP]、修路\n二、种树",
        "第1篇\n\u2064第2篇",
    ],
    ids=ascii,
)
def test_a_short_text_that_was_not_read(text: str) -> None:
    check(text)


def test_of_furniture_that_overlaps_in_part_nothing_is_lost() -> None:
    """Of the reader's, of notes that text was left out, and of tags and signs of markup."""
    text = "一、修路\n修到田头……（省略933字）……为止。\n二、种树\n好好<br>种。\n"
    for start in range(len(text) - 12):
        for length in (1, 2, 5, 9):
            document = Document(text, furniture=((start, start + length), (start + length // 2, start + length + 2)))
            outline = parse(document)
            check_leaves(text, outline)
            check_nothing_lost(text, outline)


def test_a_long_row_of_dotted_numbers() -> None:
    """Where digits can be told apart in several ways, a row that fails at its end is tried in all of them."""
    check(".".join(map(str, range(10, 99))) + ".")
    check("一、" + "．".join(map(str, range(1000, 1099))) + "％")


def test_levels_stop_at_the_deepest() -> None:
    """Whatever a reading says, and however many series stand in each other: 一甲…一乙…二乙…二甲."""
    (candidate,) = lex("一、修路")
    step = None
    for depth in range(1, 101):
        step = Open(step, None, 0, candidate, 1, 1, 0)
        (opening,) = openings_of(Reading(0.0, step), [candidate])
        assert opening.level == min(depth, 64)
    verbs = [chr(0x4E10 + i) for i in range(100)]
    down = "".join(f"一{verb}修路种树。\n" for verb in verbs)
    up = "".join(f"二{verb}挖渠种草。\n" for verb in reversed(verbs))
    check(down + up)
    numbered = "".join(f"{marker(dress, 1)}修路种树\n" for dress in DRESSES * 3)
    check(numbered + "".join(f"{marker(dress, 2)}修渠种草\n" for dress in reversed(DRESSES * 3)))
