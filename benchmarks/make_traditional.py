"""Makes `outline/page/traditional.json`: the traditional characters that have one simplified character, and those.

    python benchmarks/make_traditional.py

What Open Chinese Convert makes of a single character decides; it leaves those alone that are good simplified characters too (著, 乾).
Needs the package opencc.
"""

import json
from pathlib import Path

import opencc

TABLE = Path(__file__).parents[1] / "outline" / "page" / "traditional.json"
HAN = [chr(code) for code in range(0x4E00, 0xA000)]


def main() -> None:
    to_simplified = opencc.OpenCC("t2s").convert
    pairs = [(character, to_simplified(character)) for character in HAN]
    pairs = [(one, other) for one, other in pairs if one != other and len(other) == 1]
    table = {"traditional": "".join(one for one, _ in pairs), "simplified": "".join(other for _, other in pairs)}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(pairs):,} characters")


if __name__ == "__main__":
    main()
