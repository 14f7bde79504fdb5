"""The tables of the grammar, which spare a program the time that Lark takes to read it.

python docs/grammar_tables.py            write outline/notation/terminals.json and outline/sections/outline_grammar.json
python docs/grammar_tables.py --check    exit with 1 if they are not what Lark makes of grammar/
"""

import argparse
import json
import sys
from pathlib import Path

from outline.notation import grammar_files
from outline.notation.grammar_reader import read_terminals
from outline.sections import folding, lark_folding


def tables() -> dict[Path, str]:
    """Each table as JSON, with the digest of the files that it is made of."""
    terminals: dict[str, object] = {
        name: read_terminals(grammar_files.folder() / name) for name in grammar_files.OF_TERMINALS[1:]
    }
    whole = {"any marker": grammar_files.any_marker()}
    outline = lark_folding.table_of(lark_folding.lark())
    return {
        grammar_files.TABLE: _as_json(
            {"grammar": grammar_files.digest(grammar_files.OF_TERMINALS), **terminals, **whole}
        ),
        folding.TABLE: _as_json({"grammar": grammar_files.digest(folding.OF_OUTLINE), **outline}),
    }


def _as_json(table: dict[str, object]) -> str:
    """A line an entry of a list, for those who look at what has changed."""
    entries = (f'"{name}": {_value(value)}' for name, value in table.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _value(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n]"


def main() -> int:
    """Write or check, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a table is out of date")
    check = parser.parse_args().check
    old = {path: made for path, made in tables().items() if not path.exists() or path.read_text("utf-8") != made}
    for path, made in old.items():
        if check:
            print(f"{path.name} is out of date: python docs/grammar_tables.py", file=sys.stderr)
        else:
            path.write_text(made, encoding="utf-8")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
