"""Every row of the table of what sites say: its example is furniture where the row says, its counter-example is speech there."""

import re

import pytest

from outline.document import Document
from outline.lexicon.site_phrase import Phrase, Place
from outline.lexicon.site_phrases import SITE_PHRASES, at
from outline.page import furniture
from outline.page.page import lay_out

SPEECH = "渠要修到田头。"
FAR_BELOW = 20
WHERE = {
    Place.LINE: "_LINE",
    Place.SHORT_LINE: "_SHORT_LINE",
    Place.HEAD: "_HEAD",
    Place.FIRST: "_FIRST",
    Place.LABEL: "_LABEL",
    Place.BEHIND: "_BEHIND",
    Place.INSIDE: "_INSIDE",
    Place.LIST: "_LIST",
}
"""What the rule that reads the phrases of a place calls its pattern."""
NOTHING = re.compile(r"(?!)")
rows = pytest.mark.parametrize("phrase", SITE_PHRASES, ids=lambda phrase: phrase.example)


def furniture_with(words: str, place: Place) -> list[str]:
    """What is furniture in a speech where these words stand at the place."""
    lines = {
        Place.LINE: [SPEECH] * FAR_BELOW + [words, SPEECH],
        Place.SHORT_LINE: [SPEECH] * FAR_BELOW + [words, SPEECH],
        Place.HEAD: [SPEECH, words, SPEECH],
        Place.FIRST: [words, SPEECH],
        Place.LABEL: [SPEECH, words, SPEECH],
        Place.BEHIND: [SPEECH, words, SPEECH],
        Place.INSIDE: [SPEECH] * FAR_BELOW + [f"渠要修{words}到田头。", SPEECH],
        Place.LIST: [SPEECH, words, "• 在全镇植树会上的讲话", SPEECH],
    }[place]
    text = "\n".join(lines)
    return [text[start:end] for start, end in lay_out(Document(text)).furniture]


@rows
def test_example_is_furniture(phrase: Phrase) -> None:
    found = furniture_with(phrase.example, phrase.place)
    if phrase.place is Place.BEHIND:
        assert len(found) == 1 and phrase.example.endswith(found[0]) and len(found[0]) < len(phrase.example)
    elif phrase.place in (Place.FIRST, Place.LABEL):
        assert len(found) == 1 and phrase.example.startswith(found[0]) and len(found[0]) < len(phrase.example)
    else:
        assert found == [phrase.example, *(["• 在全镇植树会上的讲话"] if phrase.place is Place.LIST else [])]


@rows
def test_counter_example_is_speech(phrase: Phrase) -> None:
    assert furniture_with(phrase.counter_example, phrase.place) == []


@rows
def test_example_needs_its_row(phrase: Phrase, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = furniture_with(phrase.example, phrase.place)
    others = tuple(other for other in SITE_PHRASES if other is not phrase)
    is_only_one = all(other.place is not phrase.place for other in others)
    monkeypatch.setattr(furniture, WHERE[phrase.place], NOTHING if is_only_one else at(phrase.place, others))
    found = furniture_with(phrase.example, phrase.place)
    assert found != expected, f"{phrase.example} is furniture without this row too: another row or rule finds it"


@pytest.mark.parametrize(
    "phrase", [p for p in SITE_PHRASES if p.place in (Place.HEAD, Place.LABEL, Place.BEHIND)], ids=lambda p: p.example
)
def test_what_heads_a_text_is_speech_far_below(phrase: Phrase) -> None:
    text = "\n".join([SPEECH] * FAR_BELOW + [phrase.example, SPEECH])
    assert lay_out(Document(text)).furniture == ()


def test_what_stands_before_the_first_line_is_speech_before_the_second() -> None:
    for phrase in SITE_PHRASES:
        if phrase.place is Place.FIRST:
            assert furniture_with(phrase.example, Place.LABEL) == []


@pytest.mark.parametrize(
    "words",
    [
        "3人喜欢唱歌",
        "20人赞同该方案",
        "您需要登录后才可以报名，请抓紧",
        "反对 2",
        "大家都在问：这条路什么时候修？",
        "党建引领 —— 建好红旗社区",
        "防汛救灾 —— 织密安全网",
        "为民服务 – 办好职工之家",
        "一起来读书 - 从今天开始吧",
        "安全生产 | 人人知道",
    ],
)
def test_what_people_say_is_speech(words: str) -> None:
    for place in (Place.LINE, Place.FIRST):
        assert furniture_with(words, place) == []


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("青团怎么做_百度知道", "_百度知道"),
        ("越冬的教训_蜂友之家", "_蜂友之家"),
        ("关于修渠的通知 - 江源县人民政府网", " - 江源县人民政府网"),
    ],
)
def test_names_of_sites_behind_a_title_are_furniture(words: str, behind: str) -> None:
    assert [found.strip() for found in furniture_with(words, Place.BEHIND)] == [behind.strip()]


@pytest.mark.parametrize(
    "words", ["点击上方“蓝字”，关注我们", "236 人赞同了该回答", "12人点赞", "分享到： 微信 微博 QQ", "大家都在看"]
)
def test_what_sites_say_is_furniture(words: str) -> None:
    assert furniture_with(words, Place.LINE) == [words]
