"""Chunks as nodes of LlamaIndex (https://developers.llamaindex.ai)."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from outline.chunking.chunk import Chunk
from outline.chunking.chunk_metadata import metadata_of
from outline.chunking.chunks import chunks

try:
    from llama_index.core.node_parser import NodeParser
    from llama_index.core.schema import BaseNode, Document, MetadataMode, NodeRelationship, TextNode
except ImportError as error:
    raise ImportError('outline.llama_index needs: pip install "speech-outline[llama-index]"') from error

_IDS = ("parent", "previous", "next", "chunk", "sections", "level", "page", "paragraph", "line")
"""What a model that is shown a node does not need: the headings it does."""


class OutlineNodeParser(NodeParser):  # type: ignore[misc]  # of an extra, which has no types where it is not installed
    """Makes nodes of documents where their sections and sentences end.

    A node stands below that which holds the heading above it (PARENT, CHILD) and between its neighbours (PREVIOUS, NEXT). Its offsets are
    those of the chunk, also where a text is torn and the text of the node is not found in it. Its id follows from those of its document and
    its chunk. The headings are in its metadata, which LlamaIndex puts before the text that it embeds.
    """

    max_size: int = 800
    min_size: int = 0
    overlap: int = 0
    verbatim: bool = False

    @classmethod
    def class_name(cls) -> str:
        """What it is called where pipelines are saved."""
        return "OutlineNodeParser"

    def _parse_nodes(self, nodes: Sequence[BaseNode], show_progress: bool = False, **_: Any) -> list[BaseNode]:
        return [made for node in nodes for made in self._nodes_of(node)]

    def _nodes_of(self, node: BaseNode) -> Iterator[BaseNode]:
        found = chunks(
            node.get_content(metadata_mode=MetadataMode.NONE),
            max_size=self.max_size,
            min_size=self.min_size,
            overlap=self.overlap,
            verbatim=self.verbatim,
        )
        made = {chunk.id: self._node(chunk, node) for chunk in found}
        for chunk in found:
            one = made[chunk.id]
            if chunk.parent is not None:
                above = made[chunk.parent]
                one.relationships[NodeRelationship.PARENT] = above.as_related_node_info()
                above.relationships.setdefault(NodeRelationship.CHILD, []).append(one.as_related_node_info())
        yield from made.values()

    def _node(self, chunk: Chunk, node: BaseNode) -> TextNode:
        left_out = [*_IDS, *node.excluded_embed_metadata_keys]
        return TextNode(
            id_=str(uuid5(NAMESPACE_OID, f"{node.node_id}/{chunk.id}")),
            text=chunk.text,
            start_char_idx=chunk.start,
            end_char_idx=chunk.end,
            metadata=metadata_of(chunk),
            excluded_embed_metadata_keys=left_out,
            excluded_llm_metadata_keys=[*_IDS, *node.excluded_llm_metadata_keys],
            relationships={NodeRelationship.SOURCE: node.as_related_node_info()},
        )

    def _postprocess_parsed_nodes(self, nodes: list[BaseNode], parent_doc_map: dict[str, Document]) -> list[BaseNode]:
        """As for all parsers, but for the offsets: the base class looks for the text of a node, and finds that of another or none."""
        offsets = [(node.start_char_idx, node.end_char_idx) for node in nodes]
        done: list[BaseNode] = super()._postprocess_parsed_nodes(nodes, parent_doc_map)
        for node, (start, end) in zip(done, offsets, strict=True):
            node.start_char_idx, node.end_char_idx = start, end
        return done
