"""What a file is, by its content first and then by the ending of its name."""

import os

from outline.document import Format
from outline.problems import FileProblem

_MARKDOWN_ENDINGS = (".md", ".markdown")


def format_of(content: bytes, name: str) -> Format:
    """The format of `content`, the bytes of a file called `name` (may be empty). Raises FileProblem for what cannot be read."""
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileProblem("is an old Word file: save it as .docx first")
    if content.lstrip()[:9].lower() in (b"<!doctype", b"<html>"):
        return "html"
    return "markdown" if os.path.splitext(name)[1].lower() in _MARKDOWN_ENDINGS else "text"
