"""What must hold for the chunks of any text, told from the description, without a look at the code."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from outline import Chunk, Outline, Section, Table

SENTENCE_END = re.compile(r"[。！？…][”’」』）》〉】\])]*\s*\Z|[!?][”’」』）》〉】\])]*\s*\Z")
SENTENCE = re.compile(r"[^。！？…!?]*[。！？…!?]+[”’」』）》〉】\])]*|[^。！？…!?]+")


def check_chunks(text: str, outline: Outline, chunks: Sequence[Chunk], max_size: int) -> None:
    """The rules that hold whatever is asked for, but for an overlap."""
    check_sizes(chunks, max_size)
    check_nothing_lost(text, outline, chunks)
    check_neighbours(chunks)
    check_headings(text, outline, chunks)


def check_verbatim(text: str, outline: Outline, chunks: Sequence[Chunk], max_size: int) -> None:
    """Chunks whose text is the source."""
    check_sizes(chunks, max_size)
    check_nothing_lost(text, outline, chunks, signs=False)
    check_neighbours(chunks)
    for chunk in chunks:
        assert chunk.text == text[chunk.start : chunk.end]


def check_overlap(text: str, outline: Outline, chunks: Sequence[Chunk], max_size: int) -> None:
    """Chunks, some of which begin with what the one before ends with."""
    check_sizes(chunks, max_size)
    check_nothing_lost(text, outline, [replace(chunk, start=chunk.start + chunk.overlap) for chunk in chunks])
    for one, other in pairwise(chunks):
        if other.overlap:
            assert one.start < other.start and other.start + other.overlap >= one.end
            assert text[other.start : one.end] in text[one.start : one.end]


def check_sizes(chunks: Sequence[Chunk], max_size: int) -> None:
    for chunk in chunks:
        assert 0 < chunk.size == len(chunk.content) <= max_size, chunk


def check_nothing_lost(text: str, outline: Outline, chunks: Sequence[Chunk], signs: bool = True) -> None:
    """Every character that is neither blank nor furniture is in exactly one chunk; signs between the leaves only if `signs`. A text of
    nothing but signs has no chunk."""
    held = bytearray(len(text))
    for chunk in chunks:
        assert 0 <= chunk.start < chunk.end <= len(text), chunk
        for at in range(chunk.start, chunk.end):
            held[at] += 1
    assert max(held, default=0) <= 1
    for span in outline.furniture:
        held[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = [text[at] for at, count in enumerate(held) if not count and not is_blank(text[at])]
    assert not lost or (not (chunks and signs) and not any(map(str.isalnum, lost))), lost


def is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Zs", "Cf") or character in "\u2063"


def check_neighbours(chunks: Sequence[Chunk]) -> None:
    ids = [chunk.id for chunk in chunks]
    assert len({*ids}) == len(ids)
    for one, other in pairwise(chunks):
        assert one.end <= other.start and one.next == other.id and other.previous == one.id
    if chunks:
        assert chunks[0].previous is None and chunks[-1].next is None
    for n, chunk in enumerate(chunks):
        assert chunk.parent is None or chunk.parent in ids[:n]


def begin_of(section: Section) -> int:
    return section.marker.start if section.marker else section.heading.start


def heading_of(section: Section) -> tuple[int, int]:
    return section.start, max(section.marker.end if section.marker else 0, section.heading.end)


def check_headings(text: str, outline: Outline, chunks: Sequence[Chunk]) -> None:
    """No chunk ends with a heading whose text is in the next, and each tells the headings of the sections that it begins inside of."""
    with_text = {
        heading_of(section)[1]
        for section in outline.walk()
        if any(span.text for span in (*section.body, *section.closing)) or section.sections
    }
    for chunk in chunks:
        if chunk.shortened:
            continue
        last = max((end for end in with_text if end <= chunk.end), default=-1)
        assert (
            last < chunk.start
            or any(c.isalnum() for c in text[last : chunk.end])
            or not (following_text(text, outline, chunk.end))
        ), f"{chunk} ends with a heading"
        above = [section for section in outline.walk() if begin_of(section) < chunk.start < section.end]
        words = [(section.marker.text if section.marker else "") + section.heading.text for section in above]
        told = [heading.replace(" ", "") for heading in chunk.headings]
        assert [word.replace(" ", "") for word in words if word] == told[len(told) - len([w for w in words if w]) :], (
            chunk
        )


def following_text(text: str, outline: Outline, at: int) -> bool:
    return any(c.isalnum() for c in text[at:])


def check_sentences(outline: Outline, chunks: Sequence[Chunk], max_size: int) -> None:
    """Where a paragraph is cut elsewhere than at the end of a sentence, that sentence does not fit: not below the headings told of the
    second chunk, or, if it is the first below headings that the first chunk begins with, not below these."""
    paragraphs = [*outline.preamble, *outline.closing]
    paragraphs += [span for section in outline.walk() for span in (*section.body, *section.closing)]
    paragraphs = [span for span in paragraphs if not isinstance(span, Table)]
    starts = [span.start for span in paragraphs]
    leads = {span.text for span in (outline.title, outline.salutation) if span}
    leads |= {words_of(section) for section in outline.walk()}
    for one, other in pairwise(chunks):
        n = bisect_left(starts, other.start) - 1
        if n >= 0 and max(starts[n], one.start) < one.end and other.start < paragraphs[n].end:
            check_cut(paragraphs[n].text, one, other, max_size, leads)


def words_of(section: Section) -> str:
    apart = section.marker and section.heading.text and section.heading.start > section.marker.end
    heading = section.heading.text
    parted = section.marker and (section.marker.text[-1].isalnum() or (heading[:1].isascii() and heading[:1].isalnum()))
    blank = " " if apart and parted else ""
    return (section.marker.text if section.marker else "") + blank + section.heading.text


def check_cut(paragraph: str, one: Chunk, other: Chunk, max_size: int, leads: set[str]) -> None:
    above, _, left = one.text.rpartition("\n")
    right = other.text.split("\n", 1)[0]
    if SENTENCE_END.search(left):
        return
    edges = [match.end() for match in SENTENCE.finditer(paragraph)]
    cut = next(at for at in range(len(paragraph)) if is_cut(paragraph, at, left, right))
    n = bisect_left(edges, cut)
    start, end = edges[n - 1] if n else 0, edges[n]
    taken = sum(len(heading) + 1 for heading in other.headings)
    if above.rpartition("\n")[2] in leads and start == 0:
        taken = one.size - len(left)
    assert end - start + taken > max_size - 1, (paragraph[start:end], one, other)


def is_cut(paragraph: str, at: int, left: str, right: str) -> bool:
    return paragraph[:at].rstrip().endswith(left) and paragraph[at:].lstrip().startswith(right) and at > 0
