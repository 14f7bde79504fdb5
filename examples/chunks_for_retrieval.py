"""Cut a speech, in any format, into one chunk a section for a search index: path, offsets, text as a JSON line each.

python examples/chunks_for_retrieval.py examples/four-levels.txt
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from outline import Outline, parse, read


def chunks(outline: Outline) -> Iterator[dict[str, object]]:
    """A chunk holds what a section says itself; what its sub-sections say is in their own chunks."""
    for section in outline.walk():
        yield {
            "source": outline.source.name,
            "path": section.path,
            "start": section.start,
            "end": section.sections[0].start if section.sections else section.end,
            "text": "\n".join([section.heading.text, *(paragraph.text for paragraph in section.body)]),
        }


def main() -> None:
    for file in map(Path, sys.argv[1:]):
        for chunk in chunks(parse(read(file), name=file.name)):
            print(json.dumps(chunk, ensure_ascii=False))


if __name__ == "__main__":
    main()
