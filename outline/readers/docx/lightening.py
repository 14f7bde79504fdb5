"""XML of a part without what says nothing about its text: fonts, sizes and distances are more than half of what Word writes.

The bytes are cut before they are parsed, for even an event that nobody takes costs as much as a character of text. That is safe in XML in
which a tag is a tag: `<` stands in no text and no value (XML 1.0, 2.4 and 3.1), and comments and the like, where it may, are looked for.
"""

import re

_LARGEST = 40_000_000
"""Bytes; a larger part is left as it is, for the memory that a second one takes."""

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*+>)?\s*+<\w")
_WORDPROCESSING = re.compile(
    rb"xmlns:w=[\"'](?:http://schemas\.openxmlformats\.org/wordprocessingml/2006/main|http://purl\.oclc\.org/ooxml/wordprocessingml/main)[\"']"
)
_NAMES = (
    *(b"rFonts sz szCs spacing ind lang color kern b bCs lsdException").split(),  # the commonest first
    *(b"i iCs u strike highlight shd w position effect snapToGrid proofErr bookmarkStart bookmarkEnd noProof").split(),
    *(b"keepNext keepLines widowControl adjustRightInd autoSpaceDE autoSpaceDN overflowPunct wordWrap kinsoku").split(),
    *(b"topLinePunct textAlignment contextualSpacing mirrorIndents").split(),
    *(b"tcW tblW tblLook tblInd gridCol vAlign hideMark trHeight left right top bottom insideH insideV").split(),
    *(b"qFormat uiPriority semiHidden unhideWhenUsed rsid").split(),
)
_WITHOUT_TEXT = re.compile(rb"<w:(?:" + b"|".join(_NAMES) + rb")(?:\s++[\w:]++=(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+/>")
_STYLE, _END_OF_STYLE, _TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'


def lightened(xml: bytes) -> bytes:
    """A part of WordprocessingML that says the same of its text. What is not plain enough to be cut is given back as it is."""
    if len(xml) > _LARGEST or not _is_plain(xml):
        return xml
    return _WITHOUT_TEXT.sub(b"", _without_table_styles(xml)).replace(b"<w:rPr></w:rPr>", b"")


def _is_plain(xml: bytes) -> bool:
    """Are its characters bytes of their own up to U+007F, as in UTF-8, and is each `<w:` in it the tag that it looks like?"""
    head = _HEAD.match(xml)
    if not head or b"<!" in xml or xml.count(b"<?") > head[0].count(b"<?"):
        return False
    return xml.count(b"xmlns:w=") == 1 and _WORDPROCESSING.search(xml) is not None


def _without_table_styles(xml: bytes) -> bytes:
    """Of a part that holds styles, without those of tables, which are the longest and number nothing."""
    before, *styles = xml.split(_STYLE)
    kept = [before]
    for style in styles:
        rest = style.partition(_END_OF_STYLE)[2] if _TABLE in style.partition(b">")[0] else b""
        kept.append(rest or _STYLE + style)
    return b"".join(kept)
