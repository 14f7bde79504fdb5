"""Names of those that issue a document and sign it: a government, an office, a company, a school."""

from outline.patterns import late

_LONGEST = 30
_OFFICE = late(
    r"[^，。：；！？、\s]{1,26}(?:府|会|局|厅|部|委|办|处|院|校|室|司|组|站|社|所|行|公司|集团|中心|大学|中学|小学|幼儿园|工会|支部|法院|党组|学会|协会|团|队|厂|[农林牧渔茶盐]场"
    r"|[省市县区乡镇村])(?:文件)?"
)
_NO_OFFICE = late(r"的|大会|会议|关于")


def is_office(words: str) -> bool:
    """Are `words` the name of an office, perhaps as it stands in its letterhead, and nothing else?

    >>> [is_office(w) for w in ("青石县水利局", "青石县水利局文件", "在青石县水利局", "全县水利工作会议")]
    [True, True, False, False]
    """
    if len(words) > _LONGEST or not _OFFICE.fullmatch(words):
        return False
    return not words.startswith(("在", "致", "向")) and not _NO_OFFICE.search(words)
