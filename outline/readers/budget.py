"""What one document may still cost its reader, all files inside of it included. It is asked where something is made, not by what the file
says of itself."""

from outline.language import gettext as _
from outline.problems import MOVE_LIMIT, FileProblem

MOST_ELEMENTS = 1_500_000
"""Elements of XML in all parts and inner files together; a tag of HTML counts as several."""
MOST_PARAGRAPHS = 500_000
"""Paragraphs of Word, also those without text."""
MOST_MADE = 10_000_000
"""Code points that no byte of the file holds: automatic numbers, and what styles put before a paragraph. A file of 3 KB may say that every
one of a million paragraphs has a label of a thousand, and a page of 300 KB that a thousand of its paragraphs have one of 250,000."""


class OverBudget(FileProblem):
    """A document costs more than it may: it is not read at all, whichever of the files inside it was too much."""


class Budget:
    """What is left of it. Every method takes something away, and raises OverBudget if that was more than there was."""

    def __init__(self, max_size: int) -> None:
        self._max_size = self.bytes = max_size
        self._elements, self._paragraphs, self._made = MOST_ELEMENTS, MOST_PARAGRAPHS, MOST_MADE

    def unpack(self, size: int) -> None:
        """So many bytes were packed in the file."""
        self.bytes -= size
        if self.bytes < 0:
            problem = _("holds more than {most:,} bytes when it is unpacked, the limit: {advice}")
            raise OverBudget(problem.format(most=self._max_size, advice=_(MOVE_LIMIT)))

    def read_elements(self, count: int) -> None:
        """So many elements are to be read."""
        self._elements -= count
        if self._elements < 0:
            raise OverBudget(_("has more than {most:,} elements in all its parts: split it").format(most=MOST_ELEMENTS))

    def expect_paragraphs(self, count: int) -> None:
        """So many paragraphs are to be read: what is too much is known before the first of them has cost anything."""
        if count > self._paragraphs:
            self._paragraphs = 0
            self.add_paragraph()

    def add_paragraph(self) -> None:
        """One more paragraph."""
        self._paragraphs -= 1
        if self._paragraphs < 0:
            raise OverBudget(_("has more than {most:,} paragraphs: split it").format(most=MOST_PARAGRAPHS))

    def make(self, length: int) -> None:
        """So many code points are to be written that the file does not hold."""
        self._made -= length
        if self._made < 0:
            raise OverBudget(
                _("has more than {most:,} characters of automatic numbers: split it").format(most=MOST_MADE)
            )
