"""The cases of `corpus/*.txt`: how they are written, and what a Case is.

A file holds cases of one phenomenon, parted by lines `===`. A case is a comment, an input, a line `---` and what is expected of the input:

    # 序号前后有空格 [one line]        the comment, in Chinese, says what it shows; [crlf], [one line] or [one line with blanks] in it says
    一、修渠                            how the lines of the input are joined
    渠要修到田头。
    二、清淤
    ---
    title: none
    一、 | 修渠                         a section a line, `marker | heading`, two blanks a level; `no sections` if there are none
    > 渠要修到田头。                    a paragraph of its body
    二、 | 清淤

- A section whose heading only the file marks has `·` for a marker.
- `title:`, `salutation:`, `preamble:`, `closing:` say how that part begins, `furniture:` all of it, parted by ` / `; or `none`.
- `outside:` are words, parted by ` / `, that stand in the input and in no part of the outline but furniture.
- `[markdown]` in the comment: the input is read as a file of Markdown; `[html]`: as a page of the web, `[html gb18030]`: in this encoding;
  `[file]`: as a file, whatever it is by its content.
- `? ` before a section says that it may be missing.
- `> ` below a section is a paragraph of its body, whole or up to a `…`; a section with such lines has these paragraphs and no
  others, one with a lone `>` has no body.
- `note:` is the code of a note and the text it points at: `note: missing-number 四、`. Where a case has such lines, these are
  all the notes in their order, and `note: none` says that there are none.
- `token:` is a candidate marker as `outline -f tokens` prints it, but for its offsets: number, style, text, as in
  `token: 2 (一) （ 二 ）`. Where a case has such lines, these are all the candidates in their order; `token: none` says that
  nothing looks like a marker.

`traps.txt` (one trap a line) and `plain.txt` (no numbers at all) hold text without any section. `known_failures.txt` lists the
cases that are not read rightly yet, each with its reason. `pages/*.txt` hold whole files of HTML and Markdown, from which no
weights are learned.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from outline import Document, read

FOLDER = Path(__file__).parent / "corpus"
PAGES = FOLDER / "pages"
NO_CASES = {"traps", "plain", "known_failures"}
PARTS = ("title", "salutation", "preamble", "closing", "furniture")
NO_MARKER = "·"
_HTML = re.compile(r"\[html(?: ([a-z0-9-]+))?\]")
JOINTS = (("[crlf]", "\r\n"), ("[one line]", ""), ("[one line with blanks]", " "))


@dataclass
class Case:
    """One input and what its outline must be; None and what is not in a dictionary: nothing is said of it.

    - `parts` maps title, closing … to how they begin, or to None: absent.
    - `sections` are the lines `marker | heading`, indented; `optional` those of them that may be missing.
    - `bodies` maps the place of a section in `sections` to its paragraphs.
    - `notes`, `tokens` and `outside` are what stands behind `note: `, `token: ` and `outside: `.
    """

    id: str
    about: str
    text: str
    parts: dict[str, str | None] = field(default_factory=dict)
    sections: list[str] = field(default_factory=list)
    optional: set[str] = field(default_factory=set)
    bodies: dict[int, list[str]] = field(default_factory=dict)
    notes: list[str] | None = None
    tokens: list[str] | None = None
    outside: list[str] = field(default_factory=list)

    def read(self) -> Document:
        """The input as a reader hands it on, or as plain text that no reader has seen."""
        if "[file]" in self.about:
            return read(self.text.encode())
        page = _HTML.search(self.about)
        if page:
            return read(self.text.encode(page[1] or "utf-8"), format="html")
        return read(self.text.encode(), format="markdown") if "[markdown]" in self.about else Document(self.text)


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in NO_CASES:
            blocks = path.read_text(encoding="utf-8").split("\n===\n")
            yield from (case_of(f"{path.stem}:{number}", block) for number, block in enumerate(blocks, 1))


def case_of(case_id: str, block: str) -> Case:
    """AssertionError if `block` is no case: comment, input, `---`, outline."""
    head, _, rest = block.partition("\n")
    text, _, expected = rest.rpartition("\n---\n")
    assert head.startswith("# ") and expected.strip(), f"{case_id}: a case is '# about', input, '---', outline"
    case = Case(case_id, head[2:], joined(text, head))
    for line in expected.rstrip("\n").split("\n"):
        add(case, line)
    return case


def joined(text: str, about: str) -> str:
    for word, between in JOINTS:
        if word in about:
            return text.replace("\n", between)
    return text


def add(case: Case, line: str) -> None:
    """Take one line of what is expected into the case."""
    name, colon, value = line.partition(": ")
    if colon and name in PARTS:
        case.parts[name] = None if value == "none" else value
    elif colon and name == "outside":
        case.outside.extend(value.split(" / "))
    elif colon and name == "note":
        case.notes = [*(case.notes or []), *([] if value == "none" else [value])]
    elif colon and name == "token":
        case.tokens = [*(case.tokens or []), *([] if value == "none" else [value])]
    elif line.startswith(">"):
        assert case.sections, f"{case.id}: {line} stands below no section"
        case.bodies.setdefault(len(case.sections) - 1, []).extend([line[2:]] if line[2:] else [])
    elif line != "no sections":
        section = line.removeprefix("? ").rstrip()
        case.sections.append(section)
        case.optional |= {section} if line.startswith("? ") else set()


def is_as_written(actual: str, written: str) -> bool:
    """Is a paragraph the one that is written in a case, whole or up to `…`?"""
    return actual.startswith(written[:-1]) if written.endswith("…") else actual == written


def known_failures() -> dict[str, str]:
    """The ids of the cases that must fail, and why they do."""
    lines = (FOLDER / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    parted = [line.partition("#") for line in lines if line.strip() and not line.startswith("#")]
    return {case_id.strip(): reason.strip() for case_id, _, reason in parted}
