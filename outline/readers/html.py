"""HTML: a saved web page, or what Word exports. The text is the whole visible page; what stands around the article is furniture.

The page is walked here rather than by html-text, and its article picked here rather than by readability-lxml: html-text puts blanks between
inline elements and loses the numbers of lists; readability counts Latin commas, drops `<br>` and, once it errs, the speech with it.
`benchmarks/as_html.py` measures both.
"""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from outline.document import Document, Format, Span
from outline.problems import FileProblem
from outline.readers.html_article import furniture
from outline.readers.html_bytes import source_of
from outline.readers.html_layout import lay_out_page
from outline.readers.html_styles import Styles

MAX_TAGS = 1_000_000
"""Tags and attributes that a page may hold: a tree of them takes a quarter of a kilobyte each."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of the page `content` as a browser shows it, a line for each paragraph or `<br>`, the numbers of lists written out.

    `headings` are the lines of `<h1>` to `<h6>`. Scripts, styles and what is hidden are left out; nothing is fetched. Raises FileProblem
    for a page that is too large, nests too deep, or shows no text.
    """
    source, used = source_of(content, encoding)
    root = _tree(source)
    page = lay_out_page(root, Styles.of_page(root))
    if not page.text.strip():
        raise FileProblem("shows no text: open it in a browser, and save what you see as text")
    around = furniture(page)
    headings = [e.span for e in page.elements if e.tag in _HEADINGS]
    return Document(page.text, format, used, furniture=around, headings=_outside(around, headings))


def _tree(text: str) -> Any:
    """The tree of a page; where its tags are broken the parser guesses, as browsers do."""
    if text.count("<") + text.count("=") > MAX_TAGS:
        raise FileProblem(f"holds more than {MAX_TAGS:,} tags and attributes: save the article alone, or as text")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace") or b"<p>", parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise FileProblem("nests its elements too deep to be read: open it in a browser, and save what you see as text")
    return root if root is not None else etree.fromstring("<p>", parser)


def _outside(furniture: tuple[Span, ...], spans: list[Span]) -> tuple[Span, ...]:
    """Those of the ordered `spans` that do not begin inside furniture."""
    kept, waiting = [], list(reversed(furniture))
    for span in spans:
        while waiting and waiting[-1][1] <= span[0]:
            waiting.pop()
        if span[0] < span[1] and not (waiting and waiting[-1][0] <= span[0]):
            kept.append(span)
    return tuple(kept)
