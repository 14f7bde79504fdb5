"""How tables of characters and pairs are packed in JSON: for each value, counted in steps, all keys that have it in one string."""


def unpacked(by_value: dict[str, str], length: int, steps: int) -> dict[str, float]:
    """The value of each key of so many characters, `steps` of which make one.

    >>> unpacked({"-5": "发展工作", "3": "的建"}, 2, 10)
    {'发展': -0.5, '工作': -0.5, '的建': 0.3}
    """
    values: dict[str, float] = {}
    for value, keys in by_value.items():
        each = (keys[at : at + length] for at in range(0, len(keys), length))
        values.update(dict.fromkeys(each, int(value) / steps))
    return values
