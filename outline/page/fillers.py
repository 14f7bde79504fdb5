"""What stands in the working text for characters that are not text, so that no offset moves."""

FILLER = "\u2060"
"""What stands in the working text for a character that is not text."""
STOP = "\u2063"
"""The same, where text was left out and no sentence goes on."""
LINE_BLANKS = " \t\r\u3000\xa0" + FILLER
"""What may stand around the words of a line without being part of them."""


def blank_out(work: str, spans: list[tuple[int, int]], first: str = FILLER) -> str:
    """`work` with every span replaced by FILLER, after one character `first`; spans may overlap."""
    if not spans:
        return work
    parts, at = [], 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end > start:
            parts += [work[at:start], first, FILLER * (end - start - 1)]
            at = end
    return "".join([*parts, work[at:]])
