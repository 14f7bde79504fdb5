"""What a name that no file has may be meant for: most often a file of the same folder, its ending left out or a letter wrong."""

import os
import re

from outline.language import gettext as _
from outline.writers.visible import visible

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_QUOTES = " \"'“”‘’「」"
"""What comes along when a path is copied or typed with quotation marks."""
_ALIKE = 0.8
"""How much a misspelt name has in common with the right one, as difflib measures it."""
_MOST = 10_000
"""Names of a folder that are looked at: somebody is waiting for the answer."""


def no_such_file(name: str) -> str | None:
    """What to tell of a `name` that no file has, or nothing if there is no more to say than that."""
    if _ADDRESS.match(name):
        return _("is an address: save the page as a file first")
    meant = _meant(name)
    return _("does not exist: is “{name}” meant?").format(name=visible(meant)) if meant else None


def _meant(name: str) -> str | None:
    bare = name.strip(_QUOTES)
    if bare != name and bare and os.path.exists(bare):
        return bare
    folder, last = os.path.split(bare)
    try:
        with os.scandir(folder or os.curdir) as entries:
            there = sorted(entry.name for entry, _number in zip(entries, range(_MOST), strict=False) if entry.is_file())
    except OSError:
        return None
    from difflib import get_close_matches

    there = [one for one in there if not one.startswith((".", "~$"))]
    wanted = {last.lower(), os.path.splitext(last)[0].lower()}
    same = [one for one in there if not wanted.isdisjoint((one.lower(), os.path.splitext(one)[0].lower()))]
    same.sort(key=lambda one: not one.lower().endswith(".docx"))
    found = same or get_close_matches(last, there, n=1, cutoff=_ALIKE)
    return os.path.join(folder, found[0]) if found else None
