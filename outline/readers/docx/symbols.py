"""Characters of symbol fonts (w:sym, ECMA-376 Part 1, 17.3.3.30) that have a place in Unicode and number something."""

_PRIVATE = range(0xE000, 0xF900)
_CIRCLED, _NEGATIVE_CIRCLED = range(0x2460, 0x246A), range(0x2776, 0x2780)
# Where the circled 1 to 10 begin in each font, light and dark.
_FONTS = {"wingdings": (0x81, 0x8C), "wingdings 2": (0x6A, 0x75)}


def character_of(font: str, code: str) -> str:
    """The character `code` (hexadecimal) of `font`; nothing if it is private to the font and no circled number.

    >>> character_of("Wingdings", "F082"), character_of("宋体", "2460"), character_of("Wingdings", "F0FC")
    ('②', '①', '')
    """
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return ""
    light, dark = _FONTS.get(font.lower(), (0, 0))
    if number in _PRIVATE or light:
        place = number & 0xFF
        circled = {light + i: _CIRCLED[i] for i in range(10)} | {dark + i: _NEGATIVE_CIRCLED[i] for i in range(10)}
        return chr(circled[place]) if light and place in circled else ""
    return character if character.isprintable() else ""
