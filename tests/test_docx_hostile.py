"""Broken and hostile Word files are refused in one line, with little time and memory."""

import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from docx_files import W, definition, docx_of, level, main_part, numbered, packed, paragraph, read, use

from outline.document import BETWEEN_CELLS
from outline.problems import MOVE_LIMIT, FileProblem
from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.budget import Budget
from outline.readers.unpacking import unpack_all

MOST_SECONDS, MOST_BYTES = 30, 300_000_000
"""Seconds of processor time, which other work on the machine does not use up; such a file takes half of one."""

_READ = f"""
import sys
from outline.readers.process_limits import limit_this_process
limit_this_process(seconds={MOST_SECONDS})
from outline.problems import FileProblem
from outline.readers.docx import read_document
content = open(sys.argv[1], "rb").read()
try:
    print("read", len(read_document(content, format="docx", encoding=None, max_size=100_000_000).text))
except FileProblem as problem:
    print("refused:", problem)
"""
_PEAK = """
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""
_KNOWS_PEAK = sys.platform == "linux"


def outcome(path: Path, content: bytes) -> str:
    """What a fresh process prints that reads `content`, within the limits."""
    path.write_bytes(content)
    command = [sys.executable, "-c", _READ + _PEAK * _KNOWS_PEAK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    printed, *peak = done.stdout.splitlines()
    assert all(int(kilobytes) * 1024 < MOST_BYTES for kilobytes in peak)
    return printed


def refusal(content: bytes) -> str:
    with pytest.raises(FileProblem) as caught:
        read(content)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def body(*xml: bytes | Iterable[bytes], **parts: Iterable[bytes]) -> bytes:
    return packed(main_part(*xml), **parts)


def lists(*xml: bytes | Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a numbering part."""
    yield f'<w:numbering xmlns:w="{W}">'.encode()
    yield from chain.from_iterable([each] if isinstance(each, bytes) else each for each in xml)
    yield b"</w:numbering>"


def times(count: int, xml: bytes) -> Iterator[bytes]:
    """`xml` so often, in larger pieces; with a number for every %x in it."""
    for start in range(0, count, 1000):
        numbers = range(start, min(start + 1000, count))
        yield b"".join(xml % number for number in numbers) if b"%x" in xml else xml * len(numbers)


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ([(90_000, b" " * 1000)], "holds more than 200 bytes for each that it is packed in, as no document does"),
        ([(3_000_000, b"<w:p/>")], "has more than 500,000 paragraphs: split it"),
        ([(4_000_000, b"<x/>")], "has more than 1,000,000 elements in one part: split it"),
        (
            [(50_000, b"<w:p>"), (50_000, b"</w:p>")],
            "has more than 256 elements inside each other: save it again in Word",
        ),
        ([b"<!--", (19_000, b"x" * 1000), b"-->"], "has a tag of more than 4,000,000 bytes: save it again in Word"),
        ([b"<w:p ", (2_000_000, b' a%x=""'), b"/>"], "has a tag of more than 4,000,000 bytes: save it again in Word"),
        ([(900_000, b"<a%x/>")], "has more than 10,000 different tags: save it again in Word"),
        ([(900_000, b'<x xmlns:a%x="u"/>')], "has more than 10,000 different tags: save it again in Word"),
    ],
    ids=["bomb", "paragraphs", "elements", "depth", "comment", "attributes", "names", "prefixes"],
)
def test_what_would_take_too_much_is_refused(xml: list, message: str, tmp_path: Path) -> None:
    pieces = (piece if isinstance(piece, bytes) else times(*piece) for piece in xml)
    assert outcome(tmp_path / "hostile.docx", body(*pieces)) == f"refused: {message}"


def test_too_many_lists_are_refused(tmp_path: Path) -> None:
    content = body(b"<w:p/>", numbering=lists(times(2_000_000, b"<w:num/>")))
    expected = "refused: has more than 200,000 elements in one part: split it"
    assert outcome(tmp_path / "hostile.docx", content) == expected


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    content = body(**{f"p{i}": [] for i in range(60_000)})
    expected = "refused: is an archive of more than 50,000 files, and no .docx: save the document as .docx"
    assert outcome(tmp_path / "hostile.docx", content) == expected


@pytest.mark.parametrize(
    ("xml", "characters"),
    [
        (
            [b"<w:tbl>", (40_000, b"<w:tr>" + b"<w:tc><w:p/></w:tc>" * 10 + b"</w:tr>"), b"</w:tbl>"],
            360_000 * len(BETWEEN_CELLS) + 39_999,
        ),
        pytest.param(
            [b"<w:tbl><w:tr>", (400_000, b"<w:tc><w:p/></w:tc>"), b"</w:tr></w:tbl>"],
            399_999 * len(BETWEEN_CELLS),
            marks=pytest.mark.long,
        ),
        ([b"<w:p>", (200_000, b"<w:r><w:t>a</w:t></w:r>"), b"</w:p>"], 200_000),
        pytest.param(
            [b"<w:p>", (400_000, b"<w:txbxContent><w:p/></w:txbxContent>"), b"</w:p>"],
            400_000,
            marks=pytest.mark.long,
        ),
        ([b"<w:p>", (200_000, b'<w:fldChar w:fldCharType="begin"/>'), b"<w:r><w:t>a</w:t></w:r></w:p>"], 0),
    ],
    ids=["cells", "cells in a row", "runs", "text boxes", "fields"],
)
def test_what_is_only_large_is_read(xml: list, characters: int, tmp_path: Path) -> None:
    pieces = (piece if isinstance(piece, bytes) else times(*piece) for piece in xml)
    assert outcome(tmp_path / "large.docx", body(*pieces)) == f"read {characters}"


def test_a_long_label_is_not_written_before_every_paragraph(tmp_path: Path) -> None:
    definition = b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%b"/></w:lvl></w:abstractNum>'
    use = b'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    content = body(times(10_000, numbered("a").encode()), numbering=lists(definition % (b"x" * 1_000_000), use))
    assert outcome(tmp_path / "hostile.docx", content) == f"read {10_000 * len('x' * 100 + ' a') + 9_999}"


DECLARATION = "has a document type declaration, which no .docx may have: save it again in Word"


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
        b'<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">',
    ],
)
def test_entities_are_neither_expanded_nor_fetched(declaration: bytes) -> None:
    text = b"<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"
    assert refusal(packed([declaration, *main_part(text)])) == DECLARATION
    assert refusal(body(b"<w:p/>", styles=[declaration, b"<styles>&c;</styles>"])) == DECLARATION


def test_a_truncated_file() -> None:
    content = docx_of(paragraph("甲"))
    for length in (10, len(content) // 2, len(content) - 30):
        assert refusal(content[:length]) == "is damaged, its end may be missing: get it once more"


def archive(**members: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as writing:
        for name, member in members.items():
            writing.writestr(name, member)
    return file.getvalue()


def test_an_archive_that_is_no_docx() -> None:
    expected = "is an archive, but no .docx: unpack it, or save the document as .docx"
    assert refusal(archive(**{"a.txt": b"a"})) == expected
    assert refusal(archive()) == expected
    assert refusal(archive(**{"_rels/.rels": b"<Relationships/>"})) == expected


def test_an_office_file_that_is_no_word_file() -> None:
    workbook = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert refusal(packed([workbook])) == "is no Word file: save the document as .docx"


def without(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as reading:
        return archive(**{each: reading.read(each) for each in reading.namelist() if each != name})


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_a_part_is_missing(name: str) -> None:
    expected = f"is damaged: '{name}' is missing in it: let Word repair it and save it again"
    assert refusal(without(docx_of(paragraph("甲")), name)) == expected


@pytest.mark.parametrize(
    "xml", [b"", b"<w:p>", b"\x00\xff", b"<a></b>", b"<a>&nbsp;</a>", "<a>\ud800</a>".encode("utf-8", "surrogatepass")]
)
def test_a_part_is_no_xml(xml: bytes) -> None:
    for content in (packed([xml]), body(b"<w:p/>", styles=[xml]), body(b"<w:p/>", numbering=[xml])):
        message = refusal(content)
        assert message.startswith("is damaged: ") and message.endswith(": let Word repair it and save it again")


def test_bytes_of_a_part_are_damaged() -> None:
    content = bytearray(docx_of(paragraph("甲乙丙丁" * 100)))
    at = content.index(b"word/document.xml") + 60
    content[at : at + 20] = bytes(20)
    assert refusal(bytes(content)) == "is damaged: 'word/document.xml' cannot be unpacked: get it once more"


def at_byte(content: bytes, name: bytes, at: int) -> bytes:
    """An archive whose directory says, in the way of ZIP64, that the member `name` begins at the byte `at`."""
    directory, end = content.index(b"PK\x01\x02"), content.rindex(b"PK\x05\x06")
    place = struct.pack("<2HQ", 1, 8, at)
    behind = content.index(name, directory) + len(name)
    found = bytearray(content[:behind] + place + content[behind:])
    struct.pack_into("<H", found, behind - len(name) - 16, len(place))
    struct.pack_into("<L", found, behind - len(name) - 4, 0xFFFFFFFF)
    struct.pack_into("<L", found, end + len(place) + 12, end + len(place) - directory)
    return bytes(found)


@pytest.mark.parametrize("at", [2**62, 2**63 - 1, 2**63, 2**64 - 1])
def test_a_part_that_stands_beyond_every_file(at: int) -> None:
    content, name = docx_of(paragraph("甲")), b"word/document.xml"
    assert refusal(at_byte(content, name, at)) == "is damaged: 'word/document.xml' cannot be unpacked: get it once more"
    with pytest.raises(FileProblem, match="is damaged"):
        unpack_all(at_byte(content, name, at), Budget(DEFAULT_MAX_SIZE))


def test_a_place_may_be_told_in_the_way_of_large_archives() -> None:
    content, name = docx_of(paragraph("甲")), "word/document.xml"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        begins = archive.getinfo(name).header_offset
    assert read(at_byte(content, name.encode(), begins)).text == "甲"


def test_an_archive_with_a_password() -> None:
    content = docx_of(paragraph("甲"))
    file = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = file.find(mark)
        while at >= 0:
            file[at + offset] |= 1
            at = file.find(mark, at + 4)
    assert refusal(bytes(file)) == "is protected by a password: save it without one"


def test_another_way_of_packing() -> None:
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(docx_of(paragraph("甲")))) as reading,
        zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as writing,
    ):
        for name in reading.namelist():
            writing.writestr(name, reading.read(name))
    assert refusal(file.getvalue()) == "is packed in a way no .docx is ('_rels/.rels'): save it again in Word"


def with_size(content: bytes, name: bytes, size: int) -> bytes:
    """An archive whose directory says that the part `name` has `size` bytes when it is unpacked."""
    lying = bytearray(content)
    at = lying.rindex(name) - 22
    lying[at : at + 4] = size.to_bytes(4, "little")
    return bytes(lying)


@pytest.mark.parametrize("megabytes", [1, 300])
def test_a_size_that_is_a_lie(megabytes: int, tmp_path: Path) -> None:
    content = body(times(megabytes * 1000, b" " * 1000))
    expected = "refused: is damaged: 'word/document.xml' cannot be unpacked: get it once more"
    assert outcome(tmp_path / "hostile.docx", with_size(content, b"word/document.xml", 100)) == expected


def test_a_size_that_is_too_large_is_no_matter() -> None:
    content = with_size(docx_of(paragraph("甲")), b"word/document.xml", 2_000_000_000)
    assert read(content).text == "甲"


@pytest.mark.long
def test_labels_count(tmp_path: Path) -> None:
    long = definition(level(0, "decimal", "%1" * 50, start=2_000_000_000)) + use(1)
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    parts = {
        "numbering": lists(long.encode()),
        "styles": [f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()],
    }
    empty = body(times(400_000, b"<w:p/>"), **parts)
    assert outcome(tmp_path / "hostile.docx", empty) == "read 399999"
    parts["numbering"] = lists(long.encode())
    full = body(times(200_000, b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"), **parts)
    expected = "refused: has more than 10,000,000 characters of automatic numbers: split it"
    assert outcome(tmp_path / "hostile.docx", full) == expected


def test_too_many_paragraphs_are_refused(tmp_path: Path) -> None:
    content = body(times(900_000, b"<w:p/>"))
    assert outcome(tmp_path / "hostile.docx", content) == "refused: has more than 500,000 paragraphs: split it"


def test_tables_of_contents_in_each_other_take_no_longer_each(tmp_path: Path) -> None:
    begin = b'<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
    end = b'<w:fldChar w:fldCharType="end"/>'
    xml = (b"<w:p>", times(100_000, begin), b"<w:r><w:t>a</w:t></w:r>", times(100_000, end), b"</w:p>")
    assert outcome(tmp_path / "hostile.docx", body(*xml)) == "read 1"


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        pytest.param(
            b"<!doctype html>" + b"<b>a" * 1_000 + b"<p>a" * 180_000,
            "has more than 1,500,000 elements in all its parts: split it",
            marks=pytest.mark.long,
        ),
        pytest.param(
            b"<!doctype html><style>p::before{content:counter(a)'%s'}</style>" % (b"A" * 90_000) + b"<p>a" * 90,
            "has more than 10,000,000 characters of automatic numbers: split it",
            marks=pytest.mark.long,
        ),
        pytest.param(
            b"a" * 999_999,
            f"holds more than 100,000,000 bytes when it is unpacked, the limit: {MOVE_LIMIT}",
            marks=pytest.mark.long,
        ),
        (body(times(9_000, b"<w:p/>")), "has more than 500,000 paragraphs: split it"),
    ],
    ids=["tags", "labels", "text", "paragraphs"],
)
def test_what_is_shown_again_and_again_counts_again(inner: bytes, message: str, tmp_path: Path) -> None:
    shown = f'<w:altChunk xmlns:r="{RELATIONS}" r:id="aFChunk"/>'.encode()
    content = body(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", shown * 190, aFChunk=[inner])
    assert outcome(tmp_path / "hostile.docx", content) == f"refused: {message}"


def test_the_limit_is_what_the_caller_says() -> None:
    content = docx_of(paragraph("甲" * 1000))
    with pytest.raises(FileProblem) as refused:
        read(content, max_size=40_000)
    assert str(refused.value) == f"holds more than 40,000 bytes when it is unpacked, the limit: {MOVE_LIMIT}"
    assert len(read(content, max_size=400_000).text) == 1000


def test_limits_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    content = docx_of(paragraph("甲") * 100)
    monkeypatch.setattr("outline.readers.docx.xml.MOST_ELEMENTS", 200)
    with pytest.raises(FileProblem, match=r"^has more than 200 elements in one part: split it$"):
        read(content)


def test_what_is_not_read_is_not_counted() -> None:
    content = BytesIO(docx_of(paragraph("甲")))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as writing:
        writing.writestr("word/media/image1.png", bytes(10_000_000))
    assert read(content.getvalue(), max_size=400_000).text == "甲"


def test_places_that_lead_out_of_the_archive_lead_nowhere() -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"{}/></Relationships>'
    )
    out = relationships.format("../../etc/passwd", "").encode()
    assert "'etc/passwd' is missing" in refusal(archive(**{"_rels/.rels": out}))
    external = relationships.format("http://localhost:9/document.xml", ' TargetMode="External"').encode()
    assert refusal(archive(**{"_rels/.rels": external})).startswith("is an archive, but no .docx")


@pytest.mark.parametrize(
    "xml",
    [
        b"<w:t>a</w:t>",
        b"<w:tc><w:p/></w:tc>",
        b"<w:tr><w:p/></w:tr>",
        b"<mc:Fallback xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'/>",
        b"<w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:instrText>TOC</w:instrText>",
        b"<w:del/><w:pStyle/><w:numId/><w:docPartGallery w:val='Table of Contents'/>",
        b"<w:p><w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='x'/></w:numPr></w:pPr></w:p>",
        b"<w:p><w:del><w:p/></w:del></w:p>",
        b"<w:p><w:t><w:t>a</w:t></w:t></w:p>",
    ],
)
def test_elements_in_strange_places_are_no_matter(xml: bytes) -> None:
    assert read(body(xml)).format == "docx"
