"""The evidence: what speaks for a candidate, for the series it goes on with, for the place where it begins one. Each feature is a name;
what it weighs is fitted (`weights.json`), and its absence says nothing.

Every function names the phenomenon it serves. Lengths and distances are in classes, so that what is learned of one text holds for others.
"""

from outline.numbering.candidates import WHATEVER_IS_NEXT, Candidate
from outline.numbering.edges import HEADS_LINE, Edge
from outline.numbering.surroundings import Around, Text

_LENGTHS = (0, 2, 5, 10, 16, 24, 34, 50, 100, 399)
_DISTANCES = (1, 3, 8, 20, 50, 120, 300, 800, 2000, 6000)
_EDGE = {
    Edge.LINE: "line",
    Edge.SOFT: "soft",
    Edge.SENTENCE: "sentence",
    Edge.CLAUSE: "clause",
    Edge.COLON: "colon",
    Edge.COMMA: "comma",
    Edge.BLANK: "blank",
    Edge.BROKEN: "broken",
    Edge.GLUE: "glue",
}


def bucket(value: float, limits: tuple[int, ...]) -> int:
    """In which of the classes that the `limits` part a value is."""
    return sum(value > limit for limit in limits)


def of_candidate(c: Candidate, around: Around, text: Text) -> list[str]:
    """What speaks for `c`'s being a marker at all, and against it."""
    kind, edge = c.kind, _EDGE[c.edge]
    first = "1" if c.number == 1 else "n"
    fellows = f"{around.predecessor}{around.successor}{first}"
    rest = f"{_rest(c)}"
    return [
        "bias",
        f"kind={kind}",
        f"edge={edge}",  # a point begins a line or a sentence
        f"kind={kind} edge={edge}",
        f"fellows={fellows}",  # a marker is one because others count with it
        f"fellows={fellows} edge={edge}",
        f"fellows={fellows} kind={kind}",
        f"group={c.group} fellows={fellows} edge={edge}",
        f"behind={rest}",  # 一、二、三产业, 2018年, 第一，第二
        f"kind={kind} behind={rest}",
        f"kind={kind} before={_before(c)}",  # 见第四章, 按照1.1, 同志们一是
        *_of_line(c, around),
        *_of_number(c),
        *_of_family(c, text),
        *_known(c, around),
    ]


def _rest(c: Candidate) -> str:
    """The class of what follows."""
    work, at = c.page.work, c.end
    gap = ""
    while at < len(work) and at < c.end + 8 and work[at] in " \u2060":
        gap = "_"
        at += 1
    return gap + _class_of(work[at : at + 1])


def _class_of(character: str) -> str:
    if not character or character == "\n":
        return "end"
    if character in "的中和与及或至到对":
        return "particle"
    if "\u4e00" <= character <= "\u9fff":
        return "numeral" if character in "一二三四五六七八九十百千两" else "han"
    if character.isdigit():
        return "digit"
    if character.isalpha():
        return "letter"
    return character if character in "，。；：、？！（）“”《》【】|/．…-" else "sign"


def _before(c: Candidate) -> str:
    if c.edge in HEADS_LINE:
        return "line"
    return _class_of(c.page.work[c.start - 1 : c.start])


def _of_line(c: Candidate, around: Around) -> list[str]:
    """A heading stands alone on its line, is short, and has no full stop."""
    if c.edge not in (*HEADS_LINE, Edge.BROKEN):
        return []
    length = bucket(around.line_length, _LENGTHS)
    end = "." if around.is_finished else "-"
    return [f"line={length}{end}", f"group={c.group} line={length}{end}", f"kind={c.kind} line={min(length, 6)}{end}"]


def _of_number(c: Candidate) -> list[str]:
    """Years and counts are no numbers of points."""
    size = bucket(c.number, (-1, 0, 1, 2, 4, 9, 20, 40, 100, 1000))
    lookalike = (
        ["lookalike"] if c.numbering.style[:1] == "一" and c.text[:1] not in "一二三四五六七八九十百千两零〇㈠" else []
    )
    return [f"size={size}", f"group={c.group} size={size}", *lookalike]


def _of_family(c: Candidate, text: Text) -> list[str]:
    """What heads lines elsewhere in the text heads them here, and what does nowhere does not."""
    share = bucket(text.heads_lines[c.family] * 10, (0, 2, 5, 8, 9))
    count = bucket(text.times[c.family], (1, 2, 4, 8, 20))
    here = "line" if c.edge in HEADS_LINE else "inside"
    return [
        f"share={share} here={here}",
        f"group={c.group} share={share} here={here}",
        f"count={count} group={c.group}",
    ]


def _known(c: Candidate, around: Around) -> list[str]:
    """What the file knows, what stood before in a list, and rows of numerals."""
    found = []
    if c.styled_end:
        found.append("styled")
    if c.is_automatic:
        found.append("automatic")
    if c.is_echo:
        found += ["echo", f"echo announced={c.announced > 0}"]
    if around.is_in_row:
        found += ["row", f"row kind={c.kind}"]
    if around.announced_several:
        found.append("several announced")
    if _lists_on(c):
        found += ["lists on", f"lists on edge={_EDGE[c.edge]}"]
    if around.behind_marker:
        found += ["behind marker", f"behind marker edge={_EDGE[c.edge]}", f"behind marker kind={c.kind}"]
    if around.below_heading:
        found.append(f"below heading first={c.number == 1}")
    return found


def _lists_on(c: Candidate) -> bool:
    """Does the next numeral follow at once, as in 三、四线城市, or the same one, as in 一是一，二是二?"""
    from outline.notation import numerals

    behind = c.page.work[c.end : c.end + 2]
    following = (
        numerals.value(behind[:1])
        if behind and not behind.isdecimal() and behind[0] in "一二三四五六七八九十"
        else None
    )
    return following == c.number + 1 or (following == c.number and not behind[1:].isalnum())


def of_opening(c: Candidate, around: Around) -> list[str]:
    """What speaks for a series that begins with `c`."""
    number = "1" if c.number == 1 else "2" if c.number == 2 else "more"
    return [
        f"opens={number}",
        f"opens={number} group={c.group}",
        f"opens={number} successor={around.successor} predecessor={around.predecessor}",
        f"opens={number} edge={_EDGE[c.edge]}",
        f"opens={number} announced={around.announced_several}",
    ]


def of_lonely(c: Candidate, around: Around, company: bool, cut: bool) -> list[str]:
    """What speaks for a series that has only the member `c`: an only child on its line, or one whose fellows were cut away."""
    number = "1" if c.number == 1 else "n"
    edge = "line" if c.edge in HEADS_LINE else "inside"
    length = (
        f"{min(bucket(around.line_length, _LENGTHS), 7)}{'.' if around.is_finished else '-'}" if edge == "line" else ""
    )
    return [
        f"alone kind={c.kind} number={number}",
        f"alone edge={_EDGE[c.edge]} number={number}",
        f"alone line={edge} {length}",
        f"alone group={c.group} line={edge} {length}",
        f"alone line={edge} company={company} number={number}",
        f"alone cut={cut} line={edge} number={number}",
        f"alone styled={c.styled_end > 0} automatic={c.is_automatic}",
        f"alone announced={c.announced > 0} several={around.announced_several}",
    ]


def of_step(last: Candidate, count: int, number: int, c: Candidate, cut: bool) -> tuple[str, ...]:
    """What speaks for `c`'s counting on behind `last`, the `count`-th of its series, which stands for `number`."""
    step = _step(last, number, c)
    same = "same" if last.family == c.family else f"{last.kind}>{c.kind}"
    edges = f"{_coarse(last)}>{_coarse(c)}"
    dress = last.numbering.style == c.numbering.style
    second = count == 1
    return (
        f"step={step}",
        f"step={step} family={same}",
        f"step={step} group={c.group}",
        f"step={step} edges={edges}",
        f"step={step} cut={cut}",
        f"edges={edges} second={second}",
        f"edges={edges} group={c.group}",
        f"dress={dress} family={last.family == c.family} second={second}",
        f"distance={bucket(c.start - last.end, _DISTANCES)}",
        f"distance={bucket(c.start - last.end, _DISTANCES)} group={c.group}",
        f"same word={_same_word(last, c)} second={second}",
    )


def _step(last: Candidate, number: int, c: Candidate) -> str:
    if c.number == WHATEVER_IS_NEXT:
        return "last"
    if c.numbering.outer != last.numbering.outer and c.group == "decimal":
        return "other outer"
    if c.numbering.is_inserted:
        return "inserted" if c.number == number else "inserted elsewhere"
    step = c.number - number
    return str(step) if -1 <= step <= 4 else "far" if step > 4 else "back"


def _coarse(c: Candidate) -> str:
    if c.edge in HEADS_LINE:
        return "line"
    if c.edge in (Edge.SENTENCE, Edge.CLAUSE, Edge.COLON):
        return "clause"
    return "comma" if c.edge == Edge.COMMA else "glue"


def _same_word(one: Candidate, other: Candidate) -> str:
    """Are the two numerals parts of one word: 一车间 … 二车间, 小（一）型 … 小（二）型?"""
    work = one.page.work
    if one.kind == "NUMERAL_VERB" and work[one.end : one.end + 1] == work[other.end : other.end + 1]:
        return "behind"
    if one.edge == other.edge == Edge.GLUE and work[one.start - 1 : one.start] == work[other.start - 1 : other.start]:
        return "before"
    return "no"


def of_closing(series: Candidate, around: Around, c: Candidate | None, there: Around | None) -> tuple[str, ...]:
    """What speaks against closing a series whose last member is `series`, so that `c` (or the end of the text) stands outside of it."""
    if c is None or there is None:
        return (f"ends group={series.group} live={around.successor_start >= 0}",)
    live = around.successor_start > c.start
    deeper = "out" if series.rank < c.rank else "like" if series.family == c.family else "in"
    return (
        f"closes live={live}",
        f"closes live={live} {deeper}",
        f"closes {deeper} group={series.group}",
        f"closes {deeper} by={c.group}",
        f"closes addressed={there.addressed > around.addressed} rank={min(int(series.rank), 6)}",
        f"closes colon={there.behind_colon} same paragraph={there.paragraph == around.paragraph} first={c.number == 1}",
        f"closes heading={there.below_heading} first={c.number == 1} {deeper}",
    )


def of_place(
    parent: Candidate | None, p: Around | None, c: Candidate, around: Around, text: Text, closed: int, depth: int
) -> tuple[str, ...]:
    """What speaks for a series that begins with `c` and stands in the section of `parent`, or at the top, once `closed` series are over."""
    several = min(closed, 3)
    if parent is None or p is None:
        return (
            f"top group={c.group}",
            f"top closed={several}",
            f"top heading={around.below_heading} closed={several}",
            f"top edge={_coarse(c)}",
        )
    order = "above" if parent.rank > c.rank else "like" if parent.rank == c.rank else "below"
    usual = ((parent.family, c.family) in text.usual) - ((c.family, parent.family) in text.usual)
    near = "paragraph" if p.paragraph == around.paragraph else "near" if around.paragraph - p.paragraph < 2 else "far"
    edges = f"{_coarse(parent)}>{_coarse(c)}"
    live = p.successor_start > c.start
    return (
        f"in={order}",
        f"in {parent.group}>{c.group}",
        f"in {parent.kind}>{c.kind}",
        f"in usual={usual} {order}",
        f"in near={near} edges={edges}",
        f"in near={near} {order}",
        f"in live={live} {order}",
        f"in live={live} edges={edges} near={near}",
        f"in same family={parent.family == c.family} live={live}",
        f"in closed={several} live={live}",
        f"in heading={around.below_heading} closed={several} {order}",
        f"in addressed={around.addressed > p.addressed} rank={min(int(parent.rank), 5)}",
        f"in depth={min(depth, 6)}",
        f"in decimal={_decimal(parent, c)}",
        f"in announced={around.announced_several} near={near}",
        f"in colon={around.behind_colon} near={near}",
        f"in colon={around.behind_colon} {order}",
    )


def _decimal(parent: Candidate, c: Candidate) -> str:
    """1.1 stands in 1, and 1.1.2 in 1.1."""
    outer = c.numbering.outer
    if not outer:
        return "none"
    own = (*parent.numbering.outer, parent.number)
    return (
        "own"
        if own == outer
        else "prefix"
        if own == outer[: len(own)]
        else "other"
        if parent.group == "decimal"
        else "no decimal"
    )
