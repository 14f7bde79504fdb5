"""`outline.langchain.OutlineTextSplitter`, for which the extra `langchain` is needed."""

from outline.chunking.langchain_splitter import OutlineTextSplitter

__all__ = ["OutlineTextSplitter"]
