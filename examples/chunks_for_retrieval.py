"""Cut speeches, in any format, into chunks for a search index: a JSON line each, with its headings, its text and where it stands.

python examples/chunks_for_retrieval.py examples/four-levels.txt
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from outline import chunks, parse, read


def main() -> None:
    for file in map(Path, sys.argv[1:]):
        outline = parse(read(file), name=file.name)
        for chunk in chunks(outline, max_size=300):
            print(json.dumps({"source": outline.source.name, **asdict(chunk)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
