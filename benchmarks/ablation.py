"""What earns its place: every word, row, condition and rule is left out in turn, and what that changes is counted.

    python benchmarks/ablation.py outline/lexicon outline/page        # everything in these modules, an hour or so for all
    python benchmarks/ablation.py --kind words rows -- outline/lexicon # only these kinds of things
    python benchmarks/ablation.py --own outline/page                  # only the cases of tests/corpus, a second a thing

Prints a line for everything that was left out: where it stands, what it is, and how many texts are read differently (whole
outlines: titles, bodies, furniture, closings, notes) in the first group that shows a difference; those behind it are not read
(`-`). The groups are the gold texts, the messy ones, the cases and the unlabelled texts of `../shared`, the damaged gold texts,
and our own cases in `tests/corpus`. What changes nothing is marked `NOTHING`, what only our own cases show `OWN`. With `--own`
it counts the cases of `tests/corpus` that fail. What is left out alone may be covered by its neighbours: leave all that is marked
out together before it goes.
"""

import argparse
import importlib.machinery
import io
import json
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from types import CodeType
from typing import Any

import tests_in_reach  # noqa: F401 – before what lies there
from accuracy import TRAPS, damaged
from corpus_cases import cases
from leaving_out import Variant, grammar_without, variants_of
from making.gold import SHARED, load, texts

ROOT = Path(__file__).resolve().parent.parent
MADE_ANEW = ("outline.page", "outline.lexicon", "outline.numbering", "outline.sections", "outline.parser")
KINDS = ("words", "rows", "conditions", "rules", "characters")
LONGEST = 240  # seconds that a variant may take; it may well be one that never ends
Groups = dict[str, list[Any]]


def groups(every: int) -> Groups:
    """The texts (of the damaged ones, one in `every`), as strings or as what readers make of files, those first that are quick to read."""
    from outline import read

    unlabelled = sorted((SHARED / "corpus" / "unlabelled").glob("*"))
    files = [path for path in sorted((SHARED / "cases").glob("*/*.*")) if not path.name.endswith(".expected.txt")]
    torture = load("torture")
    gold = texts("seeds") + texts("corpus")
    return {
        "gold": [text.text for text in gold],
        "mess": [text.text for text in texts("mess")],
        "cases": [read(str(path)) for path in files],
        "unlabelled": [path.read_bytes().decode("utf-8", "replace") for path in unlabelled],
        "damaged": [
            damaged(text, kind.__name__, torture).text
            for n, (text, kind) in enumerate(product(gold, torture.KINDS))
            if n % every == 0
        ],
        "own": [*(case.text for case in cases()), *trap_lines()],
    }


def trap_lines() -> list[str]:
    return [line for line in TRAPS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def outlines(sources: list[Any]) -> list[int]:
    from outline.parser import parse

    return [hash(repr(parse(source))) for source in sources]


def failing() -> int:
    """How many cases of tests/corpus are read wrongly, traps among them."""
    import test_corpus
    from corpus_cases import known_failures

    def fails(test: Any, argument: Any) -> bool:
        try:
            test(argument)
        except Exception:
            return True
        return False

    checks = [(case.id, test_corpus.check, case) for case in test_corpus.CASES]
    checks += [(case_id, test_corpus.test_trap_enumerates_nothing, text) for case_id, text in test_corpus.TRAPS]
    known = known_failures()
    return sum(fails(test, argument) != (case_id in known) for case_id, test, argument in checks)


def measured(variant: Variant | None, path: Path, texts_of: Groups, before: dict[str, list[int]]) -> dict[str, int]:
    """How many texts of each group are read otherwise than `before` with the variant in the place of the module at `path`."""
    if variant:
        put_in_place(variant, path)
    changed: dict[str, int] = {}
    for name, sources in texts_of.items():
        if not any(changed.values()):
            changed[name] = sum(a != b for a, b in zip(outlines(sources), before[name], strict=True))
    return changed if texts_of else {"fail": failing()}


def put_in_place(variant: Variant, path: Path) -> None:
    """Have the modules imported anew, and the one at `path` from the source of the variant."""
    loader, usual = importlib.machinery.SourceFileLoader, importlib.machinery.SourceFileLoader.get_code

    def get_code(self: Any, name: str) -> CodeType | None:
        own = Path(self.path) == path
        return compile(variant.source, str(path), "exec") if own else usual(self, name)

    def read_text(self: Path, *arguments: Any, **options: Any) -> str:
        return variant.source if self == path else usual_read(self, *arguments, **options)

    loader.get_code, usual_read = get_code, Path.read_text
    Path.read_text = read_text
    anew = (*MADE_ANEW, "outline.notation") if path.suffix == ".lark" else MADE_ANEW
    for name in list(sys.modules):
        if name.startswith(anew) or name == "test_corpus" or name == "outline":
            del sys.modules[name]


def in_a_child(*arguments: Any) -> dict[str, int] | str:
    """What `measured` says, from a process of its own; or why it says nothing."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        signal.alarm(LONGEST)
        sys.stderr = io.StringIO()
        try:
            said: Any = measured(*arguments)
        except BaseException as problem:
            said = f"{type(problem).__name__}: {problem}"[:60]
        os.write(writing, json.dumps(said).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else "does not end"


def row(path: Path, variant: Variant, changed: dict[str, int] | str, names: list[str]) -> str:
    if isinstance(changed, str):
        verdict, cells = "", changed
    else:
        verdict = "NOTHING" if not any(changed.values()) else "OWN" if changed.get("own") else ""
        cells = " ".join(f"{changed.get(name, '-'):>5}" for name in names)
    return f"{verdict:8}{cells}  {path.relative_to(ROOT)}:{variant.line} {variant.kind}: {variant.what}"


def wanted(paths: list[str], kinds: list[str]) -> Iterator[tuple[Path, Variant]]:
    for given in paths:
        where = (ROOT / given).resolve()
        for path in sorted(where.glob("*.py")) if where.is_dir() else [where]:
            source = path.read_text(encoding="utf-8")
            for variant in grammar_without(source) if path.suffix == ".lark" else variants_of(source):
                if variant.kind in kinds:
                    yield path, variant


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", metavar="MODULE")
    arguments.add_argument("--kind", nargs="+", default=list(KINDS), choices=KINDS)
    arguments.add_argument("--own", action="store_true", help="only the cases of tests/corpus")
    arguments.add_argument("--every", type=int, default=1, metavar="N", help="of the damaged texts, only one in N")
    arguments.add_argument("--jobs", type=int, default=1)
    options = arguments.parse_args()
    texts_of = {} if options.own else groups(options.every)
    before = {name: outlines(sources) for name, sources in texts_of.items()}
    names = list(texts_of) or ["fail"]
    print(f"{'':8}{' '.join(f'{name[:5]:>5}' for name in names)}")
    work = list(wanted(options.paths, options.kind))
    with ThreadPoolExecutor(options.jobs) as pool:
        every = pool.map(lambda one: in_a_child(one[1], one[0], texts_of, before), work)
        for (path, variant), changed in zip(work, every, strict=True):
            print(row(path, variant, changed, names), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
