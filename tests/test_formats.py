"""Pages, tables and compressed files: their main text and what they say of themselves, within limits."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from extractor.reading.inputs import find
from extractor.reading.read import read
from extractor.reading.reading import Reading

pytest.importorskip("trafilatura", reason="needs the extra html")
pytest.importorskip("pyarrow", reason="needs the extra parquet")

BODY = [
    "Ngày 5/4, Công an huyện Mẫu Sơn tổ chức hội nghị tổng kết công tác quý I và triển khai nhiệm vụ quý II.",
    "Đại tá Lê Văn Mẫu chủ trì hội nghị, ghi nhận kết quả của các đơn vị và yêu cầu tiếp tục giữ vững an ninh trật tự.",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Hội nghị ở Mẫu Sơn | Báo Mẫu</title>{meta}</head>
<body><nav><a href="/">Trang chủ</a> <a href="/x">Thời sự</a></nav><article><h1>Hội nghị ở Mẫu Sơn</h1>{line}
<p>{0}</p><p>{1}</p></article><script>var a = "{{}}";</script><footer>Liên hệ quảng cáo</footer></body></html>"""
META = (
    '<meta property="og:title" content="Hội nghị ở Mẫu Sơn"><meta name="author" content="An Bình">'
    '<meta property="article:published_time" content="2024-04-06T07:00:00+07:00">'
    '<meta property="og:site_name" content="Báo Mẫu">'
)


def page(meta: str = META, line: str = "", charset: str = "utf-8") -> str:
    return PAGE.format(*BODY, meta=meta, line=line, charset=charset)


def one(path: Path) -> Reading:
    [reading] = read(find([str(path)]))
    return reading


def test_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page())
    article = one(tmp_path / "a.html").article
    assert article
    assert article.text.split("\n") == ["Hội nghị ở Mẫu Sơn", *BODY]
    assert (article.title, article.author, article.source) == ("Hội nghị ở Mẫu Sơn", "An Bình", "Báo Mẫu")
    assert (article.published_at, article.published_method) == ("2024-04-06T07:00+07:00", "record")


def test_a_page_whose_date_is_only_printed(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_text(page("", '<div class="meta">Thứ Bảy, 06/04/2024, 07:00 [GMT+7]</div>'))
    article = one(tmp_path / "a.htm").article
    assert article and article.published_on == "2024-04-06"


def test_a_page_with_no_date_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("", "<p>Xem thêm: tin ngày 10/01/2020</p>"))
    article = one(tmp_path / "a.html").article
    assert article and article.published_at is None


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 300 + "x" + "</div>" * 300,
        "<p " + "a=1 " * 40_000 + ">x</p>",
        "<p " * 20_000,
        "<html><body></body></html>",
    ],
    ids=["deep", "wide", "open", "empty"],
)
def test_pages_that_are_no_articles(tmp_path: Path, bomb: str) -> None:
    (tmp_path / "a.html").write_text(bomb)
    assert one(tmp_path / "a.html").reason in ("malformed", "no main text")


RECORDS: list[dict[str, Any]] = [
    {"uri": "n:1", "text": BODY[0], "title": "Một", "published_at": "2024-04-06", "author": "An"},
    {"uri": "n:2", "html": page()},
    {"uri": "n:3", "text": None},
]


def assert_records(path: Path) -> None:
    found = list(read(find([str(path)])))
    assert [(r.uri, r.reason) for r in found] == [("n:1", None), ("n:2", None), ("n:3", "malformed")]
    one_, two = found[0].article, found[1].article
    assert one_ and (one_.text, one_.author, one_.published_on) == (f"Một\n\n{BODY[0]}", "An", "2024-04-06")
    assert two and (two.text.split("\n")[0], two.author) == ("Hội nghị ở Mẫu Sơn", "An Bình")


def test_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, RECORDS)).encode()))
    assert_records(tmp_path / "a.jsonl.gz")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    names = ["uri", "Text", "HTML", "title", "published_at", "author"]
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([names, *[[record.get(name.lower()) for name in names] for record in RECORDS]])
    assert_records(tmp_path / "a.csv")


def test_parquet(tmp_path: Path) -> None:
    from pyarrow import Table
    from pyarrow.parquet import write_table

    write_table(
        Table.from_pylist([{**dict.fromkeys(RECORDS[0] | RECORDS[1]), **r} for r in RECORDS]), tmp_path / "a.parquet"
    )
    assert_records(tmp_path / "a.parquet")


def test_tables_without_articles_are_ignored(tmp_path: Path) -> None:
    from pyarrow import Table
    from pyarrow.parquet import write_table

    (tmp_path / "a.csv").write_text("file,date\nx,2024-01-01\n")
    write_table(Table.from_pylist([{"file": "x"}]), tmp_path / "b.parquet")
    assert [(r.reason, r.ignored) for r in read(find([str(tmp_path)]))] == [("no text or html column", True)] * 2


def test_compressed_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("\n\n".join(BODY).encode()))
    article = one(tmp_path / "a.txt.gz").article
    assert article and article.text == "\n\n".join(BODY)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.parquet.gz", "a.html.gz"])
def test_compressed_bombs_and_wrecks(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"text\n" + b" " * 18_000_000))
    assert {r.reason for r in read(find([str(path)]))} <= {"too large", "malformed"}
    path.write_bytes(gzip.compress(b'text\n{"uri": "x"}' * 1000)[:-20])
    assert "malformed" in {r.reason for r in read(find([str(path)]))}
    path.write_bytes(b"no gzip at all")
    assert {r.reason for r in read(find([str(path)]))} == {"malformed"}


@pytest.mark.parametrize("name", ["a.parquet", "a.csv", "a.jsonl", "a.html"])
def test_nonsense(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 10)
    assert all(r.article is None and r.reason for r in read(find([str(tmp_path)])))
