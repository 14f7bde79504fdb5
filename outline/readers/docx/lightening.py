"""XML of a part without what says nothing about its text: distances, languages and the like are more than half of what Word writes.
What a run says of its type is made attributes of the run, which cost a tenth of elements.

The bytes are cut before they are parsed, for even an event that nobody takes costs as much as a character of text. That is safe in XML in
which a tag is a tag: `<` stands in no text and no value (XML 1.0, 2.4 and 3.1), and comments and the like, where it may, are looked for.
"""

import re

STATED = "rPr"
"""The attribute of a run, or of the properties of a run or a style, that says what these state of its type: `b=on|sz=32|rFonts=黑体`."""
_LARGEST = 40_000_000
"""Bytes; a larger part is left as it is, for the memory that a second one takes."""

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*+>)?\s*+<\w")
_WORDPROCESSING = re.compile(
    rb"xmlns:w=[\"'](?:http://schemas\.openxmlformats\.org/wordprocessingml/2006/main|http://purl\.oclc\.org/ooxml/wordprocessingml/main)[\"']"
)
_NAMES = (
    *(b"szCs spacing ind lang kern bCs lsdException").split(),  # the commonest first
    *(b"i iCs u strike highlight shd w position effect snapToGrid proofErr bookmarkStart bookmarkEnd noProof").split(),
    *(b"keepNext keepLines widowControl adjustRightInd autoSpaceDE autoSpaceDN overflowPunct wordWrap kinsoku").split(),
    *(b"topLinePunct textAlignment contextualSpacing mirrorIndents").split(),
    *(b"tcW tblW tblLook tblInd gridCol vAlign hideMark trHeight left right top bottom insideH insideV").split(),
    *(b"qFormat uiPriority semiHidden unhideWhenUsed rsid").split(),
)
_ATTRIBUTES = rb"(?:\s++[\w:]++=(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+"
_WITHOUT_TEXT = re.compile(rb"<w:(?:" + b"|".join(_NAMES) + b")" + _ATTRIBUTES + b"/>")
_PROPERTIES = re.compile(rb"<w:r(?:><w:rPr>|(Pr)>)((?:<\w++:\w++" + _ATTRIBUTES + rb"/>)*+)</w:rPr>(</w:pPr>)?")
"""The properties of a run with its beginning, if it has no attributes, which may declare what its elements are called; or those of a
paragraph mark; or, if those of no paragraph end behind them, of a style or of another run."""
_TYPE = re.compile(rb"<w:(b|sz|color|rFonts)(?=[\s/])(" + _ATTRIBUTES + rb")/>")
_VALUE = re.compile(rb"(?<=\sw:)(val|ascii|eastAsia|eastAsiaTheme)=(\"[^\"<]*+\"|'[^'<]*+')")
_SYMBOLS = re.compile(rb"[\"'](?:Wingdings|Symbol)")
_MOST_KEPT = 1000
_IDS = re.compile(rb'<w:(p|r|tr)(?: w(?:14)?:(?:rsid\w*+|paraId|textId)="[0-9A-Fa-f]*+")++')
"""In which session something was written; a text may speak of such attributes too."""
_STYLE, _END_OF_STYLE, _TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'


def lightened(xml: bytes) -> bytes:
    """A part of WordprocessingML that says the same of its text. What is not plain enough to be cut is given back as it is."""
    if len(xml) > _LARGEST or not _is_plain(xml):
        return xml
    xml = _IDS.sub(rb"<w:\1", _without_table_styles(xml))
    xml = _PROPERTIES.sub(_Shortened(), xml)
    return _WITHOUT_TEXT.sub(b"", xml).replace(b"<w:pPr></w:pPr>", b"")


class _Shortened(dict[tuple[bytes | None, ...], bytes]):
    """What stands for the properties of runs, paragraph marks and styles: a document has few that differ."""

    def __call__(self, match: re.Match[bytes]) -> bytes:
        return self[match.groups()]

    def __missing__(self, key: tuple[bytes | None, ...]) -> bytes:
        is_not_of_run, properties, end_of_mark = key
        kept = _WITHOUT_TEXT.sub(b"", properties or b"")
        stated = b"" if end_of_mark else _stated(kept)
        kept = _TYPE.sub(b"", kept)
        if is_not_of_run:
            made = b"<w:rPr%b>%b</w:rPr>" % (stated, kept) if stated or kept else b""
        else:
            made = b"<w:r%b>" % stated + (b"<w:rPr>%b</w:rPr>" % kept if kept else b"")
        made += end_of_mark or b""
        if len(self) < _MOST_KEPT:
            self[key] = made
        return made


def _stated(properties: bytes) -> bytes:
    """What these properties state of type as the one attribute that `run_types.stated_in_tag` reads, or nothing."""
    found: dict[bytes, bytes] = {}
    for name, attributes in _TYPE.findall(properties):
        values = dict(_VALUE.findall(attributes))
        if name != b"rFonts":
            found[name] = values.get(b"val", b"'on'")
            continue
        if _SYMBOLS.match(values.get(b"ascii", b"")):
            found[b"symbols"] = values[b"ascii"]
        if b"eastAsiaTheme" in values or b"eastAsia" in values:
            found[name] = b"''" if b"eastAsiaTheme" in values else values[b"eastAsia"]
    if not found:
        return b""
    stated = (b"%b=%b" % (name, value[1:-1].replace(b'"', b"&quot;")) for name, value in found.items())
    return b' w:%b="%b"' % (STATED.encode(), b"|".join(stated))


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
        _, end, rest = style.partition(_END_OF_STYLE)
        kept.append(rest if end and _TABLE in style[: style.find(b">")] else _STYLE + style)
    return b"".join(kept)
