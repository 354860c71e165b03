"""Names of awards in the catalogue, and the pieces of which patterns of names are made."""

from dataclasses import replace
from typing import Any, Literal

import regex

from ..facts import Award
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, symbol

AWARDS = lexicon("awards")

# Places inside names are mentions by now; so written, not every sentence with a place wakes the rule.
MENTION = r"[^\w\s,.;:()\"-]"
PLACE_IN_NAME = regex.compile(r"việt nam|hồ chí minh|hcm|điện biên|(?<=chống )(?:pháp|mĩ)")
OF_A_PERSON = regex.compile(
    r"anh hùng|nhà giáo|thầy thuốc|nghệ sĩ|nghệ nhân|(?:bà )?mẹ|dũng sĩ|công dân|chiến sĩ"
    r"|(?:n[sgn]|tt)(?:nd|[uư]t)|ahl"
)
NAME_FOLLOWS = regex.compile(rf" (?:\p{{Lu}}\p{{Ll}}|{symbol('TOPONYM')})")

CLASS_WORD = r"(?:nhất|nhì|nhi|hai|ba|i{1,3})"
NO_NOUN = r"(?! (?:<NUM>|bằng|giấy|cờ|huân|huy|kỉ niệm|danh hiệu|lần|năm|tập thể|cá nhân|đơn vị))"
CLASSES = (
    rf"(?P<classes>,? \(?(?:hạng|bạng|bậc) (?:{CLASS_WORD}|[123]|<NUM|CODE>)"
    rf"(?:(?:, | - |-|/| và |; )(?:(?:hạng|bậc) (?:{CLASS_WORD}|[123]|<NUM|CODE>)|{CLASS_WORD}{NO_NOUN}))*+\)?"
    r"| các hạng)?+"
)
ONE_CLASS = regex.compile(r"\b(?:nhất|nhì|nhi|hai|ba|i{1,3}|[123])\b")
CLASS = {"nhất": 1, "i": 1, "1": 1, "nhì": 2, "nhi": 2, "hai": 2, "ii": 2, "2": 2, "ba": 3, "iii": 3, "3": 3}
END = (
    r"(?= (?:của|cho|tặng|năm|do|vì|và|được|tại|nhân|trong|từ|với|cùng|là|lần|hạng|bậc|đã|về|ở|sau|khi|đợt|gồm|để|theo"
    r"|như|mà|nhưng|đối với|nhằm|dành|này|đó|bởi|hằng|hàng|mỗi|vào|cũng|đang|sẽ|có|không|thì|kèm|trị giá|trên|khác"
    r"|<TIME|NUM|RANK|CODE>)(?!\p{L})|[,.;:()\"…\n]| -|$)"
)
WORDS = r"[^,.;:()\"…\n]"
YEARS = r"(?:<TIME|NUM|CODE>|\d\d)(?: năm)?"
NOBLE = r"(?: (?:thi đua|vinh dự nhà nước|vinh dự|cao quý|cao quí|vẻ vang|vinh quang))*+(?: (?:là|như)|:)?+"
HEADS = {
    "kỉ niệm chương": "badge",
    "huy hiệu": "badge",
    "cờ": "flag",
    "huân chương": "order",
    "huy chương": "medal",
    "giải thưởng": "prize",
    "giải": "prize",
    "bằng": "certificate",
    "cúp": "prize",
    "giấy chứng nhận": "certificate",
    "bằng chứng nhận": "certificate",
    "bằng vinh danh": "certificate",
    "bảng vàng": "honour_title",
    "biểu trưng vàng": "prize",
}
QUOTED = r"(?:\"(?P<name>[^\"\n]{2,110})\"|'(?P<name>[^'\n]{2,80})')"


def names_of(*categories: str) -> str:
    """The catalogue's names of these categories; any place in them may be a mention already."""
    surfaces = [fold(row["surface"]) for row in AWARDS.rows if row["category"] in categories]
    names = alternation(surfaces).replace("\\ ", " ")
    return str(PLACE_IN_NAME.sub(lambda place: rf"(?:{place[0]}|{MENTION})", names))


def award_called(name: str, category: str) -> Award:
    """The catalogue's award of this name, else one that is called so."""
    row: dict[str, Any] = {"award": name, "category": category} | AWARDS.by_folded.get(fold(name), {})
    return Award(award=row["award"], category=row["category"])


ORDER = regex.compile(alternation([fold(row["surface"]) for row in AWARDS.rows if row["category"] == "order"]))
HOLDERS = {row["award"]: row["holder"] for row in AWARDS.rows}


def holder_of(award: Award) -> Literal["collective", "individual"] | None:
    """Who alone may hold ``award``: a flag is a body's, a badge a person's; None if either may."""
    holder = HOLDERS.get(award.award) or {"flag": "collective", "badge": "individual"}.get(award.category or "")
    return holder if holder in ("collective", "individual") else None  # type: ignore[return-value]


def classed(m: Match, award: Award) -> Award | list[Award]:
    """``award`` in the class read, or in each of several."""
    classes = [CLASS[c] for c in ONE_CLASS.findall(fold(m.text("classes")))]
    awards = [replace(award, class_=class_) for class_ in classes] or [award]
    return awards if len(awards) > 1 else awards[0]


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]
