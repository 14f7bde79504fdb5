"""What happens to files: bytes that flip, vanish, come twice, and words that stand where no word should."""

from collections.abc import Callable

import sample_files
from hypothesis import strategies as st

WORDS: dict[str, list[bytes]] = {
    "text": [b"\xff", b"\x81", b"\x81\x30", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[31m", b"<br>", b"\xa3\xa8"],
    "html": [
        *(b"<p>", b"</p>", b"<ol start=-9999999999 reversed>", b"<ol type=I>", b"<li value=99999999999999999999>"),
        *(b"<div>" * 500, b"</div>", b"<table>", b"<!--", b"-->", b"<script>", b"<style>", b"</style>", b"<![CDATA["),
        *(b"&#xD800;", b"&#1114112;", b"&nbsp;", b"<meta charset=utf-16>", b"<base href=//x>", b"\0", b"<", b'"', b"{"),
        *(b"MIME-Version: 1.0\n", b"Content-Type: multipart/related; boundary=b\n\n", b"\n--b\n", b"charset=utf-7"),
        *(b"<pre>", b"<br>", b"<template>", b"<frameset>", b"<svg>", b"counter(a, cjk-ideographic)"),
    ],
    "markdown": [
        *(
            b"# ",
            b"> ",
            b"- ",
            b"1. ",
            b"    ",
            b"**",
            b"`",
            b"```\n",
            b"~~~",
            b"[",
            b"](",
            b"![",
            b"]: x\n",
            b"[^1]",
            b"<b>",
            b"<!--",
            b"-->",
        ),
        *(
            b"<table><tr><td>",
            b"</td><td>",
            b"|",
            b"|-|-|\n",
            b"\\",
            b"&nbsp;",
            b"{#a}",
            b"---\n",
            b"===\n",
            b"\r",
            b"\r\n",
            b"\n\n",
            b"\t",
        ),
    ],
    "docx": [
        *(b"<w:p>", b"</w:p>", b"<w:p/>" * 200, b"<w:tbl>", b"<w:del>", b'w:val="-1"', b'w:val="99999999999"'),
        *(b'<w:numId w:val="999"/>', b"<w:br/>", b"<w:sdt>", b"&#0;", b"&x;", b"<!DOCTYPE a [<!ENTITY x 'y'>]>"),
        *(b'w:val=""', b'w:lvlText w:val="%1%2%9"', b'w:numFmt w:val="chineseCounting"', b"<![CDATA[", b"xmlns:w=''"),
        *(
            b"<w:vanish/>",
            b'<w:br w:type="page"/>',
            b'<w:framePr w:dropCap="drop"/>',
            b'<w:footnoteReference w:id="1"/>',
        ),
        *(
            b'<w:jc w:val="center"/>',
            b'<w:altChunk r:id="rId9"/>',
            b'<w:style w:type="table">',
            b"<w:rPr></w:rPr>",
            b"<!-- -->",
        ),
    ],
    "pdf": [
        *(b"endobj", b"stream\n", b"endstream", b"0 0 R", b"1 0 R", b"3 0 R", b"<<", b">>", b"[", b"]", b"null"),
        *(b"BT ET", b"-1", b"99999999999", b"/Kids [2 0 R]", b"/Count 1000000", b"/Length 999999", b"<FFFF> Tj"),
        *(b"/Encrypt 1 0 R", b"/Rotate 90", b"1e308 0 0 1e308 0 0 Tm", b"0 Tf", b"%PDF-1.4", b"%%EOF"),
        *(b"/Outlines 7 0 R", b"/First 8 0 R", b"/Next 8 0 R", b"/Next 9 0 R", b"/Dest [4 0 R]", b"/Title <FEFFD800>"),
    ],
}


def _overwrite(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[:start] + word + content[start + len(word) :]


def _insert(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[:start] + word + content[start:]


def _delete(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[:start] + content[end:]


def _repeat(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[:end] + content[start:end] * (1 + len(word) % 10) + content[end:]


def _move(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[end:] + content[start:end] + content[:start]


def _truncate(content: bytes, start: int, end: int, word: bytes) -> bytes:
    return content[:end]


class File(bytes):
    """The bytes of a damaged file, which a failure need not print: what happened to it is printed."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


_KINDS: list[Callable[[bytes, int, int, bytes], bytes]] = [_overwrite, _insert, _delete, _repeat, _move, _truncate]


def damaged(content: bytes, words: list[bytes]) -> st.SearchStrategy[bytes]:
    """`content` with one to six mishaps, few of them long."""
    place = st.integers(0, len(content))
    length = st.one_of(st.integers(0, 8), st.integers(0, len(content)))
    word = st.one_of(st.sampled_from(words), st.binary(max_size=4))
    mishaps = st.lists(st.tuples(st.sampled_from(_KINDS), place, length, word), min_size=1, max_size=6)
    return mishaps.map(lambda these: _after(content, these))


def _after(content: bytes, mishaps: list[tuple[Callable[[bytes, int, int, bytes], bytes], int, int, bytes]]) -> bytes:
    for kind, start, length, word in mishaps:
        content = kind(content, start, start + length, word)
    return File(content)


def damaged_docx() -> st.SearchStrategy[bytes]:
    """A .docx damaged from outside, or with one of its parts damaged or gone."""
    parts = sample_files.docx_parts()
    one_part = st.sampled_from(sorted(parts)).flatmap(
        lambda name: damaged(parts[name], WORDS["docx"]).map(
            lambda part: File(sample_files.packed({**parts, name: part}))
        )
    )
    one_gone = st.sampled_from(sorted(parts)).map(
        lambda gone: File(sample_files.packed({name: part for name, part in parts.items() if name != gone}))
    )
    return st.one_of(damaged(sample_files.docx(), [b"PK\1\2", b"PK\3\4", b"\0\0\0\0"]), one_part, one_gone)


FILES: dict[str, Callable[[], st.SearchStrategy[bytes]]] = {
    "text": lambda: st.one_of(
        *(damaged(make(), WORDS["text"]) for make in (sample_files.text, sample_files.wide_text))
    ),
    "markdown": lambda: damaged(sample_files.markdown(), WORDS["markdown"]),
    "html": lambda: st.one_of(
        *(damaged(make(), WORDS["html"]) for make in (sample_files.html, sample_files.web_archive))
    ),
    "docx": damaged_docx,
    "pdf": lambda: damaged(sample_files.pdf(), WORDS["pdf"]),
}
"""Damaged files by the name of the reader that gets most of them."""
