"""Texts made at random to be hard: a few pieces that speeches and pages have, over and over in one of many orders."""

from collections.abc import Callable, Iterator
from itertools import count, cycle
from random import Random

from making.pieces import (
    BLANKS,
    BREAKS,
    CLOSINGS,
    CONNECTIVES,
    DRESSES,
    FURNITURE,
    OPENINGS,
    PHRASES,
    PUNCTUATION,
    marker,
)

_PAGES = [
    *(
        "开通会员",
        "\n……（全文完）\n",
        "此处隐藏300字",
        "\n目录\n",
        "修路......3\n",
        "\n| 甲 | 乙 |\n",
        "\n├ 甲 │ 乙\n",
        "**",
        "## ",
    ),
    *(
        "```\n",
        "> ",
        "附件：",
        "附件1",
        "各位甲；各位乙、",
        "关于修路的通知\n",
        "1.2.3",
        "1.1 ",
        "第2条之一",
        "见第四章",
        "甲",
        "a",
        "\ud800",
        "\x00",
    ),
    *("—" * 20, "文库", "责任编辑：李四\n", "版权所有", "主持词\n", "1、2、3", "（", "“", "】"),
]
_PIECES = [*PHRASES, *OPENINGS, *CLOSINGS, *CONNECTIVES, *PUNCTUATION, *BLANKS, *BREAKS, *FURNITURE, *_PAGES]
_MOST_PIECES, _LONGEST_WORD = 6, 300


class Hostile:
    """A text of any length, made by the rules that belong to `seed`; its pieces are always the same ones, the longer text goes on where
    the shorter one ends. `shown` is how it begins."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of_length(self, length: int) -> str:
        """Its first `length` code points."""
        random = Random(self._seed)
        pieces = [_piece(random) for _ in range(random.randint(1, _MOST_PIECES))]
        head = random.choice(["", "", *OPENINGS, "一、", "（", "1.", "“"])
        made, size = [head], len(head)
        for piece in _in_some_order(random, pieces):
            made.append(next(piece))
            size += len(made[-1]) + (not made[-1])  # a piece that says nothing comes to an end too
            if size >= length:
                return "".join(made)[:length]
        raise AssertionError("pieces never end")

    @property
    def shown(self) -> str:
        """How it begins."""
        return ascii(self.of_length(60)) if "\ud800" in self.of_length(60) else repr(self.of_length(60))


def _in_some_order(random: Random, pieces: list[Iterator[str]]) -> Iterator[Iterator[str]]:
    order = random.choice(["in turn", "at random", "in stretches"])
    if order == "in turn":
        yield from cycle(pieces)
    while True:
        piece = random.choice(pieces)
        yield from [piece] * (1 if order == "at random" else random.randint(1, 40))


def _piece(random: Random) -> Iterator[str]:
    """One piece over and over: a marker that counts in some way, or what stands between markers."""
    if random.random() < 0.5:
        dress, behind = random.choice(DRESSES), random.choice(["", "", *PHRASES, "。", "\n", "甲"])
        return (marker(dress, number) + behind for number in _numbers(random))
    if random.random() < 0.2:
        letters = random.choice(["甲", "甲乙", "一", "1", " ", "。", "、", "甲 ", "．", "中文abc"])
        longest = random.choice([1, 8, 40, _LONGEST_WORD])
        return (letters * random.randint(1, longest) for _ in count())
    piece = random.choice(_PIECES)
    return (piece for _ in count())


def _numbers(random: Random) -> Iterator[int]:
    """Numbers from 1 to 10: counted on, back, in small series, always one, or any."""
    last = random.randint(2, 10)
    ways: list[Callable[[], Iterator[int]]] = [
        lambda: cycle(range(1, last + 1)),
        lambda: cycle(range(last, 0, -1)),
        lambda: cycle([last]),
        lambda: cycle([1, 2]),
        lambda: (random.randint(1, last) for _ in count()),
    ]
    return random.choice(ways)()
