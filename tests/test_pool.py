"""One document cannot stop a run: it hangs, dies or eats memory alone."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from extractor.running.run import Settings, Summary, run
from extractor.store.database import database_url

from .chaos import misbehave
from .databases import dump, engine_of, rows

GOOD = "Ngày {}/4/2024, Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh Lạng Sơn, dự hội nghị."
SETTINGS = Settings(workers=2, seconds=6.0, memory=2**30, extract=misbehave)


def chaotic_run(folder: Path, faults: list[str], settings: Settings = SETTINGS) -> Summary:
    """A run over one article for each of ``faults``, «» for none."""
    (folder / "in").mkdir()
    for number, fault in enumerate(faults):
        (folder / "in" / f"{number:03}.txt").write_text(f"Số {number}\n\n{GOOD.format(number % 28 + 1)}\n\n{fault}")
    return run([str(folder / "in")], database_url(f"sqlite:///{folder}/facts.db"), settings=settings)


def test_chaos(tmp_path: Path) -> None:
    faults = ["memory"] * 2 + ["exit"] * 2 + ["abort"] + ["hang"] + ["recursion"] * 2 + ["print"] + [""] * 31
    faults = [faults[i * 7 % len(faults)] for i in range(len(faults))]
    summary = chaotic_run(tmp_path, faults)
    assert summary.outcomes == {"processed": 32, "quarantined": 8}
    engine = engine_of(database_url(f"sqlite:///{tmp_path}/facts.db"))
    assert dict(rows(engine, "SELECT reason, count(*) FROM v_quarantines GROUP BY 1")) == {
        "memory": 2, "crash": 3, "timeout": 1, "defect": 2,
    }  # fmt: skip
    expected = {fault: f"{i:03}.txt" for i, fault in enumerate(faults)}
    [(uri,)] = rows(engine, "SELECT uri FROM v_quarantines WHERE reason = 'timeout'")
    assert uri.endswith(expected["hang"])
    assert rows(engine, "SELECT count(*) FROM v_officials") == [(32,)]
    engine.dispose()


def test_a_record_that_kills_is_named(tmp_path: Path) -> None:
    faults = ["", "exit", "", "hang", ""]
    lines = [json.dumps({"uri": f"n:{i}", "text": f"{GOOD.format(i + 1)}\n{f}"}) for i, f in enumerate(faults)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    url = database_url(f"sqlite:///{tmp_path}/facts.db")
    summary = run([str(tmp_path / "a.jsonl")], url, settings=SETTINGS)
    assert summary.outcomes == {"processed": 3, "quarantined": 2}
    engine = engine_of(url)
    found = rows(engine, "SELECT uri, reason FROM v_quarantines ORDER BY 1")
    assert [(Path(uri).name, reason) for uri, reason in found] == [("a.jsonl#2", "crash"), ("a.jsonl#4", "timeout")]
    engine.dispose()


@pytest.mark.parametrize("workers", [1, 3])
def test_the_number_of_workers_changes_nothing(tmp_path: Path, workers: int) -> None:
    found = []
    for count in (2, workers):
        folder = tmp_path / str(count)
        folder.mkdir()
        chaotic_run(folder, [""] * 30, Settings(workers=count))
        engine = engine_of(database_url(f"sqlite:///{folder}/facts.db"))
        tables = dump(engine)
        tables["article_uri"] = [(*row[:2], Path(row[2]).name) for row in tables["article_uri"]]
        found.append(tables)
        engine.dispose()
    assert found[0] == found[1]


def test_no_worker_outlives_its_parent(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"{GOOD.format(1)}\nhang")
    code = (
        "from tests.test_pool import *\n"
        f"run(['{tmp_path}/in'], database_url('sqlite:///{tmp_path}/facts.db'),"
        " settings=Settings(workers=1, seconds=60, extract=misbehave))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[1], start_new_session=True)
    while len(children := _descendants(process.pid)) < 3 or not _busy(children):
        time.sleep(0.1)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 5
    while any(_alive(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [pid for pid in children if _alive(pid)] == []


def _parents() -> dict[int, int]:
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    return found


def _descendants(pid: int) -> list[int]:
    parents = _parents()
    found = [pid]
    for _ in range(3):
        found += [child for child, parent in parents.items() if parent in found and child not in found]
    return found[1:]


def _busy(pids: list[int]) -> bool:
    """Whether one of ``pids`` has worked for a second or more since all of them were there."""
    used = Counter({pid: _ticks(pid) for pid in pids})
    time.sleep(1)
    return any(_ticks(pid) - used[pid] > 50 for pid in pids)


def _ticks(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11])
    except OSError:
        return 0


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
