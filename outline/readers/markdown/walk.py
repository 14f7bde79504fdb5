"""The way through the blocks of a page of Markdown: lists and quotations, and what stands in them (CommonMark 0.31, 4 and 5)."""

import re

from markdown_it.token import Token

from outline.document import Heading, Span
from outline.readers.markdown.draft import Draft
from outline.readers.markdown.extensions import ATTRIBUTES
from outline.readers.markdown.html_pieces import read_html
from outline.readers.markdown.indented_code import is_code
from outline.readers.markdown.ordered_items import Items
from outline.readers.markdown.phrases import Phrases
from outline.readers.markdown.pipe_tables import read_table

_NO_HEADING_ENDS_IN = "。；，：、"
_CONTAINERS = ("bullet_list_open", "ordered_list_open", "blockquote_open")
_ATTRIBUTES_BEHIND = re.compile(rf"[ \t]*{ATTRIBUTES.pattern}\Z")
_LONGEST_ATTRIBUTES = 300


class Walk:
    """Takes one outermost block after the other, and notes what is found in the draft."""

    def __init__(self, draft: Draft, phrases: Phrases) -> None:
        self._draft, self._source, self._phrases = draft, draft.source, phrases
        self._base = 0
        self._lists: list[Items] = []
        """The lists around, the innermost last."""
        self._is_left = False
        """Did the last item go on in a line that is not indented?"""
        self._covered: set[int] = set()

    def block(self, base: int, tokens: list[Token]) -> None:
        """Read one outermost block; the lines of its tokens are counted from `base` on."""
        self._base, self._is_left = base, False
        at = 0
        while at < len(tokens):
            if tokens[at].type == "table_open":
                at = self._table(tokens, at)
            else:
                self._token(tokens[at], tokens[at - 1])
            at += 1
        if tokens[0].type in _CONTAINERS:
            for line in range(*self._lines(tokens[0])):
                if line not in self._covered:  # empty items, and blank lines in a quotation
                    self._draft.dress(line, self._source.end_of(line))
        self._covered.clear()

    def _lines(self, token: Token) -> Span:
        first, stop = token.map or (0, 0)
        return self._base + first, min(self._base + stop, self._source.count)

    def _token(self, token: Token, before: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                first = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
                if not self._lists:
                    self._draft.begin_list(1 if first is None else first)
                at = self._source.start_of(self._lines(token)[0])
                self._lists.append(Items(first, self._source.text, at))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._item(token)
            case "inline" if before.type == "heading_open":
                self._heading(token, before)
            case "inline":
                self._paragraph(token)
            case (
                "hr"
                | "fence"
                | "code_block"
                | "html_block"
                | "definition"
                | "footnote"
                | "div"
                | "template"
                | "template_code"
            ):
                self._leaf(token)

    def _item(self, token: Token) -> None:
        items = self._lists[-1]
        if items.is_ordered:
            line, written = self._lines(token)[0], int(token.info)
            # Words that were not meant to stand in the last item begin a list anew too.
            anew = items.begin(self._draft.indent_of(line), written) or self._is_left
            if anew:
                self._draft.begin_list()
            level = len(self._lists) - 1 + sum(each.depth for each in self._lists)
            number = items.count(written, anew=anew)
            if not items.is_typed:
                self._draft.expect_label(line, number, level)
        self._is_left = False

    def _paragraph(self, token: Token) -> None:
        first, stop = self._lines(token)
        spans = self._draft.words_of(token.content, first)
        self._phrases.read(spans)
        if not self._draft.wrap(first, spans, is_in_list=bool(self._lists)):
            self._is_left = True
        self._covered.update(range(first, stop))

    def _heading(self, token: Token, opening: Token) -> None:
        first, stop = self._lines(opening)
        is_underlined = opening.markup[0] in "=-"
        spans = self._draft.words_of(token.content, first) if is_underlined else [self._behind_signs(token, opening)]
        words = [*spans[:-1], self._without_attributes(spans[-1])]
        since = len(self._draft.signs)
        self._phrases.read(words)
        start, end = self._draft.unseen(since).bare(words[0][0], words[-1][1])
        self._draft.hide(words[-1][1], spans[-1][1])
        if is_underlined:
            self._draft.wrap(first, spans, is_in_list=False)
            for line in range(first + len(spans), stop):
                self._draft.dress(line, self._source.end_of(line))
        if start < end and not (opening.markup == "-" and self._is_text_above_rule(spans, end)):
            self._draft.headings.append(Heading(start, end, int(opening.tag[1])))
        self._covered.update(range(first, stop))

    def _is_text_above_rule(self, spans: list[Span], end: int) -> bool:
        """By the letter of CommonMark any paragraph above a line of dashes is a heading; of one of sentences, a rule was meant to part what
        follows."""
        return len(spans) > 1 or self._source.text[end - 1] in _NO_HEADING_ENDS_IN

    def _behind_signs(self, token: Token, opening: Token) -> Span:
        """The words of a heading between its `#` and those that may close it."""
        line = self._lines(token)[0]
        text, stop = self._source.text, self._source.end_of(line)
        start = text.index("#", self._source.start_of(line)) + len(opening.markup)
        start = max(start, text.find(token.content, start, stop))
        end = start + len(token.content)
        self._draft.dress(line, start)
        self._draft.hide(end, stop)
        return start, end

    def _without_attributes(self, span: Span) -> Span:
        """The last line of a heading without `{#anchor}`."""
        start, end = span
        if self._source.text[end - 1 : end] == "}":
            brace = self._source.text.rfind("{", max(start, end - _LONGEST_ATTRIBUTES), end)
            if brace >= 0 and _ATTRIBUTES_BEHIND.match(self._source.text[brace:end]):
                return start, start + len(self._source.text[start:brace].rstrip())
        return span

    def _table(self, tokens: list[Token], at: int) -> int:
        """Read the table that opens at a place in the tokens; the place where it closes."""
        rows = []
        first, stop = self._lines(tokens[at])
        while tokens[at].type != "table_close":
            if tokens[at].type == "tr_open":
                rows.append(self._lines(tokens[at])[0])
            at += 1
        read_table(self._draft, self._phrases, rows, first + 1)
        self._covered.update(range(first, stop))
        return at

    def _leaf(self, token: Token) -> None:
        first, stop = self._lines(token)
        if token.type == "hr":
            self._draft.dress(first, self._source.end_of(first))
        elif token.type == "fence":
            self._fence(token, first, stop)
        elif token.type == "div":
            self._div(token, first)
        elif token.type in ("definition", "footnote", "template"):
            self._draft.hide(self._source.start_of(first), self._source.end_of(stop - 1))
        else:
            spans = self._draft.words_of(token.content.removesuffix("\n"), first)
            if token.type == "html_block":
                read_html(self._draft, spans)
            elif token.type == "template_code" or is_code(token.content):
                self._draft.code.append((spans[0][0], spans[-1][1]))
            else:
                self._draft.wrap(first, spans, is_in_list=False)
        self._covered.update(range(first, stop))

    def _div(self, token: Token, line: int) -> None:
        """A fence of colons, with the name that it may show."""
        name = self._source.end_of(line) - len(token.content)
        self._draft.dress(line, self._source.text.index(":", self._source.start_of(line)))
        self._draft.hide(self._source.start_of(line), name)
        if token.content.strip():
            self._phrases.read([(name, self._source.words_end(line))])

    def _fence(self, token: Token, first: int, stop: int) -> None:
        opening = self._source.text.index(token.markup, self._source.start_of(first))
        self._draft.dress(first, opening)
        self._draft.hide(opening, self._source.end_of(first))
        content = token.content.split("\n")[:-1]
        spans = self._draft.words_of("\n".join(content), first + 1) if content else []
        for line in range(first + 1 + len(spans), stop):
            self._draft.dress(line, self._source.end_of(line))
        if spans:
            self._draft.code.append((spans[0][0], spans[-1][1]))
