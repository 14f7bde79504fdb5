"""What the page says to its reader, apart from the text."""

from outline.language import gettext as _


def page_words() -> dict[str, str]:
    """The words by the place where they stand, in the language that holds."""
    return {
        "outline": _("Outline"),
        "fold": _("Fold or unfold"),
        "found": _("{count} found"),
        "to_text": _("To the text"),
        "levels": _("Levels that are shown"),
        "all_levels": _("All"),
        "search": _("Search"),
        "search_key": _("Search (press /)"),
        "map": _("Mind map"),
        "hide_furniture": _("Hide page numbers and the like"),
        "notes": _("Notes"),
        "note": _("Note {number}"),
        "to_place": _("to the place"),
        "in": _("Larger"),
        "out": _("Smaller"),
        "fit": _("Whole map"),
        "all": _("Unfold all"),
        "none": _("Fold all"),
        "svg": _("Save as SVG"),
        "png": _("Save as PNG"),
    }
