"""The tables of findings in docs/check.md and docs/zh/check.md, drawn from outline/checking/rules.py.

python docs/rule_tables.py            draw them anew
python docs/rule_tables.py --check    exit with 1 if they are not what the rules say
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from outline.checking.rules import RULES
from outline.language import gettext, using_language

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"en": ROOT / "docs" / "check.md", "zh": ROOT / "docs" / "zh" / "check.md"}
HEADS = {"en": ("code", "severity", "what it says"), "zh": ("代码", "级别", "含义")}
BEGIN, END = "<!-- rules: drawn by docs/rule_tables.py -->", "<!-- end of rules -->"


def table(language: str) -> str:
    """The rules as a table of Markdown in a language."""
    with using_language(language):
        return "\n".join(_rows(language))


def _rows(language: str) -> Iterator[str]:
    yield f"| {' | '.join(HEADS[language])} |"
    yield "| --- | --- | --- |"
    for rule in RULES.values():
        title, explanation = gettext(rule.title), gettext(rule.explanation)
        between = "：" if language == "zh" else ". "
        title = title if language == "zh" else title[0].upper() + title[1:]
        yield f"| `{rule.code}` | {rule.severity} | {title}{between}{explanation} |"


def with_table(page: str, drawn: str) -> str:
    """The `page` with the table between its marks. ValueError if it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"no place for the table: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{drawn}\n\n{END}{after}"


def main() -> int:
    """Draw or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a table is out of date")
    check = parser.parse_args().check
    for language, path in PAGES.items():
        page = path.read_text("utf-8")
        drawn = with_table(page, table(language))
        if check and drawn != page:
            print(f"{path.name} does not show the rules as they are: python docs/rule_tables.py", file=sys.stderr)
            return 1
        if not check:
            path.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
