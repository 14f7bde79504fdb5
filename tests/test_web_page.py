"""The page and the mind map: all of the text is there, hostile text is text, nothing is fetched, and in a browser it does what it says."""

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from browser import CHROMIUM, opened
from lxml import html
from test_formats import SPEECHES, hostile_outline, lines_of, outline_command

from outline import Outline, parse, read, render
from outline.writers.branches import Branch, trunk_of
from outline.writers.map.layout import boxes_of
from outline.writers.visible import UNSEEN, visible

TORN = """在防汛会上的讲话
同志们：
一、认清形势
（一）雨来得早。四月底就下了第一场暴雨，有三个村的秧田进
— 3 —
了水。（二）隐患还不少。老塘坝没有修完。
三、守住村庄
各村书记是第一责任人。
"""
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def page_of(text: str, **options: Any) -> html.HtmlElement:
    return html.document_fromstring(render(parse(text), "html", **options))


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in page.xpath(path)]


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_all_of_a_speech_is_on_the_page(speech: Path) -> None:
    outline = parse(read(speech))
    page = html.document_fromstring(render(outline, "html"))
    shown = re.sub(r"\s", "", "".join(texts(page, "//article")))
    at = 0
    for _, text in lines_of(outline):
        bare = re.sub(r"\s", "", text)
        at = shown.index(bare, at) + len(bare)
    source = re.sub(r"\s", "", outline.source_text or "")
    assert shown == source  # furniture and punctuation too
    assert texts(page, "//nav//a") == [section.label_and_heading for section in outline.walk()]


def test_every_link_leads_to_its_place() -> None:
    page = page_of(TORN)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        assert link.startswith("#") and link[1:] in ids


def test_points_stay_in_their_paragraph_with_page_numbers_and_notes() -> None:
    page = page_of(TORN)
    assert texts(page, "//article/*[self::h2 or self::h3]") == ["一、认清形势", "三、[1]守住村庄"]
    (paragraph,) = page.xpath("//article/p[b]")
    assert texts(paragraph, "b[@role='heading']") == ["（一）雨来得早。", "（二）隐患还不少。"]
    assert texts(paragraph, "span[@class='f']") == ["— 3 —"]
    assert texts(page, "//article//mark") == ["三、"]
    assert "缺" in render(_in_chinese(TORN), "html") and len(texts(page, "//section[@id='notes']//li")) == 1


def _in_chinese(text: str) -> Outline:
    from outline.language import using_language

    with using_language("zh"):
        return parse(text)


def test_hostile_text_is_text() -> None:
    outline = hostile_outline()
    written = render(outline, "html")
    assert not UNSEEN.search(written.replace("\n", ""))
    page = html.document_fromstring(written)
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert not page.xpath("//@src | //@style | //@*[starts-with(name(), 'on')] | //link | //iframe | //object")
    assert page.xpath("string(//title)") == visible(outline.title.text if outline.title else "")
    assert texts(page, "//nav//a")[0] == visible(outline.sections[0].label_and_heading)


def test_the_policy_allows_this_script_and_this_style_and_nothing_else() -> None:
    page = page_of(TORN)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name, element in (("script-src", "script"), ("style-src", "style")):
        (content,) = texts(page, f"//{element}")
        assert rules[name] == f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"


def test_the_page_speaks_chinese_unless_told_otherwise(tmp_path: Path) -> None:
    speech = tmp_path / "a.txt"
    speech.write_text(TORN, "utf-8")
    for arguments, word, note in (([], "思维导图", "缺"), (["--lang", "en"], "Mind map", "is missing")):
        assert outline_command(*arguments, speech, "-o", tmp_path / "a.html").exit_code == 0
        page = html.fromstring((tmp_path / "a.html").read_text("utf-8"))
        assert word in texts(page, "//header")[0] and note in texts(page, "//section[@id='notes']")[0]


def test_a_page_without_its_source_has_all_the_same_texts() -> None:
    outline = Outline.model_validate_json(render(parse(TORN), "json"))
    shown = "".join(texts(html.document_fromstring(render(outline, "html")), "//article"))
    assert all(section.heading.text in shown for section in outline.walk()) and "了水。" in shown


def test_without_bodies_and_with_few_levels_each_heading_has_its_line() -> None:
    page = page_of(TORN, body=False, depth=1)
    assert texts(page, "//article/h2") == ["一、认清形势", "三、[1]守住村庄"]


def test_a_speech_makes_a_small_page() -> None:
    empty = len(render(parse(""), "html").encode())
    assert empty < 20_000


def test_open_shows_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert outline_command(SPEECHES[0], "--open").exit_code == 0
    (file,) = tmp_path.glob("*/*.html")
    assert opened == [file.as_uri()] and file.stem == SPEECHES[0].stem
    assert outline_command(SPEECHES[0], "--open", "-o", "-").exit_code == 2


# --- in a browser


@in_browser
def test_in_a_browser(tmp_path: Path) -> None:
    written = render(parse(TORN), "html")
    with opened(written, tmp_path) as tab:
        done = tab.run("""
        const seen = () => [...document.querySelectorAll('nav li')].filter(item => item.offsetParent && !item.hidden).length;
        const click = query => document.querySelector(query).dispatchEvent(new MouseEvent('click', { bubbles: true }));
        const out = { all: seen() };
        click('[data-level="1"]'); out.one = seen();
        click('nav li button'); out.unfolded = seen();
        click('[data-level="99"]');
        const link = document.querySelector('nav a'); link.focus();
        link.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        out.focused = document.activeElement.textContent;
        const search = document.querySelector('input');
        search.value = '塘坝'; search.oninput();
        out.said = document.querySelector('#said').textContent; out.found = CSS.highlights.get('found').size; out.left = seen();
        search.value = ''; search.oninput(); out.again = seen();
        click('#plain'); out.furniture = getComputedStyle(document.querySelector('article .f')).display;
        click('#to-map');
        const boxes = () => [...document.querySelectorAll('#map rect')].map(box => box.getBBox());
        out.boxes = boxes().length;
        click('#map g[aria-level="2"]'); out.folded = boxes().length; click('#map g[aria-level="2"]');
        const before = document.querySelector('#map svg').getAttribute('viewBox');
        click('[data-act="in"]'); out.zoomed = before !== document.querySelector('#map svg').getAttribute('viewBox');
        const saved = []; let kept;
        URL.createObjectURL = (original => blob => { kept = blob; return original.call(URL, blob); })(URL.createObjectURL);
        HTMLAnchorElement.prototype.click = function () { saved.push([this.download, kept]); };
        click('[data-act="svg"]'); out.svg = await saved[0][1].text(); out.name = saved[0][0];
        click('[data-act="png"]');
        for (let n = 0; n < 100 && saved.length < 2; n++) await new Promise(done => setTimeout(done, 50));
        const picture = await createImageBitmap(saved[1][1]); out.png = [picture.width > 200, picture.height > 100];
        try { await fetch('https://example.org/'); out.fetched = true; } catch { out.fetched = false; }
        return out;
        """)
        assert {address.partition(":")[0] for address in tab.requests} <= {"file", "blob"}
        assert b"%PDF" in base64.b64decode(tab.call("Page.printToPDF", preferCSSPageSize=True)["data"])[:8]
    drawing = ElementTree.fromstring(done.pop("svg"))
    assert "（二）隐患还不少" in "".join(drawing.itertext()) and float(drawing.get("width", "0")) > 200
    assert done == {
        "all": 4, "one": 2, "unfolded": 4, "focused": "（一）雨来得早", "said": "找到 1 处", "found": 1, "left": 2, "again": 4,
        "furniture": "none", "boxes": 5, "folded": 3, "zoomed": True, "name": "在防汛会上的讲话.svg", "png": [True, True],
        "fetched": False,
    }  # fmt: skip


@in_browser
def test_no_text_leaves_its_box_and_none_covers_another(tmp_path: Path) -> None:
    """As the fonts that are here show it, with Latin, wide and combined letters."""
    heads = [
        "推进 GDP WWWMMM @@@@ 100%%%% 的统计",
        "éàü ÀÉÎ Ж—…“”‘’·",
        "MMMMMMMMMMWWWWWWWWWW" * 3,
        "长" * 70,
        "①②③℃㎡①②③",
    ]
    outline = parse("在会上的讲话\n" + "\n".join(f"{n}、{head}" for n, head in zip("一二三四五", heads, strict=True)))
    assert len(outline.sections) == 5
    svg = render(outline, "svg")
    with opened(f"<!DOCTYPE html><meta charset=utf-8>{svg}", tmp_path) as tab:
        done = tab.run("""
        const boxes = [...document.querySelectorAll('rect[rx]')].map(box => box.getBBox());
        const within = (text, box) => box.x < text.x && text.x + text.width < box.x + box.width - 4
          && box.y <= text.y + 3 && text.y + text.height <= box.y + box.height + 3;
        return [...document.querySelectorAll('text')].map(text => boxes.some(box => within(text.getBBox(), box)));
        """)
    assert len(done) > 8 and all(done)


# --- the mind map as SVG


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_no_box_of_the_map_covers_another(speech: Path) -> None:
    boxes = boxes_of(trunk_of(parse(read(speech))))
    for n, one in enumerate(boxes):
        assert one.x > 0 and one.y > 0
        for other in boxes[n + 1 :]:
            beside = one.x + one.width < other.x or other.x + other.width < one.x
            assert beside or one.y + one.height < other.y or other.y + other.height < one.y


def test_map_holds_every_heading_and_hostile_text_is_text() -> None:
    outline = hostile_outline()
    written = render(outline, "svg")
    root = ElementTree.fromstring(written)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "title", "rect", "path", "text"}
    assert not UNSEEN.search(written.replace("\n", ""))
    drawn = re.sub(r"\s", "", "".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")))
    for _, branch in trunk_of(outline).walk():
        if branch.text not in [span.text for span in outline.front]:
            assert re.sub(r"\s", "", visible(branch.text)) in drawn


def test_deep_map_is_drawn() -> None:
    deep = Branch("底")
    for level in range(64):
        deep = Branch(f"第{level}层", (), (deep,))
    assert len(boxes_of(deep)) == 65
