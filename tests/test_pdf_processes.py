"""The processes that read PDFs: kept warm, and what else happens on the machine is no fault of a file."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from test_pdf import HELLO, SPEECH, book, many_pages, one_page, stream

from outline import FileProblem, read
from outline.problems import NotDone
from outline.readers import pdf
from outline.readers.pdf import helper
from outline.readers.pdf.messages import Answer

pytestmark = pytest.mark.skipif(not helper.CAN_FORK, reason="each file has a process of its own here")

ONE_LINE = one_page(stream(HELLO))


@pytest.fixture
def warm() -> int:
    """The process that reads the next file."""
    read(ONE_LINE)
    return helper._idle[-1].process.pid


def test_what_every_file_asks_for_is_made_before_the_first_one() -> None:
    """In the process that forks for each file: what a fork compiles, the next one compiles again."""
    told = """if True:
        import re
        from outline.readers import leading_markers
        leading_markers.be_ready()
        re.compile = lambda *given: 1 / 0
        print(leading_markers.leading_marker("一、修渠"), leading_markers.leading_number("發展（續）"))
    """
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert done.stdout == "2 None\n", done.stderr


def test_one_process_reads_file_after_file(warm: int) -> None:
    assert [read(ONE_LINE).text for _ in range(3)] == ["Hello"] * 3
    assert helper._idle[-1].process.pid == warm


def test_a_file_that_kills_its_reader_costs_the_next_one_nothing(warm: int) -> None:
    with pytest.raises(FileProblem, match="takes too much memory"):
        read(b"%PDF-1.4\n1 0 obj\n" + b"[" * 3_000_000)
    assert read(ONE_LINE).text == "Hello"
    assert helper._idle[-1].process.pid == warm


def test_a_process_that_something_else_kills_is_no_fault_of_its_file(warm: int) -> None:
    os.kill(warm, signal.SIGKILL)
    assert read(ONE_LINE).text == "Hello"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_file_whose_reader_is_always_stopped_is_not_done(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "answer_to", lambda *_: (Answer(size=0, code=-number, seconds=0.1), b""))
    with pytest.raises(NotDone, match="stopped from outside"):
        read(ONE_LINE)


def test_a_file_that_takes_long_is_not_to_blame_for_a_signal_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "answer_to", lambda *_: (Answer(size=0, code=-signal.SIGTERM, seconds=60), b""))
    with pytest.raises(NotDone, match="stopped from outside"):
        read(ONE_LINE)


def test_the_clock_does_not_count(warm: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 1)
    os.kill(warm, signal.SIGSTOP)
    threading.Timer(2.5, os.kill, (warm, signal.SIGCONT)).start()
    begun = time.monotonic()
    assert read(ONE_LINE).text == "Hello"
    assert time.monotonic() - begun > 2


def test_each_page_that_is_read_earns_time(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"".join(b"BT /F 9 Tf 9 %d Td (%b) Tj ET " % (line * 10, b"all work and no play " * 5) for line in range(80))
    content = many_pages(60, text)
    large = content + b"%" * 200_000
    monkeypatch.setattr(pdf, "SECONDS", 1)
    monkeypatch.setattr(pdf, "PAGES_A_SECOND", 50)
    for too_slow in (content, large):
        with pytest.raises(FileProblem, match="takes too long to read"):
            read(too_slow)
    monkeypatch.setattr(pdf, "PAGES_A_SECOND", 1)
    assert len(read(large).places) == 60


def test_several_threads_read_at_once() -> None:
    content, texts = book(SPEECH), []
    threads = [threading.Thread(target=lambda: texts.append(read(content).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == ["\n".join(SPEECH)] * 6


def test_a_fork_has_processes_of_its_own(warm: int) -> None:
    child = os.fork()
    if not child:
        try:
            fine = not helper._idle and read(ONE_LINE).text == "Hello" and helper._idle[-1].process.pid != warm
            helper.close_all()
        finally:
            os._exit(0 if fine else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert read(ONE_LINE).text == "Hello"
    assert helper._idle[-1].process.pid == warm


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_no_process_is_left_of_a_program_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(ONE_LINE)
    program = """if True:
        import sys, time
        from outline import read
        from outline.readers.pdf import helper
        read(sys.argv[1])
        print(helper._idle[-1].process.pid, flush=True)
        time.sleep(60)"""
    command = [sys.executable, "-c", program, str(tmp_path / "one.pdf")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        reader = int(running.stdout.readline())
        assert Path(f"/proc/{reader}").exists()
        running.kill()
    until = time.monotonic() + 20
    while Path(f"/proc/{reader}").exists() and "Z" not in Path(f"/proc/{reader}/stat").read_text().rpartition(")")[2]:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_where_no_process_may_fork_each_file_has_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "CAN_FORK", False)
    idle = list(helper._idle)
    assert [read(ONE_LINE).text for _ in range(2)] == ["Hello"] * 2
    with pytest.raises(FileProblem, match="is no PDF that can be read"):
        read(b"%PDF-1.7\nhello")
    monkeypatch.setattr(helper, "_SECONDS_BY_CLOCK", 0)
    with pytest.raises(NotDone, match="the machine is too busy"):
        read(ONE_LINE)
    assert helper._idle == idle
