"""Markdown → Document, by markdown-it-py. The text is the source itself, so that offsets point into the file; what of it a reader of the
rendered page does not see, or sees otherwise, are `signs`."""

import re
from typing import Any

from outline.document import Document, Format, Span
from outline.page.crowding import not_too_many_signs
from outline.page.lines import is_inside
from outline.readers.fragments import in_place
from outline.readers.text import decode

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?=\w)(?:(?:\w[\w .-]*:(?:[ \t].*+)?|[ \t].*+|- .*+)?\r?\n)+?(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?=[\w\[])(?:(?>[\w.-]++ *+= *+(?:\"{3}[^\"]*+\"{3}|'{3}[^']*+'{3}).*+"
    r"|[\w.-]++ *+=.*+|\[[^\n]*+|[ \t#\]}].*+)?\r?\n)+?\+\+\+[ \t]*(?=\r?\n|\Z)"
    r"|(?=(?:title|layout|date|tags|categories|author):)"
    r"(?:(?:[a-z]\w*+:(?:[ \t].*+)?|[ \t]++\S.*+|- .*+)\r?\n){2,60}?---[ \t]*(?=\r?\n|\Z)"
)
_TITLE_BLOCK = re.compile(
    r"(?P<sign>%[ \t]+)(?=\S)[^\r\n]*+(?P<others>(?:\r?\n%[^\r\n]*+){0,2})(?=\r?\n[ \t]*+(?:\r?\n|\Z))"
)
"""Title, authors and date at the head of a page, as pandoc has them."""
_LINE = re.compile(r"[^\r\n]+")
_WHOLE_IN_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*(?=\r?\n)", re.IGNORECASE)
"""The first line of a page that stands in a fence as a whole, as chat programs give it to be copied."""
_PAGE_BREAK = re.compile(r"^\{\d{1,5}\}-{8,99}[ \t]*$", re.MULTILINE)
"""What programs that read PDFs put before each page: {7} and a line of dashes."""
_REFERENCE = re.compile(r"^[ >]*\[((?:[^\[\]\\\n]|\\.){1,999})\]:", re.MULTILINE)


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of `content` as it is, with its headings, numbers of lists, tables, code and signs. Front matter is `furniture`.
    Raises FileProblem for too many signs."""
    from outline.readers.markdown.contents_links import contents
    from outline.readers.markdown.draft import MAY_BE_SIGN, Draft
    from outline.readers.markdown.footnote_blocks import DEFINITION
    from outline.readers.markdown.phrases import Phrases
    from outline.readers.markdown.related_links import related
    from outline.readers.markdown.walk import Walk
    from outline.readers.markdown.windows import Source

    decoded = decode(content, encoding)
    for _sign in not_too_many_signs(MAY_BE_SIGN.finditer(decoded.text), decoded.text):
        pass  # before any of them is looked at: a sign takes the parser up to a thousand bytes
    matter = _FRONT_MATTER.match(decoded.text)
    source = Source(decoded.text)
    draft = Draft(source)
    walk = Walk(draft, Phrases(draft, _references(source.text), DEFINITION.findall(source.text)))
    begins = matter.end() if matter else 0
    block = None if matter else _TITLE_BLOCK.match(decoded.text)
    if block:
        draft.hide(*block.span("sign"))
    fence = _fence_of_all(decoded.text, begins)
    if fence:
        draft.hide(*fence)
        begins = fence[1]
    for base, tokens in source.blocks(source.line_behind(begins)):
        walk.block(base, tokens)
    code = sorted(draft.code)
    entries = sorted([*contents(source.text, code), *related(source.text, code)])
    pages = (found.span() for found in _PAGE_BREAK.finditer(source.text)) if "}---" in source.text else ()
    return Document(
        decoded.text,
        format,
        decoded.encoding,
        furniture=(*_lines_of(matter), *_lines_of(block, "others"), *entries, *pages),
        headings=tuple(sorted(each for each in draft.headings if not is_inside(entries, each.start))),
        numbers=tuple(sorted(each for each in draft.numbers if not is_inside(entries, each.start))),
        tables=tuple(sorted(draft.tables)),
        code=tuple(code),
        signs=in_place(draft.signs),
        hard_breaks=_hard_breaks(decoded.text, matter.end() if matter else 0, draft.wraps),
        notes=decoded.notes,
    )


def _fence_of_all(text: str, at: int) -> Span | None:
    """The line that begins a fence in which all of the page from `at` on stands."""
    fence = _WHOLE_IN_FENCE.match(text, at)
    return (fence.start("fence"), fence.end()) if fence and text.rstrip().endswith("\n" + fence["fence"]) else None


def _lines_of(matter: re.Match[str] | None, part: str | int = 0) -> tuple[Span, ...]:
    """The lines at the head of a page that say something about it in YAML or TOML, as site generators and note-takers write them."""
    return tuple(line.span() for line in _LINE.finditer(matter.string, *matter.span(part))) if matter else ()


def _references(text: str) -> dict[str, Any]:
    """What links may refer to. Only that there is such a thing is asked for: where it leads, no one sees."""
    if "]:" not in text:
        return {}
    from markdown_it.common.utils import normalizeReference

    return {normalizeReference(label): {"href": "", "title": ""} for label in _REFERENCE.findall(text)}


def _hard_breaks(text: str, at: int, wraps: set[int]) -> tuple[int, ...]:
    breaks = []
    at = text.find("\n", at)
    while at >= 0:
        if at not in wraps:
            breaks.append(at)
        at = text.find("\n", at + 1)
    return tuple(breaks)
