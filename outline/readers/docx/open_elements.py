"""The elements that are open where the reader of a part stands: which is left out, which run is hidden, which alternative is taken."""


class OpenElements:
    """`names`, from the outside in. An element that has just begun is the last of them, and its parent the one before.

    `left_out` and `hidden` say how many elements were open with the one that nothing in it counts of, and with the run that Word does not
    print; `shown` with a run that it prints although its paragraph is hidden; `marked` with a run that is part of a heading of `level`.
    0 if there is none.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.left_out = self.hidden = self.shown = self.marked = self.level = 0
        self._alternatives: list[bool] = []  # for each open mc:AlternateContent: is one taken?

    def is_in(self, *parents: str) -> bool:
        """Does the element that has just begun stand in these, named from the outside in?"""
        return tuple(self.names[-1 - len(parents) : -1]) == parents

    def leave_out(self) -> None:
        """Nothing in the element that has just begun counts."""
        self.left_out = len(self.names)

    def hide_run(self, is_hidden: bool) -> None:
        """An element in the w:rPr of a run says that the run is hidden (17.3.2.41), or that it is not although its style or paragraph is.

        What stands in a hidden run, such as a text box, stays hidden.
        """
        run = len(self.names) - 2
        if self.is_in("w:r", "w:rPr") and self.hidden in (0, run):
            self.hidden, self.shown = (run, 0) if is_hidden else (0, run)

    def mark_run(self, level: int) -> None:
        """An element in the w:rPr of a run says that it is part of a heading."""
        if self.is_in("w:r", "w:rPr"):
            self.marked, self.level = len(self.names) - 2, level

    def end(self) -> None:
        """The innermost element ends."""
        if self.marked == len(self.names):
            self.marked = self.level = 0
        if self.left_out or self.hidden or self.shown:
            ended = len(self.names)
            if self.left_out:
                self.left_out *= self.left_out != ended
            else:
                self.hidden *= self.hidden != ended
                self.shown *= self.shown != ended
        self.names.pop()

    def start_alternatives(self) -> None:
        """Several forms of one thing begin (ECMA-376 Part 3, 7.5)."""
        self._alternatives.append(False)

    def start_alternative(self) -> None:
        """One form begins; the first is the richest, and taken."""
        if self._alternatives and self._alternatives[-1]:
            self.leave_out()
        elif self._alternatives:
            self._alternatives[-1] = True

    def end_alternatives(self) -> None:
        """All forms end."""
        self._alternatives.pop()
