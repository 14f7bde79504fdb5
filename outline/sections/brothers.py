"""The sections like the last one of a speech: how much each of them says tells where the last one ends and the closing begins."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from outline.numbering.features import Facts
from outline.page.dress import heads_line
from outline.page.lines import Span

_MANY = 2


class Brothers(NamedTuple):
    """What is known of the sections of one style before the last one.

    - `most`: how many paragraphs the body of one has at most, -1 if no body is known;
    - `most_below`: how many of these stand below the line of the heading;
    - `has_parents`: have some of them sections of their own instead?
    """

    most: int = -1
    most_below: int = -1
    has_parents: bool = False

    def with_body(self, work: str, body: Sequence[Span]) -> Self:
        """These and one more, which has this body and no sections."""
        below = lines_below(work, body)
        return self._replace(most=max(self.most, len(body)), most_below=max(self.most_below, below))

    def with_parent(self) -> Self:
        """These and one more, which has sections of its own."""
        return self._replace(has_parents=True)

    def facts(self, below: int, has_cue: bool) -> Facts:
        """Of a paragraph that has `below` paragraphs above it below the heading of the last section, -1 if it stands on the line of the
        heading."""
        return self._place(below), min(self.most_below, _MANY), has_cue

    def _place(self, below: int) -> str:
        if self.most < 0:
            return "parents" if self.has_parents else "alone"
        most = self.most_below
        return "head" if below < 0 else "more" if below > most else "next" if below == most else "within"


def of_brothers(facts: Facts) -> Iterator[str]:
    """What speaks for a paragraph by what the sections like the last one have."""
    place, most, has_cue = facts
    yield f"below={place} most={most} cue={has_cue}"  # each of three points is one paragraph, and this stands below the third


def lines_below(work: str, body: Sequence[Span]) -> int:
    """How many paragraphs of a body stand below the line of its heading."""
    return len(body) - (bool(body) and not heads_line(work, body[0][0]))
