"""Document → the table of its lines, into which the rules of layout write what each line is, one rule after the other."""

from outline.document import Document
from outline.page.blanks_to_fill import blanks_to_fill, label_blanks
from outline.page.blocks import label_blocks
from outline.page.breaks import disjoint, in_order, line_ends, with_feeds
from outline.page.contents import label_contents
from outline.page.crowding import refuse_more_lines
from outline.page.cuts import omission_notes
from outline.page.data_tables import rows_of_one_line
from outline.page.fold import BREAK, NOTHING, fold
from outline.page.furniture import label_furniture, label_quote_signs
from outline.page.line_litter import label_forum_codes, label_specks
from outline.page.lines import Span, Table
from outline.page.mails import label_head_of_mail
from outline.page.previews import label_previews
from outline.page.rows_of_tables import Cells
from outline.page.running_heads import label_running_heads
from outline.page.signs import without_signs
from outline.page.text_tables import label_rows, rows_in_columns, rows_with_bars, spans_of
from outline.page.time_marks import label_time_marks
from outline.page.view import view_of
from outline.page.without_unseen import Unseen
from outline.page.wrapping import label_line_ends


def seen_of(document: Document) -> tuple[Document, str, Unseen | None]:
    """A document without the characters that nobody sees, its text folded, and where they stood; None if there are none, as in most."""
    folded = fold(document.text)
    if NOTHING not in folded and not document.signs:
        return document, folded, None
    unseen = Unseen(document.text, document.signs)
    if not unseen:
        return document, folded, None
    seen = unseen.document_without(document)
    return seen, fold(seen.text), unseen


def labelled(document: Document, folded: str) -> tuple[Table, list[Span], list[Span], list[Cells], list[Span]]:
    """The table of the lines of a document, its line ends that are tags, its notes that text was left out, rows of plain text, and its
    blanks to fill in."""
    source = document.text
    folded = without_signs(folded, document.signs)
    refuse_more_lines(folded.count(BREAK), folded)
    feeds = with_feeds(folded)
    drawn, columns, blanks = rows_with_bars(feeds), rows_in_columns(feeds, source), blanks_to_fill(folded)
    rows = in_order([*drawn, *spans_of(columns), *rows_of_one_line(document)])
    ends, tags = line_ends(folded, source, in_order([*rows, *blanks]) if blanks else rows)
    table = Table(feeds, ends)
    for span in disjoint(document.furniture):
        table.set_aside(*span, "the reader says so")
    label_quote_signs(table)
    label_head_of_mail(table)
    label_forum_codes(table)
    label_specks(table)
    label_time_marks(table)
    label_blocks(table, document, drawn)
    label_previews(table)
    label_furniture(table)
    label_contents(table)
    label_rows(table, spans_of(columns))
    label_running_heads(table)
    omissions = omission_notes(table, view_of(table, [], []) if table.inside else folded)
    label_line_ends(table, source)
    label_blanks(table, blanks)
    return table, tags, omissions, columns, blanks
