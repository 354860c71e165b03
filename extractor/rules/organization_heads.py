"""Heads of organisations and the words after them: what each head needs to be a name, and whether it has it."""

from dataclasses import dataclass
from functools import cache
from typing import cast

import regex

from ..lexicon import lexicon
from .organization_kinds import Kind
from .organization_patterns import OF_POLICE, T
from .phrases import Phrases

_COMPANY = regex.compile(r"(?:tnhh|trách nhiệm hữu hạn|cổ phần|cp|mtv|một thành viên|tmcp|thương mại cổ phần)$")

# Heads that in lower case are common nouns, words that others are the end of, and those that need no capital.
NEVER_LOWER = frozenset(
    "hội vụ đội đoàn vùng đảng quỹ trạm đồn trại tổ_chức thường_trực thường_vụ thanh_tra văn_phòng hải_quan biên_phòng"
    " chi_nhánh liên_minh liên_hiệp cơ_quan mặt_trận bảo_hiểm_xã_hội đại_học cao_đẳng tiểu_học khách_sạn siêu_thị"
    " hội_đồng trường ca vks ti quản_lí_thị_trường".replace("_", "\0")
    .replace(" ", "|")
    .replace("\0", " ")
    .split("|")
)
COMPOUND = regex.compile(
    r"(?:(?:nội|cán|toàn|đảng|tiến|đồng|bắc|nam|trung|chi|đội|bách|một) bộ|(?:cơ|trụ|xứ|công) sở"
    r"|(?:ủy|nhà|địa|trưởng|chuyên|giao|phân|trực) ban|(?:tình|thông|cảnh|mật|bích|cấp|điện|nhà|họp) báo"
    r"|(?:văn|quốc|hậu|đề|thủ|dự) phòng)$"
)
COMMITTEES = frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy"})
ALSO_LOWER = frozenset({"báo", "hãng", "chùa"})
LOWER_WITH_LEVEL = frozenset({"công an", "ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd"})


@dataclass(slots=True)
class Head:
    """A row of organization_heads."""

    name: str
    kind: Kind
    form: str

    @property
    def own(self) -> bool:
        """Whether it bears a name of its own: «Công ty Minh Phát», «Trường Lê Lợi»."""
        return self.form in ("proper", "school")

    @property
    def firm(self) -> bool:
        return self.kind == "enterprise" and self.form == "proper"


@dataclass(slots=True)
class Body:
    """A body read: its head, and where in the skeleton its words, the tail after its head and its name end."""

    head: Head
    start: int
    tail: int
    end: int
    place: tuple[int, int] | None = None
    shared: tuple[int, int] | None = None


@cache
def heads() -> dict[str, Head]:
    """Heads of organisations, by their folded surface."""
    return {
        surface: Head(row["name"], cast(Kind, row["kind"]), row["form"])
        for surface, row in lexicon("organization_heads").by_folded.items()
    }


@cache
def head_phrases() -> Phrases:
    return Phrases(heads())


@cache
def field_phrases() -> Phrases:
    return Phrases(lexicon("organization_words").by_folded)


@cache
def verbs() -> frozenset[str]:
    """Words that in lower case are verbs of the sentence: «kiểm tra»."""
    return frozenset(word for word, row in lexicon("organization_words").by_folded.items() if row["takes"])


@cache
def openers() -> frozenset[str]:
    """Verbs that need an object to be a name: «Quản lý ...»."""
    return frozenset(word for word, row in lexicon("organization_words").by_folded.items() if row["takes"] == "object")


def _level_is_complete(pieces: list[str], words: str, head: Head) -> bool:
    if not pieces or (head.name == "Công an" and words.lower().startswith(" nhân dân")):
        return False
    if pieces == ["number", "level"]:
        return False
    return (
        bool({"place", "level"} & set(pieces))
        or words.lower().endswith(("tối cao", "cấp cao", "trung ương"))
        or ("capital" in pieces or "number" in pieces)
    )


def _proper_is_complete(pieces: list[str], words: str, head: Head) -> bool:
    if {"capital", "place", "number", "level"} & set(pieces):
        return True
    return (
        bool(pieces)
        and words[1:2].isupper()
        and head.name not in ("Công ty", "Tổng Công ty")
        and not _COMPANY.search(words.lower())
    )


def is_complete(pieces: list[str], words: str, head: Head) -> bool:
    """Whether what was read after ``head`` makes a name."""
    if head.form == "level":
        return _level_is_complete(pieces, words, head)
    if head.form == "proper":
        return _proper_is_complete(pieces, words, head)
    if head.form == "number":
        return bool({"number", "capital", "place"} & set(pieces))
    if head.form == "school":
        return "phrase" in pieces and len(pieces) > 1
    if head.form == "organ" and pieces == ["phrase"] and words[1:2].islower() and "ương" not in words:
        return False
    return bool(pieces) or head.form == "self" or head.name == "Đảng ủy"


def is_name(printed: str, at: int, tail: int, pieces: list[str]) -> bool:
    """Whether capitals, a place or a level make a name of it: «sở Y tế», but not «sở y tế»."""
    if printed[at].isupper():
        return True
    word = printed[at:tail].lower()
    if pieces == ["place"] and heads()[word].form == "field":
        return False  # «trung tâm thành phố Vinh»
    if OF_POLICE.match(printed, at):
        return True
    if word in NEVER_LOWER or COMPOUND.search(printed[max(0, at - 8) : tail].lower()):
        return False
    if " " not in word and pieces[:1] != ["phrase"] and word not in ALSO_LOWER:
        return False
    first = printed[tail + 1 : tail + 2]
    return (
        first.isupper()
        or first == T
        or (first == '"' and printed[tail + 2 : tail + 3].isupper())
        or printed.startswith(("cơ quan C", "cơ quan A"), at)
        or (word in COMMITTEES and printed[at:tail].islower())
        or (word.endswith("đoàn") and "place" in pieces)
        or (pieces == ["number"] and " " in word)
        or ("capital" in pieces and heads()[word].firm and not word.startswith("nhà"))
        or (pieces == ["level"] and word in LOWER_WITH_LEVEL)
        or ("place" in pieces and " " in word)
    )
