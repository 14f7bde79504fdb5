"""Count how the speeches of a corpus, in any format, number their points: a line a file and style, as tab-separated values.

python examples/count_points.py examples/run-in.txt examples/traditional.txt
"""

import sys
from collections import Counter
from pathlib import Path

from outline import Outline, parse, read


def points(outline: Outline) -> Counter[tuple[str, int]]:
    """How many points of each style stand at each level."""
    return Counter((section.marker.style, section.level) for section in outline.walk() if section.marker)


def main() -> None:
    print("file", "style", "level", "points", sep="\t")
    for file in map(Path, sys.argv[1:]):
        counted = points(parse(read(file), name=file.name))
        for (style, level), number in sorted(counted.items(), key=lambda item: (item[0][1], item[0][0])):
            print(file.name, style, level, number, sep="\t")


if __name__ == "__main__":
    main()
