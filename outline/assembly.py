"""Tree and text → the JSON of the outline: every section gets its heading and its text, and what frames the sections its place."""

import hashlib
from collections.abc import Iterable
from typing import Any

from outline import frame
from outline.cleaning import clean
from outline.headings import heading_ends
from outline.nesting import Opening
from outline.paragraphs import Layout, paragraphs, says_something, strip_blanks
from outline.styles import LEAST_OF_A_SPEECH
from outline.wrapping import FILLER, STOP

Json = dict[str, Any]
_BETWEEN = "。.；;：:，,、！!？?…*# \u3000\xa0\t" + FILLER + STOP
"""What may stand between a heading and its body."""
Tree = list[tuple[Opening, list[Any]]]


def assemble(layout: Layout, tree: Tree, name: str) -> Json:
    """The outline of `layout` as the JSON of design version 1, without its notes' judgement of the numbering."""
    builder = _Builder(layout)
    nodes = list(_in_order(tree))
    starts = [opening.marker.start for opening, _ in nodes] + [len(layout.work)]
    front = frame.front(layout, starts[0])
    sections: dict[int, Json] = {}
    stops = heading_ends([opening for opening, _ in nodes], layout)
    for (opening, _), stop, limit in zip(nodes, stops, starts[1:], strict=True):
        sections[opening.marker.start] = builder.section(opening, stop, limit)
    closing = _take_closings(builder, nodes, sections)
    top = [sections[opening.marker.start] for opening, _ in tree]
    for opening, below in reversed(nodes):
        section = sections[opening.marker.start]
        section["sections"] = [sections[child.marker.start] for child, _ in below]
        last = section["closing"] or section["sections"] or section["body"] or [section["heading"]]
        section["end"] = last[-1]["end"]
    source = layout.source
    return {
        "source": {
            "name": name,
            "chars": len(source),
            "sha256": _sha256(source),
        },
        "title": builder.optional(front.title),
        "salutation": builder.optional(front.salutation),
        "preamble": [builder.span(*span) for span in front.preamble],
        "sections": top,
        "closing": closing,
        "furniture": [{"text": clean(source[a:b]), "start": a, "end": b} for a, b in layout.furniture],
    }


def _take_closings(builder: "_Builder", nodes: list[tuple[Opening, list[Any]]], sections: dict[int, Json]) -> list[Json]:
    """The closing of the text, taken from the body of its last section. Each speech of an anthology keeps its own."""
    closing: list[Json] = []
    speech: Json | None = None
    for n, (opening, _) in enumerate(nodes):
        section = sections[opening.marker.start]
        if opening.level == 1:
            speech = section if opening.marker.rank < LEAST_OF_A_SPEECH else None
        ends_speech = n + 1 == len(nodes) or (speech is not None and nodes[n + 1][0].level == 1)
        if ends_speech:
            closing = builder.take_closing(section)
            if speech is not None:
                speech["closing"], closing = closing, []
    return closing


def _sha256(text: str) -> str:
    """The hash of `text` in UTF-8, piece by piece: no second copy of a large text is made."""
    digest = hashlib.sha256()
    for start in range(0, len(text), 1 << 16):
        digest.update(text[start : start + (1 << 16)].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _in_order(tree: Tree) -> Iterable[tuple[Opening, list[Any]]]:
    waiting = list(reversed(tree))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node[1]))


class _Builder:
    """Spans of one layout as JSON."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def span(self, start: int, end: int) -> Json:
        text = self.layout.source[start:end]
        if self.layout.furniture:
            text = self._without_furniture(start, end)
        return {"text": clean(text), "start": start, "end": end}

    def optional(self, span: tuple[int, int] | None) -> Json | None:
        return span and self.span(*span)

    def _without_furniture(self, start: int, end: int) -> str:
        parts, at = [], start
        for a, b in self.layout.furniture_in(start, end):
            parts.append(self.layout.source[at:a])
            at = b
        return "".join([*parts, self.layout.source[at:end]])

    def section(self, opening: Opening, stop: int, limit: int) -> Json:
        """The section of `opening` with its heading up to `stop` and its body up to `limit`, as yet without sub-sections."""
        work, marker = self.layout.work, opening.marker
        left, right = strip_blanks(work, marker.end, stop)
        heading = self.span(left, right) if left < right else {"text": "", "start": marker.end, "end": marker.end}
        body_start = max(right, marker.end)
        while body_start < limit and work[body_start] in _BETWEEN:
            body_start += 1
        body = [self.span(a, b) for a, b in paragraphs(work, body_start, limit) if says_something(work[a:b])]
        return {
            "level": opening.level,
            "marker": {**self.span(marker.start, marker.end), "style": marker.style, "number": opening.number},
            "heading": heading,
            "body": body,
            "closing": [],
            "start": marker.start,
            "end": limit,
        }

    def take_closing(self, section: Json) -> list[Json]:
        """What of the body of `section` is a closing, taken away from it."""
        body = section["body"]
        at = frame.closing_start(self.layout, [(span["start"], span["end"]) for span in body])
        if at is None:
            return []
        n = next(n for n, span in enumerate(body) if span["end"] > at)
        start, end = body[n]["start"], body[n]["end"]
        section["body"] = body[:n] + [self.span(*strip_blanks(self.layout.work, start, at))] * (start < at)
        return [self.span(at, end), *body[n + 1 :]]
