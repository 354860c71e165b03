"""Reading: every input found is an article or has a reason; the stored text is clean."""

import io
import json
import os
from pathlib import Path

import pytest

from extractor.errors import ArticleError, ExtractorError
from extractor.reading.decode import clean, decode
from extractor.reading.inputs import find
from extractor.reading.read import iso_date, read
from extractor.reading.reading import Reading

BODY = "Ngày 5/4, Công an huyện Mẫu Sơn tổ chức hội nghị."


def readings(path: Path | str, published: str | None = None) -> list[Reading]:
    return list(read(find([str(path)]), published))


def one(path: Path, published: str | None = None) -> Reading:
    [reading] = readings(path, published)
    return reading


def text_of(path: Path, raw: bytes) -> str:
    path.write_bytes(raw)
    article = one(path).article
    assert article is not None
    return article.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_one_text_whatever_its_bytes(tmp_path: Path, encoding: str) -> None:
    assert text_of(tmp_path / "a.txt", BODY.encode(encoding)) == BODY


def test_lines_end_in_lf_and_letters_are_composed() -> None:
    assert clean("a\r\nb\rc") == "a\nb\nc"
    assert clean("Công an tỉnh") == "Công an tỉnh"
    assert clean("x\u00a0y  z") == "x\u00a0y  z"


def test_what_no_database_takes_is_gone() -> None:
    assert clean("a\0b\ud800") == "ab\ufffd"
    assert clean("a" + "\u0323" * 50_000) == "ạ" + "\u0323" * 7


@pytest.mark.parametrize(
    "raw", [b"\xff\xfa\x81", bytes(range(128, 256)) * 3, "Größe: Übergänge möglich".encode("latin-1")]
)
def test_an_unknown_encoding_is_a_reason(raw: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(raw)
    assert caught.value.reason == "encoding"


def test_folders_are_read_in_order_and_all_is_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text(BODY)
    (tmp_path / "deep" / "a.txt").write_text(BODY)
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "notes.md").write_text(BODY)
    os.symlink(tmp_path / "b.txt", tmp_path / "link.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = [(Path(r.uri).name, r.reason) for r in readings(tmp_path)]
    assert found == [
        ("b.txt", None), ("a.txt", None), ("empty.txt", "empty"), ("link.txt", "link"),
        ("notes.md", "no article format"), ("pipe.txt", "no regular file"),
    ]  # fmt: skip


def test_an_input_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    assert len(list(find([str(tmp_path), str(tmp_path / "a.txt"), f"{tmp_path}/./a.txt"]))) == 1


def test_an_input_that_is_not_there_is_told() -> None:
    with pytest.raises(ExtractorError, match="does not exist"):
        list(find(["/nowhere/at/all"]))


def test_a_file_that_vanished_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    [found] = find([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    assert [(r.reason, r.ignored) for r in read([found])] == [("vanished", True)]


def test_too_large_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 8_000_001)
    assert one(tmp_path / "a.txt").reason == "too large"


def test_records(tmp_path: Path) -> None:
    lines = [
        json.dumps({"uri": "n:1", "text": BODY, "title": "Hội nghị ở Mẫu Sơn", "author": "An", "source": "Báo Mẫu",
                    "published_at": "2024-04-06T07:00:00+07:00"}),
        json.dumps({"text": BODY + "\n\n" + "Hội nghị  ở Mẫu Sơn", "title": "hội nghị ở Mẫu Sơn", "url": "n:2"}),
        "{not json", "[1]", json.dumps({"uri": "n:5"}), "",
        json.dumps({"uri": "n:6", "text": BODY + "\ud800"}),
    ]  # fmt: skip
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = readings(tmp_path / "a.jsonl")
    assert [(r.uri.split("/")[-1], r.reason) for r in found] == [
        ("n:1", None), ("n:2", None), ("a.jsonl#3", "malformed"), ("a.jsonl#4", "malformed"), ("n:5", "malformed"),
        ("n:6", None),
    ]  # fmt: skip
    first = found[0].article
    assert first and first.text == f"Hội nghị ở Mẫu Sơn\n\n{BODY}"
    assert (first.author, first.source, first.published_at) == ("An", "Báo Mẫu", "2024-04-06T07:00+07:00")
    assert (first.published_method, first.published_from) == ("record", "2024-04-06")
    second = found[1].article
    assert second and second.text.startswith(BODY)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(json.dumps({"uri": "n:1", "text": BODY}).encode())

    monkeypatch.setattr("sys.stdin", Standard())
    assert [r.uri for r in readings("-")] == ["n:1"]


def test_the_dateline_counts_more_than_the_record_and_the_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một tiêu đề\n\nThứ Sáu, 19/01/2024, 20:38 [GMT+7]\n\n" + BODY)
    (tmp_path / "b.txt").write_text(BODY)
    dated, bare = one(tmp_path / "a.txt", "2020-02-02").article, one(tmp_path / "b.txt", "2020-02-02").article
    assert dated and (dated.published_at, dated.published_method) == ("2024-01-19T20:38+07:00", "dateline")
    assert bare and (bare.published_at, bare.published_method) == ("2020-02-02", "option")


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("2024-02-29", "2024-02-29"), ("2023-02-29", None), ("2024-06-12T08:30:00Z", "2024-06-12T08:30+00:00"),
        ("hôm qua", None), (None, None), (5, None), ("", None),
    ],
)  # fmt: skip
def test_dates_of_records(said: object, stored: str | None) -> None:
    assert iso_date(said) == stored


def test_the_public_names_read_a_file_and_find_its_facts(tmp_path: Path) -> None:
    import extractor

    file = tmp_path / "a.txt"
    file.write_text("Ngày 5/4/2024, Công an huyện Mẫu Sơn tổ chức hội nghị.", encoding="utf-8")
    article = extractor.read_article(file)
    assert isinstance(article, extractor.Article)
    assert next((f.kind, article.text[f.char_start : f.char_end]) for f in extractor.extract(article)) == (
        "time",
        "Ngày 5/4/2024",
    )
    with pytest.raises(AttributeError):
        _ = extractor.nothing_of_the_kind
