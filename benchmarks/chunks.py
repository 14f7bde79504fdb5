"""Chunks against the splitters that people use, on the texts of ../shared that have a gold outline: what is torn; and how long it takes.

pip install -e ".[langchain,llama-index,haystack]"
python benchmarks/chunks.py [--size 500] [--only torn|time]

The sections are those of the gold, in the first row those of our own outlines: what differs is misread. A chunk

- *ends on a heading* if the last thing in it is a heading, whole or in part, whose text is in the next;
- *tears two 一、* if it holds something of two points of the first level and not the whole of each; *holds two* counts those too that do;
- *begins without its heading* if it begins inside of sections and does not tell the headings of all of them, or not in full.
"""

import argparse
import re
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from making.gold import SHARED, Text, texts

from outline import chunks, parse

CHINESE = ["\n\n", "\n", "。", "！", "？", "；", "，", " ", ""]


class Piece(NamedTuple):
    """A chunk: where it stands in the text, and the headings above it that it tells."""

    start: int
    end: int
    headings: str = ""


Splitter = Callable[[str, int], list[Piece]]


def ours(text: str, size: int) -> list[Piece]:
    return [Piece(chunk.start, chunk.end, _bare("".join(chunk.headings))) for chunk in chunks(text, max_size=size)]


def langchain(text: str, size: int) -> list[Piece]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=CHINESE, chunk_size=size, chunk_overlap=size // 10, keep_separator="end", add_start_index=True
    )
    made = splitter.create_documents([text])
    return [Piece(one.metadata["start_index"], one.metadata["start_index"] + len(one.page_content)) for one in made]


def llama_index(text: str, size: int) -> list[Piece]:
    from llama_index.core import Document
    from llama_index.core.node_parser import SentenceSplitter

    splitter = SentenceSplitter(
        chunk_size=size,
        chunk_overlap=size // 10,
        tokenizer=list,
        paragraph_separator="\n",
        chunking_tokenizer_fn=lambda text: re.findall("[^。！？]+[。！？]?|[。！？]", text),
    )
    made = splitter.get_nodes_from_documents([Document(text=text)])
    return [Piece(one.start_char_idx, one.end_char_idx) for one in made if one.start_char_idx is not None]


def haystack(text: str, size: int) -> list[Piece]:
    from haystack import Document
    from haystack.components.preprocessors import RecursiveDocumentSplitter

    splitter = RecursiveDocumentSplitter(
        split_length=size, split_overlap=size // 10, split_unit="char", separators=["\n\n", "\n", "。", "，"]
    )
    made = splitter.run([Document(content=text)])["documents"]
    return [Piece(one.meta["split_idx_start"], one.meta["split_idx_start"] + len(one.content)) for one in made]


AS_READ = "outline.chunks, by the sections as it reads them"
SPLITTERS: dict[str, Splitter] = {
    AS_READ: ours,
    "outline.chunks": ours,
    "LangChain RecursiveCharacterTextSplitter": langchain,
    "LlamaIndex SentenceSplitter": llama_index,
    "Haystack RecursiveDocumentSplitter": haystack,
}


class Section(NamedTuple):
    """A section of the gold: where it and its text begin, where it ends, its level and its heading."""

    start: int
    text: int
    end: int
    level: int
    heading: str


def sections_of(gold: Text) -> list[Section]:
    """Those of the gold. What closes the text or a speech in it is in none of them."""
    closings = {mark.section: mark.start for mark in gold.marks if mark.what.rpartition(".")[2] == "closing"}
    levels: list[int] = []
    found: list[Section] = []
    top = 0
    for n, node in enumerate(gold.nodes):
        levels.append(1 if node["parent"] is None else levels[node["parent"]] + 1)
        top = node["start"] if levels[n] == 1 else top
        behind = (other["start"] for other in gold.nodes[n + 1 :] if _level(gold, other) <= levels[n])
        ends = [next(behind, len(gold.text)), closings.get(None), closings.get(top) if levels[n] > 1 else None]
        end = min(end for end in ends if end is not None and end > node["start"])
        text = node["heading_end"] or node["start"] + len(
            node["marker"] or ""
        )  # where the gold does not say where it ends
        found.append(Section(node["start"], text, end, levels[n], _bare(node["heading"] or "")))
    return found


def _level(gold: Text, node: dict[str, Any]) -> int:
    level = 1
    while node["parent"] is not None:
        node, level = gold.nodes[node["parent"]], level + 1
    return level


def sections_as_read(gold: Text) -> list[Section]:
    """Those of our own outline."""
    found = []
    for section in parse(gold.text).walk():
        start = section.marker.start if section.marker else section.heading.start
        end = section.closing[0].start if section.closing else section.end
        text = max(section.heading.end, section.marker.end if section.marker else 0)
        found.append(Section(start, text, end, section.level, _bare(section.heading.text)))
    return found


def torn(gold: Text, pieces: list[Piece], sections: list[Section]) -> Counter[str]:
    found = Counter(chunks=len(pieces))
    for piece in pieces:
        piece = piece._replace(start=_first_word(gold.text, piece))
        found["ends on a heading"] += _ends_on_heading(gold.text, sections, piece)
        tops = [
            one
            for one in sections
            if one.level == 1 and _says(gold.text, max(one.start, piece.start), min(one.end, piece.end))
        ]
        whole = [
            not _says(gold.text, one.start, piece.start) and not _says(gold.text, piece.end, one.end) for one in tops
        ]
        found["tears two 一、"] += len(tops) > 1 and not all(whole)
        found["holds two"] += len(tops) > 1
        inside = [
            one for one in sections if one.text <= piece.start < one.end and _says(gold.text, one.start, piece.start)
        ]
        found["begins without its heading"] += not all(one.heading in piece.headings for one in inside)
    return found


def _ends_on_heading(text: str, sections: list[Section], piece: Piece) -> bool:
    n = bisect_right(sections, piece.end - 1, key=lambda section: section.start) - 1
    if n < 0 or sections[n].text <= piece.start or not _says(text, sections[n].text, sections[n].end):
        return False
    return not _says(text, sections[n].text, piece.end)


def _says(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


def _first_word(text: str, piece: Piece) -> int:
    return next((at for at in range(piece.start, piece.end) if text[at].isalnum()), piece.start)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def print_torn(size: int) -> None:
    golds = [gold for name in ("seeds", "corpus") for gold in texts(name)]
    if not golds:
        sys.exit("no gold outlines in ../shared: nothing was measured")
    columns = ("chunks", "ends on a heading", "tears two 一、", "holds two", "begins without its heading")
    print(f"{len(golds)} texts, at most {size} characters a chunk\n")
    print("| splitter |", " | ".join(columns), "|\n|", " | ".join(["---"] * (len(columns) + 1)), "|")
    for name, splitter in SPLITTERS.items():
        try:
            read = sections_as_read if name == AS_READ else sections_of
            found = sum((torn(gold, splitter(gold.text, size), read(gold)) for gold in golds), Counter())
        except ImportError as error:
            print(f"| {name} | not installed: {error} |")
            continue
        print(f"| {name} |", " | ".join(str(found[column]) for column in columns), "|")


def print_time() -> None:
    """Of ten million characters, as one text and as many."""
    single = [gold.text for gold in texts("corpus")]
    whole = "\n".join(single)
    many = single * (10_000_000 // len(whole))
    for name, given in (("one text", ["\n".join(many)]), ("many texts", many)):
        began = time.process_time()
        outlines = [parse(text) for text in given]
        parsed = time.process_time()
        count = sum(len(chunks(outline)) for outline in outlines)
        done = time.process_time()
        ratio = (done - began) / (parsed - began)
        print(
            f"{sum(map(len, given)):,} characters as {name}: parsed in {parsed - began:.1f} s, {count:,} chunks in",
            end=" ",
        )
        print(f"{done - parsed:.1f} s more, {ratio:.2f} times the time of parsing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=500)
    parser.add_argument("--only", choices=("torn", "time"))
    given = parser.parse_args()
    if not SHARED.exists():
        sys.exit("no texts in ../shared: nothing was measured")
    if given.only != "time":
        print_torn(given.size)
    if given.only != "torn":
        print_time()


if __name__ == "__main__":
    main()
