"""The features of a title, made of the facts that `title_facts` finds: each serves the phenomenon that stands beside it."""

from collections.abc import Iterator

from outline.numbering.features import Facts


def of_none(facts: Facts) -> Iterator[str]:
    """What speaks for there being no title."""
    (lines,) = facts
    yield "none"
    yield f"none lines={lines}"


def of_line(facts: Facts) -> Iterator[str]:
    """What speaks for any span that begins in a line."""
    place, rank, before, is_behind_blank, dress, indent = facts
    yield f"place={place}"
    yield f"rank={rank}"  # the first line that is no byline
    yield f"before={before}"
    yield f"blank before={is_behind_blank}"
    yield f"dress={dress}"  # the heading of a file of Markdown
    yield f"indent={indent}"  # centred


def of_words(facts: Facts) -> Iterator[str]:
    """What speaks for words, wherever they stand."""
    kind, genre, opens, length, pause, has_digit, is_numbered, is_collection = facts
    yield f"kind={kind}"
    yield f"genre={genre}"  # 讲话, 报告, 通知
    yield f"opens={opens}"  # 在…, 关于…
    yield f"length={length}"
    yield f"pause={pause}"
    yield f"digit={has_digit}"  # the number of a page, glued to it
    yield f"numbered={is_numbered}"  # 讲话稿（一）, 篇1
    yield f"collection={is_collection} numbered={is_numbered}"


def of_stretch(facts: Facts) -> Iterator[str]:
    """What speaks for a span that begins behind this and ends before that."""
    begins, ends, is_labelled, line, has_genre, paragraph, is_soft = facts
    yield f"begins={begins}"
    yield f"begins={begins} labelled={is_labelled}"  # 【标题】, 标题：
    yield f"line={line} begins={begins}"
    yield f"genre={has_genre} ends={ends}"
    yield f"paragraph={paragraph} begins={begins} soft={is_soft}"  # a sentence is no title


def of_lines(facts: Facts) -> Iterator[str]:
    """What speaks for a span in these lines: what they are, and what stands around them."""
    after, is_before_blank, runs_on, into, joined, is_open, is_opened, is_centred, is_next_centred = facts
    yield f"after={after}"  # a date, a source, a name, a dash line
    yield f"blank after={is_before_blank}"
    yield f"runs on={runs_on} into={into} last={joined}"
    yield f"open={is_open} above={is_opened} joined={joined}"  # 在某地某某会议 / 上的讲话
    yield f"joined={joined} centred={is_centred} next={is_next_centred}"
    if joined:  # a title of two lines has its subtitle below
        yield f"joined then={after}"


def of_joint(facts: Facts) -> Iterator[str]:
    """What two lines of a title are, one below the other: an office, a year and a kind of text are one title, and so is a couplet."""
    joint, is_centred, is_couplet, has_gap = facts
    yield f"joint={joint}"
    yield f"joint={joint} centred={is_centred}"
    yield f"joint couplet={is_couplet} gap={has_gap}"


def of_cut(facts: Facts) -> Iterator[str]:
    """What a title is cut off from, which stands above it or below."""
    side, joint, is_couplet = facts
    yield f"cut {side}={joint}"
    yield f"cut {side} couplet={is_couplet}"


def of_call(facts: Facts) -> Iterator[str]:
    """A question is a title where nothing but a name or an address follows."""
    is_first, then, paragraph, ends = facts
    yield f"calls first={is_first} then={then} paragraph={paragraph} ends={ends}"


def of_repetition(facts: Facts) -> Iterator[str]:
    """A title is often named in the path of the page, or said twice: alone, or with a number or an ending of the file behind it."""
    above, below = facts
    yield f"above={above}"
    yield f"below={below}"


def of_body(facts: Facts) -> Iterator[str]:
    """A text takes up the words of its title; those of a journal or a site above it, it does not."""
    share, has_genre, kind = facts
    yield f"taken up={share}"
    yield f"taken up={share} genre={has_genre}"
    yield f"taken up={share} kind={kind}"
