"""How a table of contents is called that leads down its page, as sites and programs write it above it."""

import re

from outline.page.fold import fold

_NAME = re.compile(
    r"(?:本[页文章]|文章|页面)?(?:目 *[录次]|导 ?航|大 ?纲|内 ?容)[：:]?|(?:table of )?contents", re.IGNORECASE
)


def names_contents(words: str) -> bool:
    """Do the `words` of a line name a table of contents, and say nothing else?"""
    return _NAME.fullmatch(fold(words).strip()) is not None
