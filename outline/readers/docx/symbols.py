"""Characters of symbol fonts (w:sym, ECMA-376 Part 1, 17.3.3.30) that have a place in Unicode and number something."""

import re

_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_SIGNS = {
    "wingdings": dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x81)) | dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x8C)),
    "wingdings 2": dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x6A)) | dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x75)),
}


def character_of(font: str | None, code: str | None) -> str:
    """The character `code` (hexadecimal) of `font`; nothing if it is private to the font and no circled number.

    >>> character_of("Wingdings", "F082"), character_of("宋体", "2460"), character_of("Wingdings", "F0FC")
    ('②', '①', '')
    """
    if not code or not _CODE.fullmatch(code):
        return ""
    character = chr(int(code, 16))
    if "\ue000" <= character <= "\uf8ff":  # a private character is the place of a sign in the font, and 0xF000
        return _SIGNS.get((font or "").lower(), {}).get(ord(character) & 0xFF, "")
    return character if character.isprintable() else ""
