"""Compound files ([MS-CFB]): what holds .doc, .xls, .ppt, and a .docx behind a password. The names of the streams tell which."""

from outline.language import gettext_noop

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OTHERS = {
    "Workbook": gettext_noop("is an Excel workbook (.xls, .et)"),
    "PowerPoint Document": gettext_noop("is a PowerPoint presentation (.ppt, .dps)"),
    "VisioDocument": gettext_noop("is a Visio drawing"),
    "__nameid_version1.0": gettext_noop("is an Outlook message (.msg)"),
    "HwpSummaryInformation": gettext_noop("is a Hangul document (.hwp)"),
    "MatOST": gettext_noop("is a Microsoft Works document"),
}
"""What a compound file is that has a stream or a storage of this name: messages."""


def is_compound(content: bytes) -> bool:
    """Does `content` begin as a compound file does?"""
    return content.startswith(_SIGNATURE)


def is_encrypted(content: bytes) -> bool:
    """Is `content` an Office file behind a password? ([MS-OFFCRYPTO] 2.3.4.4)"""
    return is_compound(content) and _has(content, "EncryptedPackage")


def is_word(content: bytes) -> bool:
    """Is `content` a .doc, or what Kingsoft calls a .wps?"""
    return is_compound(content) and _has(content, "WordDocument")


def other_office_file(content: bytes) -> str | None:
    """What `content` is, as a message, if it is a known compound file that is no .doc; None if it is none of these."""
    return next((what for stream, what in _OTHERS.items() if is_compound(content) and _has(content, stream)), None)


def _has(content: bytes, stream: str) -> bool:
    """Does the name stand in the file as its directory writes it?"""
    return stream.encode("utf-16-le") in content
