"""Fields and content controls (ECMA-376 Part 1, 17.16 and 17.5): what is an instruction, and what is a table of contents."""

import re
from dataclasses import dataclass, field

from outline.readers.docx.number_formats import written

_CIRCLED = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*○\s*[,，;]\s*(\d{1,2})\s*\)\s*", re.IGNORECASE)
"""How Word draws a character in a circle, over which it lays it (17.16.5.20): such a field has no result."""


@dataclass(slots=True, eq=False)
class Contents:
    """A table of contents, and whether it ended: one that did not would reach to the end of the document."""

    has_ended: bool = False


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False
    contents: Contents | None = None


class Fields:
    """The fields and content controls that are open where the reader stands; a field is an instruction, then its result."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []
        self._without_result = 0
        self._controls: list[Contents | None] = []
        self._contents: dict[Contents, None] = {}  # in the order they began; any number of them may be open

    @property
    def in_instruction(self) -> bool:
        """Is this no text, but what a field is made from? An instruction may hold fields itself."""
        return self._without_result > 0

    @property
    def in_field(self) -> bool:
        """Does what stands here belong to a field?"""
        return bool(self._fields)

    @property
    def contents(self) -> Contents | None:
        """The outermost table of contents that is open."""
        return next(iter(self._contents), None)

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._fields.append(_Field())
        self._without_result += 1

    def instruct(self, instruction: str) -> None:
        """A piece of the instruction."""
        if self._fields:
            self._fields[-1].instruction.append(instruction)

    def separate(self) -> None:
        """The instruction ends, the result begins."""
        if self._fields and not self._fields[-1].has_result:
            inner = self._fields[-1]
            inner.has_result = True
            self._without_result -= 1
            if "".join(inner.instruction).split(maxsplit=1)[:1] == ["TOC"]:
                inner.contents = self._begin_contents()

    def end(self) -> str:
        """The innermost field ends; what its instruction draws, if that is a number in a circle."""
        if not self._fields:
            return ""
        inner = self._fields.pop()
        self._without_result -= not inner.has_result
        self._end_contents(inner.contents)
        circled = None if inner.has_result else _CIRCLED.fullmatch("".join(inner.instruction))
        return written(int(circled[1]), "decimalEnclosedCircle") if circled else ""

    def end_instructions(self) -> None:
        """A paragraph ends, and with it what is still an instruction: one without an end would swallow the rest of the document."""
        while self._fields and not self._fields[-1].has_result:
            self.end()

    def begin_control(self) -> None:
        """A content control begins."""
        self._controls.append(None)

    def say_gallery(self, gallery: str | None) -> None:
        """The innermost content control comes from this gallery of Word (17.5.2.11)."""
        if self._controls and self._controls[-1] is None and gallery == "Table of Contents":
            self._controls[-1] = self._begin_contents()

    def end_control(self) -> None:
        """The innermost content control ends."""
        self._end_contents(self._controls.pop())

    def _begin_contents(self) -> Contents:
        begun = Contents()
        self._contents[begun] = None
        return begun

    def _end_contents(self, contents: Contents | None) -> None:
        if contents:
            contents.has_ended = True
            del self._contents[contents]
