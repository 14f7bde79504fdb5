"""Chunks for LangChain pipelines (https://docs.langchain.com)."""

from collections.abc import Iterator
from typing import Any

from outline.chunking.chunk import Chunk
from outline.chunking.chunk_metadata import metadata_of
from outline.chunking.chunks import chunks

try:
    from langchain_core.documents import Document
    from langchain_text_splitters import TextSplitter
except ImportError as error:
    raise ImportError('outline.langchain needs: pip install "speech-outline[langchain]"') from error


class OutlineTextSplitter(TextSplitter):  # type: ignore[misc]  # of an extra, which has no types where it is not installed
    """Splits speeches where their sections and sentences end.

    The metadata of a document that it makes are those it was made of and what `outline.chunking.chunk_metadata` tells. With `with_headings`
    its text begins with the headings above it, which count towards `chunk_size` in any case. With `add_start_index` there are `start_index`
    and `end_index` too, where the chunk stands in the text, also where that is torn and its text is not found there.

    >>> splitter = OutlineTextSplitter(chunk_size=30)
    >>> [(made.metadata["chunk"], made.page_content) for made in splitter.create_documents(["一、修路\\n先修桥。\\n二、种树\\n先种河边。"])]
    [('1', '一、修路\\n先修桥。\\n二、种树\\n先种河边。')]
    """

    def __init__(
        self,
        chunk_size: int = 800,
        chunk_overlap: int = 0,
        *,
        min_size: int = 0,
        verbatim: bool = False,
        with_headings: bool = False,
        **options: Any,
    ) -> None:
        """`options` are those of `TextSplitter`: `length_function`, `add_start_index`."""
        super().__init__(chunk_size=chunk_size, chunk_overlap=chunk_overlap, **options)
        self._min_size, self._verbatim, self._with_headings = min_size, verbatim, with_headings

    def split_text(self, text: str) -> list[str]:
        """The texts of the chunks."""
        return [self._content(chunk) for chunk in self._chunks(text)]

    def create_documents(self, texts: list[str], metadatas: list[dict[Any, Any]] | None = None) -> list[Document]:
        """The chunks of all `texts` in order; `metadatas` are those of the texts."""
        told = metadatas or [{} for _ in texts]
        return [
            document for text, metadata in zip(texts, told, strict=True) for document in self._documents(text, metadata)
        ]

    def _documents(self, text: str, metadata: dict[Any, Any]) -> Iterator[Document]:
        for chunk in self._chunks(text):
            place = {"start_index": chunk.start, "end_index": chunk.end} if self._add_start_index else {}
            yield Document(page_content=self._content(chunk), metadata=metadata | metadata_of(chunk) | place)

    def _content(self, chunk: Chunk) -> str:
        return chunk.content if self._with_headings else chunk.text

    def _chunks(self, text: str) -> list[Chunk]:
        return chunks(
            text,
            max_size=self._chunk_size,
            min_size=self._min_size,
            overlap=self._chunk_overlap,
            length=self._length_function,
            verbatim=self._verbatim,
        )
