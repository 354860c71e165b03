"""usage: python -m tests.torture [--times N] [NAME...]    runs the long fault tests, or those named"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import make_url

from extractor.store.database import open_engine

from .check import canonical, check

ROOT = Path(__file__).parents[2]
COUNT = 400
Result = Counter[str]


def start(url: str, count: int = COUNT, prefix: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
    """A writer in a process group of its own."""
    command = [*prefix, sys.executable, "-m", "tests.torture.writer", url, str(count)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **pipes)  # type: ignore[call-overload, no-any-return]


def acked(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith("ACK ") and line.endswith(".txt")]


def content(path: Path) -> list[str]:
    engine = open_engine(make_url("sqlite://").set(database=str(path)))
    try:
        return canonical(engine)
    finally:
        engine.dispose()


def reference(folder: Path, count: int = COUNT) -> list[str]:
    path = folder / "reference.db"
    start(f"sqlite:///{path}", count).communicate()
    return content(path)


def finished(path: Path, expected: list[str], count: int = COUNT) -> str:
    """Runs to the end and compares."""
    start(f"sqlite:///{path}", count).communicate()
    return check(str(path), []) or ("" if content(path) == expected else "another content")


def kills(folder: Path, times: int) -> Result:
    """A1: SIGKILL at a random moment; a rerun completes."""
    expected, found, chance = reference(folder), Result(), random.Random(1)
    path = folder / "kills.db"
    for number in range(times):
        process = start(f"sqlite:///{path}")
        time.sleep(chance.uniform(0.4, 1.6))
        os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
        found[check(str(path), acked(out)) or "right"] += 1
        if number % 10 == 9:
            found[finished(path, expected) or "completed"] += 1
            for file in folder.glob("kills.db*"):
                file.unlink()
    return found


def writes(folder: Path, times: int) -> Result:
    """A2, A7, A8: killed, out of room or failing at the N-th write or sync; a rerun completes."""
    expected, found = reference(folder, 60), Result()
    for number in range(1, times + 1):
        for calls, fault in (
            ("pwrite64,fdatasync,fsync,unlink,ftruncate", "signal=SIGKILL"),
            ("pwrite64", "error=ENOSPC"),
            ("pwrite64", "error=EIO"),
            ("fdatasync,fsync", "error=EIO"),
        ):
            path = folder / "writes.db"
            tracing = ("strace", "-f", "-qq", "-o", os.devnull, "-P", str(path), "-P", f"{path}-wal")
            inject = ("-e", f"trace={calls}", "-e", f"inject={calls}:{fault}:when={number * 3}+")
            out, err = start(f"sqlite:///{path}", 60, (*tracing, *inject)).communicate()
            said = check(str(path), acked(out)) or ("Traceback" if "Traceback" in err else "")
            found[said or finished(path, expected, 60) or "right"] += 1
            for file in folder.glob("writes.db*"):
                file.unlink()
    return found


def power(folder: Path, times: int) -> Result:
    """A5: simulated power cuts; no corruption, no acknowledged article lost."""
    script = ROOT.parent / "shared" / "powercut.py"
    if not script.exists():
        return Result({"the shared folder is not beside this repository": 1})
    found = Result()
    for seed in range(max(1, times // 200)):
        path = folder / f"power{seed}.db"
        command = [sys.executable, str(script), str(path), "200", str(seed), str(ROOT / "tests/torture/check.py"), "--"]
        writer = [sys.executable, "-m", "tests.torture.writer", f"sqlite:///{path}", "60"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([*command, *writer], cwd=ROOT, env=environment, capture_output=True, text=True)
        found += Result(
            json.loads(done.stdout.partition(": ")[2].replace("'", '"')) if done.stdout else {done.stderr: 1}
        )
    return found


def room(folder: Path, times: int) -> Result:
    """A6: a full disk; one clear line, and a rerun completes once there is room."""
    expected, found = reference(folder), Result()
    for size in ("600k", "1m", "1500k", "2m"):
        mount = folder / "small"
        mount.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", mount], check=True)
        try:
            out, err = start(f"sqlite:///{mount}/facts.db").communicate()
            said = check(str(mount / "facts.db"), acked(out))
            told = "No room is left" in err and err.count("\n") == 1
            subprocess.run(["mount", "-o", "remount,size=64m", mount], check=True)
            found[said or ("" if told else "not told") or finished(mount / "facts.db", expected) or "right"] += 1
        finally:
            subprocess.run(["umount", mount], check=True)
    return found


def at_once(folder: Path, times: int) -> Result:
    """B2: four runs of the same articles into one file."""
    expected, found = reference(folder), Result()
    for number in range(max(1, times // 40)):
        path = folder / f"at_once{number}.db"
        processes = [start(f"sqlite:///{path}") for _ in range(4)]
        errors = [process.communicate()[1] for process in processes]
        failed = next((error for error in errors if error), "")
        found[failed[:80] or check(str(path), []) or ("right" if content(path) == expected else "another content")] += 1
    return found


def migrations(folder: Path, times: int) -> Result:
    """C3: SIGKILL at every statement of the migration."""
    from tests.test_migrations import KILLED

    expected, found = reference(folder, 10), Result()
    for number in range(200):
        path = folder / f"migration{number}.db"
        arguments = [sys.executable, "-c", KILLED, f"sqlite:///{path}", str(number)]
        done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True)
        found[finished(path, expected, 10) or "right"] += 1
        if done.stdout == "whole\n":
            break
    return found


TESTS: dict[str, Callable[[Path, int], Result]] = {
    test.__name__: test for test in (kills, writes, power, room, at_once, migrations)
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("names", nargs="*", choices=[*TESTS, []])
    given = parser.parse_args()
    wrong = 0
    for name in given.names or TESTS:
        folder = Path(tempfile.mkdtemp(prefix=f"torture-{name}-"))
        found = TESTS[name](folder, given.times)
        shutil.rmtree(folder, ignore_errors=True)
        wrong += sum(count for said, count in found.items() if said not in ("right", "completed"))
        print(f"{name}: {(TESTS[name].__doc__ or '').strip()} {dict(found)}", flush=True)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
