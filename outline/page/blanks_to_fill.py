"""Blanks that a form leaves to be filled in: drawn with underscores, between brackets, in dates, behind fields, in the middle of sentences.

Such a gap ends no line and no heading: 本镇共有　　个村设了河长。
"""

from bisect import bisect_left
from collections.abc import Iterator

from outline.notation.grammar_files import pattern
from outline.page.breaks import in_order
from outline.page.lines import Role, Span, Table
from outline.patterns import HAN, late

_DRAWN = late(r"[_＿（【](?:(?<=[_＿])[_＿](?:[_＿ ]*[_＿])?|(?<=（) +）|(?<=【) +】)")
_SIGNS = ("__", "＿＿", "（ ", "【 ")
_GAP = late(r" (?<=\S ) +")
_SURE = late(
    rf"(?<=年) +月|(?<=月) +日| +年 +月|(?<=(?:{HAN}|》))  +[。；，、]"
    rf"|(?<=：)  +(?:{HAN}{{1,8}}：|（[^（）\n]{{1,6}}）)"
)
"""A date, a gap before a stop, and one behind the name of a field before the next or a note in brackets."""
_MEASURED = "个(?![人别体性])|名(?![为单称])|次(?![要序])|天(?![气然下])|元(?!旦)|户(?![籍主])|台(?![账风])"
_MEASURED += "|份(?![额内])|岁(?!月)|[亩吨米辆件%‰℃]"
_WANTING = "[是由从共每第]|(?<![占拥所富])有|(?<![行作认以])为|(?<![表传到直])达|(?<![报周])到|(?<![由等])于|(?<!甚)至"
_PERHAPS = late(rf"(?<=(?:{HAN}|）))  +(?:{_MEASURED})|(?<={_WANTING})  +\S")
"""A gap that stands before a measure word or behind a word that wants another: what parts paragraphs could stand there by chance."""
_CALLED = late(rf"[请由](?:{HAN}{{1,10}})\Z")
_LONGEST_CALL = 11
"""Behind an office whose holder is called by it the name is wanting: 请裁判代表　　宣誓."""
_NEAR = 120
"""Code points within which a second blank tells that the first one is to be filled in."""
_WIDE = 3
"""Blanks in a row that a writer hardly puts between a heading and its body."""
_HAN = late(HAN)
_WHY = "blanks to fill in"


def blanks_to_fill(text: str) -> list[Span]:
    """The blanks of the folded `text` that are to be filled in, in order.

    >>> blanks_to_fill("一、租期从　　年　　月起。二、清淤　　三月前清完。".replace("　", " "))
    [(5, 7), (8, 10)]
    """
    drawn = [match.span() for match in _DRAWN.finditer(text)] if any(sign in text for sign in _SIGNS) else []
    gaps = [match.span() for match in _GAP.finditer(text)] if "  " in text else []
    sure = [(a, b) for a, b in gaps if _SURE.match(text, a)]
    perhaps = [(a, b) for a, b in gaps if _PERHAPS.match(text, a) or _CALLED.search(text, max(0, a - _LONGEST_CALL), a)]
    found = in_order([*drawn, *sure, *perhaps])
    near = zip([(-_NEAR, -_NEAR), *found], found, [*found[1:], (len(text) + _NEAR,) * 2], strict=False)
    certain = {*drawn, *sure}
    blanks = [
        span
        for before, span, behind in near
        if span in certain or span[0] - before[1] < _NEAR or behind[0] - span[1] < _NEAR
    ]
    return in_order([*blanks, *_as_wide_as(blanks, gaps, text)])


def _as_wide_as(blanks: list[Span], gaps: list[Span], text: str) -> Iterator[Span]:
    """The wide gaps between words that are no markers, where one of the `blanks` near is as wide: a form draws all of them alike."""
    starts: dict[int, list[int]] = {}
    for start, end in blanks:
        starts.setdefault(end - start, []).append(start)
    for start, end in gaps if blanks else ():
        alike = starts.get(end - start) if end - start >= _WIDE else None
        if alike and _parts_words(text, start, end):
            at = bisect_left(alike, start)
            if any(abs(other - start) < _NEAR for other in alike[max(0, at - 1) : at + 1]):
                yield start, end


def _parts_words(text: str, start: int, end: int) -> bool:
    """Do Chinese words stand on both sides of a gap, of which those behind it begin with no marker?"""
    return bool(_HAN.match(text, start - 1) and _HAN.match(text, end)) and not pattern().match(text, end)


def label_blanks(table: Table, blanks: list[Span]) -> None:
    """Say which lines of the speech have `blanks` to fill in."""
    for start, _ in blanks:
        line = table.line_at(start)
        if line.role is Role.SPEECH and not line.why:
            line.why = _WHY
