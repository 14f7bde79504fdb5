"""What a chunk is, as data."""

from dataclasses import dataclass

from outline.writers.places import Place


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a speech that is to be indexed, `start`:`end` (code points of the source, end exclusive).

    - `id`: the numbers of the section that it begins in, from the top down, as in `2.1`; `front` before the first section, `closing` behind
      the last. A second chunk that begins in the same section has `/2` behind it, a second section of the same numbers `#2`. The same text
      has the same ids, and a section that is added shifts those alone that count on behind it.
    - `text`: what stands there, clean, a heading or a paragraph a line; or verbatim. `headings`: the words, with their markers, of the
      headings above it, from the title down, that are no part of `text`; `content` is both.
    - `level`: of the highest section of which it holds something; 0 for what stands in none. `sections`: the paths of all of them.
    - `parent`: the id of the chunk in which the lowest of the sections above it begins; `previous` and `next`: those of its neighbours.
    - `place`: where in the file it begins: page, paragraph, line; `size`: of `content`, as it was measured.
    - `overlap`: how many code points from `start` on stand in the chunk before, too.
    - `shortened`: whether a heading is longer than `max_size` allows: it was cut, or is left out of `headings`, or stands without its text.
    """

    id: str
    text: str
    start: int
    end: int
    headings: tuple[str, ...]
    level: int
    sections: tuple[str, ...]
    parent: str | None
    previous: str | None
    next: str | None
    place: Place
    size: int
    overlap: int = 0
    shortened: bool = False

    @property
    def content(self) -> str:
        """Headings and text, a line each: what is to be embedded."""
        return "\n".join([*self.headings, self.text])
