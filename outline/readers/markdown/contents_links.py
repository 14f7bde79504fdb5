"""The table of contents of a page of Markdown: lines below each other that are nothing but links down the page."""

import re
from collections.abc import Iterator, Sequence

from outline.document import Span
from outline.page.lines import is_inside
from outline.readers.contents_names import names_contents

_FEWEST_LINKS = 2
_LINK = re.compile(r"\[(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]{0,100}\]){1,300}\]\(#[^)\s]{0,300}\)")
_ENTRY = re.compile(
    rf"[ \t>]*(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]+)?{_LINK.pattern}"
    rf"(?:[ \t]*(?:[|·•/、-][ \t]*)?{_LINK.pattern}){{0,20}}[ \t]*(?:<br */?>)?"
)
_SIGNS_AROUND = re.compile(r"[#*_> \t]+|<!--.{0,80}?-->")


def contents(text: str, code: Sequence[Span]) -> Iterator[Span]:
    """The lines of each table of contents in `text`, but not in `code`, with the name above it. Nothing else may stand on a line of it."""
    run: list[Span] = []
    links, name, at = 0, None, 0
    above: Span | None = None
    for line in text.split("\n") if "](#" in text else ():
        span = at, at + len(line)
        at += len(line) + 1
        if not line.strip():
            continue
        found = _ENTRY.fullmatch(line.rstrip()) if "](#" in line else None
        if found and is_inside(code, span[0] + line.index("](#")):
            found = None
        if found:
            name = name if run else above
            run.append(span)
            links += line.count("](#")
            continue
        yield from _whole(text, run, links, name)
        run, links, above = [], 0, span
    yield from _whole(text, run, links, name)


def _whole(text: str, run: list[Span], links: int, name: Span | None) -> Iterator[Span]:
    if links >= _FEWEST_LINKS:
        if name and names_contents(_SIGNS_AROUND.sub("", text[slice(*name)])):
            yield name
        yield from run
