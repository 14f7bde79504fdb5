"""`outline batch` on texts some of which are poison: one that begins 毒：crash kills its reader, and so on (see `POISONS`).

No real file is known that does this to a reader, or it would have been mended.
"""

import os
import signal

from outline.__main__ import main
from outline.batch.options import Reading
from outline.batch.results import attempt
from outline.batch.runs import job, run
from outline.batch.sources.inputs import Input
from outline.document import Document

MARK = "毒："


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _endless() -> None:
    while True:  # at work: a document that only waits may do so for no fault of its own
        pass


def _huge() -> None:
    blocks = []
    while True:
        blocks.append(bytearray(64 << 20))


def _odd() -> None:
    raise ZeroDivisionError("first line\nsecond line")


POISONS = {"crash": _crash, "endless": _endless, "huge": _huge, "odd": _odd}


class PoisonedJob(job.BatchJob):
    """A job whose documents are taken by their word."""

    def prepare(self) -> None:
        read = attempt.document_of

        def document_of(one: Input, reading: Reading) -> Document:
            document = read(one, reading)
            if document.text.startswith(MARK):
                POISONS[document.text.removeprefix(MARK).strip()]()
            return document

        attempt.document_of = document_of
        super().prepare()


if __name__ == "__main__":
    run.BatchJob = PoisonedJob
    main()
