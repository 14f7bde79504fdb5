"""How well outlines are read from files of every format: the texts with gold outlines, written as each of them and read back.

    python benchmarks/formats.py                      everything, two minutes
    python benchmarks/formats.py --only docx gb18030  the rows whose names contain one of these words
    python benchmarks/formats.py --verbose            also every node that is not placed rightly

Where the points start in what was read is carried over to the clean text by aligning the two. Needs the gold outlines of `../shared`; a
format whose writer (LibreOffice, Chromium, opencc) is not here is skipped. Exits with 1 if a figure is below its floor.
"""

import importlib
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

from accuracy import damaged, options_of
from making.gold import Text, load, texts
from making.measuring import Files, measured

BIG5 = "big5hkscs"


class Skipped(Exception):
    """What a row needs and is not here."""


def in_encoding(encoding: str, mark: str = "") -> Callable[[list[Text]], Files]:
    return lambda sources: ((text, (mark + text.text).encode(encoding)) for text in sources)


def in_big5(sources: list[Text]) -> Files:
    """In traditional characters; what Big5 lacks is a □ in the text as well.

    Written as programs write Big5, with ① to ⑩ at C6A1 as ETEN put them there and HKSCS kept them. The codec that Python calls big5 puts
    them at C7E9, after a table that the Unicode Consortium has withdrawn; there programs show Katakana.
    """
    torture = load("torture")
    for source in sources:
        try:
            text = damaged(source, "traditional", torture)
        except ImportError as missing:
            raise Skipped(str(missing)) from missing
        encodable = "".join(c if _fits(c, BIG5) else "□" for c in text.text)
        yield replace(text, text=encodable), encodable.encode(BIG5)


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def in_docx(automatic: bool) -> Callable[[list[Text]], Files]:
    def written(sources: list[Text]) -> Files:
        as_docx = writer("as_docx").as_docx
        return ((text, as_docx(text.text, text.nodes if automatic else ())) for text in sources)

    return written


def in_markdown(sources: list[Text]) -> Files:
    as_markdown = writer("as_markdown").as_markdown
    return ((text, as_markdown(text.text, text.nodes).encode()) for text in sources)


def in_office_docx(form: str) -> Callable[[list[Text]], Files]:
    return lambda sources: (getattr(writer("as_office_docx"), form)(text) for text in sources)


def in_html(form: str) -> Callable[[list[Text]], Files]:
    def written(sources: list[Text]) -> Files:
        as_html = writer("as_html").as_html
        return ((text, as_html(text.text, form).encode()) for text in sources)

    return written


def in_pdf(program: str) -> Callable[[list[Text]], Files]:
    def written(sources: list[Text]) -> Files:
        as_pdf = writer("as_pdf")
        if getattr(as_pdf, program)() is None:
            raise Skipped(f"no {program} here")
        printed = getattr(as_pdf, f"print_by_{program}")([text.text for text in sources])
        return zip(sources, printed, strict=True)

    return written


def in_pdf_with_bookmarks(sources: list[Text]) -> Files:
    as_pdf = writer("as_pdf")
    return ((text, as_pdf.print_with_bookmarks(text.text, text.nodes)) for text in sources)


def writer(name: str) -> ModuleType:
    try:
        return importlib.import_module(f"making.{name}")
    except ImportError as missing:
        raise Skipped(str(missing)) from missing


# Every row: how the texts are written, and the least `placed`.
ROWS: dict[str, tuple[Callable[[list[Text]], Files], float]] = {
    "utf-8": (in_encoding("utf-8"), 0.99),
    "gb18030": (in_encoding("gb18030"), 0.99),
    "big5": (in_big5, 0.99),
    "utf-16 with mark": (in_encoding("utf-16-le", "\ufeff"), 0.99),
    "utf-16 without": (in_encoding("utf-16-be"), 0.99),
    "docx, numbers typed": (in_docx(automatic=False), 0.99),
    "docx, automatic numbers": (in_docx(automatic=True), 0.99),
    "docx, headings without numbers": (in_office_docx("without_top_numbers"), 0.99),
    "docx, headings by type": (in_office_docx("with_top_type"), 0.95),
    "docx, tables and an annex": (in_office_docx("with_tables_and_annex"), 0.99),
    "markdown": (in_markdown, 0.99),
    "html, <p>": (in_html("p"), 0.98),
    "html, <br>": (in_html("br"), 0.98),
    "html, <div>": (in_html("div"), 0.98),
    "pdf with bookmarks": (in_pdf_with_bookmarks, 0.98),
    "pdf, LibreOffice": (in_pdf("libreoffice"), 0.98),
    "pdf, Chromium": (in_pdf("chromium"), 0.98),
}


def main() -> int:
    options = options_of(__doc__)
    score = load("score")
    holds = True
    print("| written as | points | found | placed | at least | seconds |\n| --- | --- | --- | --- | --- | --- |")
    for name, (written, least) in ROWS.items():
        if options.only and not any(word in name for word in options.only):
            continue
        start = time.perf_counter()
        try:
            row = measured(written(texts("seeds") + texts("corpus")), score, "markdown" if name == "markdown" else None)
        except Skipped as missing:
            print(f"{name}: skipped, {missing}", file=sys.stderr)
            continue
        holds &= row.f1("placed") >= least
        figures = f"{row.f1('found'):.4f} | {row.f1('placed'):.4f} | {least:.2f} | {time.perf_counter() - start:.1f}"
        print(f"| {name} | {row.gold} | {figures} |", flush=True)
        for wrong in row.wrong if options.verbose else ():
            print(f"  {name}: {wrong}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
