"""A terminal of the grammar as a value."""

from typing import NamedTuple


class Terminal(NamedTuple):
    """A terminal with a priority, which is a marker or a reference, and the regular expression that it is."""

    name: str
    priority: int
    regexp: str
