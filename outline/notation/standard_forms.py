"""Markers as the standards write them: their levels (GB/T 9704-2012, 7.3.3), and the signs behind them (GB/T 15834-2011)."""

from outline.notation.marker_parts import parts_of

LEVELS = ("一、", "（一）", "1.", "（1）")
"""The first marker of each level, from the top down."""
_RANKS = {("", "一", True): 0, ("(", "一", False): 1, ("", "1", True): 2, ("(", "1", False): 3}
_OTHERWISE = {("一", "."): "一、", ("1", "、"): "1.", ("①", "、"): "①", ("①", "."): "①"}


def standard_level(style: str) -> int | None:
    """Which of `LEVELS` markers of a style are of, whatever their signs; None if of none.

    >>> [standard_level(style) for style in ("一、", "一.", "(一)", "1、", "(1)", "一是", "第一章")]
    [0, 0, 1, 2, 3, None, None]
    """
    before, numeral, after = parts_of(style)
    is_open = before == "" and after in ("、", ".")
    return _RANKS.get((before, numeral, is_open)) if is_open or after in (")", ")、") else None


def standard_form(style: str) -> str:
    """How the first marker of a style should be written, or "" if it is so, or if there is no rule.

    >>> [standard_form(style) for style in ("一.", "1、", "(一)、", "第一、", "一、", "a)")]
    ['一、', '1.', '（一）', '第一，', '', '']
    """
    before, numeral, after = parts_of(style)
    if before == "" and (numeral, after) in _OTHERWISE:
        return _OTHERWISE[numeral, after]
    if before == "(" and after == ")、":
        return f"（{numeral}）"
    return f"第{numeral}，" if before == "第" and after == "、" else ""
