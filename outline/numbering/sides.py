"""What each of two candidates brings along into the evidence for their belonging together."""

from outline.numbering.candidates import Candidate
from outline.numbering.edges import Edge
from outline.numbering.marker_text import WHATEVER_IS_NEXT
from outline.numbering.surroundings import Around


class Side:
    """What a candidate brings along into the facts of two: what is compared, and its own facts as the `last` of a series, as the `next`,
    as the last of a series that is `closed`, as what stands `outside` of it, as the marker of an `outer` section and as the first of an
    `inner` series."""

    __slots__ = (
        *(
            "candidate",
            "start",
            "end",
            "words_before",
            "number",
            "family",
            "rank",
            "style",
            "is_plain",
            "is_decimal",
            "may_be_word",
            "begins_anew",
        ),
        *("successor_start", "addressed", "paragraph", "last", "next", "closed", "outside", "outer", "inner"),
    )

    def __init__(self, c: Candidate, around: Around) -> None:
        self.candidate, self.start, self.end = c, c.start, c.end
        self.words_before = around.words_before
        self.number, self.family, self.rank = c.number, c.family, c.rank
        self.style = c.numbering.style
        self.is_plain = c.number != WHATEVER_IS_NEXT and c.group != "decimal" and not c.numbering.is_inserted
        self.is_decimal = bool(c.numbering.outer)
        self.begins_anew = around.begins_anew
        self.may_be_word = c.kind == "NUMERAL_VERB" or c.edge is Edge.GLUE
        self.successor_start, self.addressed, self.paragraph = (
            around.successor_start,
            around.addressed,
            around.paragraph,
        )
        self.last = c.kind, around.coarse
        self.next = c.kind, c.group, around.coarse
        rank = int(c.rank)
        self.closed = c.group, rank if rank < 6 else 6
        self.outside = c.group, around.behind_colon, c.number == 1, around.below_heading
        self.outer = c.kind, c.group, around.coarse, rank if rank < 5 else 5
        self.inner = self.next, around.below_heading, around.announced_several, around.behind_colon
