"""Texts by the grammar: parsed, checked, cut into chunks and written in every format, each keeps what is promised of any text.

pytest tries some, the same ones every time. For longer, with new ones every time, or led by what they reach (needs atheris):

    PYTHONPATH=tests python tests/fuzz/test_fuzz_texts.py --minutes 10 [--seed N] [--keep FOLDER]
    PYTHONPATH=tests python tests/fuzz/test_fuzz_texts.py --atheris FOLDER [-max_total_time=600 and other options of libFuzzer]

A text of which something does not hold is kept in FOLDER, as Python writes it, and made shorter first.
"""

import argparse
import re
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from chunk_rules import check_neighbours, check_sizes
from chunk_rules import check_nothing_lost as check_nothing_lost_of_chunks
from grammar_texts import Texts
from making.as_html import FORMS, as_html
from test_fuzz import check as check_file
from test_properties import check as check_text
from test_properties import check_leaves, check_nothing_lost

from outline import chunks, parse, render
from outline.unseen import UNSEEN
from outline.writers.formats import FORMATS

FEW = 60
SHORTEN_FOR = 30
"""Seconds."""


def check_writers(text: str) -> None:
    outline = parse(text, name="a")
    for format in FORMATS:
        for options in ({"body": True, "offsets": True}, {"depth": 1, "body": False}):
            written = render(outline, format, **options)  # type: ignore[call-overload]
            if isinstance(written, str):
                written.encode()
                assert not UNSEEN.search(re.sub(r"[\n\r\t]|\A\ufeff", "", written)), format


def check_pieces(text: str) -> None:
    outline = parse(text)
    for size, verbatim in ((60, False), (200, True)):
        found = chunks(outline, max_size=size, verbatim=verbatim)
        check_sizes(found, size)
        check_nothing_lost_of_chunks(text, outline, found, signs=not verbatim)
        check_neighbours(found)


def check_document(text: str, texts: Texts) -> None:
    document = texts.document(text)
    outline = parse(document)
    check_leaves(text, outline)
    check_nothing_lost(text, outline)


def check_files(text: str) -> None:
    check_file(text.encode("utf-8", "replace"), "text")
    check_file(text.encode("gb18030", "replace"))
    check_file(text.encode("utf-8", "replace"), "markdown")
    for form in sorted(FORMS):
        check_file(as_html(text, form).encode("utf-8", "replace"), "html")


def check_one(texts: Texts, *, files: bool) -> str:
    """Make a text and see what holds of it. AssertionError, or whatever is raised that should not be, with the text as a note."""
    text = texts.text()
    try:
        check_text(text)
        check_writers(text)
        check_pieces(text)
        check_document(text, texts)
        if files:
            check_files(text)
    except Exception as error:
        error.add_note(ascii(text))
        raise
    return text


@pytest.mark.parametrize("part", range(4))
def test_texts_by_the_grammar_keep_what_is_promised(part: int) -> None:
    random = Random(part)
    for n in range(FEW // 4):
        check_one(Texts(random.randrange), files=n % 12 == 0)


def test_texts_are_full_of_points() -> None:
    """Lest nothing be found because nothing is there."""
    random = Random(0)
    outlines = [parse(Texts(random.randrange).text()) for _ in range(60)]
    assert sum(1 for outline in outlines for section in outline.walk() if section.level > 1) > 100
    assert len({section.marker.style for outline in outlines for section in outline.walk() if section.marker}) > 40
    assert sum(bool(outline.furniture) for outline in outlines) > 10


def _place_of(error: BaseException) -> tuple[str, str, int]:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return type(error).__name__, last.filename, last.lineno or 0


def _fails(text: str, check: Callable[[str], object]) -> tuple[str, str, int] | None:
    try:
        check(text)
    except Exception as error:
        return _place_of(error)
    return None


def shortened(text: str) -> str:
    """A text as short as may be of which the same does not hold, if it can be found without the choices that made it."""
    for check in (check_text, check_writers, check_pieces, check_files):
        place = _fails(text, check)
        if place:
            end, size = time.monotonic() + SHORTEN_FOR, max(1, len(text) // 2)
            while time.monotonic() < end:
                pieces = (text[:at] + text[at + size :] for at in range(0, len(text), size))
                shorter = next((piece for piece in pieces if _fails(piece, check) == place), None)
                if shorter is None and size == 1:
                    break
                text, size = (text, size // 2) if shorter is None else (shorter, size)
            break
    return text


def try_texts(minutes: float, seed: int, keep: Path | None) -> int:
    """Try new texts for so long; how many places are found where something does not hold."""
    random, end, tried = Random(seed), time.monotonic() + 60 * minutes, 0
    found: set[tuple[str, str, int]] = set()
    while time.monotonic() < end:
        texts = Texts(random.randrange)
        tried += 1
        try:
            check_one(texts, files=tried % 8 == 0)
        except Exception as error:
            if _place_of(error) not in found:
                found.add(_place_of(error))
                text = shortened(eval(error.__notes__[0]))
                print(*_place_of(error), ascii(text), error, sep="\n  ", flush=True)
                if keep is not None:
                    (keep / f"found-{seed}-{len(found)}.py").write_text(ascii(text))
    print(f"tried: {tried}, found: {len(found)}", file=sys.stderr)
    return len(found)


def try_with_atheris(folder: Path, options: list[str]) -> None:
    """Let atheris choose, which sees what the code does with a text; what it finds ends the process, and is kept in the folder."""
    import atheris  # type: ignore[import-not-found]

    tests = str(Path(__file__).parents[1])
    for name, module in [*sys.modules.items()]:
        if name.split(".")[0] == "outline" or (getattr(module, "__file__", None) or "").startswith(tests):
            del sys.modules[name]
    with atheris.instrument_imports(include=["outline"]):  # once more, so that it sees them, and nothing else
        fresh = import_module("test_fuzz_texts")

    def one(data: bytes) -> None:
        choices = atheris.FuzzedDataProvider(data)
        texts = fresh.Texts(lambda most: choices.ConsumeIntInRange(0, most - 1))
        fresh.check_one(texts, files=choices.ConsumeIntInRange(0, 7) == 0)

    atheris.Setup([sys.argv[0], str(folder), f"-artifact_prefix={folder}/", *options], one)
    atheris.Fuzz()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=1)
    arguments.add_argument("--seed", type=int, default=time.time_ns())
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--atheris", type=Path, metavar="FOLDER")
    options, others = arguments.parse_known_args()
    if options.atheris:
        try_with_atheris(options.atheris, others)
    sys.exit(1 if try_texts(options.minutes, options.seed, options.keep) else 0)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
