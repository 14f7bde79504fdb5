"""`outline.outlines`: many texts and files for a program."""

import itertools
from pathlib import Path

import pytest

from outline import FileProblem, Outline, outlines, parse

SPEECH = "一、修路\n先修村口。\n二、架桥\n"


@pytest.fixture
def sources(tmp_path: Path) -> list[str | Path]:
    (tmp_path / "a.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    return [SPEECH, tmp_path / "a.txt", tmp_path / "empty.txt", tmp_path / "missing.txt", "没有编号", ""]


@pytest.mark.parametrize("jobs", [None, 1])
def test_size_that_is_allowed_can_be_set(sources: list[str | Path], jobs: int | None) -> None:
    (found,) = outlines([sources[1]], jobs=jobs, max_size=20)
    assert isinstance(found, FileProblem) and str(found).startswith("is larger than 20 bytes, the limit")


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_outlines_come_in_order_and_errors_as_values(sources: list[str | Path], jobs: int | None) -> None:
    text, file, empty, missing, *rest = outlines(sources, jobs=jobs)
    assert text == parse(SPEECH) and [section.path for section in text.walk()] == ["一、", "二、"]
    assert file == parse(SPEECH, name=str(sources[1]))
    assert isinstance(empty, FileProblem) and str(empty) == "is empty: there is nothing to read"
    assert isinstance(missing, FileProblem) and str(missing) == "does not exist: check the name"
    assert all(isinstance(one, Outline) and not one.sections for one in rest)


def test_order_holds_over_many_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.batch.workers.pool.BYTES", 500)
    texts = [f"第{number}件\n" + SPEECH * (number % 7) for number in range(200)]
    titles = [one.source.chars for one in outlines(texts, jobs=2) if isinstance(one, Outline)]
    assert titles == [len(text) for text in texts]


@pytest.mark.parametrize("jobs", [None, 2])
def test_input_may_be_endless(jobs: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outline.batch.workers.pool.BYTES", 500)
    taken = 0

    def texts() -> itertools.chain[str]:
        nonlocal taken
        for taken in itertools.count(1):  # noqa: B007 – it is looked at below
            yield SPEECH

    first = list(itertools.islice(outlines(texts(), jobs=jobs), 50))
    assert len(first) == 50 and taken < 500


@pytest.mark.parametrize("jobs", [None, 1])
def test_what_is_no_source_is_an_error_as_a_value(jobs: int | None) -> None:
    given = [SPEECH, None, b"bytes", lambda: 1, 3, Path("\0")]
    found = list(outlines(given, jobs=jobs))  # type: ignore[arg-type]
    assert [type(one) for one in found] == [Outline, TypeError, TypeError, TypeError, TypeError, FileProblem]
    assert str(found[2]) == "a source must be a text (str) or a file (Path), not bytes"


def test_running_out_of_memory_is_a_value_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str) -> Outline:
        raise MemoryError

    monkeypatch.setattr("outline.parser.parse", parse)
    assert [type(one) for one in outlines([SPEECH])] == [MemoryError]


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"jobs": -1}, {"jobs": 2, "timeout": 0}, {"jobs": 2, "max_memory": -5}])
def test_what_nothing_can_keep_is_said_at_once(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"^\w+ must be more than 0, or None, not "):
        outlines([SPEECH], **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("single", [SPEECH, b"bytes", Path("a.txt")])
def test_a_single_source_is_no_list_of_sources(single: str | bytes | Path) -> None:
    with pytest.raises(TypeError, match="put a single one into a list"):
        outlines(single)  # type: ignore[arg-type]


class _Odd(Exception):
    """Can be pickled, but not be made again from what that gives."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one}\n{other}")


def test_errors_that_cannot_go_between_processes_are_told_in_words() -> None:
    from outline.batch.outlines import _portable

    fine = ValueError("fine")
    assert _portable(fine) is fine
    told = _portable(_Odd("a", "b"))
    assert isinstance(told, FileProblem) and str(told) == "_Odd: a\nb"
