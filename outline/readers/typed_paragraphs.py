"""Paragraphs and the type they are set in: which of them could be headings, by themselves."""

import re
from typing import NamedTuple

from outline.document import Span
from outline.lexicon.addresses import address_at, hearer, recipients_at
from outline.lexicon.bylines import is_signed, kind_of_words
from outline.lexicon.captions import is_caption
from outline.lexicon.closings import cue
from outline.lexicon.list_labels import labels_in
from outline.lexicon.squeezed import squeezed
from outline.page.fold import fold
from outline.page.sentences import is_finished
from outline.readers.leading_markers import leading_marker
from outline.readers.typefaces import Typeface

_LONGEST = 60
_ENDS_SENTENCE = "。；;，,、：:.．！!…"
"""A sentence, a salutation, a slogan, or a piece of one. A heading may ask."""
_BRACKETS = "（(〔【", "）)〕】"
"""A date or a name below a title stands in them."""
_WORD = re.compile(r"[一-鿿A-Za-z]")
_GAP, _FEWEST_CELLS = "\u3000\u3000", 3
LEADER = re.compile(r"…|[.·．]{3}|\t")
"""What leads from an entry of a contents page to its page."""
_FIELD = re.compile(r"_{2,}|[\u3000 ]{4,}")
_BESIDE = ("date", "document", "dash", "label", "title label", "file", "path")
_AT_END = ("date", "signs", "present", "annexes", "sent to")
_POINTS = ".．"
_COLONS = ":："
_LABEL = re.compile(r"(?:[一-鿿] ?){3,12}")
_ANNOUNCES = ("如下", "下列", "以下")
_TEXT, _LONG_TEXT, _HEADLINE = 12, 40, 6


class TypedParagraph(NamedTuple):
    """What stands at `start`:`end` of the text, its `words`, and the typefaces of these, that of most of them first.

    - `page`: the one that it begins on, from 0, where the file tells.
    - `may_head`: its lines could be those of a heading, as far as their number and place tell. `is_red`: its first one is.
    - `is_numbered`: the file puts the number before it, whatever that looks like.
    """

    start: int
    end: int
    words: str
    faces: tuple[Typeface, ...]
    page: int = 0
    may_head: bool = True
    is_red: bool = False
    is_numbered: bool = False

    @property
    def face(self) -> Typeface:
        """The typeface of most of its words."""
        return self.faces[0]

    @property
    def has_marker(self) -> bool:
        """Does it begin with a number, its own or that of the file?"""
        return self.is_numbered or leading_marker(self.words) > 0

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def beside(self, body: Typeface) -> "TypedParagraph":
        """The same with its typefaces as they look beside that of the `body`."""
        faces = tuple(dict.fromkeys(face.beside(body) for face in self.faces))
        return self if faces == self.faces else self._replace(faces=faces)


def may_be_heading(paragraph: TypedParagraph, body: Typeface) -> bool:
    """Is it short, all in one type that stands out of that of the `body`, and no sentence, date, name, row or field?"""
    return (
        paragraph.may_head
        and len(paragraph.words) <= _LONGEST
        and len(paragraph.faces) == 1
        and paragraph.face.stands_out_of(body)
        and not _is_no_heading(paragraph.words, is_larger=paragraph.face.is_larger_than(body))
    )


def is_text(paragraph: TypedParagraph, body: Typeface) -> bool:
    """Is it running text, as stands below a heading: in the type of the `body`, and a sentence, an address, a point or a long line?"""
    words = paragraph.words
    if paragraph.face != body or _FIELD.search(words):
        return False
    if len(words) > _LONG_TEXT or paragraph.has_marker:
        return True
    folded = fold(words)
    is_said_to = address_at(folded, 0, len(folded)) or recipients_at(folded, 0, len(folded))
    return is_said_to is not None or (len(words) > _TEXT and (is_finished(folded) or words[-1] in _POINTS))


def is_line_of_text(paragraph: TypedParagraph, body: Typeface) -> bool:
    """Is it running text, or any other line in the type of the `body` that is no date or field: an entry of a list, a name?"""
    if is_text(paragraph, body):
        return True
    if paragraph.face != body or _FIELD.search(paragraph.words):
        return False
    return kind_of_words(squeezed(fold(paragraph.words))) not in ("date", "label")


def is_byline(words: str, *, is_dated: bool = False) -> bool:
    """Do they say who speaks, or in brackets when, or when, if it `is_dated`? A date alone stands on a cover too."""
    if len(words) > _LONG_TEXT:
        return False
    folded = fold(words)
    kind = kind_of_words(squeezed(folded))
    return kind == "brackets" or (kind == "date" and (is_dated or _is_in_brackets(words))) or is_signed(folded)


def _is_in_brackets(words: str) -> bool:
    return words[0] in _BRACKETS[0] and words[-1] in _BRACKETS[1]


def is_beside_text(words: str) -> bool:
    """Are they the name of a table or a figure, or the label of notes? These are often set in the type of the headings."""
    if len(words) > _LONGEST:
        return False
    folded = fold(words)
    return is_caption(folded) or any(label == "noted" for _, label in labels_in(folded + "："))


def _without_colon(words: str) -> str:
    """A few words without the colon behind them, if they address nobody, announce nothing and label nothing beside the text."""
    bare = words[:-1].rstrip()
    if words[-1] not in _COLONS or not _LABEL.fullmatch(bare) or bare.endswith(_ANNOUNCES):
        return words
    folded = fold(words)
    is_said_to = address_at(folded, 0, len(folded)) or recipients_at(folded, 0, len(folded)) or hearer(fold(bare))
    return words if is_said_to or cue(squeezed(folded)) or any(labels_in(folded)) else bare


def _is_no_heading(words: str, *, is_larger: bool) -> bool:
    """Do the words show that they are none: a sentence, a date in brackets, a number, a row of a contents page or of a table,
    something beside the text? In larger type than the text, who or what is named before a colon is what an article is about; and a label
    in 【】 is that of a part, if it is all of the line."""
    words = _without_colon(words)
    first, last = words[0], words[-1]
    if first == "【" and words.find("】") == len(words) - 1:
        return not _WORD.search(words)
    if last in _ENDS_SENTENCE or _is_in_brackets(words) or not _WORD.search(words):
        return True
    if (last.isdigit() and LEADER.search(words) is not None) or words.count(_GAP) >= _FEWEST_CELLS - 1:
        return True
    if leading_marker(words):
        return False
    if "\t" in words:
        return True
    folded = fold(words).replace("\n", "")
    tight = squeezed(folded)
    kind = kind_of_words(tight)
    if kind == "label" and is_larger and len(tight) - tight.find("：") > _HEADLINE:
        return False
    return kind in _BESIDE or cue(tight) in _AT_END or is_signed(folded) or is_beside_text(words)
