"""The part of an outline that is to be shown."""

from copy import copy
from typing import Any, TypeVar

from outline.bare import AnyOutline
from outline.parts import Section

An = TypeVar("An", bound=AnyOutline)


def trim(outline: An, *, depth: int | None, body: bool) -> An:
    """`outline` without the sections deeper than `depth` and, unless `body`, without its paragraphs.

    Salutation, preamble and closing are paragraphs too. The outline given is never changed; an outline that needs
    no trimming is returned itself. Raises ValueError for a `depth` below 1.
    """
    if depth is not None and depth < 1:
        raise ValueError(f"depth must be 1 or more, not {depth}")
    if depth is None and body:
        return outline
    changes: dict[str, Any] = {"sections": _trimmed(outline.sections, depth, body)}
    if not body:
        changes |= {"salutation": None, "preamble": [], "closing": []}
    return outline.changed(**changes)


def _changed(section: Section, changes: dict[str, Any]) -> Section:
    changed = copy(section)
    for name, value in changes.items():
        setattr(changed, name, value)
    return changed


def _trimmed(sections: list[Section], depth: int | None, body: bool) -> list[Section]:
    top: list[Section] = []
    waiting = [(sections, top)]
    while waiting:
        given, kept = waiting.pop()
        for section in given:
            if depth is not None and section.level > depth:
                continue
            below: list[Section] = []
            changes: dict[str, Any] = {"sections": below}
            if not body:
                changes |= {"body": [], "closing": []}
            kept.append(_changed(section, changes))
            waiting.append((section.sections, below))
    return top
