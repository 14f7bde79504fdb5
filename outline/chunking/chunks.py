"""`chunks`: an outline, or what it is of, in chunks."""

from collections.abc import Callable, Iterator, Sequence

from outline.chunking.chunk import Chunk
from outline.chunking.numbers import ids_of
from outline.chunking.offsets import Offsets
from outline.chunking.packing import Draft, Packer, with_small_ones_joined
from outline.chunking.pieces import Node
from outline.chunking.ruler import Ruler
from outline.chunking.speech_tree import tree_of
from outline.document import Document, as_document
from outline.model import Outline
from outline.parser import parse
from outline.sections.assembly import sha256_of
from outline.writers.places import Places


def chunks(
    outline_or_document: Outline | Document | str,
    *,
    max_size: int = 800,
    min_size: int = 0,
    overlap: int = 0,
    length: Callable[[str], int] = len,
    verbatim: bool = False,
    source: Document | str | None = None,
) -> list[Chunk]:
    """A speech in chunks for retrieval, in order: the largest whole sections that fit, small ones below the first level together, long
    paragraphs cut where sentences end. Together they hold all of the speech once; furniture is left out where a chunk begins and ends.

    - `max_size`: the most that the `content` of a chunk, its text with the headings above it, may measure by `length`: characters, or the
      tokens of a model. Where the headings alone would take half of it, the higher ones are left out, which `shortened` tells.
    - `min_size`: chunks smaller than that are joined to a neighbour below the same heading where both fit together.
    - `overlap`: how much of the chunk before, in whole sentences, comes again where a text had to be cut.
    - `verbatim`: `text` is the source as it stands there, furniture inside it too, not the clean text.
    - `source`: what an outline is the outline of, for one that was not parsed here but read from JSON, or copied.

    ValueError for sizes that make no sense, and for an outline whose source is not known or another one.

    >>> for chunk in chunks("在会上的讲话\\n一、修路\\n先修村道，再修县道。\\n二、种树\\n先种河边，再种山上。", max_size=30):
    ...     print(chunk.id, chunk.start, chunk.end, chunk.headings, chunk.text.split("\\n"))
    front 0 22 () ['在会上的讲话', '一、修路', '先修村道，再修县道。']
    2 23 38 ('在会上的讲话',) ['二、种树', '先种河边，再种山上。']
    """
    if max_size < 1 or not 0 <= min_size <= max_size or not 0 <= overlap < max_size:
        raise ValueError("max_size must be 1 or more, min_size 0 to max_size, overlap 0 to less than max_size")
    outline, document = _with_document(outline_or_document, source)
    offsets = Offsets(outline, document)
    title = outline.title.start if outline.title else -1
    ruler = Ruler(document.text, max_size, length, verbatim, title)
    packer = Packer(ruler, offsets, overlap)
    speech = tree_of(outline, offsets)
    if speech.pieces:
        packer.pack(speech, [])
    drafts = with_small_ones_joined(packer.drafts, min_size, ruler) if min_size else packer.drafts
    return list(_chunks(drafts, speech, ruler, Places(document)))


def _with_document(given: Outline | Document | str, source: Document | str | None) -> tuple[Outline, Document]:
    if not isinstance(given, Outline):
        return parse(given), as_document(given)
    if source is None:
        if not isinstance(given.document, Document):
            raise ValueError("the outline does not know its text: give source=")
        return given, given.document
    document = as_document(source)
    if sha256_of(document.text) != given.source.sha256:
        raise ValueError("the outline is not the outline of this source")
    return given, document


def _chunks(drafts: Sequence[Draft], speech: Node, ruler: Ruler, places: Places) -> Iterator[Chunk]:
    ids = ids_of(drafts)
    begun = {
        id(piece.node): n for n, draft in reversed([*enumerate(drafts)]) for piece in draft.pieces if piece.is_heading
    }
    for n, draft in enumerate(drafts):
        pieces = draft.pieces
        words, left_out = ruler.context(pieces)
        start, end = pieces[0].start, pieces[-1].end
        nodes = list({id(piece.node): piece.node for piece in pieces}.values())
        above = pieces[0].node.above if pieces[0].is_heading else pieces[0].node
        parent = begun.get(id(above)) if above is not speech else None
        yield Chunk(
            id=ids[n],
            text=ruler.text_of(pieces),
            start=start,
            end=end,
            headings=words,
            level=min(node.level for node in nodes),
            sections=tuple(node.section.path for node in nodes if node.section),
            parent=None if parent is None or parent == n else ids[parent],
            previous=ids[n - 1] if n else None,
            next=ids[n + 1] if n + 1 < len(drafts) else None,
            place=places.at(start),
            size=ruler.size(pieces),
            overlap=pieces[draft.repeated].start - start if draft.repeated else 0,
            shortened=left_out or pieces[-1].leads or any(piece.is_heading and piece.tier for piece in pieces),
        )
