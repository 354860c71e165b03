"""What kind of body a name is of, where its head does not say."""

from functools import lru_cache
from typing import Literal

import regex

from ..fold import fold

Kind = Literal[
    "party", "government", "police", "military", "legislature", "court", "front", "enterprise", "school", "health",
    "media", "other",
]  # fmt: skip

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("police", r"\b(?:công an|cảnh sát(?! biển)|an ninh (?:điều|chính|kinh|mạng|nội|đối)|trại (?:tạm )?giam)\b"),
    ("military", r"\b(?:quân sự|quốc phòng|biên phòng|hải quân|quân đội|phòng không|cảnh sát biển|quân khu)\b"),
    ("health", r"\b(?:trung tâm y tế|trạm y tế|bệnh viện|kiểm soát bệnh tật|huyết học)\b"),
    ("school", r"\b(?:đại học|cao đẳng|học viện|giáo dục thường xuyên)\b"),
    ("party", r"\b(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|tuyên giáo|tổ chức trung ương)\b"),
    ("legislature", r"\b(?:quốc hội|hội đồng nhân dân)\b"),
    ("front", r"\b(?:đoàn thanh niên|mặt trận|công đoàn|liên đoàn lao động)\b"),
)  # fmt: skip
_OPEN: frozenset[Kind] = frozenset(
    {"government", "other", "front"}
)  # kinds of heads that stand for many kinds of bodies
_COMPILED = tuple((kind, regex.compile(pattern)) for kind, pattern in _KINDS)
_FIXED = regex.compile(r"(?:sở|ủy ban nhân dân|chi cục|hội|công đoàn|thanh tra|liên đoàn)\b")


@lru_cache(maxsize=4096)
def kind_of(name: str, of_head: Kind) -> Kind:
    """The kind of the body called ``name``, whose head is commonly of the kind ``of_head``."""
    folded = fold(name)
    if of_head not in _OPEN or _FIXED.match(folded):
        return of_head
    return next((kind for kind, pattern in _COMPILED if pattern.search(folded)), of_head)
