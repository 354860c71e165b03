"""A copy of a text for matching: equally long, lower case, one spelling of everything that varies.

Offsets in the copy are offsets in the text. The text itself is never changed.
"""

import re
import unicodedata
from functools import lru_cache

import regex

# Letters of other scripts that look like ours, and every dash, quotation mark and space that printers use.
_LOOKALIKE = dict(zip("аеорсухіАВЕКМНОРСТХΑΒΕΚΜΝΟΡΤΧο", "aeopcyxiABEKMHOPCTXABEKMHOPTXo", strict=True))
_DASHES = "‐‑‒–—―−⁃－"
_DOUBLE_QUOTES = "“”„‟«»″＂"
_SINGLE_QUOTES = "‘’‚‛`´′"
_SPACES = "\t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u2028\u2029\u202f\u205f\u3000"
_PLAIN = _LOOKALIKE | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_DOUBLE_QUOTES, '"')
_PLAIN |= dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_SPACES, " ")
_ODD = re.compile(f"[{re.escape(''.join(_PLAIN))}]")  # sought first: translating each letter takes ten times as long
_CAPITAL = regex.compile(r"\p{Lu}")

# Zero-width characters and soft hyphens: no letter, no space; the skeleton leaves them out.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f"

_NEW_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b")
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_Y_SYLLABLE = re.compile(r"\b[hklmst][yỳýỷỹỵ]\b")  # sỹ/sĩ, kỹ/kĩ, tỷ/tỉ, lý/lí: one spelling
# Typing slips in closed-class cue words, each as long as what it stands for.
_SLIPS = {
    "đươc": "được",
    "băng khen": "bằng khen",
    "hội nghi": "hội nghị",
    "huân chuơng": "huân chương",
    "than mưu": "tham mưu",
}
_SLIP = re.compile(r"\b(?:" + "|".join(_SLIPS) + r")\b")


def respell(text: str) -> str:
    """``text`` (lower case) with one spelling of tone marks and of i/y; the length stays."""
    text = _TONE.sub(lambda m: _NEW_TONES[m[0]], text)
    return _Y_SYLLABLE.sub(lambda m: m[0].translate(_Y_TO_I), text)


def plain(text: str) -> str:
    """``text`` with one kind of dash, quotation mark and space, Latin look-alikes as Latin; capitals stay."""
    return _ODD.sub(lambda m: _PLAIN[m[0]], text)


def fold(text: str) -> str:
    """The matching copy of an NFC ``text``: as long as it, lower case, one spelling, usual slips mended."""
    low = plain(text).lower()
    if len(low) != len(text):  # a capital with a longer lower case, as «İ»
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain(text))
    return _SLIP.sub(lambda m: _SLIPS[m[0]], respell(low))


def cased(text: str, folded: str) -> str:
    """``folded`` with the capitals of ``text``: one spelling of everything, but capitals still make names."""
    letters = list(folded)
    for capital in _CAPITAL.finditer(text):
        upper = folded[capital.start()].upper()
        letters[capital.start()] = upper if len(upper) == 1 else folded[capital.start()]
    return "".join(letters)


@lru_cache(maxsize=16384)
def same(text: str) -> str:
    """The key by which names and answers are compared: NFC, folded, single spaces, no outer quotes."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split()).strip("\"' ")
