"""The title of an article by the `<title>` of its page: the line that says the same, whatever element it stands in."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from outline.document import Span
from outline.lexicon.squeezed import squeezed
from outline.lexicon.titles import genre
from outline.notation.grammar_files import pattern
from outline.page.fold import fold
from outline.readers.html.laid_out import Page, lines_of, outside

_PARTS = re.compile(r"[_|\u2013\u2014-]+|\s[·»]\s")
"""What stands between the title of an article and the names of its column and its site."""
_SHORTEST, _LONGEST = 6, 100
_LOOKED_AT = 12
"""Lines at the head of an article among which its title is looked for."""


def named_title(page: Page, around: Sequence[Span]) -> tuple[Span, ...]:
    """The line, or the two lines, outside of `around` that say what the `<title>` says, or its first or longest part; none if they have
    a number, for then they head a part of something."""
    names = set(names_in(page.title, has_h1=any(each.tag == "h1" for each in page.elements)))
    if not names:
        return ()
    lines = list(islice(_shown(page, around), _LOOKED_AT))
    words = ["".join(page.text[slice(*line)].split()) for line in lines]
    for n, said in enumerate(words):
        if pattern().match(fold(said)):
            return ()
        if said in names:
            # who writes stands on the line above 关于…
            is_above = n > 0 and said.startswith("关于") and words[n - 1] in page.title
            return tuple(lines[n - is_above : n + 1])
        if said + "".join(words[n + 1 : n + 2]) in names:
            return tuple(lines[n : n + 2])
    return ()


def names_in(title: str, *, has_h1: bool = True) -> Iterator[str]:
    """What a title may be, without its blanks: all of it, and its first or its longest part. Without an `<h1>`, the name of a site is told
    from that by its length, or by how titles end."""
    parts = ["".join(part.split()) for part in _PARTS.split(title)]
    first, longest = parts[0], max(parts, key=len)
    may_be = {"".join(title.split()), first if has_h1 or first == longest else ""}
    may_be |= {part for part in (first, longest) if not has_h1 and genre(squeezed(fold(part)))}
    yield from (name for name in may_be if _SHORTEST <= len(name) <= _LONGEST)


def _shown(page: Page, around: Sequence[Span]) -> Iterator[Span]:
    yield from outside(around, lines_of(page.text, [(0, len(page.text))]))
