"""`outline.haystack.OutlineSplitter`, for which the extra `haystack` is needed."""

from outline.chunking.haystack_splitter import OutlineSplitter

__all__ = ["OutlineSplitter"]
