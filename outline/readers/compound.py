"""Compound files ([MS-CFB]): what holds .doc, .xls, .ppt, and a .docx behind a password. The names of the streams tell which."""

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_compound(content: bytes) -> bool:
    """Does `content` begin as a compound file does?"""
    return content.startswith(_SIGNATURE)


def is_encrypted(content: bytes) -> bool:
    """Is `content` an Office file behind a password? ([MS-OFFCRYPTO] 2.3.4.4)"""
    return is_compound(content) and _has(content, "EncryptedPackage")


def is_word(content: bytes) -> bool:
    """Is `content` a .doc, or what Kingsoft calls a .wps?"""
    return is_compound(content) and _has(content, "WordDocument")


def is_workbook_or_slides(content: bytes) -> bool:
    """Is `content` an .xls or a .ppt?"""
    return is_compound(content) and (_has(content, "Workbook") or _has(content, "PowerPoint Document"))


def _has(content: bytes, stream: str) -> bool:
    """Does the name stand in the file as its directory writes it?"""
    return stream.encode("utf-16-le") in content
