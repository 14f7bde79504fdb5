"""Questions to four speeches, without a network: which way of cutting them brings the chunk with the answer to the top? BM25 over pairs of
characters, three ways: lines and sentences filled up to a size, chunks, and chunks with the headings above them.

python examples/retrieval.py [SIZE]
"""

import math
import re
import sys
from collections import Counter
from pathlib import Path

from outline import chunks, read

TEXTS = [Path(__file__).parent / f"{name}.txt" for name in ("four-levels", "run-in", "anthology", "traditional")]
QUESTIONS = [  # and words that the answer to each has
    ("校园安全工作会议上对学校食堂提了什么要求", "留样要满四十八小时"),
    ("校园安全 宿舍 怎么管", "宿管人员每晚点名两次"),
    ("志愿服务队做了什么", "为独居老人打扫一次卫生"),
    ("志愿服务队还想做什么", "从五十人发展到一百人"),
    ("应急队伍怎样把人选准", "党员、民兵和退役军人"),
    ("队伍怎样练强 多长时间训练一次", "集中训练不少于四次"),
    ("应急物资怎样分级储备", "县里储备大件"),
    ("怎样完善叫得应的机制", "县叫应乡镇"),
    ("应急工作短板 物资底数", "发电机常年不试"),
    ("应急工作怎样加强领导 督查考核", "县委督查室"),
    ("人居环境整治 严格督查 看什么", "看沟渠有没有漂浮杂物"),
    ("人居环境整治 资金 上级奖补", "一分钱也不能挪"),
    ("春季农业生产 供种", "不让一粒假种子"),
    ("春季农业生产 怎样强服务", "备足化肥和农膜"),
]


def plain(text: str, size: int) -> list[str]:
    """Lines, and sentences of those that are too long, one after the other, as many as fit."""
    pieces = [piece for line in text.splitlines() for piece in re.findall("[^。；]+[。；]?", line.strip())]
    cut = [""]
    for piece in pieces:
        if len(cut[-1]) + len(piece) > size:
            cut.append("")
        cut[-1] += piece
    return cut


def pairs(text: str) -> list[str]:
    words = "".join(filter(str.isalnum, text))
    return [words[n : n + 2] for n in range(len(words) - 1)]


def ranked(question: str, texts: list[str]) -> list[int]:
    """The places of `texts`, the best first, by BM25 with k = 1.2 and b = 0.75 (Robertson and Zaragoza 2009)."""
    counts = [Counter(pairs(text)) for text in texts]
    mean = sum(count.total() for count in counts) / len(counts)
    scores = [0.0] * len(texts)
    for pair in pairs(question):
        having = sum(pair in count for count in counts)
        weight = math.log(1 + (len(texts) - having + 0.5) / (having + 0.5))
        for n, count in enumerate(counts):
            scores[n] += weight * count[pair] * 2.2 / (count[pair] + 1.2 * (0.25 + 0.75 * count.total() / mean))
    return sorted(range(len(texts)), key=lambda n: (-scores[n], n))


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    documents = [read(path) for path in TEXTS]
    cut = [chunk for document in documents for chunk in chunks(document, max_size=size)]
    ways = {
        "filled up to a size": [text for document in documents for text in plain(document.text, size)],
        "chunks": [chunk.text for chunk in cut],
        "chunks with headings": [chunk.content for chunk in cut],
    }
    print(f"{len(QUESTIONS)} questions, at most {size} characters")
    for name, texts in ways.items():
        ranks = []
        for question, answer in QUESTIONS:
            places = (n for n, at in enumerate(ranked(question, texts), start=1) if answer in texts[at])
            ranks.append(next(places, math.inf))
        first, third = sum(rank == 1 for rank in ranks), sum(rank <= 3 for rank in ranks)
        mean = sum(1 / rank for rank in ranks) / len(ranks)
        print(
            f"{name:20} {len(texts):3} texts: answer first {first:2}, among three {third:2}, mean reciprocal rank {mean:.2f}"
        )


if __name__ == "__main__":
    main()
