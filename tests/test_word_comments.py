"""Notes as comments in Word files: where they stand, and what stays as it was."""

import io
from itertools import pairwise

import docx
import pytest
import word_revisions as revisions
from docx_files import definition, docx_of, level, main_part, numbered, packed, paragraph, run, use
from lxml import etree
from making.slipped_docx import slipped_docx

from outline import FileProblem, Note, read
from outline.checking.word_files.comments import with_comments

DATE = "2026-01-31T12:00:00Z"
MAIN = "word/document.xml"
KNOW_OF_COMMENTS = {MAIN, "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
SEEDS = range(50)


def note(start: int, end: int, message: str = "看这里") -> Note:
    return Note("some-code", message, start, end)


def marked(content: bytes, *spans: tuple[int, int]) -> list[str]:
    """What the comments stand at that notes on these spans become."""
    return list(revisions.commented(with_comments(content, [note(*span, f"{span}") for span in spans])).values())


@pytest.mark.parametrize("seed", SEEDS)
def test_comments_stand_at_their_characters_and_nothing_else_changes(seed: int) -> None:
    content = slipped_docx(seed).content
    document = read(content)
    starts = [start for start, end in pairwise(document.places) if end - start > 9][:20]
    notes = [note(start + n % 5, start + n % 5 + 1 + n % 3, f"第{n}条") for n, start in enumerate(starts)]
    written = with_comments(content, notes, date=DATE)
    assert read(written) == document

    before, after = revisions.parts(content), revisions.parts(written)
    assert {name for name in after if before.get(name) != after[name]} <= KNOW_OF_COMMENTS
    old, new = (revisions.characters(revisions.main_part(file)) for file in (content, written))
    assert [[each for each in line if "commentReference" not in each[0]] for line in new] == [
        [each for each in line if "commentReference" not in each[0]] for line in old
    ]
    opened = docx.Document(io.BytesIO(written))
    ours = {comment.text: str(comment.comment_id) for comment in opened.comments if comment.author == "outline"}
    assert len(ours) == len(notes)
    places = revisions.commented(written)
    assert [places[ours[one.message]] for one in notes] == [document.text[one.start : one.end] for one in notes]
    kept = [comment.text for comment in docx.Document(io.BytesIO(content)).comments]
    assert [comment.text for comment in opened.comments if comment.author != "outline"] == kept
    assert with_comments(written, notes, date=DATE) == written


def test_comment_says_who_when_and_what() -> None:
    written = with_comments(docx_of(paragraph("一、修渠")), [note(0, 2, "缺<三>&“四”\x07")], date=DATE)
    (comment,) = docx.Document(io.BytesIO(written)).comments
    assert (comment.author, comment.initials, comment.text) == ("outline", "outline", "缺<三>&“四”␇")
    assert comment.timestamp is not None and comment.timestamp.isoformat() == "2026-01-31T12:00:00+00:00"


def test_run_is_cut_around_what_is_commented_on() -> None:
    content = docx_of("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>先看</w:t><w:br/><w:t>一、修渠</w:t></w:r></w:p>")
    assert marked(content, (3, 5), (0, 1), (5, 7), (3, 7)) == ["先", "一、", "一、修渠", "修渠"]
    written = with_comments(content, [note(3, 5)])
    xml = revisions.parts(written)[MAIN].decode()
    bold = "<w:r><w:rPr><w:b/></w:rPr>"
    assert (
        f'<w:p>{bold}<w:t>先看</w:t><w:br/></w:r><w:commentRangeStart w:id="1"/>'
        f'{bold}<w:t xml:space="preserve">一、</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
        f'{bold}<w:t xml:space="preserve">修渠</w:t></w:r></w:p>'
    ) in xml


def test_note_on_several_paragraphs_stands_at_the_first() -> None:
    assert marked(docx_of(paragraph("一、修渠") + paragraph("二、清淤")), (2, 9)) == ["修渠"]


def test_note_on_nothing_stands_at_what_follows() -> None:
    assert marked(docx_of(paragraph("一、修渠")), (2, 2)) == ["修"]


def test_note_on_an_automatic_number_stands_at_its_paragraph() -> None:
    numbering = definition(level(0, "chineseCounting", "%1、")) + use(1)
    content = docx_of(numbered("修渠") + numbered("清淤"), numbering=numbering)
    assert read(content).text == "一、修渠\n二、清淤"
    assert marked(content, (5, 7)) == ["清淤"]


TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    f"{paragraph('框里的话')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("body", "span", "expected"),
    [
        (f"<w:p>{run('外面')}<w:r>{TEXT_BOX}</w:r></w:p>", (3, 5), "框里的话"),
        (f"<w:p>{run('甲')}<m:oMath><m:r><m:t>1+2</m:t></m:r></m:oMath></w:p>", (2, 3), ""),
        (f'<w:p><w:hyperlink w:anchor="a">{run("一、修渠")}</w:hyperlink></w:p>', (0, 2), "一、"),
        (f'<w:p><w:ins w:id="1" w:author="a">{run("一、修渠")}</w:ins></w:p>', (0, 2), "一、"),
        (f"<w:p><w:sdt><w:sdtContent>{run('一、修渠')}</w:sdtContent></w:sdt></w:p>", (0, 2), "一、"),
        (f'<w:p><w:fldSimple w:instr="REF a">{run("一、修渠")}</w:fldSimple></w:p>', (0, 2), "一、"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('项目')}</w:tc><w:tc>{paragraph('金额')}</w:tc></w:tr></w:tbl>", (5, 7), "金额"),
    ],
)  # fmt: skip
def test_comment_stands_beside_what_cannot_be_cut(body: str, span: tuple[int, int], expected: str) -> None:
    content = docx_of(body)
    assert marked(content, span) == [expected]
    assert read(with_comments(content, [note(*span)])) == read(content)


def test_package_that_knows_no_relationships_and_no_other_names() -> None:
    content = packed(main_part("<w:p><w:r><w:t>一、修渠</w:t></w:r></w:p>".encode()))
    written = revisions.parts(with_comments(content, [note(0, 2)]))
    assert set(written) == {"_rels/.rels", MAIN, "word/_rels/document.xml.rels", "word/comments.xml"}


@pytest.mark.parametrize(
    "xml",
    [
        '<document xmlns="{w}"><body><p><r><t>一、修渠</t></r></p></body></document>',
        '<?xml version="1.0" encoding="utf-16"?>'
        '<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>一、修渠</w:t></w:r></w:p></w:body></w:document>',
    ],
)
def test_part_that_nothing_can_be_put_into_is_refused(xml: str) -> None:
    encoding = "utf-16" if "utf-16" in xml else "utf-8"
    content = packed([xml.replace("{w}", revisions.W).encode(encoding)])
    assert read(content).text == "一、修渠"
    with pytest.raises(FileProblem, match="save it again"):
        with_comments(content, [note(0, 2)])


def test_other_prefix_is_kept() -> None:
    body = paragraph("一、修渠").replace("w:", "ns0:").replace("<ns0:pPr></ns0:pPr>", "")
    xml = f'<ns0:document xmlns:ns0="{revisions.W}"><ns0:body>{body}</ns0:body></ns0:document>'
    content = packed([xml.encode()])
    written = with_comments(content, [note(0, 2)])
    assert revisions.commented(written) == {"1": "一、"}
    assert read(written) == read(content)


def test_text_that_all_stands_elsewhere_has_no_place_for_a_comment() -> None:
    numbering = definition(level(0, "chineseCounting", "%1、")) + use(1)
    cells = f"<w:tbl><w:tr><w:tc>{numbered('')}</w:tc><w:tc>{numbered('')}</w:tc></w:tr></w:tbl>"
    with pytest.raises(FileProblem, match="no text of its own"):
        with_comments(docx_of(cells, numbering=numbering), [note(0, 1)])


def test_strict_file_gets_strict_comments() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = packed(
        [b"".join(main_part(paragraph("一、修渠").encode())).replace(revisions.W.encode(), strict.encode())]
    )
    written = with_comments(content, [note(0, 2)])
    parts = revisions.parts(written)
    assert f'xmlns:w="{strict}"'.encode() in parts["word/comments.xml"]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts["word/_rels/document.xml.rels"]
    assert read(written) == read(content)


@pytest.mark.parametrize(
    "comments",
    [
        '<w:comments xmlns:w="{w}"/>',
        '<w:comments xmlns:w="{w}"></w:comments>',
        '<c:comments xmlns:c="{w}"><c:comment c:id="1"/></c:comments>',
    ],
)
def test_part_of_comments_that_is_there_is_used(comments: str) -> None:
    part = comments.replace("{w}", revisions.W).encode()
    content = packed(main_part(paragraph("一、修渠").encode()), comments=[part])
    written = with_comments(content, [note(0, 2)])
    before, after = revisions.parts(content), revisions.parts(written)
    assert {name for name in after if before.get(name) != after[name]} == {MAIN, "word/comments.xml"}
    ids = [comment.get(revisions.w("id")) for comment in etree.fromstring(after["word/comments.xml"])]
    assert len(set(ids)) == len(ids) == 1 + comments.count("comment ")
    assert revisions.commented(written) == {ids[-1]: "一、"}


def test_what_is_no_word_file_takes_no_comments() -> None:
    with pytest.raises(FileProblem, match="no Word file"):
        with_comments("一、修渠".encode(), [note(0, 2)])
