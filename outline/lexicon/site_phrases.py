"""What sites say around and inside the texts that they show: one row a phrase, each with a line that it is and one that it is not.

The patterns are matched against folded lines (`outline.page.fold`). When in doubt a line is speech: only what no speech would say is here.
"""

import re

from outline.lexicon.phrases_at_head import PHRASES_AT_HEAD
from outline.lexicon.phrases_on_lines import PHRASES_ON_LINES
from outline.lexicon.site_phrase import Phrase, Place
from outline.patterns import late

SITE_PHRASES = PHRASES_ON_LINES + PHRASES_AT_HEAD


def at(place: Place, phrases: tuple[Phrase, ...] = SITE_PHRASES) -> re.Pattern[str]:
    """One pattern for all phrases of a place."""
    return late("|".join(f"(?:{phrase.pattern})" for phrase in phrases if phrase.place is place))
