"""What elements are for by their `role`, where their tag says nothing of it."""

from typing import Any

from outline.readers.html.css import Key
from outline.readers.html.laid_out import HEADINGS

_ROLES = {"button": "button", "complementary": "aside", "contentinfo": "footer", "navigation": "nav", "search": "nav"}
_ROLES |= {"doc-endnotes": "aside", "doc-footnote": "aside", "doc-toc": "nav"}
"""What elements of no meaning of their own are for (WAI-ARIA 1.2, 5.3.4; DPUB-ARIA 1.0), by the elements that say the same."""
_OF_NO_MEANING = {"div", "form", "header", "ol", "p", "section", "span", "ul"}
_USUAL_LEVEL = "2"
"""Of a heading by its role that names no level (WAI-ARIA 1.2, 6.6)."""


def key_by_role(key: Key, element: Any) -> Key:
    """The key of an element that says by its `role` what it is for; a button that unfolds something is what heads that."""
    role = element.get("role")
    if key.tag == "button" and element.get("aria-expanded") is not None:
        return key._replace(tag="div")
    if key.tag not in _OF_NO_MEANING:
        return key
    if role == "heading":
        level = f"h{element.get('aria-level', _USUAL_LEVEL).strip()}"
        return key._replace(tag=level if level in HEADINGS else "h6")
    return key._replace(tag=_ROLES[role]) if role in _ROLES else key
