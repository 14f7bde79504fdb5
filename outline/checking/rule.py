"""What a rule is, and how grave what it finds."""

from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest on: what is wrong with the numbers, what a careful reader would mark, what is doubtful about the reading."""


class Rule(NamedTuple):
    """A code with its severity, what it is called and means, a text that has such a finding, and one like it that has none.

    The texts are empty where a finding says something of a file.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    example: str = ""
    counter_example: str = ""
