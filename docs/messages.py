"""The catalogue of messages: what the code says in English, with what it is in Chinese, extracted and compiled with Babel.

python docs/messages.py            bring outline.po up to date with the code, list what has no Chinese yet, and compile it to outline.mo
python docs/messages.py --check    write nothing; exit with 1 if that would change something, or something has no Chinese
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "outline"
PO = PACKAGE / "language" / "locale" / "zh" / "LC_MESSAGES" / "outline.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "N_": None, "gettext_noop": None}
DATE = datetime(2026, 1, 1, tzinfo=UTC)  # the same messages make the same bytes, whenever it is run


def messages_of(package: Path) -> Catalog:
    """The messages in the code of `package`, without translation. A comment before one that begins with `For translators:` goes with it."""
    found = new_catalogue()
    for name, _, message, comments, context in extract_from_dir(
        package, keywords=KEYWORDS, comment_tags=["For translators:"], strip_comment_tags=True
    ):
        found.add(message, locations=[(f"{package.name}/{name}", 0)], auto_comments=comments, context=context)
    return found


def new_catalogue() -> Catalog:
    """A catalogue without messages."""
    return Catalog(
        locale="zh",
        header_comment="# Brought up to date by docs/messages.py: the Chinese is written here, all else comes from the code.",
        project="outline",
        version="2",
        creation_date=DATE,
        revision_date=DATE,
        last_translator="the outline authors",
        language_team="Chinese",
        msgid_bugs_address="the issues of the project",
        fuzzy=False,
    )


def up_to_date(translated: Catalog, found: Catalog) -> Catalog:
    """`found` with the Chinese that `translated` has for it; what is no longer in the code is gone, and nothing is guessed."""
    for message in found:
        old = translated.get(message.id, message.context) if message.id else None
        if old:
            message.string = old.string
            message.user_comments = old.user_comments
    return found


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The messages that have no Chinese, or of which it is not sure that it fits (`fuzzy`)."""
    for message in catalogue:
        if message.id and (message.fuzzy or not all(_forms(message.string))):
            yield message


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as it stands in outline.po: by file and in the order of the code, as the messages of one file belong together."""
    out = BytesIO()
    write_po(out, catalogue, width=120, include_lineno=False)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as it stands in outline.mo."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def read(path: Path) -> Catalog:
    """The catalogue in outline.po or outline.mo; an empty one if there is no such file."""
    if not path.exists():
        return new_catalogue()
    with path.open("rb") as file:
        return read_po(file, locale="zh", abort_invalid=True) if path.suffix == ".po" else read_mo(file)


def contents(catalogue: Catalog) -> dict[object, object]:
    """What the catalogue says, whichever version of Babel wrote it down."""
    return {(_forms(message.id), message.context): _forms(message.string) for message in catalogue if message.id}


def _forms(said: str | Sequence[str] | None) -> tuple[str, ...]:
    """One form, or one for each number; none yet where it is not translated."""
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def main() -> int:
    """Update or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if anything is to be done")
    check = parser.parse_args().check
    catalogue = up_to_date(read(PO), messages_of(PACKAGE))
    missing = list(untranslated(catalogue))
    for message in missing:
        print(f"without Chinese: {message.id!r}", file=sys.stderr)
    if not check:
        PO.write_bytes(text_of(catalogue))
        MO.write_bytes(compiled(catalogue))
    elif changed := [path for path in (PO, MO) if contents(read(path)) != contents(catalogue)]:
        print(f"out of date: {', '.join(path.name for path in changed)}: python docs/messages.py", file=sys.stderr)
        return 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
