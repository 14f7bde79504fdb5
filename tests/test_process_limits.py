import signal
import subprocess
import sys

import pytest

pytest.importorskip("resource")

IN_A_PROCESS = "import resource\nfrom outline.readers.process_limits import address_space, limit_this_process\n"


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", IN_A_PROCESS + code], capture_output=True, text=True)
    return [*done.stdout.split(), *done.stderr.splitlines()[-1:]]


needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit of address space is Linux's")


@needs_linux
def test_memory_beyond_the_limit_is_not_given() -> None:
    code = "limit_this_process(memory=address_space() + {})\nprint(len(bytes(50_000_000)))"
    assert printed(code.format(100_000_000)) == ["50000000"]
    assert printed(code.format(10_000_000)) == ["MemoryError"]


@needs_linux
def test_stricter_limit_goes_on_to_hold() -> None:
    stricter = "resource.setrlimit(resource.RLIMIT_AS, (1 << 33, 1 << 33))\n"
    code = "limit_this_process(memory=1 << {})\nprint(*resource.getrlimit(resource.RLIMIT_AS))"
    assert printed(stricter + code.format(34)) == [str(1 << 33), str(1 << 33)]
    assert printed(stricter + code.format(32)) == [str(1 << 32), str(1 << 33)]


def test_processor_time_is_limited_and_no_core_is_dumped() -> None:
    code = "limit_this_process(seconds=7)\nprint(*(resource.getrlimit(l)[0] for l in (resource.RLIMIT_CPU, resource.RLIMIT_CORE)))"
    assert printed(code) == ["7", "0"]


@needs_linux
def test_the_end_of_processor_time_is_told_from_a_kill_whatever_the_shell_allows() -> None:
    code = "resource.setrlimit(resource.RLIMIT_CPU, (3, 3))\nlimit_this_process(seconds=7)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", IN_A_PROCESS + code])
    assert done.returncode == -signal.SIGXCPU


def test_what_is_not_asked_for_is_left_as_it_is() -> None:
    code = "before = resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)\nlimit_this_process()\n"
    assert printed(
        code + "print(before == (resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)))"
    ) == ["True"]
