"""Words counted from the day of publication or the day told of before, each a ``<UNIT>``: «hôm qua», «cùng ngày»."""

from collections.abc import Iterator

import regex

from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, yes
from .calendar import Unit, mark_unit

rules = RuleSet("relative", kind="UNIT", states=False)

RELATIVE = lexicon("relative_times")


def _words() -> Iterator[str]:
    for words in RELATIVE.surfaces:
        yield fold(words)


_COUNTED = regex.compile(
    r"(?r)(?:\d|(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nhiều|những|các|mấy|vài|nghìn|bao|"
    r"suốt|lăm|mốt|từng|mọi|hồi)) $"
)


@rules(
    "words counted from the day of publication",
    yes("⟦Hôm qua⟧, mưa lớn.", value=Unit("D-1")),
    yes("⟦Sáng nay⟧, mưa lớn.", value=Unit("D+0")),
    yes("so với ⟦năm ngoái⟧", value=Unit("Y-1")),
    yes("⟦Tuần qua⟧, giá tăng.", value=Unit("W-1")),
    yes("⟦Cuối năm ngoái⟧, giá tăng.", value=Unit("Y-1", "end")),
    yes("⟦Chiều cùng ngày⟧, đội", value=Unit("C+0")),
    no("Những năm qua, đội đã"),
    no("5 năm qua, đội đã"),
    no("Qua đó, đội đã"),
    words=_words,
)
def relative(m: Match) -> None:
    """«hôm qua», «năm ngoái», «tuần qua», «cuối năm nay», «cùng ngày»."""
    row = RELATIVE[m.folded()]
    start, end, _ = m.pieces()[0]
    value, part = row["value"], row["part"]
    if not value or _COUNTED.search(m.before(9)):
        return
    if part or value[0] in "DC":
        m.mark(start, end, Unit(value, part or None))  # type: ignore[arg-type]
    else:
        mark_unit(m, start, end, value)
