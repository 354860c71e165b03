"""What an amount comes to, as it is written: «1.000», «1,5 triệu», «2 tỷ 300 triệu», «một trăm linh năm»."""

import regex

from ..fold import fold
from ..lexicon import lexicon

_ROWS = lexicon("number_words").rows
_UNITS = {fold(row["surface"]): float(row["value"]) for row in _ROWS if row["use"] == "unit"}
SCALES = {fold(row["surface"]): float(row["value"]) for row in _ROWS if row["use"] == "scale"}

_NO_SCALE = r"(?! (?:tập|hồi|chứng|lệ|số|giá|trọng|phú|suất|thí|mỉ|tuyến|lị)(?!\p{L}))"
SCALE = "(?:" + "|".join(sorted(SCALES, key=len, reverse=True)) + rf")(?!\p{{L}}){_NO_SCALE}"
WORD = "(?:" + "|".join(sorted([*_UNITS, "mươi"], key=len, reverse=True)) + r")(?!\p{L})"
DIGITS = r"\d+(?:[.,]\d+)*+"
AMOUNT = rf"{DIGITS}(?:(?: ?{SCALE})++(?: {DIGITS}(?: ?{SCALE})++)*+(?: rưỡi(?!\p{{L}}))?)?+"
SPOKEN = rf"(?:{WORD}|{SCALE}|nửa(?= (?:triệu|tỉ)))(?: (?:linh |lẻ )?(?:{WORD}|{SCALE}|rưỡi(?!\p{{L}})))*+"

_MEASURED = regex.compile(r" ?(?:tỉ|triệu|nghìn|%|kg|km|ha|m2|m3|tấn|gam|lít|điểm)(?!\p{L})")
_TOKEN = regex.compile(r"\d[\d.,]*|\p{L}+")
_UNIT = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_TWO_UNITS = regex.compile(rf"(?<!\p{{L}}){_UNIT} (?:{_UNIT}|mười)(?!\p{{L}})")


def figure(digits: str, after: str = "") -> float:
    """«1.000» and «1,5»; a comma before three digits is decimal only before a scale or a measure: «132,960 triệu»."""
    parts = digits.replace(",", ".").split(".")
    grouped = len(parts) > 1 and parts[0] != "0" and len(parts[0]) <= 3 and all(len(p) == 3 for p in parts[1:])
    if grouped and not ("," in digits and len(parts) == 2 and _MEASURED.match(after)):
        return float("".join(parts))
    if len(parts) <= 2:
        return float(".".join(parts))
    return float("".join(parts[:-1]) + ("." if len(parts[-1]) != 3 else "") + parts[-1])


def amount(words: str, after: str = "") -> tuple[float, float]:
    """What a folded amount comes to, and what it is scaled by at the end (1, or 1e6 for «5 triệu»)."""
    if words.isdigit():
        return float(words), 1.0
    total = current = 0.0
    scale = last = 1.0
    for token in _TOKEN.finditer(words):
        word = token[0]
        if word[0].isdigit():
            current += figure(word, words[token.end() :] + after)
            last = 1.0
        elif word == "nửa":
            current = 0.5
        elif word in ("mươi", "mười"):
            current = current * 10 if word == "mươi" and current else current + 10
        elif word == "rưỡi":
            total += scale / 2
        elif word in SCALES:
            scale, last = SCALES[word], last * SCALES[word]
            if scale < 1000:
                current = (current or 1) * scale
            else:
                total = (total + current or 1) * scale if total < scale else total + (current or 1) * scale
                current = 0.0
        else:
            current, last = current + _UNITS.get(word, 0), 1.0
    return round(total + current, 6), last


def is_amount(words: str) -> bool:
    """Whether spoken words are one amount: «hai ba» is two or three."""
    return not _TWO_UNITS.search(words)
