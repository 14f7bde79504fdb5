"""The outline as one HTML file: the outline beside the text, a mind map, search, print. Nothing is fetched, by its own policy too."""

import base64
import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from outline.language import Language, using_language
from outline.model import Outline, Section
from outline.writers.branches import title_of
from outline.writers.text_blocks import Block, Leaf, blocks_of
from outline.writers.web.marked_text import Inserted, as_html, marked
from outline.writers.web.page_words import page_words

Words = dict[str, str]

_HERE = os.path.dirname(__file__)
_DEEPEST_HEADING = 6


def to_web_page(outline: Outline, *, source: str | None, lang: Language = "zh") -> str:
    """The page, whose buttons speak `lang`.

    Where `source`, the text, is known, points stand in their paragraphs, and notes at their places.
    """
    with using_language(lang):
        return "\n".join(_page(outline, source, lang, page_words())) + "\n"


def _page(outline: Outline, source: str | None, lang: Language, words: Words) -> Iterator[str]:
    style, script = _asset("page.css"), _asset("page.js")
    title = as_html(title_of(outline)) or words["outline"]
    yield f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>"
    yield f'<body data-fold="{words["fold"]}" data-found="{words["found"]}">'
    yield f'<a class="skip" href="#text">{words["to_text"]}</a>'
    yield from _toolbar(outline, title, words)
    yield f'<main>\n<nav aria-label="{words["outline"]}" lang="zh">'
    yield from _list(outline.sections, iter(range(1 << 62)))
    yield '</nav>\n<div id="text">\n<article lang="zh">'
    yield from _article(outline, source, words)
    yield "</article>"
    yield from _notes(outline, words)
    yield "</div>"
    yield from _map(words)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>"


@cache
def _asset(name: str) -> str:
    """A file beside this one without its indentation and its comments, which a browser has no use for."""
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _policy(style: str, script: str) -> str:
    """What the page may do: run this script, wear this style, show pictures that it makes itself. No request leaves it."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"


def _toolbar(outline: Outline, title: str, words: Words) -> Iterator[str]:
    deepest = max((section.level for section in outline.walk()), default=0)
    yield f'<header>\n<h1 lang="zh">{title}</h1>'
    if outline.sections:
        yield f'<div role="group" aria-label="{words["levels"]}">'
        for level in range(1, min(deepest, 5) + 1):
            yield f'<button data-level="{level}" aria-pressed="false">{level}</button>'
        yield f'<button data-level="99" aria-pressed="true">{words["all_levels"]}</button></div>'
    yield f'<input type="search" placeholder="{words["search_key"]}" aria-label="{words["search"]}">'
    yield '<span id="said" role="status"></span>'
    yield f'<button id="to-map" aria-pressed="false">{words["map"]}</button>'
    if outline.furniture:
        yield f'<button id="plain" aria-pressed="false">{words["hide_furniture"]}</button>'
    yield "</header>"


def _list(sections: list[Section], numbers: Iterator[int]) -> Iterator[str]:
    yield "<ol>"
    for section in sections:
        yield f'<li><a href="#s{next(numbers)}">{as_html(section.label_and_heading)}</a>'
        if section.sections:
            yield from _list(section.sections, numbers)
        yield "</li>"
    yield "</ol>"


def _article(outline: Outline, source: str | None, words: Words) -> Iterator[str]:
    waiting = _insertions(outline, words)
    at = 0
    for block in blocks_of(outline, source):
        shown = []
        for leaf in block.leaves:
            inside = []
            while leaf.kind != "furniture" and at < len(waiting) and waiting[at].start < leaf.end:
                if waiting[at].is_mark or waiting[at].start >= leaf.start:
                    inside.append(waiting[at])
                at += 1
            shown.append(_leaf(leaf, inside, source))
        yield _block(block, shown)
    if rest := "".join(one.html for one in waiting[at:] if one.is_mark):
        yield f"<p>{rest}</p>"


def _insertions(outline: Outline, words: Words) -> list[Inserted]:
    furniture = [
        Inserted(span.start, span.end, f' <span class="f">{as_html(span.text)}</span> ', False)
        for span in outline.furniture
    ]
    return sorted([*(_reference(n, outline, words) for n in range(len(outline.notes))), *furniture])


def _reference(n: int, outline: Outline, words: Words) -> Inserted:
    note = outline.notes[n]
    shown = words["note"].format(number=n + 1)
    return Inserted(
        note.start, note.end, f'<sup><a id="m{n}" href="#n{n}" aria-label="{shown}">[{n + 1}]</a></sup>', True
    )


def _leaf(leaf: Leaf, inside: list[Inserted], source: str | None) -> str:
    if leaf.is_table:
        rows = "".join(
            "<tr>" + "".join(f"<td>{as_html(cell)}</td>" for cell in row.split(" │ ")) + "</tr>"
            for row in leaf.text.split("\n")
        )
        return "".join(one.html for one in inside if one.is_mark) + f"<table>{rows}</table>"
    if inside and source is not None:
        text = marked(leaf.text, source[leaf.start : leaf.end], leaf.start, inside)
    else:
        text = as_html(leaf.text) + "".join(one.html for one in inside if one.is_mark)
    return text + as_html(leaf.behind)


def _block(block: Block, shown: list[str]) -> str:
    first = block.leaves[0]
    if len(block.leaves) == 1:
        if first.kind == "heading":
            level = min(first.level + 1, _DEEPEST_HEADING)
            return f'<h{level} id="s{first.number}">{shown[0]}</h{level}>'
        if first.is_table:
            return shown[0]
        kinds = {"title": ' class="title"', "salutation": ' class="call"', "furniture": ' class="f"'}
        return f"<p{kinds.get(first.kind, '')}>{shown[0]}</p>"
    parts = [
        f'<b id="s{leaf.number}" role="heading" aria-level="{leaf.level + 1}">{text}</b>'
        if leaf.kind == "heading"
        else text
        for leaf, text in zip(block.leaves, shown, strict=True)
    ]
    return f"<p>{''.join(parts)}</p>"


def _notes(outline: Outline, words: Words) -> Iterator[str]:
    if outline.notes:
        yield f'<section id="notes" aria-labelledby="notes-are"><h2 id="notes-are">{words["notes"]}</h2><ol>'
        for n, note in enumerate(outline.notes):
            yield f'<li id="n{n}">{as_html(note.message)} <a href="#m{n}">{words["to_place"]}</a></li>'
        yield "</ol></section>"


def _map(words: Words) -> Iterator[str]:
    yield f'<section id="map" aria-label="{words["map"]}" hidden><div>'
    yield from (
        f'<button data-act="{act}">{words[act]}</button>' for act in ("in", "out", "fit", "all", "none", "svg", "png")
    )
    yield f'</div><svg role="tree" aria-label="{words["map"]}"></svg></section>'
