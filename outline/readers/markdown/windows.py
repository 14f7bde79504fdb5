"""The source of a page of Markdown by its lines, and its blocks, a window of lines at a time: the tokens of a large file would weigh a
hundred times as much as its text."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from markdown_it.token import Token

from outline.readers.markdown.block_parser import IS_WHOLE, block_parser

MOST_LINES_OF_BLOCK = 20_000
"""Lines of one list, quotation, table or paragraph that are read as one; what follows is read as another."""
_WINDOW = 1_000
_WORDLESS_LINE = re.compile(r"^[^\S\n\u0020]*+[^\S\n]++$", re.MULTILINE)

_GROUP = tuple[int, list[Token]]
"""The line at which the window begins to which the lines of the tokens refer, and the tokens of one block with all that it holds."""


class Source:
    """The `text` with every line end a line feed and nothing but plain blanks in blank lines, as long as it was; and its lines."""

    def __init__(self, text: str) -> None:
        self.text = normalised(text)
        self._given = text
        self._starts = array("Q", [0])
        at = self.text.find("\n") + 1
        while at:
            self._starts.append(at)
            at = self.text.find("\n", at) + 1
        self.count = len(self._starts)

    def start_of(self, line: int) -> int:
        """Where a line begins, or the text ends."""
        return self._starts[line] if line < self.count else len(self.text)

    def end_of(self, line: int) -> int:
        """Where its line feed stands, or the text ends."""
        return self._starts[line + 1] - 1 if line + 1 < self.count else len(self.text)

    def words_end(self, line: int) -> int:
        """Where its line end begins, of one or two characters."""
        end = self.end_of(line)
        return end - (self._given[end - 1 : end] == "\r" and end > self._starts[line])

    def line_behind(self, offset: int) -> int:
        """The line that begins at `offset`, or the next one."""
        return bisect_left(self._starts, offset)

    def blocks(self, line: int) -> Iterator[_GROUP]:
        """The outermost blocks from `line` on, in order."""
        size = _WINDOW
        while line < self.count:
            stop = min(line + size, self.count)
            is_whole = stop == self.count
            groups = _groups(_parsed(self.text[self.start_of(line) : self.start_of(stop)], is_whole))
            goes_on = len(groups) == 1
            if not is_whole and goes_on and (size < MOST_LINES_OF_BLOCK or len(groups[0]) == 1):
                # what a fence or a piece of HTML ends may stand anywhere below
                size = min(size * 4, max(size * 2, MOST_LINES_OF_BLOCK))
                continue
            if not is_whole and len(groups) > 1:
                last = groups.pop()[0]
                stop = line + (last.map or [0])[0]
            yield from ((line, group) for group in groups)
            # behind a block that is longer than may be read as one, the next is likely to be so too
            line, size = stop, size if goes_on else _WINDOW


def normalised(text: str) -> str:
    """`text` as CommonMark wants it, character by character: 2.1 of its specification."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _WORDLESS_LINE.sub(lambda blanks: " " * len(blanks[0]), text)


def _parsed(text: str, is_whole: bool) -> list[Token]:
    parser = block_parser()
    return parser.block.parse(text, parser, {IS_WHOLE: is_whole}, []) or []


def _groups(tokens: list[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            groups.append([])
        groups[-1].append(token)
        depth += token.nesting
    return groups
