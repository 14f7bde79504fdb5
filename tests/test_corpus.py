"""Every `corpus/*.txt` holds cases of one phenomenon: an input, `---`, its outline; `===` stands between two cases.

A case opens with a line `# what it shows`; `[crlf]`, `[one line]` or `[one line with blanks]` in it says how the input lines are
joined. The outline has a line `marker | heading` for each section, two blanks a level. Before and after the sections may stand
`title:`, `salutation:`, `preamble:` and `closing:` with how that part begins, `furniture:` with all of it, parted by ` / `, or `none`;
`? ` before a section says that it may be missing. `traps.txt` (one trap a line) and `plain.txt` (no numbers at all) hold text
without any section.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from outline import Outline, parse

FOLDER = Path(__file__).parent / "corpus"
NO_SECTIONS_FILES = {"traps", "plain"}
PARTS = ("title", "salutation", "preamble", "closing", "furniture")
CLOSING_PUNCTUATION = "。；，：、;,:.？！?!…"


@dataclass(frozen=True)
class Case:
    """One input and what its outline must be; `parts` maps title, closing … to how they begin (None: absent)."""

    id: str
    about: str
    text: str
    parts: dict[str, str | None]
    sections: list[str]
    optional: frozenset[str]


def corpus() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem not in NO_SECTIONS_FILES | {"known_failures"}:
            blocks = path.read_text(encoding="utf-8").split("\n===\n")
            yield from (case_of(f"{path.stem}:{number}", block) for number, block in enumerate(blocks, 1))


def case_of(case_id: str, block: str) -> Case:
    head, _, rest = block.partition("\n")
    text, _, expected = rest.partition("\n---\n")
    assert head.startswith("# ") and expected.strip(), f"{case_id}: a case is '# about', input, '---', outline"
    parts: dict[str, str | None] = {}
    sections: list[str] = []
    for line in expected.rstrip("\n").split("\n"):
        name, colon, value = line.partition(": ")
        if colon and name in PARTS:
            parts[name] = None if value == "none" else value
        elif line != "no sections":
            sections.append(line)
    optional = frozenset(line[2:].rstrip() for line in sections if line.startswith("? "))
    lines = [line.removeprefix("? ").rstrip() for line in sections]
    return Case(case_id, head[2:], joined(text, head), parts, lines, optional)


def joined(text: str, about: str) -> str:
    for word, between in (("[crlf]", "\r\n"), ("[one line]", ""), ("[one line with blanks]", " ")):
        if word in about:
            return text.replace("\n", between)
    return text


def sections_of(outline: Outline) -> list[str]:
    return [
        f"{'  ' * (section.level - 1)}{section.marker.text} | {section.heading.text.rstrip(CLOSING_PUNCTUATION)}".rstrip()
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


def known_failures() -> set[str]:
    lines = (FOLDER / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return {line.split("#")[0].strip() for line in lines} - {""}


def marked(case_id: str, *values: object) -> object:
    known = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known failure")
    return pytest.param(*values, id=case_id, marks=[known] if case_id in known_failures() else [])


CASES = list(corpus())


@pytest.mark.parametrize("case", [marked(case.id, case) for case in CASES])
def test_outline_is_as_written_beside_the_text(case: Case) -> None:
    outline = parse(case.text)
    found, expected = without_optional(sections_of(outline), case)
    difference = "\n".join(unified_diff(expected, found, "expected", "found", lineterm="", n=99))
    assert not difference, f"{case.id}: {case.about}\n{case.text}\n\n{difference}"
    for part, beginning in case.parts.items():
        actual = beginning_of(outline, part)
        if beginning is None or actual is None or part in ("title", "salutation", "furniture"):
            assert actual == beginning, f"{case.id}: {part}"
        else:
            assert actual.startswith(beginning), f"{case.id}: {part} begins {actual[:20]!r}, not {beginning!r}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_crlf_changes_nothing(case: Case) -> None:
    if "\r" in case.text or "\n" not in case.text:
        pytest.skip("no bare line feeds to replace")
    assert sections_of(parse(case.text.replace("\n", "\r\n"))) == sections_of(parse(case.text))


def test_known_failures_name_cases() -> None:
    ids = {case.id for case in CASES} | {case_id for case_id, _ in TRAPS} | set(WHOLE_TRAPS)
    assert known_failures() <= ids


TRAP_LINES = [
    (f"traps:{number}", line)
    for number, line in enumerate((FOLDER / "traps.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("# ")
]
WHOLE_TRAPS = {
    "traps:lines": "\n".join(line for _, line in TRAP_LINES),
    "traps:glued": "".join(line for _, line in TRAP_LINES),
}
TRAPS = [*TRAP_LINES, *WHOLE_TRAPS.items()]


@pytest.mark.parametrize("text", [marked(case_id, text) for case_id, text in TRAPS])
def test_trap_enumerates_nothing(text: str) -> None:
    assert sections_of(parse(text)) == []


def test_traps_are_many_and_of_many_kinds() -> None:
    kinds = (FOLDER / "traps.txt").read_text(encoding="utf-8").count("\n# ")
    assert len(TRAP_LINES) >= 60 and kinds >= 20


def test_ten_thousand_characters_without_enumeration() -> None:
    once = (FOLDER / "plain.txt").read_text(encoding="utf-8")
    text = once * (10_000 // len(once) + 1)
    assert len(text) >= 10_000
    assert sections_of(parse(text)) == []
