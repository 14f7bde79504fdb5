"""Chunks in the pipelines of others, with the real packages: each whole, with a toy embedding and a store in memory.

`.ci/run` has a step of its own for them; elsewhere those that are not installed are left out.
"""

import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from outline import chunks

SPEECH = """在修路会上的讲话
同志们：
今天讲两件事。
一、修路
（一）先修村道。村道最要
— 3 —
紧。
（二）再修县 道。县道要等明年。
二、种树
先种河边。再种山上。后种路旁。先种河边。
同志们，路在脚下。"""
SIZE = 40
WORDS = ("村道", "县道", "河边", "山上", "路旁", "脚下")


def embedding(text: str) -> list[float]:
    """How often each of the words is said, and a little of everything, lest a text be at no angle to any."""
    return [*(float(text.count(word)) for word in WORDS), 0.01]


def test_the_package_loads_none_of_them() -> None:
    code = "import sys, outline, outline.chunking.chunks\nfrom outline.command.app import app\n"
    code += "others = {'langchain_core', 'llama_index', 'haystack', 'mcp', 'docling_core'}\n"
    code += "print([name for name in sys.modules if name.split('.')[0] in others])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.filterwarnings("ignore")
def test_langchain_from_text_to_answer() -> None:
    pytest.importorskip("langchain_text_splitters")
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import InMemoryVectorStore

    from outline.langchain import OutlineTextSplitter

    class Toy(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [embedding(text) for text in texts]

        def embed_query(self, text: str) -> list[float]:
            return embedding(text)

    splitter = OutlineTextSplitter(SIZE, add_start_index=True)
    split = splitter.split_documents([Document(page_content=SPEECH, metadata={"source": "a.txt"})])
    expected = chunks(SPEECH, max_size=SIZE)
    assert [document.page_content for document in split] == [chunk.text for chunk in expected]
    assert [(document.metadata["start_index"], document.metadata["end_index"]) for document in split] == [
        (chunk.start, chunk.end) for chunk in expected
    ]
    assert all(document.metadata["source"] == "a.txt" for document in split)
    assert splitter.split_text(SPEECH) == [chunk.text for chunk in expected]
    store = InMemoryVectorStore(Toy())
    store.add_documents(split)
    (found,) = store.similarity_search("县道", k=1)
    assert "再修县道" in found.page_content and "— 3 —" not in found.page_content
    with_headings = OutlineTextSplitter(
        SIZE, with_headings=True, length_function=lambda text: len(text)
    ).create_documents([SPEECH])
    assert [document.page_content for document in with_headings] == [chunk.content for chunk in expected]
    assert "start_index" not in with_headings[0].metadata


@pytest.mark.filterwarnings("ignore")
def test_llama_index_from_text_to_answer() -> None:
    pytest.importorskip("llama_index.core")
    from llama_index.core import Document, VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.core.ingestion import IngestionPipeline
    from llama_index.core.schema import MetadataMode, NodeRelationship

    from outline.llama_index import OutlineNodeParser

    class Toy(BaseEmbedding):
        def _get_text_embedding(self, text: str) -> list[float]:
            return embedding(text)

        def _get_query_embedding(self, query: str) -> list[float]:
            return embedding(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return embedding(query)

    parser = OutlineNodeParser(max_size=SIZE)
    document = Document(text=SPEECH, id_="a.txt", metadata={"file": "a.txt"})
    nodes = parser.get_nodes_from_documents([document])
    expected = chunks(SPEECH, max_size=SIZE)
    assert [(node.text, node.start_char_idx, node.end_char_idx) for node in nodes] == [
        (chunk.text, chunk.start, chunk.end) for chunk in expected
    ]
    by_chunk = {node.metadata["chunk"]: node for node in nodes}
    for node, chunk in zip(nodes, expected, strict=True):
        assert node.metadata["file"] == "a.txt" and node.ref_doc_id == "a.txt"
        assert (node.parent_node.node_id if node.parent_node else None) == (
            by_chunk[chunk.parent].node_id if chunk.parent else None
        )
        assert chunk.parent is None or node.node_id in [
            child.node_id for child in by_chunk[chunk.parent].child_nodes or []
        ]
        assert "\n".join(chunk.headings) in node.get_content(metadata_mode=MetadataMode.EMBED)
    assert any(node.parent_node for node in nodes)
    for one, other in pairwise(nodes):
        assert one.relationships[NodeRelationship.NEXT].node_id == other.node_id
        assert other.relationships[NodeRelationship.PREVIOUS].node_id == one.node_id
    assert [node.node_id for node in parser.get_nodes_from_documents([document])] == [node.node_id for node in nodes]
    made = IngestionPipeline(transformations=[parser, Toy()]).run(documents=[document])
    index = VectorStoreIndex(made, embed_model=Toy())
    (found,) = index.as_retriever(similarity_top_k=1).retrieve("县道")
    assert "再修县道" in found.node.get_content()
    assert parser.to_dict() | {"max_size": SIZE, "class_name": "OutlineNodeParser"} == parser.to_dict()


@pytest.mark.filterwarnings("ignore")
def test_haystack_from_text_to_answer() -> None:
    pytest.importorskip("haystack")
    from haystack import Document, Pipeline, component
    from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
    from haystack.components.writers import DocumentWriter
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    from outline.haystack import OutlineSplitter

    @component
    class Toy:
        @component.output_types(documents=list[Document])
        def run(self, documents: list[Document]) -> dict[str, list[Document]]:
            for document in documents:
                document.embedding = embedding(document.content or "")
            return {"documents": documents}

    store = InMemoryDocumentStore()
    pipeline = Pipeline()
    pipeline.add_component("splitter", OutlineSplitter(max_size=SIZE))
    pipeline.add_component("embedder", Toy())
    pipeline.add_component("writer", DocumentWriter(store))
    pipeline.connect("splitter", "embedder")
    pipeline.connect("embedder", "writer")
    pipeline.run({"splitter": {"documents": [Document(content=SPEECH, meta={"file": "a.txt"})]}})
    expected = chunks(SPEECH, max_size=SIZE)
    split = sorted(store.filter_documents(), key=lambda document: document.meta["split_id"])
    assert [(document.content, document.meta["split_idx_start"]) for document in split] == [
        (chunk.text, chunk.start) for chunk in expected
    ]
    assert all(document.meta["file"] == "a.txt" for document in split)
    (found,) = InMemoryEmbeddingRetriever(store, top_k=1).run(embedding("县道"))["documents"]
    assert "再修县道" in found.content
    with_headings = Pipeline()
    with_headings.add_component("splitter", OutlineSplitter(max_size=SIZE, with_headings=True))
    assert "type: outline.haystack.OutlineSplitter" in with_headings.dumps()
    again = Pipeline.loads(with_headings.dumps(), allowed_modules=["outline.haystack"])
    assert again == with_headings
    made = again.run({"splitter": {"documents": [Document(content=SPEECH)]}})["splitter"]["documents"]
    assert [document.content for document in made] == [chunk.content for chunk in expected]
    with pytest.raises(ValueError, match="no text"):
        OutlineSplitter().run([Document(content=None)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "a.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("一、机密\n二、绝密", encoding="utf-8")
    (tmp_path / "served" / "link.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path


@pytest.mark.filterwarnings("ignore")
def test_mcp_server_as_a_client_sees_it(folder: Path) -> None:
    pytest.importorskip("mcp")
    import asyncio

    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def talk() -> None:
        command = ["-m", "outline", "mcp", "--root", str(folder / "served")]
        async with (
            stdio_client(StdioServerParameters(command=sys.executable, args=command)) as streams,
            ClientSession(*streams) as client,
        ):
            await client.initialize()
            assert {tool.name for tool in (await client.list_tools()).tools} == {"outline", "section"}
            told = (await client.call_tool("outline", {"file": "a.txt"})).structured_content
            assert told and told["title"] == "在修路会上的讲话"
            assert [section["path"] for section in told["sections"]] == ["一、", "一、/（一）", "一、/（二）", "二、"]
            shallow = (
                await client.call_tool("outline", {"file": str(folder / "served/a.txt"), "depth": 1})
            ).structured_content
            assert shallow and [section["path"] for section in shallow["sections"]] == ["一、", "二、"]
            one = (await client.call_tool("section", {"file": "a.txt", "path": "一、/（二）"})).structured_content
            assert one and one["text"] == "（二）再修县道\n县道要等明年。"
            assert one["headings"] == ["在修路会上的讲话", "一、修路"]
            around = (await client.call_tool("section", {"file": "a.txt", "path": ""})).structured_content
            assert around and around["text"].startswith("同志们：") and around["text"].endswith("路在脚下。")
            for file in ("../secret.txt", str(folder / "secret.txt"), "link.txt", "none.txt", ".", "", "a.txt\0"):
                refused = await client.call_tool("outline", {"file": file})
                assert refused.is_error and "no file in the folders" in refused.content[0].text, file
                assert "密" not in refused.content[0].text
            missing = await client.call_tool("section", {"file": "a.txt", "path": "九、"})
            assert missing.is_error and "has no section" in missing.content[0].text

    asyncio.run(asyncio.wait_for(talk(), 60))


def test_mcp_says_what_is_wrong_in_one_line(folder: Path) -> None:
    command = [sys.executable, "-m", "outline", "mcp", "--root"]
    wrong = subprocess.run([*command, str(folder / "none")], capture_output=True, text=True)
    assert wrong.returncode == 2 and "is no folder" in wrong.stderr and "Traceback" not in wrong.stderr
    if find_spec("mcp") is None:
        missing = subprocess.run([*command, str(folder)], capture_output=True, text=True)
        assert missing.returncode == 1 and missing.stderr.count("\n") == 1 and "speech-outline[mcp]" in missing.stderr
