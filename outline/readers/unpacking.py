"""Members of zip archives, unpacked piece by piece: the size that an archive states may be a lie, and `ZipFile.read` inflates all before
it looks."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from outline.language import gettext as _
from outline.problems import FileProblem
from outline.readers.budget import Budget

MOST_PARTS = 50_000
"""Members of an archive: each costs memory before it is read."""
DAMAGES: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, OverflowError, RuntimeError, NotImplementedError),
)
"""What a damaged archive makes `zipfile` raise; the overflow for a member that stands further off than a file can reach."""
with suppress(ImportError):  # Python can be built without
    from lzma import LZMAError

    DAMAGES = (*DAMAGES, LZMAError)
_PIECE = 1 << 20


def archive_of(content: bytes) -> zipfile.ZipFile:
    """The archive that a file is. Raises FileProblem if it is damaged or has too many members."""
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        problem = _("is an archive of more than {most:,} files, and no .docx: save the document as .docx")
        raise FileProblem(problem.format(most=MOST_PARTS))
    try:
        return zipfile.ZipFile(BytesIO(content))
    except DAMAGES as error:
        raise FileProblem(_("is damaged, its end may be missing: get it once more")) from error


def pieces_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """What a member holds, as far as the `budget` goes. Raises one of DAMAGES as well."""
    with archive.open(member) as packed:
        while piece := packed.read(_PIECE):
            budget.unpack(len(piece))
            yield piece


def unpack_all(content: bytes, budget: Budget) -> None:
    """Unpack an archive that another program is to read, to see that it can be. Raises FileProblem."""
    archive = archive_of(content)
    try:
        for member in archive.infolist():
            for _piece in pieces_of(archive, member, budget):
                pass
    except DAMAGES as error:
        raise FileProblem(_("is damaged, its end may be missing: get it once more")) from error
