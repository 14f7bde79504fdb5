"""The command as its users meet it: a process with arguments, streams and an exit code."""

import json
import os
import pty
import shlex
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from outline import __version__, parse
from outline.command.app import app
from outline.command.only_names import COMMANDS
from outline.document import Document
from outline.model import Note, Outline
from outline.parser import bare_outline

SPEECH = "一、提高认识\n二、抓好落实\n"
TREE = "├─ 一、 提高认识\n└─ 二、 抓好落实\n"


def outline(
    *arguments: str | bytes | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "outline", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        timeout=300,
    )


COMMAND = f"{shlex.quote(sys.executable)} -m outline"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(line, shell=True, cwd=folder, capture_output=True, env=environment, timeout=300)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    return path


def failure(done: subprocess.CompletedProcess[bytes], *, code: int = 1) -> str:
    """The one line that says what failed."""
    assert done.returncode == code
    message = done.stderr.decode()
    assert message.startswith("outline: ")
    assert message.count("\n") == 1, message
    return message


def test_tree_of_a_file(speech: Path) -> None:
    done = outline(speech)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{speech}\n{TREE}", b"")


def test_names_alone_are_read_as_they_are_with_options(speech: Path, tmp_path: Path) -> None:
    """What needs no options is done without what reads them."""
    missing = tmp_path / "missing.txt"
    for names in ([speech], [speech, speech], [speech, missing], ["-", speech], [missing], ["outline", "batch"]):
        alone, with_options = outline(*names, stdin=b""), outline(*names, "--format=tree", stdin=b"")
        assert (alone.returncode, alone.stdout, alone.stderr) == (
            *(with_options.returncode, with_options.stdout),
            with_options.stderr,
        )


def test_the_names_of_commands_are_no_files() -> None:
    assert typer.main.get_command(app).commands.keys() == COMMANDS


def test_standard_input() -> None:
    assert outline("-", stdin=SPEECH.encode()).stdout.decode() == f"(standard input)\n{TREE}"


def test_several_files_have_a_header_each(speech: Path) -> None:
    done = outline(speech, speech)
    one = f"==> {speech} <==\n{speech}\n{TREE}"
    assert done.stdout.decode() == f"{one}\n{one}"


def test_several_files_as_markdown_have_a_bold_header_each(speech: Path) -> None:
    lines = outline(speech, speech, "-f", "markdown").stdout.decode().splitlines()
    assert [line for line in lines if "speech" in line] == [f"**{str(speech).replace('_', chr(92) + '_')}**"] * 2


def test_several_files_as_json_are_one_document_a_line(speech: Path) -> None:
    lines = outline(speech, speech, "-f", "json").stdout.decode().splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == [str(speech)] * 2


def test_json_is_the_model(speech: Path) -> None:
    done = outline(speech, "-f", "json")
    assert Outline.model_validate_json(done.stdout) == parse(SPEECH, name=str(speech))
    assert done.stdout.startswith(b'{\n  "version": 2,')


def test_markdown(speech: Path) -> None:
    assert outline(speech, "--format=markdown").stdout.decode() == "## 一、提高认识\n\n## 二、抓好落实\n"


@pytest.mark.parametrize("format", ["tokens", "markers"])
def test_stages_are_printed_one_marker_a_line(speech: Path, format: str) -> None:
    assert outline(speech, "-f", format).stdout.decode() == "0\t2\t1\t一、\t一、\n7\t9\t2\t一、\t二、\n"


def test_lines_are_printed_with_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("\u3000一、修\x1b路\n— 1 —\n（\n续）\n".encode())
    assert outline(path, "-f", "lines").stdout.decode().splitlines() == [
        *("1\t6\tspeech\thard\t\t一、修␛路", "7\t12\tinterruption\thard\ta page number\t— 1 —"),
        *("13\t14\tspeech\ttorn\tinside a bracket\t（", "15\t17\tspeech\thard\t\t续）", "18\t18\tblank\thard\t\t"),
    ]


def test_events_are_printed_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "events.txt"
    path.write_bytes("同志们：\n一、修\x1b路。\n第1页，共2页\n二、挖渠。\n谢谢大家。".encode())
    assert outline(path, "-f", "events").stdout.decode().splitlines() == [
        *("0\t4\tsalutation\t同志们：", "5\t5\topen\t", "5\t7\tmarker\t一、", "7\t10\theading\t修␛路"),
        *("11\t11\tclose\t", "12\t19\tfurniture\t第1页，共2页", "20\t20\topen\t", "20\t22\tmarker\t二、"),
        *("22\t24\theading\t挖渠", "25\t25\tclose\t", "26\t31\tclosing\t谢谢大家。"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="the shell sets a limit of memory")
@pytest.mark.parametrize("command", ["", "check "])
def test_too_little_memory_is_told_in_a_line(tmp_path: Path, speech: Path, command: str) -> None:
    (tmp_path / "long.txt").write_text("我们要看到差距，抓好落实。\n" * 2_000_000, "utf-8")
    done = in_shell(f"ulimit -v 400000; outline {command}long.txt {speech.name}", tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0] == "outline: long.txt: more memory is needed than there is"
    assert done.stdout  # the other file is done


def test_depth_body_and_offsets(tmp_path: Path) -> None:
    path = tmp_path / "deep.txt"
    path.write_bytes("一、总则\n\n开头的话。\n\n（一）甲\n\n（二）乙\n\n二、附则\n".encode())
    assert "甲" not in outline(path, "--depth", "1").stdout.decode()
    assert "开头的话" in outline(path, "--body").stdout.decode()
    assert "开头的话" not in outline(path, "-f", "markdown", "--no-body").stdout.decode()
    assert "[19:23]" not in outline(path).stdout.decode()
    assert "（二） 乙 [19:23]" in outline(path, "--offsets").stdout.decode()


def test_line_breaks_are_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(SPEECH.replace("\n", "\r\n").encode())
    read = json.loads(outline(path, "-f", "json").stdout)
    assert read["source"]["chars"] == len(SPEECH) + 2
    assert read["sections"][1]["start"] == 8


@pytest.mark.parametrize("named", [True, False], ids=["named", "found out"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16"])
def test_encodings_and_byte_order_marks(tmp_path: Path, encoding: str, named: bool) -> None:
    path = tmp_path / "encoded.txt"
    path.write_bytes("一、要看到差距\n二、要大力整改\n".encode(encoding))
    done = outline(path, "-f", "json", *(["--encoding", encoding] if named else []))
    assert done.stderr == b""
    first = json.loads(done.stdout)["sections"][0]
    assert (first["start"], first["heading"]["text"]) == (0, "要看到差距")


def test_an_encoding_that_does_not_fit_says_what_fits(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("一、要抓落实\n二、要看成效\n".encode("gb18030"))
    assert "is not utf-8 (at byte 2): gb18030 fits" in failure(outline(path, "--encoding", "utf-8"))


def test_damaged_bytes_are_counted_in_a_note(tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes("一、修渠\n二、清理".encode() + b"\xff" + "淤泥\n三、植树\n".encode())
    done = outline(path)
    assert done.returncode == 0
    assert "replaced-characters at line 2: 1 character is damaged" in done.stderr.decode()
    assert outline(path, "-q").stderr == b""


def test_input_format_and_greatest_size(tmp_path: Path, speech: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(f"<p>\n{SPEECH}</p>".encode())
    assert TREE.splitlines()[0] in outline(page, "--input-format", "text").stdout.decode()
    assert "is not pdf but text" in failure(outline(speech, "--input-format", "pdf"))
    speech.write_bytes(SPEECH.encode() * 30_000)
    assert "is larger than 1,000,000 bytes, the limit" in failure(outline(speech, "--max-size", "1"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\x00\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04....", "Word"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_line_and_the_others_are_done(
    tmp_path: Path, speech: Path, content: bytes, problem: str
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(content)
    done = outline(broken, speech)
    message = failure(done)
    assert "broken.txt: " in message
    assert problem in message
    assert TREE in done.stdout.decode()


def test_missing_file_and_folder(tmp_path: Path, speech: Path) -> None:
    missing = outline(tmp_path / "missing.txt", speech)
    assert "missing.txt: does not exist: check the name" in failure(missing)
    assert TREE in missing.stdout.decode()
    assert "is a folder" in failure(outline(tmp_path))


def test_misspelt_command_is_no_missing_file(tmp_path: Path, speech: Path) -> None:
    done = outline("chek", speech)
    assert done.returncode == 2 and not done.stdout
    assert "“chek” is neither a file nor a command: is “outline check” meant?" in done.stderr.decode()
    for name in ("notes", "check.txt"):
        assert f"{name}: does not exist" in failure(outline(tmp_path / name))
        assert f"{name}: does not exist" in failure(outline(name))


def test_control_characters_of_a_file_name_are_visible(tmp_path: Path) -> None:
    assert "a␛[31m␊b‹U+DCFF›" in failure(outline(os.fsencode(tmp_path) + b"/a\x1b[31m\nb\xff"))


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "wb") as file:
            file.write(SPEECH.encode())
    except OSError:
        pytest.skip("this file system has no such names")
    for format in ("tree", "markdown", "json"):
        done = outline(path, path, "-f", format)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [[], ["--nonsense"], ["x", "--depth", "0"], ["x", "-f", "xls"], ["x", "-o", "x.xls"], ["x", "-o", "x"]]
    + [["x", "--encoding", name] for name in ("nonsense", "base64", "rot13")]
    + [["x", "--input-format", "xlsx"], ["x", "--max-size", "0"]],
)
def test_wrong_usage(arguments: list[str]) -> None:
    done = outline(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert b"Usage: outline [OPTIONS] " in done.stderr


@pytest.mark.parametrize(
    ("ending", "beginning"), [("md", "## 一、"), ("json", "{\n"), ("jsonl", '{"version"'), ("txt", "/")]
)
def test_output_file_has_the_format_of_its_ending(speech: Path, ending: str, beginning: str) -> None:
    target = speech.with_name(f"out.{ending}")
    done = outline(speech, "-o", target)
    assert (done.returncode, done.stdout) == (0, b"")
    assert target.read_text("utf-8").startswith(beginning)
    assert sorted(path.name for path in speech.parent.iterdir()) == sorted([target.name, speech.name])


def test_format_beats_the_ending_of_the_output_file(speech: Path) -> None:
    target = speech.with_name("out.json")
    outline(speech, "-o", target, "-f", "markdown")
    assert target.read_text("utf-8").startswith("## ")


def test_output_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(speech: Path) -> None:
    old, new = speech.with_name("old.md"), speech.with_name("new.md")
    old.touch(0o640)
    old.chmod(0o640)
    for target in (old, new):
        assert outline(speech, "-o", target).returncode == 0
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(speech.stat().st_mode)


def test_an_old_file_does_not_stay_as_if_it_were_the_answer(tmp_path: Path) -> None:
    text, target = tmp_path / "text.txt", tmp_path / "markers.txt"
    text.write_text("没有编号", encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    assert outline(text, "-f", "markers", "-o", target).returncode == 0
    assert target.read_bytes() == b""


def test_output_file_is_left_alone_when_nothing_could_be_read(speech: Path) -> None:
    target = speech.with_name("out.md")
    target.write_text("before", "utf-8")
    failure(outline(speech.with_name("missing"), "-o", target))
    assert target.read_text("utf-8") == "before"
    assert len(list(speech.parent.iterdir())) == 2


def test_output_through_a_link_changes_the_file_behind_it(speech: Path) -> None:
    target, link = speech.with_name("out.md"), speech.with_name("link.md")
    target.touch()
    link.symlink_to(target)
    outline(speech, "-o", link)
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("## ")


def test_output_that_cannot_be_written(speech: Path, tmp_path: Path) -> None:
    assert "out.md: cannot be written" in failure(outline(speech, "-o", tmp_path / "no" / "out.md"))
    assert "is a folder" in failure(outline(speech, "-o", tmp_path, "-f", "tree"))


def test_output_to_a_device_does_not_replace_it(speech: Path) -> None:
    assert outline(speech, "-f", "tree", "-o", os.devnull).returncode == 0
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_output_to_standard_output_by_name(speech: Path) -> None:
    assert TREE in outline(speech, "-o", "-").stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk(speech: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "outline", speech], stdout=full, stderr=subprocess.PIPE)
    assert "standard output: cannot be written" in failure(done)


def test_a_reader_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"{n}、第{n}件事\n" for n in range(1, 9000)), "utf-8")
    command = f"'{sys.executable}' -m outline '{path}' '{path}' --quiet | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_has_enough_hides_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"{n}、第{n}件事\n" for n in range(1, 9000)), "utf-8")
    command = f"'{sys.executable}' -m outline absent '{path}' '{path}' --quiet | head -1; exit ${{PIPESTATUS[0]}}"
    assert "absent: does not exist" in failure(subprocess.run(["bash", "-c", command], capture_output=True))


STREAMS = {
    "the outline": ["speech.txt"],
    "a Word file": ["speech.txt", "-f", "docx"],
    "the version": ["--version"],
    "the version among others": ["-q", "--version"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "the schema": ["schema"],
    "the rules": ["rules"],
    "findings": ["check", "speech.txt"],
    "the difference": ["fix", "wrong.txt"],
    "why": ["explain", "speech.txt", "0"],
}
SHELL_CLOSES_OR_FILLS = [">&-", pytest.param(">/dev/full", marks=needs_full)]


@pytest.mark.parametrize("what", STREAMS)
@pytest.mark.parametrize("output", SHELL_CLOSES_OR_FILLS)
def test_standard_output_that_takes_nothing_is_told_in_one_line(speech: Path, what: str, output: str) -> None:
    (speech.parent / "wrong.txt").write_text("一、甲乙。\n二、丙丁。\n四、戊己。\n", encoding="utf-8")
    done = in_shell(f"{COMMAND} {' '.join(STREAMS[what])} {output}", speech.parent)
    assert ("it is closed" if output == ">&-" else "No space left on device") in failure(done)


@pytest.mark.parametrize("error", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
def test_what_cannot_be_told_on_standard_error_changes_nothing(speech: Path, error: str) -> None:
    speech.write_bytes("一、甲乙。\n三、丙丁。\n".encode())  # there is a note
    done = in_shell(f"{COMMAND} speech.txt {error}", speech.parent)
    assert (done.returncode, done.stdout.decode()) == (0, "speech.txt\n├─ 一、 甲乙\n└─ 三、 丙丁\n")
    for arguments, code in (
        ("nowhere.txt", 1),
        ("check nowhere.txt", 1),
        ("--nothing", 2),
        ("batch speech.txt -o out", 0),
    ):
        done = in_shell(f"{COMMAND} {arguments} {error}", speech.parent)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b""), arguments


def test_a_file_does_not_take_the_place_of_a_closed_stream(speech: Path) -> None:
    speech.write_bytes(f"{SPEECH}四、还有\n".encode())  # there is a note
    assert in_shell(f"{COMMAND} speech.txt -o out.md <&- >&- 2>&-", speech.parent).returncode == 0
    assert (speech.parent / "out.md").read_text(
        encoding="utf-8"
    ) == "## 一、提高认识\n\n## 二、抓好落实\n\n## 四、还有\n"


def test_standard_input_that_does_not_wait_is_waited_for() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    command = subprocess.Popen([sys.executable, "-m", "outline", "-"], stdin=reading, stdout=subprocess.PIPE)
    os.close(reading)
    for line in SPEECH.splitlines(keepends=True):
        time.sleep(0.5)
        os.write(writing, line.encode())
    os.close(writing)
    assert command.communicate(timeout=300)[0].decode() == f"(standard input)\n{TREE}"


def test_standard_output_that_does_not_wait_is_waited_for(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("".join(f"{n}. 修路。\n" for n in range(1, 3000)), encoding="utf-8")
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    command = subprocess.Popen([sys.executable, "-m", "outline", long, "-f", "json"], stdout=writing)
    os.close(writing)
    with open(reading, encoding="utf-8") as printed:
        time.sleep(2)  # the pipe is full by now
        assert len(json.load(printed)["sections"]) == 2999
    assert command.wait(300) == 0


@pytest.mark.parametrize("size", ["99999999999999", "9" * 40])
def test_a_greatest_size_may_be_as_great_as_one_likes(speech: Path, size: str) -> None:
    assert outline(speech, "--max-size", size).stdout.decode() == f"{speech}\n{TREE}"


def test_closed_standard_output(speech: Path) -> None:
    done = subprocess.run(["bash", "-c", f"'{sys.executable}' -m outline '{speech}' >&-"], capture_output=True)
    assert "it is closed" in failure(done)


def test_interrupt_is_one_line_and_leaves_nothing_behind(tmp_path: Path) -> None:
    pipe, target = tmp_path / "pipe", tmp_path / "out.md"
    os.mkfifo(pipe)
    running = subprocess.Popen([sys.executable, "-m", "outline", pipe, "-o", target], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 300
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, message = running.communicate(timeout=300)
    assert running.returncode == 130
    assert message.decode() == f"outline: {pipe}: was not finished: interrupted\n"
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("format", ["tree", "markdown", "json"])
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_standard_output_that_lacks_characters(tmp_path: Path, format: str, encoding: str) -> None:
    path = tmp_path / "speech.txt"
    path.write_text("一、甲😀é\n二、乙\n", "utf-8")
    done = outline(path, "-f", format, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    if format == "json":
        assert json.loads(done.stdout.decode(encoding))["sections"][0]["heading"]["text"] == "甲😀é"


def on_a_terminal(*arguments: str | Path, **environment: str) -> str:
    """What the command sends to a terminal of twenty columns."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    env = {**clean, "TERM": "xterm-256color", "COLUMNS": "20", "PYTHONIOENCODING": "utf-8", **environment}
    with subprocess.Popen([sys.executable, "-m", "outline", *arguments], stdout=theirs, env=env):
        os.close(theirs)
        sent = b""
        try:
            while chunk := os.read(ours, 4096):
                sent += chunk
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    return sent.decode()


def test_a_terminal_gets_colour_and_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_text(f"一、[red]{'长' * 60}\n二、乙\x1b[31m丙\n", "utf-8")
    sent = on_a_terminal(path)
    assert "\x1b[36m一、" in sent
    assert f"[red]{'长' * 60}\x1b" in sent or f"[red]{'长' * 60}\r\n" in sent
    assert "乙␛[31m丙" in sent


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour(speech: Path, environment: dict[str, str]) -> None:
    assert "\x1b" not in on_a_terminal(speech, **environment)


def test_notes_go_to_standard_error_whatever_is_printed(
    speech: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    noted = bare_outline(Document(SPEECH), name="speech.txt")
    noted.notes.append(Note(code="missing-number", message="三 is \x1b missing", start=7, end=9))
    monkeypatch.setattr("outline.parser.bare_outline", lambda document, *, name, headings: noted)
    said = {}
    for options in ("", "--quiet", "-fjson", "-fmarkdown", "-fevents"):
        with pytest.raises(SystemExit) as exit:
            app([str(speech), *options.split()], prog_name="outline")
        assert exit.value.code == 0
        said[options] = capsys.readouterr().err
    told = f"outline: {speech}: missing-number at line 2: 三 is ␛ missing\n"
    assert said == {
        "": told,
        "--quiet": "",
        "-fjson": told,
        "-fmarkdown": told,
        "-fevents": "",
    }


def test_schema_describes_the_json() -> None:
    done = outline("schema")
    assert json.loads(done.stdout) == Outline.model_json_schema()


def test_a_file_called_schema_has_a_path(speech: Path) -> None:
    speech.rename(speech.with_name("schema"))
    for arguments in (["./schema"], ["--", "schema"], ["--quiet", "schema"]):
        command = [sys.executable, "-m", "outline", *arguments]
        assert TREE in subprocess.run(command, cwd=speech.parent, capture_output=True).stdout.decode()


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "x"], ["x", "--version"]])
def test_version(arguments: list[str]) -> None:
    assert outline(*arguments).stdout.decode() == f"outline {__version__}\n"


def test_version_loads_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['outline', '--version']; from outline.__main__ import main; main();"
        "print([name for name in ('typer', 'pydantic', 'lark', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_text_in_a_pipe_loads_neither_rich_nor_the_libraries_of_other_formats(speech: Path) -> None:
    program = (
        "import sys; from outline.command.app import app\ntry: app(sys.argv[1:])\n"
        "finally: print({'rich', 'docx', 'lxml', 'pypdfium2'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program, speech], capture_output=True)
    assert done.stdout.decode().splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("outline ", "schema"),
        ("outline --f", "--format"),
        ("outline a.txt --enc", "--encoding"),
        ("outline -f ", "markdown"),
    ],
)
def test_shell_completion(words: str, offered: str) -> None:
    count = str(words.count(" "))
    done = outline(_OUTLINE_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=count)
    assert offered in done.stdout.decode().split()


def test_an_input_is_not_overwritten(speech: Path) -> None:
    done = outline(speech, "-o", speech.parent / "." / speech.name)
    assert done.returncode == 2
    assert b"is also to be read" in done.stderr
    assert speech.read_bytes() == SPEECH.encode()


def test_a_text_without_points_says_so() -> None:
    done = outline("-", stdin="今年雨水多，村里的路坏了好几处。\n".encode())
    assert done.returncode == 0
    assert done.stderr.decode() == "outline: (standard input): no numbered points found\n"
    assert outline("-", "-q", stdin="今年雨水多。\n".encode()).stderr == b""


def test_a_tag_is_text() -> None:
    printed = outline("-", "--body", stdin="一、甲事\n请看 <script>alert(1)</script> 这行\n二、乙事\n".encode()).stdout
    assert "请看 <script>alert(1)</script> 这行" in printed.decode()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="text must be str or Document, not bytes"):
        parse(b"\xe4")  # type: ignore[arg-type]
