"""Every case of `corpus/*.txt` is read as is written beside it; how cases are written says corpus_cases.py."""

import re
from collections.abc import Iterator
from difflib import unified_diff

import pytest
from corpus_cases import FOLDER, NO_MARKER, PAGES, Case, case_of, cases, is_as_written, known_failures

from outline import Outline, Span, parse
from outline.numbering.candidates import lex

CLOSING_PUNCTUATION = "。；，：、;,:.？！?!…"


def sections_of(outline: Outline) -> list[str]:
    return [
        f"{'  ' * (section.level - 1)}{section.marker.text if section.marker else NO_MARKER} | "
        f"{section.heading.text.rstrip(CLOSING_PUNCTUATION)}".rstrip()
        for section in outline.walk()
    ]


def without_optional(found: list[str], case: Case) -> tuple[list[str], list[str]]:
    """Both lists without the sections a reader may leave out, once each, wherever they hang."""
    kept, left = list(found), sorted(case.optional)
    expected = list(case.sections)
    for line in left:
        expected.remove(line)
        if kept.count(line) > expected.count(line):
            kept.remove(line)
    return kept, expected


def beginning_of(outline: Outline, part: str) -> str | None:
    value = getattr(outline, part)
    if part == "furniture":
        return " / ".join(span.text for span in value) or None
    if isinstance(value, list):
        return value[0].text if value else None
    return value.text if value else None


def marked(case_id: str, *values: object) -> object:
    reason = known_failures().get(case_id)
    known = pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason or "")
    return pytest.param(*values, id=case_id, marks=[known] if reason is not None else [])


CASES = list(cases())
WHOLE_PAGES = list(cases(PAGES))


@pytest.mark.parametrize("case", [marked(case.id, case) for case in CASES])
def test_outline_is_as_written_beside_the_text(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", [marked(case.id, case) for case in WHOLE_PAGES])
def test_outline_of_a_page_is_as_written_beside_it(case: Case) -> None:
    check(case)


def check(case: Case) -> None:
    """AssertionError if the text of the case is not read as the case says."""
    document = case.read()
    outline = parse(document)
    found, expected = without_optional(sections_of(outline), case)
    difference = "\n".join(unified_diff(expected, found, "expected", "found", lineterm="", n=99))
    assert not difference, f"{case.id}: {case.about}\n{case.text}\n\n{difference}"
    for part, beginning in case.parts.items():
        actual = beginning_of(outline, part)
        if beginning is None or actual is None or part in ("title", "salutation", "furniture"):
            assert actual == beginning, f"{case.id}: {part}"
        else:
            assert actual.startswith(beginning), f"{case.id}: {part} begins {actual[:20]!r}, not {beginning!r}"
    check_bodies(case, outline)
    said = "\n".join(leaf.text for leaf in leaves_of(outline))
    for words in case.outside:
        assert words in case.text, f"{case.id}: {words} are not there"
        assert words not in said, f"{case.id}: {words} are in the outline"
    if case.notes is not None:
        notes = [f"{note.code} {document.text[note.start : note.end]}".rstrip() for note in outline.notes]
        assert notes == case.notes, f"{case.id}: notes"
    if case.tokens is not None:
        tokens = [f"{token.number} {token.style} {token.text}" for token in lex(document)]
        assert tokens == case.tokens, f"{case.id}: tokens"


def leaves_of(outline: Outline) -> Iterator[Span]:
    """What the outline says: all of it but marks and furniture."""
    yield from filter(None, (outline.title, outline.salutation))
    yield from (*outline.preamble, *outline.closing)
    for section in outline.walk():
        yield from (section.heading, *section.body, *section.closing)


def check_bodies(case: Case, outline: Outline) -> None:
    """The body of the nth section that is written on a line is that of the nth section found with this line."""
    found = list(zip(sections_of(outline), outline.walk(), strict=True))
    for at, paragraphs in case.bodies.items():
        line = case.sections[at]
        same = [section for other, section in found if other == line]
        section = same[case.sections[:at].count(line)]
        texts = [span.text for span in section.body]
        agree = len(texts) == len(paragraphs) and all(map(is_as_written, texts, paragraphs))
        assert agree, f"{case.id}: the body of {line!r} is {texts}, not {paragraphs}"


@pytest.mark.parametrize("case_id", ["chunk-numbers:1", "page-contents:1", "page-contents:2"])
def test_what_a_page_puts_into_a_text_is_known_in_the_second_text_of_a_file_too(case_id: str) -> None:
    case = next(case for case in CASES if case.id == case_id)
    once, twice = parse(case.text), parse(f"{case.text}\n{case.text}")
    assert once.furniture and [span.text for span in twice.furniture] == 2 * [span.text for span in once.furniture]
    assert sections_of(twice) == 2 * sections_of(once)


def test_known_failures_name_cases_and_say_why() -> None:
    ids = {case.id for case in (*CASES, *WHOLE_PAGES)} | {case_id for case_id, _ in TRAPS} | set(WHOLE_TRAPS)
    assert set(known_failures()) <= ids
    assert all(len(reason) >= 10 for reason in known_failures().values())


def test_comments_are_in_chinese() -> None:
    comments = {case.id: re.sub(r"\[[a-z0-9 -]+\]", "", case.about) for case in (*CASES, *WHOLE_PAGES)}
    comments |= {
        f"traps: {line}": line for line in (FOLDER / "traps.txt").read_text("utf-8").splitlines() if line[:2] == "# "
    }
    comments |= known_failures()
    assert [place for place, comment in comments.items() if not re.search("[\u4e00-\u9fff]{2}", comment)] == []
    assert [place for place, comment in comments.items() if re.search("[a-z]{3,} [a-z]{2,}", comment)] == []


WRITTEN = """# 一个样例
一、修渠
渠要修到田头。要早修。
三、清淤
---
title: none
一、 | 修渠
> 渠要修到田头。…
三、 | 清淤
>
note: missing-number 三、
token: 1 一、 一、
token: 3 一、 三、"""


def test_a_case_says_all_this() -> None:
    check(case_of("written:1", WRITTEN))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: none", "title: 一、修渠"),
        ("title: none", "outside: 修到田头"),
        ("一、 | 修渠", "一、 | 修路"),
        ("一、 | 修渠", "  一、 | 修渠"),
        ("> 渠要修到田头。…", "> 渠要修到田头。"),
        ("> 渠要修到田头。…", ">"),
        ("> 渠要修到田头。…", "> 渠要修到田头。…\n> 要早修。"),
        ("清淤\n>", "清淤\n> 渠要修到田头。…"),
        ("note: missing-number 三、", "note: missing-number 一、"),
        ("note: missing-number 三、", "note: none"),
        ("token: 3 一、 三、", "token: 2 一、 三、"),
        ("\ntoken: 3 一、 三、", ""),
    ],
)
def test_a_case_that_says_otherwise_fails(right: str, wrong: str) -> None:
    text, _, expected = WRITTEN.partition("---")
    assert right in expected
    with pytest.raises(AssertionError):
        check(case_of("written:1", text + "---" + expected.replace(right, wrong)))


TRAP_LINES = [
    (f"traps:{number}", line)
    for number, line in enumerate((FOLDER / "traps.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("# ")
]
LINE_OF_A_PAGE = 38


def kinds_of_traps() -> dict[str, list[str]]:
    """The traps by what the comment above them says of their kind."""
    blocks = (FOLDER / "traps.txt").read_text(encoding="utf-8").split("\n# ")[1:]
    return {name: list(filter(None, lines)) for name, *lines in map(str.splitlines, blocks)}


def together(name: str, lines: list[str]) -> dict[str, str]:
    """Traps together: on lines of their own, without line ends, and wrapped as in the text of a PDF."""
    wrapped = [
        f"　　{line}"[at : at + LINE_OF_A_PAGE] for line in lines for at in range(0, len(line) + 2, LINE_OF_A_PAGE)
    ]
    forms = {"lines": "\n".join(lines), "glued": "".join(lines), "wrapped": "\n".join(wrapped)}
    return {f"traps:{name}{form}": text for form, text in forms.items()}


WHOLE_TRAPS = together("", [line for _, line in TRAP_LINES])
for kind, lines in kinds_of_traps().items():
    WHOLE_TRAPS |= together(f"{kind} ", lines)
TRAPS = [*TRAP_LINES, *WHOLE_TRAPS.items()]


@pytest.mark.parametrize("text", [marked(case_id, text) for case_id, text in TRAPS])
def test_trap_enumerates_nothing(text: str) -> None:
    assert sections_of(parse(text)) == []


def test_traps_are_many_and_of_many_kinds() -> None:
    kinds = kinds_of_traps()
    assert len(TRAP_LINES) >= 60 and len(kinds) >= 20
    assert sum(map(len, kinds.values())) == len(TRAP_LINES)


def test_ten_thousand_characters_without_enumeration() -> None:
    once = (FOLDER / "plain.txt").read_text(encoding="utf-8")
    text = once * (10_000 // len(once) + 1)
    assert len(text) >= 10_000
    assert sections_of(parse(text)) == []
