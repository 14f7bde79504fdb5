"""The dress that a series should wear: that of most of its markers, or, where these are even, of most markers of its style in the text."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from outline.checking.marker_writing import Dressed
from outline.numbering.nesting import Opening

WORN_ALIKE = frozenset(("han", "paren", "digit"))
"""Groups of styles of which a series wears one; 第一要 … 第二是 changes its form as a matter of style."""
Dress = tuple[str, str, str]


class Worn(NamedTuple):
    """An opening and how its marker is dressed."""

    opening: Opening
    dressed: Dressed


class Wardrobe:
    """What the markers of a text wear."""

    def __init__(self, worn: Iterable[Worn]) -> None:
        self._of_group: dict[str, Counter[Dress]] = {}
        for opening, dressed in worn:
            self._of_group.setdefault(opening.marker.group, Counter())[dressed.dress] += 1

    def model_of(self, row: list[Worn]) -> Dressed | None:
        """The marker as which all of a row should be dressed; None if no dress is worn by most, or none need be alike."""
        alike = [one for one in row if _is_dressed_in_signs(one)]
        if len(alike) < 2 or alike[0].opening.marker.group not in WORN_ALIKE:
            return None
        dress = _first_of(Counter(one.dressed.dress for one in alike))
        if dress is None:
            here = {one.dressed.dress for one in alike}
            group = self._of_group[alike[0].opening.marker.group]
            dress = _first_of(Counter({one: count for one, count in group.items() if one in here}))
        return next((one.dressed for one in alike if one.dressed.dress == dress), None)

    def fits(self, one: Worn, model: Dressed) -> bool:
        """Is a marker dressed as the model, or no marker that should be?"""
        return one.dressed.dress == model.dress or not _is_dressed_in_signs(one)


def _is_dressed_in_signs(one: Worn) -> bool:
    """Is there nothing in the dress but signs? The words of 关键词一： say what is counted."""
    return not any(character.isalnum() for part in (one.dressed.before, one.dressed.after) for character in part)


def _first_of(counts: Counter[Dress]) -> Dress | None:
    """What is worn most often; None if something else is as often."""
    (first, times), *others = [*counts.most_common(2), (None, 0)]
    return None if others[0][1] == times else first
