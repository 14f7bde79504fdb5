"""Which characters of a paragraph of Markdown are signs, and what is seen in their place (CommonMark 0.31, 6).

The library tells what there is, but not where: each of its rules is called through one that notes where it began and where it ended.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt, rules_inline
from markdown_it.common.utils import isMdAsciiPunct
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from outline.document import Sign
from outline.readers.fragments import in_place, signs_of, tags_in
from outline.readers.markdown.delimiters import ChineseState
from outline.readers.markdown.extensions import FOOTNOTES, SIGNS, attributes_behind, footnote_reference, note, span
from outline.readers.markdown.note_links import marked, note_link, unseen

_DEEPEST = 20
"""Links and brackets inside each other that are followed, as in CommonMark parsers elsewhere."""
MOST_LONE_BRACKETS = 2_000
"""Brackets in one block that may begin neither a link nor a picture; behind so many, none is looked for any more."""
_DELIMITERS, _MISSES = "delimiters", "misses"

Rule = Callable[[StateInline, bool], bool]
Teller = Callable[[StateInline, int], None]


def inline_signs(text: str, references: dict[str, Any], footnotes: Iterable[str]) -> tuple[Sign, ...]:
    """The signs in the `text` of one block, in order.

    `references` are those that links may refer to, `footnotes` the labels of the notes.
    """
    parser = _parser()
    found: list[Sign] = []
    delimiters: list[tuple[Token, int, int]] = []
    env = {"references": references, SIGNS: found, _DELIMITERS: delimiters, FOOTNOTES: footnotes, _MISSES: [0]}
    state = ChineseState(text, parser, env, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    paired = ((at, width) for token, at, width in delimiters if token.type != "text" or not token.content)
    found.extend(Sign(at, at + width) for at, width in paired)
    return in_place(found)


class _Parser(MarkdownIt):
    """No link is followed here: one that a browser would not follow is a link all the same."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": _DEEPEST}).enable("strikethrough").disable("fragments_join")
    rules = parser.inline.ruler
    rules.at("escape", _telling(rules_inline.escape, _escape))
    rules.at("backticks", _telling(rules_inline.backtick, _code))
    rules.at("strikethrough", _delimiting(rules_inline.strikethrough.tokenize))
    rules.at("emphasis", _delimiting(rules_inline.emphasis.tokenize))
    rules.at("link", _telling(_bounded(rules_inline.link), _link))
    rules.at("image", _telling(_bounded(rules_inline.image), _whole))
    rules.at("autolink", _telling(rules_inline.autolink, _autolink))
    rules.at("html_inline", _telling(rules_inline.html_inline, _tag))
    rules.at("entity", _telling(rules_inline.entity, _entity))
    for name, rule in (("note_link", note_link), ("marked", marked), ("unseen", unseen)):
        rules.before("link", name, rule)
    rules.before("link", "footnote", _telling(footnote_reference, _whole))
    rules.before("link", "span", _bounded(span))
    rules.before("link", "attributes", _telling(attributes_behind, _whole))
    return parser


def _telling(rule: Rule, tell: Teller) -> Rule:
    """The `rule`, which notes its signs; what was found inside of it on its way is known to `tell`."""

    def told(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent:
            tell(state, start)
        return True

    return told


def _bounded(rule: Rule) -> Rule:
    """The `rule`, which begins with a bracket, until too many brackets of the block have begun nothing."""

    def run(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "![" or state.env[_MISSES][0] >= MOST_LONE_BRACKETS:
            return False
        if rule(state, silent):
            return True
        state.env[_MISSES][0] += 1
        return False

    return run


def _delimiting(rule: Rule) -> Rule:
    """The `rule`, which puts every sign into a token of its own: only later is it known which of them make pairs."""

    def told(state: StateInline, silent: bool) -> bool:
        at = state.pos
        if not rule(state, silent):
            return False
        made, width = [], state.pos - at
        for token in reversed(state.tokens):
            if width <= 0:
                break
            width -= len(token.content)
            made.append(token)
        for token in reversed(made):
            state.env[_DELIMITERS].append((token, at, len(token.content)))
            at += len(token.content)
        return True

    return told


def _escape(state: StateInline, start: int) -> None:
    following = state.src[start + 1]
    if following == "\n" or isMdAsciiPunct(ord(following)):
        note(state, start, start + 1)


def _code(state: StateInline, start: int) -> None:
    token = state.tokens[-1] if state.tokens else None
    if token and token.type == "code_inline" and not state.pending:
        note(state, start, start + len(token.markup))
        note(state, state.pos - len(token.markup), state.pos)


def _link(state: StateInline, start: int) -> None:
    note(state, start, start + 1)
    note(state, state.md.helpers.parseLinkLabel(state, start, True), state.pos)


def _whole(state: StateInline, start: int) -> None:
    note(state, start, state.pos)


def _autolink(state: StateInline, start: int) -> None:
    note(state, start, start + 1)
    note(state, state.pos - 1, state.pos)


def _tag(state: StateInline, start: int) -> None:
    tags = tags_in(state.src, start, state.pos)
    state.env[SIGNS].extend(signs_of(state.src, tags) if tags else [Sign(start, state.pos)])


def _entity(state: StateInline, start: int) -> None:
    shown = state.tokens[-1].content
    note(state, start, state.pos, shown if len(shown) <= state.pos - start else "")
