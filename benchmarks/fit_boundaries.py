"""Fit what the signs of a boundary weigh in `outline/sections/glued.py`, and tell how well they do on texts they were not fitted on.

    fit_boundaries.py [--newspaper FILE]

The headings are those of the gold outlines of `../shared`, and of its texts without gold as they are read here; all line ends are taken
away, and the place where each heading ended is looked for among all places of its sentence and that it ends with it: one choice, so the
weights are those of a conditional logit. The texts are dealt out into parts; for each, tables are learned and weights fitted on the others.
Needs the packages numpy, scipy and opencc.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np
from accuracy import GOLD, SHARED, Node, load, texts
from learn_boundaries import Counts, alike, learn, newspaper
from scipy.optimize import minimize

from outline import Document, parse
from outline.lexicon.boundaries import Table, Tendency
from outline.notation.styles import GLUED_AT_MOST, LEAST_OF_A_SPEECH
from outline.numbering.candidates import scan
from outline.numbering.nesting import nest
from outline.page.page import lay_out
from outline.sections import glued
from outline.sections.heading_lines import first_stop

PARTS = 5
STRENGTH = 0.05
"""Of the pull of the weights towards zero."""
MEDIANS = [n / 10 for n in range(-20, 11)]
SINGLES = [-4.0, -3.0, -2.0, -1.0, -0.5]


class Heading(NamedTuple):
    """A sentence behind a marker, and the offset in it where the heading ends, or None if that is not inside the sentence."""

    source: str
    series: int
    sentence: str
    end: int | None
    around: str


class Choice(NamedTuple):
    """A heading with the places where it could end, their signs, and those of none of them."""

    heading: Heading
    places: list[int]
    signs: np.ndarray
    none: np.ndarray


def headings() -> tuple[dict[str, str], list[Heading]]:
    """The texts by name, as the table knows them, and the headings in them."""
    torture = load("torture")
    sources = {f"{name} {text.stem}": (text.text, text.nodes) for name in GOLD for text in texts(name)}
    for path in sorted((SHARED / "corpus" / "unlabelled").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        nodes = [{"start": s.marker.start, "heading_end": s.heading.end} for s in parse(text).walk()]
        sources[path.stem] = (text, nodes)
    found = [
        heading for name, (text, nodes) in sources.items() for heading in headings_of(name, text, nodes, torture.glued)
    ]
    return {name: alike(text) for name, (text, _) in sources.items()}, found


def headings_of(name: str, text: str, nodes: list[Node], glue: Callable) -> list[Heading]:
    """The headings that could lose the line end behind them, in the text without line ends."""
    torture = load("torture")
    chars = glue(torture.Text((c, i) for i, c in enumerate(text) if c != "\r"), None, None).chars
    where = {origin: at for at, (_, origin) in enumerate(chars)}
    whole = alike("".join(c for c, _ in chars))
    page = lay_out(Document(text))
    counted = {o.marker.start: o for o in nest(scan(page), page)}
    starts = [where[node["start"]] for node in nodes] + [len(whole)]
    found = []
    for node, limit in zip(nodes, starts[1:], strict=True):
        opening, end = counted.get(node["start"]), node["heading_end"]
        if not opening or end is None or not LEAST_OF_A_SPEECH <= opening.marker.rank <= GLUED_AT_MOST:
            continue
        start, last = where.get(opening.marker.end), end - 1
        while last not in where:
            last -= 1
        if start is None or last < opening.marker.end:
            continue
        stop, boundary = first_stop(whole, start, limit), where[last] + 1
        inside = boundary < stop and whole[boundary] not in "。；;！？!?…，,：:、 \u3000"
        around = whole[max(0, start - 3000) : start + 3000]
        found.append(Heading(name, opening.series, whole[start:stop], boundary - start if inside else None, around))
    return found


def choice(heading: Heading) -> Choice:
    """The choice that a heading is, with the signs as the table that is in force gives them."""
    sentence, pairs = heading.sentence, glued.Pairs(heading.around).around(0)
    places = list(glued.places(sentence, 0, len(sentence)))
    signs = [[*map(float, glued.signs(sentence, sentence + "  ", 0, place, pairs))] for place in places]
    none = np.array([1.0, np.log(max(len(sentence), 1) / glued.USUAL_SENTENCE)])
    return Choice(
        heading, [place.at for place in places], np.array(signs).reshape(len(places), len(glued.Signs._fields)), none
    )


def fit(choices: list[Choice]) -> np.ndarray:
    """The weights of the signs, and then the two of there being no boundary."""
    count = len(glued.Signs._fields)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = STRENGTH * weights @ weights, 2 * STRENGTH * weights
        for heading, places, signs, none in choices:
            if not places or (heading.end is not None and heading.end not in places):
                continue
            chosen = len(places) if heading.end is None else places.index(heading.end)
            scores = np.append(signs @ weights[:count], none @ weights[count:])
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            total -= np.log(likely[chosen])
            missing = -likely
            missing[chosen] += 1
            slope[:count] -= missing[:-1] @ signs
            slope[count:] -= missing[-1] * none
        return total, slope

    return minimize(loss, np.zeros(count + 2), jac=True, method="L-BFGS-B").x


def judged(choices: list[Choice], weights: np.ndarray) -> list[tuple[Heading, float, int | None]]:
    """For every heading the odds of its likeliest end, and that end."""
    count, found = len(glued.Signs._fields), []
    for heading, places, signs, none in choices:
        scores = signs @ weights[:count]
        best = int(scores.argmax()) if places else None
        odds = scores[best] - none @ weights[count:] if best is not None else -9.0
        found.append((heading, odds, places[best] if best is not None else None))
    return found


def right(found: list[tuple[Heading, float, int | None]], least: float, least_of_one: float) -> int:
    """How many headings end where they should, if those of a series are cut whose median odds are above `least`."""
    series = defaultdict(list)
    for one in found:
        series[one[0].source, one[0].series].append(one)
    return sum(
        (end if median(odds for _, odds, _ in members) > least and odds > least_of_one else None) == heading.end
        for members in series.values()
        for heading, odds, end in members
    )


def use(tables: dict[str, dict[str, float]]) -> None:
    """Put the learned tables in the place of those in `boundaries.json`."""
    begins, ends = (Tendency(tables[name]) for name in ("begins", "ends"))
    glued.boundaries = lambda: Table(begins, ends)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newspaper", type=Path, metavar="FILE")
    args = parser.parse_args()
    paper: Counts | None = newspaper(args.newspaper) if args.newspaper else None
    sources, found = headings()
    names = sorted(sources)
    unseen: list[Choice] = []
    results = []
    for part in (set(names[n::PARTS]) for n in range(PARTS)):
        use(learn((text for name, text in sources.items() if name not in part), paper))
        choices = [choice(heading) for heading in found]
        results += judged(
            [c for c in choices if c.heading.source in part], fit([c for c in choices if c.heading.source not in part])
        )
        unseen += [c for c in choices if c.heading.source in part]
    best, least, least_of_one = max((right(results, a, b), a, b) for a in MEDIANS for b in SINGLES)
    print(
        f"{best} of {len(results)} headings end where they should (least odds {least} of the median, {least_of_one} of one)"
    )
    in_sentence = [(heading, end) for heading, _, end in results if heading.end is not None]
    print(
        f"{sum(heading.end == end for heading, end in in_sentence)} of the {len(in_sentence)} that end inside a sentence, if that is known"
    )
    weights = fit(unseen)
    print(
        "weights:",
        dict(zip((*glued.Signs._fields, "none", "none by length"), (round(float(w), 2) for w in weights), strict=True)),
    )


if __name__ == "__main__":
    main()
