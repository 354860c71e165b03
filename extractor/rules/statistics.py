"""Quantities of what was done, found or exists."""

import regex

from ..facts import Statistic
from ..fold import fold
from ..match import Match, RuleSet, no, symbol, yes
from .counted import action_in, base_in, change_before, restriction, shared_restriction, subject_in
from .numbers import Number, bound_of
from .units import Unit, unit_of

rules = RuleSet("statistic", kind="STATISTIC")

_NUM = symbol("NUM")
# «12 (mười hai) vụ»: the number again in words.
_AGAIN = regex.compile(rf" ?\((?:{_NUM}|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[\p{{L}} ]{{0,24}})\)")
# «5 triệu đồng đến 10 triệu đồng»: the other end of a range.
_OTHER_END = regex.compile(rf"(?: đến| tới| ?-) ?{_NUM}")
_OPEN_END = regex.compile(r" trở (?P<way>lên|xuống)(?!\p{L})")

# «hai đơn vị này»: told before.
_POINTING = regex.compile(r" (?:này|nói trên|kể trên|ấy|kia|đó|nêu trên)(?!\p{L})(?! (?:địa bàn|\d))")
# What two countries share is said of them both, not counted: «giữa hai nước».
_BOTH = regex.compile(
    r"(?:hai|2) (?:vợ chồng|mẹ con|bố con|cha con|anh em|chị em|ông cháu|bà cháu|em|nước|bên|phía|quốc gia|dân tộc|"
    r"miền|mặt)(?! (?:tỉnh|thành|\p{L}+ đã))",
    regex.IGNORECASE,
)
# «Top 10 doanh nghiệp», «xe 4 chỗ»: a rank, a model.
_NO_COUNT = regex.compile(
    r"(?:(?<!\p{L})(?:top|tốp|quý|(?<!thanh |phân )loại)|ngã|lần thứ|hạng|năm|tháng|ngày|mùng|mồng|đội|đề án|"
    r"chuyên án|trung ương|covid(?: ?-)?) $"
)

# «trung đoàn bộ binh 41», «các sư đoàn 17 và 19»: what has a number for its name.
_NAMED_BY_NUMBER = regex.compile(
    rf"(?:(?:sư|lữ|trung|tiểu|quân|binh) đoàn|đại đội|bộ binh|xe tăng|cao điểm|điểm cao|quốc lộ|tỉnh lộ|chuyên án|"
    rf"(?:dạy|học|trường|giáo viên|học sinh|bậc) cấp)(?: \p{{L}}+)?(?: (?:{_NUM}|\d+)(?:,| và))* $"
)
# «xe ô tô dưới 9 chỗ»: a kind of vehicle.
_SEATED = regex.compile(
    r"(?<!\p{L})(?:xe|ô tô|ôtô|xe hơi|loại)(?: (?:con|khách|du lịch|tải|chở người|loại|limousine)){0,2} $"
)
# «xe 47 lao tới»: the number of a vehicle, unless what follows is counted.
_VEHICLE = regex.compile(r"(?<!\p{L})(?:xe|tàu|máy bay) $")
_PAPER = regex.compile(r"(?<!\p{L})(?:nghị định|thông tư|nghị quyết) $")
_CAPITALS = regex.compile(r"(?<!\p{L})\p{Lu}{2,4} $")
# «16 triệu giờ»: units of time of which so many are no duration.
_TIME_UNIT = regex.compile(r" (?:giờ(?: công)?|ngày công|phút)(?!\p{L})")
# «40 km/h», «80 mg/100 ml máu», «0,4 mg/lít khí thở»: one measure to another.
_PER = regex.compile(
    rf" ?/ ?(?:(?:{_NUM}|\d+) ?)?(?:h|giờ|giây|s|phút|ngày đêm|ngày|lít|l|ml|mililít|mililit|dl|m3|m²|m2|km2|km²|ha|"
    r"người|kg|tấn|vụ|cây|con|hộ)(?: khí thở| máu)?(?![\p{L}\d])"
)
_DENSITY = regex.compile(r" ?/ ?(?:km2|km²|m2)(?![\p{L}\d])")

# «2.800 đô la Mỹ»: the country of a currency.
_COUNTRY = regex.compile(rf"(?<=đô la|đôla|bảng|franc|đô) [{symbol('TOPONYM')}{symbol('PLACE')}]")
# «3 lần được công nhận»: occasions of an award.
_AWARDED = regex.compile(
    rf" (?:liên tiếp |liên tục |vinh dự |liền ){{0,2}}(?:được|đạt|nhận|đón nhận|giành)(?!\p{{L}})[^;.]{{0,60}}?"
    rf"(?:[{symbol('AWARD')}{symbol('GRANT')}]|công nhận|tặng|danh hiệu|giải thưởng|vinh danh|khen)"
    rf"| (?:liên tiếp )?[{symbol('AWARD')}{symbol('GRANT')}]"
)


@rules(
    r"(?P<number><NUM>)(?P<joined>[\p{L}\p{N}²³%‰]*+)",
    yes("Công an huyện bắt ⟦12 vụ⟧ trộm.", value=12, unit="vụ", modifier="="),
    yes("Thu ⟦gần 2,5 tỷ đồng⟧.", value=2.5e9, unit="đồng", modifier="~"),
    yes("Thu giữ ⟦30kg⟧ pháo.", value=30, unit="kg"),
    yes("Phạt ⟦500 triệu⟧.", value=5e8, unit="đồng"),
    yes("Bảo vệ ⟦80 cơ quan, ban, ngành⟧ của tỉnh.", value=80, unit="cơ quan, ban, ngành"),
    yes("Đón ⟦hàng nghìn lượt⟧ khách.", value=None, value_min=1000, unit="lượt"),
    yes("Phạt ⟦từ 5 triệu đồng đến 7 triệu đồng⟧.", value=5e6, value_max=7e6, unit="đồng"),
    yes("Có ⟦12 (mười hai) hộ⟧ nghèo.", value=12, unit="hộ"),
    yes("Chỉ ⟦1/3 số trường⟧ đạt chuẩn.", value=1, out_of=3, unit="trường"),
    yes("Có ⟦9 trong số 12 tiêu chí⟧ không đạt.", value=9, out_of=12, unit="tiêu chí"),
    yes("Lớp có ⟦30 người trở lên⟧.", value=30, unit="người", modifier=">="),
    yes("Đội phát hiện, xử lý ⟦9 vụ⟧ lấn chiếm vỉa hè.", action="phát hiện, xử lý", what="lấn chiếm vỉa hè"),
    yes("Bắt 9 vụ, ⟦12 đối tượng⟧ cướp giật.", action="Bắt", what="cướp giật"),
    yes("Xe chạy ⟦70 km/h⟧.", value=70, unit="km/h"),
    yes("Người này có ⟦95 mg/100 ml máu⟧.", value=95, unit="mg/100 ml máu"),
    yes("Đo được ⟦0,31mg/lít khí thở⟧.", value=0.31, unit="mg/lít khí thở"),
    yes("Cả nước tiết kiệm ⟦3 triệu giờ⟧ chờ đợi.", value=3e6, unit="giờ"),
    yes("Bắt ⟦9 vụ⟧, 12 đối tượng cướp giật.", what="cướp giật"),
    yes("Số vụ giảm ⟦12,5%⟧ so với cùng kỳ năm trước.", change="decrease", base="cùng kỳ năm trước"),
    yes("Mật độ dân số là ⟦300 người/km2⟧.", value=300, unit="người/km2"),
    yes("Bị phạt ⟦cả chục triệu⟧ bớt vui.", value=None, value_min=1e7, unit="đồng"),
    no("Số 12 đã đến."),
    no("Thu giữ xe ô tô dưới 9 chỗ ngồi."),
    no("Đại dịch Covid 19 bùng phát."),
    no("Hai đơn vị này đã họp."),
    no("Ba lần được công nhận là đơn vị giỏi."),
    no("Tàu tới lúc 5g từ Năm Căn."),
    no("Luật có 16 chương."),
    no("Sư đoàn bộ binh 41 tấn công đồi cao."),
    no("Các trung đoàn 17 và 19 giữ chốt."),
    no("Xe 47 lao qua cầu."),
    no("Nghị định 88 quy định mức phí."),
    no("Đội phá chuyên án QT 51 L hôm qua."),
    yes("Đội thanh loại ⟦48 đối tượng⟧ truy nã.", value=48, unit="đối tượng"),
    no("Lọt top 10 doanh nghiệp lớn."),
)
def quantity(m: Match) -> None:
    """A number and what it counts: «hơn 12 vụ»."""
    number: Number = m["number"]
    start, end, _ = m.pieces("number")[0]
    after = m.folded("joined") + m.after(240)
    again = _AGAIN.match(after)
    skipped = again.end() if again else 3 if number.out_of and after.startswith(" số ") else 0
    unit = unit_of(after[skipped:], (m.pieces("joined")[0][2] + m.after(100, printed=True))[skipped:])
    if unit and unit.use == "unknown" and number.scaled and _OF_MONEY.search(m.before(60)):
        unit = None  # «phạt cả chục triệu bớt vui»
    if number.scaled and not unit and (of_time := _TIME_UNIT.match(after)):
        unit = Unit(1, of_time.end(), "measure")
    if (unit and after.startswith("g ") and _CLOCK.search(m.before(8))) or (
        m.text("number")[0].isdigit() and _NO_COUNT.search(m.before(12))
    ):
        return
    if _is_name(m, unit):
        return
    if not (unit or _is_money(m, number)) or _is_year(m, number, unit):
        return
    made = Statistic(
        value=number.value,
        value_max=number.value_max,
        value_min=number.value_min,
        out_of=number.out_of,
        modifier=number.modifier,
        unit=_written(m.words(end + skipped + unit.start, end + skipped + unit.end)) if unit else "đồng",
    )
    reach = skipped + unit.end if unit else 0
    if _POINTING.match(after, reach) or _BOTH.fullmatch(m.words(start, end + reach)):
        return
    if made.unit == "lần" and _AWARDED.match(after, reach):
        return
    if unit and unit.use == "money" and _COUNTRY.match(after, reach):
        reach += 2
        made.unit = m.words(end + skipped + unit.start, end + reach)
    start, reach = _bounded(m, made, start, end, after, reach)
    measured = unit and unit.use == "measure" and made.unit != "%"
    if per := (_PER.match(after, reach) if measured else unit and _DENSITY.match(after, reach)):
        made.unit, reach = f"{made.unit}{m.words(end + reach, end + per.end())}", per.end()
    _describe(m, made, start, end + reach, after[reach:])
    m.mark(start, end + reach, made)


def _is_name(m: Match, unit: Unit | None) -> bool:
    """Whether the number is what something is called: «trung đoàn 41», «xe 47 lao tới»."""
    if unit is None or unit.use == "money":
        return False
    if unit.use == "measure":  # «chuyên án QT 51 L»
        return m.after(2, printed=True) == " L" and _CAPITALS.search(m.before(6, printed=True)) is not None
    before = m.before(28)
    if m.after(4) == " chỗ" and _SEATED.search(before):
        return True
    if _PAPER.search(m.before(12)) or (unit.use == "unknown" and _VEHICLE.search(m.before(12))):
        return True
    return _NAMED_BY_NUMBER.search(m.before(60)) is not None


def _written(unit: str) -> str:
    """A unit as written; «đ» is đồng."""
    return "đồng" if unit == "đ" else unit


def _bounded(m: Match, made: Statistic, start: int, end: int, after: str, reach: int) -> tuple[int, int]:
    """Reads the other end of a range whose ends both have a unit, and «trở lên»; returns where it all is."""
    other = _OTHER_END.match(after, reach)
    if other and made.value is not None and made.value_max is None and not m.before(60).endswith((" lên ", " xuống ")):
        number: Number = m.within(end + other.end() - 1, end + other.end())[0].value
        unit = unit_of(after[other.end() :], after[other.end() :])
        words = _written(m.words(end + other.end() + unit.start, end + other.end() + unit.end)) if unit else "đồng"
        if number.value is not None and number.value > made.value and words == made.unit:
            made.value_max, reach = number.value, other.end() + (unit.end if unit else 0)
            start -= 3 if m.before(3) == "từ " else 0
    elif opened := _OPEN_END.match(after, reach):
        made.modifier, reach = (">=" if opened["way"] == "lên" else "<="), opened.end()
        start -= 3 if m.before(3) == "từ " else 0
    return start, reach


def _describe(m: Match, made: Statistic, start: int, end: int, after: str) -> None:
    """Fills what is counted, by whom it was governed and what it is compared with."""
    before = m.before(250)
    first = m.pieces("number")[0][0] - len(before)
    if action := action_in(before):
        made.action = m.words(first + action[0], first + action[1])
    if what := restriction(after) or shared_restriction(after):
        made.what = m.words(end + what[0], end + what[1])
    elif what := subject_in(before):
        made.what = m.words(first + what[0], first + what[1])
    made.change = change_before(before)
    if base := base_in(after, made.change is not None):
        made.base = m.words(end + base[0], end + base[1])


_TO_YEAR = regex.compile(r"(?:(?<!\p{L})(?:từ|đến|tới)|-) $")
# «lúc 5g»: an hour.
_CLOCK = regex.compile(r"(?<!\p{L})(?:lúc|từ|đến|hồi|khoảng|tới) $")
_OF_MONEY = regex.compile(
    r"(?<!\p{L})(?:giá|phạt|tiền|lương|thưởng|phí|nợ|vay|chi|thu|nộp|trả|vốn|lợi nhuận|lãi|lỗ|doanh thu|cước)"
    r"(?!\p{L})[^.;]{0,40}$"
)


def _is_money(m: Match, number: Number) -> bool:
    """Whether a number with no unit is an amount of đồng: «phạt 5 triệu», «trị giá 300 nghìn»."""
    if not number.scaled or m.after(3).strip()[:1] in (_NUM, symbol("TIME")):
        return False
    large = (number.value or number.value_min or 0) >= 1e6 and "dân" not in m.before(30)
    return large or _OF_MONEY.search(m.before(60)) is not None


def _is_year(m: Match, number: Number, unit: Unit | None) -> bool:
    """A bare year before words that are no known unit: «năm 2014 trốn»."""
    value = number.value
    if unit is None or value is None or not 1900 <= value <= 2100 or number.scaled or "." in m.text("number"):
        return False
    return unit.use == "unknown" or _TO_YEAR.search(m.before(8)) is not None


@rules(
    r"(?P<number><NUM>) (?P<named><PLACE|TOPONYM|ORG|POST>)",
    yes("Hợp tác với ⟦8 tỉnh⟧ Bắc Bộ.", value=8, unit="tỉnh"),
    yes("Bổ nhiệm ⟦3 phó chủ tịch⟧.", value=3, unit="phó chủ tịch"),
    no("Có 3 Đà Nẵng."),
)
def of_name(m: Match) -> Statistic | None:
    """A counted noun that an earlier set took for the head of a name: «8 tỉnh Bắc Bộ»."""
    number: Number = m["number"]
    name = m.text("named")
    kind = m.mentions("named")[0].kind
    start, end = m.span("number")[0], m.span("named")[0]
    unit = unit_of(f" {fold(name)}", f" {name}")
    if kind == "POST":
        words = name[: len(m["named"][0].post)]
    elif unit is None or unit.use == "unknown" or not name[0].islower():
        return None
    else:
        words = name[unit.start - 1 : unit.end - 1]
    made = Statistic(value=number.value, modifier=number.modifier, out_of=number.out_of, unit=words)
    return m.at((start, end + len(words)), made)


# A clause in which people or bodies are given an award.
_GIVING = regex.compile(
    rf"[{symbol('AWARD')}{symbol('GRANT')}]|(?<!\p{{L}})(?:trao|tặng|khen|thưởng|vinh danh|tôn vinh|biểu dương|xét|"
    r"tuyên dương|danh hiệu|nhận|đề xuất|đề cử)(?!\p{L})"
)


@rules(
    r"(?P<whom><RECIPIENT>)",
    yes("Anh cứu ⟦hơn 30 học sinh⟧, được tặng Bằng khen.", value=30, unit="học sinh", modifier=">"),
    no("Trao Bằng khen cho 3 tập thể."),
)
def of_recipients(m: Match) -> Statistic | None:
    """People or bodies counted beside an award that they are not given; what it does give is no statistic (unite)."""
    whom, words = m["whom"], m.text("whom")
    clause = regex.split(r"[,;.:]", m.before(80))[-1] + regex.split(r"[,;.:]", m.after(60))[0]
    if isinstance(whom, list) or whom.name or not whom.unit or whom.count is None or _GIVING.search(clause):
        return None
    return Statistic(value=whom.count, unit=whom.unit, modifier=bound_of(fold(words.split(whom.unit)[0])))


@rules(
    r"lần lượt(?: là| có| đạt| gồm| với)? (?P<numbers><NUM>(?:, <NUM>){0,6}) và(?= <NUM>)",
    yes("Hai xã lần lượt có ⟦20⟧ và 30 hộ nghèo.", value=20, unit="hộ"),
    no("Xe lần lượt qua cầu."),
)
def respective(m: Match) -> None:
    """Numbers that share the unit of the last: «lần lượt 20 và 30 hộ»."""
    unit = unit_of(m.after(60)[2:], m.after(60, printed=True)[2:])
    if unit is None:
        return
    first, end = m.pieces("numbers")[0][0], m.pieces()[0][1] + 2
    words = m.words(end + unit.start, end + unit.end)
    for mark, mention in zip(_NUMS.finditer(m.folded("numbers")), m.mentions("numbers"), strict=True):
        number: Number = mention.value
        start = first + mark.start()
        m.mark(start, start + 1, Statistic(value=number.value, modifier=number.modifier, unit=words))


_NUMS = regex.compile(_NUM)
_MEMBERS = regex.compile(rf"{_NUM} (?:lượt )?(?P<unit>đảng viên|cán bộ|công chức|đồng chí|người|trường hợp)(?!\p{{L}})")


@rules(
    r"(?:khiển trách|cảnh cáo|cách chức|khai trừ|buộc thôi việc|giáng chức|hạ bậc lương) (?P<number><NUM>)"
    r"(?=[,.;:)]|$| và(?! (?:đảng|cán|đồng)))",
    yes("Kỷ luật 14 đảng viên, trong đó khiển trách ⟦9⟧, cảnh cáo 5.", value=9, unit="đảng viên"),
    no("Khai trừ 9 đảng viên."),
)
def disciplined(m: Match) -> Statistic | None:
    """«kỷ luật 14 đảng viên, trong đó khiển trách 9»: a number whose unit stands before."""
    number: Number = m["number"]
    if (whom := _MEMBERS.search(m.before(220))) is None or number.value is None:
        return None
    made = Statistic(value=number.value, modifier=number.modifier, unit=whom["unit"])
    made.action = m.text().rsplit(" ", 1)[0]
    return m.at("number", made)
