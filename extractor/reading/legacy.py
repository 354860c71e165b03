"""Vietnamese that was written before Unicode: TCVN3, VNI, VISCII, CP1258, and UTF-8 that was read as something else.

The right encoding is the one in which the words with marks are Vietnamese syllables.
"""

import unicodedata
from collections.abc import Callable, Iterator

import regex

from ..errors import ArticleError

_SAMPLE = 20_000  # characters that are enough to tell
_SURE = 0.85  # the share of syllables below which no encoding is believed
# What stands in text of the old encodings that is read as Latin-1, and hardly ever in Vietnamese Unicode text.
_ODD = regex.compile("[\x80-\xa6¨-ª¬-®±-¶¸-º¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöø÷ûüþÿƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]")
_WORD = regex.compile(r"[\p{L}\p{M}]*[^\x00-\x7f\s“”‘’–—…«»·•−×°²³½€\ufffd][^\s\x00-\x40“”‘’–—…«»]*")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = regex.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iê|yê|uô|ươ|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oă|oe|oi|oo"
    r"|ôi|ơi|ua|uâ|uê|ui|uơ|uy|ưa|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ng|nh|ch|[cmnpt])?"
)


def is_garbled(text: str) -> bool:
    """Whether ``text`` looks as if its bytes had been read in the wrong encoding."""
    head = text[:_SAMPLE]
    odd = sum(1 for _ in _ODD.finditer(head))
    return odd >= 5 and odd * 60 > len(head) and likeness(head) < _SURE


def likeness(text: str) -> float:
    """The share of the words with letters beyond ASCII that are Vietnamese syllables; 0.0 if there are none."""
    words = _WORD.findall(text[:_SAMPLE])
    right = sum(1 for word in words if _is_syllable(word))
    return right / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    bare = letters.translate(_TONES)
    return len(letters) - len(bare) <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def mended(text: str | bytes, declared: str | None = None) -> tuple[str, str]:
    """``text`` in the encoding in which it is Vietnamese, and that encoding's name; ArticleError if there is none."""
    tried = [(likeness(found), name, found) for name, found in _readings(text, declared)]
    score, name, found = max(tried, key=lambda t: t[0], default=(0.0, "", ""))
    if score < _SURE:
        raise ArticleError("encoding", "no UTF-8, and no Vietnamese in TCVN3, VNI, VISCII or CP1258 either")
    return found, name


def _readings(text: str | bytes, declared: str | None) -> Iterator[tuple[str, str]]:
    """``text`` in each encoding it can have, the likelier of two equal ones first."""
    if isinstance(text, str):
        yield "unicode", text
        for name in ("cp1252", "latin-1"):
            if found := _try(lambda name=name: text.encode(name).decode("utf-8")):  # type: ignore[misc]
                yield f"utf-8 as {name}", found
        surface = text
    else:
        for name in dict.fromkeys(filter(None, ("cp1258", declared))):
            if found := _try(lambda name=name: text.decode(name)):  # type: ignore[misc]
                yield name, unicodedata.normalize("NFC", found)
        surface = text.decode("latin-1")
    yield "tcvn3", _converted(surface, "tcvn3")
    # ẳ is missing in the library's table; «aú» stands for nothing else in VNI
    yield "vni", _converted(surface.replace("aú", "\u1eb3").replace("AÚ", "\u1eb2"), "vni")
    yield "viscii", _converted(surface, "viscii")


def _converted(surface: str, name: str) -> str:
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import convert

    converted: str = convert(surface, CHARMAPS[name])
    return converted


def _try(make: Callable[[], str]) -> str | None:
    try:
        return make()
    except (UnicodeError, LookupError):
        return None
