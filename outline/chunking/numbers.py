"""What sections and chunks are called by their numbers."""

from collections import Counter
from collections.abc import Sequence

from outline.chunking.packing import Draft
from outline.chunking.pieces import Node
from outline.parts import Section


def number_of(section: Section) -> int:
    """The number of its marker, 0 if it has none."""
    return section.marker.number if section.marker else 0


def ids_of(drafts: Sequence[Draft]) -> list[str]:
    """The id of each chunk, by the section that its first new piece stands in; no two are the same."""
    ids: list[str] = []
    names: dict[tuple[int, str], str] = {}
    taken: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    for draft in drafts:
        piece = draft.pieces[draft.repeated]
        numbers = _numbers(piece.node) or ("closing" if _is_behind(piece.start, piece.node) else "front")
        key = (id(piece.node), numbers)
        if key not in names:
            taken[numbers] += 1
            names[key] = numbers if taken[numbers] == 1 else f"{numbers}#{taken[numbers]}"
        name = names[key]
        begun[name] += 1
        ids.append(name if begun[name] == 1 else f"{name}/{begun[name]}")
    return ids


def _numbers(node: Node) -> str:
    numbers: list[str] = []
    at: Node | None = node
    while at is not None and at.section:
        numbers.append(str(number_of(at.section)))
        at = at.above
    return ".".join(reversed(numbers))


def _is_behind(start: int, speech: Node) -> bool:
    return not speech.own or start >= speech.own[-1].end
