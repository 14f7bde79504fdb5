"""What a text quotes, between the signs of a quotation: it numbers its points for itself."""

from outline.page.lines import Span
from outline.patterns import late

_LONGEST = 4000
"""Code points. What is longer lost the sign that closes it."""
_QUOTATION = late(f"“[^“”]{{1,{_LONGEST}}}”")


def quotations(work: str) -> tuple[Span, ...]:
    """The quotations in a folded text, without those that hold another one in the same signs, or are not closed.

    >>> quotations("通知说：“一、清渠；二、修路。”照办。")
    ((4, 16),)
    """
    return tuple(match.span() for match in _QUOTATION.finditer(work))
