"""Plain text: bytes that hold characters, in whatever encoding."""

import codecs
from dataclasses import dataclass

from outline.document import Document, Format
from outline.language import gettext as _
from outline.language import gettext_noop, ngettext
from outline.parts import Note, Parameters
from outline.patterns import late
from outline.problems import FileProblem
from outline.readers.encodings import byte_order_mark, is_encoding, likeliest
from outline.readers.fragments import pieces_in_text

_REPLACEMENT = "\ufffd"
_NO_TEXT = late(r"[\0-\x08\x0e-\x1a\x7f]")
_SAMPLE = 100_000
_BINARY = gettext_noop(
    "is a binary file, or text in an unusual encoding: save it as text or .docx first, or name its encoding"
)
_MOST_THAT_IS_NO_TEXT = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """The `text` of some bytes without their byte order mark, the Python name of their `encoding`, and what the user should know of it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def read_document(content: bytes, *, format: Format, encoding: str | None, max_size: int) -> Document:
    """The text of `content`, every line break as it is; tags and entities of pieces of a page in it are signs.

    `places` stays empty: lines are quickly counted, and a large text has millions.
    """
    decoded = decode(content, encoding)
    return Document(decoded.text, format, decoded.encoding, signs=pieces_in_text(decoded.text), notes=decoded.notes)


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """The characters of `content`: strictly in `encoding` if it is given, else in the one that its bytes speak for.

    That is the one its byte order mark names, or UTF-8 if all of it is, or the likeliest; what is no character in it is replaced by
    U+FFFD, and a note (`replaced-characters`) counts these. Raises FileProblem if `encoding` does not fit or the bytes are no text.
    """
    if encoding is not None:
        return _strictly(content, encoding)
    mark, marked = byte_order_mark(content)
    body = content[len(mark) :] if mark else content
    if marked is None and b"\0" in body:
        marked = _likeliest(body)
    name = marked or "utf-8"
    try:
        decoded = Decoded(body.decode(name), name)
    except UnicodeDecodeError:
        decoded = _as_far_as_possible(body, marked or _likeliest(body))
    sample = decoded.text[:_SAMPLE]
    if len(_NO_TEXT.findall(sample)) > _MOST_THAT_IS_NO_TEXT * len(sample):
        raise FileProblem(_(_BINARY))
    return decoded


def _likeliest(content: bytes) -> str:
    name = likeliest(content)
    if name is None:
        raise FileProblem(_(_BINARY))
    return name


def _strictly(content: bytes, encoding: str) -> Decoded:
    if not is_encoding(encoding):
        raise FileProblem(_("cannot be decoded: “{name}” is not an encoding of text").format(name=encoding))
    name = codecs.lookup(encoding).name
    try:
        return Decoded(content.decode(name).removeprefix("\ufeff"), name)
    except UnicodeError as error:
        problem = _("is not {encoding}: {advice}")
        if isinstance(error, UnicodeDecodeError):
            problem = _("is not {encoding} (at byte {place}): {advice}")
        place = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise FileProblem(problem.format(encoding=name, place=place, advice=_advice(content))) from error


def _advice(content: bytes) -> str:
    fits = decode(content)
    return _("leave the encoding out") if fits.notes else _("{encoding} fits").format(encoding=fits.encoding)


def _as_far_as_possible(content: bytes, encoding: str) -> Decoded:
    """All that `encoding` can make of `content`, with a note at the first character that it cannot."""
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        first = len(content[: error.start].decode(encoding))
    text = content.decode(encoding, "replace")
    of_the_text = content.decode(encoding, "ignore").count(_REPLACEMENT)
    count = text.count(_REPLACEMENT) - of_the_text
    parameters: Parameters = {"count": count, "encoding": encoding}
    message = ngettext(
        "{count:,} character is damaged (\ufffd): the bytes there are no {encoding}",
        "{count:,} characters are damaged (\ufffd): the bytes there are no {encoding}",
        count,
    )
    note = Note("replaced-characters", message.format(**parameters), first, first + 1, parameters)
    return Decoded(text, encoding, (note,))
