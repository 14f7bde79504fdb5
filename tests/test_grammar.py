"""The grammar is the only place where marker syntax stands, and all of it is used."""

import ast
import json
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as regex_parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lark import Lark, Token
from lark.exceptions import GrammarError, UnexpectedToken
from test_corpus import CASES, TRAPS, known_failures

import outline
from outline.document import as_document
from outline.notation import grammar_files
from outline.notation.grammar_files import any_marker, first_characters, folder, marker_terminals, pattern
from outline.notation.grammar_reader import read_terminals
from outline.notation.standard_forms import LEVELS
from outline.notation.styles import STYLES, is_for_running_text
from outline.notation.terminal import Terminal
from outline.numbering.candidates import Candidate, lex
from outline.numbering.matches import of_terminals
from outline.page.page import lay_out
from outline.parser import markers, parse
from outline.sections import folding
from outline.sections.lark_folding import EventLexer, lark, table_of

PACKAGE = Path(outline.__file__).parent
FILES = {path.name: path.read_text("utf-8") for path in sorted(folder().glob("*.lark"))}
TERMINALS = {terminal.name: terminal for terminal in marker_terminals()}
DEFINITION = re.compile(r"^(?P<name>[A-Z][A-Z_0-9]*)(?:\.(?P<priority>\d+))?: *(?P<body>.*)$", re.MULTILINE)


def accepted() -> dict[str, Candidate]:
    """A marker of each terminal that counts in a case of the corpus."""
    texts = [case.text for case in CASES if case.id not in known_failures()]
    return {marker.numbering.terminal: marker for text in texts for marker in markers(text)}


ACCEPTED = accepted()


# --- the outline: events


def strictly(source: str) -> Lark:
    return Lark(source, parser="lalr", strict=True, start="outline", lexer=EventLexer)


def test_grammar_loads_strictly_and_so_without_conflict() -> None:
    strictly(FILES["outline.lark"])
    assert lark().options.strict


def test_strict_loading_would_tell_of_a_conflict() -> None:
    """What a grammar of levels would do: a section ends where the next begins, or does it?"""
    with pytest.raises(GrammarError, match="conflict"):
        strictly('outline: section*\nsection: A section* | section A\nA: "、"\n')


def test_grammar_of_the_outline_knows_no_marker() -> None:
    assert not set(re.findall(r"[A-Z_0-9]+", FILES["outline.lark"])) & (TERMINALS.keys() - {"PART"})


def test_the_table_of_the_outline_is_what_lark_makes() -> None:
    """If it fails: python docs/grammar_tables.py."""
    table = json.loads(folding.TABLE.read_text("utf-8"))
    assert table == json.loads(json.dumps({"grammar": grammar_files.digest(folding.OF_OUTLINE), **table_of(lark())}))


def test_lark_folds_events_as_the_table_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case.text for case in CASES]
    by_table = [parse(text) for text in texts]
    monkeypatch.setattr(folding, "TABLE", tmp_path / "outline_grammar.json")
    monkeypatch.setattr(folding, "_tables", folding._tables.__wrapped__)
    assert folding._tables() is None
    assert [parse(text) for text in texts] == by_table


class Plain:
    """No more than Lark asks of what a custom lexer yields: a type, and, of the last one, a place."""

    start_pos = line = column = end_line = end_column = end_pos = None

    def __init__(self, type_: str) -> None:
        self.type = type_


@pytest.mark.parametrize("token", [Plain, lambda type_: Token(type_, "")], ids=["plain", "token"])
def test_what_lark_does_with_events(token: Callable[[str], object]) -> None:
    """What is relied on: any input goes to `lex` as it is, what comes out is only asked for its type, and the
    configuration of a lexer names what the grammar ignores. If a new Lark fails here, its bound in pyproject.toml must be lower."""
    given = [token(name) for name in ("TITLE", "FURNITURE", "OPEN", "MARKER", "HEADING", "FURNITURE", "CLOSE")]
    seen: list[object] = []

    class Watching(EventLexer):
        def lex(self, events: list[Any]) -> Iterator[Any]:
            seen.append(events)
            return super().lex(events)

    tree = Lark(FILES["outline.lark"], parser="lalr", strict=True, start="outline", lexer=Watching).parse(given)  # type: ignore[arg-type]
    assert seen == [given] and seen[0] is given
    assert list(tree.scan_values(lambda leaf: leaf is not None)) == [given[n] for n in (0, 2, 3, 4, 6)]


@pytest.mark.parametrize(
    "types",
    [
        "CLOSE",
        "OPEN MARKER CLOSE",
        "OPEN MARKER HEADING",
        "PARAGRAPH",
        "TITLE TITLE",
        "CLOSING OPEN HEADING CLOSE",
        "OPEN MARKER HEADING CLOSING CLOSE",
        "OPEN MARKER HEADING OPEN HEADING CLOSE PARAGRAPH CLOSE",
        "OPEN HEADING CLOSE SALUTATION",
    ],
)
def test_what_is_no_document_is_refused(types: str) -> None:
    with pytest.raises(UnexpectedToken):
        strictly(FILES["outline.lark"]).parse([Plain(name) for name in types.split()])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "types",
    [
        "",
        "FURNITURE",
        "PREAMBLE SALUTATION PREAMBLE TITLE",
        "CLOSING CLOSING",
        "OPEN HEADING CLOSE",
        "OPEN PART HEADING PARAGRAPH OPEN MARKER HEADING CLOSE CLOSING CLOSE OPEN MARKER HEADING CLOSE CLOSING",
    ],
)
def test_what_is_a_document_is_taken(types: str) -> None:
    strictly(FILES["outline.lark"]).parse([Plain(name) for name in types.split()])  # type: ignore[arg-type]


# --- the terminals


def unused(markers_file: str, numerals_file: str) -> set[str]:
    """The terminals that no marker terminal is or is made of."""
    bodies = {m["name"]: m["body"] for text in (markers_file, numerals_file) for m in DEFINITION.finditer(text)}
    waiting, used = [*TERMINALS], set()
    while waiting:
        name = waiting.pop()
        if name in bodies and name not in used:
            used.add(name)
            waiting += re.findall(r"[A-Z][A-Z_0-9]*", re.sub(r'"[^"]*"|/[^/]*/', " ", bodies[name]))
    return bodies.keys() - used


def test_no_terminal_is_unused() -> None:
    assert unused(FILES["markers.lark"], FILES["numerals.lark"]) == set()


@pytest.mark.parametrize("planted", ['STRAY: "甲"', 'STRAY.95: "甲" HAN_NUMBER "、"'])
def test_unused_terminal_would_be_found(planted: str) -> None:
    assert unused(FILES["markers.lark"] + planted + "\n", FILES["numerals.lark"]) == {"STRAY"}


def test_every_marker_terminal_stands_in_the_markers_file_with_a_priority() -> None:
    priorities = {m["name"]: m["priority"] for m in DEFINITION.finditer(FILES["markers.lark"])}
    assert {name: str(terminal.priority) for name, terminal in TERMINALS.items()} == {
        name: priorities[name] for name in TERMINALS
    }


def test_every_terminal_of_the_markers_file_with_a_priority_is_a_marker() -> None:
    """What has a priority is a marker; what has none is a part of one."""
    with_priority = {m["name"] for m in DEFINITION.finditer(FILES["markers.lark"]) if m["priority"]}
    assert with_priority == TERMINALS.keys()


@pytest.mark.parametrize("name", TERMINALS)
def test_every_marker_terminal_counts_in_a_case(name: str) -> None:
    assert name in ACCEPTED, f"no case of tests/corpus has a marker of {name} that counts"


@pytest.mark.parametrize("name", TERMINALS)
def test_style_tells_what_is_for_running_text(name: str) -> None:
    """The style alone, as an outline has it, tells these terminals from the others."""
    in_words = {"ORDINAL", "ORDINAL_VERB", "AMONG", "NUMERAL_IS", "NUMERAL_VERB", "SEQUENCE", "ASPECT"}
    assert is_for_running_text(ACCEPTED[name].style) == (ACCEPTED[name].kind in in_words)


@pytest.mark.parametrize("kind", STYLES)
def test_style_has_the_example_of_its_terminal(kind: str) -> None:
    example, behind = STYLES[kind].example, "\n" if kind == "BARE" else " "
    second = "II." if kind == "ROMAN" else "ii)"  # by it a letter alone is a Roman numeral
    series = [example, second] if kind.startswith("ROMAN") else [example]
    assert {c.kind for c in lex("\n".join(f"{marker}{behind}修路修渠" for marker in series))} == {kind}


def test_every_terminal_has_a_style() -> None:
    assert {re.sub(r"_(\d|LAST)$", "", name) for name in TERMINALS} == STYLES.keys()


@pytest.mark.parametrize("name", ["markers.lark", "references.lark", "slips.lark"])
def test_the_table_of_terminals_is_what_lark_reads(name: str) -> None:
    """If it fails: python docs/grammar_tables.py."""
    table = json.loads(grammar_files.TABLE.read_text("utf-8"))
    assert table["grammar"] == grammar_files.digest(grammar_files.OF_TERMINALS)
    assert [Terminal(*row) for row in table[name]] == read_terminals(folder() / name)
    assert table["any marker"] == any_marker()


def test_a_table_of_another_grammar_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes the grammar sees at once what that does."""
    for file, source in FILES.items():
        (tmp_path / file).write_text(source.replace('"章"', '"回"'), "utf-8")
    monkeypatch.setattr(grammar_files, "folder", lambda: tmp_path)
    monkeypatch.setattr(grammar_files, "_table", grammar_files._table.__wrapped__)
    changed = {terminal.name: terminal for terminal in marker_terminals.__wrapped__()}
    assert changed["CHAPTER"].regexp == TERMINALS["CHAPTER"].regexp.replace("章", "回") != TERMINALS["CHAPTER"].regexp
    assert changed["CHAPTER_SECTION"] == TERMINALS["CHAPTER_SECTION"]


def test_without_the_table_the_pattern_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = marker_terminals(), pattern()
    monkeypatch.setattr(grammar_files, "TABLE", tmp_path / "terminals.json")
    monkeypatch.setattr(grammar_files, "_table", grammar_files._table.__wrapped__)
    assert (marker_terminals.__wrapped__(), pattern.__wrapped__()) == shipped


# --- where a candidate can begin


def test_this_python_reads_its_own_patterns() -> None:
    assert grammar_files.regex_parser, (
        "re._parser is gone: patterns are not narrowed, and a text takes ten times as long"
    )


def test_where_no_pattern_can_be_read_the_same_candidates_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case.text for case in CASES]
    narrowed = [[match.span(match.lastgroup or 0) for match in pattern().finditer(text)] for text in texts]
    monkeypatch.setattr(grammar_files, "regex_parser", None)
    anywhere = re.compile(any_marker())
    assert anywhere.pattern != pattern().pattern
    assert [[match.span(match.lastgroup or 0) for match in anywhere.finditer(text)] for text in texts] == narrowed


def scanned_for() -> set[str]:
    """The class of characters that the lexer's one pattern begins with."""
    code, members = regex_parser.parse(pattern().pattern)[0]
    assert code is op.IN
    return {
        chr(c)
        for code, argument in members
        for c in ([argument] if code is op.LITERAL else range(argument[0], argument[1] + 1))
    }


def test_class_of_first_characters_comes_from_the_terminals() -> None:
    assert scanned_for() == set().union(*(first_characters(t.regexp) for t in TERMINALS.values()))


@pytest.mark.parametrize("name", TERMINALS)
def test_no_candidate_begins_with_another_character(name: str) -> None:
    """Every other character of the basic plane in the place of a marker's first makes none of this terminal."""
    scanned = scanned_for()
    others = [c for c in map(chr, range(1, 0xFFFF)) if c not in scanned and c not in "\n\r"]
    text = "\n" + "".join(f"{other}{ACCEPTED[name].text[1:]}\n" for other in others)
    starts = range(1, len(text), len(ACCEPTED[name].text) + 1)
    alone = re.compile(TERMINALS[name].regexp)
    assert not [match[0] for match in alone.finditer(text) if match.start() in starts]


def test_one_pattern_finds_what_its_terminals_find_alone() -> None:
    """Wherever a terminal matches by itself, a candidate begins, or an earlier one covers the place, or the page sets it aside."""
    for text in (*(case.text for case in CASES), *(text for _, text in TRAPS)):
        if not text.isprintable():  # of several lines: the working text may be another
            continue
        page = lay_out(as_document(text))
        spans = [*page.furniture, *((start, end) for _, start, end in of_terminals(page))]
        covered = {at for span in spans for at in range(*span)}
        for name, terminal in TERMINALS.items():
            for match in re.finditer(terminal.regexp, text):
                assert match.start() in covered, (name, match, text)


# --- no marker shape outside the grammar

_NUMERALS = "一二三四五六七八九十百千〇零壹贰叁㈠-㈩①-⑳⑴-⒛Ⅰ-Ⅻ０-９0-9"
_QUANTIFIER = r"(?:[*+?]|\{[0-9,]+\})[+?]?"
_BLANKS = rf"(?:(?:\\s|\s)(?:{_QUANTIFIER})?)*"
_NUMERAL = rf"\(?(?:\\d|[\1{_NUMERALS}])(?:{_QUANTIFIER})?\)?"
_BEHIND, _BEFORE = r"(?:[\2、．）是要]|\\[.)])", r"(?:[\3第其（]|\\\()"
SHAPE = re.compile(f"{_NUMERAL}{_BLANKS}{_BEHIND}|{_BEFORE}{_BLANKS}{_NUMERAL}|\0[、．）]|[第（]\0")
"""A numeral, as text or in a regular expression, next to what a marker wears; NUL stands for a value put into an f-string."""

_CLASS = re.compile(r"\[(\^?)([^\]]+)\]")
_UNDRESSED = ("BARE", "DECIMAL")

ALLOWED = {
    "previews.py": re.compile(
        r"[^一-鿿]*、"
    ),  # 7、 of a sharing site: told by its distances from the others, and furniture
    "styles.py": re.compile("|".join(re.escape(style.example) for style in STYLES.values())),
    "standard_forms.py": re.compile(
        "|".join(map(re.escape, [*LEVELS, "（\0）", "第\0，"]))
    ),  # as the standards write them
    "numbering_rules.py": re.compile(r".*(?:\n|。).*", re.DOTALL),  # examples, and what they are to show
    "style_rules.py": re.compile(r".*(?:\n|。).*|GB/T .*", re.DOTALL),
    "draft.py": re.compile(r"\\d\{1,9\}\[\.\)\]"),  # the items of lists in Markdown
    "contents_links.py": re.compile(r".*\\d\{1,9\}\[\.\)\].*"),  # the same, in a table of contents
    "closings.py": re.compile(r".*印发.*"),  # a date: 2023.4.1
    "contents_entries.py": re.compile(r".*页.*"),  # the pages behind the entries of a table of contents: （3）, 第3页
    "bylines.py": re.compile(r".*卷期号.*", re.DOTALL),  # which number of a periodical: 第3期
    "cuts.py": re.compile(r".*此处.*", re.DOTALL),  # notes in brackets that text was left out
    "fields.py": re.compile(r".*eq.*"),  # a field of Word that draws a circle around a number
    "phrases_on_lines.py": re.compile(r".*[回解]答.*"),  # how many answers: （2条）
    "phrases_at_head.py": re.compile(r".*版.*"),  # the page of a newspaper: 第3版
    "footnotes.py": re.compile(r".*\(\?!\\d\)"),  # the number of a note at the foot of a page
}
"""The literals in modules of the package that may hold a marker shape."""


def shapes(source: str) -> Iterator[str]:
    """The literals of a Python module that hold a marker shape; docstrings and other strings that do nothing are left out."""
    tree = ast.parse(source)
    idle = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in idle or id(node) in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(v.value) if isinstance(v, ast.Constant) else "\0" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if SHAPE.search(_CLASS.sub(class_in_short, text)) or is_marker(text):
            yield text


def class_in_short(match: re.Match[str]) -> str:
    """What a class of a regular expression stands for: a numeral, what stands behind one or before it, a blank, or none of these."""
    negated, members = match.groups()
    if negated:
        return "\4"
    if re.fullmatch(f"[{_NUMERALS}-]+", members):
        return "\1"
    if re.fullmatch(r"(?:\\s|\\u3000|\\xa0|\\t|\s)+", members):
        return " "
    if re.search(r"[\w\s]", members):
        return "\4"
    return "\2" if re.search("[、．.）)]", members) else "\3" if re.search("[（(]", members) else "\4"


def is_marker(text: str) -> bool:
    """Is `text` a marker, and more than a numeral?"""
    dressed = [t.regexp for name, t in TERMINALS.items() if name not in _UNDRESSED]
    return not re.fullmatch(f"[{_NUMERALS}]+", text) and any(re.fullmatch(regexp, text) for regexp in dressed)


def test_no_marker_shape_stands_outside_the_grammar() -> None:
    found = {(path.name, text) for path in PACKAGE.rglob("*.py") for text in shapes(path.read_text("utf-8"))}
    allowed = {(name, text) for name, text in found if name in ALLOWED and ALLOWED[name].fullmatch(text)}
    assert found - allowed == set(), "marker syntax belongs into grammar/markers.lark"
    assert {name for name, _ in allowed} == ALLOWED.keys(), "allowed, but no longer there"


@pytest.mark.parametrize(
    "planted",
    [
        'HEAD = "一、"',
        'HEAD = re.compile(r"[一二三四五六七八九十]+、")',
        'HEAD = re.compile(r"^\\s*([一二三]{1,3})\\s*[、.．]")',
        'HEAD = re.compile(r"[（(]\\s*[一二三]+\\s*[）)]")',
        'HEAD = re.compile(r"\\d+\\.")',
        'HEAD = re.compile("（\\\\d+）")',
        'HEAD = re.compile(r"第[一二三]+章")',
        'HEAD = re.compile(r"[一二三四]是")',
        'if line.startswith("第一，"): pass',
        'if work.startswith(f"{number}、", start): pass',
        'if work.startswith(f"（{number}）"): pass',
        'NEXT = ("首先", "其次")',
    ],
)
def test_planted_marker_shape_is_found(planted: str) -> None:
    assert list(shapes(planted))


@pytest.mark.parametrize(
    "planted",
    [
        '"""一、 is a marker."""',
        'def f():\n    """（一） is one too."""',
        'DIGITS = "一二三四五六七八九"',
        'FIRST = {"①", "Ⅰ"}',
        'BEFORE = re.compile(r"[A-Z0-9、，（]\\s")',
        'VERSION = "1.2"',
        'message = f"number {number} is missing"',
        'LEVEL = {"第": 1}',
        'WIDTH = re.compile(r"\\s{1,3}")',
    ],
)
def test_what_is_no_marker_shape_is_not_found(planted: str) -> None:
    assert list(shapes(planted)) == []
