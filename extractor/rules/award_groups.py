"""Groups of awards: «Cờ thi đua, 2 Bằng khen của Bộ Công an năm 2020», each with its own number and what follows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import Award
from .award_clauses import Clause
from .award_words import AWARD, TIME, reading
from .numbers import Number

_HEADS = r"(?:(?:tấm|chiếc|lá|danh hiệu|cao quý|đơn vị|giải|cúp) \"?|\")"
_NUMBER = r"(?:(?P<number><NUM>|\d[\d.]*+|một|hai) |(?P<many>nhiều|cùng nhiều|một số|các|những|hàng loạt) )"
PRE = rf"(?:(?:<NUM>|\d[\d.]*+|một|hai|nhiều|cùng nhiều|một số|các|những|cùng|thêm) )?{_HEADS}{{0,4}}+"
_PARTY = r"(?:các )?<ORG|POST|OFFICIAL>"
_GIVERS = rf"(?:các |lãnh đạo |đồng chí |ông |bà )?{_PARTY}(?:(?:, | và |, và |-| - ){_PARTY})*+"
_RAW = (
    rf"[^,;.:()\"…\n{AWARD}{TIME}]{{2,60}}?(?= (?:trao tặng|trao|tặng|cho|vì|đã|về|trong|được|bị|và|với|nhân|tại|do|khi"
    rf"|mà|năm)(?!\p{{L}})|[,;.)\"…]| -| {TIME}|$)"
)
TIMES = r"(?:các )?(?:năm |ngày )?<TIME>(?:(?:, | và |, và )(?:năm )?<TIME>)*+"
_TAIL = (
    rf"(?: \(?lần (?:thứ )?(?:<NUM|CODE>|\w+)\)?| của (?:{_GIVERS}|{_RAW})| {_GIVERS}"
    rf"| (?:do|từ) (?:{_GIVERS}|{_RAW})(?: (?:trao tặng|phong tặng|trao|tặng|cấp))?"
    rf"| \((?:truy tặng |phong tặng |tặng )?{TIMES}\)| (?:trong |vào |cho )?{TIMES}|, {TIMES}(?=[,;.)]|$| và )"
    r"| \((?:<NUM|CODE>|\d{1,2}) (?:lần|cái|chiếc|tấm|lá)\)| \((?:<AWARD>|[a-zđ]{2,10})\)"
    r"| các loại| cao quý| đợt (?:<NUM|CODE>|\w+)"
    rf"| (?:chung cuộc|toàn quốc|toàn đoàn|quốc gia)"
    rf"| (?:hội thi|hội thao|hội diễn|cuộc thi|cuộc bình chọn|liên hoan|môn|nội dung|hạng mục)"
    rf"(?! (?:<NUM|TIME>)) [^,;.:()\n{AWARD}{TIME}]{{2,80}}?(?= (?:cho|tại|do|trao)(?!\p{{L}})| {TIME}|[,;.()]|$)"
    r"| cấp (?:tỉnh|huyện|xã|bộ|thành phố|trường|ngành|trung ương|nhà nước|quốc gia|tổng cục|quận)"
    r"| (?:trong )?(?:thời kì|cuộc kháng chiến|kháng chiến) [^,;.()\n]{2,40}?(?= \(|[,;.]|$)"
    rf"| về [^;.:()\"\n{AWARD}{TIME}]{{2,80}}?(?= (?:đợt|lần|cho|của|tặng)(?!\p{{L}}))"
    rf"| về [^,;.:()\"\n{AWARD}{TIME}]{{2,60}}?(?= (?:đợt|năm|cho|của|tặng|và {AWARD}|{TIME})|[,;.(\"]|$))"
)
_AND = r"(?:, |; |,? và |,? cùng | & |, cùng với | cùng với )"
GROUP = rf"<AWARD>{_TAIL}{{0,4}}+(?:{_AND}{PRE}<AWARD>{_TAIL}{{0,4}}+){{0,20}}+"
_ITEM = reading(rf"{_NUMBER}?{_HEADS}*+(?P<award><AWARD>)(?P<tail>{_TAIL}{{0,4}}+)")
_BEHIND = reading(r"\((?P<number><NUM|CODE>|\d{1,2}) (?P<unit>lần|cái|chiếc|tấm|lá)(?P<many>(?!))?\)")
_BEFORE = reading(rf"{_NUMBER}?{_HEADS}{{0,3}}+$")


@dataclass(slots=True)
class Gift:
    """One award of a group: its templates, how many, and the stretch of what follows it (grantor, years)."""

    awards: list[Award]
    number: Number | None
    times: str | None  # «(4 lần)» behind it
    many: bool
    span: tuple[int, int]
    at: int
    tail: tuple[int, int]


def gifts_in(clause: Clause) -> Iterator[Gift]:
    """The awards of a group, one by one, each with its own number."""
    before = _BEFORE.search(clause.text, max(0, clause.start - 60), clause.start)
    many = False
    for i, item in enumerate(_ITEM.finditer(clause.text, clause.start, clause.end)):
        counted = before if i == 0 else item
        at = item.start("award")
        [mention] = clause.m.within(at, at + 1)
        behind = _BEHIND.search(clause.text, *item.span("tail"))
        counted = behind or counted
        numbered = bool(counted and counted["number"])
        awards = mention.value if isinstance(mention.value, list) else [mention.value]
        # «nhiều Cờ thi đua, Bằng khen»: many of both, unless a number or a class makes it one.
        many = bool(counted and counted["many"]) or (many and not numbered and not awards[0].class_)
        yield Gift(
            awards=awards,
            number=_number(clause, counted.span("number")) if counted and numbered else None,
            many=many,
            times=clause.m.words(*behind.span("unit")) if behind else None,
            span=clause.m.offsets(counted.start("number") if counted and numbered and not behind else at, at + 1),
            at=at,
            tail=item.span("tail"),
        )


def _number(clause: Clause, span: tuple[int, int]) -> Number:
    mentions = clause.m.within(*span)
    if mentions and isinstance(mentions[0].value, Number):
        return mentions[0].value
    words = clause.text[slice(*span)]
    return Number(value={"một": 1.0, "hai": 2.0}.get(words) or float(words.replace(".", "")))
