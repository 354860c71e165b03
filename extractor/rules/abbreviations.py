"""Abbreviations that need no explanation, in full: «UBND tỉnh» is «Ủy ban nhân dân tỉnh»."""

from functools import cache, lru_cache

import regex

from ..lexicon import alternation, lexicon

_UNITS = (
    (regex.compile(r"\bT[Pp]\.? ?HCM\b|\btp\.? ?HCM\b|\bHCMC\b"), "Thành phố Hồ Chí Minh"),
    (regex.compile(r"\b(?:T[Pp]|tp)\.? ?(?=\p{Lu})|\bTP$|\bTP(?= )"), "Thành phố "),
    (regex.compile(r"\bTX\.? ?(?=\p{Lu})"), "thị xã "),
    (regex.compile(r"\bQ\. ?(?=[\p{Lu}\d])|\bQ(?=\d)"), "quận "),
    (regex.compile(r"\bP\. ?(?=[\p{Lu}\d])"), "phường "),
    (regex.compile(r"\bH\. ?(?=\p{Lu})"), "huyện "),
)


@cache
def _pattern() -> "regex.Pattern[str]":
    words = alternation(lexicon("abbreviations").surfaces)
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}&.-]){words}(?![\p{{L}}\p{{N}}&-])")


@cache
def _long_forms() -> dict[str, str]:
    return {row["abbreviation"]: row["long_form"] for row in lexicon("abbreviations").rows}


@lru_cache(maxsize=4096)
def long_form(name: str) -> str:
    """``name`` with its abbreviations in full and single spaces."""
    name = _pattern().sub(lambda m: _long_forms()[m[0]], name)
    for pattern, unit in _UNITS:
        name = pattern.sub(unit, name)
    return " ".join(name.split())
