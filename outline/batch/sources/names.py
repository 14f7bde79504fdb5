"""Names that come from anywhere (archives, records, other systems) → names that are safe in the output folder."""

import hashlib
import re

from outline.writers.visible import visible

_LONGEST, _DEEPEST = 180, 64
_HASH = 16
"""Hexadecimal digits of a hash: with 8, two of 100,000 documents that share a name would share a hash too, more likely than not."""
_ENDING = re.compile(r"(?<=[^/])\.[A-Za-z][A-Za-z0-9]{0,7}$")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)")


_LIKE_AN_ESCAPE = re.compile(r"\\(?=\\*(?:[\ud800-\udfff]|ud[89a-f][0-9a-f]{2}))")


def shown(path: str) -> str:
    """`path` as text that has a UTF-8 form: what the file system could not decode stands as `\\udcXX`. No two paths look the same: where
    one has such letters itself, there is another backslash before them.

    >>> shown("a\\udcff.txt"), shown("a\\\\udcff.txt")
    ('a\\\\udcff.txt', 'a\\\\\\\\udcff.txt')
    """
    return _LIKE_AN_ESCAPE.sub(r"\\\\", path).encode("utf-8", "backslashreplace").decode("utf-8")


def hidden(name: str) -> bool:
    """Whether `name`, the last part of a path, is one that systems do not show, or that programs add of their own accord."""
    return (name.startswith(".") and name not in (".", "..")) or name == "__MACOSX" or name.startswith("~$")


def safe(name: str) -> str:
    """`name` below the output folder: no way up, no root, no drive, no control character, no part longer than file systems allow, and no
    more of them than programs can follow: what is deeper becomes one.

    >>> safe("../../etc/passwd"), safe("C:\\\\a\\nb.txt"), safe("/")
    ('__/__/etc/passwd', 'C_/a␊b.txt', '_')
    """
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    if len(parts) > _DEEPEST:
        parts[_DEEPEST - 1 :] = ["_".join(parts[_DEEPEST - 1 :])]
    return "/".join(_safe_part(part) for part in parts) or "_"


def _safe_part(part: str) -> str:
    part = _FORBIDDEN.sub("_", visible(part))
    part = "__" if part == ".." else part.rstrip(" .") or "_"
    part = _DEVICES.sub(r"_\1", part, count=1) if _DEVICES.match(part) else part
    if part.startswith("."):
        part = "_" + part
    if len(part.encode("utf-8")) > _LONGEST:
        part = f"{part.encode('utf-8')[: _LONGEST - _HASH - 1].decode('utf-8', 'ignore')}-{_short_hash(part)}"
    return part


def candidates(name: str, key: str, ending: str) -> tuple[str, str, str]:
    """What the output of `name` may be called, best first: with its own ending replaced, with it kept, and with a hash of `key`.

    Without an ending of its own there is no second choice: it would be the first again, which others have left for it to be free.

    >>> candidates("2024/a.docx", "2024/a.docx", ".md")
    ('2024/a.md', '2024/a.docx.md', '2024/a.docx.7df22d02f8b9a691.md')
    """
    stem, hashed = _ENDING.sub("", name), f"{name}.{_short_hash(key)}{ending}"
    return stem + ending, hashed if stem == name else name + ending, hashed


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HASH]
