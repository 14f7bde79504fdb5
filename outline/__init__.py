"""Read how a Chinese speech, report or official document numbers its points, and give back its outline.

>>> from outline import parse
>>> outline = parse("一、提高认识\\n二、抓好落实")
>>> [section.heading.text for section in outline.walk()]
['提高认识', '抓好落实']

Functions:

- `parse(text)`: the outline of a text, any string or what `read` makes of a file;
- `read(source)`: the document in a file of any known format: its text and what the file knows beyond it;
- `render(outline, format)`: an outline as text: a tree, Markdown or JSON;
- `check(outline)`: what is wrong with its numbering, as notes;
- `chunks(outline_or_document)`: a speech in pieces for retrieval that know under which headings they stand;
- `outlines(paths_or_texts)`: the outlines of many texts or files, in order, by several processes if asked.

What they give and take:

- `Outline`: title, salutation, preamble, sections, closing, furniture and notes; `walk`, `find`, `search`, `at`, `rows`, `text_of`;
- `Section`, `Span`, `Table`, `Marker`, `Note`, `Source`: what an outline is made of;
- `Chunk`: what `chunks` returns;
- `Document`: what `read` returns and `parse` takes; `FileProblem`: why a file cannot be read, in one line.

Offsets count code points of the text as it was given or read; ends are exclusive.
"""

TYPE_CHECKING = (
    False  # what checkers of types take for that of `typing`, which takes longer to load than all the rest here
)
if TYPE_CHECKING:
    from outline.batch.outlines import outlines
    from outline.checking.findings import check
    from outline.chunking.chunk import Chunk
    from outline.chunking.chunks import chunks
    from outline.document import Document
    from outline.model import Marker, Note, Outline, Section, Source, Span, Table
    from outline.parser import parse
    from outline.problems import FileProblem
    from outline.readers import read
    from outline.writers import render

__version__ = "0.2.0.dev0"
__all__ = [
    "Chunk",
    "Document",
    "FileProblem",
    "Marker",
    "Note",
    "Outline",
    "Section",
    "Source",
    "Span",
    "Table",
    "check",
    "chunks",
    "outlines",
    "parse",
    "read",
    "render",
]

_HOME = {
    "Chunk": "outline.chunking.chunk",
    "Document": "outline.document",
    "FileProblem": "outline.problems",
    "check": "outline.checking.findings",
    "chunks": "outline.chunking.chunks",
    "outlines": "outline.batch.outlines",
    "parse": "outline.parser",
    "read": "outline.readers",
    "render": "outline.writers",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: `outline --version` must not wait for pydantic and lark."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME.get(name, "outline.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """What there is, loaded or not: for `help(outline)` and for completion."""
    return sorted({*globals(), *__all__})
