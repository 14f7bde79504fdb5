"""Characters that nobody sees, strewn over a text: it is read as if they were not there, and every offset is one of the text with them."""

import re
from pathlib import Path

import pytest

from outline import Document, chunks, parse
from outline.checking.mending import mend
from outline.document import AutomaticNumber, Heading, Row, Sign, Table
from outline.numbering.candidates import lex
from outline.numbering.explaining import explain
from outline.page.page import lay_out, lines_of
from outline.page.without_unseen import Unseen
from outline.parser import events, markers
from outline.unseen import INVISIBLE

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
KINDS = "\u200b\u200c\u200d\ufeff\u2060\xad\u200e\u2063"


def strewn(text: str, sign: str, every: int = 3) -> str:
    """`text` with the sign behind every third character that is no blank."""
    return "".join(c + sign * (n % every == 0 and not c.isspace()) for n, c in enumerate(text))


def without(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, INVISIBLE)))


@pytest.mark.parametrize("sign", KINDS, ids=[f"U+{ord(sign):04X}" for sign in KINDS])
def test_stages_read_a_text_as_if_nothing_were_strewn_over_it(sign: str) -> None:
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8")
        other = strewn(text, sign)
        for stage in (events, markers, lex, lines_of):
            with_signs, plain = ([*stage(Document(one))] for one in (other, text))  # type: ignore[operator]
            found = [without(other[one.start : one.end]) for one in with_signs]
            assert found == [text[one.start : one.end] for one in plain], (path.name, stage.__name__)
            assert not any(other[one.start : one.start + 1] == sign for one in with_signs if one.start < one.end)


def test_explanations_and_repairs_point_into_the_text_as_it_is() -> None:
    text = "\u200b一、修\u200b渠\n渠要修。\n\u200b二、种树\n树要种。\n二\u200b、清淤\n淤要清。"
    assert [text[one.candidate.start : one.candidate.end] for one in explain(text)] == ["一、", "二、", "二\u200b、"]
    found = [(one.start, one.new[:1]) for one in mend(text).replacements]
    assert found == [(text.index("二\u200b"), "三")]
    assert [(note.code, note.start) for note in parse(text).notes] == [("repeated-number", text.index("二\u200b"))]


def test_what_steers_is_kept_in_the_texts_and_what_has_no_width_is_not() -> None:
    outline = parse("一、修\u202e渠\u200b堤\n渠要修。\n二、种树")
    assert outline.sections[0].heading.text == "修\u202e渠堤"


def test_a_line_of_its_own_tells_that_something_stood_there() -> None:
    half = "全镇上下用了整整一个冬天的时间，把东边那条几十年没有人管的老渠从头到尾修了一遍，又请来了县里的人看过，交出了一份人"
    text = f"一、修渠\n{half}\n\u200b\n民满意的答卷。水到了田头，庄稼就有了指望。\n二、种树\n树要年年种。"
    assert len(parse(text).sections[0].body) == 1
    assert len(parse(without(text)).sections[0].body) == 2
    assert not Unseen(text) and Unseen(text + "\u200b")


def test_cells_that_are_cut_for_retrieval_stand_where_they_stand() -> None:
    row = "东\u200b村\u2502" + "修渠" * 30
    text = f"一、任务\n{row}\n{row}\n{row}"
    cells = [(start, start + len(row)) for start in range(5, len(text), len(row) + 1)]
    rows = tuple(Row(a, b, ((a, a + 3), (a + 4, b))) for a, b in cells)
    document = Document(text, "docx", tables=(Table(5, len(text), rows),))
    found = chunks(parse(document), source=document, max_size=40)
    assert len(found) > 3 and all("修" in text[one.start : one.end] for one in found[1:])


def test_what_a_file_knows_moves_along() -> None:
    text = "\ufeff一\u200b、甲\n**乙\u200b**\n\u2060"
    document = Document(
        text,
        headings=(Heading(1, 5, 1), Heading(13, 14, 2)),
        numbers=(AutomaticNumber(1, 4, 0, 0),),
        signs=(Sign(6, 8), Sign(10, 12)),
        hard_breaks=(5, 12),
        places=(0, 6),
        furniture=((13, 14),),
    )
    seen = Unseen(text).document_without(document)
    assert seen.text == "一、甲\n**乙**\n\u2060"
    assert seen.headings[0] == Heading(0, 3, 1) and seen.numbers == (AutomaticNumber(0, 2, 0, 0),)
    assert seen.signs == (Sign(4, 6), Sign(7, 9)) and seen.hard_breaks == (3, 9) and seen.places == (0, 4)


def test_an_entity_that_shows_a_blank_is_read_as_one() -> None:
    text = "招聘公告\n一&nbsp;岗位\n护士二十名。\n二&nbsp;要求\n&nbsp;&nbsp;（1）健康；\n&nbsp;&nbsp;（2）有证。\n三&emsp;报名\n到人事科。"
    outline = parse(Document(text, signs=tuple(entities(text))))
    assert [section.marker.text + section.heading.text for section in outline.walk() if section.marker] == [
        "一岗位", "二要求", "（1）健康", "（2）有证", "三报名"
    ]  # fmt: skip
    assert [text[one.start : one.end] for one in outline.furniture] == ["&nbsp;"] * 6 + ["&emsp;"]
    assert parse("一&amp;二&amp;三").sections == []


def entities(text: str) -> list[Sign]:
    return [Sign(*found.span(), "\u2003" if "em" in found[0] else "\xa0") for found in re.finditer("&[a-z]+;", text)]


def test_places_lead_there_and_back() -> None:
    text = strewn("一、修渠\n（一）甲", "\u200b", 2) + "\u200b\u200b"
    unseen, plain = Unseen(text), without(text)
    for at, character in enumerate(plain):
        assert text[unseen.start(at)] == character and unseen.place_without(unseen.start(at)) == at
    assert unseen.span(len(plain), len(plain)) == (unseen.end(len(plain)), unseen.end(len(plain)))
    assert unseen.span(0, 0) == (0, 0) and unseen.start(len(plain)) == len(text)
    page = lay_out(Document(text))
    assert page.work == plain.replace("(", "（") and page.in_source and len(page.in_source.work) == len(text)
    assert lay_out(Document(plain)).in_source is None
