"""The stages, one under the other: text → page → candidates → series → levels → events → Outline."""

from typing import TYPE_CHECKING

from outline.bare import BareOutline
from outline.document import Document, as_document
from outline.numbering.candidates import Candidate, in_source, scan
from outline.numbering.nesting import nest
from outline.numbering.openings import Opening
from outline.page.page import Page, lay_out
from outline.sections.assembly import fold
from outline.sections.event import Event
from outline.sections.events import find_events
from outline.sections.notes import notes

if TYPE_CHECKING:
    from outline.model import Outline


def parse(text: str | Document, *, name: str = "", headings: bool = True) -> "Outline":
    """The outline of `text`, a string or what `outline.read` makes of a file. One without points has no sections; FileProblem
    for one with too many points or lines (`outline.page.crowding`).

    Offsets in the result count code points of the text. `name` is what `source.name` will say. With `headings`, what a file marks as a
    heading is a section even without a number; else only numbered points are sections. TypeError if `text` is neither.

    >>> outline = parse("同志们：\\n一、提高认识\\n要看到差距。\\n二、抓好落实")
    >>> [(s.marker.text, s.heading.text, [b.text for b in s.body]) for s in outline.sections]
    [('一、', '提高认识', ['要看到差距。']), ('二、', '抓好落实', [])]
    """
    from outline.model import Outline  # pydantic

    document = as_document(text)
    return Outline.of(bare_outline(document, name=name, headings=headings), document)


def bare_outline(document: Document, *, name: str = "", headings: bool = True) -> BareOutline:
    """The parts of the outline of a `document`, without pydantic: what the stages make, one after the other."""
    page = lay_out(document)
    candidates = scan(page, headings=headings)
    openings = nest(candidates, page)
    events = find_events(openings, page)
    return fold(events, notes(openings, candidates, page), document, name)


def markers(text: str | Document) -> list[Candidate]:
    """The markers of `text` that count (`outline -f markers`)."""
    openings = _openings(lay_out(as_document(text)))
    return in_source([opening.marker for opening in openings if opening.marker.is_marker])


def events(text: str | Document) -> list[Event]:
    """What stands where in `text` (`outline -f events`).

    >>> [(event.kind, event.start, event.end) for event in events("一、提高认识。\\n二、抓好落实。")][:5]
    [('open', 0, 0), ('marker', 0, 2), ('heading', 2, 6), ('close', 7, 7), ('open', 8, 8)]
    """
    page = lay_out(as_document(text))
    return list(find_events(_openings(page), page))


def _openings(page: Page) -> list[Opening]:
    return nest(scan(page), page)
