"""How paragraphs with a number begin in a type of their own: what the writer means by the heading, which the text follows at once."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from outline.document import Span
from outline.readers.docx.run_types import HAN, Pieces, StatedType
from outline.readers.leading_markers import leading_marker, style_of_marker
from outline.readers.typefaces import Typeface

_LONGEST, _SHORTEST = 60, 24
"""Code points of such a beginning, and of a paragraph: a shorter one is a heading."""
_FEWEST, _MOSTLY = 2, 0.5
_NONE = Typeface(0, 0)
_BLANKS = " \u3000\t"


class _LeadIn(NamedTuple):
    kind: str
    span: Span
    face: Typeface
    rest: Typeface


class LeadIns:
    """Takes the paragraphs that are no headings, in order."""

    def __init__(self) -> None:
        self._found: list[_LeadIn] = []

    def add(self, pieces: Pieces, span: Span, label: str, face_of: Callable[[StatedType], Typeface]) -> None:
        """A paragraph at `span` with the label that the file counts, or none; `pieces` are its text in types."""
        if len(pieces) < 2:
            return
        text = "".join(words for words, _ in pieces)
        words = label + text.lstrip(_BLANKS)
        if len(words) <= _SHORTEST or not leading_marker(words):
            return
        end, *faces = _first_change(pieces, face_of)
        if 0 < end <= _LONGEST and "\n" not in text[:end]:
            start = span[0] if label else span[1] - len(text.lstrip(_BLANKS))
            self._found.append(_LeadIn(style_of_marker(words), (start, span[1] - len(text) + end), *faces))

    def found(self, body: Typeface, paragraphs: Iterable[str]) -> tuple[Span, ...]:
        """Those of kinds of numbers of which several begin so, and most of all `paragraphs`, in a type that stands out of that of the
        `body`."""
        alike = [
            each
            for each in self._found
            if each.rest.beside(body) == body and each.face.beside(body).stands_out_of(body)
        ]
        if len(alike) < _FEWEST:
            return ()
        counts = Counter(each.kind for each in alike)
        all_ = Counter(style_of_marker(words) for words in paragraphs if len(words) > _SHORTEST)
        kinds = {kind for kind, count in counts.items() if count >= max(_FEWEST, _MOSTLY * all_[kind])}
        return tuple(each.span for each in alike if each.kind in kinds)


def _first_change(pieces: Pieces, face_of: Callable[[StatedType], Typeface]) -> tuple[int, Typeface, Typeface]:
    """Where the type of the Chinese characters changes, and both types; 0 if it does not, or more than once."""
    at = end = 0
    faces: list[Typeface] = []
    for words, stated in pieces:
        if HAN.search(words):
            face = face_of(stated)
            if not faces or face != faces[-1]:
                faces.append(face)
                end = at
        at += len(words)
    return (end, faces[0], faces[1]) if len(faces) == 2 else (0, _NONE, _NONE)
