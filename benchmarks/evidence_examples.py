"""What evidence is learned from: texts with outlines made by reading, damaged copies of them, slips of the writer, and our own cases."""

import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import tests_in_reach  # noqa: F401 – before what lies there
from accuracy import damaged
from corpus_cases import FOLDER, Case, known_failures
from corpus_cases import cases as cases_of_the_tests
from making.gold import Text, load

from outline import Document
from outline.numbering.candidates import scan
from outline.page.fold import fold
from outline.page.page import lay_out

SHARED = Path(__file__).parents[2] / "shared"
GOLD = ("score", "corpus", "mess")
DAMAGED = ("blanks", "glued", "wrapped", "chunked", "furnished", "spaced", "restyled", "cut", "halfwidth", "markdown")
BREAKS_LOST = ("blanks", "glued", "wrapped", "chunked")
TOGETHER, SWAPPED, SIGNED = 10, 0.3, 0.5


class Example(NamedTuple):
    """A text with its nodes; `document` is what it is a copy of, `kind` where it comes from."""

    document: str
    kind: str
    text: str
    nodes: list[dict[str, Any]]


def examples(folder: Path, kind: str) -> list[Example]:
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (path.parent / gold["source"]).resolve().read_bytes().decode("utf-8")
        found.append(Example(path.stem, kind, text, gold["nodes"]))
    return found


def all_examples() -> tuple[list[Example], list[Example]]:
    """The texts as they are, and damaged copies of those that are clean."""
    clean = [example for name in GOLD for example in examples(SHARED / name / "gold", name)]
    damaged = []
    with tempfile.TemporaryDirectory() as folder:
        for name in GOLD:
            out = Path(folder) / name
            torture = [sys.executable, str(SHARED / "score" / "torture.py"), "--gold", str(SHARED / name / "gold")]
            subprocess.run([*torture, "--out", str(out), "--only", *DAMAGED], check=True, capture_output=True)
            damaged += [example for kind in DAMAGED for example in examples(out / kind, kind)]
    chance = random.Random(0)
    return clean, [
        *damaged,
        *map(doubled, clean),
        *(way(example, chance) for way in (annexed, noted) for example in clean),
    ]


ANNEXES = (
    ("附件1", "水库巡查表", "一、甲库", "每天看两次水位。", "二、乙库", "每天看一次闸门。"),
    ("附件：", "种子领取办法", "1.先登记", "户主签名。", "2.后领取", "按亩数领。", "3.剩下的退回"),
    ("附件", "", "秋收安排", "（一）割稻", "十月上旬割完。", "（二）晒谷", "晒三天。"),
    (
        "附件一：农具清单",
        "一、犁",
        "每组两架。",
        "二、耙",
        "每组一架。",
        "附件二：牲口清单",
        "一、牛",
        "每组三头。",
        "二、骡",
        "没有。",
    ),
    ("附录A", "测量方法", "A组先测，B组后测。", "附录B", "记录格式", "一天记一次。"),
)
"""Annexes as a file has them behind its text; a line begins with its marker, if it has one."""
_ANNEX_MARKERS = re.compile(r"附[件录][：1一二AB]*|[一二]、|（[一二]）|[123]\.")


def annexed(example: Example, chance: random.Random) -> Example:
    """The text with an annex behind it that has points of its own."""
    text, nodes, above = example.text.rstrip() + "\n", list(example.nodes), None
    if chance.random() < SIGNED:
        text += "三里镇人民政府\n2021年6月1日\n"
    for line in chance.choice(ANNEXES):
        marker = _ANNEX_MARKERS.match(line)
        if marker:
            is_annex = line.startswith("附")
            nodes.append({"start": len(text), "parent": None if is_annex else above})
            above = len(nodes) - 1 if is_annex else above
        text += line + "\n"
    return Example(example.document, "annexed", text, nodes)


NOTES = (
    "表1 各村水车数\n村名\t水车\t水井\n东村\t12\t30\n西村\t9\t21\n注：1.水车按架计。2.坏的不算。\n",
    "表2 各队晒谷数\n队名\t早稻\t晚稻\n一队\t50\t40\n二队\t45\t38\n说明：\n1.按担计。\n2.不含种谷。\n3.陈谷另计。\n",
    "图3 堤坝断面\n注：①坝顶宽三米；②坡度一比二。\n",
    "备注：（1）雨天不计工；（2）半天算半个工。\n",
    "表1 各村鱼塘\n村名\t口数\t亩数\n南村\t8\t24\n北村\t6\t15\n注：\n一、干塘不计。\n二、亩数按水面算。\n",
    "资料来源：1.水管站月报；2.各村登记簿。\n",
)
"""Notes as they stand below tables and figures."""
NAMED = (
    "附件：1.水车登记表\n2.鱼塘名册\n3.晒谷日程\n",
    "附件：\n1、水车登记表\n2、鱼塘名册\n",
    "附件：一、水车登记表\n二、鱼塘名册\n",
    "附件：1.水车登记表；2.鱼塘名册；3.晒谷日程；4.堤坝图。\n",
    "附：（1）水车登记表\n（2）鱼塘名册\n",
    "附件1：水车登记表\n附件2：鱼塘名册\n",
)
"""Annexes as they are named below a text."""


def noted(example: Example, chance: random.Random) -> Example:
    """The text with a note before one of its points that begin lines, and its annexes named below it: they number none of its points."""
    text, nodes = example.text, example.nodes
    places = [text.rfind("\n", 0, node["start"]) + 1 for node in nodes[1:] if _heads_line(text, node["start"])]
    if places:
        at, note = chance.choice(places), chance.choice(NOTES)
        text, by = text[:at] + note + text[at:], len(note)
        moved = (
            {key: node[key] + by for key in ("start", "heading_end") if node.get(key) is not None} for node in nodes
        )
        nodes = [node if node["start"] < at else node | new for node, new in zip(nodes, moved, strict=True)]
    signed = "三里镇人民政府\n2021年6月1日\n" if chance.random() < SIGNED else ""
    return Example(example.document, "noted", text.rstrip() + "\n" + chance.choice(NAMED) + signed, nodes)


def doubled(example: Example) -> Example:
    """The text as it stands in a file twice, one below the other."""
    joint = example.text if example.text.endswith("\n") else example.text + "\n"
    by, count = len(joint), len(example.nodes)
    again = [
        node
        | {"start": node["start"] + by, "parent": None if node["parent"] is None else node["parent"] + count}
        | {"also_under": [None if n is None else n + count for n in node.get("also_under", [])]}
        | ({"heading_end": node["heading_end"] + by} if node.get("heading_end") is not None else {})
        for node in example.nodes
    ]
    return Example(example.document, "doubled", joint + example.text, [*example.nodes, *again])


def cases(with_failures: bool = False) -> list[Example]:
    """The cases of tests/corpus as examples, and its traps, singly and many together, which have no nodes; `with_failures`: also the cases
    that are known to fail."""
    known = {} if with_failures else known_failures()
    found = [example for case in cases_of_the_tests() if case.id not in known and (example := _of_case(case))]
    lines = (FOLDER / "traps.txt").read_text(encoding="utf-8").splitlines()
    traps = [line for line in lines if line and not line.startswith("# ")]
    found += [Example(f"trap {n}", "trap", trap, []) for n, trap in enumerate(traps)]
    together = [traps[n : n + TOGETHER] for n in range(0, len(traps), TOGETHER)]
    for joint in ("\n", ""):
        found += [Example(f"traps {n}", "trap", joint.join(some), []) for n, some in enumerate([*together, traps])]
    return found


def damaged_cases(own: list[Example]) -> Iterator[Example]:
    """Copies of the whole documents among the cases that lost their line ends, or got others."""
    torture = load("torture")
    for example in own:
        if example.document.startswith("whole-"):
            text = Text(example.document, example.text, example.nodes, [])
            for kind in BREAKS_LOST:
                copy = damaged(text, kind, torture)
                yield Example(example.document, example.kind, copy.text, copy.nodes)


def _of_case(case: Case) -> Example | None:
    """A case as an example, or None if its markers are not all candidates."""
    candidates, nodes, stack = iter(scan(lay_out(Document(case.text)))), [], []
    for section in case.sections:
        marker, _, heading = section.strip().partition(" |")
        words = _bare(marker) + _bare(heading)[:6]
        start = next((c.start for c in candidates if _bare(case.text[c.start :][:60]).startswith(words)), None)
        if start is None:
            return None
        del stack[(len(section) - len(section.lstrip())) // 2 :]
        parent, optional = stack[-1] if stack else None, section in case.optional
        end = _end_of(case.text, start, _bare(marker + heading))
        nodes.append({"start": start, "parent": parent, "optional": optional, "heading_end": end})
        stack.append(len(nodes) - 1)
    return Example(case.id, "case", case.text, nodes)


def _end_of(text: str, start: int, words: str) -> int | None:
    """Where the `words` end that stand at `start`, whatever blanks are between them; None if others do."""
    at, n = start, 0
    while n < len(words) and at < len(text):
        character = _bare(text[at])
        if character and character != words[n]:
            return None
        n += bool(character)
        at += 1
    return at if n == len(words) else None


def _bare(text: str) -> str:
    return fold("".join(text.split())).replace("\u2060", "").replace(" ", "")


def slipped(example: Example, chance: random.Random) -> Example | None:
    """`example` with one slip of the writer in it: a marker that heads a line is numbered or dressed otherwise. Nothing moves."""
    text = example.text
    places = [
        n for n, node in enumerate(example.nodes) if not node.get("optional") and _heads_line(text, node["start"])
    ]
    chance.shuffle(places)
    if chance.random() < SWAPPED:
        swapped = next(filter(None, (_swapped(example, n) for n in places)), None)
        return swapped and Example(example.document, "slip", swapped, example.nodes)
    for n in places:
        start = example.nodes[n]["start"]
        marker = next((m for m in (_SLIPPING.match(text, start),) if m), None)
        if marker and sum(node["parent"] == example.nodes[n]["parent"] for node in example.nodes) > 2:
            instead = _slip(marker[0], chance)
            if instead and len(instead) == len(marker[0]):
                return Example(example.document, "slip", text[:start] + instead + text[marker.end() :], example.nodes)
    return None


def _swapped(example: Example, n: int) -> str | None:
    """The text with the numbers of the node and of its next brother changed for each other, if they are dressed alike and not the first."""
    nodes, text = example.nodes, example.text
    brother = next((m for m in range(n + 1, len(nodes)) if nodes[m]["parent"] == nodes[n]["parent"]), None)
    one = _SLIPPING.match(text, nodes[n]["start"])
    other = _SLIPPING.match(text, nodes[brother]["start"]) if brother is not None else None
    if (
        not one
        or not other
        or one[0][-1] != other[0][-1]
        or len(one[0]) != len(other[0])
        or one[0].strip("（(")[0] in "一1"
    ):
        return None
    return text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


_SLIPPING = re.compile(r"[（(]?(?:[一二三四五六七八九]|[1-9])[）)、．.]")
_HAN, _ARABIC = "一二三四五六七八九", "123456789"


def _slip(marker: str, chance: random.Random) -> str | None:
    at = 1 if marker[0] in "（(" else 0
    digits = _HAN if marker[at] in _HAN else _ARABIC
    place = digits.index(marker[at])
    if chance.random() < 0.5:
        place += chance.choice([-1, 1, 2])
        return marker[:at] + digits[place] + marker[at + 1 :] if 0 <= place < 9 else None
    if at:
        return marker[:at] + (_ARABIC if digits == _HAN else _HAN)[place] + marker[at + 1 :]
    return marker[0] + chance.choice("、．.，" if digits == _ARABIC else "、，.")


def _heads_line(text: str, start: int) -> bool:
    return text[:start].rstrip(" \u3000\t")[-1:] in ("", "\n")
