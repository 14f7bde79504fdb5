"""What stands somewhere in a text, in the words of `grammar/outline.lark`."""

from outline.numbering.openings import Opening


class Event:
    """What stands at `start`:`end` (code points): `type`, the terminal of `grammar/outline.lark`, and `text`, cleaned.

    OPEN and CLOSE stand where a section begins and ends and have no text. `opening` is what OPEN, PART, MARKER and HEADING know of their
    section; `is_guess` says of a HEADING that nothing shows where it ends; `is_table` of a paragraph that it is a table.
    """

    __slots__ = ("end", "is_guess", "is_table", "opening", "start", "text", "type")

    # What Lark asks of the last token, to place the end of the input.
    start_pos = line = column = end_line = end_column = end_pos = None

    def __init__(
        self,
        type_: str,
        start: int,
        end: int,
        text: str = "",
        opening: Opening | None = None,
        is_guess: bool = False,
        is_table: bool = False,
    ) -> None:
        self.type = type_
        self.start = start
        self.end = end
        self.text = text
        self.opening = opening
        self.is_guess = is_guess
        self.is_table = is_table

    @property
    def kind(self) -> str:
        """The type as a word: `heading`."""
        return self.type.lower()

    def __repr__(self) -> str:
        return f"Event({self.type}, {self.start}, {self.end}, {self.text!r})"
