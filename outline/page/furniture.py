"""Furniture: what a page puts around and into a speech. In the file, not in the speech.

Page numbers, the header and footer of a site, lists of related articles, glosses of a broken conversion. Only what a speech would not
contain is taken; when in doubt it is speech. Each rule reads the table of lines and writes into it.
"""

import re

from outline.lexicon.closings import cue as closing_cue
from outline.lexicon.site_phrase import Place
from outline.lexicon.site_phrases import at
from outline.notation.grammar_files import found_fast
from outline.page.lines import Line, Role, Table
from outline.page.page_numbers import ALONE, DASHES, DOTS, PAGE_OF, WHY
from outline.page.sentences import is_finished
from outline.page.tears import marker_at_head
from outline.patterns import HAN, late, made_late

# Patterns that are looked for in the whole text begin with a literal, which CPython finds ten times as fast as anything else.
_PAGE_OF = late(PAGE_OF)
_PAGE_ALONE = late(ALONE)
_LONGEST_PAGE_ALONE = 12
_MAY_BEGIN_PAGE = frozenset(DASHES + DOTS + "第P#")

_PINYIN = r"（[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}）"
_GLOSS = late(rf"{_PINYIN}(?:{_PINYIN})*")
"""The pinyin that broken conversions put behind characters: 行動(dòng)."""
_FEWEST_GLOSSES = 5

# A site's name with its address or its kind, behind the words of a line: 文稿汇 www.example.com, 稿子网,范文学习文库
_SITE_ENDS = late("www．|文库|之家")
_SITE_BEHIND_LINE = late(rf"(?<= ){HAN}{{2,6}}[网汇库站](?: ?， ?{HAN}{{2,8}}(?:之家|文库)| www．[\w．-]+)\Z")

_OF_REMARKS = ("]", "欢迎下载")
"""One of these stands in all that a site says in the midst of a line."""

_QUOTED = late(r"[> ]+")
_MOST_QUOTED = 0.8
_LONGEST_LICENCE = 2000


def label_furniture(table: Table) -> None:
    """Set aside what is no part of the speech, as far as the words of single lines tell."""
    _page_numbers(table)
    _glosses(table)
    _sites_behind_lines(table)
    _remarks(table)
    _licence(table)
    _site_lines(table)
    _titles_at_end(table)


def label_quote_signs(table: Table) -> None:
    """The signs of a mail (`> `) before the lines of a text that is quoted as a whole."""
    if table.text.startswith(">") or "\n>" in table.text:
        lines = table.speech()
        quoted = [line for line in lines if table.text[line.start] == ">"]
        if len(quoted) >= _MOST_QUOTED * len(lines):
            for line in quoted:
                signs = _QUOTED.match(table.text, line.start, line.end)
                table.set_aside(line.start, signs.end() if signs else line.start, "the sign of a quotation")


def _page_numbers(table: Table) -> None:
    for match in _PAGE_OF.finditer(table.text):
        table.set_aside(*match.span(), WHY)
    for line in table.speech():
        may_be = line.end - line.start <= _LONGEST_PAGE_ALONE and table.text[line.start] in _MAY_BEGIN_PAGE
        if may_be and _PAGE_ALONE.fullmatch(table.words(line).lstrip("# ")):
            line.label(Role.INTERRUPTION, WHY)


def _glosses(table: Table) -> None:
    text = table.text
    glosses = [m.span() for m in _GLOSS.finditer(text) if "\u4e00" <= text[max(0, m.start() - 1)] <= "\u9fff"]
    if len(glosses) >= _FEWEST_GLOSSES:
        for gloss in glosses:
            table.set_aside(*gloss, "the pinyin of a character")


def _sites_behind_lines(table: Table) -> None:
    for line in table.lines_with(_SITE_ENDS):
        behind = _SITE_BEHIND_LINE.search(table.text, line.start, line.end)
        if behind:
            table.set_aside(*behind.span(), "the name of a site")


def _remarks(table: Table) -> None:
    for remark in _INSIDE.finditer(table.text) if any(sign in table.text for sign in _OF_REMARKS) else ():
        table.set_aside(*remark.span(), "what the site says")


def _licence(table: Table) -> None:
    """What a library of texts says at the end about the copyright of the work."""
    start = table.text.rfind("本作品", max(0, len(table.text) - _LONGEST_LICENCE))
    if start > 0 and table.line_at(start).start == start and "公有领域" in table.text[start:]:
        table.set_aside(start, len(table.text), "a licence", Role.FURNITURE)


_FIRST, _LABEL, _HEAD, _LIST = at(Place.FIRST), at(Place.LABEL), at(Place.HEAD), at(Place.LIST)
_LINE, _SHORT_LINE, _BEHIND = at(Place.LINE), at(Place.SHORT_LINE), at(Place.BEHIND)
_INSIDE = at(Place.INSIDE)
_SITE_SPEAKS = made_late(found_fast, [_SHORT_LINE.pattern])
_MAY_BEGIN = made_late(found_fast, [_LIST.pattern, _LINE.pattern])
"""What is said in a line of the site, and how one begins: most lines of a text can be neither, and nothing more is asked of them."""
_LONGEST_LINE, _HEAD_LINES = 120, 14
_BULLET = late(r"[•·●◆■○▪▶►-]")
_RELATED, _LONGEST_TITLE, _MOST_TITLES = "related articles", 40, 30
_OF_ARTICLES = late("文章|阅读|报道|文档|链接|栏目|喜欢|感兴趣|在[看问搜]|.推荐")
"""What the label of a list says if the lines below it need no bullet: 相关内容 and 推荐： may be words of the text."""
_SHORTEST = 3
"""So many characters are left of a line at least: of fewer the site makes a title by saying what it is."""
_NO_TITLE_ENDS_IN = "。！？；"


def _site_lines(table: Table) -> None:
    """Whole lines of furniture, and labels at the head of lines and behind them."""
    text = table.text
    speaks = {table.line_at(match.start()).start for match in _SITE_SPEAKS.finditer(text)}
    shape: str | None = None  # of the list of other articles that this line may go on with; "" before its first entry
    above: Line | None = None  # what may be the label of that list
    for number, line in enumerate(table.speech()):
        may_say = line.start in speaks or _MAY_BEGIN.match(text, line.start) is not None
        if number >= _HEAD_LINES and shape is None and not may_say:
            continue
        if number < _HEAD_LINES:
            _behind_line(table, line)
        words = table.words(line) if line.end - line.start <= _LONGEST_LINE or number < _HEAD_LINES else ""
        label = _label_of(words, number) if number < _HEAD_LINES else None
        if label:
            table.set_aside(line.start, line.start + label.end(), "a label of the site")
            shape = None
        elif not words or len(words) > _LONGEST_LINE:
            shape = None
        elif may_say and _LIST.fullmatch(words):
            if _OF_ARTICLES.search(words):
                line.label(Role.FURNITURE, _RELATED)
            shape, above = "", line
        elif shape is not None and above and _lists_titles(words) and shape in ("", _shape(words)):
            above.label(Role.FURNITURE, _RELATED)
            line.label(Role.FURNITURE, _RELATED)
            shape = _shape(words)
        else:
            shape = None
            head = number < _HEAD_LINES and _HEAD.fullmatch(words)
            if head or (may_say and (_LINE.fullmatch(words) or _SHORT_LINE.search(words))):
                line.label(Role.FURNITURE if head else Role.INTERRUPTION, "what the site says")


def _titles_at_end(table: Table) -> None:
    """The titles of other articles with which a page ends, each a plain line below the label of their list, and below the text."""
    if not any(line.why == _RELATED for line in table.lines):
        return
    titles: list[Line] = []
    for number in reversed(range(len(table.lines))):
        line = table.lines[number]
        if line.role is Role.SPEECH:
            words = table.words(line)
            is_title = len(words) <= _LONGEST_TITLE and words[-1] not in _NO_TITLE_ENDS_IN and words[-1] != "："
            if not is_title or len(titles) == _MOST_TITLES or closing_cue(words) or marker_at_head(table, line):
                return
            titles.append(line)
        elif line.why == _RELATED and _LIST.fullmatch(table.words(line)):
            is_below_text = any(_is_text(table, above) for above in table.lines[:number])
            if is_below_text and _OF_ARTICLES.search(table.words(line)):
                break
            return
    else:
        return
    for line in titles:
        line.label(Role.FURNITURE, _RELATED)


def _is_text(table: Table, line: Line) -> bool:
    """Is a line of speech a sentence, or longer than a title?"""
    is_long = line.end - line.start > _LONGEST_TITLE
    return line.role is Role.SPEECH and (is_long or is_finished(table.words(line)))


def _behind_line(table: Table, line: Line) -> None:
    """What the site says behind the words of one of the first lines."""
    behind = _BEHIND.search(table.words(line)) if line.end - line.start <= _LONGEST_LINE else None
    if behind and behind.start() >= _SHORTEST:
        table.set_aside(line.start + behind.start(), line.end, "what the site says")


def _label_of(words: str, number: int) -> re.Match[str] | None:
    """The label of the site before the words of the line of this number, counted from 0, which is one of the first."""
    first = _FIRST.match(words) if number == 0 else None
    return first or _LABEL.match(words)


def _shape(words: str) -> str:
    """What an entry of a list looks like at its beginning: its bullet, or its number without the digits."""
    return "•" if _BULLET.match(words) else re.sub(r"\d+", "0", words)[:2]


def _lists_titles(words: str) -> bool:
    """Can a line of these words be an entry of a list of titles?"""
    return bool(_BULLET.match(words) or words[0].isdigit()) and words[-1] not in _NO_TITLE_ENDS_IN
