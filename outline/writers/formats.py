"""The formats that an outline is written in: the one list of them. What writes a format is loaded when it is used."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from outline.language import Language

if TYPE_CHECKING:
    from outline.model import Outline

TextFormat = Literal["tree", "markdown", "json", "html", "svg", "opml", "mm", "mermaid", "csv", "text"]
BinaryFormat = Literal["docx"]
FormatName = Literal["tree", "markdown", "json", "docx", "html", "svg", "opml", "mm", "mermaid", "csv", "text"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a writer beside the outline to show.

    `whole` is the outline before anything was left out of it, `body` whether it has its paragraphs, `lang` the language in which a format
    speaks to its reader, if it does; `auto_numbers` whether a program that counts itself is to do so.
    """

    whole: "Outline"
    body: bool = True
    offsets: bool = False
    confidence: bool = False
    lang: Language = "zh"
    auto_numbers: bool = False


class Format(NamedTuple):
    """How one format is written, by which endings of a file's name it is meant (a batch run writes the first), whether it has bodies
    unasked, and whether several outlines one after the other are still a file of this format."""

    write: Callable[["Outline", Wanted], str | bytes]
    endings: tuple[str, ...]
    body: bool = False
    several: bool = False


def _tree(shown: "Outline", wanted: Wanted) -> str:
    from outline.writers.tree import to_tree

    return to_tree(shown, wanted.offsets, wanted.confidence)


def _markdown(shown: "Outline", wanted: Wanted) -> str:
    from outline.writers.markdown import to_markdown

    return to_markdown(shown, wanted.offsets, whole=wanted.whole)


def _json(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.json import to_json

    return to_json(shown) + "\n"


def _docx(shown: "Outline", wanted: Wanted) -> bytes:
    from outline.writers.word.word_file import to_word_file

    return to_word_file(shown, wanted.whole.source_text if wanted.body else None, auto_numbers=wanted.auto_numbers)


def _html(shown: "Outline", wanted: Wanted) -> str:
    from outline.writers.web.web_page import to_web_page

    return to_web_page(shown, source=wanted.whole.source_text, lang=wanted.lang)


def _svg(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.map.svg import to_svg

    return to_svg(shown)


def _opml(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.opml import to_opml

    return to_opml(shown)


def _mm(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.freeplane import to_freeplane

    return to_freeplane(shown)


def _mermaid(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.mermaid import to_mermaid

    return to_mermaid(shown)


def _csv(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.csv import to_csv

    return to_csv(shown)


def _text(shown: "Outline", _wanted: Wanted) -> str:
    from outline.writers.indented import to_indented_text

    return to_indented_text(shown)


FORMATS: dict[FormatName, Format] = {
    "tree": Format(_tree, (".txt",), several=True),
    "markdown": Format(_markdown, (".md", ".markdown"), body=True, several=True),
    "json": Format(_json, (".json", ".jsonl"), body=True, several=True),
    "docx": Format(_docx, (".docx",)),
    "html": Format(_html, (".html", ".htm"), body=True),
    "svg": Format(_svg, (".svg",)),
    "opml": Format(_opml, (".opml",)),
    "mm": Format(_mm, (".mm",)),
    "mermaid": Format(_mermaid, (".mmd", ".mermaid")),
    "csv": Format(_csv, (".csv",)),
    "text": Format(_text, (".tab.txt",), several=True),
}
"""In the order in which they are told."""


def format_of(name: str) -> FormatName | None:
    """The format that a file of this name is meant to have, by the longest ending that is known; None if there is none.

    >>> format_of("提纲.MD"), format_of("提纲.tab.txt"), format_of("提纲.txt"), format_of("提纲.xls")
    ('markdown', 'text', 'tree', None)
    """
    meant = [(ending, format) for format, (_, endings, *_) in FORMATS.items() for ending in endings]
    found = [(len(ending), format) for ending, format in meant if name.lower().endswith(ending)]
    return max(found)[1] if found else None
