"""How words speak to their hearers: whom they name, and what they do to them – wish, trust, call on, thank, promise, take leave."""

from outline.patterns import late

_WHOM = late(
    r"(?P<you>您|你|大家|各位|诸位|[^，。！\s]们[，！：])|(?P<we>我们|我們|咱|让我们)|(?P<I>我|本人|敝人|笔者|小编)"
)
_DEEDS = [
    late(words)
    for words in (
        r"祝|[但唯惟]愿|愿[我你您大各这]|干杯|安息|保重",
        r"相信|坚信|深信|一定[会能要]|必[将定]|定能|有信心|有[决信]心",
        r"让我们|希望|号召|[恳敬]请|[务望盼]请|请[大各全领组老你您予]|共同|携手|一起|一道|努力|奋斗|加油",
        r"谢|感恩|感激",
        r"决心|不辜负|放心|监督|承诺|贡献|答卷|再接再厉|共勉|添砖加瓦|新篇章|明天|未来",
        r"到此|到这|[就先]?[讲说谈报]这[些么]|就[讲说谈]|散会|完毕|结束|再见|陈辞|陳辭|完了",
    )
]
_WHOLE = late(
    r"以上|上述|综上|总之|这[几两三四五六七些]|[今]天|这次|本[次文方办规通报制预计倡]|[一二三四五六七八九十几][个点条件项句]"
)


def whom(words: str) -> str:
    """Whom the words name: you, we, I, or nobody.

    >>> [whom(words) for words in ("请大家举杯。", "我们还要再快些。", "我说完了。", "渠要修到田头。")]
    ['you', 'we', 'I', '']
    """
    named = {m.lastgroup for m in _WHOM.finditer(words)}
    return next((who for who in ("you", "we", "I") if who in named), "")


def deeds(words: str) -> int:
    """How many different things the words do to those who hear them.

    >>> deeds("谢谢大家，让我们共同努力！"), deeds("渠要修到田头。")
    (2, 0)
    """
    return sum(deed.search(words) is not None for deed in _DEEDS)


def where_whole(words: str) -> str:
    """Where the words name what was said, or the text or meeting itself (以上, 这几点, 今天, 本方案): first of all, later, or nowhere."""
    named = _WHOLE.search(words)
    return "" if named is None else "later" if named.start() else "first"
