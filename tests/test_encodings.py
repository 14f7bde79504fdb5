"""What encoding bytes have, and what happens where they have none."""

import contextlib
import random
from pathlib import Path

import opencc
import pytest

from outline import FileProblem, parse
from outline.readers.encodings import likeliest
from outline.readers.text import decode, read_document

SHARED = Path(__file__).parent.parent.parent / "shared"
UNLABELLED = sorted((SHARED / "corpus" / "unlabelled").glob("*.txt")) + sorted((SHARED / "seeds").glob("*.txt"))

SIMPLIFIED = "一、要看到差距\n今年雨水多，我们要把村里的路修好。\n二、要抓好落实\n各村的工作都要有人管。\n"
TRADITIONAL = "一、要看到差距\n今年雨水多，我們要把村裡的路修好。\n二、要抓好落實\n各村的工作都要有人管。\n"
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
SAMPLES = 500
LEAST_RIGHT = 0.99


def as_found(text: str, encoding: str) -> tuple[str, str]:
    decoded = decode(text.encode(encoding))
    assert decoded.notes == ()
    return decoded.text, decoded.encoding


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", *WIDE])
def test_an_encoding_is_found_out(encoding: str) -> None:
    assert as_found(SIMPLIFIED, encoding) == (SIMPLIFIED, encoding)


def test_big5_is_read_as_its_superset() -> None:
    assert as_found(TRADITIONAL, "big5") == (TRADITIONAL, "big5hkscs")
    assert as_found(TRADITIONAL + "嘅咗㗎", "big5hkscs") == (TRADITIONAL + "嘅咗㗎", "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-8", *WIDE])
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert as_found("\ufeff" + SIMPLIFIED, encoding) == (SIMPLIFIED, encoding)
    assert as_found("\ufeff甲", encoding) == ("甲", encoding)


def test_only_the_first_byte_order_mark_is_one() -> None:
    assert decode("\ufeff\ufeff甲".encode()).text == "\ufeff甲"


@pytest.mark.parametrize("encoding", WIDE)
def test_ascii_in_wide_characters_is_no_binary_file(encoding: str) -> None:
    assert as_found("1. roads\r\n2. wells\r\n", encoding) == ("1. roads\r\n2. wells\r\n", encoding)


@pytest.mark.parametrize("content", [b"", b"1. roads", b"1. roads\n\x1b[31m2. wells\x1b[0m\f"])
def test_ascii_is_utf8(content: bytes) -> None:
    assert (decode(content).text, decode(content).encoding) == (content.decode(), "utf-8")


def test_no_bytes_are_an_empty_text() -> None:
    assert decode(b"").text == ""
    assert likeliest(b"") == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_zero_byte_in_a_text_is_a_character(encoding: str) -> None:
    assert as_found(SIMPLIFIED + "\0", encoding) == (SIMPLIFIED + "\0", encoding)


def test_a_few_characters_among_ascii_decide() -> None:
    text = "Report of the committee. " * 2_000 + "要看到差距"
    assert as_found(text, "gb18030") == (text, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("stray", [b"\xff", b"\x80"])
def test_a_stray_byte_does_not_change_the_encoding(encoding: str, stray: bytes) -> None:
    before, after = TRADITIONAL[:30], TRADITIONAL[30:]
    decoded = decode(before.encode(encoding) + stray + b"\n" + after.encode(encoding))
    assert decoded.encoding == encoding
    assert decoded.text == f"{before}\ufffd\n{after}"
    (note,) = decoded.notes
    assert (note.code, note.start, note.end) == ("replaced-characters", 30, 31)
    assert note.message == f"1 character is damaged (\ufffd): the bytes there are no {encoding}"


def test_one_note_counts_what_was_replaced_and_not_what_was_in_the_text() -> None:
    content = "一、\ufffd甲".encode() + b"\xff" + "乙".encode() + b"\xff\xff"
    (note,) = decode(content).notes
    assert (note.start, note.message[:24]) == (4, "3 characters are damaged")


def test_an_odd_byte_at_the_end_of_wide_text_is_told() -> None:
    decoded = decode(b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le") + b"\x41")
    assert decoded.text == SIMPLIFIED + "\ufffd"
    assert [note.start for note in decoded.notes] == [len(SIMPLIFIED)]


def test_notes_of_the_reader_stand_among_those_of_the_outline_in_order() -> None:
    content = "一、修渠\n二、清".encode() + b"\xff" + "淤\n四、植树\n".encode()
    document = read_document(content, format="text", encoding=None, max_size=1000)
    assert [note.code for note in parse(document).notes] == ["replaced-characters", "missing-number"]


def test_a_named_encoding_is_strict_and_a_failure_says_what_fits() -> None:
    assert decode(TRADITIONAL.encode("big5"), "BIG5").encoding == "big5"
    with pytest.raises(FileProblem, match=r"^is not utf-8 \(at byte 2\): gb18030 fits$"):
        decode(SIMPLIFIED.encode("gb18030"), "utf-8")
    with pytest.raises(FileProblem, match=r"^is not ascii \(at byte 0\): leave the encoding out$"):
        decode(SIMPLIFIED.encode() + b"\xff", "ascii")


@pytest.mark.parametrize("name", ["nonsense", "base64", "utf-8\0", ""])
def test_a_name_that_is_no_encoding(name: str) -> None:
    with pytest.raises(FileProblem, match="is not an encoding of text"):
        decode(b"a", name)


@pytest.mark.parametrize(
    "content",
    [
        random.Random(1).randbytes(5_000),
        bytes(range(256)) * 20,
        b"\0" * 500,
        "Доброе утро, уважаемые товарищи! Сегодня мы поговорим о дорогах и колодцах нашей деревни.".encode("koi8-r"),
    ],
    ids=["random", "counting", "zeros", "an encoding that is not known here"],
)
def test_what_is_no_text_that_is_known_here_is_refused(content: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^is a binary file, or text in an unusual encoding: "):
        decode(content)


def samples(length: int, texts: list[str]) -> list[str]:
    """`SAMPLES` pieces of the texts, the same ones every time."""
    draw = random.Random(length)
    found = []
    while len(found) < SAMPLES:
        text = draw.choice(texts)
        start = draw.randrange(len(text))
        if start + length <= len(text):
            found.append(text[start : start + length])
    return found


def share_right(pieces: list[str], encoding: str, mark: str = "") -> float:
    """How many of the pieces that can be encoded are read as they were written."""
    right = tried = 0
    for piece in pieces:
        try:
            content = (mark + piece).encode(encoding)
        except UnicodeEncodeError:
            continue
        tried += 1
        with contextlib.suppress(FileProblem):
            right += decode(content).text == piece
    assert tried >= SAMPLES / 20
    return right / tried


real_texts = pytest.mark.skipif(not UNLABELLED, reason="needs the texts of ../shared")
lengths = pytest.mark.parametrize("length", [20, 40, 100, 1000])


@real_texts
@lengths
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", *WIDE])
def test_real_texts_are_read_in_the_encoding_they_are_written_in(length: int, encoding: str) -> None:
    pieces = samples(length, [path.read_bytes().decode() for path in UNLABELLED])
    assert share_right(pieces, encoding) >= LEAST_RIGHT
    if encoding in (*WIDE, "utf-8"):
        assert share_right(pieces, encoding, mark="\ufeff") == 1


@real_texts
@lengths
@pytest.mark.parametrize("encoding", ["big5", "big5hkscs"])
def test_real_traditional_texts_are_read_in_the_encoding_they_are_written_in(length: int, encoding: str) -> None:
    converter = opencc.OpenCC("s2tw")
    texts = [converter.convert(path.read_bytes().decode()) for path in UNLABELLED]
    assert share_right(samples(length, texts), encoding) >= LEAST_RIGHT


@real_texts
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_real_texts_with_a_stray_byte_keep_their_encoding(encoding: str) -> None:
    draw = random.Random(7)
    right = 0
    for piece in samples(1000, [path.read_bytes().decode() for path in UNLABELLED]):
        content = piece.encode(encoding)
        at = draw.randrange(len(content))
        right += likeliest(content[:at] + b"\xff" + content[at:]) == encoding
    assert right >= LEAST_RIGHT * SAMPLES
