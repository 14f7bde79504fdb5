"""Help as text on a terminal, in the language that holds: what typer says of its own accord too, and lines that fit if they are Chinese.

typer's own page counts a Chinese character as one column, and breaks lines at blanks only, of which Chinese has none.
"""

import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from outline.command.words_of_typer import in_language
from outline.language import gettext as _

_WIDEST, _NARROWEST, _MARGIN = 80, 50, 2
_STEP, _BETWEEN, _WIDEST_NAME = 2, 2, 30
_TYPE = re.compile(r" <(?:list\[)?(?:str|int|float)(?: range)?\]?>$")
"""The type of Python that typer shows behind the name of an argument: no user needs it."""
_EXTRA = re.compile(r"(?P<help>.*?)  \[(?P<extra>[^]]*)\]", re.DOTALL)
"""What typer says of an option behind its help: `[default: 100; x>=1]`."""
_OPENING, _CLOSING, _WIDE = r"（“‘《〈【\[", "，。、；：！？）”’》〉】…", "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\uffef"
_UNIT = re.compile(rf"[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)?[{_CLOSING}]*")
"""What stays on one line: a word or a Chinese character, with the punctuation at it."""


class HelpPage:
    """What commands write their help to, piece by piece; `getvalue` has it in the end."""

    def __init__(self) -> None:
        self.width = max(min(shutil.get_terminal_size().columns, _WIDEST) - _MARGIN, _NARROWEST)
        self._indent = 0
        self._written: list[str] = []

    def getvalue(self) -> str:
        """All that was written; what standard output has no character for is escaped, for Chinese may be asked for anywhere."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        return "".join(self._written).encode(encoding, "backslashreplace").decode(encoding)

    def write(self, text: str) -> None:
        """Write `text` as it is."""
        self._written.append(text)

    def write_usage(self, program: str, arguments: str = "") -> None:
        """How the command is called."""
        begin = _("Usage: ") + program + " "
        arguments = arguments.replace("[OPTIONS]", _("[OPTIONS]"), 1)
        arguments = arguments.replace("COMMAND [ARGS]...", _("COMMAND [ARGS]..."), 1)
        self._write_beside(begin, printed_width(begin), wrapped(arguments, self.width - printed_width(begin)))

    def write_paragraph(self) -> None:
        """A blank line, unless it would be the first."""
        if self._written:
            self.write("\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, which blank lines part."""
        indent = " " * self._indent
        paragraphs = (wrapped(paragraph, self.width - self._indent) for paragraph in text.split("\n\n"))
        self.write("\n".join("".join(f"{indent}{line}\n" for line in lines) for lines in paragraphs))

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names, and beside each what it is."""
        rows = [(_TYPE.sub("", name), _in_language(what)) for name, what in rows]
        column = min(max(printed_width(name) for name, _what in rows), _WIDEST_NAME) + _BETWEEN + self._indent
        for name, what in rows:
            self._write_beside(" " * self._indent + name, column, wrapped(what, self.width - column))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A heading, and what stands under it."""
        self.write_paragraph()
        self.write(_("{heading}:").format(heading=in_language(name)) + "\n")
        with self.indentation():
            yield

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """What is written inside of a `with` stands farther to the right."""
        self._indent += _STEP
        try:
            yield
        finally:
            self._indent -= _STEP

    def _write_beside(self, name: str, column: int, lines: list[str]) -> None:
        """The `lines` at `column`, beside the name if it leaves room for them, else under it."""
        room = column - printed_width(name)
        begin = name + " " * room if room >= 0 and lines else f"{name}\n{' ' * column}" if lines else name
        self.write(f"\n{' ' * column}".join([begin + "".join(lines[:1]), *lines[1:]]) + "\n")


def _in_language(what: str) -> str:
    extra = _EXTRA.fullmatch(what)
    if extra is None:
        return in_language(what)
    between = _("; ")
    return f"{extra['help']}  [{between.join(map(in_language, extra['extra'].split('; ')))}]"


def wrapped(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` columns, unless one word is longer.

    >>> wrapped("每个要点都在，一个也不能少。", 16)
    ['每个要点都在，一', '个也不能少。']
    """
    lines: list[str] = []
    end = 0
    for unit in _UNIT.finditer(text):
        if not unit[0]:
            continue
        blank = text[end : unit.start()].replace("\n", " ")
        end = unit.end()
        if lines and printed_width(lines[-1] + blank + unit[0]) <= width:
            lines[-1] += blank + unit[0]
        else:
            lines.append(unit[0])
    return lines


def printed_width(text: str) -> int:
    """How many columns of a terminal `text` takes: a Chinese character takes two (Unicode Standard Annex 11)."""
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)
