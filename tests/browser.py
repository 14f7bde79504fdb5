"""A browser for tests, spoken to by the DevTools protocol over two pipes: no driver and no library is needed for that.

https://chromedevtools.github.io/devtools-protocol/
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_READ, _WRITE = 3, 4  # the descriptors of --remote-debugging-pipe


class Tab:
    """A page that is open; `requests` are the addresses that it has asked for."""

    def __init__(self, out: int, into: int) -> None:
        self.requests: list[str] = []
        self._out, self._in, self._numbers, self._session, self._read = out, into, count(1), "", b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Any:
        """What a method of the protocol gives."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        for answer in self._answers():
            if answer.get("id") == number:
                assert "result" in answer, answer
                return answer["result"]
        raise AssertionError("the browser has gone")

    def _answers(self) -> Iterator[Any]:
        while True:
            while b"\0" in self._read:
                answer, _, self._read = self._read.partition(b"\0")
                told = json.loads(answer)
                if told.get("method") == "Network.requestWillBeSent":
                    self.requests.append(told["params"]["request"]["url"])
                yield told
            piece = os.read(self._in, 1 << 16)
            if not piece:
                return
            self._read += piece

    def run(self, script: str) -> Any:
        """What the `script`, the body of an async function, returns."""
        done = self.call(
            "Runtime.evaluate", expression=f"(async () => {{{script}}})()", awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")


@contextmanager
def opened(page: str, folder: Path) -> Iterator[Tab]:
    """The `page` in a tab, loaded from a file."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM
    (their_in, our_out), (our_in, their_out) = os.pipe(), os.pipe()
    shell = f'exec "$0" "$@" {_READ}<&{their_in} {_WRITE}>&{their_out}'
    browser = subprocess.Popen(
        ["bash", "-c", shell, CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,800",
         f"--user-data-dir={folder}/profile", "--remote-debugging-pipe", "about:blank"],
        pass_fds=(their_in, their_out), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(their_in)
    os.close(their_out)
    try:
        tab = Tab(our_out, our_in)
        tab.call("Page.navigate", url=file.as_uri())
        while tab.run("return document.readyState") != "complete" or tab.run("return location.href") == "about:blank":
            pass
        yield tab
        tab.call("Browser.close")
    finally:
        browser.kill()
        browser.wait()
        os.close(our_out)
        os.close(our_in)
