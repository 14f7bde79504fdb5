"""HTML: a saved web page, or what Word exports. The text is the whole visible page; what stands around the article is furniture.

    bytes ─ source ─▶ source of the page ─ layout (styles, numbers) ─▶ text and elements ─ article ─▶ furniture

No extractor of articles is used, for what it leaves out is lost. On 17 real texts as pages with `<br>` lines (benchmarks/as_html.py), this
reader leaves all of the 500 points in their places; the whole page without furniture 98.1 %; readability-lxml with html-text 95.5 %, where
it drops every `<br>` of a `<div>`; html-text alone 94.7 %. Neither of the two knows the numbers of lists.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from outline.document import Document, Format, Heading, Span
from outline.language import gettext as _
from outline.parts import Note
from outline.problems import FileProblem
from outline.readers.budget import Budget
from outline.readers.html.article import furniture
from outline.readers.html.css import Styles
from outline.readers.html.laid_out import HEADINGS, Page, lines_of, outside
from outline.readers.html.named_title import named_title
from outline.readers.html.page_tables import tables_of
from outline.readers.html.rendering import lay_out_page
from outline.readers.html.source import source_of
from outline.readers.html.wrapped_blocks import hard_breaks

MAX_TAGS = 250_000
"""Tags and attributes that a page may hold. With more, the tree and its text may take more than 300 MB, and 5 s."""
_ELEMENTS_A_TAG = 4
"""What a tag or an attribute takes, in elements of a part of a .docx."""
MAX_WORDS_IN_TAGS = 1_000_000
"""Words that all tags may hold; each may be an attribute without a value."""
MAX_WORDS_IN_TAG = 20_000
"""Words that one tag may hold; the time that the parser takes for it grows with the square of their number."""
_FRAMES = re.compile("<frameset", re.IGNORECASE)
_OF_FRAMES = re.compile(r"</?(?:frameset|noframes)\b[^<>]*+>", re.IGNORECASE)
"""Around the only text of a page that consists of frames, for browsers that know none: parsers take it for no page."""
_TAG = re.compile(r"""<[a-z](?:[^>"']++|"[^"]*"|'[^']*'|["'])*+""", re.IGNORECASE)


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of the page `content` as a browser shows it, a line for each paragraph or `<br>`, the numbers of lists written out.

    `headings` are the lines of `<h1>` to `<h6>`; at `hard_breaks` a block or a row of a table begins or ends. Scripts, styles and what is
    hidden are left out; nothing is fetched.
    Raises FileProblem for a page that is too large, nests too deep, passes a limit of `budget`, or shows no text.
    """
    return read_page(content, format, encoding, Budget(max_size))


def read_page(content: bytes, format: Format, encoding: str | None, budget: Budget) -> Document:
    """The same for a page that may stand in another file, with what the `budget` of that has left."""
    source = source_of(content, encoding)
    root = _tree(source.text, budget)
    page = lay_out_page(root, Styles.of_page(root), budget)
    if not page.text.strip():
        raise FileProblem(_("shows no text: open it in a browser, and save what you see as text"))
    around = furniture(page)
    return Document(
        page.text,
        format,
        source.encoding,
        furniture=around,
        headings=tuple(_headings(page, around)),
        numbers=page.numbers,
        tables=tables_of(page),
        code=tuple(_code(page)),
        hard_breaks=hard_breaks(page, around),
        notes=_in_page(source.notes, page.text),
    )


def _headings(page: Page, around: Sequence[Span]) -> Iterator[Heading]:
    """The lines of `<h1>` to `<h6>` that do not stand in `around`, and the title, where no `<h1>` is one."""
    levels: dict[Span, int] = {}
    reached = 0
    for element in page.elements:
        if element.tag in HEADINGS and element.start >= reached:
            reached = element.end
            levels[element.span] = int(element.tag[1])
    shown = [(line, levels[span]) for span in outside(around, list(levels)) for line in lines_of(page.text, [span])]
    named = dict.fromkeys(named_title(page, around), 0)
    if named and (min(named), 1) not in shown:
        # what else is marked once, behind the title, is the name of a column
        shown = sorted((dict(shown if len(dict(shown).keys() - named) > 1 else ()) | named).items())
    yield from (Heading(*line, level) for line, level in shown)


def _code(page: Page) -> Iterator[Span]:
    """What stands in `<pre><code>` (HTML, 4.4.3). A bare `<pre>` says only that line breaks count, as in speeches of old sites."""
    for element in page.elements:
        if element.tag == "code" and element.around is not None and page.elements[element.around].tag == "pre":
            words = page.text[slice(*element.span)]
            start = element.start + len(words) - len(words.lstrip())
            if words.strip():
                yield start, start + len(words.strip())


def _in_page(notes: tuple[Note, ...], text: str) -> tuple[Note, ...]:
    """Notes about the source of a page, at the first damaged character of its text, or at its beginning if none of them shows."""
    at = text.find("\ufffd")
    start, end = (at, at + 1) if at >= 0 else (0, 0)
    return tuple(replace(note, start=start, end=end) for note in notes)


def _tree(text: str, budget: Budget) -> Any:
    """The tree of a page; where its tags are broken the parser guesses, as browsers do."""
    _refuse_too_much(text, budget)
    if _FRAMES.search(text):
        text = _OF_FRAMES.sub("", text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace") or b"<p>", parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise FileProblem(
            _("nests its elements too deep to be read: open it in a browser, and save what you see as text")
        )
    return root if root is not None else etree.fromstring("<p>", parser)


def _refuse_too_much(source: str, budget: Budget) -> None:
    """Raise FileProblem for a page whose tree would take too much memory or time."""
    count = source.count("<") + source.count("=")
    budget.read_elements(_ELEMENTS_A_TAG * count)
    in_tags = [len(tag[0].replace("/", " ").split()) for tag in _TAG.finditer(source)] if count <= MAX_TAGS else []
    if count > MAX_TAGS or sum(in_tags) > MAX_WORDS_IN_TAGS or max(in_tags, default=0) > MAX_WORDS_IN_TAG:
        raise FileProblem(_("holds too many tags or attributes to be read: save the article alone, or as text"))
