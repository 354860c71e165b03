"""The wheel: installed in an empty folder elsewhere, it runs with what is inside it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = "Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh Lạng Sơn, dự hội nghị ngày 5/4/2024.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_what_it_holds(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for inside in (
        "extractor/data/lexicons/ranks.tsv", "extractor/store/views/v_awards.sql", "extractor/migrations/env.py",
        "extractor/migrations/versions/0001_first_schema.py", "extractor/pages/templates/article.html",
    ):  # fmt: skip
        assert inside in names
    assert not [name for name in names if name.startswith(("tests/", "data/")) or "corpus" in name]


def test_it_runs_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    zipfile.ZipFile(wheel).extractall(site)  # what pip does with a wheel of pure Python; its needs are here already
    (work / "a.txt").write_text(ARTICLE)
    env = {**os.environ, "PYTHONPATH": str(site)}

    def extractor(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", *arguments], cwd=work, env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    extractor("run", "a.txt")
    asked = extractor("query", "SELECT name, rank FROM v_officials", "--format", "csv")
    assert asked.splitlines() == ["name,rank", "Lê Văn Mẫu,Đại tá"]
    extractor("db", "check")
