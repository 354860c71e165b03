"""Official papers, by number or by title. Only the type and the number are taken: what the title names is read on."""

from typing import Any

import regex

from ..facts import Document, Time
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, symbol, yes

rules = RuleSet("document", kind="DOC")

TYPES = lexicon("document_types")
LAWS = lexicon("laws").pattern.replace(",", ",?")
TYPE = rf"(?P<type>{TYPES.pattern})"
END = r"(?=[.;:()\"]|$|, (?:trong đó|theo đó|đã|do|của|được|nhằm|với|gắn với|vừa|bảo đảm|đồng thời|qua đó|sau đó)\b)"
ISSUER = r"(?P<issuer>[^.;,()\"\n]{2,80}?)(?=(?: \(| ban hành| về| v/v| nhằm| quy định| hướng dẫn|[.;,()\"]|$))"
TAIL = (
    r"(?:,? \(?(?:ban hành |kí |ra )?<on:TIME>\)?)?(?:,? (?:của|do) "
    + ISSUER
    + r"(?: \([^)\n]{1,30}\))?(?: ban hành)?)?"
    r"(?:,? (?:về|v/v)(?: việc)? (?P<title>[^.;:()\"\n]{3,200}?)" + END + ")?"
)
_CODES = {fold(code): row["doc_type"] for row in TYPES.rows if (code := row["code"])}


@rules(
    rf"(?P<doc>{TYPE}(?: (?P<law>{LAWS}))?(?: của [^.;,()\d]{{3,60}}?)?(?: số:?)? ?<no:DOCNO>)(?={TAIL})",
    yes("Theo ⟦Quyết định số 9187/QĐ-BQP⟧ ngày 3/4/2019 của Bộ trưởng.", doc_type="Quyết định", number="9187/QĐ-BQP"),
    yes("Căn cứ ⟦Thông tư 77/2011/TT-BTNMT⟧ về việc đo đạc bản đồ.", doc_type="Thông tư", title="đo đạc bản đồ"),
    yes("Ngày 3/4/2019, Bộ trưởng ban hành ⟦Quyết định số 9187/QĐ-BQP⟧.", issued_on="2019-04-03"),
    yes("triển khai ⟦Kế hoạch số 15-KH/HU⟧.", doc_type="Kế hoạch", number="15-KH/HU"),
    yes("Theo ⟦Chỉ thị 29⟧ của Ban Bí thư.", doc_type="Chỉ thị", number="29"),
    no("Xe 29A-123.45 chạy trên quốc lộ 1."),
    no("Tỉnh đề ra kế hoạch 5 triệu cây giống."),
)
def numbered(m: Match) -> Document:
    """«Quyết định số 33/QĐ-UBND, ngày 5/1/2020 của Chủ tịch UBND tỉnh về ...»: by its number."""
    return m.at("doc", _document(m, m["no"] if isinstance(m["no"], str) else m.text("no")))


@rules(
    rf"(?P<doc>(?P<type>bộ luật|luật|pháp lệnh) (?P<law>{LAWS}))",
    yes("theo ⟦Luật Đất đai⟧ năm 2013.", doc_type="Luật", title="Đất đai"),
    yes("Điều 9 ⟦Bộ luật Hình sự⟧ quy định.", doc_type="Bộ luật", title="Hình sự"),
    no("Bà là thạc sĩ luật hình sự."),
    no("Hội Luật gia tỉnh họp."),
)
def law(m: Match) -> Document | None:
    """«Luật Phòng, chống ma túy»: a law by its name."""
    if not (m.text("law")[0].isupper() or (m.text("type")[0].isupper() and m.before(1))):
        return None
    return m.at("doc", Document(doc_type=_type(m), title=m.text("law")))


@rules(
    r"(?P<doc>(?P<type>hiến pháp)(?: năm)? <on:TIME>)",
    yes("⟦Hiến pháp năm 2013⟧ khẳng định quyền này.", doc_type="Hiến pháp"),
    no("Tòa án Hiến pháp ra phán quyết."),
)
def constitution(m: Match) -> Document:
    """«Hiến pháp năm 2013»."""
    return m.at("doc", Document(doc_type="Hiến pháp", title=m.text("doc")))


ABOUT = r"(?:về|v/v)(?: việc)? "
WORDS = (
    r"(?=[^\n]{6})(?:[^.;:()\n,]|, (?!(?:trong đó|đã|do|của|được|nhằm|với|gắn với|vừa|qua đó|dự kiến|<TIME>)\b))"
    r"{6,200}+"
)
TREATY = r"(?<=(?:Hiệp định|Tuyên bố|Hiệp ước|Công ước) )(?=\p{Lu})"
PURPOSE = (
    r"(?=(?:phát triển|cải cách|xây dựng|bảo vệ|phòng,? chống|tổng thể|tổ chức|đào tạo|nâng cao|đổi mới|chuyển đổi|"
    r"khôi phục|bảo đảm|đảm bảo|tăng cường|quốc gia|thực hiện|sắp xếp|hiện đại hóa|ứng phó|quản lí|hợp tác|"
    r"ứng xử|làm việc|hoạt động|cải tạo|chống)\b)"
)


@rules(
    r"(?P<type>Kế hoạch|Đề án|Đề cương(?: hướng dẫn)?|Chỉ thị|Nghị quyết|Quy chế|Quy định|Chiến lược|Phương án|"
    r"Chương trình hành động|Thông tư|Nghị định|Hướng dẫn|Kết luận|Tuyên bố|Quy hoạch|Công điện|Hiệp định|Hiệp ước|"
    rf"Công ước|Bản ghi nhớ|Thỏa thuận) (?P<title>\"[^\"\n]{{5,150}}\"|(?:{ABOUT}|(?i:{PURPOSE})|{TREATY}){WORDS})",
    yes("ban hành ⟦Kế hoạch về chăm sóc cây xanh đô thị⟧.", doc_type="Kế hoạch", title="về chăm sóc cây xanh đô thị"),
    yes("xây dựng ⟦Đề án phát triển nghề dệt chiếu⟧; kiểm tra.", doc_type="Đề án", title="phát triển nghề dệt chiếu"),
    no("Sở Kế hoạch và Đầu tư họp."),
    no("Ban có kế hoạch về quê."),
    reads="printed",
)
def titled(m: Match) -> None:
    """«Đề án về ...»: a paper by its title. Only the type is taken, so that what the title names is read on."""
    start, end, _ = m.pieces("type")[0]
    fact = Document(doc_type=_type(m), title=m.text("title"))
    m.mark(start, end, fact)
    m.at((m.span("type")[0], m.span("title")[1]), fact)


@rules(
    r"(?P<doc>(?P<type>Nghị quyết) (?P<title>(?:Hội nghị |HN )?(?:lần thứ \w+ )?(?:BCH |Ban Chấp hành )?"
    r"(?:Trung ương|TW|T\.Ư)(?: (?:lần thứ )?(?:<DOCNO>|<NUM>|<CODE>|\w{1,4}))?(?:,? \(?(?:[Kk]hóa [XVI]+|<CODE>)\)?)?"
    r"|(?:Đại|đại) hội [^.;,()\n]{1,90}))",
    yes("quán triệt ⟦Nghị quyết Trung ương 9 khóa XI⟧.", doc_type="Nghị quyết", title="Trung ương 9 khóa XI"),
    yes("thực hiện ⟦Nghị quyết Đại hội Đảng bộ huyện⟧.", title="Đại hội Đảng bộ huyện"),
    no("ra nghị quyết tại đại hội cổ đông."),
    reads="printed",
)
def party_resolution(m: Match) -> None:
    """«Nghị quyết Trung ương 4 khóa XII», «Nghị quyết Đại hội ...»: named by the meeting that passed it."""
    start, end, _ = m.pieces("type")[0]
    fact = Document(doc_type="Nghị quyết", title=m.text("title"))
    m.mark(start, end, fact)
    m.at("doc", fact)


@rules(
    rf"(?P<doc>(?:số )?<no:DOCNO>)(?={TAIL})",
    yes("(⟦41/2018/NĐ-CP⟧)", doc_type="Nghị định", number="41/2018/NĐ-CP"),
    no("Số điện thoại 0912 345 678."),
)
def bare(m: Match) -> Document | None:
    """«(41/2018/NĐ-CP)»: a number whose letters tell the type."""
    number = m["no"] if isinstance(m["no"], str) else m.text("no")
    parts = regex.split(r"[/.\d-]+", fold(number))
    kind = next((_CODES[part] for part in parts if part in _CODES), None)
    return m.at("doc", _document(m, number, kind)) if kind else None


def _document(m: Match, number: str, kind: str | None = None) -> Document:
    """The paper with what follows its number: day, issuer, title. The day is completed with the other times."""
    fact = Document(
        doc_type=kind or _type(m), number=number, issuer=m.text("issuer") or None, title=m.text("title") or None
    )
    if m.text("issuer").endswith((" này", " trên")):
        fact.issuer = None
    on: Any = m["on"] or _issued_before(m)
    fact.when = on[0] if isinstance(on, list) else on
    if isinstance(fact.when, Time) and fact.when.type == "date" and fact.when.start_date == fact.when.end_date:
        fact.issued_on = fact.when.start_date
    return fact


_ISSUED = regex.compile(rf"{symbol('TIME')},? [^,;.{symbol('TIME')}]{{0,50}}(?<!\p{{L}})(?:ban hành|kí ban hành|kí) $")


def _issued_before(m: Match) -> object:
    """The day in «Ngày 5/1/2020, Bộ trưởng ban hành Quyết định số 33»."""
    before = m.before(80)
    found = _ISSUED.search(before)
    if found is None:
        return None
    at = m.pieces()[0][0] - len(before) + found.start()
    value = m.within(at, at + 1)[0].value
    return value if isinstance(value, Time) and value.type == "date" else None


def _type(m: Match) -> str:
    """The type in its dictionary spelling."""
    written = m.text("type")
    return TYPES[written]["doc_type"] if fold(written) in TYPES.by_folded else written[0].upper() + written[1:]
