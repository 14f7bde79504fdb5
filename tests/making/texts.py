"""Texts of any size to measure with: from the speeches of `examples/`, or real ones if they lie beside the checkout."""

import re
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

from outline.notation.numerals import GREATEST, in_chinese

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.txt") if not path.name.endswith(".tree.txt"))
REAL = sorted((ROOT.parent / "shared" / "corpus").glob("*.txt"))
TOP_MARKER = re.compile(r"(?m)^[一二三四五六七八九十]+、")


def of_size(kind: str, size: int) -> str:
    """A text of `kind` (see `kinds`) of `size` bytes in UTF-8, give or take its last character."""
    pieces, length = [], 0
    for piece in _KINDS[kind]():
        pieces.append(piece)
        length += len(piece.encode("utf-8"))
        if length >= size:
            break
    return "".join(pieces).encode("utf-8")[:size].decode("utf-8", "ignore")


def kinds() -> list[str]:
    """many speeches: one after the other, numbered as they are. one speech: its parts counted on to 9,999.
    no line breaks: many speeches in one line. no points: their prose alone. small series: many under one point.
    real speeches: where there are any.
    """
    return [kind for kind in _KINDS if REAL or kind != "real speeches"]


def _read(paths: list[Path]) -> list[str]:
    return [path.read_bytes().decode("utf-8") for path in paths]


def _many_speeches() -> Iterator[str]:
    return (speech + "\n" for speech in cycle(_read(EXAMPLES)))


def _one_speech() -> Iterator[str]:
    parts = [part for speech in _read(EXAMPLES) for part in TOP_MARKER.split(speech)[1:]]
    numbers = (i % GREATEST + 1 for i in count())
    return (f"{in_chinese(number)}、{part.strip()}\n" for number, part in zip(numbers, cycle(parts), strict=False))


def _no_line_breaks() -> Iterator[str]:
    return (re.sub(r"\s+", "", speech) for speech in _many_speeches())


def _no_points() -> Iterator[str]:
    prose = [
        "今年雨水多，村里的路坏了好几处，大家出门都不方便。",
        "镇上派人看过以后，决定入冬前全部修好，先修学校门口那一段。",
    ]
    return (sentence + ("\n" if number % 5 == 4 else "") for number, sentence in enumerate(cycle(prose)))


def _small_series() -> Iterator[str]:
    """Two parts, the second of which holds one small series after the other."""
    yield "一、去年的事\n修了两条路。\n二、今年的事\n"
    yield from cycle(["还有几件小事要办。\n（1）把灯装到巷口。\n（2）把树栽到路边，一是选好苗，二是浇透水。\n"])


def _real_speeches() -> Iterator[str]:
    return (speech + "\n" for speech in cycle(_read(REAL)))


_KINDS: dict[str, Callable[[], Iterator[str]]] = {
    "many speeches": _many_speeches,
    "one speech": _one_speech,
    "no line breaks": _no_line_breaks,
    "no points": _no_points,
    "small series": _small_series,
    "real speeches": _real_speeches,
}
