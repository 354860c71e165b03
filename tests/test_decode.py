"""Encodings: one text whatever its bytes were, or a reason; never a wrong letter."""

import unicodedata

import pytest
from viparse.normalize.encodings import CHARMAPS

from extractor.errors import ArticleError
from extractor.reading.decode import decode
from extractor.reading.legacy import is_garbled, likeness

TEXT = (
    "Ngày 5/4, hội nghị tổng kết phong trào thi đua yêu nước diễn ra tại trụ sở huyện. Đại biểu được nghe báo cáo;\n"
    "nhiều tập thể, cá nhân được khen thưởng vì đã góp phần giữ gìn trật tự, quyết tâm vượt khó, giúp đỡ người nghèo.\n"
    'Ông Quyền nói: "Chúng tôi sẽ cố gắng hơn nữa". Bà Yến, chị Hằng và em Khuê cũng phát biểu; cỏ, sẵn, ngoẻo, hẳn.\n'
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def surface(text: str, name: str) -> bytes:
    """``text`` as a file in an old encoding."""
    letters = {letter: legacy for legacy, letter in reversed(CHARMAPS[name].pairs)}
    if name == "vni":
        letters["\u1eb3"] = "aú"
    return "".join(letters.get(c, c) for c in text).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """``text`` in the encoding of Vietnamese Windows: the tone after its letter."""
    found = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in parts if c in _TONES)
        found += (unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tone).encode("cp1258")
    return found


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii"])
def test_old_encodings(name: str) -> None:
    assert decode(surface(TEXT, name)) == (TEXT, name)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii"])
def test_old_encodings_that_were_saved_as_unicode(name: str) -> None:
    assert decode(surface(TEXT, name).decode("latin-1").encode()) == (TEXT, name)


def test_windows_1258() -> None:
    assert decode(windows_1258(TEXT)) == (TEXT, "cp1258")


def test_utf8_that_was_read_as_latin() -> None:
    assert decode(TEXT.encode().decode("latin-1").encode()) == (TEXT, "utf-8 as latin-1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_unicode_is_left_alone() -> None:
    text = TEXT + "Giá 5 € ± 2 %, diện tích 30 m², nhiệt độ 37 °C; Müller, François và José cùng dự. «Vì dân» – ½ số."
    assert not is_garbled(text) and decode(text.encode()) == (text, "utf-8")


def test_what_is_none_of_these_is_refused() -> None:
    for raw in (TEXT.encode("utf-8").replace(b"\xe1\xba", b"\xe1"), TEXT.encode("utf-8")[3::2] * 2):
        with pytest.raises(ArticleError):
            decode(raw)


def test_likeness() -> None:
    assert likeness(TEXT) == 1.0
    assert likeness("crème brûlée, Übergröße, naïveté") < 0.5
