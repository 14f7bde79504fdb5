"""What tags say of the text of a PDF: its headings, and what is no part of it."""

from collections.abc import Sequence

import pytest
from test_pdf import SPEECH, furniture, raw_pdf, rows, speech_of, stream

from outline import read

BODY = [SPEECH[3], SPEECH[5], SPEECH[6], SPEECH[8]]
SIZE, LEADING, WIDTH = 14, 22, 25

Tagged = tuple[str, str]
"""The type of an element, "Artifact" for what is no part of the text, "Untold" for text of which the file says so all the same, and what it
says."""


def tagged(pages: Sequence[Sequence[Tagged]], *, kids: bytes = b"") -> bytes:
    """A file with tags, all in one type; each element is set in lines of 25 characters, an artifact at the top."""
    first = 7
    page_numbers = [first + 2 * number for number in range(len(pages))]
    element = first + 2 * len(pages)
    elements: list[bytes] = []
    objects: list[bytes] = []
    parents: list[bytes] = []
    for number, page in enumerate(pages):
        drawn, top, contents, of_page = [], 740, 0, list[int]()
        for kind, words in page:
            if kind == "Artifact":
                drawn.append(b"/Artifact BMC " + shown(words, 90, 800) + b"EMC ")
                continue
            if kind == "Untold":
                for shift, line in rows([words], WIDTH):
                    drawn.append(b"/Artifact BMC " + shown(line, 90 + shift * SIZE, top) + b"EMC ")
                    top -= LEADING
                continue
            drawn.append(b"/%b<</MCID %d>>BDC " % (kind.encode(), contents))
            for shift, line in rows([words], WIDTH):
                drawn.append(shown(line, 90 + shift * SIZE, top))
                top -= LEADING
            drawn.append(b"EMC ")
            elements.append(
                b"<</Type/StructElem/S/%b/P 6 0 R/Pg %d 0 R/K %d>>" % (kind.encode(), page_numbers[number], contents)
            )
            of_page.append(element)
            element, contents = element + 1, contents + 1
        resources = b"/Resources<</Font<</F 3 0 R>>>>/StructParents %d" % number
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R%b>>"
            % (page_numbers[number] + 1, resources)
        )
        objects.append(stream(b"".join(drawn)))
        parents.append(b"%d[%b]" % (number, references(of_page)))
    font = b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
    cid = b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    cid += b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>"
    descriptor = b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -250 1000 880]"
    descriptor += b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
    last = first + len(objects) + len(elements)
    root = b"<</Type/StructTreeRoot/K[%b]/ParentTree<</Nums[%b]>>>>" % (
        kids or references(range(first + len(objects), last)),
        b"".join(parents),
    )
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (references(page_numbers), len(pages))
    catalog = b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>"
    return raw_pdf(tree, font, cid, descriptor, root, *objects, *elements, catalog=catalog)


def references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def shown(words: str, left: int, height: int) -> bytes:
    code = words.encode("utf-16-be").hex().encode()
    return b"BT /F %d Tf 1 0 0 1 %d %d Tm <%b> Tj ET " % (SIZE, left, height, code)


def headings(content: bytes) -> list[tuple[int, str]]:
    document = read(content)
    return [(heading.level, document.text[heading.start : heading.end]) for heading in document.headings]


PARTS = [
    ("H1", "石山镇防火工作方案"),
    ("P", BODY[0]),
    ("H2", "组织领导"),
    ("P", BODY[1]),
    ("H2", "物资准备"),
    ("P", BODY[2]),
]


def test_tags_are_headings_where_no_type_shows_them() -> None:
    found = [(0, "石山镇防火工作方案"), (1, "组织领导"), (1, "物资准备")]
    assert headings(tagged([[*PARTS, ("P", BODY[3])]])) == found
    assert headings(tagged([[("P", words) for _, words in PARTS]])) == []


def test_a_heading_of_two_lines_is_one_and_two_headings_are_two() -> None:
    long = "各村防火队伍的组织领导和各个山口的值班安排以及物资储备"
    page = [
        ("H2", long),
        ("P", BODY[0]),
        ("H2", "物资准备"),
        ("H3", "工具"),
        ("P", BODY[1]),
        ("H3", "车辆"),
        ("P", BODY[2]),
    ]
    assert headings(tagged([page])) == [(1, long), (1, "物资准备"), (2, "工具"), (2, "车辆")]


@pytest.mark.parametrize("kind", ["Artifact", "P"])
def test_what_the_file_says_is_no_part_of_the_text_is_furniture_at_the_edge_of_one_page_too(kind: str) -> None:
    pages = [[(kind, "防火工作手册"), *PARTS], [("P", BODY[3])]]
    content = tagged(pages)
    assert furniture(content) == ["防火工作手册"] * (kind == "Artifact")
    assert [line for line in speech_of(content) if line != "防火工作手册"] == [
        words for _, words in [*PARTS, ("P", BODY[3])]
    ]


@pytest.mark.parametrize("told", [[], [("P", BODY[3])]])
def test_a_page_whose_text_nobody_gave_tags_is_text(told: list[Tagged]) -> None:
    untold: list[Tagged] = [("Untold", words) for _, words in PARTS]
    content = tagged([[*untold, *told], [("P", BODY[3])]])
    assert furniture(content) == []
    assert "".join(speech_of(content)) == "".join(words for _, words in [*untold, *told, ("P", BODY[3])])


@pytest.mark.parametrize("kids", [b"6 0 R", b"9 0 R " * 100_000, b"[[[[", b"null"])
def test_tags_made_to_do_harm_do_none(kids: bytes) -> None:
    text = read(tagged([PARTS], kids=kids)).text
    assert text.split("\n") == [words for _, words in PARTS]
