"""What each finding means: one table, of which `outline rules` and docs/check.md are made.

A title and an explanation are messages of the catalogue; examples are Chinese, and each is tried: the first has the finding, the other not.
"""

from outline.checking.numbering_rules import NUMBERING_RULES
from outline.checking.rule import Rule, Severity
from outline.checking.style_rules import STYLE_RULES

RULES: dict[str, Rule] = {rule.code: rule for rule in (*NUMBERING_RULES, *STYLE_RULES)}
"""All rules by their codes, the gravest first."""


def severity_of(code: str) -> Severity:
    """How grave a finding of this code is; a warning, if the code is none of ours."""
    return RULES[code].severity if code in RULES else "warning"
