"""The labels that Word, or WPS, counted and wrote out as it made a page: in a `<span style="mso-list:Ignore">`, with blanks of small type
behind it, in a paragraph whose style says which list it is of. Pasted into a site, they stay as they are."""

import re
from itertools import islice
from typing import Any

from outline.readers.html.list_numbers import Label

_LABEL = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_PLACE = re.compile(r"mso-list:\s*(l\d{1,6}) level(\d{1,2})\b", re.IGNORECASE)
_OF_SYMBOLS = re.compile(r"wingdings|webdings|symbol", re.IGNORECASE)
_BULLETS = frozenset("lnopquvØ²ü§à")
"""What bullets are as letters, once their typeface is lost."""
_LONGEST = 20
"""Code points of a label, or pieces of it: more is what somebody wrote."""
_LOOKED_AROUND = 6
"""Elements around a label, the innermost, one of which is its paragraph."""


def label_of_word(element: Any) -> Label | None:
    """The label, with a blank behind it where no wide character ends it, and without any text if it is a bullet; None if `element` is none.
    Where the paragraph does not say which list it is of, neither does the label: `list` is nothing."""
    style = element.get("style")
    if element.tag != "span" or not style or not _LABEL.search(style):
        return None
    pieces = list(islice(element.itertext(), _LONGEST + 1))
    text = "".join(pieces).strip()
    if len(text) > _LONGEST or len(pieces) > _LONGEST:
        return None
    styles = [style, *(each.get("style", "") for each in islice(element.iterancestors(), _LOOKED_AROUND))]
    styles += [each.get("style", "") for each in element.iter("span")]
    is_sign = text in _BULLETS or (len(text) == 1 and any(map(_OF_SYMBOLS.search, styles)))
    is_bullet = is_sign or not any(map(str.isalnum, text))
    place = next(filter(None, map(_PLACE.search, styles)), None)
    shown = "" if is_bullet else text + (" " if text.isascii() else "")
    return Label(shown, place[1] if place else "", int(place[2]) - 1 if place else 0)
