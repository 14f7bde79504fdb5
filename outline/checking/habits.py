"""What a document does throughout: told once, with how often."""

from outline.language import gettext as _
from outline.parts import Marker, Note, Parameters

SINGLE = 3
"""As many that differ from the rest are told one by one; more are a habit, which is told once."""


def told(code: str, message: str, start: int, end: int, parameters: Parameters, times: int) -> Note:
    """The note for what is found so many `times`: the `message` and the `parameters` say how many, if it is more than once."""
    if times > 1:
        parameters = {**parameters, "count": times}
        message = _("{message} ({count} times in the text)").format(message=message, count=times)
    return Note(code, message, start, end, parameters)


def without_blanks(marker: Marker) -> str:
    """What the `marker` says, without the blanks in it."""
    return "".join(marker.text.split())
