"""`outline.docling.to_docling`, for which the extra `docling` is needed."""

from outline.chunking.docling_document import to_docling

__all__ = ["to_docling"]
