"""Outlines in a Daft pipeline, on one machine or, by Daft's Ray runner, on many (https://docs.daft.ai).

    import daft
    from outline.batch.engines.daft import document_row, section_rows

    speeches = daft.read_parquet("s3://bucket/speeches/*.parquet")
    speeches.with_column("outline", document_row(speeches["text"]))
    speeches.with_column("section", section_rows(speeches["text"])).explode("section")

A column may hold texts, or the bytes of files of any format that `outline.read` knows. A document that cannot be read is a row with its
`error`, never an exception; one that crashes its reader takes its process along.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from outline.batch.options import ChunkSizes, Reading, Rows
from outline.batch.results.attempt import attempt
from outline.batch.results.rows import COLUMNS, Row, error_row, rows_of
from outline.batch.sources.inputs import Input, Order
from outline.batch.sources.records import checked
from outline.problems import FileProblem

os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")  # what is read here is nobody else's business

try:
    import daft
except ImportError as error:
    raise ImportError('outline.batch.engines.daft needs Daft: pip install "speech-outline[cluster]"') from error

if TYPE_CHECKING:
    from daft import DataType, Expression, Series

_BATCH = 64
"""Rows that are passed to Python at a time."""

_CPUS = 0.5
"""What Ray sets aside for a process: half a processor, because Daft needs some beside as many processes as there are, or waits for ever."""


def document_row(
    content: "Expression",
    *,
    id: "Expression | None" = None,
    encoding: str | None = None,
    processes: int | None = None,
) -> "Expression":
    """A struct: the row of each document (see `outline.batch.results.rows.COLUMNS`), whose `id` is also the name of the source in its JSON.

    Without `processes` the work is done in the threads of Daft, of which Python lets one work at a time.
    """
    return _rows(content, id, "documents", encoding, processes).get(0)


def section_rows(
    content: "Expression",
    *,
    id: "Expression | None" = None,
    encoding: str | None = None,
    processes: int | None = None,
) -> "Expression":
    """A list of structs: the rows of the sections of each document in order; if it failed, one with its `error`."""
    return _rows(content, id, "sections", encoding, processes)


def chunk_rows(
    content: "Expression",
    *,
    id: "Expression | None" = None,
    encoding: str | None = None,
    processes: int | None = None,
    sizes: ChunkSizes | None = None,
) -> "Expression":
    """A list of structs: the rows of the chunks of each document in order; if it failed, one with its `error`."""
    return _rows(content, id, "chunks", encoding, processes, sizes)


def _rows(
    content: "Expression",
    id: "Expression | None",
    rows: Rows,
    encoding: str | None,
    processes: int | None,
    sizes: ChunkSizes | None = None,
) -> "Expression":
    reading = Reading(encoding=encoding, chunk_sizes=sizes or ChunkSizes())
    udf = rows_udf(input_of_value, rows, reading, processes)
    return udf(daft.lit("") if id is None else id, content)


def rows_udf(
    input_of: Callable[..., Input], rows: Rows, reading: Reading, processes: int | None
) -> Callable[..., "Expression"]:
    """A function of columns: for each document, of which `input_of` is told the values in them, the list of its rows."""

    @daft.cls(use_process=processes is not None, max_concurrency=processes, cpus=_CPUS)
    class Outliner:
        @daft.method.batch(return_dtype=daft.DataType.list(row_type(rows)), batch_size=_BATCH)  # type: ignore[untyped-decorator]
        def lists(self, *columns: "Series") -> list[list[Row]]:
            values = zip(*(column.to_pylist() for column in columns), strict=True)
            return [_rows_of_one(input_of(*one), rows, reading) for one in values]

    return Outliner().lists  # type: ignore[no-any-return]


def row_type(rows: Rows) -> "DataType":
    """The type of a row."""
    kinds = daft.DataType
    types = {str: kinds.string(), int: kinds.int64(), float: kinds.float64(), bool: kinds.bool()}
    return daft.DataType.struct({name: types[kind] for name, kind in COLUMNS[rows].items()})


def _rows_of_one(one: Input, rows: Rows, reading: Reading) -> list[Row]:
    made, result = attempt(
        Order(0, one, ""), reading, lambda outline: list(rows_of(outline, one.id, rows, reading.chunk_sizes))
    )
    return [error_row(one.id, result.error, rows)] if made is None else made


def input_of_value(id: str, content: str | bytes | None, field: str = "text") -> Input:
    """The input that a value of a column is: a text, the bytes of a file, or nothing where the `field` should be."""
    if isinstance(content, bytes):
        return Input(id, id, "content", "", content=content)
    try:
        return Input(id, id, "text", "", content=checked(content, field).encode("utf-8"))
    except FileProblem as problem:
        return Input(id, id, "problem", "", problem=str(problem))
