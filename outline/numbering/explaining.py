"""Why a candidate is read as it is: the parts it could play, likeliest first, with what spoke for and against each."""

from typing import NamedTuple

from outline.document import Document, as_document
from outline.numbering.candidates import Candidate, in_source, scan
from outline.numbering.judge import Scales
from outline.numbering.lattice import Lattice, Part
from outline.numbering.marked_judge import judge_of
from outline.numbering.nesting import nest
from outline.numbering.readings import Guide, read
from outline.numbering.weights import weights
from outline.page.page import lay_out


class Explanation(NamedTuple):
    """A candidate with its `parts`: first what it is, then the others, each as far behind as its `lag` says. What only a hole in
    a series shows to be a point has one part, without evidence. `confidence` is that of its
    section, None if it is text; `weights` are what the features weigh that are named in the parts."""

    candidate: Candidate
    confidence: float | None
    parts: list[Part]
    weights: dict[str, float]


def explain(text: str | Document) -> list[Explanation]:
    """Why each candidate of `text` is what it is, in order. All features are kept for that, which takes a few times as long as `parse`."""
    page = lay_out(as_document(text))
    candidates = scan(page)
    lattice = Lattice()
    read(judge_of(candidates, page, Scales(weights(), keeps=True)), Guide(), lattice)
    parts_of = {c: lattice.parts(c.place, candidates) for c in candidates}
    openings = {opening.marker.place: opening for opening in nest(candidates, page)}  # more candidates may come of it
    found = []
    above: list[Candidate] = []
    for c in candidates:
        opening, parent = openings.get(c.place), None
        if opening:
            del above[opening.level - 1 :]
            parent = above[-1] if above else None
            above.append(c)
        parts = sorted(parts_of.get(c) or [Part(opening is None, parent, 0.0, ())], key=lambda part: part.lag)
        is_ = [part for part in parts if part.is_text is (opening is None) and (part.is_text or part.parent is parent)]
        found.append(
            Explanation(
                c, opening.confidence if opening else None, is_ + [part for part in parts if part not in is_], weights()
            )
        )
    in_source(candidates)
    return found
