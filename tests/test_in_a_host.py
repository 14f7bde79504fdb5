"""The library inside of a program that has threads, forks, and settings of its own: it changes none of these, and none hurts it."""

import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "outline"
SEES_THE_HOST = """
import gc, os, signal, sys, threading, locale, warnings, logging
from outline import check, chunks, outlines, parse, read, render

def state():
    return (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), gc.get_debug(), sys.getrecursionlimit(), os.getcwd(),
            dict(os.environ),
            locale.setlocale(locale.LC_ALL), [signal.getsignal(n) for n in (1, 2, 15)], sys.getswitchinterval(), warnings.filters[:],
            logging.root.level, logging.root.handlers[:], threading.active_count(), sys.stdout, sys.stderr)

before = state()
met = set()
inside = lambda *_: met.add((gc.isenabled(), gc.get_threshold()))  # noqa: E731
text = "讲话\\n" + "一、修路\\n（一）先修村口。\\n二、架桥\\n" * 50
sys.setprofile(inside)
outline = parse(text)
render(outline, "markdown"), render(outline, "json"), check(outline), chunks(outline)
read("<p>一、修路<p>二、架桥".encode()), read("# 一、修路".encode(), format="markdown")
sys.setprofile(None)
list(outlines([text, text]))
assert met == {(before[0], before[1])}, met
assert state() == before, [pair for pair in zip(before, state()) if pair[0] != pair[1]]
"""
FORKS = """
import gc, os, sys, threading, time
from outline import check, chunks, parse, read, render
from outline.writers.places import Places

TEXTS = ["讲话\\n同志们：\\n" + "一、修路要抓紧修好村口的路\\n（一）先修村口。\\n二、架桥\\n" * n for n in (3, 30, 100)]
PAGE = "".join(f"<p>{line}" for line in TEXTS[0].split()).encode()

def all_of(text):
    outline = parse(text)
    places = Places(outline.document)
    return (render(outline, "json"), [repr(note) for note in check(outline)], [chunk.text for chunk in chunks(outline, max_size=60)],
            [str(places.at(section.start)) for section in outline.walk()], render(parse(read(PAGE)), "tree"))

expected = [all_of(text) for text in TEXTS]
over = threading.Event()

def work():
    while not over.is_set():
        for text in TEXTS:
            all_of(text)

threads = [threading.Thread(target=work, daemon=True) for _ in range(4)]
sys.setswitchinterval(1e-4)
for thread in threads:
    thread.start()
settings = gc.isenabled(), gc.get_threshold()
for n in range(FORKS):
    child = os.fork()
    if not child:
        same = (gc.isenabled(), gc.get_threshold()) == settings and all_of(TEXTS[n % 2]) == expected[n % 2]
        os._exit(0 if same else 9)
    end = time.monotonic() + 60
    while not (done := os.waitpid(child, os.WNOHANG))[0]:
        if time.monotonic() > end:
            os.kill(child, 9)
            sys.exit("a child hangs")
        time.sleep(0.005)
    assert done[1] == 0, done
over.set()
"""


def run(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        capture_output=True,
        timeout=600,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()


def test_nothing_of_the_process_is_changed() -> None:
    run(SEES_THE_HOST)


def test_a_fork_while_threads_parse_neither_hangs_nor_differs() -> None:
    run(FORKS.replace("FORKS", "25"))


def test_only_programs_of_their_own_set_the_collector_of_garbage_and_nothing_locks() -> None:
    """A `cached_property` of Python 3.11 has a lock for all its instances: in a fork of a program, one that another thread held is never
    let go."""
    switches = re.compile(r"\bgc\.(?:disable|enable|freeze|set_threshold)|\bcached_property\b|\bR?Lock\(")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if switches.search(path.read_text("utf-8"))
    }
    assert found == {"__main__.py", "readers/pdf/child.py"}  # programs of their own
