"""A module with one thing left out: a word of a pattern, a row of a table, an operand of a condition, a whole rule.

What can be left out is found in the source, so that nothing that is added later has to be named here.
"""

import ast
import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

_HOLE = 0xE000
"""Stands in a flattened f-string for the first of what is filled in; the next character for the second, and so on."""


class Variant(NamedTuple):
    """The `source` of a module with one thing less; `line` and `what` say which, `kind` is words, rows, conditions, rules or characters."""

    kind: str
    line: int
    what: str
    source: str


def variants_of(source: str) -> Iterator[Variant]:
    """All that can be left out of a module of Python, one at a time."""
    tree = ast.parse(source)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)} - {
        id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
    }
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in documentation or id(node) in inside:
            continue
        for kind, what, changed in _changes_of(node):
            copy = deepcopy(tree)
            _replace(copy, place, changed)
            yield Variant(kind, getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(copy)))


def _replace(tree: ast.Module, place: int, changed: ast.AST) -> None:
    target = next(node for n, node in enumerate(ast.walk(tree)) if n == place)
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, changed)
                return
            if isinstance(value, list) and any(one is target for one in value):
                value[:] = [changed if one is target else one for one in value]
                return


def _changes_of(node: ast.AST) -> Iterator[tuple[str, str, ast.AST]]:
    """What can be left out of a node: the kind, the words for it, and the node without it."""
    if isinstance(node, ast.JoinedStr | ast.Constant):
        text = _flat(node)
        for kind, what, rest in strings_without(text) if text else []:
            yield kind, what, _unflat(node, rest)
    elif isinstance(node, ast.Tuple | ast.Set) and len(node.elts) > 1 and all(map(_is_row, node.elts)):
        for n, element in enumerate(node.elts):
            kept = [*node.elts[:n], *node.elts[n + 1 :]]
            left = type(node)(elts=kept, **({"ctx": ast.Load()} if isinstance(node, ast.Tuple) else {}))
            yield "rows", ast.unparse(element)[:70], left
    elif isinstance(node, ast.BoolOp):
        for n, operand in enumerate(node.values):
            kept_values = [*node.values[:n], *node.values[n + 1 :]]
            one = kept_values[0] if len(kept_values) == 1 else ast.BoolOp(op=node.op, values=kept_values)
            yield "conditions", f"{'and' if isinstance(node.op, ast.And) else 'or'} {ast.unparse(operand)}", one
    elif isinstance(node, ast.If):
        never = ast.If(test=ast.Constant(False), body=node.body, orelse=node.orelse)
        yield "conditions", f"if {ast.unparse(node.test)}", never
    elif isinstance(node, ast.FunctionDef) and node.returns:
        yield from _rules(node)


def _is_row(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _rules(function: ast.FunctionDef) -> Iterator[tuple[str, str, ast.AST]]:
    answers = {"bool": (False, True), "None": (None,)}.get(ast.unparse(function.returns or ast.Constant(...)), ())
    for answer in answers:
        changed = deepcopy(function)
        changed.body = [ast.Return(ast.Constant(answer))]
        said = "does nothing" if answer is None else f"is always {answer}"
        yield "rules", f"{function.name}() {said}", changed


def _flat(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else chr(_HOLE + n) for n, part in enumerate(node.values)
    )


def _unflat(node: ast.JoinedStr | ast.Constant, text: str) -> ast.AST:
    if isinstance(node, ast.Constant):
        return ast.Constant(text)
    parts = re.split(r"([\ue000-\ue0ff])", text)
    values: list[ast.expr] = [
        node.values[ord(part) - _HOLE] if n % 2 else ast.Constant(part) for n, part in enumerate(parts) if n % 2 or part
    ]
    return ast.JoinedStr(values=values)


def strings_without(text: str) -> Iterator[tuple[str, str, str]]:
    """A pattern, or words parted by `|`, with one alternative, one look-around or one character of a class or set of signs less."""
    if not any(sign in text for sign in "|[("):
        if len(text) > 1 and not any(c.isalnum() and ord(c) < _HOLE for c in text):
            yield from (("characters", f"{c!r} of {text}", text[:n] + text[n + 1 :]) for n, c in enumerate(text))
        return
    groups, classes = _groups_and_classes(text)
    for bars in groups:
        for n, (start, end) in enumerate(pairwise(bars)):
            what = text[start + 1 : end]
            if len(bars) > 2 and what:
                without = text[: start + 1] + text[end + 1 :] if n < len(bars) - 2 else text[:start] + text[end:]
                yield "words", _told(what), without
            elif len(bars) == 2 and start >= 0 and what.startswith(("?=", "?!", "?<")):
                yield "words", _told(f"({what})"), text[:start] + text[end + 1 :]
    for start, end in classes:
        for member in re.finditer(r"\\?.-\\?.|\\u....|\\?.", text[start:end], re.DOTALL):
            if member[0] != "^" and member.span() != (0, end - start):
                a, b = start + member.start(), start + member.end()
                yield "characters", f"{member[0]!r} of [{_told(text[start:end])}]", text[:a] + text[b:]


def _told(what: str) -> str:
    return re.sub(r"[\ue000-\ue0ff]", "{}", what)[:70]


def _groups_and_classes(text: str) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Of every group, and of the whole, where the bracket before it, the bars in it and the bracket behind it stand; of every class what
    is between its brackets."""
    open_, groups, classes = [[-1]], [], []
    at = 0
    while at < len(text):
        c = text[at]
        if c == "\\":
            at += 1
        elif c == "[":
            end = text.find("]", at + 2)
            while end > 0 and text[end - 1] == "\\":
                end = text.find("]", end + 1)
            if end < 0:
                break
            classes.append((at + 1, end))
            at = end
        elif c == "(":
            open_.append([at])
        elif c == ")" and len(open_) > 1:
            groups.append([*open_.pop(), at])
        elif c == "|":
            open_[-1].append(at)
        at += 1
    return [*groups, *([*bars, len(text)] for bars in open_[:1])], classes


_CLASS_OF_VERBS = re.compile(r"(?<=\(\?<!\[年)[^\]]+(?=\]\))")


def grammar_without(source: str) -> Iterator[Variant]:
    """`markers.lark` with one of the characters less with which no verb behind a numeral begins."""
    for n, line in enumerate(source.split("\n"), 1):
        verbs = re.search(r"\(\?<!\[(年[^\]]+)\]\)", line)
        for c in verbs[1] if verbs else "":
            yield Variant("characters", n, f"{c} of NUMERAL_VERB", source.replace(verbs[1], verbs[1].replace(c, "")))
