"""What programs of others make of what is written: axe-core of the page, Mermaid, the package `opml` and freeplane-io of their formats,
and openxml-audit of Word files, whose schemas it has.

The first three come by npm: `npm install --prefix FOLDER axe-core mermaid opml`, and OUTLINE_NODE_MODULES=FOLDER/node_modules; the others
by `pip install freeplane-io openxml-audit`. Tests of what is not there are left out.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, opened
from test_formats import SPEECHES, hostile_outline, lines_of, outline_command

from outline import Outline, parse, read, render
from outline.writers.visible import visible

MODULES = Path(os.environ.get("OUTLINE_NODE_MODULES", "/nowhere"))
NODE = shutil.which("node")
with_modules = pytest.mark.skipif(not MODULES.is_dir(), reason="OUTLINE_NODE_MODULES is not set")
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
in_node = pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
each_outline = pytest.mark.parametrize(
    "outline", [parse(read(SPEECHES[0])), parse(read(SPEECHES[1])), hostile_outline()], ids=["one", "two", "hostile"]
)


@with_modules
@in_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shown", ["text", "map"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_serious_fault_in_the_page(scheme: str, shown: str, width: int, tmp_path: Path) -> None:
    """Serious and critical faults, by the rules of WCAG 2.2 AA and the best practices that axe knows."""
    page = render(parse("在会上的讲话\n同志们：\n一、甲\n（一）丙\n— 3 —\n（三）丁\n二、乙\n总之，要抓紧。"), "html")
    axe = (MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
    with opened(page, tmp_path) as tab:
        tab.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        if shown == "map":
            tab.run("document.querySelector('#to-map').click()")
        found = tab.run(f"{axe}; const done = await axe.run(); return [done.passes.length, done.violations]")
    passed, violations = found
    assert passed > 20
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in violations if _is_serious(fault)] == []


def _is_serious(fault: dict[str, Any]) -> bool:
    return fault["impact"] in ("serious", "critical")


@with_modules
@in_browser
@each_outline
def test_mermaid_draws_all_of_the_map(outline: Outline, tmp_path: Path) -> None:
    written = render(outline, "mermaid", body=True)
    script = (MODULES / "mermaid" / "dist" / "mermaid.min.js").as_uri()
    with opened(f"<!DOCTYPE html><meta charset=utf-8><script src='{script}'></script>", tmp_path) as tab:
        texts = tab.run(f"""
        mermaid.initialize({{ startOnLoad: false }});
        const {{ svg }} = await mermaid.render('drawn', {json.dumps(written)});
        document.body.innerHTML = svg;
        return [...document.querySelectorAll('.mindmap-node')].map(node => node.textContent);
        """)
        assert tab.run("return document.querySelectorAll('.mindmap-node script, .mindmap-node a').length") == 0
    assert sorted(filter(None, map(_bare, texts))) == sorted(
        filter(None, (_bare(text) for _, text in _expected(outline)))
    )


def _expected(outline: Outline) -> list[tuple[int, str]]:
    return [(depth, visible(text)) for depth, text in lines_of(outline)]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


_OPML = """
const fs = require("fs");
require(process.argv[1]).parse(fs.readFileSync(0, "utf-8"), (error, read) => {
  if (error) throw error;
  const lines = [[0, read.opml.head.title]];
  const walk = (parent, depth) => (parent.subs || []).forEach(one => {
    lines.push([depth, one.text]);
    if (one._note) one._note.split("\\n").forEach(line => lines.push([depth + 1, line]));
    walk(one, depth + 1);
  });
  walk(read.opml.body, 1);
  console.log(JSON.stringify(lines));
});
"""


@with_modules
@in_node
@each_outline
def test_opml_is_read_whole(outline: Outline) -> None:
    done = subprocess.run(
        [NODE or "", "-e", _OPML, str(MODULES / "opml")],
        input=render(outline, "opml", body=True).encode(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert [tuple(line) for line in json.loads(done.stdout)] == _expected(outline)


@each_outline
def test_a_map_of_freeplane_is_read_whole(outline: Outline, tmp_path: Path) -> None:
    freeplane = pytest.importorskip("freeplane")
    (tmp_path / "a.mm").write_text(render(outline, "mm", body=True), "utf-8")
    lines = []

    def walk(node: Any, depth: int) -> None:
        lines.append((depth, node.plaintext))
        lines.extend((depth + 1, line) for line in node.notes.splitlines())
        for below in node.children:
            walk(below, depth + 1)

    walk(freeplane.Mindmap(str(tmp_path / "a.mm")).rootnode, 0)
    assert lines == _expected(outline)


@pytest.mark.parametrize("options", [{}, {"body": True}, {"body": True, "auto_numbers": True}])
@each_outline
def test_word_files_keep_to_the_schemas(outline: Outline, options: dict[str, bool], tmp_path: Path) -> None:
    """Elements, attributes and their values by the schemas of Office 2019; a theme is asked for too, which Word does without."""
    audit = pytest.importorskip("openxml_audit")
    (tmp_path / "a.docx").write_bytes(render(outline, "docx", **options))
    found = audit.OpenXmlValidator().validate(tmp_path / "a.docx").errors
    assert [error.description for error in found if "relationships/theme" not in error.description] == []


@pytest.mark.parametrize("change", ["check", "fix"])
def test_marked_and_fixed_word_files_have_no_fault_that_they_had_not(change: str, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    speech, changed = tmp_path / "speech.docx", tmp_path / "changed.docx"
    speech.write_bytes(render(parse("在会上的讲话\n一、修渠\n二、清淤\n二、植树\n(三)护林"), "docx", body=True))
    assert outline_command(change, speech, "-o", changed).exit_code == {"check": 1, "fix": 0}[change]
    before, after = (audit.OpenXmlValidator().validate(file).errors for file in (speech, changed))
    assert changed.read_bytes() != speech.read_bytes()
    assert [error.description for error in after] == [error.description for error in before]
