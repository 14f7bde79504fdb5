"""Notes → comments in a Word file (ECMA-376 Part 1, 17.13.4), each at the characters that it speaks of."""

from collections.abc import Sequence

from outline.checking.word_files.anchors import Anchor, MainPart, refuse_signed
from outline.checking.word_files.comments_part import CommentsPart
from outline.checking.word_files.run_cuts import Cut
from outline.language import gettext as _
from outline.parts import Note
from outline.problems import FileProblem
from outline.readers import DEFAULT_MAX_SIZE
from outline.readers.docx import read_traced
from outline.readers.sniff import format_of
from outline.writers.visible import visible

_BEGINS, _ENDS = 1, 0
"""The order of what stands at one place: the comment that ends there ends before the other begins."""


def with_comments(
    content: bytes, notes: Sequence[Note], *, date: str | None = None, max_size: int = DEFAULT_MAX_SIZE
) -> bytes:
    """The .docx `content` with a comment for each of the `notes`, whose offsets are those of its document, as `read` gives it.

    A comment stands at the characters of its note, as far as these are of one paragraph; at the nearest where the file has none there,
    as in an automatic number, or allows no comment, as in a text box. The text stays the same, and so does every part of the package that
    need not know of comments. Comments that are there stay; one that an earlier run made is not made again. `date` is what they
    bear, as in `2026-01-31T12:00:00Z`. Raises FileProblem for what is no .docx, and for one that nothing can be put into.
    """
    if format_of(content, "") != "docx":
        raise FileProblem(_("is no Word file (.docx), and nothing else takes comments"))
    traced = read_traced(content, max_size=max_size)
    refuse_signed(traced.package)
    comments = CommentsPart(traced.package, traced.xml, date)
    new = comments.without_known([(note, visible(note.message)) for note in notes])
    if not new:
        return content
    main = MainPart(traced)
    main.look_at([(note.start, note.end) for note, _message in new])
    for note, message in sorted(new, key=lambda each: (each[0].start, each[0].end)):
        _mark(main, note, comments.add(message))
    return comments.repacked(content, main.changed())


def _mark(main: MainPart, note: Note, id_: int) -> None:
    """Put the marks of comment `id_` around what a note speaks of."""
    behind = max(note.end, note.start + 1)
    anchors = main.anchors(note.start, behind)
    if not anchors:
        raise FileProblem(_("has no text of its own that a comment could stand at"))
    first = anchors[0]
    last = next(one for one in reversed(anchors) if one.paragraph is first.paragraph)
    prefix = main.dialect.prefix.decode()
    start = f'<{prefix}commentRangeStart {prefix}id="{id_}"/>'
    end = (
        f'<{prefix}commentRangeEnd {prefix}id="{id_}"/>'
        f'<{prefix}r><{prefix}commentReference {prefix}id="{id_}"/></{prefix}r>'
    )
    _put(main, first, note.start - first.trace.start, start, before=True)
    _put(main, last, behind - last.trace.start, end, before=False)


def _put(main: MainPart, anchor: Anchor, at: int, mark: str, *, before: bool) -> None:
    """Put a mark at this place of an anchor, or beside it."""
    order = _BEGINS if before else _ENDS
    if not anchor.is_run:
        main.put_beside(anchor, mark.encode(), before=before, order=order)
        return
    length = anchor.trace.end - anchor.trace.start
    if at <= 0 or at > length:
        at = 0 if before else length
    main.cut(anchor, Cut(at, at, mark.encode(), order=order))
