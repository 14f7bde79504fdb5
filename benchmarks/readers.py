"""Print what must hold about reading Word files and PDFs, measured here and now: `python benchmarks/readers.py`.

- A Word file of 30 pages is read within twice what a parse of its text takes.
- What others take for the same file stands beside it, without a limit.
- The memory this takes is at most five times the XML that is unpacked.
- A PDF of 10 pages takes at most 150 ms of processor time, this program and the process that reads together, when several are read.

Times are the best of several repeats. Exit status 1 if anything is over.
"""

import argparse
import math
import re
import resource
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from io import BytesIO

import docx
import tests_in_reach  # noqa: F401 – before what lies there
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from making import as_pdf, texts
from speed import Report, best

from outline import parse
from outline.readers import read
from outline.readers.pdf import helper

PAGES, CHARACTERS_A_PAGE = 30, 670
MOST_OVER_PARSE = 2.0
MOST_OVER_XML = 5.0
PAGES_OF_PDF, MOST_MS_A_PDF, PDFS = 10, 150.0, 20
RUN = 25
"""Characters between two changes of font, spelling mark or editing session, at each of which Word begins a run."""

ONE_PAGE = as_pdf.print_with_bookmarks("一、甲", [])

_NUMBERING = """
<w:abstractNum {} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>""".format(nsdecls("w"))
_USE = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
_PARAGRAPH = """<w:p {} w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>{}<w:spacing w:line="560" w:lineRule="exact"/>
<w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:p>"""
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
_FONT = """<w:rPr {}><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>"""


def word_file(text: str) -> bytes:
    """`text` as Word would save it, the 一、 at the beginning of a line as an automatic number."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING))
    numbering.append(parse_xml(_USE))
    for line in text.split("\n"):
        words = texts.TOP_MARKER.sub("", line)
        paragraph = parse_xml(_PARAGRAPH.format(nsdecls("w"), _LIST if words != line else ""))
        document.element.body.append(paragraph)
        for piece in re.findall(f".{{1,{RUN}}}", words):
            run = docx.text.paragraph.Paragraph(paragraph, document).add_run(piece)
            run._r.insert(0, parse_xml(_FONT.format(nsdecls("w"))))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def unpacked_xml(content: bytes) -> int:
    """The bytes of the parts that say what the text is."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return sum(archive.getinfo(f"word/{name}.xml").file_size for name in ("document", "styles", "numbering"))


def measure_word(report: Report, repeats: int) -> None:
    content = word_file(texts.of_size("many speeches", 10 * PAGES * CHARACTERS_A_PAGE)[: PAGES * CHARACTERS_A_PAGE])
    document, xml = read(content), unpacked_xml(content)
    reading, parsing = best(partial(read, content), repeats), best(partial(parse, document), repeats)
    detail = f"{reading * 1000:.1f} ms over {parsing * 1000:.1f} ms, {len(document.text):,} characters"
    report.add(f"a .docx of {PAGES} pages, read over parse", reading / parsing, MOST_OVER_PARSE, detail)
    tracemalloc.start()
    read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    detail = f"{peak / 1e6:.2f} MB over {xml / 1e6:.2f} MB"
    report.add("its peak memory over its XML", peak / xml, MOST_OVER_XML, detail)


def measure_others(report: Report, repeats: int) -> None:
    """What others take for the same file, over what we take: they hand on less of what it knows. Those not installed are left out."""
    content = word_file(texts.of_size("many speeches", 10 * PAGES * CHARACTERS_A_PAGE)[: PAGES * CHARACTERS_A_PAGE])
    ours = best(partial(read, content), repeats)
    others: dict[str, Callable[[], object]] = {
        "python-docx": lambda: [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs],
        "docx2python": lambda: import_module("docx2python").docx2python(BytesIO(content)).text,
        "markitdown": lambda: import_module("markitdown").MarkItDown().convert_stream(BytesIO(content)).markdown,
    }
    for name, reading in others.items():
        try:
            taken = best(reading, repeats)
        except ImportError:
            print(f"{name} is not installed, and left out")
            continue
        detail = f"{taken * 1000:.1f} ms over {ours * 1000:.1f} ms"
        report.add(f"{name} {version(name)} over ours, .docx", taken / ours, math.inf, detail)


def measure_pdf(report: Report) -> None:
    text = texts.of_size("many speeches", 20 * PAGES_OF_PDF * CHARACTERS_A_PAGE)
    content = as_pdf.print_with_bookmarks(text[: PAGES_OF_PDF * CHARACTERS_A_PAGE], [])
    pages = len(read(content).places)
    warm = [ONE_PAGE] * 2
    spent = (_seconds_for([*warm, *[content] * PDFS]) - _seconds_for(warm)) * 1000 / PDFS * PAGES_OF_PDF / pages
    detail = f"{pages} pages, {PDFS} times; for {PAGES_OF_PDF} pages"
    report.add("ms of processor time for a PDF", spent, MOST_MS_A_PDF, detail)


def _seconds_for(files: list[bytes]) -> float:
    """Processor time for reading the files in a new process, that of this program and of that process, which counts once it has ended."""
    helper.close_all()
    begun = _used()
    for content in files:
        read(content)
    helper.close_all()
    return _used() - begun


def _used() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=20, help="how often each time is taken (20)")
    report = Report()
    measure_word(report, parser.parse_args().repeats)
    measure_others(report, parser.parse_args().repeats)
    measure_pdf(report)
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
