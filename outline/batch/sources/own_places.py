"""Where a run writes, and what must therefore not be read: neither what it has made, nor what it would destroy."""

import os

from outline.batch.options import Target, WrongUsage
from outline.language import gettext as _
from outline.writers.visible import visible


class OwnPlaces(frozenset[str]):
    """Real paths of the files and folders that a run writes. What is found at one of them in a folder is passed over."""

    def has(self, entry: "os.DirEntry[str]") -> bool:
        """Whether this entry of a folder, no link, is one of them."""
        return any(entry.name == os.path.basename(own) for own in self) and os.path.realpath(entry.path) in self

    def refuse(self, path: str, name: str) -> None:
        """Raises WrongUsage if the input `name`, whose real path this is, is one of them or lies in one: the user has named it, or a link
        leads there, so that passing it over would leave out what is wanted."""
        if any(path == own or path.startswith(own.rstrip(os.sep) + os.sep) for own in self):
            problem = _("OUT is or holds what is to be read (“{name}”): name another place")
            raise WrongUsage(problem.format(name=visible(name)))


def own_places(target: Target) -> OwnPlaces:
    """Those of a run that writes to `target`."""
    return OwnPlaces((target.path, target.errors, target.state))
