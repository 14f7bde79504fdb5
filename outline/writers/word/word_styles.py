"""The styles of a document after GB/T 9704-2012: type area, typefaces, lines, headings with outline levels."""

from typing import NamedTuple

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

DEEPEST_LEVEL = 9
"""Of the headings that Word knows."""

# Twentieths of a point. 5.2.1: A4, 37 mm above and 28 mm to the left of a type area of 156 mm × 225 mm. 5.2.3: 22 lines of 28 characters.
_PAGE = (11906, 16838)
_TOP, _RIGHT, _BOTTOM, _LEFT = 2098, 1474, 1984, 1588
LINE = 579
_CLOSER = -5
"""How much closer than 16 points characters stand, so that 28 of them fill 156 mm: a grid of characters would be another way, which not
every program takes as Word does."""

BODY, TITLE, HEI, KAI = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"
_INSTEAD = {BODY: "仿宋", TITLE: "宋体", KAI: "楷体"}
"""What Word shows where a font is missing, as these are on a machine that no office has set up."""
_SIZE_3, _SIZE_2, _SIZE_4 = 32, 44, 28
"""三号, 二号 and 四号, in half points."""

_OF_LEVEL = (HEI, KAI)
"""7.3.3: the first level in 黑体, the second in 楷体, the others as the text."""


class Heading(NamedTuple):
    """The names of the styles of one level: of a paragraph that is a heading, and of a heading in a paragraph."""

    paragraph: str
    characters: str


def heading_of(level: int) -> Heading:
    """The styles of headings on `level`, which counts from 1; what is deeper than Word knows is as the deepest."""
    level = min(level, DEEPEST_LEVEL)
    return Heading(f"Heading{level}", f"Heading{level}Char")


def fonts() -> str:
    """The table of the fonts, each with the one that stands in for it."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/></w:font>'
        for name, instead in _INSTEAD.items()
    )
    return f"<w:fonts {NAMESPACE}>{listed}</w:fonts>"


def page_layout() -> str:
    """The properties of the only part of the document: its page, its grid, its page numbers."""
    return (
        '<w:sectPr><w:footerReference w:type="even" r:id="rIdEven"/><w:footerReference w:type="default" r:id="rIdOdd"/>'
        f'<w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}"/>'
        f'<w:pgMar w:top="{_TOP}" w:right="{_RIGHT}" w:bottom="{_BOTTOM}" w:left="{_LEFT}" w:header="851" w:footer="1400" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def styles() -> str:
    """word/styles.xml."""
    normal = (
        _fonts(BODY)
        + f'<w:spacing w:val="{_CLOSER}"/><w:kern w:val="2"/><w:sz w:val="{_SIZE_3}"/><w:szCs w:val="{_SIZE_3}"/>'
    )
    spacing = f'<w:spacing w:line="{LINE}" w:lineRule="exact"/>'
    written = [
        f"<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>{normal}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{spacing}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:spacing w:after="579" w:line="700" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:rPr>{_fonts(TITLE)}<w:spacing w:val="0"/><w:sz w:val="{_SIZE_2}"/><w:szCs w:val="{_SIZE_2}"/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Salutation"><w:name w:val="Salutation"/><w:basedOn w:val="Normal"/>'
        '<w:next w:val="Normal"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:ind w:firstLineChars="0" w:firstLine="0" w:leftChars="100" w:left="320" w:rightChars="100" w:right="320"/></w:pPr>'
        f'<w:rPr>{_fonts("宋体")}<w:spacing w:val="0"/><w:sz w:val="{_SIZE_4}"/><w:szCs w:val="{_SIZE_4}"/></w:rPr></w:style>',
    ]  # fmt: skip
    for level in range(1, DEEPEST_LEVEL + 1):
        written += _headings(level)
    return "".join(written) + "</w:styles>"


def _headings(level: int) -> list[str]:
    paragraph, characters = heading_of(level)
    font = _OF_LEVEL[level - 1] if level <= len(_OF_LEVEL) else BODY
    return [
        f'<w:style w:type="paragraph" w:styleId="{paragraph}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:link w:val="{characters}"/><w:qFormat/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{_fonts(font)}</w:rPr></w:style>',
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{characters}"><w:name w:val="heading {level} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{paragraph}"/>'
        f"<w:rPr>{_fonts(font)}{'<w:b/>' if font == BODY else ''}</w:rPr></w:style>",
    ]


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}" w:cs="Times New Roman"/>'
