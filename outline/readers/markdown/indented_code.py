"""What is indented by four blanks: code, as CommonMark reads it (4.4), or a paragraph, as it far more often is in a Chinese text."""

import re

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]")
_BEGINS_CODE = re.compile(r"\s*[A-Za-z$<>{}/.@_#;*\[-]")
_MOSTLY = 0.5
"""The share of the lines of code without any Chinese, at the least; comments have it."""


def is_code(content: str) -> bool:
    """Is what is indented code? Its first line that is no comment begins as commands, tags and names do, and has no Chinese in it."""
    lines = [line for line in content.split("\n") if line.strip()]
    bare = [line for line in lines if not _WIDE.search(line)]
    return bool(bare) and len(bare) >= _MOSTLY * len(lines) and _BEGINS_CODE.match(bare[0]) is not None
