"""The last line of a document that ends as many do, below a point that has as many paragraphs as the one before it."""

import pytest

from outline import parse
from outline.lexicon import closings

TEXT = "清淤方案\n一、清主渠\n主渠一共六里。\n泥运到低田里。\n二、清支渠\n支渠分到各组。\n泥就近平整。\n{line}\n"


@pytest.mark.parametrize(
    "line",
    [
        "专此函达。",
        "盼复。",
        "望周知。",
        "仅供参考。",
        "请认真贯彻落实。",
        "顺颂春祺！",
        "此通知自印发之日起执行。",
        "邮箱：shiqiao@163.com",
        "整理人：王强",
        "审核：王强",
        "签发人：王强",
        "主持人：王强",
        "2023/4/1",
    ],
)
def test_a_line_that_ends_documents_is_the_closing(line: str) -> None:
    assert [span.text for span in parse(TEXT.format(line=line)).closing] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "审核由会计来做。",
        "签发的单子放在村部。",
        "此地的泥先不动。",
        "此项办法自五月起试行，已有四个组在做。",
        "仅供参考的图要重画。",
        "完工在清明以前。",
    ],
)
def test_a_line_that_only_looks_like_it_is_none(line: str) -> None:
    assert parse(TEXT.format(line=line)).closing == []


def test_each_cue_is_one_group_of_the_pattern() -> None:
    assert closings._ANY_CUE.groups == len(closings._NAMES)
