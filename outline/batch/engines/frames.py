"""SOURCE arguments → a Daft frame with a row a document, and the function that makes an input of the values of its columns."""

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import daft
from daft.functions import download

from outline.batch.engines.daft import input_of_value
from outline.batch.options import Reading, WrongUsage
from outline.batch.sources.documents import documents
from outline.batch.sources.inputs import Input
from outline.language import gettext as _
from outline.language import gettext_noop
from outline.problems import FileProblem

if TYPE_CHECKING:
    from daft import CheckpointConfig, CheckpointStore, DataFrame

LISTS = (".parquet", ".jsonl", ".jsonl.gz", ".csv")
_PLAN = ("id", "kind", "path", "place", "problem")
_DOCUMENTS_A_FILE = 2_000
_FILES, _URLS, _LISTS = gettext_noop("files"), gettext_noop("URLs"), gettext_noop("lists")

Source = tuple["DataFrame", Callable[..., Input]]


def frame_of(sources: list[str], reading: Reading, state: str, store: "CheckpointStore | None") -> Source:
    """The documents of `sources`, but those whose ids are in the `store`; what is listed here is written below `state` if there is one.

    Sources are local files, folders and archives, or URLs of files (with `*`), or lists, local or by URL. Raises WrongUsage if they are
    mixed, FileProblem if a field is missing, and what Daft raises.
    """
    kinds = {_kind_of(source) for source in sources}
    if len(kinds) > 1:
        problem = _("this engine reads {kinds} in runs of their own")
        raise WrongUsage(problem.format(kinds=_(" and ").join(_(kind) for kind in sorted(kinds))))
    return _FRAMES[kinds.pop()](sources, reading, state, store)


def _kind_of(source: str) -> str:
    return _LISTS if source.lower().endswith(LISTS) else _URLS if "://" in source else _FILES


def _files(sources: list[str], reading: Reading, state: str, store: "CheckpointStore | None") -> Source:
    found = [one for one in documents(sources, reading) if one]
    columns = {name: [getattr(one, name) for one in found] for name in _PLAN}
    columns["path"] = [os.path.abspath(path) for path in columns["path"]]
    return _planned(columns, state, store), _input_of_plan


def _urls(sources: list[str], reading: Reading, state: str, store: "CheckpointStore | None") -> Source:
    paths = sorted(daft.from_glob_path(sources).to_pydict()["path"])
    frame = _planned({"id": paths}, state, store)
    return frame.with_column("content", download(frame["id"], on_error="null")), _input_of_download


def _lists(sources: list[str], reading: Reading, _state: str, store: "CheckpointStore | None") -> Source:
    field, id_field = reading.text_field, reading.id_field
    if id_field is None:
        raise WrongUsage(_("this engine must be told what documents are called: name the field with --id-field"))
    endings = {next(ending for ending in reversed(LISTS) if name.lower().endswith(ending)) for name in sources}
    if len(endings) > 1:
        raise WrongUsage(_("this engine reads lists of different kinds in runs of their own"))
    ending = endings.pop()
    read = {".parquet": daft.read_parquet, ".csv": daft.read_csv}.get(ending, daft.read_json)
    frame = read(sources, checkpoint=_on(id_field, store))
    missing = [name for name in (id_field, field) if name not in frame.column_names]
    if missing:
        raise FileProblem(_("cannot be made: the lists have no field “{name}”").format(name=missing[0]))
    id, content = frame[id_field].cast(daft.DataType.string()), frame[field]
    return frame.select(id.alias("id"), content.alias("content")), partial(input_of_value, field=field)


_FRAMES = {_FILES: _files, _URLS: _urls, _LISTS: _lists}


def _planned(columns: dict[str, list[str]], state: str, store: "CheckpointStore | None") -> "DataFrame":
    """A frame of `columns`. With a store it is read from files: Daft leaves out what is done where it reads, and shares out files."""
    frame = daft.from_pydict(columns)
    if store is None:
        return frame
    files = max(1, -(-len(columns["id"]) // _DOCUMENTS_A_FILE))
    frame.into_partitions(files).write_parquet(f"{state}/plan", write_mode="overwrite")
    return daft.read_parquet(f"{state}/plan/*.parquet", checkpoint=_on("id", store))


def _on(column: str, store: "CheckpointStore | None") -> "CheckpointConfig | None":
    if store is None:
        return None
    return daft.CheckpointConfig(
        store=store, on=column, settings=daft.KeyFilteringSettings(num_workers=1, cpus_per_worker=0.5)
    )


def _input_of_plan(id: str, kind: str, path: str, place: str, problem: str) -> Input:
    return Input(id, id, kind, path, place, problem=problem)  # type: ignore[arg-type]


def _input_of_download(id: str, content: bytes | None) -> Input:
    if content is None:
        return Input(id, id, "problem", "", problem="cannot be fetched")
    return input_of_value(id, content)
