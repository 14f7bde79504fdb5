"""The outline as bookmarks of the PDF that it was read from. Pages stay as they are."""

from io import BytesIO
from typing import Any

from outline.document import Document
from outline.language import gettext as _
from outline.model import Outline, Section
from outline.problems import FileProblem
from outline.writers.visible import visible


def with_bookmarks(content: bytes, outline: Outline, document: Document) -> bytes:
    """The PDF `content` with the sections of `outline` as its bookmarks, in place of those that it had. `document` is what was read of it.

    Raises FileProblem if the PDF is locked or cannot be written anew, or pypdf is not installed.
    """
    try:
        from pypdf import PdfReader, PdfWriter
    except ImportError as missing:
        raise FileProblem(_('needs the extra pdf: pip install "speech-outline[pdf]"')) from missing
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise FileProblem(_("is locked: save it without a password first"))
        writer = PdfWriter(clone_from=reader)
        writer.root_object.pop("/Outlines", None)
        last = len(writer.pages) - 1
        waiting: list[tuple[Section, Any]] = [(section, None) for section in reversed(outline.sections)]
        while waiting:
            section, parent = waiting.pop()
            page = min(max(document.place_of(section.start) - 1, 0), last)
            made = writer.add_outline_item(title=visible(section.label_and_heading), page_number=page, parent=parent)
            waiting.extend((below, made) for below in reversed(section.sections))
        if outline.sections:
            writer.page_mode = "/UseOutlines"
        written = BytesIO()
        writer.write(written)
    except FileProblem:
        raise
    except Exception as error:  # pypdf tells of damage by errors of many kinds
        raise FileProblem(_("cannot be written with bookmarks: {reason}").format(reason=visible(str(error)))) from error
    return written.getvalue()
