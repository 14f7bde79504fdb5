"""All that is to be said of the numbering of an outline."""

from outline.model import Note, Outline


def check(outline: Outline) -> list[Note]:
    """What is wrong."""
    return [n for n in outline.notes if n.code not in ("doubtful", "heading-guessed")]
