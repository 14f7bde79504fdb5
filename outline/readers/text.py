"""Plain text and Markdown: bytes that hold characters."""

from outline.document import Document, Format
from outline.problems import FileProblem

_BYTE_ORDER_MARK = "\ufeff"


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of `content`, every line break as it is; a byte order mark is no part of it."""
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeError as error:
        raise FileProblem(f"is not {encoding or 'UTF-8'}: name its encoding") from error
    return Document(text.removeprefix(_BYTE_ORDER_MARK), format, encoding or "utf-8")
