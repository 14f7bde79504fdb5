"""A .docx as a package (ECMA-376 Part 2): a zip archive of parts that name each other in relationships.

Only the parts that are asked for are unpacked; pictures, headers and the like stay packed.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import FileProblem
from outline.readers.budget import Budget, OverBudget
from outline.readers.docx.xml import tree
from outline.readers.unpacking import DAMAGES, archive_of, pieces_of

MOST_TIMES, BEFORE_THAT = 200, 20_000_000
"""As many bytes as a part may hold for each that it is packed in, once it holds more than so many. What Word writes holds ten to thirty;
one sentence over and over holds five hundred: a file of 300 KB would take as long as one of 100 MB."""
_LONGEST_NAME = 100
_NO_DOCX = gettext_noop("is an archive, but no .docx: unpack it, or save the document as .docx")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """The parts of a .docx, of which no more is unpacked than the `budget` of the document has left."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self._archive = archive_of(content)
        self._members = {member.filename.lower(): member for member in self._archive.infolist()}
        self.budget = budget
        if "_rels/.rels" not in self._members:
            raise FileProblem(_(_NO_DOCX))
        document = {kind: target for kind, _, target in self._targets("")}.get("officeDocument")
        if document is None:
            raise FileProblem(_(_NO_DOCX))
        self._document = document
        targets = list(self._targets(document))
        self._of_document = {kind: target for kind, _, target in targets}
        self._foreign = {id_: target for kind, id_, target in targets if kind == "aFChunk"}

    def document(self) -> bytes:
        """The main part, XML."""
        return self._read(self._document)

    def related(self, kind: str) -> Element | None:
        """The root of the part that the document names as its `kind`, such as "styles"; None if it names none."""
        part = self.part(kind)
        return None if part is None else tree(part, self.budget)

    def part(self, kind: str) -> bytes | None:
        """The part that the document names as its `kind`, XML; None if it names none."""
        name = self._of_document.get(kind)
        return None if name is None else self._read(name)

    @property
    def name(self) -> str:
        """The name of the main part."""
        return self._document

    @property
    def names(self) -> list[str]:
        """The names of all parts, as the archive spells them."""
        return [member.filename for member in self._members.values()]

    def name_of(self, kind: str) -> str | None:
        """The name of the part that the document names as its `kind`; None if it names none."""
        return self._of_document.get(kind)

    def spelled(self, name: str) -> str:
        """The name of a part as the archive spells it; `name` itself if it has none of that name in whatever case."""
        member = self._members.get(name.lower())
        return member.filename if member else name

    def named(self, name: str) -> bytes | None:
        """The part of this name; None if there is none."""
        return self._read(name) if name.lower() in self._members else None

    def foreign(self, id_: str) -> tuple[str, bytes] | None:
        """Name and content of the file inside the .docx that the document names by this id of a relationship; None if it names none."""
        name = self._foreign.get(id_)
        return None if name is None else (name, self._read(name))

    def _targets(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The parts that `part` names, each with the last word of the type of its relationship, which transitional and strict files share,
        and with the id of that."""
        folder, name = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{name}.rels")
        if relationships.lower() not in self._members:
            return
        for relationship in tree(self._read(relationships), self.budget).iter("rel:Relationship"):
            if relationship.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relationship.get("Target", ""))
                kind = relationship.get("Type", "").rpartition("/")[2]
                yield kind, relationship.get("Id", ""), posixpath.normpath(target).lstrip("/")

    def _read(self, name: str) -> bytes:
        member = self._members.get(name.lower())
        if member is None:
            raise FileProblem(_in(_("is damaged: {part} is missing in it: let Word repair it and save it again"), name))
        if member.flag_bits & 1:
            raise FileProblem(_("is protected by a password: save it without one"))
        if member.compress_type not in _PACKED:
            raise FileProblem(_in(_("is packed in a way no .docx is ({part}): save it again in Word"), name))
        try:
            return b"".join(self._pieces_of(member))
        except DAMAGES as error:
            raise FileProblem(_in(_("is damaged: {part} cannot be unpacked: get it once more"), name)) from error

    def _pieces_of(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """What a part holds. What its archive says of its packed size is true: no more than that is unpacked."""
        left = max(BEFORE_THAT, MOST_TIMES * member.compress_size)
        for piece in pieces_of(self._archive, member, self.budget):
            left -= len(piece)
            if left < 0:
                problem = _("holds more than {times:,} bytes for each that it is packed in, as no document does")
                raise OverBudget(problem.format(times=MOST_TIMES))
            yield piece


def _in(problem: str, name: str) -> str:
    """The `problem` with the name of the part where it is; a file may hold any."""
    return problem.format(part=repr(name[:_LONGEST_NAME]))
