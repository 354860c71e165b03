"""Quantities of what was done, found or exists."""

import regex

from ..facts import Statistic
from ..match import Match, RuleSet, no, yes
from .numbers import Number
from .units import Unit, unit_of

rules = RuleSet("statistic", kind="STATISTIC")

# «hai đơn vị này»: told before.
_POINTING = regex.compile(r" (?:này|nói trên|kể trên|ấy|kia|đó|nêu trên)(?!\p{L})(?! (?:địa bàn|\d))")
# What two countries share is said of them both, not counted: «giữa hai nước».
_BOTH = regex.compile(
    r"(?:hai|2) (?:nước|bên|phía|quốc gia|dân tộc|miền|mặt)(?! (?:tỉnh|thành|\p{L}+ đã))", regex.IGNORECASE
)
# «Top 10 doanh nghiệp», «xe 4 chỗ»: a rank, a model.
_NO_COUNT = regex.compile(r"(?:(?<!\p{L})top|(?<!\p{L})tốp|ngã|lần thứ|hạng|năm|tháng|ngày|quý|mùng|mồng) $")


@rules(
    r"(?P<number><NUM>)(?P<joined>[\p{L}\p{N}²³%]*+)",
    yes("Công an huyện bắt ⟦12 vụ⟧ trộm.", value=12, unit="vụ", modifier="="),
    yes("Thu ⟦gần 2,5 tỷ đồng⟧.", value=2.5e9, unit="đồng", modifier="~"),
    yes("Thu giữ ⟦30kg⟧ pháo.", value=30, unit="kg"),
    yes("Phạt ⟦500 triệu⟧.", value=5e8, unit="đồng"),
    yes("Bảo vệ ⟦80 cơ quan, ban, ngành⟧ của tỉnh.", value=80, unit="cơ quan, ban, ngành"),
    yes("Đón ⟦hàng nghìn lượt⟧ khách.", value=None, value_min=1000, unit="lượt"),
    no("Số 12 đã đến."),
    no("Hai đơn vị này đã họp."),
    no("Lọt top 10 doanh nghiệp lớn."),
)
def quantity(m: Match) -> None:
    """A number and what it counts: «hơn 12 vụ»."""
    number: Number = m["number"]
    after = m.folded("joined") + m.after(90)
    unit = unit_of(after, m.pieces("joined")[0][2] + m.after(90, printed=True))
    if _NO_COUNT.search(m.before(12)) or (unit is None and not number.scaled) or _is_year(number, unit):
        return
    start, end, _ = m.pieces("number")[0]
    made = Statistic(
        value=number.value,
        value_max=number.value_max,
        value_min=number.value_min,
        out_of=number.out_of,
        modifier=number.modifier,
        unit="đồng" if unit is None else m.words(end + unit.start, end + unit.end),
    )
    reach = end + (unit.end if unit else 0)
    if not _POINTING.match(m.whole().lower(), reach) and not _BOTH.fullmatch(m.words(start, reach)):
        m.mark(start, reach, made)


def _is_year(number: Number, unit: Unit | None) -> bool:
    """A bare year before words that are no known unit: «năm 2014 trốn»."""
    value = number.value
    return bool(unit and unit.use == "unknown" and value and 1900 <= value <= 2100 and not number.scaled)
