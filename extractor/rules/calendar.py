"""Months, quarters, years and longer units of the calendar, each a ``<UNIT>``, not yet a fact.

``dates`` makes «từ <UNIT> đến <UNIT>» a period. A mention has its head with it («tháng 5», «cuối năm 2019») and a
value that may be open («XXXX-05»: see ``edtf``).
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from ..edtf import lunar
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, yes

rules = RuleSet("calendar", kind="UNIT", states=False)

Part = Literal["start", "mid", "end", "approx", "before", "after", "more", "less"]


@dataclass(slots=True)
class Unit:
    """A unit of the calendar: its value, the part of it that is meant, and the part of the day."""

    value: str
    modifier: Part | None = None
    hours: str | None = None


D, M, Y = r"(?:[12]\d|3[01]|0?[1-9])", r"(?:1[0-2]|0?[1-9])", r"(?:1\d{3}|20\d\d)"
DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
MONTHS = {**DIGITS, "giêng": 1, "tư": 4, "mười một": 11, "mười hai": 12, "chạp": 12}
MONTH_WORD = alternation(list(MONTHS))
_RELATIVE_YEAR = {"nay": "Y+0", "này": "Y+0", "ngoái": "Y-1", "trước": "Y-1", "qua": "Y-1", "tới": "Y+1", "sau": "Y+1"}
WHICH_YEAR = rf"(?P<rel>{alternation(list(_RELATIVE_YEAR))})(?!\p{{L}})"
OF_A_YEAR = rf"(?:(?: (?:của )?năm |, ?năm | ?[/.-] ?)(?P<y>{Y})| (?:của )?năm {WHICH_YEAR})"

_PARTS: dict[str, Part] = {"giữa": "mid", "trung tuần": "mid", "thượng tuần": "start", "hạ tuần": "end"}
for _lead in (
    "",
    "nửa ",
    "những ngày ",
    "những tháng ",
    "các tháng ",
    "mấy tháng ",
    "dịp ",
    "ngày ",
    "thời điểm ",
    "tháng ",
):
    _PARTS |= {f"{_lead}đầu": "start", f"{_lead}cuối": "end"}
_PART_BEFORE = regex.compile(rf"(?r)(?<!\p{{L}})(?P<part>{alternation(list(_PARTS))})(?: của)? $")


def mark_unit(m: Match, start: int, end: int, value: str) -> None:
    """Marks a month, year or the like, with «đầu», «giữa», «cuối» before it."""
    part = _PART_BEFORE.search(m.before(24)) if start == m.pieces()[0][0] else None
    m.mark(start - len(part[0]) if part else start, end, Unit(value, _PARTS[part["part"]] if part else None))


def year_of(year: str, relative: str = "") -> str:
    """The year of a value: as written, relative to the publication («ngoái»), or unknown."""
    if year:
        return year if len(year) == 4 else f"{'19' if int(year) > 30 else '20'}{year}"
    return _RELATIVE_YEAR[relative] if relative else "XXXX"


@cache
def _counted() -> dict[str, str]:
    return {fold(row["surface"]): row["use"] for row in lexicon("units").rows}


def counts(after: str, *, nouns: bool = False) -> bool:
    """Whether what follows a number is a counter, a measure or (``nouns``) anything that is counted."""
    if regex.match(r"[.,]\d| ?%| (?:trăm|nghìn|ngàn|vạn|triệu|tỉ)(?!\p{L})", after):
        return True
    found = regex.match(r"(?: ([\p{L}%]+)){0,3}", after)
    words = found.captures(1) if found else []
    uses = (_counted().get(" ".join(words[:length])) for length in (3, 2, 1))
    use = next((use for use in uses if use), None)
    return use is not None and (nouns or use != "noun")


_COUNT = regex.compile(rf"(?r)(?<![\p{{L}}\d/.,-])(?:(?P<n>\d{{1,3}})|(?P<w>{alternation(list(MONTHS))})) $")
_SOME = regex.compile(r"(?r)(?<!\p{L})(?:những|các|mấy|vài|nhiều) $")


@rules(
    r"(?P<unit>tháng|quý|ngày|tuần)(?: lễ)? (?:(?P<side>đầu|cuối)(?: tiên)?(?: của)? )?(?P<of>năm|tháng)"
    rf"(?: (?P<y>{Y}|(?P<m>{M})(?:(?:[/-]| năm )(?P<in>{Y}))?)(?![\d/]|-\d)| {WHICH_YEAR})?",
    yes("⟦6 tháng đầu năm 2024⟧", value=Unit("2024-H1")),
    yes("⟦9 tháng năm 2023⟧", value=Unit("2023-01/2023-09")),
    yes("⟦Chín tháng đầu năm⟧, tỉnh", value=Unit("XXXX-01/XXXX-09")),
    yes("⟦3 tháng cuối năm 2023⟧", value=Unit("2023-10/2023-12")),
    yes("trong ⟦10 ngày đầu tháng 5/2024⟧", value=Unit("2024-05-01/2024-05-10")),
    yes("⟦Những tháng cuối năm 2023⟧", value=Unit("2023", "end")),
    no("Tháng năm mát mẻ."),
)
def first_or_last(m: Match) -> None:
    """«6 tháng đầu năm 2024», «9 tháng năm 2023», «10 ngày đầu tháng 5», «những tháng cuối năm»."""
    start, end, _ = m.pieces()[0]
    side, of_year = m.folded("side"), m.folded("of") == "năm"
    counted, some = _COUNT.search(m.before(12)), _SOME.search(m.before(12))
    if (of_year and m.folded("m")) or not (side or (counted and of_year and m.folded("y"))):
        return
    whole = _whole(m, of_year)
    if counted:
        number = int(counted["n"] or MONTHS[counted["w"]])
        if value := _stretch(whole, number, m.folded("unit"), side != "cuối"):
            m.mark(start - len(counted[0]), end, Unit(value))
    else:
        whole = "Y+0" if whole == "XXXX" else whole
        m.mark(start - len(some[0]) if some else start, end, Unit(whole, "start" if side == "đầu" else "end"))


def _whole(m: Match, of_year: bool) -> str:
    """The year or month whose first or last part is meant."""
    if of_year:
        return year_of(m.folded("y"), m.folded("rel"))
    if m.folded("m"):
        return f"{m.folded('in') or 'XXXX'}-{int(m.folded('m')):02}"
    return {"trước": "M-1", "tới": "M+1", "sau": "M+1"}.get(m.folded("rel"), "M+0")


def _stretch(whole: str, number: int, unit: str, first: bool) -> str | None:
    """The value of the first or last ``number`` months, quarters or days of ``whole``."""
    of_month = whole[0] == "M" or len(whole) == 7
    if unit in ("quý", "tháng") and not of_month:
        number *= 3 if unit == "quý" else 1
        if number == 6:
            return f"{whole}-{'H1' if first else 'H2'}"
        begin, end = (1, number) if first else (13 - number, 12)
        return f"{whole}-{begin:02}/{whole}-{end:02}" if 1 <= number <= 12 else None
    if unit in ("ngày", "tuần") and first:
        number *= 7 if unit == "tuần" else 1
        month = whole if of_month else f"{whole}-01"
        return f"{month}-01/{month}-{number:02}" if 1 <= number <= 28 else None
    return None


@rules(
    rf"nửa (?P<side>đầu|cuối|sau)(?: của)? năm(?: (?:(?P<y>{Y})|{WHICH_YEAR}))?",
    yes("⟦nửa đầu năm 2024⟧", value=Unit("2024-H1")),
    yes("⟦nửa cuối năm nay⟧", value=Unit("Y+0-H2")),
    no("nửa đầu hiệp hai"),
)
def half(m: Match) -> Unit:
    """«nửa đầu năm 2024»."""
    return Unit(f"{year_of(m.folded('y'), m.folded('rel'))}-H{1 if m.folded('side') == 'đầu' else 2}")


@rules(
    rf"(?:(?:các )?tháng |(?<=\()(?=[^)]{{3,20}}/{Y}))"
    rf"(?P<a>{M})(?:(?:, ?| ?- ?| đến | tới | và )(?P<b>(?:tháng )?{M})(?![/.-]\d{{1,2}}(?!\d))){{1,11}}"
    rf"(?:(?: năm |[/.-])(?P<y>{Y})| năm {WHICH_YEAR}|(?P<open>))(?!\d)",
    yes("từ ⟦tháng 1⟧ đến tháng 5/2024", value=Unit("2024-01")),
    yes("⟦Tháng 5⟧ và 6/2024, mưa nhiều.", value=Unit("2024-05")),
    yes("Hai tháng (⟦8⟧ và 9/2031) mưa nhiều.", value=Unit("2031-08")),
    yes("Mưa nhiều vào ⟦tháng 7⟧ và 8.", value=Unit("XXXX-07")),
    no("Tháng 12-2020."),
    no("Tháng 5, 6 người bị bắt."),
)
def months(m: Match) -> None:
    """«tháng 5-7/2024», «các tháng 5, 6 và 7 năm 2024»: months that share their year."""
    year, rest = year_of(m.folded("y"), m.folded("rel")), m.pieces("b")
    if year == "XXXX" and (counts(m.after(30), nouns=True) or regex.match(r"[/.-]\d|[.,]\d", m.after(3))):
        return
    mark_unit(m, m.pieces()[0][0], m.pieces("a")[0][1], f"{year}-{int(m.folded('a')):02}")
    for number, (start, end, words) in enumerate(rest, start=1):
        whole_end = m.pieces()[0][1] if number == len(rest) else end
        m.mark(start, whole_end, Unit(f"{year}-{int(words.split()[-1]):02}"))


@rules(
    rf"tháng (?:(?P<m>{M})(?![/-]\d{{1,2}}(?!\d))|(?P<w>{MONTH_WORD})(?!\p{{L}}))(?:{OF_A_YEAR}(?!\d)"
    r"|(?: (?:vừa qua|vừa rồi|này|qua|tới|sắp tới)(?!\p{L}))?)(?P<lunar> âm lịch)?",
    yes("⟦Tháng 12-2030⟧, đơn vị", value=Unit("2030-12")),
    yes("⟦cuối tháng 12/2023⟧", value=Unit("2023-12", "end")),
    yes("trong ⟦tháng 9⟧, toàn tỉnh", value=Unit("XXXX-09")),
    yes("từ ⟦tháng 5 năm ngoái⟧", value=Unit("Y-1-05")),
    yes("⟦tháng 3 vừa qua⟧", value=Unit("XXXX-03")),
    yes("⟦Tháng Chạp⟧, chợ đông.", value=Unit("LXXXX-12")),
    no("Cách mạng Tháng Tám thành công."),
    no("Mỗi tháng 3 lần."),
    no("Ở đường Hoa Mai, 3 Tháng 2."),
    no("Lương tháng 5 triệu đồng."),
)
def month(m: Match) -> None:
    """«tháng 12-2030», «đầu tháng 5/2024», «tháng 9», «tháng Chạp»."""
    word, year, after = m.folded("w"), year_of(m.folded("y"), m.folded("rel")), m.after(30)
    if year == "XXXX" and (
        counts(after) or _NO_MONTH.search(m.before(12)) or (word in DIGITS and after[1:2].isalpha())
    ):
        return
    if word and m.before(12).endswith("cách mạng "):
        return
    if m.text()[0] == "T" and m.before(2)[:1].isdigit():
        return  # «đường 3 Tháng 2»
    value: str | None = f"{year}-{MONTHS[word] if word else int(m.folded('m')):02}"
    if m.folded("lunar") or word in ("giêng", "chạp"):
        value = lunar(f"L{value}")
    if value:
        mark_unit(m, *m.pieces()[0][:2], value)


_NO_MONTH = regex.compile(r"(?r)(?<!\p{L})(?:mỗi|một|hàng|hằng) $")
_MONTH_CUE = regex.compile(
    r"(?:^|(?<!\p{L})(?:từ|đến|tới|t|trước|sau)[. ]|[-(;:] ?|\d[/.-]\d{4},? ?(?:và|-) ?)$",
)


@rules(
    r"t?(?P<m>\d{1,2})(?P<s>[/.-])(?P<y>(?:1\d|20)\d\d)(?![/-]\d)(?<!quý \d[/.-]\d{4})",
    yes("Đến ⟦T9/2030⟧, cầu xong.", value=Unit("2030-09")),
    yes("(⟦9/2030⟧)", value=Unit("2030-09")),
    yes("Từ ⟦6-2028⟧ đến 7-2030: Phó phòng", value=Unit("2028-06")),
    no("Đạt 12.2031 điểm."),
    no("Thông tư 12/2029/TT-BXYZ."),
)
def month_in_digits(m: Match) -> None:
    """«9/2030», «từ 6-2028»."""
    if 1 <= int(m.folded("m")) <= 12 and (m.folded("s") == "/" or _MONTH_CUE.search(m.before(12))):
        mark_unit(m, *m.pieces()[0][:2], f"{m.folded('y')}-{int(m.folded('m')):02}")


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "tư": 4, "cuối": 4}
_QUARTERS |= {"đầu": 1, "đầu tiên": 1} | {word: number for word, number in DIGITS.items() if number < 5}
_QUARTER = alternation(list(_QUARTERS))


@rules(
    rf"quý (?P<q>{_QUARTER})(?:(?:, | và |, quý | và quý |-| đến quý )(?P<b>{_QUARTER})(?!\p{{L}})){{0,3}}"
    rf"(?:(?:,? (?:của )?năm | ?[/.-] ?| )(?P<y>{Y})| (?:của )?năm {WHICH_YEAR})?",
    yes("⟦quý II của năm nay⟧", value=Unit("Y+0-Q2")),
    yes("⟦Quý III năm 2023⟧, tỉnh", value=Unit("2023-Q3")),
    yes("⟦quý I/2024⟧", value=Unit("2024-Q1")),
    yes("kế hoạch ⟦quý 4/2030⟧", value=Unit("2030-Q4")),
    yes("từ ⟦đầu quý 2⟧", value=Unit("XXXX-Q2", "start")),
    yes("⟦quý I⟧ và II/2024", value=Unit("2024-Q1")),
    no("Thưa quý vị."),
    no("Tàu Phú Quý 2 cập bến."),
)
def quarter(m: Match) -> None:
    """«quý III năm 2023», «quý I và II/2024»."""
    if m.text()[0].isupper() and regex.search(r"\p{Lu}\p{Ll}+ $", m.before(12, printed=True)):
        return  # «tàu Phú Quý 2»
    year, others, end = year_of(m.folded("y"), m.folded("rel")), m.pieces("b"), m.pieces()[0][1]
    mark_unit(m, m.pieces()[0][0], m.pieces("q")[0][1] if others else end, f"{year}-Q{_QUARTERS[m.folded('q')]}")
    for number, (start, own_end, words) in enumerate(others, start=1):
        m.mark(start, end if number == len(others) else own_end, Unit(f"{year}-Q{_QUARTERS[words.lower()]}"))


@rules(
    r"(?:những năm|thập niên|thập kỉ)(?: (?:đầu|cuối|giữa))?(?: thập (?:niên|kỉ))?(?: những năm)? "
    r"(?P<d>\d0|(?:1[5-9]|20)\d0)(?!,? \d{4}|-\d|/\d| (?:và|đến) \d{4})"
    r"(?: (?:của )?thế kỉ (?:(?P<c>[xvi]{1,5}|\d\d)|trước))?",
    yes("⟦những năm 90⟧", value=Unit("199")),
    yes("⟦đầu những năm 1980⟧", value=Unit("198", "start")),
    yes("⟦Những năm 60 của thế kỷ XX⟧", value=Unit("196")),
    no("những năm 2018"),
)
def decade(m: Match) -> None:
    """«những năm 90», «thập niên 1980»."""
    digits, century = m.folded("d"), m.folded("c")
    hundreds = digits[:2] if len(digits) == 4 else str(_number(century) - 1) if century else ""
    mark_unit(m, *m.pieces()[0][:2], (hundreds or ("19" if digits >= "30" else "20")) + digits[-2])


def _number(numeral: str) -> int:
    """A number in Arabic or Roman digits."""
    if numeral.isdigit():
        return int(numeral)
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


@rules(
    r"thế kỉ (?:thứ )?(?P<c>[xvi]{1,5}|\d{1,2})(?! (?:tuổi|năm|người))",
    yes("⟦thế kỷ XX⟧", value=Unit("19")),
    yes("⟦Cuối thế kỷ 18⟧", value=Unit("17", "end")),
    no("Hơn một thế kỷ."),
)
def century(m: Match) -> None:
    """«thế kỷ XX», «cuối thế kỷ 18»."""
    if 1 <= (number := _number(m.folded("c"))) <= 22:
        mark_unit(m, *m.pieces()[0][:2], f"{number - 1:02}")


@rules(
    rf"năm (?P<y>{Y}|[1-9]\d\d(?=[,.;)]| (?:sau|trước) công))(?![.,]\d)",
    yes("⟦Năm 2013⟧, đội", value=Unit("2013")),
    yes("⟦cuối năm 2019⟧", value=Unit("2019", "end")),
    yes("sinh ⟦năm 1990⟧", value=Unit("1990")),
    no("Năm 2.000 người."),
)
def year(m: Match) -> None:
    """«năm 2013», «cuối năm 2019»."""
    mark_unit(m, *m.pieces()[0][:2], f"{int(m.folded('y')):04}")


@rules(
    r"sn(?P<y>(?:19|20)\d\d)",
    yes("Trần Văn A (⟦SN1991⟧).", value=Unit("1991")),
    no("Xe SN19912 hỏng."),
)
def born(m: Match) -> Unit:
    """«SN1991»: a year of birth joined to its abbreviation."""
    return Unit(m.folded("y"))


_QUANTITY = alternation([fold(word) for word in lexicon("quantity_cues").surfaces])
_QUANTITY_BEFORE = regex.compile(rf"(?r)(?:(?<!\p{{L}}){_QUANTITY} |\d[.,]|[$+×*]|\d )$")
_PAPER = regex.compile(r"(?:quyết định|thông tư|công văn|nghị quyết|văn bản|tờ trình|quy định) $")
_TERM_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?:nhiệm kì(?: mới)?|giai đoạn|thời kì|năm học(?: mới)?|niên khóa|khóa|kế hoạch|năm|cùng kì)"
    r"(?: từ)?"
    rf"[ :(]{{1,2}}(?:{Y} ?- ?)?$"
)


@rules(
    r"(?P<y>(?:1[6-9]|20)\d\d)(?:(?P<s>[/-])(?P<yy>\d\d)(?![/\d-]))?(?![.,]\d|/[\d\p{L}]{3,}/|%| %)",
    yes("năm 2018 và ⟦2019⟧ được tặng Cờ", value=Unit("2019")),
    yes("nhiệm kỳ ⟦2020⟧ - 2025", value=Unit("2020")),
    yes("SEA Games ⟦2031⟧.", value=Unit("2031")),
    yes("mùa giải ⟦2018⟧/19", value=Unit("2018")),
    no("Trao 2000 suất quà."),
    no("Hơn 1900 vụ."),
    no("Thông tư 12/2029/TT-BXYZ."),
    no("Thu 1980 - 2000 đồng."),
    no("Theo Quyết định 2005 nói trên."),
)
def year_in_digits(m: Match) -> None:
    """A year without «năm»: «2018 và 2019», «2020 - 2025», «SEA Games 2031», «mùa giải 2018/19»."""
    start, end, digits = m.pieces("y")[0]
    before, after = m.before(28), m.after(34)
    if after.startswith((" nói trên", " này")) and _PAPER.search(before):
        return
    if not _TERM_BEFORE.search(before) and not regex.search(r"\d{4} (?:đến|tới) $", before):
        rest = regex.sub(r"^ ?- ?\d{4}", "", after)
        alone = rest == after and not regex.search(r"\d{4}(?: ?- ?| (?:đến|tới|và|hoặc) |, ?)$", before)
        cued = alone and _QUANTITY_BEFORE.search(before) and regex.match(r" \p{L}", rest)
        if cued or counts(rest, nouns=alone):
            return
    if short := m.folded("yy"):
        if (int(digits) + 1) % 100 == int(short):
            m.mark(start, end, Unit(digits))
            m.mark(*m.pieces("yy")[0][:2], Unit(str(int(digits) + 1)))
    elif int(digits) <= 2100:
        mark_unit(m, start, end, digits)
