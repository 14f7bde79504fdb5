"""An outline as a file: a tree to look at, Markdown to publish, JSON to work with, and what other programs open."""

from typing import TYPE_CHECKING, overload

from outline.language import Language
from outline.writers.formats import FORMATS, BinaryFormat, Format, FormatName, TextFormat, Wanted
from outline.writers.trim import trim

if TYPE_CHECKING:
    from outline.model import Outline

__all__ = ["FORMATS", "Format", "FormatName", "render"]


@overload
def render(
    outline: "Outline",
    format: TextFormat,
    *,
    depth: int | None = None,
    body: bool | None = None,
    offsets: bool = False,
    confidence: bool = False,
    lang: Language = "zh",
    auto_numbers: bool = False,
) -> str: ...
@overload
def render(
    outline: "Outline",
    format: BinaryFormat,
    *,
    depth: int | None = None,
    body: bool | None = None,
    offsets: bool = False,
    confidence: bool = False,
    lang: Language = "zh",
    auto_numbers: bool = False,
) -> bytes: ...
@overload
def render(
    outline: "Outline",
    format: FormatName,
    *,
    depth: int | None = None,
    body: bool | None = None,
    offsets: bool = False,
    confidence: bool = False,
    lang: Language = "zh",
    auto_numbers: bool = False,
) -> str | bytes: ...
def render(
    outline: "Outline",
    format: FormatName,
    *,
    depth: int | None = None,
    body: bool | None = None,
    offsets: bool = False,
    confidence: bool = False,
    lang: Language = "zh",
    auto_numbers: bool = False,
) -> str | bytes:
    """The outline as text that ends in a line break, or as the bytes of a `docx`; docs/formats.md tells the formats.

    `depth` leaves out the sections deeper than that. `body` says whether paragraphs are shown: by default they are in Markdown, JSON and
    pages, not in the others. `offsets` adds to each section of a tree or of Markdown its `[start:end]` in code points of the source,
    `confidence` to each section of a tree how sure it is; JSON always has both. `lang` is the language that a page speaks to its reader.
    With `auto_numbers`, Word counts in a `docx` what it can show as it is. Raises ValueError for another format or a `depth` below 1.

    >>> from outline import parse
    >>> print(render(parse("一、提高认识\\n二、抓好落实", name="speech.txt"), "tree"), end="")
    speech.txt
    ├─ 一、 提高认识
    └─ 二、 抓好落实
    """
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {format!r}")
    form = FORMATS[format]
    body = form.body if body is None else body
    return form.write(
        trim(outline, depth=depth, body=body), Wanted(outline, body, offsets, confidence, lang, auto_numbers)
    )
