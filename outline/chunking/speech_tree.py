"""Outline → the tree that is cut: the speech and its sections, with their headings and paragraphs as pieces of the source."""

from collections.abc import Sequence
from itertools import pairwise

from outline.chunking.offsets import Offsets
from outline.chunking.pieces import Node, Piece
from outline.model import Outline, Section, Span


def tree_of(outline: Outline, source: Offsets) -> Node:
    """The speech as a node. The stretches of its pieces are in order and apart; between them stand only blanks and furniture."""
    speech = Node(words=(outline.title.text,) if outline.title and outline.title.text else ())
    heads = (outline.title, outline.salutation)
    front = sorted([*filter(None, heads), *outline.preamble], key=lambda span: (span.start, span.end))
    for span in front:
        is_heading = any(span is head for head in heads)
        _add(speech, speech.own, span.text, (span,), is_heading=is_heading)
    _add_below(speech, outline.sections, outline.closing)
    _place(speech.pieces, source)
    for piece in speech.pieces:
        piece.leads = piece.is_heading and piece is not piece.node.pieces[-1]
    return speech


def _add_below(node: Node, sections: Sequence[Section], closing: Sequence[Span]) -> None:
    """The sections in `node`, with its closing, which annexes may follow."""
    end = closing[0].start if closing else None
    behind = [section for section in sections if end is not None and section.start > end]
    _add_sections(node, sections[: len(sections) - len(behind)])
    last: list[Piece] = []
    for span in closing:
        _add(node, last, span.text, (span,))
    if last:
        node.below.append(last)
    _add_sections(node, behind)


def _add_sections(node: Node, sections: Sequence[Section]) -> None:
    for section in sections:
        below = _node_of(section, node)
        node.below.append(below)
        node.pieces += below.pieces


def _node_of(section: Section, above: Node) -> Node:
    words = section.label_and_heading
    node = Node(section, above, (*above.words, words) if words else above.words)
    _add(
        node,
        node.own,
        words,
        (section.marker, section.heading) if section.marker else (section.heading,),
        is_heading=True,
    )
    for span in section.body:
        _add(node, node.own, span.text, (span,))
    _add_below(node, section.sections, section.closing)
    return node


def _add(node: Node, run: list[Piece], text: str, leaves: tuple[Span, ...], is_heading: bool = False) -> None:
    if text:
        start = node.section.start if is_heading and node.section else leaves[0].start
        piece = Piece(text, start, leaves[-1].end, node, leaves, is_heading)
        run.append(piece)
        node.pieces.append(piece)


def _place(pieces: list[Piece], source: Offsets) -> None:
    """Let the stretches of `pieces` be all of the source: what stands between two leaves goes with the line it stands on, or with the
    section that it is of."""
    edges = [0]
    for piece, following in pairwise(pieces):
        begins = following.is_heading and following.node.section
        edges.append(following.start if begins else source.first_line_between(piece.end, following.start))
    edges.append(len(source.text))
    for piece, start, end in zip(pieces, edges, edges[1:], strict=False):
        piece.start, piece.end = source.trimmed(start, end)
