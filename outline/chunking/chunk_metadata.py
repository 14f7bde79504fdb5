"""What vector stores are told of a chunk, as plain values: most of them take strings and numbers only."""

from outline.chunking.chunk import Chunk

Value = str | int | bool


def metadata_of(chunk: Chunk) -> dict[str, Value]:
    """`chunk`, `parent`, `previous` and `next` are ids, `headings` and `sections` a line each; what there is none of is left out."""
    told: dict[str, Value] = {
        "chunk": chunk.id,
        "headings": "\n".join(chunk.headings),
        "sections": "\n".join(chunk.sections),
        "level": chunk.level,
        "parent": chunk.parent or "",
        "previous": chunk.previous or "",
        "next": chunk.next or "",
        "page": chunk.place.page,
        "paragraph": chunk.place.paragraph,
        "line": chunk.place.line,
    }
    return {name: value for name, value in told.items() if name == "level" or value}
