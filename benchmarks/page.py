"""How long a browser takes to show the page of an outline: `python benchmarks/page.py`, with Chromium.

The page is a file, opened from `file://` in a browser that has started; a time is that from the order to open it until all of it is loaded,
its script has run and two frames have been drawn, as the page itself tells (`performance.now`), the median of five.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import tests_in_reach  # noqa: F401 – before what lies there
from browser import CHROMIUM, Tab, opened

from outline import parse, render
from outline.notation.numerals import in_chinese

SIZES = (500, 5_000)
MOST = {500: 1_000, 5_000: 1_000}
"""Milliseconds."""
TURNS = 5


def speech(points: int) -> str:
    """A speech of so many points on three levels, each with two sentences below it."""
    body = "全县上下要把这件事放在心上、抓在手上。哪里有短板就补哪里，做到件件有着落、事事有回音。"
    lines, top, middle, low = ["在全县工作会议上的讲话", "同志们："], 0, 0, 0
    for n in range(points):
        if n % 50 == 0:
            top, middle, low = top + 1, 0, 0
            lines.append(f"{in_chinese(top)}、压实各方责任")
        elif n % 5 == 1:
            middle, low = middle + 1, 0
            lines.append(f"（{in_chinese(middle)}）抓好源头治理")
        else:
            low += 1
            lines.append(f"{low}.完善长效机制")
        lines.append(body)
    return "\n".join(lines)


def shown(tab: Tab) -> float:
    """Milliseconds from the order to open the page until it is drawn."""
    tab.call("Page.reload", ignoreCache=True)
    script = "while (document.readyState != 'complete') await new Promise(done => setTimeout(done, 1));" + (
        "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); return performance.now()"
    )
    return float(tab.run(script))


def main() -> int:
    if CHROMIUM is None:
        print("no Chromium is installed", file=sys.stderr)
        return 0
    holds = True
    print("| points | KB of the page | ms until it is shown | at most |\n| --- | --- | --- | --- |")
    for points in SIZES:
        outline = parse(speech(points))
        assert sum(1 for _ in outline.walk()) == points
        page = render(outline, "html")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, opened(page, Path(folder)) as tab:
            time = statistics.median(shown(tab) for _turn in range(TURNS))
        holds &= time <= MOST[points]
        print(f"| {points:,} | {len(page.encode()) / 1000:.0f} | {time:.0f} | {MOST[points]:,} |", flush=True)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
