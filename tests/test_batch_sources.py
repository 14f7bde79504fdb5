"""What a batch run finds in its sources, and what it calls the outputs."""

import gzip
import json
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from outline import Outline
from outline.batch.options import Reading, WrongUsage
from outline.batch.results.attempt import attempt
from outline.batch.runs.manifest import opened
from outline.batch.runs.run import with_content
from outline.batch.sources.archives import read_member
from outline.batch.sources.documents import documents
from outline.batch.sources.inputs import Input, Order
from outline.batch.sources.names import safe
from outline.batch.sources.own_places import OwnPlaces
from outline.batch.sources.records import text_of
from outline.problems import FileProblem

SPEECH = "一、修路\n先修村口。\n二、架桥\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(SPEECH, encoding="utf-8")


def found(*sources: str, reading: Reading = Reading(), own: OwnPlaces = OwnPlaces()) -> list[Input]:  # noqa: B008
    return [one for one in documents(list(sources), reading, own) if one]


def ids(*sources: str, reading: Reading = Reading(), own: OwnPlaces = OwnPlaces()) -> list[str]:  # noqa: B008
    return [one.id for one in found(*sources, reading=reading, own=own)]


def outputs(inputs: list[Input], tmp_path: Path) -> dict[str, str]:
    """The key of each input with the name of its output."""
    state = tmp_path / "state"
    state.mkdir(exist_ok=True)
    with opened(str(state), "", "") as manifest:
        manifest.plan(inputs, ".md")
        return {order.input.key: order.output for order in manifest.pending()}


def test_folders_are_read_to_the_bottom_in_order_of_names() -> None:
    make("in/b.txt", "in/a/z.md", "in/a/b/c.TXT", "in/c.docx", "in/.hidden.txt", "in/.git/a.txt", "in/~$c.docx")
    assert ids("in") == ["in/a/b/c.TXT", "in/a/z.md", "in/b.txt", "in/c.docx"]


def test_folders_may_lie_deeper_in_each_other_than_calls_can() -> None:
    make("in/" + "d/" * 450 + "deepest.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(400)
    try:
        (one,) = found("in")
    finally:
        sys.setrecursionlimit(limit)
    assert one.name.startswith("d/d/") and one.name.count("/") < 100
    assert one.id == "in/" + "d/" * 450 + "deepest.txt"


def test_files_of_other_kinds_are_counted_and_left_out() -> None:
    make("in/a.txt", "in/b.png", "in/c")
    assert [one and one.id for one in documents(["in"], Reading())] == ["in/a.txt", None, None]


def test_patterns_say_what_is_read() -> None:
    make("in/a.txt", "in/b.log", "in/old/c.log", "in/drafts/d.log")
    assert ids("in", reading=Reading(glob=("*.LOG",))) == ["in/b.log", "in/drafts/d.log", "in/old/c.log"]
    assert ids("in", reading=Reading(glob=("old/*",))) == ["in/old/c.log"]
    assert ids("in", reading=Reading(glob=("*.log",), exclude=("old", "d*"))) == ["in/b.log"]


def test_sources_are_sorted_and_one_that_comes_twice_is_done_once(tmp_path: Path) -> None:
    make("in/a.txt", "b.txt")
    assert list(outputs(found("in", "b.txt", "./in/", "in/a.txt"), tmp_path)) == ["b.txt", "in/a.txt"]


def test_symlinks_to_folders_are_not_followed_and_symlinks_to_files_are() -> None:
    make("in/a/one.txt", "elsewhere/two.txt")
    os.symlink("..", "in/a/loop")
    os.symlink("../elsewhere/two.txt", "in/two.txt")
    os.symlink("../elsewhere", "in/more")
    assert ids("in") == ["in/a/one.txt", "in/two.txt"]


def test_output_inside_the_input_folder_is_not_read(tmp_path: Path) -> None:
    make("in/a.txt", "in/out/a.md")
    assert ids("in", own=OwnPlaces([str(tmp_path / "in" / "out")])) == ["in/a.txt"]


def test_what_is_not_there_or_no_file_is_an_input_with_a_problem() -> None:
    Path("in").mkdir()
    os.mkfifo("in/pipe.txt")
    os.symlink("nowhere", "in/dangling.txt")
    Path("in/locked.zip").write_bytes(b"PK\x03\x04 and then nothing")
    problems = {one.id: one.problem for one in found("in", "missing.txt", "in/locked.zip")}
    assert problems["in/pipe.txt"] == "cannot be read: it is a device or a pipe"
    assert problems["in/dangling.txt"] == problems["missing.txt"] == "does not exist: check the name"
    assert problems["in/locked.zip"] == "cannot be read: File is not a zip file"


def test_entry_that_cannot_be_looked_at_is_an_input_with_an_obstacle() -> None:
    make("in/a.txt")
    os.symlink("loop.txt", "in/loop.txt")
    os.symlink("loop", "in/loop")
    kinds = {one.id: (one.kind, one.problem) for one in found("in", "in/loop.txt")}
    assert kinds == {
        "in/a.txt": ("file", ""),
        "in/loop.txt": ("obstacle", "cannot be read: Too many levels of symbolic links"),
    }


@pytest.mark.parametrize(
    ("own", "link"), [("out", "out/a.md"), ("rows.jsonl", "rows.jsonl"), ("state", "state/parts/1.md")]
)
def test_link_to_what_the_run_writes_is_refused(tmp_path: Path, own: str, link: str) -> None:
    make(link)
    Path("in").mkdir()
    os.symlink(tmp_path / link, "in/link.md")
    with pytest.raises(WrongUsage, match=r"^OUT is or holds what is to be read \(“in/link.md”\): name another place$"):
        found("in", own=OwnPlaces([str(tmp_path / own)]))
    with pytest.raises(WrongUsage, match="OUT is or holds"):
        found("in/link.md", own=OwnPlaces([str(tmp_path / own)]))


def test_names_that_look_alike_are_two_documents(tmp_path: Path) -> None:
    Path("in").mkdir()
    for name in (b"in/a\xff.txt", b"in/a\\udcff.txt", b"in/a\\\xff.txt", b"in/a\\\\udcff.txt"):
        Path(os.fsdecode(name)).write_text(SPEECH, encoding="utf-8")
    assert len(set(ids("in"))) == 4 and len(set(outputs(found("in"), tmp_path).values())) == 4


def test_inputs_that_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    make("t.jsonl:1")
    Path("t.jsonl").write_text(LINES[0] + "\n", encoding="utf-8")
    with pytest.raises(WrongUsage, match=r"^two inputs are called “t.jsonl:1”: read them in runs of their own$"):
        outputs(found("t.jsonl", "t.jsonl:1"), tmp_path)


def test_names_that_are_not_utf8_are_shown_with_escapes() -> None:
    Path("in").mkdir()
    Path(os.fsdecode(b"in/\xff.txt")).write_text(SPEECH, encoding="utf-8")
    (one,) = found("in")
    assert one.id == "in/\\udcff.txt" and os.path.exists(one.path) and one.name == "‹U+DCFF›.txt"


def test_digest_of_a_file_is_taken_on_request() -> None:
    make("in/a.txt")
    (plain,), (digested,) = found("in"), found("in", reading=Reading(checksum=True))
    assert plain.digest == "" and len(digested.digest) == 64


def test_members_of_an_archive_are_documents_with_safe_names() -> None:
    with zipfile.ZipFile("z.zip", "w") as archive:
        for name in ("../../up.txt", "/etc/root.txt", "C:\\evil.txt", "new\nline.txt", "__MACOSX/a.txt", "picture.png"):
            archive.writestr(name, SPEECH)
    members = found("z.zip")
    assert {one.id: one.name for one in members} == {
        "z.zip/../../up.txt": "__/__/up.txt",
        "z.zip//etc/root.txt": "etc/root.txt",
        "z.zip/C:\\evil.txt": "C_/evil.txt",
        "z.zip/new\nline.txt": "new␊line.txt",
    }
    assert all(read_member(one, Reading()).text == SPEECH for one in members)


def test_members_in_folders_without_end_get_a_name_that_can_be_made() -> None:
    with zipfile.ZipFile("z.zip", "w") as archive:
        archive.writestr("a/" * 1500 + "b.txt", SPEECH)
    (one,) = found("z.zip")
    assert one.name.count("/") < 100 and all(len(part) < 255 for part in one.name.split("/"))


def test_member_that_comes_twice_is_two_documents(tmp_path: Path) -> None:
    with zipfile.ZipFile("z.zip", "w") as archive:
        archive.writestr("a.txt", SPEECH)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", "另一份")
        archive.writestr("a.txt (2)", "叫这个名字的一份")
    names = outputs(found("z.zip", reading=Reading(glob=("*",))), tmp_path)
    assert list(names) == ["z.zip/a.txt", "z.zip/a.txt (3)", "z.zip/a.txt (2)"] and len(set(names.values())) == 3


def test_names_in_gbk_archives_are_chinese() -> None:
    with zipfile.ZipFile("z.zip", "w") as archive:
        archive.writestr("XXXX.txt", SPEECH)
    Path("z.zip").write_bytes(Path("z.zip").read_bytes().replace(b"XXXX", "讲话".encode("gb18030")))
    assert ids("z.zip") == ["z.zip/讲话.txt"]


def test_encrypted_and_damaged_members_have_one_clear_line() -> None:
    with zipfile.ZipFile("z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", SPEECH * 50)
    content = Path("z.zip").read_bytes()
    directory = content.index(b"PK\x01\x02")
    locked = bytearray(content)
    struct.pack_into("<H", locked, directory + 8, 1)
    Path("locked.zip").write_bytes(locked)
    Path("torn.zip").write_bytes(content[:45] + b"\xff" * 20 + content[65:])
    with pytest.raises(FileProblem, match=r"^is encrypted: unpack the archive first$"):
        read_member(found("locked.zip")[0], Reading())
    with pytest.raises(FileProblem, match=r"^cannot be unpacked: "):
        read_member(found("torn.zip")[0], Reading())


def test_inputs_that_change_after_they_are_found_are_tried_again(tmp_path: Path) -> None:
    def archive(*names: str) -> None:
        with zipfile.ZipFile("z.zip", "w") as file:
            for name in names:
                file.writestr(name, SPEECH + name)

    archive("b.txt", "c.txt")
    make("in/d.txt")
    Path("t.jsonl").write_text(LINES[0] + "\n", encoding="utf-8")
    sources, reading = ["z.zip", "in", "t.jsonl"], Reading()
    with opened(str(tmp_path), "settings", "settings") as manifest:
        manifest.plan(found(*sources), None)
        archive("a.txt", "b.txt")  # another member stands where b.txt stood
        os.rename("in/d.txt", "d.txt")
        Path("t.jsonl").write_text("", encoding="utf-8")
        orders = list(with_content(manifest.pending(), reading))
        results = [attempt(order, reading, lambda outline: "made")[1] for order in orders]
        manifest.record(zip(orders, results, strict=True))
    assert [result.error_class for result in results] == ["NotDone"] * 4
    archive("b.txt", "c.txt")
    os.rename("d.txt", "in/d.txt")
    Path("t.jsonl").write_text(LINES[0] + "\n", encoding="utf-8")
    with opened(str(tmp_path), "settings", "settings") as manifest:
        manifest.plan(found(*sources), None)
        manifest.settle(lambda name, result: True, retry_failed=False)
        assert manifest.totals()["done"] == 0


def test_archive_that_unpacks_to_too_much_is_refused() -> None:
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "一" * 100_000)
    with pytest.raises(FileProblem, match="is larger than 1,000 bytes"):
        read_member(found("bomb.zip")[0], Reading(max_size=1000))


LINES = [
    json.dumps({"text": SPEECH, "nr": "报告/1"}),
    "",
    "no JSON",
    json.dumps(["a list"]),
    json.dumps({"nr": 7}),
    json.dumps({"text": "  "}),
    "[" * 100_000,
]


@pytest.mark.parametrize("packed", [False, True])
def test_lines_are_documents_and_a_bad_one_spoils_no_other(packed: bool) -> None:
    content = "\n".join(LINES).encode()
    name = "t.jsonl.gz" if packed else "t.jsonl"
    Path(name).write_bytes(gzip.compress(content) if packed else content)
    records = found(name, reading=Reading(id_field="nr"))
    assert [one.id for one in records] == [
        "报告/1",
        *(f"{name}:{n}" for n in (3, 4)),
        "7",
        *(f"{name}:{n}" for n in (6, 7)),
    ]
    assert text_of(records[0], Reading()) == SPEECH and records[0].name == "报告/1"
    for one, problem in zip(records[1:], ["no JSON", "no text in", "no text in", "is empty", "no JSON"], strict=True):
        with pytest.raises(FileProblem, match=problem):
            text_of(one, Reading())


def test_line_that_is_too_long_is_not_read_whole() -> None:
    Path("t.jsonl").write_text(json.dumps({"text": "长" * 5_000_000}) + "\n" + LINES[0] + "\n", encoding="utf-8")
    reading = Reading(max_size=10_000)
    long, short = found("t.jsonl", reading=reading)
    assert long.size == 10_001 and text_of(short, reading) == SPEECH
    with pytest.raises(FileProblem, match="is larger than 10,000 bytes"):
        text_of(long, reading)


def test_torn_list_ends_in_a_problem() -> None:
    Path("t.jsonl.gz").write_bytes(gzip.compress((LINES[0] + "\n").encode() * 500)[:-10])
    *good, last = found("t.jsonl.gz")
    assert len(good) > 400 and last.id == f"t.jsonl.gz:{len(good) + 1}"
    assert last.problem == "cannot be read: Compressed file ended before the end-of-stream marker was reached"


def test_rows_of_a_csv_are_documents() -> None:
    Path("t.csv").write_text('\ufeffnr,content\nx,"一、甲\n二、乙"\ny\n', encoding="utf-8")
    reading = Reading(text_field="content", id_field="nr")
    first, second = found("t.csv", reading=reading)
    assert (first.id, text_of(first, reading)) == ("x", "一、甲\n二、乙")
    with pytest.raises(FileProblem, match="has no text in the field 'content': name another with --text-field"):
        text_of(second, reading)


def test_csv_that_is_not_utf8_ends_in_a_problem() -> None:
    Path("t.csv").write_bytes("text\n一、甲\n".encode("gb18030"))
    (one,) = found("t.csv")
    assert one.problem.startswith("cannot be read: 'utf-8' codec can't decode")


def test_inputs_that_want_one_name_get_names_of_their_own(tmp_path: Path) -> None:
    make("in/a.txt", "in/a.md", "in/A.docx", "in/b.txt", "in/c.md/x.txt", "in/c.txt")
    assert outputs(found("in"), tmp_path) == {
        "in/A.docx": "A.docx.md",
        "in/a.md": "a.md.md",
        "in/a.txt": "a.txt.md",
        "in/b.txt": "b.md",
        "in/c.md/x.txt": "c.md/x.md",
        "in/c.txt": "c.txt.md",
    }


def test_name_that_several_want_is_given_to_none(tmp_path: Path) -> None:
    make("in/a.txt", "in/a")
    names = outputs(found("in", reading=Reading(glob=("*",))), tmp_path)
    assert names["in/a.txt"] == "a.txt.md" and names["in/a"].startswith("a.") and names["in/a"] != "a.md"


def test_several_folders_keep_their_names_and_equal_ones_are_told_apart(tmp_path: Path) -> None:
    make("one/in/a.txt", "two/in/a.txt", "two/in/b.txt")
    names = outputs(found("one/in", "two/in"), tmp_path)
    assert names["two/in/b.txt"] == "in/b.md"
    assert names["one/in/a.txt"] != names["two/in/a.txt"]
    assert all(names[f"{n}/in/a.txt"].startswith("in/a.txt.") for n in ("one", "two"))


def test_names_do_not_depend_on_what_comes_first(tmp_path: Path) -> None:
    make("in/a.txt", "in/a.md", "in/b.txt")
    there = found("in")
    assert outputs(there, tmp_path) == outputs(there[::-1], tmp_path)


def test_long_names_are_cut_and_stay_apart(tmp_path: Path) -> None:
    inputs = [Input(f"k{n}", f"k{n}", "record", "t.jsonl", name="") for n in range(2)]
    for number, one in enumerate(inputs):
        one.name = safe("报告" * 200 + str(number))
    names = outputs(inputs, tmp_path)
    assert len(set(names.values())) == 2 and all(len(name.encode()) < 255 for name in names.values())


def test_text_of_a_column_that_is_too_large_is_refused() -> None:
    order = Order(0, Input("a", "a", "text", "", content=SPEECH.encode()), "")
    size = len(order.input.content)
    assert attempt(order, Reading(max_size=size), lambda outline: "made")[0] == "made"
    assert attempt(order, Reading(max_size=size - 1), lambda outline: "made")[1].error.startswith("is larger than")


def test_whatever_goes_wrong_with_a_document_is_its_result() -> None:
    make("a.txt")
    order = Order(7, found("a.txt")[0], "a.md")

    def broken(outline: Outline) -> str:
        raise RuntimeError("two\nlines" + "!" * 500)

    made, result = attempt(order, Reading(), broken)
    assert made is None and result.ordinal == 7 and result.error_class == "RuntimeError"
    assert result.error.startswith("two lines!!!") and len(result.error) == 300
    made, result = attempt(order, Reading(), lambda outline: "made")
    assert made == "made" and result.counts["levels"] == {"1": 2}
