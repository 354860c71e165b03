"""Days (a ``<UNIT>``) and hours (a ``<CLOCK>``), not yet facts: «ngày 5/7/2024», «chiều 5-7», «mùng 3 Tết», «8h30».

A mention has the words before it that belong to it («sáng thứ Hai, ngày ...») and a value that may be open.
"""

import regex

from ..edtf import before as earlier
from ..edtf import exists, like, lunar
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, yes
from .calendar import MONTH_WORD, MONTHS, OF_A_YEAR, WHICH_YEAR, D, M, Unit, Y, counts, year_of

rules = RuleSet("day", kind="UNIT", states=False)

WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
HOURS = alternation([fold(part) for part in lexicon("parts_of_day").surfaces])
_BEFORE = regex.compile(
    rf"(?r)(?:(?<!\p{{L}})(?P<hours>{HOURS})(?: (?:hôm )?(?:nay|qua|mai)| cùng ngày)?[ ,(]{{1,2}})?"
    rf"(?:(?<!\p{{L}})(?:(?:ngày )?hôm (?:nay|qua|kia)|nay|ngày (?:mai|kia|mốt)) ?[,( ]{{1,2}})?"
    rf"(?:(?<!\p{{L}}){WEEKDAY}[ ,(-]{{1,3}})?"
    r"(?:(?<!\p{L})(?P<head>(?:ngày |hôm )?m[ùồ]ng|(?:(?:các|những|hai|ba) )?ngày|hôm|rạng) )?$"
)


def words_before(m: Match) -> "regex.Match[str]":
    """The words before a day that belong to it: «chiều nay (thứ Hai, ngày»; perhaps none."""
    found = _BEFORE.search(m.before(48))
    assert found  # it may be empty
    return found


def mark_day(m: Match, start: int, end: int, value: str, before: "regex.Match[str] | None" = None) -> None:
    """Marks a day with the words before it, and with the bracket after it that closes one of them."""
    words = before[0] if before else ""
    if words.count("(") > words.count(")") and m.after(1) == ")" and end == m.pieces()[0][1]:
        end += 1
    m.mark(start - len(words), end, Unit(value, hours=before["hours"] if before else None))


def _day(year: str, month: int, day: int) -> str | None:
    """The value of a day; None if there is no such day."""
    known = int(year) if year.isdigit() else 2000
    return f"{year}-{month:02}-{day:02}" if exists(known, month, day) else None


def _lunar_day(year: str, month: int, day: int) -> str | None:
    return lunar(f"L{year}-{month:02}-{day:02}") if 1 <= month <= 12 and 1 <= day <= 30 else None


# A day and a month alone are a date only if something says so: «chiều 5-7», «(5/7)», «từ 5/7», «Quốc khánh 2/9».
_CUE = regex.compile(
    r"(?r)(?:(?<!\p{L})(?:từ|đến|tới|trước|sau|vào|hết|nay|qua|kể từ|lễ|dịp|tết|quốc khánh|hôm|giải phóng|lúc)"
    r"|(?<![\d/.-])\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?(?:,| và| -|-|;| hoặc| rạng sáng)"
    r"|(?<!\p{L})(?:\d{1,2}h\d{0,2}|giờ|phút))(?: hết| khoảng)?[ (]{0,2}$"
)
_NAMED_DAY = regex.compile(
    r"(?r)(?<!\p{L})(?:ngày|lễ|kỉ niệm|khánh|chiến thắng|cách mạng)(?: [\p{L}-]{1,10}){1,10} \(?$"
)
_AFTER_DAY = regex.compile(
    r"$|[,.;:!?)\"]| \(| -| (?:và|của|được|đến|tới|vừa|sắp|hằng|hàng|năm|tại|do|thì|là|để|cho|với|này|từ|ở)(?!\p{L})"
)
_DOTTED = regex.compile(r"(?:ngày|sáng|chiều|tối|từ) \d{1,2}\.\d{1,2}(?:, \d{1,2}\.\d{1,2})*(?:,| và|-| -| đến) ?$")
_TO_A_DAY = regex.compile(rf" ?(?:-|đến) ?(?:ngày )?{D}[/.]{M}(?!\d)")
_SHARE = regex.compile(r" (?:số|tổng|diện tích|dân số|xã|huyện|tỉnh|thời gian|quân số|chiều)(?!\p{L})")


def _is_date(m: Match, words: str, separator: str) -> bool:
    """Whether two numbers with a stroke between them are a day and a month."""
    if words.strip(" ("):
        return True
    before, after = m.before(80), m.after(30)
    if separator == ".":
        return bool(_DOTTED.search(before)) or (before.endswith("từ ") and bool(_TO_A_DAY.match(after)))
    if _SHARE.match(after) or counts(after):
        return False
    if (before.endswith("(") and after.startswith(")")) or _TO_A_DAY.match(after):
        return True
    return bool(_CUE.search(before)) or bool(_NAMED_DAY.search(before) and _AFTER_DAY.match(after))


_LUNAR = r"(?P<lunar> \(?(?:âm lịch|al|âl)(?!\p{L})\)?)?"
_OF_A_MONTH = rf"(?:/|\.)(?P<m>{M})(?: ?[/.-] ?(?P<y>{Y}))?| tháng (?P<m>{M})(?: năm (?P<y>{Y}))?"


@rules(
    rf"(?P<a>\d{{1,2}})(?<!\d[/.-]\d{{1,2}}) ?(?:-|đến|tới) ?(?P<d>\d{{1,2}})(?:{_OF_A_MONTH})(?![/.-]?\d)",
    yes("Từ ⟦ngày 10⟧ đến 15/6/2024, đội kiểm tra.", value=Unit("2024-06-10")),
    yes("⟦Ngày 10⟧-15/6/2024.", value=Unit("2024-06-10")),
    no("Từ ngày 10/5 đến 15/6/2024."),
    no("Chi 10-15/6 hộ."),
)
def stretch(m: Match) -> None:
    """«ngày 10-15/6/2024», «từ 10 đến 15 tháng 6»: two days that share month and year."""
    before = words_before(m)
    if not (before["head"] or before["hours"] or m.folded("y") or _CUE.search(m.before(20))):
        return
    first, last = (_day(year_of(m.folded("y")), int(m.folded("m")), int(m.folded(name))) for name in ("a", "d"))
    if first and last and first < last:
        mark_day(m, *m.pieces("a")[0][:2], first, before)
        mark_day(m, m.pieces("d")[0][0], m.pieces()[0][1], last)


@rules(
    rf"(?P<a>\d{{1,2}})(?<=(?:ngày |\()\d{{1,2}})(?:, ?(?:ngày )?(?P<a>{D})){{0,12}}"
    rf"(?:,? (?:và|&|hoặc) (?:ngày )?|, ?)(?P<d>{D})(?:{_OF_A_MONTH}|-(?P<m>{M})(?:-(?P<y>{Y}))?)(?![/.-]?\d)",
    yes("⟦Các ngày 5⟧, 6 và 7/3/2024, trời rét.", value=Unit("2024-03-05")),
    yes("Trong ngày 4 và ⟦5/7⟧, mưa lớn.", value=Unit("XXXX-07-05")),
    yes("Sau hai ngày (⟦4⟧ và 5/7), hội nghị bế mạc.", value=Unit("XXXX-07-04")),
    no("Ngày 4, 5 người bị bắt."),
)
def listed_days(m: Match) -> None:
    """«các ngày 5, 6 và 7/3/2024»: a day each."""
    last = _day(year_of(m.folded("y")), int(m.folded("m")), int(m.folded("d")))
    if last is None:
        return
    before = words_before(m)
    for number, (start, end, words) in enumerate(m.pieces("a")):
        mark_day(m, start, end, like(f"XXXX-XX-{int(words):02}", last), None if number else before)
    mark_day(m, m.pieces("d")[0][0], m.pieces()[0][1], last)


@rules(
    r"(?P<d>\d{1,2}) ?(?P<s>[/.-]) ?(?P<m>\d{1,2})"
    rf"(?: ?(?:(?P=s)|[/-]) ?(?P<y>{Y}(?![/.]\d)|\d\d(?![/.-]))|(?!(?:/|-(?!{D}/)|[.,])\d))(?<!tháng \d-\d/\d{{4}})"
    rf"(?: năm (?:(?P<y>{Y})|{WHICH_YEAR}))?{_LUNAR}",
    yes("⟦Ngày 5/7/2024⟧, tại Hà Nội", value=Unit("2024-07-05")),
    yes("⟦Chiều 5-7⟧, công an bắt 2 người", value=Unit("XXXX-07-05", hours="chiều")),
    yes("⟦Sáng thứ Hai, ngày 8.7⟧, mưa", value=Unit("XXXX-07-08", hours="sáng")),
    yes("⟦Chiều nay (29-3)⟧, hội nghị bế mạc.", value=Unit("XXXX-03-29", hours="chiều")),
    yes("mừng Quốc khánh ⟦2/9⟧.", value=Unit("XXXX-09-02")),
    yes("Ngày Nhà giáo Việt Nam ⟦20/11⟧.", value=Unit("XXXX-11-20")),
    yes("giỗ Tổ ⟦ngày 10/3 âm lịch⟧", value=Unit("LXXXX-03-10")),
    no("Có 3/5 xã về đích."),
    no("Tăng 1/3 so với trước."),
    no("Đạt 20/25 chỉ tiêu."),
    no("Đường 30/4 rợp cờ."),
)
def in_digits(m: Match) -> None:
    """«ngày 5/7/2024», «chiều 5-7», «thứ Hai, 8/7», «10/3 âm lịch»."""
    if not (1 <= int(m.folded("d")) <= 31 and 1 <= int(m.folded("m")) <= 12):
        return
    before, year = words_before(m), m.folded("y")
    if len(year) != 4 and not (before["head"] if year else _is_date(m, before[0], m.folded("s"))):
        return
    make = _lunar_day if m.folded("lunar") else _day
    if value := make(year_of(m.folded("y"), m.folded("rel")), int(m.folded("m")), int(m.folded("d"))):
        mark_day(m, *m.pieces()[0][:2], value, before)


_STEMS = fold("giáp ất bính đinh mậu kỷ canh tân nhâm quý").split()
_BRANCHES = fold("tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi").split()
_NAME_OF_A_YEAR = rf"(?P<stem>{alternation(_STEMS)}) (?P<branch>{alternation(_BRANCHES)})"


def _cycle(m: Match) -> int | None:
    """Where in the cycle of sixty a year named by stem and branch stands: «Giáp Tý» is 0."""
    if not m.folded("branch"):
        return None
    stem, branch = _STEMS.index(m.folded("stem")), _BRANCHES.index(m.folded("branch"))
    return next((n for n in range(stem, 60, 10) if n % 12 == branch), None)


@rules(
    rf"(?P<d>\d{{1,2}}) tháng (?:(?P<m>{M})(?![/.-]?\d{{1,3}}(?!\d))|(?P<w>{MONTH_WORD})(?!\p{{L}}))"
    rf"(?:{OF_A_YEAR}| năm {_NAME_OF_A_YEAR}|(?<=tháng \d{{1,2}}),? (?P<y>(?:19|20)\d\d)(?=$|[,.;:)]))?{_LUNAR}",
    yes("⟦13 tháng 8 2031⟧", value=Unit("2031-08-13")),
    yes("⟦Ngày 5 tháng 7 năm 2024⟧, tại Hà Nội", value=Unit("2024-07-05")),
    yes("sinh ⟦5 tháng 7 năm 1931⟧", value=Unit("1931-07-05")),
    yes("⟦mùng 3 tháng Giêng⟧", value=Unit("LXXXX-01-03")),
    yes("tức ⟦ngày mùng 5 tháng 10 năm Tân Sửu⟧", value=Unit("LS037-10-05")),
    no("Trong 5 tháng 7 vụ."),
    no("5 tháng 8 2000 người."),
    no("Trong 6 tháng 15 ngày."),
)
def in_words(m: Match) -> None:
    """«ngày 5 tháng 7 năm 2024», «mùng 3 tháng Giêng»."""
    before, year, word, cycle = words_before(m), year_of(m.folded("y"), m.folded("rel")), m.folded("w"), _cycle(m)
    if not before["head"] and year == "XXXX" and cycle is None and not _CUE.search(m.before(20)):
        return
    year = year if cycle is None else f"S{cycle:03}"
    make = _lunar_day if m.folded("lunar") or word in ("giêng", "chạp") or cycle is not None else _day
    if value := make(year, MONTHS[word] if word else int(m.folded("m")), int(m.folded("d"))):
        mark_day(m, *m.pieces()[0][:2], value, before)


_MONTH = {"này": "M+0", "trước": "M-1", "sau": "M+1", "tới": "M+1"}


@rules(
    rf"(?P<d>\d{{1,2}})(?<=(?:ngày|mùng|mồng|đêm|sáng|chiều|tối) \d{{1,2}})(?<!(?:một|mỗi|hằng|hàng|\d) ngày \d{{1,2}})"
    r"(?:(?P<tet> tết)| tháng (?P<month>này|trước|sau|tới)|(?P<lunar> âm lịch))?(?![-/.]\d| ?(?:km|m|h|ha)\d?\b)"
    rf"(?=(?P<on>(?:,? (?:và )?(?:rạng sáng|sáng|đến|tới) |,? )(?:ngày )?{D}(?:{_OF_A_MONTH})(?![/.]?\d))?)",
    yes("Đến ⟦ngày 15⟧, mưa ngớt.", value=Unit("XXXX-XX-15")),
    yes("⟦Mùng 3 Tết⟧, đội vẫn trực.", value=Unit("LXXXX-01-03")),
    yes("⟦Ngày 5 tháng trước⟧, hai bên ký.", value=Unit("M-1-05")),
    yes("⟦Đêm 30⟧, rạng sáng 31/12/2023, lửa bùng lên.", value=Unit("2023-12-30", hours="đêm")),
    no("Mỗi ngày 15 chuyến."),
    no("Ngày 3 lần."),
)
def alone(m: Match) -> None:
    """«ngày 15», «mùng 3 Tết», «ngày 5 tháng trước», «đêm 30, rạng sáng 31/12»."""
    before, number = words_before(m), int(m.folded("d"))
    if not 1 <= number <= 31:
        return
    value: str | None = f"{_MONTH[m.folded('month')]}-{number:02}" if m.folded("month") else f"XXXX-XX-{number:02}"
    if m.folded("tet"):
        value = _lunar_day("XXXX", 12 if number > 20 else 1, number)
    elif m.folded("on"):
        value = earlier(f"XXXX-XX-{number:02}", f"{year_of(m.folded('y'))}-{int(m.folded('m')):02}-31")
    elif counts(m.after(30)) or before["head"] is None:
        return
    if value:
        mark_day(m, *m.pieces()[0][:2], value, before)


_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, **{str(n): n - 1 for n in range(2, 8)}}
_WEEK = {"này": "W+0", "trước": "W-1", "qua": "W-1", "rồi": "W-1", "tới": "W+1", "sau": "W+1"}


@rules(
    rf"(?:(?P<hours>{HOURS})(?: ngày)? |(?P<on>hôm ))?"
    rf"(?:thứ (?P<n>{alternation(list(_WEEKDAYS))})|(?P<sunday>chủ nhật))"
    rf"(?: tuần (?P<week>{alternation(list(_WEEK))})|(?P<near> (?:vừa qua|vừa rồi|tới đây)))?(?!\p{{L}})",
    yes("⟦Hôm thứ Hai⟧, xe lật.", value=Unit("W+X-1")),
    yes("⟦Tối thứ Bảy tuần trước⟧, xe lật.", value=Unit("W-1-6", hours="tối")),
    yes("⟦Sáng Chủ nhật⟧, trời mưa.", value=Unit("W+X-7", hours="sáng")),
    no("Thứ hai là mở rộng cơ sở."),
    no("Trực cả thứ Bảy, Chủ nhật."),
)
def weekday(m: Match) -> Unit | None:
    """«tối thứ Bảy tuần trước», «sáng Chủ nhật»."""
    week, hours = m.folded("week"), m.folded("hours")
    if not (week or hours or m.folded("on") or m.folded("near")):
        return None
    number = 7 if m.folded("sunday") else _WEEKDAYS[m.folded("n")]
    return Unit(f"{_WEEK[week] if week else 'W+X'}-{number}", hours=hours or None)


@rules(
    r"(?P<d>2[5-9]|30) tết(?!\p{L})|(?P<eve>(?:đêm )?giao thừa)"
    rf"|(?P<civil>tết dương lịch)(?:(?: năm)? (?P<y>{Y}))?"
    rf"|rằm (?:tháng (?:(?P<m>\d{{1,2}})|(?P<w>giêng|bảy|tám|chạp))|trung thu)(?: năm (?P<y>{Y}))?"
    rf"|tết trung thu(?: năm)? (?P<y>{Y})",
    yes("Đến ⟦30 Tết⟧, đội vẫn trực.", value=Unit("LXXXX-12-30")),
    yes("lễ hội ⟦rằm tháng Giêng⟧", value=Unit("LXXXX-01-15")),
    yes("nghỉ ⟦Tết Dương lịch 2031⟧", value=Unit("2031-01-01")),
    no("Tết đến."),
)
def feast(m: Match) -> Unit | None:
    """«30 Tết», «rằm tháng Giêng», «đêm Giao thừa», «Tết Dương lịch»."""
    if m.folded("civil"):
        return Unit(f"{year_of(m.folded('y'))}-01-01")
    if m.folded("d") or m.folded("eve"):
        value = _lunar_day("XXXX", 12, int(m.folded("d") or 30))
    else:
        value = _lunar_day(
            year_of(m.folded("y")), MONTHS[m.folded("w")] if m.folded("w") else int(m.folded("m") or 8), 15
        )
    return Unit(value) if value else None


@rules(
    rf"tết(?: (?:nguyên đán|cổ truyền|âm lịch|ta))?(?: {_NAME_OF_A_YEAR})?(?:(?: năm| -|,)? \(?(?P<y>{Y}))?",
    yes("đón ⟦Tết Nguyên đán Giáp Thìn 2024⟧", value=Unit("2024-02-10")),
    yes("dịp ⟦Tết Kỷ Hợi⟧", value=Unit("2019-02-05")),
    yes("chăm lo ⟦Tết năm 2018⟧", value=Unit("2018-02-16")),
    no("Dịp Tết, đường đông."),
)
def new_year(m: Match) -> Unit | None:
    """«Tết Nguyên đán Giáp Thìn 2024»: the first day of the lunar year, which its stem and branch name too."""
    cycle = _cycle(m)
    year = m.folded("y") or _nearest(cycle)
    value = _lunar_day(year, 1, 1) if year else None
    return Unit(value) if value else None


def _nearest(cycle: int | None) -> str:
    """The year of a place in the cycle of sixty, from Mậu Thân 1968 to Đinh Mùi 2027; «» if none is told."""
    return "" if cycle is None else str(1984 + cycle - (60 if cycle > 43 else 0))


@rules(
    rf"(?:năm mới|năm|mùa xuân|đầu xuân|xuân) {_NAME_OF_A_YEAR}(?:(?: năm| -|,)? \(?(?P<y>{Y})\)?)?(?!\p{{L}})",
    yes("chào đón ⟦năm mới Tân Sửu 2021⟧", value=Unit("2021")),
    yes("mừng ⟦xuân Giáp Thìn⟧", value=Unit("2024")),
    no("Năm Giáp lên đường."),
)
def named_year(m: Match) -> Unit:
    """«năm mới Tân Sửu 2021», «xuân Giáp Thìn»."""
    return Unit(m.folded("y") or _nearest(_cycle(m)))


_LATE = ("chiều", "tối", "đêm")


@rules(
    r"(?P<h>[01]?\d|2[0-4])(?: ?(?:giờ|h|g) ?(?P<m>[0-5]\d)(?: ?(?:phút|p|'))?(?!\d|[.,]\d| (?:người|vụ|năm))"
    r"|:(?P<m>[0-5]\d)(?::[0-5]\d)?| giờ|h| h(?= \d)"
    r"|g(?= (?:ngày|sáng|trưa|chiều|tối|đêm|khuya|\d))|(?<=(?:lúc|hồi|từ|đến|vào|khoảng) \d{1,2})g)"
    rf"(?: (?P<at>{HOURS})(?! (?:nay|qua|mai|ngày|hôm|mùng|cùng|thứ|chủ|{D}(?:[/.-]| tháng))))?"
    r"(?P<zone> ?[(\[]?(?:gmt|utc) ?\+ ?7[)\]]?| \(?giờ (?:việt nam|hà nội|địa phương|vn)\)?)?",
    yes("Lúc ⟦8h30⟧ ngày 5/4", value="T08:30"),
    yes("⟦20 giờ 30 phút⟧", value="T20:30"),
    yes("khoảng ⟦14g30⟧", value="T14:30"),
    yes("lúc ⟦3 giờ sáng⟧", value="T03:00"),
    yes("hồi ⟦5 giờ chiều⟧", value="T17:00"),
    yes("lúc ⟦22 giờ 15 phút⟧ đêm 5 tháng 7 năm 1931", value="T22:15"),
    yes("⟦20:38⟧", value="T20:38"),
    no("Tỷ lệ 1:500."),
    no("Chiếm 30 h đất."),
    kind="CLOCK",
)
def clock(m: Match) -> str:
    """«8h30», «20 giờ 30 phút», «5 giờ chiều»."""
    hour, minute, at = int(m.folded("h")), int(m.folded("m") or 0), m.folded("at")
    if hour < 12 and at.startswith(_LATE) and not (at == "đêm" and hour < 4):
        hour += 12
    zone = "+07:00" if "+" in m.folded("zone") else ""
    return f"T{hour % 24:02}:{minute:02}{zone}"
