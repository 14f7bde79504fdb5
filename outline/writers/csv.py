"""The outline as a table for a spreadsheet (RFC 4180), a row a section, in UTF-8 with a byte order mark, as Excel and WPS want it."""

import csv
import io
from unicodedata import normalize

from outline.model import Outline, Section
from outline.writers.visible import visible

COLUMNS = ("path", "level", "number", "heading", "start", "end")

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = tuple("=+-@")
"""With what a cell begins that a spreadsheet may compute; in full width and in small forms too, of which some editions take the former for
the same (https://owasp.org/www-community/attacks/CSV_Injection)."""


def to_csv(outline: Outline) -> str:
    """The table. `start` and `end` count code points, `end` is exclusive; a column `text` is there if the outline has bodies."""
    sections = [*outline.walk()]
    with_text = any(section.body for section in sections)
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([*COLUMNS, *(["text"] if with_text else [])])
    for section in sections:
        table.writerow([*_row(section), *([_text(section)] if with_text else [])])
    return _BYTE_ORDER_MARK + written.getvalue()


def _row(section: Section) -> list[object]:
    number = section.marker.number if section.marker else ""
    return [_cell(section.path), section.level, number, _cell(section.heading.text), section.start, section.end]


def _text(section: Section) -> str:
    return _cell(*(line for span in section.body for line in span.text.split("\n")))


def _cell(*lines: str) -> str:
    """The lines as one cell that shows them and computes nothing.

    >>> _cell("=1+1"), _cell("一、")
    ("'=1+1", '一、')
    """
    cell = "\n".join(map(visible, lines))
    return f"'{cell}" if normalize("NFKC", cell.lstrip()[:1]) in _FORMULA_SIGNS else cell
