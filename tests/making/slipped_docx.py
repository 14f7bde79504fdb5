"""Word files of a speech whose numbering has slips, made as offices make them: runs end inside markers, and tables, notes, fields, links,
lists that Word counts, comments and changes of others stand between."""

import io
import random
from typing import Any, NamedTuple

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_HEADINGS = ("抓好春耕备耕", "修好田间水渠", "守住防汛堤坝", "管好集体山林", "办好村里学校", "建好冷库粮仓")
_POINTS = ("备足种子化肥", "检修农机农具", "清理沟渠淤泥", "落实包片干部", "算清家底账目")
_BODIES = (
    "各村要在月底以前把任务分到户、分到人，哪一块田没有人管，就找哪一个村的书记。",
    "去年这件事拖了半个月，群众有意见，今年不能再拖，谁家有困难就帮谁家。",
    "县里的干部要到田边去看，看准了再说话，不要坐在办公室里打电话问进度。",
    "钱已经拨下去了，下个月要查账，查出问题的村明年不再安排。",
)
_HAN = "一二三四五六七八九十"
_FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>据去年的年报。</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Slipped(NamedTuple):
    """The file, how its paragraphs should read once it is fixed, and whether it can be fixed without asking."""

    content: bytes
    right: list[str]
    can_be_fixed: bool


class _Line(NamedTuple):
    marker: str
    right: str
    words: str


def slipped_docx(seed: int) -> Slipped:
    """The file with this number; the same number makes the same file."""
    chance = random.Random(seed)
    lines = _speech(chance)
    document = Document()
    slips = [n for n, line in enumerate(lines) if line.marker != line.right]
    obstacle = chance.choice(("", "", "", "field", "insertion", "control"))
    for n, line in enumerate(lines):
        paragraph = document.add_paragraph()
        _write(paragraph, line.marker + line.words, len(line.marker), chance)
        if obstacle and n == slips[-1]:
            _put_in_the_way(paragraph, obstacle, len(line.marker))
        if not line.marker and n > 2:
            _decorate(document, paragraph, chance, is_below_point=lines[n - 1].marker.endswith(("）", ")")))
    file = io.BytesIO()
    document.save(file)
    return Slipped(file.getvalue(), [line.right + line.words for line in lines], not obstacle)


def _speech(chance: random.Random) -> list[_Line]:
    """The lines of a speech, with slips in the series of one section, or in that of the sections."""
    count = chance.randint(3, 5)
    lines = [
        _Line("", "", "在全乡生产工作会上的讲话"),
        _Line("", "", "同志们："),
        _Line("", "", f"我讲{_HAN[count - 1]}点意见。"),
    ]
    tops = _series("{}、", count, chance if chance.random() < 0.5 else None)
    slipped_below = chance.randrange(count)
    has_slip = any(marker != right for marker, right in tops)
    for n, (marker, right) in enumerate(tops):
        lines += [_Line(marker, right, _HEADINGS[n]), _Line("", "", chance.choice(_BODIES))]
        for m, (inner, inner_right) in enumerate(
            _series("（{}）", chance.randint(3, 4), chance if n == slipped_below and not has_slip else None)
        ):
            lines += [_Line(inner, inner_right, _POINTS[m]), _Line("", "", chance.choice(_BODIES) * 2)]
    return lines


def _series(dress: str, count: int, chance: random.Random | None) -> list[tuple[str, str]]:
    """Markers as they stand and as they should be; without `chance` they are the same."""
    right = [dress.format(_HAN[n]) for n in range(count)]
    if chance is None:
        return [(marker, marker) for marker in right]
    kind = chance.choice(("repeated", "skipped", "dressed"))
    at = chance.randrange(2 if kind == "repeated" else 1, count)  # a second number one might begin a series
    if kind == "dressed":
        other = right[at].replace("（", "(").replace("）", ")").replace("、", ".")
        return [(other if n == at else marker, marker) for n, marker in enumerate(right)]
    by = -1 if kind == "repeated" else 1
    return [(dress.format(_HAN[n + by]) if n >= at else marker, marker) for n, marker in enumerate(right)]


def _write(paragraph: Any, text: str, marker: int, chance: random.Random) -> None:
    """The text in runs, of which some end inside the marker, each in a type of its own."""
    at = 0
    while at < len(text):
        length = chance.randint(1, 2) if at < marker else chance.randint(3, 30)
        run = paragraph.add_run(text[at : at + length])
        run.bold = chance.choice((None, True))
        run.font.size = Pt(chance.choice((12, 16)))
        at += length


def _put_in_the_way(paragraph: Any, obstacle: str, marker: int) -> None:
    """The runs of the marker go into something in which nobody should change them."""
    runs, length = [], 0
    for run in list(paragraph._p.r_lst):
        if length < marker:
            runs.append(run)
        length += len(run.text)
    element = _element(_OBSTACLES[obstacle])
    runs[0].addprevious(element)
    inside = element.find(qn("w:sdtContent"))
    for run in runs:
        (element if inside is None else inside).append(run)


_OBSTACLES = {
    "field": '<w:fldSimple w:instr=" SEQ part "/>',
    "insertion": '<w:ins w:id="900" w:author="李四"/>',
    "control": '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent/></w:sdt>',
}
_BEHIND = {
    "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>（见第3页）</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "link": '<w:hyperlink w:anchor="top"><w:r><w:t>（链接）</w:t></w:r></w:hyperlink>',
    "change": '<w:ins w:id="901" w:author="李四"><w:r><w:t>抓紧办。</w:t></w:r></w:ins>'
    '<w:del w:id="902" w:author="李四"><w:r><w:delText>缓办。</w:delText></w:r></w:del>',
    "bookmark": '<w:bookmarkStart w:id="77" w:name="top"/><w:bookmarkEnd w:id="77"/>',
}
"""What stands behind the words of a paragraph."""


def _element(xml: str) -> Any:
    (element,) = _elements(xml)
    return element


def _elements(xml: str) -> list[Any]:
    return list(parse_xml(f"<w:any {nsdecls('w')}>{xml}</w:any>"))


def _decorate(document: Any, paragraph: Any, chance: random.Random, *, is_below_point: bool) -> None:
    """What else stands in documents, behind the words of a paragraph or between two."""
    kind = chance.choice(("", "", "table", "note", "list" if is_below_point else "", "comment", *_BEHIND))
    if kind in _BEHIND:
        paragraph._p.extend(_elements(_BEHIND[kind]))
    elif kind == "table":
        table = document.add_table(2, 2)
        for cell, words in zip(
            (cell for row in table.rows for cell in row.cells), ("项目", "金额", "修渠", "三万元"), strict=True
        ):
            cell.text = words
    elif kind == "note":
        _add_note(document, paragraph)
    elif kind == "list":
        for words in ("先看水情", "再看堤身"):
            document.add_paragraph(words, style="List Number")
    elif kind == "comment":
        document.add_comment(paragraph.runs[0], text="这里要核实", author="张三", initials="张")


def _add_note(document: Any, paragraph: Any) -> None:
    """A reference to the one footnote; the part that holds it comes with the first."""
    known = {relationship.reltype for relationship in document.part.rels.values()}
    if RELATIONSHIP_TYPE.FOOTNOTES not in known:
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, _FOOTNOTES.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph._p.append(_element('<w:r><w:footnoteReference w:id="1"/></w:r>'))
