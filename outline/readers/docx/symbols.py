"""Characters of symbol fonts (w:sym, ECMA-376 Part 1, 17.3.3.30) that have a place in Unicode: numbers in circles, and signs of forms."""

import re

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_SIGNS = {
    "wingdings": dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x81))
    | dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x8C))
    | {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x75: "◆", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x6A))
    | dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x75))
    | {0x52: "☑", 0x54: "☒", 0x50: "✓", 0xA3: "□"},
    "symbol": {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0x6D: "μ"},
}


def character_of(font: str | None, code: str | None) -> str:
    """The character `code` (hexadecimal) of `font`; nothing if it is private to the font and of no known shape.

    >>> character_of("Wingdings", "F082"), character_of("宋体", "2460"), character_of("Wingdings", "F0FE"), character_of("", "F0FE")
    ('②', '①', '☑', '')
    """
    if not code or not _CODE.fullmatch(code):
        return ""
    character = chr(int(code, 16))
    if "\ue000" <= character <= "\uf8ff":  # a private character is the place of a sign in the font, and 0xF000
        return _SIGNS.get((font or "").lower(), {}).get(ord(character) & 0xFF, "")
    return character if character.isprintable() else ""


def is_of_symbols(font: str) -> bool:
    """Is this the name of a font of symbols that are known?"""
    return font.lower() in _SIGNS


def with_signs(text: str, font: str | None) -> str:
    """The `text` of a run in `font`, its private characters as the signs that they show, one for one; those of no known shape stay.

    >>> with_signs("\uf082甲", "Wingdings"), with_signs("甲", "Wingdings"), len(with_signs("\uf082", "宋体"))
    ('②甲', '甲', 1)
    """
    signs = _SIGNS.get((font or "").lower())
    return _PRIVATE.sub(lambda found: signs.get(ord(found[0]) & 0xFF, found[0]), text) if signs else text
