"""Rows → Parquet, by pyarrow."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from typing import IO

from outline.batch.options import Rows
from outline.batch.results.rows import COLUMNS
from outline.language import gettext as _
from outline.problems import FileProblem

_GROUP_BYTES = 16 << 20


def require_pyarrow() -> None:
    """Raises FileProblem if Parquet cannot be written here."""
    if find_spec("pyarrow") is None:
        raise FileProblem(_('needs pyarrow: pip install "speech-outline[parquet]"'))


def write_parquet(blocks: Iterable[bytes], rows: Rows, file: IO[bytes]) -> None:
    """Write lines of JSON as a table. Where its row groups end follows from the rows alone, not from how they come in blocks."""
    import pyarrow as pa
    import pyarrow.json as pj
    import pyarrow.parquet as pq

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS[rows].items()])
    parsing = pj.ParseOptions(explicit_schema=schema)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(blocks):
            reading = pj.ReadOptions(use_threads=False, block_size=len(group) + 1)
            writer.write_table(pj.read_json(BytesIO(group), read_options=reading, parse_options=parsing))


def _groups(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of `blocks` in lists of at least a size, each ended by the line that brings it there."""
    lines: list[bytes] = []
    size = 0
    for block in blocks:
        for line in block.splitlines(keepends=True):
            lines.append(line)
            size += len(line)
            if size >= _GROUP_BYTES:
                yield b"".join(lines)
                lines, size = [], 0
    if lines:
        yield b"".join(lines)
