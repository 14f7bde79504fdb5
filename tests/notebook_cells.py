"""A notebook run without Jupyter: its cells one after the other, with what each prints and shows."""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any


def run_cells(path: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell, as nbformat 4 writes them."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    names: dict[str, Any] = {}
    return [_run("".join(cell["source"]), names) for cell in cells if cell["cell_type"] == "code"]


def _run(source: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    *statements, last = ast.parse(source).body
    shown = isinstance(last, ast.Expr)
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module([*statements, *([] if shown else [last])], []), "cell", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        outputs.append(
            {"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)}
        )
    if value is not None:
        bundle = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {"text/plain": repr(value)}
        data = {kind: text.splitlines(keepends=True) for kind, text in sorted(bundle.items())}
        outputs.append({"data": data, "metadata": {}, "output_type": "display_data"})
    return outputs
