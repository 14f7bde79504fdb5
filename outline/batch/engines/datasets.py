"""The same rows by Daft: on this machine with its native engine, on many with Ray. What Daft reads and writes may lie anywhere.

    files ─ listed here, read where the work is done ─┐
    URLs  ─ listed and fetched by Daft ───────────────┼─▶ rows ─▶ a dataset: a folder of .parquet or .jsonl files
    lists ─ read by Daft ─────────────────────────────┘

On Ray, the ids that are done are remembered beside the dataset, and a rerun skips them. The native engine has no such memory.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from outline.batch.options import Reading, Rows, WrongUsage, settings
from outline.language import gettext as _
from outline.problems import FileProblem

if TYPE_CHECKING:
    from daft import DataFrame

Engine = Literal["daft", "ray"]

_FORMATS = (".parquet", ".jsonl")


@dataclass(frozen=True)
class Dataset:
    """Where rows go: a path or URL whose ending says the format."""

    path: str
    rows: Rows

    def state(self, reading: Reading) -> str:
        """The folder that remembers what is done; another one for other options, whose rows must not count."""
        return f"{self.path}.outline-batch/{hashlib.sha256(settings(self.rows, reading).encode()).hexdigest()[:16]}"


def run_on(
    engine: Engine,
    sources: list[str],
    dataset: Dataset,
    reading: Reading,
    *,
    processes: int,
    ray_address: str | None = None,
    force: bool = False,
) -> dict[str, int]:
    """Write the rows of all documents of `sources`, made by `processes` processes; how many `rows` there are then and how many `failed`.

    Raises WrongUsage and FileProblem.
    """
    if not dataset.path.endswith(_FORMATS):
        raise WrongUsage(_("with this engine OUT ends in .parquet or .jsonl, and is a folder of such files"))
    try:
        from outline.batch.engines.daft import rows_udf
        from outline.batch.engines.frames import frame_of
    except ImportError as error:
        raise FileProblem(_('needs Daft: pip install "speech-outline[cluster]"')) from error
    state = dataset.state(reading)
    _refuse_foreign(dataset, engine == "ray" and os.path.exists(state), force)
    store = _store(ray_address, state, processes) if engine == "ray" else None
    with _problems():
        frame, input_of = frame_of(sources, reading, state, store)
        rows = rows_udf(input_of, dataset.rows, reading, processes)(*(frame[name] for name in frame.column_names))
        frame = frame.select(rows.alias("row")).explode("row")
        frame = frame.where(frame["row"].not_null()).select(frame["row"].unnest())
        _write(frame, dataset, "overwrite" if force else "append")
        return _counts(dataset)


def _refuse_foreign(dataset: Dataset, going_on: bool, force: bool) -> None:
    """Rows must not be added to those of other options, nor a second time to the same. What is behind a URL is not looked at."""
    if force and going_on:
        problem = _("on Ray, to do all again, delete {path} and {path}.outline-batch first")
        raise WrongUsage(problem.format(path=dataset.path))
    if not force and not going_on and os.path.exists(dataset.path):
        raise WrongUsage(_("OUT is there already: delete it, name another, or replace it with --force"))


@contextmanager
def _problems() -> Iterator[None]:
    import daft

    try:
        yield
    except (OSError, daft.exceptions.DaftCoreException) as error:
        reason = " ".join(str(error).split())[:300]
        raise FileProblem(_("cannot be made: {reason}").format(reason=reason)) from error


def _store(address: str | None, state: str, processes: int) -> Any:
    """Where Daft remembers what is done, on the Ray cluster at `address` or one on this machine that nobody else can reach."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import daft
        import numpy  # noqa: F401 – Daft needs it to leave out what is done, and says so only in the middle of the work
        import ray
    except ImportError as error:
        raise FileProblem(_('needs Daft and Ray: pip install "speech-outline[cluster]"')) from error
    if not ray.is_initialized():
        room = max(os.cpu_count() or 1, processes + 1)  # for the processes and for what Daft needs beside them
        here: dict[str, Any] = {"_node_ip_address": "127.0.0.1", "include_dashboard": False, "num_cpus": room}
        try:
            ray.init(address or "local", log_to_driver=False, logging_level="ERROR", **({} if address else here))
        except (ConnectionError, ValueError) as error:
            raise FileProblem(_("cannot be made: no Ray at {address}").format(address=address)) from error
    daft.set_runner_ray(noop_if_initialized=True)
    return daft.CheckpointStore(_url(f"{state}/done"))


def _url(path: str) -> str:
    return path if "://" in path else "file://" + os.path.abspath(path)


def _write(frame: "DataFrame", dataset: Dataset, mode: Literal["append", "overwrite"]) -> None:
    if dataset.path.endswith(".parquet"):
        frame.write_parquet(dataset.path, compression="zstd", write_mode=mode)
    else:
        frame.write_json(dataset.path, write_mode=mode)


def _counts(dataset: Dataset) -> dict[str, int]:
    import daft

    read = daft.read_parquet if dataset.path.endswith(".parquet") else daft.read_json
    frame = read(f"{dataset.path}/*{os.path.splitext(dataset.path)[1].replace('.jsonl', '.json')}")
    counted = frame.agg(frame["id"].count().alias("rows"), frame["error"].count().alias("failed")).to_pydict()
    return {name: int(values[0] or 0) for name, values in counted.items()}
