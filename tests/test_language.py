"""The languages: which one holds, and that the catalogue is whole: every message of the code, with Chinese that fits, compiled."""

import ast
import ctypes
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest
from babel.messages.catalog import Catalog

from outline.language import (
    current_language,
    gettext,
    language_of_locale,
    ngettext,
    pgettext,
    use_language,
    using_language,
)

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "docs" / "messages.py"

spec = spec_from_file_location("messages", SCRIPT)
assert spec and spec.loader
messages = module_from_spec(spec)
spec.loader.exec_module(messages)


def misfits(catalogue: Catalog) -> list[tuple[str, str]]:
    """Messages and their Chinese that do not name the same fields, or dress them otherwise."""
    return [
        (forms[-1], string)
        for message in catalogue
        if message.id
        for forms in [(message.id,) if isinstance(message.id, str) else message.id]
        for string in ((message.string,) if isinstance(message.string, str) else message.string)
        if fields(string) != fields(forms[-1])
    ]


def fields(template: str) -> set[tuple[str, str, str]]:
    return {(name, spec or "", conversion or "") for _, name, spec, conversion in Formatter().parse(template) if name}


def test_english_is_spoken_unless_said_otherwise() -> None:
    assert current_language() == "en"
    assert gettext("interrupted") == "interrupted"


def test_chinese_is_spoken_where_it_is_asked_for() -> None:
    with using_language("zh"):
        assert (current_language(), gettext("interrupted")) == ("zh", "已中断")
        with using_language("en"):
            assert gettext("interrupted") == "interrupted"
        assert gettext("interrupted") == "已中断"
    assert current_language() == "en"


def test_nothing_and_what_is_in_no_catalogue_stay_as_they_are() -> None:
    with using_language("zh"):
        said = [gettext(""), gettext("{no such message}"), pgettext("facts", ", "), gettext(", ")]
    assert said == ["", "{no such message}", "，", "、"]


def test_program_chooses_its_language() -> None:
    use_language("zh")
    try:
        with ThreadPoolExecutor(1) as other:
            assert other.submit(gettext, "interrupted").result() == gettext("interrupted") == "已中断"
        with using_language("en"):
            assert gettext("interrupted") == "interrupted"
    finally:
        use_language("en")
    assert current_language() == "en"


def test_other_threads_do_not_speak_the_language_of_a_with() -> None:
    with using_language("zh"), ThreadPoolExecutor(1) as other:
        assert other.submit(current_language).result() == "en"


def test_number_chooses_the_form() -> None:
    assert [ngettext("{n} file", "{n} files", n).format(n=n) for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


@pytest.mark.parametrize("code", ["fr", "", "zh_CN", "EN"])
def test_language_that_is_not_known_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="en, zh"):
        use_language(code)
    with pytest.raises(ValueError, match="en, zh"), using_language(code):
        pass


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "zh-Hans-CN"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zhx"}, "en"),
        ({"LANG": "de_DE.UTF-8@euro"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX", "LANGUAGE": "zh"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en:zh"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "fr"}, "zh"),
        ({"LANGUAGE": "zh"}, "zh"),
    ],
)
def test_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


def test_catalogue_is_up_to_date_translated_and_compiled() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("identifier", "language"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0x0411, "en")])
def test_windows_is_asked_where_the_environment_says_nothing(
    identifier: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = SimpleNamespace(kernel32=SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier))
    monkeypatch.setattr(ctypes, "windll", system, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert language_of_locale({}) == language
    assert language_of_locale({"LANG": "zh_CN.UTF-8"}) == "zh"


CALLS = {"_", "gettext", "ngettext", "pgettext", "N_", "gettext_noop"}


def messages_in(source: str) -> list[str | None]:
    """What is handed to the functions of the catalogue, by the syntax of Python; None for what is no literal."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    calls = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in CALLS]
    handed = [call.args[1] if call.func.id == "pgettext" else call.args[0] for call in calls]
    return [node.value if isinstance(node, ast.Constant) else None for node in handed]


def test_every_literal_message_is_in_the_catalogue() -> None:
    """Babel does not look into f-strings: what stands there would be missed."""
    known = {
        form
        for message in messages.read(messages.PO)
        for form in ([message.id] if isinstance(message.id, str) else message.id)
    }
    for path in (ROOT / "outline").rglob("*.py"):
        if "language" not in path.parts:
            handed = messages_in(path.read_text("utf-8"))
            assert [message for message in handed if message is not None and message not in known] == [], path


def test_messages_in_the_code_are_seen() -> None:
    source = """f"{_('a')}" + pgettext("x", "b") + _(c) + ngettext("d {n}", "d {n}s", n)"""
    assert sorted(messages_in(source), key=str) == [None, "a", "b", "d {n}"]


TELLING = {"FileProblem", "NotDone", "WrongUsage", "BadParameter", "complain"}
DATA = ROOT / "outline" / "batch" / "sources"
"""What is told from here is data, and English."""


def untold_in_chinese(source: str) -> list[str]:
    """What is told to a person as it stands in the code, without the catalogue."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [(call, ast.unparse(call.func).rpartition(".")[2]) for call in calls]
    last = [(call.args[-1]) for call, name in names if name in TELLING and call.args]
    return [ast.unparse(node) for node in last if re.search("[A-Za-z]", words_in(node))]


def words_in(node: ast.AST) -> str:
    """What of a string is written in the code, not put in from elsewhere."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(words_in, node.values))
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_problems_are_told_through_the_catalogue() -> None:
    for path in (ROOT / "outline").rglob("*.py"):
        if DATA not in path.parents:
            assert untold_in_chinese(path.read_text("utf-8")) == [], path


def test_problem_that_is_told_past_the_catalogue_is_found() -> None:
    problems = 'raise FileProblem("a"); raise typer.BadParameter(f"b {c}"); complain(name, "d"); raise NotDone(_("e"))'
    source = f'{problems}; f("g"); FileProblem(f"{{h}}: {{i}}")'
    assert untold_in_chinese(source) == ["'a'", "f'b {c}'", "'d'"]


def test_fields_of_messages_and_translations_agree() -> None:
    assert misfits(messages.read(messages.PO)) == []


def test_message_that_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('_("{n:,} pages")\nngettext("{n} point", "{n} points", n)\n', "utf-8")
    found = messages.messages_of(tmp_path)
    assert [message.id for message in messages.untranslated(found)] == ["{n:,} pages", ("{n} point", "{n} points")]
    translated = messages.new_catalogue()
    translated.add("{n:,} pages", "{n:,}页")
    translated.add(("{n} point", "{n} points"), ("{m}个要点",))
    translated.add("gone", "没有了")
    whole = messages.up_to_date(translated, found)
    assert [message.id for message in messages.untranslated(whole)] == []
    assert "gone" not in [message.id for message in whole]
    assert misfits(whole) == [("{n} points", "{m}个要点")]


def test_translation_that_is_not_sure_is_found() -> None:
    catalogue = messages.new_catalogue()
    catalogue.add("one", "一", flags=["fuzzy"])
    assert [message.id for message in messages.untranslated(catalogue)] == ["one"]
