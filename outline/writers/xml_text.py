"""Text inside of XML. What is visible has no character that XML 1.0 excludes (2.2, Char)."""

from xml.sax.saxutils import escape, quoteattr

from outline.writers.visible import visible


def content(text: str) -> str:
    """`text` on one line as the content of an element.

    >>> content("a<b>]]>\\x00")
    'a&lt;b&gt;]]&gt;␀'
    """
    return escape(visible(text))


def attribute(*lines: str) -> str:
    """The value of an attribute, in its quotation marks, with a line break between the lines.

    >>> attribute('a"b', "<c>")
    '"a&quot;b&#10;&lt;c&gt;"'
    """
    return quoteattr("\n".join(map(visible, lines)), {'"': "&quot;"})
