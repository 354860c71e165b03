"""Makes a folder of nasty inputs: each text has a sentence of known facts before and after its nasty part."""

import csv
import gzip
import io
import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from .test_decode import surface, windows_1258

BEFORE = "Ngày 5/4/2024, Công an huyện Mẫu Sơn tổ chức hội nghị tổng kết công tác bảo vệ an ninh, trật tự."
AFTER = "Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh Lạng Sơn, chủ trì và phát biểu tại hội nghị này."
Made = Iterator[tuple[str, bytes]]

REPEATED = [
    "tặng Bằng khen cho ", "ngày ", "1.", "a, ", "(", "“", "Nguyễn Văn ", "1/1/", "0", "- ", "và ", "tỉnh ", "Công an ",
    "số ", "/", "năm 2018 và ", "triệu đồng ", "huyện A, ", "Đại tá ", "từ ", "\u00a0", "% ", "tặng thưởng ", "Bộ trưởng ",
    "12/TTr-", "hai mươi ", "Phòng ", "lần thứ ", "đồng chí ", "không ", "tập thể, cá nhân ", "Huân chương ", ". ", "; ",
    "nghị quyết số ", "từ ngày 1 đến ", "gồm: ", "phó ", "Ủy ban nhân dân ", "\u200b", "ủy viên, ", "A ", "Á", "1 ",
    "tăng 5% so với ", "...", "kỷ niệm ", "TP. ",
]  # fmt: skip


def text(middle: str) -> str:
    """A text with ``middle`` in its midst."""
    return f"{BEFORE}\n\n{middle}\n\n{AFTER}\n"


def redos(length: int) -> Made:
    for number, piece in enumerate(REPEATED):
        yield f"redos/{number:02}.txt", text(piece * (length // len(piece))).encode()


def sizes(length: int) -> Made:
    yield "size/one_line.txt", (BEFORE + " " + "Hội nghị diễn ra. " * (length // 20) + AFTER).encode()
    yield "size/no_spaces.txt", text("x" * length).encode()
    yield "size/lines.txt", text("\n" * length).encode()
    yield "size/short_lines.txt", text("a\n" * (length // 2)).encode()
    yield "size/too_large.txt", b"x" * 8_000_001
    yield "size/empty.txt", b""
    yield "size/spaces.txt", b" \n\t \n"
    yield "size/bom_only.txt", b"\xef\xbb\xbf"
    yield "size/one_letter.txt", b"x"


def encodings(length: int) -> Made:
    whole = text("Nhiều tập thể, cá nhân được khen thưởng; trật tự được giữ vững, người dân yên tâm.")
    for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        yield f"encoding/{name}.txt", whole.encode(name)
    for name in ("tcvn3", "vni", "viscii"):
        yield f"encoding/{name}.txt", surface(whole, name)
        yield f"encoding/{name}_as_unicode.txt", surface(whole, name).decode("latin-1").encode()
    yield "encoding/cp1258.txt", windows_1258(whole)
    yield "encoding/twice.txt", whole.encode().decode("latin-1").encode()
    yield "encoding/cut.txt", whole.encode()[:-2]
    yield "encoding/broken.txt", whole.encode().replace(b"\xe1\xba", b"\xe1")
    yield "encoding/binary.txt", bytes(range(256)) * 50
    yield "encoding/latin.txt", "Größe, Übergänge, öffnen, für".encode("latin-1")
    yield "encoding/mixed.txt", whole.encode() + surface(whole, "tcvn3")
    yield "encoding/nfd.txt", unicodedata.normalize("NFD", whole).encode()
    yield "encoding/surrogate.txt", whole.encode() + b"\xed\xa0\x80"


def unicode(length: int) -> Made:
    parts = {
        "marks": "a" + "\u0323" * length, "bidi": "\u202e\u202dđảo ngược\u202c" * 50, "zero_width": "Hội\u200bnghị " * 50,
        "private": "\ue000\ue001\uf8ff " * 200, "emoji": "👨‍👩‍👧‍👦🇻🇳 " * 200, "look_alike": "Сông аn tỉnh " * 50,
        "controls": "".join(map(chr, range(1, 32))) * 20, "nul": "a\0b" * 100, "separators": "a\u2028b\u2029c\x85d\x0b" * 50,
        "astral": "𝐁ằ𝐧𝐠 𝐤𝐡𝐞𝐧 " * 50, "spaces": "\u3000\u2003\u00a0 " * 200, "turkish": "İstanbul ıI " * 50, "tags": "\U000e0041" * 200,
        "soft_hyphens": "Công\xad an " * 50, "full_width": "１２３ ｖụ ＝１ " * 50, "replacement": "\ufffd" * 200, "escape": "\x1b[2J\x1b]0;x\x07" * 20,
        "noncharacters": "\ufffe\uffff\U0010ffff " * 50, "combining_first": "\u0301" * 20 + "a", "long_word": "ngh" * (length // 3),
    }  # fmt: skip
    for name, middle in parts.items():
        yield f"unicode/{name}.txt", text(middle).encode()


def values(length: int) -> Made:
    parts = [
        "9" * 400 + " vụ", "1e999999 đồng", "²³ vụ", "٣٤ vụ", "-5 vụ", "0 vụ", "00000005 vụ", "1.2.3.4.5 vụ", "1,5,7 triệu",
        "9223372036854775808 đồng", "31/02/2024", "ngày 0/0/0000", "ngày 99/99/9999", "năm 99999", "30/2 âm lịch",
        "từ năm 2020 đến năm 1990", "từ ngày 31/12/2024 đến 1/1/2024", "thế kỷ MMMMXX", "lần thứ IIIIIIII", "25h70 ngày 5/4/2024",
        "999 tỷ tỷ tỷ tỷ đồng", "5 năm qua " * 100, "hàng hàng chục trăm vụ", "3/0 xã", "100000% tăng 1000000%", "năm 0000",
        "mùng 30 tháng 13", "1.000.000.000.000.000.000.000 đồng", "quý IX năm 2023", "12 tháng 13",
    ]  # fmt: skip
    for number, middle in enumerate(parts):
        yield f"value/{number:02}.txt", text(middle + ".").encode()


def markup(length: int) -> Made:
    body = f"<article><h1>Hội nghị</h1><p>{BEFORE}</p>{{}}<p>{AFTER}</p></article>"
    parts = {
        "script": "<script>alert('x')</script>", "deep": "<div>" * 400 + "x" + "</div>" * 400, "open": "<p " * 5000,
        "attributes": "<p " + "a=1 " * 40_000 + ">", "entities": "&amp;" * 1000 + "&bogus;&#0;&#xd800;&#x110000;",
        "comment": "<!-- never closed", "cdata": "<![CDATA[" * 100, "xss": '<img src=x onerror="alert(1)"><svg onload=alert(1)>',
        "table": "<table>" + "<tr><td>1" * 500 + "</table>", "doctype": '<!DOCTYPE a [<!ENTITY b "c">]>&b;', "nul": "a\0b",
        "quotes": "<a href='" * 500, "list": "<ul>" + "<li>Mục" * 500 + "</ul>", "base": '<base href="file:///etc/passwd">',
    }  # fmt: skip
    for name, middle in parts.items():
        yield f"markup/{name}.html", ("<html><body>" + body.format(middle) + "</body></html>").encode()
    yield "markup/empty.html", b"<html></html>"
    yield "markup/text.htm", text("no markup at all").encode()


def records(length: int) -> Made:
    whole = text("Giữa.")
    good = {"uri": "record:{}", "text": whole}
    odd: list[object] = [
        [], 1, None, "x", {}, {"text": 5}, {"text": None, "html": None}, {"text": whole, "published_at": "31/31/2024"},
        {"text": whole, "published_at": 10**30}, {"text": whole, "title": ["a"]}, {"text": whole, "uri": {"a": 1}},
        {"text": whole, "title": "\x1b[2J=1+1"}, {"text": whole + "\ud800"}, {"text": "x", "uri": "=cmd()"}, {"html": "<p"},
        {"text": whole, "uri": "../../etc/passwd"}, {"text": whole, "author": "x" * 100_000},
    ]  # fmt: skip
    lines = [json.dumps(good | {"uri": f"record:{i}", "text": f"{whole}\nSố {i}"}) for i in range(5)]
    lines += [json.dumps(record) for record in odd]
    lines += ["{", '{"text": "a"', "[" * 100_000, '{"text": NaN}', "\ufeff{}", "", "   ", '{"a":' * 5000]
    yield "record/odd.jsonl", "\n".join(lines).encode()
    yield "record/bytes.jsonl", b'{"text": "\xff\xfe"}\n' + json.dumps(good).encode()
    yield "record/cut.jsonl.gz", gzip.compress("\n".join(lines[:5]).encode())[:-30]
    yield "record/bomb.jsonl.gz", gzip.compress(b'{"text": "' + b" " * 20_000_000 + b'"}')
    yield "record/bomb.txt.gz", gzip.compress(b" " * 50_000_000)
    yield "record/none.txt.gz", b"no gzip"
    yield "record/none.parquet", b"PAR1" + bytes(range(200)) + b"PAR1"
    yield "record/no_text.csv", b"a,b\n1,2\n"
    table = io.StringIO()
    csv.writer(table).writerows(
        [["uri", "text"], ["csv:1", whole + "1"], ["=1+1", whole + "2"], ["csv:3"], ["csv:4", "x", "y"]]
    )
    yield "record/table.csv", table.getvalue().encode()
    yield "record/quotes.csv", b'text\n"never closed ' + b"x" * 1000
    yield "record/nul.csv", b"text\na\0b\n"
    yield "record/empty.csv", b""
    yield "record/folder.zip", b"PK\x03\x04"
    yield "record/nested.txt.gz.gz", gzip.compress(gzip.compress(whole.encode()))


NAMES = [
    "-rf.txt", "$(touch owned).txt", "a b.txt", "a;b.txt", "a'b\".txt", "new\nline.txt", "\x1b[2J.txt", "đường dẫn.txt",
    "=1+1.txt", "%s%n.txt", "con.TXT", ".hidden.txt", "x" * 200 + ".txt", "a.txt.txt", "🇻🇳.txt", "`id`.txt", "|.txt",
    "..txt", "<b>.txt", "a&b.txt",
]  # fmt: skip


def make(folder: Path, length: int) -> list[Path]:
    """Writes every nasty input into ``folder``; the paths of those that are files."""
    kinds: list[Callable[[int], Made]] = [redos, sizes, encodings, unicode, values, markup, records]
    files = []
    for kind in kinds:
        for name, content in kind(length):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            files.append(path)
    odd = folder / "name"
    odd.mkdir()
    for number, name in enumerate(NAMES):
        (odd / name).write_bytes(text(f"Số {number}.").encode())
    (odd / "twice").mkdir()
    for copy in ("a.txt", "b.txt"):
        (odd / "twice" / copy).write_bytes(text("Hai lần.").encode())
    (odd / "twice" / "crlf.txt").write_bytes(b"\xef\xbb\xbf" + text("Hai lần.").replace("\n", "\r\n").encode())
    os.link(odd / "twice" / "a.txt", odd / "twice" / "hard.txt")
    os.symlink(odd / "twice" / "a.txt", odd / "twice" / "link.txt")
    os.symlink("/etc/passwd", odd / "outside.txt")
    os.symlink("/proc/self/mem", odd / "read_error.txt")
    os.symlink("nowhere", odd / "dangling.txt")
    os.symlink(odd, odd / "loop")
    os.mkfifo(odd / "pipe.txt")
    (odd / "folder.txt").mkdir()
    Path(os.fsdecode(os.fsencode(odd) + b"/latin-\xe9.txt")).write_bytes(text("Tên tệp.").encode())
    (odd / "locked.txt").write_bytes(text("Khóa.").encode())
    (odd / "locked.txt").chmod(0)
    for moment, name in ((0, "1970"), (2**31, "2038"), (4_000_000_000, "future")):
        (odd / f"{name}.txt").write_bytes(text(f"Năm {name}.").encode())
        os.utime(odd / f"{name}.txt", (moment, moment))
    return files
