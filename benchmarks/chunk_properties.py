"""What must hold of chunks (tests/chunk_rules.py), tried on every text of ../shared, as it is and without its line ends, in many sizes.

python benchmarks/chunk_properties.py [--sizes 50 75 120 200 500 800 2000]
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from chunk_rules import check_chunks, check_overlap, check_sentences, check_verbatim  # noqa: E402

from outline import chunks, parse  # noqa: E402


def tried(text: str, sizes: list[int]) -> int:
    """How many chunks were looked at; AssertionError for one that breaks a rule."""
    outline = parse(text)
    count = 0
    for size in sizes:
        found = chunks(outline, max_size=size)
        check_chunks(text, outline, found, size)
        check_sentences(outline, found, size)
        check_verbatim(text, outline, chunks(outline, max_size=size, verbatim=True), size)
        check_overlap(text, outline, chunks(outline, max_size=size, overlap=size // 5), size)
        check_chunks(text, outline, chunks(outline, max_size=size, min_size=size // 4), size)
        count += len(found)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 75, 120, 200, 500, 800, 2000])
    sizes = parser.parse_args().sizes
    shared = ROOT.parent / "shared"
    paths = [
        path
        for folder in ("seeds", "corpus", "corpus/unlabelled", "mess")
        for path in sorted((shared / folder).glob("*.txt"))
    ]
    if not paths:
        sys.exit("no texts in ../shared: nothing was tried")
    failures, count = 0, 0
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        for name, variant in (("as it is", text), ("without line ends", "".join(text.splitlines()))):
            try:
                count += tried(variant, sizes)
            except AssertionError as error:
                failures += 1
                print(f"{path.name} {name}: {str(error)[:600]}")
    print(f"{len(paths)} texts, twice, in {len(sizes)} sizes: {count} chunks, {failures} texts with a fault")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
