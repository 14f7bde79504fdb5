"""Outlines as documents of Docling: its chunkers and serializers get all of the speech."""

import pytest

from outline import parse, read

pytest.importorskip("docling_core")
pytestmark = pytest.mark.filterwarnings("ignore")

SPEECH = """在修路会上的讲话
同志们：
今天讲两件事。
一、修路
（一）先修村道
（二）再修县道
（三）桥要紧。先修三座。
二、种树
先种河边。
同志们，路在脚下。"""


def words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_chunker_gets_every_word_below_its_headings() -> None:
    from docling_core.transforms.chunker.hierarchical_chunker import HierarchicalChunker

    from outline.docling import to_docling

    found = [*HierarchicalChunker().chunk(to_docling(parse(SPEECH)))]
    told = "".join(chunk.text for chunk in found) + "".join(
        dict.fromkeys(heading for chunk in found for heading in chunk.meta.headings or [])
    )
    assert sorted(words(told)) == sorted(words(SPEECH))
    points = next(chunk for chunk in found if "先修村道" in chunk.text)
    assert "（二）再修县道" in points.text and [*points.meta.headings][-1] == "一、修路"
    bridges = next(chunk for chunk in found if "先修三座" in chunk.text)
    assert [*bridges.meta.headings][-2:] == ["一、修路", "（三）桥要紧"]


def test_serializer_writes_markdown() -> None:
    from outline.docling import to_docling

    written = to_docling(parse(SPEECH, name="a.txt")).export_to_markdown()
    assert written.startswith("# 在修路会上的讲话\n") and "## 一、修路" in written and "（一）先修村道" in written
    assert sorted(words(written)) == sorted(words(SPEECH))


def test_table_is_a_table() -> None:
    from outline.docling import to_docling

    page = "<h1>一、修路</h1><table><tr><td>村</td><td>里</td></tr><tr><td>东村</td><td>3</td></tr><tr><td>西村</td><td>5</td></tr>"
    page += "</table><p>先修桥。</p><h1>二、种树</h1><p>再种。</p>"
    document = to_docling(parse(read(page.encode(), format="html")))
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.data.grid] == [["村", "里"], ["东村", "3"], ["西村", "5"]]
    again = type(document).model_validate_json(document.model_dump_json())
    assert again == document


def test_empty_text_is_an_empty_document() -> None:
    from outline.docling import to_docling

    assert to_docling(parse("")).export_to_markdown() == ""
