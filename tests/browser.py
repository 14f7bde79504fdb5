"""A browser for tests: what a page looks like after a script has been at work in it."""

import base64
import json
import re
import shutil
import subprocess
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def run_in(page: str, script: str, folder: Path) -> Any:
    """What the `script`, the body of an async function, returns in `page`, opened from a file. The policy of the page lets it run and no
    other; what is wrong in the page is an error here."""
    told = (
        "addEventListener('error', event => document.documentElement.dataset.wrong = event.message);"
        f"(async () => {{{script}}})().catch(error => 'wrong: ' + error)"
        ".then(done => document.documentElement.dataset.done = JSON.stringify(done));"
    )
    allowed = base64.b64encode(sha256(told.encode()).digest()).decode()
    assert "script-src " in page and "</body>" in page
    page = page.replace("script-src ", f"script-src 'sha256-{allowed}' ", 1)
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"<script>{told}</script></body>"), encoding="utf-8")
    assert CHROMIUM
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
         "--window-size=1200,800", "--virtual-time-budget=10000", "--dump-dom", file.as_uri()],
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    assert "data-wrong" not in done.stdout.partition(">")[2].partition(">")[0]
    found = re.search(r'data-done="([^"]*)"', done.stdout)
    assert found, done.stderr[-500:]
    return json.loads(unescape(found[1]))
