"""What a program and the process that reads PDFs for it say to each other.

A request is a line of JSON (`Request`) and the bytes of the file; an answer is a line of JSON (`Answer`) and the bytes of what was found,
which are JSON again: the fields of a document and `lost_pages`, or else a `problem`.
"""

from typing import TypedDict

from outline.language import Language, gettext_noop

TOO_LARGE = gettext_noop("takes too much memory to read: it is damaged, or has too many pages and should be split")


class Request(TypedDict):
    """What is asked of a file of `size` bytes.

    - `seconds` of processor time that it may take, and one more for `pages_a_second` that have been read, up to `most_that_earn` pages;
    - `memory`: bytes of address space; `max_pages`; `max_characters`;
    - `language`: what a problem is told in.
    """

    size: int
    seconds: int
    pages_a_second: float
    most_that_earn: int
    memory: int
    max_pages: int
    max_characters: int
    language: Language


class Answer(TypedDict):
    """`size` bytes follow; the reader ended with this `code`, below 0 a signal, after so many `seconds` of processor time."""

    size: int
    code: int
    seconds: float
