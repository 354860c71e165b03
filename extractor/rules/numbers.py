"""Numbers, in digits and in words, with their bounds: a ``<NUM>`` has a ``Number`` as its value.

A ``<NUM>`` covers the words that bound the number («hơn», «từ ... đến») and those that scale it («triệu»), not the
unit. What a number counts, and whether it counts at all, is for the sets below.
"""

from dataclasses import dataclass

import regex

from ..facts import Modifier
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, yes
from .amounts import AMOUNT, DIGITS, SCALES, SPOKEN, amount, figure, is_amount
from .units import is_unit

rules = RuleSet("number", kind="NUM", states=False)


@dataclass(slots=True)
class Number:
    """A quantity as its words say it: ``value`` (to ``value_max``), or at least ``value_min``; ``out_of`` for «3/5».

    ``scaled``: it ends in «nghìn», «triệu» or «tỷ»; with no unit after it, it is money.
    """

    value: float | None = None
    value_max: float | None = None
    value_min: float | None = None
    out_of: float | None = None
    modifier: Modifier | None = "="
    scaled: bool = False


_BOUNDS: dict[str, Modifier] = {
    fold(row["surface"]): row["modifier"]  # type: ignore[misc]
    for row in lexicon("number_bounds").rows
}
_BOUNDS_END = {phrase.split(" ")[-1] for phrase in _BOUNDS}
# What follows a number written as one with its unit, and is left: «300kg», «2.000đ».
_JOINED = (
    r"(?:(?:kg|km|cm|mm|m|ha|g|mg|ml|l|lít|tấn|tạ|đ|đồng|usd|kw|mw|gw|kwh|kv|kva|mva|vnđ|vnd|người|vụ|gb|mb|tb|cv|hp|cc|"
    r"hz|mhz|ghz|mah|teu|hecta|gram|lượt|hộ|xe|cái|viên|bánh|gói)\d?)?"
)
# «(hơn 5», «"gần 5»: what may open where a bound stands.
_OPENING = str.maketrans('(["/', "    ")
# «PC-45», «1/2/3», «covid-19»: a part of something else.
_PART = regex.compile(r"(?:\p{L}[-/.]|\d[-/:.,])$")
# «61 vụ/79 đối tượng»: a count after a count.
_AFTER_COUNT = regex.compile(r"\d \p{Ll}[\p{Ll} ]{1,14}/$")
# «nhiệt độ 40», «nhiều hơn 5»: the words that bound a number, bounding none.
_NO_BOUND = regex.compile(
    r"(?:nhiệt|tốc|nồng|mật|trình|mức|cường|tiến|cấp|hạn|cao|biên|lưu|tần|tuổi|chế) độ $"
    r"|(?:nhiều|cao|ít|thấp|sớm|muộn|nhanh|chậm|kém) hơn $"
)
_QUANTITY = regex.compile(
    r" ?(?:%|tỉ|triệu|nghìn|ngàn|kg|km|ha|m|m2|m3|tấn|tạ|gam|lít|độ|lần|usd|đồng|người|vụ|điểm|đ)(?!\p{L})"
)
# «25 năm ...», «nửa cuối năm ...»: the year, not the number.
_A_YEAR = regex.compile(
    r"(?:[\d\ue000-\uf8ff]|(?<!\p{L})(?:một|mỗi|hằng|hàng|cả|cuối|đầu|giữa|nửa|trong|qua|suốt|nhiều|các|những|mấy|vài|"
    r"từng|theo|công tác|của|mười|mươi|trăm|chục|năm|là|quanh|đến|sau|trước|kế hoạch)) $"
)
# «Anh Mười hồ hởi»: a name.
_CALLED = regex.compile(r"(?<!\p{L})(?:anh|chị|ông|bà|cô|chú|bác|dì|cậu|thím|mợ|má|tía|tư|út|cụ|bé|em) $")
# «trên 240 km đường biên» where somebody stands, walks or drives: a place, not a bound.
_ALONG = regex.compile(
    r" ?k?m (?:đường (?:biên|thủy|sông|bờ)|biên giới|bờ (?:biển|sông)|tuyến|chiều dài|bờ kè)(?!\p{L})"
)
_LONG = regex.compile(
    r"(?<!\p{L})(?:dài|có|với|gồm|được|là|hơn|khoảng|tổng|đạt|quản lí|phụ trách|bảo vệ|kéo|làm|sửa) $"
)
# «3 ba lô», «vài ba hộ», «ngã ba», «thứ hai»: a word that is no number.
_NO_NUMBER = regex.compile(r"(?:\d|vài|ngã|thứ|tháng|mồng|mùng) $")
# «20 m 2»: the exponent of a unit.
_EXPONENT = regex.compile(r"(?:\d|/) ?k?m $")


_MOST = 1e15


def _mark(m: Match, number: Number) -> None:
    """Marks the number with the words before it that bound it; sets its modifier. What nobody counts is no number."""
    if max(number.value or 0, number.value_max or 0) > _MOST:
        return
    start, end, _ = m.pieces("number")[0]
    before = m.before(28)
    if before.endswith(" từ ") or before == "từ ":
        start -= 3 if number.value_max is not None else 0
    elif phrase := _bounding(before, m):
        start -= len(phrase) + 1
        number.modifier = _BOUNDS[phrase]
    m.mark(start, end, number)


def bound_of(words: str) -> Modifier:
    """What the words that begin a folded number say of it: «hơn 30» is «>»."""
    bounds = [phrase for phrase in _BOUNDS if words.startswith(phrase + " ")]
    return _BOUNDS[max(bounds, key=len)] if bounds else "="


def _bounding(before: str, m: Match) -> str | None:
    """The longest bound that ``before`` ends in; «trên 3 tuyến đường» is a place, not a bound."""
    words = before.translate(_OPENING).split(" ")
    if len(words) < 2 or words[-1] or words[-2] not in _BOUNDS_END or _NO_BOUND.search(before):
        return None
    phrase = next((p for p in (" ".join(words[-size:-1]) for size in (5, 4, 3, 2)) if p in _BOUNDS), None)
    if phrase != "trên":
        return phrase
    small = regex.fullmatch(r"\d|0\d|\p{L}+", m.folded("number"))
    after = m.folded()[len(m.folded("number")) :] + m.after(30)
    if (small and not _QUANTITY.match(after)) or (_ALONG.match(after) and not _LONG.search(before[:-5])):
        return None
    return phrase


@rules(
    rf"(?P<number>(?P<low>{AMOUNT})(?:(?: ?- ?| đến | tới )(?P<high>{AMOUNT})"
    rf"| ?/ ?(?P<whole>{DIGITS})| trong (?:tổng )?(?:số )?(?P<whole>{DIGITS}))?){_JOINED}"
    r"(?![-.,:]\d|(?<=\d)/\d)",
    yes("Khởi tố ⟦hơn 1.000⟧ vụ.", value=Number(value=1000, modifier=">")),
    yes("Thu ⟦2 tỷ 300 triệu⟧ đồng.", value=Number(value=2.3e9, scaled=True)),
    yes("Chi ⟦132,960 triệu⟧ đồng.", value=Number(value=132960000, scaled=True)),
    yes("Thu giữ ⟦05⟧ xe.", value=Number(value=5)),
    yes("Bắt ⟦không quá 12⟧ người.", value=Number(value=12, modifier="<=")),
    yes("Nặng ⟦30⟧kg.", value=Number(value=30)),
    yes("Thu một kiện (⟦hơn 35⟧kg).", value=Number(value=35, modifier=">")),
    yes("Đo được ⟦95⟧mg/100ml máu.", value=Number(value=95)),
    yes("Kiểm tra trên ⟦3⟧ tuyến đường.", value=Number(value=3)),
    yes("Trạm chốt trên ⟦70⟧km đường biên.", value=Number(value=70)),
    yes("Xã có ⟦trên 70⟧ km bờ biển.", value=Number(value=70, modifier=">")),
    yes("Mỗi xã có ⟦30 - 40⟧ hộ.", value=Number(value=30, value_max=40)),
    yes("Thu nhập ⟦từ 5 đến 7 triệu⟧ đồng.", value=Number(value=5e6, value_max=7e6, scaled=True)),
    yes("Phấn đấu đạt ⟦21.000 đến 23.000 tỷ⟧ đồng.", value=Number(value=2.1e13, value_max=2.3e13, scaled=True)),
    yes("Bị phạt ⟦từ 500 nghìn đến 1 triệu⟧ đồng.", value=Number(value=5e5, value_max=1e6, scaled=True)),
    yes("Toàn huyện có ⟦9/12⟧ xã đạt chuẩn.", value=Number(value=9, out_of=12)),
    yes("Có ⟦9 trong số 12⟧ tiêu chí không đạt.", value=Number(value=9, out_of=12)),
    yes("Đạt ⟦hơn 2/3⟧ số phiếu.", value=Number(value=2, out_of=3, modifier=">")),
    yes("Bắt 61 vụ/⟦79⟧ đối tượng.", value=Number(value=79)),
    no("Phòng, chống Covid-19."),
    no("Đội khách thua 3-1."),
    no("Ngày 2/3/2031."),
)
def digits(m: Match) -> None:
    """A number in digits: «1.000», «2 tỷ 300 triệu»; with two ends: «30-40»; out of others: «9/12 xã»."""
    before, low, high, whole = m.before(20), m.folded("low"), m.folded("high"), m.folded("whole")
    if (_PART.search(before) and not _AFTER_COUNT.search(before)) or (low in ("2", "3") and _EXPONENT.search(before)):
        return
    value, own = amount(low, m.after(8))
    if whole:
        _mark(m, Number(value, out_of=figure(whole)))
    elif not high:
        _mark(m, Number(value, scaled=own >= 1000))
    else:
        end, scale = amount(high, m.after(8))
        value *= scale if own == 1 and value * scale <= end else 1
        if value < end:
            _mark(m, Number(value, end, scaled=scale >= 1000))


_PARTS = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


@rules(
    r"(?P<number>(?P<a>một|hai|ba|bốn) phần (?P<b>hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?! (?:mươi|trăm))",
    yes("Chiếm ⟦một phần ba⟧ dân số.", value=Number(value=1, out_of=3)),
    no("Có hai phần mềm."),
)
def fraction(m: Match) -> None:
    """«hai phần ba»: so many of so many parts."""
    first = {"một": 1, **_PARTS}[m.folded("a")]
    if first < (parts := _PARTS[m.folded("b")]):
        _mark(m, Number(first, out_of=parts))


@rules(
    rf"(?!tư(?!\p{{L}}))(?P<number>{SPOKEN})",
    yes("Bắt ⟦hai mươi ba⟧ vụ.", value=Number(value=23)),
    yes("Có ⟦một trăm linh năm⟧ hộ.", value=Number(value=105)),
    yes("Xã đầu tư ⟦hai⟧ nhà kho.", value=Number(value=2)),
    yes("Bắt giữ ⟦năm⟧ đối tượng.", value=Number(value=5)),
    yes("Có ⟦chừng ba⟧ người.", value=Number(value=3, modifier="~")),
    yes("Có ⟦hơn trăm⟧ người.", value=Number(value=100, modifier=">")),
    yes("Bắt ⟦hàng chục⟧ đối tượng.", value=Number(value_min=10, modifier=None)),
    yes("Thu ⟦hàng trăm triệu⟧ đồng.", value=Number(value_min=1e8, modifier=None, scaled=True)),
    yes("Sáu người chết, ⟦một⟧ người bị thương.", value=Number(value=1)),
    yes("Thu 16 g heroin, 2 khẩu súng cùng ⟦một⟧ quả lựu đạn.", value=Number(value=1)),
    yes("Đội mới chỉ phát hiện ⟦một⟧ trường hợp chở quá tải.", value=Number(value=1)),
    yes("Bắt 61 vụ, ⟦bảy⟧ đối tượng.", value=Number(value=7)),
    no("Một vụ cháy lớn."),
    no("Anh Mười hồ hởi kể."),
    no("Trong năm qua, bà Ba vắng mặt."),
    no("Trả hàng triệu tập."),
    no("Cách đây gần tỷ lệ."),
    no("Đoạn đường có trăm hoa."),
)
def in_words(m: Match) -> None:
    """A number in words; a single word only before what it counts, «một» never, «trăm» after «hàng» or a bound."""
    words = m.folded("number")
    if not is_amount(words):
        return
    if words.split(" ")[0] in SCALES:
        _mark_scales(m, words)
    elif " " in words or _counts_alone(m, words):
        value, scale = amount(words)
        _mark(m, Number(value, scaled=scale >= 1000))


def _mark_scales(m: Match, words: str) -> None:
    """Marks «hàng trăm», of which the magnitude is all that is said, and «hơn trăm»."""
    value, scale = amount(words)
    before = m.before(12)
    start, end, _ = m.pieces("number")[0]
    if vague := _VAGUE.search(before):
        m.mark(start - len(vague[0]), end, Number(value_min=value, modifier=None, scaled=scale >= 1000))
    elif _bounding(before, m):
        _mark(m, Number(value, scaled=scale >= 1000))


_VAGUE = regex.compile(r"(?<!\p{L})(?:hàng|cả|vài|mấy) $")


def _counts_alone(m: Match, word: str) -> bool:
    """Whether a single word is a number: it stands before a unit and is no name, no year, no part of another word."""
    if word == "tư" or not is_unit(m.after(40)) or _NO_NUMBER.search(m.before(6)):
        return False
    if word == "một":
        return _counts_one(m)
    if word == "năm" and (_A_YEAR.search(m.before(12)) or (m.before(2) and m.text("number").istitle())):
        return False
    titled = m.text("number").istitle()
    return not (titled and (m.after(2, printed=True)[1:].istitle() or _CALLED.search(m.before(8))))


# «Chỉ phát hiện một trường hợp», «thêm một tàu»: one, no more or once more.
_ONLY = regex.compile(
    r"(?<!\p{L})(?:(?:mới |cũng |mà )?chỉ(?: có| còn| phát hiện| xảy ra| ghi nhận| bắt| thu)?|vẻn vẹn|đúng|"
    r"thêm|duy nhất|còn lại|ít nhất|tối thiểu) $"
)
_TRULY_COUNTED = ("người", "vụ", "trường hợp", "hộ", "huyện", "xã", "bị can", "đối tượng", "xe", "tàu", "ca", "chiếc")

_NUMERAL = r"(?:\d[\d.,]*|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) \p{Ll}"
_AFTER_COUNTS = regex.compile(rf"(?<!\p{{L}}){_NUMERAL}[^.;:]{{1,40}}(?:,| và| cùng|, cùng) $")
_BEFORE_COUNTS = regex.compile(rf"(?: \p{{Ll}}+){{1,6}}(?:,| và|, cùng| cùng) {_NUMERAL}")
_COUNTERS = regex.compile(
    r" (?:khẩu|quả|gói|con dao|thanh|cây|bộ|túi|bịch|cân|viên|bánh|hộp|xe|chiếc|tàu|người|nam|nữ|em)(?!\p{L})"
)


def _counts_one(m: Match) -> bool:
    """Whether «một» is a number: in a list of counts («năm người chết, một người bị thương»), after «chỉ»."""
    if _ONLY.search(m.before(24)) and m.after(12).removeprefix(" ").startswith(_TRULY_COUNTED):
        return not regex.match(r" (?:người|chiếc) (?:là|đã|mà|như|khác)", m.after(16))
    if _COUNTERS.match(m.after(12)) and (_AFTER_COUNTS.search(m.before(60)) or _BEFORE_COUNTS.match(m.after(60))):
        return True
    unit = m.after(12).split(" ")[1] if m.after(1) == " " else ""
    others = regex.compile(rf"(?:\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) {regex.escape(unit)}(?!\p{{L}})")
    listed = regex.search(r"(?:,|;| và| làm| bắt| cháy)$", m.before(14).rstrip()) is not None
    return bool(unit) and listed and bool(others.search(m.before(70)) or others.search(m.after(70)))
