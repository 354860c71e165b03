"""Measures of time and what recurs: «5 năm qua», «hơn nửa thế kỷ», «hằng năm», «mỗi quý»."""

from collections.abc import Iterator
from functools import cache

import regex

from ..facts import Time
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, yes

rules = RuleSet("duration", kind="TIME")

UNITS = {fold(row["unit"]): row for row in lexicon("time_units").rows}
_DIGITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_HALVES = {"năm": "P6M", "tháng": "P15D", "ngày": "PT12H", "giờ": "PT30M", "tiếng": "PT30M", "thế kỉ": "P50Y"}
_HALVES |= {"thập kỉ": "P5Y", "thập niên": "P5Y", "tiếng đồng hồ": "PT30M", "giờ đồng hồ": "PT30M"}
_UNIT = alternation(list(UNITS))

_MODIFIERS = {
    **dict.fromkeys(("hơn", "trên", "quá", "ít nhất", "tối thiểu", "không dưới"), "more"),
    **dict.fromkeys(("dưới", "chưa đầy", "chưa đến", "chưa tới", "không quá", "tối đa", "chỉ trong"), "less"),
    **dict.fromkeys(("khoảng", "chừng", "tầm", "gần", "ngót", "xấp xỉ", "ngót nghét", "độ"), "approx"),
}
_LEFT = regex.compile(rf"(?r)(?<!\p{{L}})(?P<mod>{alternation(list(_MODIFIERS))})(?: \p{{P}}?|\b) ?$")
# What tells that a number before «năm», «tháng», «giờ» names one of them and measures nothing.
_NAMES_ONE = regex.compile(
    r"(?r)(?:(?<!\p{L}|mỗi |một |hằng |hàng )(?:tháng|ngày|quý|thứ|mùng|mồng|khóa|lần|đợt|số|rằm|phút|"
    r"thập niên|thập kỉ|những năm)|\d -?) ?$"
    r"|[/.,:+]$"
)
_LASTS = regex.compile(
    r"(?r)(?<!\p{L})(?:trong|suốt|hơn|trên|gần|dưới|quá|chưa đầy|mất|kéo dài|sau|vòng|thêm|cả|tổng cộng|liên tục|"
    r"được|cách đây|cách|làm việc|trải qua|ngót|chỉ trong|chỉ mất|chỉ còn|khoảng|chừng|"
    r"giảm|rút ngắn|tiết kiệm|"
    r"chưa tới|chưa đến|ngay|đúng|tròn|tối đa|tối thiểu|ít nhất|không quá|chậm nhất|mỗi ngày|hàng) $"
)
_BACK = r"(?:vừa )?qua(?! đời)|gần đây(?: nhất)?|gần nhất|trở lại đây|nay(?! là)|vừa rồi"
_AHEAD = r"(?:sắp )?tới(?! (?:đây|nơi|nay|\p{L}+ (?:để|mới)))|tiếp theo|kế tiếp|nữa"
_TAIL = (
    rf"(?P<tail> (?:(?P<back>{_BACK})|(?P<ahead>{_AHEAD})|liền kề trước|liền(?: nhau)?|liên tục|liên tiếp|"
    r"trước(?: đó| đây)?|sau(?: đó| này)?|đầu tiên|trời|cuối cùng|ròng))?"
)
_NO_MEASURE = {
    "năm": r" (?:\d{4}(?! ?- ?\d)|nay|ngoái|học|tài chính)|- ?\d",
    "tháng": r" (?:đầu|cuối|của năm|năm (?:\d|nay|ngoái|trước)|\d{1,2}(?! (?:ngày|tuần))|giêng|chạp|lương|tuổi)|[/-]\d",
    "quý": r" (?:đầu|cuối|i|v|\d|năm)",
    "tuần": r" (?:này|trước|tra|hoàn|phòng|dương|lộc)",
    "ngày": r" (?:\d|công(?! tác)|hội|lễ|tháng|mai|giờ|đầu (?:năm|tháng)|cuối (?:năm|tháng)|càng|nay)",
    "đêm": r" (?:\d|nay|nhạc|diễn|ngày|giao thừa|qua)",
    "giờ": r" (?:\d|cao điểm|giấc|g|hành chính|vàng)",
    "tiếng": r" (?!đồng hồ)(?:nổ|súng|anh|pháp|trung|nhật|việt|nói|dân|khóc|vỗ|gọi|kêu|hàn|nga|chuông|trống|hát|cười)",
    "phút": r" (?:\d|bù giờ|giây)",
}
_STOPS = {unit: regex.compile(rf"(?:{stop})(?!\p{{L}})") for unit, stop in _NO_MEASURE.items()}


@cache
def _numbers() -> dict[str, int]:
    """Numbers in words to 99."""
    numbers = dict(zip((*_DIGITS, "mười"), range(1, 11), strict=True))
    for tens in range(1, 10):
        head = "mười" if tens == 1 else f"{_DIGITS[tens - 1]} mươi"
        numbers[head] = tens * 10
        for one, word in enumerate(_DIGITS, start=1):
            numbers[f"{head} {word}"] = tens * 10 + one
        numbers |= {f"{head} lăm": tens * 10 + 5, f"{head} mốt": tens * 10 + 1, f"{head} tư": tens * 10 + 4}
        numbers |= {f"{_DIGITS[tens - 1]} chục": tens * 10}
    return numbers | {"một trăm": 100, "một nghìn": 1000, "một ngàn": 1000, "nửa": 0}


_REVIEWED = regex.compile(r"(?r)(?<!\p{L})(?:tổng kết|sơ kết|nhìn lại|kỉ niệm) $")
_CARRIED_OUT = regex.compile(r" (?:thực hiện|triển khai|thi hành|đưa)(?!\p{L})")


def _spelt_out() -> Iterator[str]:
    for number in _numbers():
        for unit in UNITS:
            yield f"{number} {unit}"


def _measure(number: float, unit: str) -> str:
    """«5», «năm»: P5Y; no number is half of the unit."""
    code, times = UNITS[unit]["code"], int(UNITS[unit]["times"])
    return _HALVES[unit] if number == 0 and unit in _HALVES else f"{code[:-1]}{(number or 0.5) * times:g}{code[-1]}"


def _duration(m: Match, value: str, end: int, *, back: bool = False, ahead: bool = False) -> Time:
    """The fact, with the modifier that stands before its number."""
    start = m.pieces()[0][0]
    modifier = None
    if found := _LEFT.search(m.before(16)):
        modifier, start = _MODIFIERS[found["mod"]], start - len(found[0])
    fact = Time(type="duration", value=value, modifier=modifier)  # type: ignore[arg-type]
    fact.anchor = "publication" if back or ahead else None
    m.mark(start, end, fact)
    return fact


def _no_measure(m: Match, unit: str) -> bool:
    stop = _STOPS.get(unit)
    if stop and stop.match(m.after(20)):
        return True
    before = m.before(12)
    return bool(_NAMES_ONE.search(before)) or bool(
        unit in ("phút", "giây") and regex.search(r"(?:(?<!\p{L})(?:giờ|phút)|\d ?h) $", before)
    )


@rules(
    rf"(?P<n>(?!(?:19|20)\d\d, ?\d)\d{{1,4}}(?:[.,]\d{{1,2}})?)"
    rf"(?: ?(?:-|đến|tới|hoặc|,) ?(?P<most>\d{{1,3}}))? ?(?P<unit>{_UNIT})"
    rf"(?!\p{{L}})(?P<half> rưỡi)?"
    rf"(?:(?:,? và|,)? (?P<more>\d{{1,2}}) (?P<less>tháng|tuần|ngày|giờ|phút|giây)(?! (?:đầu|cuối|tuổi|\d)))?"
    rf"{_TAIL}",
    yes("Trong ⟦5 năm qua⟧, đội bắt 3 vụ.", type="duration", value="P5Y", anchor="publication"),
    yes("giảm trong ⟦3 tháng qua⟧.", type="duration", value="P3M", anchor="publication"),
    yes("đạt danh hiệu ⟦5 năm liền⟧", type="duration", value="P5Y", anchor=None),
    yes("kỷ niệm ⟦90 năm⟧ Ngày thành lập", type="duration", value="P90Y"),
    yes("nghỉ ⟦12 ngày⟧", value="P12D"),
    yes("bị phạt ⟦2 năm 6 tháng⟧ tù", value="P2Y6M"),
    yes("chờ ⟦hơn 30 phút⟧", value="PT30M", modifier="more"),
    yes("phạt ⟦3-5 năm⟧ tù", value="P3Y/P5Y"),
    yes("làm việc trong ⟦20 giờ⟧", value="PT20H"),
    yes("bán mỗi ngày ⟦2-3 tiếng⟧", value="PT2H/PT3H"),
    yes("Kế hoạch ⟦5 năm⟧ 2031-2035", value="P5Y"),
    yes("thời gian làm thủ tục giảm ⟦4 giờ⟧ so với trước", value="PT4H"),
    yes("bị cáo sinh năm 1991, ⟦2 năm 3 tháng⟧ tù", value="P2Y3M"),
    no("Tháng 5 năm 2031."),
    no("Ngày 5 tháng 7."),
    no("9 tháng đầu năm 2031."),
    no("9 tháng năm 2031."),
    no("Lúc 20 giờ ngày 5/6."),
    no("Huy động 30 ngày công."),
    no("Tổ công tác 777 tuần tra."),
    no("Khoảng 18 giờ cùng ngày."),
    no("Trong thập niên 30 thế kỷ trước."),
)
def counted(m: Match) -> Time | None:
    """«5 năm qua», «hơn 30 phút», «2 năm 6 tháng», «từ 3 đến 5 năm»."""
    unit = m.folded("unit")
    number = float(m.folded("n").replace(",", "."))
    if _no_measure(m, unit) or (unit in ("giờ", "h") and not _lasts(m, number)):
        return None
    value = _measure(number + (0.5 if m.folded("half") else 0), unit)
    if m.folded("more"):
        value = _joined(value, _measure(float(m.folded("more")), m.folded("less")))
    if most := m.folded("most"):
        value += "/" + _measure(float(most), unit)
    return _duration(m, value, _end(m), back=bool(m.folded("back")), ahead=bool(m.folded("ahead")))


def _end(m: Match) -> int:
    return m.pieces()[0][1]


def _joined(value: str, rest: str) -> str:
    """«P2Y» and «P6M» to «P2Y6M», «PT1H» and «PT30M» to «PT1H30M»."""
    if "T" in value:
        return value + rest.removeprefix("PT")
    return value + rest.removeprefix("P")


def _lasts(m: Match, hours: float) -> bool:
    """Whether «20 giờ» is a stretch and no hour of the day."""
    if (
        regex.match(
            r" (?:sáng|trưa|chiều|tối|đêm|khuya|ngày|cùng ngày|hôm|gmt|,? ?\d)| ?- ?\d{1,2} ?(?:h|g|giờ|:)", m.after(14)
        )
        and hours <= 24
    ):
        return False
    if hours >= 24 or m.folded("tail") or m.folded("half"):
        return True
    return bool(_LASTS.search(m.before(14))) or bool(regex.match(r"(?: đồng hồ| bay|/ngày| mỗi ngày)", m.after(10)))


@rules(
    "a number in words and a unit of time",
    yes("trải qua ⟦hơn nửa thế kỷ⟧ xây dựng", value="P50Y", modifier="more"),
    yes("sau ⟦hai tuần⟧ truy xét", value="P2W"),
    yes("Qua ⟦mười lăm năm⟧ công tác", value="P15Y"),
    yes("trong ⟦ba năm qua⟧ đã", value="P3Y", anchor="publication"),
    yes("sơ kết ⟦một năm⟧ thực hiện quy chế", value="P1Y"),
    yes("Xã A: ⟦Một tháng⟧ triển khai đề án", value="P1M"),
    no("những năm tháng chiến tranh"),
    no("Tháng hai năm 2031."),
    no("Thứ ba tuần trước."),
    no("Sáu tháng đầu năm."),
    words=_spelt_out,
)
def spelt_out(m: Match) -> Time | None:
    """«hơn nửa thế kỷ», «hai tuần», «ba năm qua»."""
    number = next(n for n in sorted(_numbers(), key=len, reverse=True) if m.folded().startswith(f"{n} "))
    unit = m.folded()[len(number) + 1 :]
    if _no_measure(m, unit) or m.folded() in ("năm tháng", "nửa đêm"):
        return None
    lasts = _LASTS.search(m.before(14)) or (not m.before(1) and unit in ("năm", "tháng", "tuần"))
    tail = regex.match(rf"(?P<half> rưỡi)?{_TAIL}(?!\p{{L}})", m.after(24))
    lasts = lasts or (unit in ("năm", "tháng") and (_REVIEWED.search(m.before(14)) or _CARRIED_OUT.match(m.after(14))))
    if not lasts and (unit == "giờ" or (number == "một" and not (tail and tail[0]))):
        return None  # «ba giờ» is an hour of the day, «một ngày buồn» measures nothing
    value = _measure(_numbers()[number] + (0.5 if tail and tail["half"] else 0), unit)
    end = _end(m) + (tail.end() if tail else 0)
    return _duration(m, value, end, back=bool(tail and tail["back"]), ahead=bool(tail and tail["ahead"]))


def _recurring() -> Iterator[str]:
    for each in ("hằng", "hàng", "mỗi"):
        for unit in ("năm", "quý", "tháng", "tuần", "ngày", "đêm", "giờ", "phút", "giây", "sáng", "chiều", "tối"):
            yield f"{each} {unit}"


_WHICH = regex.compile(
    r"(?r)(?<!\p{L})(?:(?:ngày |tháng )\d{1,2}(?:[/-]\d{1,2}| tháng \d{1,2})?|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cuối tuần|cuối năm|đầu năm) $"
)
# «Ngân hàng năm 2031», «bán hàng tháng 6»: goods, nothing that recurs.
_GOODS = regex.compile(
    r"(?r)(?<!\p{L})(?:ngân|cửa|mặt|khách|bán|đơn|nhà|kiện|lô|gian|giao|mua|chở|xuất|nhập|đặt|xếp|cung|kho|hãng) $"
)
_EACH = {"sáng": "P1D", "chiều": "P1D", "tối": "P1D"}


@rules(
    "each unit of time",
    yes("⟦Hằng năm⟧, đơn vị tổ chức hội thi.", type="set", value="P1Y"),
    yes("họp ⟦mỗi quý⟧ một lần", type="set", value="P3M"),
    yes("lấy ⟦ngày 5/7 hằng năm⟧ là ngày hội", type="set", value="P1Y"),
    no("mỗi năm vụ việc"),
    no("hàng tháng trời"),
    no("Giải bóng đá Ngân hàng năm 2031."),
    words=_recurring,
)
def recurring(m: Match) -> Time | None:
    """«hằng năm», «mỗi quý», «ngày 5/7 hằng năm»."""
    each, unit = m.folded().split(" ", 1)
    if regex.match(
        r" (?:trời|nghìn|ngàn|trăm|triệu|vụ|người|hóa|xóm|xén|lối|qua|trước|sau|một \w+ khác)(?!\p{L})", m.after(12)
    ):
        return None
    if each == "hàng" and (_GOODS.search(m.before(8)) or regex.match(r" \d", m.after(2))):
        return None
    if each == "mỗi" and unit in ("giờ", "phút", "giây", "sáng", "chiều", "tối", "đêm") and unit not in UNITS:
        return None
    start, end, _ = m.pieces()[0]
    which = _WHICH.search(m.before(30))
    fact = Time(type="set", value=_EACH.get(unit) or _measure(1, unit))
    m.mark(start - len(which[0]) if which else start, end, fact)
    return fact
