"""What reading takes, told by a process of its own."""

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import resource, sys
from outline import read
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read(b'a', format=sys.argv[2] or None)
before = peak()
read(sys.argv[1])
print((peak() - before) * 1024)
"""


def memory_to_read(path: Path, format: str = "") -> int:
    """How many bytes more it takes to read the file at `path` than a text of one letter in this `format`. Linux alone counts so."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM, path, format], capture_output=True, timeout=300, check=True)
    return int(done.stdout)
