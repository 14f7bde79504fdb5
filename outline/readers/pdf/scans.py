"""Pages that are pictures of text: what else stands on them, such as a watermark, is not their text."""

from outline.readers.pdf.printed_lines import Page


def with_scans(pages: list[Page]) -> list[Page]:
    """The pages; those that are mostly a picture and hold nothing beside it but furniture are lost."""
    return [page._replace(lost=page.lost or (page.pictured and not _has_speech(page))) for page in pages]


def _has_speech(page: Page) -> bool:
    return any(not line.furniture for line in page.lines)
