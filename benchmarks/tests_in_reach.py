"""Puts `tests` where Python looks for modules: what tests and benchmarks have in common is in `tests/making`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
