"""What others take for the same text, whatever they make of it: ratios to the cheapest regex that finds the common markers.

None of them finds an outline: splitters cut, parsers of Markdown look for its signs, the rules of RAG systems find lines with a number.
What is not installed is left out; for all of it: `pip install langchain-text-splitters semchunk mistune cmarkgfm`.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

CHEAPEST = re.compile(r"[一二三四五六七八九十\d][一二三四五六七八九十\d]{0,2}[、）)．.，是章节条]")
"""Frozen, so that ratios of one year can be compared with those of another."""

Action = Callable[[str], object]


def cheapest(text: str) -> None:
    deque(CHEAPEST.finditer(text), maxlen=0)


def _recursive_splitter(module: Any) -> Action:
    action: Action = module.RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=0).split_text
    return action


def _header_splitter(module: Any) -> Action:
    headings = [("#" * level, str(level)) for level in range(1, 7)]
    action: Action = module.MarkdownHeaderTextSplitter(headings).split_text
    return action


def _semchunk(module: Any) -> Action:
    action: Action = module.chunkerify(len, 800)
    return action


def _cmark(module: Any) -> Action:
    action: Action = module.markdown_to_html
    return action


def _mistune(module: Any) -> Action:
    action: Action = module.create_markdown(renderer=None)
    return action


def _markdown_it(module: Any) -> Action:
    action: Action = module.MarkdownIt().parse
    return action


_PEERS: list[tuple[str, str, str, Callable[[Any], Action]]] = [
    ("recursive splitter of LangChain", "langchain-text-splitters", "langchain_text_splitters", _recursive_splitter),
    ("splitter at headings of LangChain", "langchain-text-splitters", "langchain_text_splitters", _header_splitter),
    ("semchunk", "semchunk", "semchunk", _semchunk),
    ("cmark", "cmarkgfm", "cmarkgfm", _cmark),
    ("mistune", "mistune", "mistune", _mistune),
    ("markdown-it-py", "markdown-it-py", "markdown_it", _markdown_it),
]


def peers() -> Iterator[tuple[str, Action | None]]:
    """Each with its version, and what it does with a text; None for one that is not installed."""
    for what, distribution, module, made in _PEERS:
        try:
            yield f"{what} {version(distribution)}", made(import_module(module))
        except (PackageNotFoundError, ImportError):
            yield f"{what} (pip install {distribution})", None
    yield f"rules of RAGFlow {RAGFLOW}, re-stated", by_rules_of_ragflow
    yield f"rules of MaxKB {MAXKB}, re-stated", by_rules_of_maxkb


# --- what RAG systems do to find the levels of a text without signs, in our words

RAGFLOW, MAXKB = "0.22", "1"
_N, _D = "[零一二三四五六七八九十百]+", "[0-9]{,2}"
_ANY = "[零一二三四五六七八九十百0-9]+"
_RAGFLOW = [
    [re.compile(rule) for rule in rules]
    for rules in (
        (rf"第{_ANY}(?:分?编|部分)", rf"第{_ANY}章", rf"第{_ANY}节", rf"第{_ANY}条", rf"[(（]{_N}[)）]"),
        (
            "第[0-9]+章",
            "第[0-9]+节",
            rf"{_D}[. 、]",
            rf"{_D}\.{_D}[^a-zA-Z/%~-]",
            rf"{_D}(?:\.{_D}){{2}}",
            rf"{_D}(?:\.{_D}){{3}}",
        ),
        (rf"第{_ANY}章", rf"第{_ANY}节", rf"{_N}[ 、]", rf"[(（]{_N}[)）]", rf"[(（]{_D}[)）]"),
        (
            "PART (?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)",
            "Chapter [IVX]+",
            "Section [0-9]+",
            "Article [0-9]+",
        ),
        *[tuple("^" + "#" * level + "[^#]" for level in range(1, 7))],
    )
]
_NO_BULLET = [re.compile(rule) for rule in ("0", "[0-9]+ +[0-9~个只-]", r"[0-9]+\.{2,}")]


def by_rules_of_ragflow(text: str) -> list[int]:
    """Which of several families of numbers most lines begin with; then the level of each line in it."""
    lines = text.split("\n")
    hits = [sum(_begins(line, rules) for line in lines) for rules in _RAGFLOW]
    chosen = _RAGFLOW[hits.index(max(hits))]
    return [next((level for level, rule in enumerate(chosen) if rule.match(line)), len(chosen)) for line in lines]


def _begins(line: str, rules: list[re.Pattern[str]]) -> bool:
    return any(rule.match(line) for rule in rules) and not any(rule.match(line) for rule in _NO_BULLET)


_MAXKB = [re.compile(rf"(?<=\n)(?<!#){'#' * level} (?!#).*|(?<=^)(?<!#){'#' * level} (?!#).*") for level in range(1, 7)]


def by_rules_of_maxkb(text: str) -> list[str]:
    """The headings of each level of Markdown in what lies between those of the level above."""
    found: list[str] = []
    pieces = [text]
    for rule in _MAXKB:
        found += [heading for piece in pieces for heading in rule.findall(piece)]
        pieces = [below for piece in pieces for below in rule.split(piece)]
    return found
