"""The evidence of a text whose file marks headings or counts labels: that of the text, and what the file itself says."""

from outline.numbering.candidates import Candidate
from outline.numbering.file_features import of_going_on, of_heading, of_leaving, of_point, of_stay
from outline.numbering.file_fellows import tell_fellows
from outline.numbering.judge import Judge, Scales
from outline.numbering.stacks import Open
from outline.page.page import Page

_MARKS_POINTS = 2
"""So many points inside of paragraphs a file marks that does so on purpose."""


def judge_of(candidates: list[Candidate], page: Page, scales: Scales) -> Judge:
    """What weighs the evidence of a text."""
    if not any(c.level or c.list for c in candidates):
        return Judge(candidates, page, scales)
    tell_fellows(candidates)
    return MarkedJudge(candidates, page, scales)


class MarkedJudge(Judge):
    """A heading without a number is weighed by what the file says alone. It parts a text as a new one would: in its section, a series
    stands as at the top."""

    def __init__(self, candidates: list[Candidate], page: Page, scales: Scales) -> None:
        super().__init__(candidates, page, scales)
        self._of_file = scales.table(iter)
        inner = {heading.start for heading in page.document.inner_headings}
        marked = sum(c.start in inner for c in candidates if c.level and c.is_marker) if inner else 0
        self._marks_points = marked >= _MARKS_POINTS

    def accepts(self, c: Candidate) -> float:
        """What speaks for the candidate."""
        if not c.is_marker:
            return self._of_file[of_heading(c)]
        return super().accepts(c) + self._of_file[of_point(c, self._marks_points)]

    def opens(self, c: Candidate) -> float:
        """What speaks for a series that begins with it."""
        return super().opens(c) if c.is_marker else 0.0

    def steps(self, s: Open, c: Candidate) -> float:
        """What speaks for its going on with a series."""
        return super().steps(s, c) + self._of_file[of_going_on(s.last, c)]

    def closes(self, s: Open, c: Candidate) -> float:
        """What speaks against closing the series before `c`."""
        of_text = super().closes(s, c) if s.last.is_marker and c.is_marker else self.ends(s)
        return of_text + self._of_file[self._leaving(s, c)]

    def ends(self, s: Open) -> float:
        """What speaks against closing the series at the end of the text."""
        return super().ends(s) if s.last.is_marker else 0.0

    def stands(self, parent: Open | None, c: Candidate, closed: int) -> float:
        """What speaks for a section that begins with `c` in that of the last member of `parent`, once `closed` series are over."""
        of_file = self._of_file[of_stay(parent, c)] if parent else 0.0
        return of_file + super().stands(_numbered(parent), c, closed) if c.is_marker else of_file

    def told_at_end(self, s: Open) -> tuple[str, ...]:
        """The features of what `ends` weighs."""
        return super().told_at_end(s) if s.last.is_marker else ()

    def _leaving(self, s: Open, c: Candidate) -> tuple[str, ...]:
        return of_leaving(s.last, c, self._sides[s.place].successor_start > c.start)

    def _told_of(self, c: Candidate, part: int) -> tuple[str, ...]:
        return super()._told_of(c, part) + of_point(c, self._marks_points) if c.is_marker else of_heading(c)

    def _told_of_step(self, s: Open, c: Candidate) -> tuple[str, ...]:
        return super()._told_of_step(s, c) + of_going_on(s.last, c)

    def _told_of_place(self, parent: Open | None, c: Candidate, closed: int) -> tuple[str, ...]:
        of_text = super()._told_of_place(_numbered(parent), c, closed) if c.is_marker else ()
        return of_text + (of_stay(parent, c) if parent else ())

    def _told_of_closing(self, s: Open, c: Candidate) -> tuple[str, ...]:
        of_text = super()._told_of_closing(s, c) if s.last.is_marker and c.is_marker else ()
        return of_text + self._leaving(s, c)


def _numbered(parent: Open | None) -> Open | None:
    """The series in whose section another begins, if it is one of numbers."""
    return parent if parent and parent.last.is_marker else None
