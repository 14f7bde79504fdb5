"""The table of the terminals of the grammar, which spares a program the time that Lark takes to read them.

python docs/terminals.py            write outline/notation/terminals.json
python docs/terminals.py --check    exit with 1 if it is not what Lark makes of grammar/
"""

import argparse
import json
import sys

from outline.notation.grammar_files import TABLE, digest, folder
from outline.notation.grammar_reader import read_terminals

FILES = ("markers.lark", "references.lark")


def table() -> str:
    """The table as JSON: of which grammar it is, and for each file the rows of its terminals."""
    rows = {name: read_terminals(folder() / name) for name in FILES}
    return json.dumps({"grammar": digest(), **rows}, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the table is out of date")
    check, written = parser.parse_args().check, table()
    if TABLE.exists() and TABLE.read_text(encoding="utf-8") == written:
        return 0
    if check:
        print("outline/notation/terminals.json is out of date: run python docs/terminals.py", file=sys.stderr)
        return 1
    TABLE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
