"""What the frame is learned from: the marks of the gold texts, whole and damaged, what else we read of the same kind (`frame_marks.json`),
and our own cases."""

import json
import random
import re
from pathlib import Path
from typing import NamedTuple

import tests_in_reach  # noqa: F401 – before what lies there
from accuracy import damaged, past_blanks
from corpus_cases import cases as cases_of_the_tests
from corpus_cases import known_failures
from making.gold import GOLD, SHARED, Mark, Text, load, texts

PARTS = ("title", "salutation", "closing")
ENDING = ("title", "salutation")
"""The parts whose end is a question; a closing ends with its text."""
DAMAGED = ("blanks", "glued", "wrapped", "chunked", "furnished", "spaced", "markdown", "restyled", "cut", "halfwidth")
READ = json.loads(Path(__file__).with_name("frame_marks.json").read_text(encoding="utf-8"))
UNKNOWN, UNPLACED = "?", -1
FIRST = 6
"""By so many characters a part of a case is found."""


class Example(NamedTuple):
    """A text and where its parts begin: None where it has none; a part of which nothing is known is missing. `document` is what it is a
    copy of."""

    document: str
    kind: str
    text: str
    marks: dict[str, int | None]
    counts: frozenset[str]
    """The parts that the gold itself marks."""
    words: dict[str, str]
    """How a part is written, of a title perhaps only the first line."""


def whole_texts() -> list[tuple[str, Text]]:
    """The gold texts with their kind, and their marks completed by what we read."""
    found = [(kind, text) for kind in GOLD for text in texts(kind)]
    for stem in READ["of others"]:
        content = (SHARED / "corpus" / "unlabelled" / f"{stem}.txt").read_bytes().decode("utf-8")
        found.append(("others", Text(stem, content, [], [])))
    return found


def example_of(kind: str, text: Text, clean: Text, damage: str = "") -> Example:
    """`text`, which is `clean` or a damaged copy of it, as an example."""
    read = READ["of gold"].get(clean.stem, {}) | READ["of others"].get(clean.stem, {})
    marks: dict[str, int | None] = {}
    for mark in text.marks:
        if mark.section is None:
            marks[mark.what] = past_blanks(text.text, mark.start)
    gone = {mark.what for mark in clean.marks} - set(marks)
    for what in PARTS:
        if what in gone or what in marks or read.get(what) == UNKNOWN:
            continue
        if read.get(what):
            find = text.text.rfind if what == "closing" else text.text.find
            at = find(read[what].strip())
            if at >= 0:
                marks[what] = at
        elif what in read or (what == "salutation" and kind != "others"):
            marks[what] = None
    counts = frozenset(mark.what for mark in text.marks if mark.section is None)
    return Example(clean.stem, damage or kind, text.text, marks, counts, words_of(kind, clean.stem))


def words_of(kind: str, stem: str) -> dict[str, str]:
    """How the gold writes title and salutation."""
    if kind == "others":
        return {}
    gold = json.loads((SHARED / GOLD[kind] / f"{stem}.json").read_text(encoding="utf-8"))
    return {mark["what"]: mark["text"] for mark in gold.get("marks", []) if mark["what"] in ENDING}


def all_examples(copies: int) -> tuple[list[Example], list[Example]]:
    """The texts as they are, and damaged copies: every copy of the texts that are clean, and `copies` of each messy one."""
    torture, chance = load("torture"), random.Random(0)
    clean, copied = [], []
    for kind, text in whole_texts():
        clean.append(example_of(kind, text, text))
        some = DAMAGED if kind in ("seeds", "corpus") else chance.sample(DAMAGED, copies)
        for damage in some if kind != "others" else ():
            copied.append(example_of(kind, damaged(text, damage, torture), text, damage))
    return clean, copied


def cases() -> list[Example]:
    """The cases of tests/corpus that say something of a part; those that are not read rightly yet are of a kind of their own."""
    known, found = known_failures(), []
    for case in cases_of_the_tests():
        marks = {}
        for what in PARTS:
            if what in case.parts and "[markdown]" not in case.about:
                at = place_of(case.parts[what], what, case.text)
                if at != UNPLACED:
                    marks[what] = at
        if marks:
            words = {what: said for what in ENDING if (said := case.parts.get(what))}
            kind = "failure" if case.id in known else "case"
            found.append(Example(case.id, kind, case.text, marks, frozenset(marks), words))
    return found


def place_of(said: str | None, what: str, text: str) -> int | None:
    """Where the part of a case begins: alone on a line, or else at its first words."""
    if said is None:
        return None
    if what == "closing":
        return text.rfind(said[:FIRST])
    alone = re.search(rf"^[\s>#*•]*({re.escape(said)})\s*$", text, re.MULTILINE)
    if alone:
        return alone.start(1)
    if said in text:
        return text.find(said)
    begins = [m.start() for m in re.finditer(re.escape(said[:FIRST]), text)]
    words = re.sub(r"\s", "", said)  # a title over several lines, whose first words stand in the letterhead too
    whole = (at for at in begins if re.sub(r"\s", "", text[at:]).startswith(words))
    return next(whole, begins[0] if begins else UNPLACED)


__all__ = ["DAMAGED", "Mark", "all_examples", "cases"]
