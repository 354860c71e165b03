"""The command as users call it: exit codes, one-sentence errors, what stands on standard output."""

import csv
import io
import json
import os
import shlex
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.__main__ import main

ARTICLE = """Công an huyện Mẫu Sơn tổng kết công tác

Ngày 5/4/2024, Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh Lạng Sơn, dự hội nghị.
"""


@dataclass
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def extractor(*arguments: str, cwd: Path, **env: str) -> Done:
    """The finished command, called in ``cwd``: in this process, which is quicker than a new one."""
    out, err = io.StringIO(), io.StringIO()
    before = os.getcwd()
    os.chdir(cwd)
    try:
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr(sys, "argv", ["extractor", *arguments])
            for name, value in env.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as exit_:
                main()
    finally:
        os.chdir(before)
    return Done(int(exit_.value.code or 0), out.getvalue(), err.getvalue())


def command(*arguments: str) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "extractor", *arguments]


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE)
    (tmp_path / "in" / "bad.txt").write_bytes(b"\xff\xfa\x81")
    return tmp_path


def test_run_then_query(folder: Path) -> None:
    done = extractor("run", "in", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "quarantined" in done.stdout and (folder / "facts.db").is_file()
    asked = extractor("query", "SELECT name, rank FROM v_officials", "--format", "json", cwd=folder)
    assert json.loads(asked.stdout) == [{"name": "Lê Văn Mẫu", "rank": "Đại tá"}]


def test_summary_as_json(folder: Path) -> None:
    first = json.loads(extractor("run", "in", "--json", cwd=folder).stdout)
    assert {k: first[k] for k in ("articles", "new", "changed", "unchanged", "quarantined")} == {
        "articles": 1, "new": 1, "changed": 0, "unchanged": 0, "quarantined": 1,
    }  # fmt: skip
    again = json.loads(extractor("run", "in", "--json", cwd=folder).stdout)
    assert (again["new"], again["unchanged"], again["facts_added"]) == (0, 1, 0)
    assert again["facts"] == first["facts"]


def test_strict(folder: Path) -> None:
    assert extractor("run", "in", "--strict", cwd=folder).returncode == 1
    (folder / "in" / "bad.txt").unlink()
    assert extractor("run", "in", "--strict", cwd=folder).returncode == 0


def test_the_database_of_the_environment(folder: Path) -> None:
    assert extractor("run", "in", cwd=folder, EXTRACTOR_DB="sqlite:///other.db").returncode == 0
    assert (folder / "other.db").is_file() and not (folder / "facts.db").exists()


def test_published(folder: Path) -> None:
    (folder / "in" / "b.txt").write_text("Hội nghị diễn ra hôm nay.")
    extractor("run", "in", "--published", "2024-06-12", cwd=folder)
    asked = extractor("query", "SELECT published_at, published_method FROM v_articles", "--format", "csv", cwd=folder)
    assert "2024-06-12,option" in asked.stdout


def test_json_lines_on_standard_input(folder: Path) -> None:
    done = subprocess.run(
        command("run", "-", "--json"),
        input=json.dumps({"uri": "n:1", "text": ARTICLE}),
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout)["new"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["run"], 2, "INPUT"),
        (["run", "missing"], 2, "missing does not exist"),
        (["run", "in", "--published", "gestern"], 2, "gestern"),
        (["nonsense"], 2, "nonsense"),
        (["run", "in", "--db", "facts.db"], 2, "sqlite:///"),
        (["run", "in", "--db", "mysql://h/x"], 2, "mysql"),
        (["run", "in", "--db", "sqlite:///in"], 3, "cannot be opened"),
        (["run", "in", "--db", "sqlite:///no/such/folder.db"], 3, "folder must exist"),
        (["run", "in", "--db", "sqlite:///in/a.txt"], 3, "no sound SQLite database"),
        (["query", "SELECT 1"], 3, "no database"),
        (["evaluate", "in"], 2, "no gold file"),
        (["explain", "in/bad.txt"], 2, "encoding"),
        (["db", "upgrade", "9999"], 2, "revision"),
    ],
)
def test_errors_are_one_sentence(folder: Path, arguments: list[str], code: int, said: str) -> None:
    done = extractor(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert said in done.stderr and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def test_debug_shows_the_traceback(folder: Path) -> None:
    done = subprocess.run(
        command("run", "missing", "--debug"), cwd=folder, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert "Traceback" in done.stderr


def test_passwords_are_not_printed(folder: Path) -> None:
    url = "postgresql+psycopg://u:CANARY-s3cr%40t@127.0.0.1:1/x"
    done = extractor("run", "in", "--db", url, cwd=folder)
    assert done.returncode == 69, done.stderr
    assert "CANARY" not in done.stdout + done.stderr
    done = extractor("run", "in", "--db", "sqlite:///x.db?password=CANARY", cwd=folder)
    assert done.returncode == 2 and "CANARY" not in done.stdout + done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_formats(folder: Path, form: str) -> None:
    extractor("run", "in", cwd=folder)
    done = extractor("query", "SELECT 1 AS a, 'x|y' AS b, NULL AS c", "--format", form, cwd=folder)
    if form == "json":
        assert json.loads(done.stdout) == [{"a": 1, "b": "x|y", "c": None}]
    elif form == "csv":
        assert list(csv.reader(io.StringIO(done.stdout))) == [["a", "b", "c"], ["1", "x|y", ""]]
    elif form == "markdown":
        assert done.stdout == "| a | b | c |\n| --- | --- | --- |\n| 1 | x\\|y |  |\n"
    else:
        assert [line.split() for line in done.stdout.splitlines()] == [["a", "b", "c"], ["-", "---", "-"], ["1", "x|y"]]


def test_no_row_is_an_answer_too(folder: Path) -> None:
    extractor("run", "in", cwd=folder)
    done = extractor("query", "SELECT uri FROM v_articles WHERE 0", "--format", "json", cwd=folder)
    assert json.loads(done.stdout) == []


def test_explain(folder: Path) -> None:
    done = extractor("explain", "in/a.txt", cwd=folder)
    assert done.returncode == 0
    assert "⟦Đại tá Lê Văn Mẫu, Phó Giám đốc" in done.stdout
    assert "rank.rank: «Đại tá» → <RANK>" in done.stdout
    assert not (folder / "facts.db").exists()


def test_evaluate(folder: Path) -> None:
    (folder / "gold").mkdir()
    gold = {"article": {"title": "Công an huyện Mẫu Sơn tổng kết công tác"}, "facts": []}
    (folder / "gold" / "a.json").write_text(json.dumps(gold))
    done = extractor("evaluate", "gold", "--articles", "in", "--errors", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "official" in done.stdout and "invented" in done.stdout


def test_database_commands(folder: Path) -> None:
    assert extractor("db", "current", cwd=folder).stdout == "none\n"
    assert extractor("db", "upgrade", cwd=folder).returncode == 0
    assert "newest" in extractor("db", "current", cwd=folder).stdout
    assert extractor("db", "check", cwd=folder).returncode == 0
    assert extractor("db", "downgrade", "base", cwd=folder).returncode == 0
    assert extractor("db", "check", cwd=folder).returncode == 2


def test_keeping_commands(folder: Path) -> None:
    assert extractor("verify", cwd=folder).returncode == 3
    extractor("run", "in", cwd=folder)
    assert extractor("verify", cwd=folder).stdout == "Every invariant holds.\n"
    assert "version 1 (current)" in extractor("history", "in/a.txt", cwd=folder).stdout
    assert extractor("history", "in/b.txt", cwd=folder).returncode == 2
    assert "v_officials.csv: 1 rows" in extractor("export", "out", cwd=folder).stdout
    assert "Erased 1 versions" in extractor("forget", "in/a.txt", cwd=folder).stdout
    assert extractor("query", "SELECT count(*) FROM v_articles", "--format", "csv", cwd=folder).stdout.split() == [
        "count(*)", "0",
    ]  # fmt: skip
    with closing(sqlite3.connect(folder / "facts.db")) as connection:
        connection.execute("UPDATE run SET inputs = 9")
        connection.commit()
    done = extractor("verify", cwd=folder)
    assert done.returncode == 3 and done.stdout.startswith("V3: ") and done.stderr.count("\n") == 1


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    extractor("run", "in", cwd=folder)
    done = subprocess.run(
        ["bash", "-c", f"{shlex.join(command('query'))} 'SELECT text FROM v_articles, v_rules' | head -1"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr and "Error" not in done.stderr


@pytest.mark.parametrize("number", [2, 15])
def test_an_interrupted_run_keeps_what_it_committed(folder: Path, number: int) -> None:
    for i in range(1500):
        (folder / "in" / f"{i:04}.txt").write_text(f"{ARTICLE}\nSố {i}.\n")
    process = subprocess.Popen(
        command("run", "in", "--json"),
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not _recorded(folder / "facts.db"):
        time.sleep(0.05)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number, err
    summary = json.loads(out)
    assert summary["interrupted"] and 0 < summary["articles"] < 1500 and "Traceback" not in err
    done = extractor("query", "SELECT status, articles FROM v_runs", "--format", "csv", cwd=folder)
    assert done.stdout.splitlines()[1] == f"interrupted,{summary['articles']}"


def _recorded(path: Path) -> int:
    """How many inputs a run has committed so far."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM run_input").fetchone()[0])
    except sqlite3.Error:
        return 0
