"""Files of every format that a batch run reads, of a speech each, for soaks."""

import csv
import gzip
import json
import shutil
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

from outline import parse, render

sys.path.append(str(Path(__file__).parents[1]))
from test_pdf import book


def make_every_format(folder: Path, each: int, *, office: bool = True) -> list[str]:
    """Make `each` files of every format below `folder`, and an archive and lists of as many texts; the SOURCES to be named for all of it.
    Without an `office`, none that need one."""
    files = folder / "files"
    files.mkdir(parents=True)
    for number in range(each):
        text = _speech(number)
        outline = parse(text)
        contents = {
            "txt": text.encode("gb18030" if number % 2 else "utf-8"),
            "md": render(outline, "markdown").encode(),
            "html": render(outline, "html").encode(),
            "mht": _web_archive(text),
            "docx": render(outline, "docx", body=True),
            "pdf": book(text.splitlines()),
            **({"rtf": _rtf(text)} if office and shutil.which("soffice") else {}),
        }
        for ending, content in contents.items():
            path = files / f"{number % 3}" / f"{number:03}.{ending}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    (files / "empty.txt").touch()
    (files / "damaged.docx").write_bytes(b"PK\x03\x04 and then nothing")
    return [str(files), *_archive_and_lists(folder, each)]


def _archive_and_lists(folder: Path, each: int) -> list[str]:
    with zipfile.ZipFile(folder / "old.zip", "w") as archive:
        for number in range(each):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), _speech(number))
    records = [{"nr": str(number), "text": _speech(number)} for number in range(each)]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "texts.jsonl").write_text(lines, encoding="utf-8")
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    with open(folder / "table.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["nr", "text"])
        writer.writeheader()
        writer.writerows(records)
    return [str(folder / name) for name in ("old.zip", "texts.jsonl", "packed.jsonl.gz", "table.csv")]


def _speech(number: int) -> str:
    lines = [f"在第{number}次会上的讲话", "同志们："]
    for place, point in enumerate("一二三四五六"):
        lines.append(f"{point}、办好第{number}件事的第{place}步")
        for inner in "一二三":
            lines.append(f"（{inner}）这一条要做细。" + "这件事说了多遍，今年一定要办成，大家都看着。" * 4)
    return "\n".join(lines) + "\n"


def _web_archive(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "page"
    body = "".join(f"<p>{line}</p>" for line in text.splitlines())
    message.set_content(f"<html><body>{body}</body></html>", subtype="html", charset="utf-8")
    message.make_related()
    message.set_boundary("----=_boundary")
    return message.as_bytes()


def _rtf(text: str) -> bytes:
    escaped = "".join(f"\\u{ord(character)}?" for character in text.replace("\n", "\r"))
    return ("{\\rtf1\\ansi\\uc1 " + escaped.replace("\\u13?", "\\par ") + "}").encode("ascii")
