"""Footnotes as GitHub, pandoc and most editors have them: `[^1]` in the text, `[^1]: …` where the note is."""

import re

from markdown_it.rules_block.state_block import StateBlock

REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")
DEFINITION = re.compile(r"^[ >]*\[\^([^\]\s]{1,100})\]:", re.MULTILINE)


def footnote_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule for blocks: the first paragraph of a note, and what is indented below it, is one token `footnote`."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("[^", at) or state.is_code_block(start):
        return False
    found = REFERENCE.match(state.src, at, state.eMarks[start])
    if not found or not state.src.startswith(":", found.end()):
        return False
    if silent:
        return True
    line = start + 1
    while line < end and _goes_on(state, line, end):
        line += 1
    while line > start + 1 and state.isEmpty(line - 1):
        line -= 1
    token = state.push("footnote", "", 0)
    token.map = [start, line]
    state.line = line
    return True


def _goes_on(state: StateBlock, line: int, end: int) -> bool:
    """Does a note go on in `line`? Behind a blank line only what is indented does."""
    if state.isEmpty(line) or state.is_code_block(line):
        return True
    if state.sCount[line] < state.blkIndent or state.isEmpty(line - 1):
        return False
    return not any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))
