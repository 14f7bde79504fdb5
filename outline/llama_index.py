"""`outline.llama_index.OutlineNodeParser`, for which the extra `llama-index` is needed."""

from outline.chunking.llama_index_parser import OutlineNodeParser

__all__ = ["OutlineNodeParser"]
