"""Chunks for Haystack pipelines (https://docs.haystack.deepset.ai)."""

from collections.abc import Iterator
from typing import Any

from outline.chunking.chunk_metadata import metadata_of
from outline.chunking.chunks import chunks

try:
    from haystack import Document, component, default_to_dict
except ImportError as error:
    raise ImportError('outline.haystack needs: pip install "speech-outline[haystack]"') from error


@component
class OutlineSplitter:
    """Splits documents where their sections and sentences end.

    What it makes has the metadata of its document, what `outline.chunking.chunk_metadata` tells, and, as from other splitters, `source_id`,
    `split_id`, `split_idx_start` and `page_number`. With `with_headings` its content begins with the headings above it, which count towards
    `max_size` in any case. The same document has the same splits with the same ids.
    """

    __module__ = "outline.haystack"  # what saved pipelines call it by

    def __init__(
        self,
        *,
        max_size: int = 800,
        min_size: int = 0,
        overlap: int = 0,
        verbatim: bool = False,
        with_headings: bool = False,
    ) -> None:
        """The sizes are in characters, as those of `outline.chunks`."""
        self.max_size, self.min_size, self.overlap = max_size, min_size, overlap
        self.verbatim, self.with_headings = verbatim, with_headings

    def to_dict(self) -> dict[str, Any]:
        """What a pipeline is saved with."""
        told: dict[str, Any] = default_to_dict(
            self,
            max_size=self.max_size,
            min_size=self.min_size,
            overlap=self.overlap,
            verbatim=self.verbatim,
            with_headings=self.with_headings,
        )
        return told

    @component.output_types(documents=list[Document])  # type: ignore[untyped-decorator]
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """The splits of all documents in order. ValueError for a document without text."""
        return {"documents": [split for document in documents for split in self._splits(document)]}

    def _splits(self, document: Document) -> Iterator[Document]:
        if document.content is None:
            raise ValueError(f"document {document.id} has no text to split")
        found = chunks(
            document.content,
            max_size=self.max_size,
            min_size=self.min_size,
            overlap=self.overlap,
            verbatim=self.verbatim,
        )
        for n, chunk in enumerate(found):
            told = {"source_id": document.id, "split_id": n, "split_idx_start": chunk.start, "split_idx_end": chunk.end}
            page = document.content.count("\f", 0, chunk.start) + 1
            yield Document(
                content=chunk.content if self.with_headings else chunk.text,
                meta=document.meta | metadata_of(chunk) | told | {"page_number": page},
            )
