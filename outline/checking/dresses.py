"""The dress that a series should wear: that of most of its markers, or, where these are even, of most markers of its style in the text.
What is of two widths in itself, （一), is nobody's model."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from outline.checking.marker_writing import Dress, Dressed, is_of_two_widths
from outline.notation.styles import is_for_running_text
from outline.numbering.openings import Opening
from outline.page.fold import fold

_WEAR_ONE = frozenset(("han", "paren", "digit"))
"""Groups of styles of which a series wears one: 一、 or 一. or 一：, （一） or (一), 1. or 1、 or 1）."""
_DIFFER_IN_SIGNS = frozenset(("ordinal", "among", "stem", "letter", "roman", "circled"))
"""Groups of styles that count in other words as a matter of style (第一点 … 第二要), of which only the signs should be alike. Of others
(第三篇：, 附件1) it is only the width."""
Kin = tuple[str, str]


class Worn(NamedTuple):
    """An opening and how its marker is dressed."""

    opening: Opening
    dressed: Dressed

    @property
    def kin(self) -> Kin | None:
        """What markers have in common that should be dressed alike; None if any dress will do."""
        group = self.opening.marker.group
        before, after = (
            "".join(filter(str.isalnum, part)) for part in (self.dressed.dress.before, self.dressed.dress.after)
        )
        if group in _WEAR_ONE and not before + after:
            return group, ""
        if after and is_for_running_text(self.opening.marker.style):
            return None
        if group in _DIFFER_IN_SIGNS:
            return group, f"{before} {self.dressed.dress.form} {after}"
        return group, fold("".join(self.dressed.dress))


class Wardrobe:
    """What the markers of a text wear."""

    def __init__(self, worn: Iterable[Worn]) -> None:
        self._of_kin: dict[Kin, Counter[Dress]] = {}
        for one in worn:
            if one.kin:
                self._of_kin.setdefault(one.kin, Counter())[one.dressed.dress] += 1

    def models_of(self, row: list[Worn]) -> dict[Kin | None, Dressed | None]:
        """For each kin of a row that is dressed in several ways, the marker as which all of it should be; None if they are even."""
        kins: dict[Kin, dict[Dress, list[Dressed]]] = {}
        for one in row:
            if one.kin:
                kins.setdefault(one.kin, {}).setdefault(one.dressed.dress, []).append(one.dressed)
        return {kin: self._model(kin, dresses) for kin, dresses in kins.items() if len(dresses) > 1}

    def _model(self, kin: Kin, dresses: dict[Dress, list[Dressed]]) -> Dressed | None:
        whole = [dress for dress in dresses if not is_of_two_widths(dress.before + dress.after)] or [*dresses]
        here = Counter({dress: len(dresses[dress]) for dress in whole})
        everywhere = Counter({dress: self._of_kin[kin][dress] for dress in whole})
        most = _first_of(here) or _first_of(everywhere)
        return dresses[most][0] if most else None


def _first_of(counts: Counter[Dress]) -> Dress | None:
    """What is worn most often; None if something else is as often."""
    (first, times), *others = counts.most_common(2)
    return None if others and others[0][1] == times else first
