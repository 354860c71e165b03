"""Official papers, by number or by title. Only the type and the number are taken: what the title names is read on."""

import regex

from ..facts import Document, Time
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .abbreviations import long_form

rules = RuleSet("document", kind="DOC")

TYPES = lexicon("document_types")
LAWS = lexicon("laws").pattern.replace(",", ",?")
TYPE = rf"(?P<type>{TYPES.pattern})"
_CODES = {fold(code): row["doc_type"] for row in TYPES.rows if (code := row["code"])}

# What ends a title: the words that go on with the sentence.
_GOES_ON = (
    r"trong đó|theo đó|đã|(?<!tự )do|được|nhằm|với mục tiêu|gắn với|(?<!và )vừa|đồng thời|qua đó|sau đó|sẽ|đang|"
    r"dự kiến|có hiệu lực|chính thức|để|thay thế|nêu|khẳng định|cho biết|chúng ta|chúng tôi|nhưng|là|mà|"
    r"ông|bà(?! mẹ)|anh(?! hùng)|chị|trình (?i:chính phủ|quốc hội|thủ tướng|đại hội|bộ|ban)|cũng|còn|thì|"
    r"và (?i:xây dựng |ban hành )?(?i:nghị định|nghị quyết|đề án|kế hoạch|chiến lược|chỉ thị|thông tư|luật|quy hoạch)"
)
END = r"(?=[.;:()\"]|$|,? (?:" + _GOES_ON + r")\b)"
ISSUER = (
    r"(?P<issuer>[^.;,()\"\n]{2,80}?)(?=(?: \(| (?:ban hành|về|v/v|nhằm|quy định|hướng dẫn|với|để|theo|ngày|đã|"
    r"được|là|có|trong|cho|đối với|khóa|nêu|ra|kí|phê duyệt|yêu cầu|do|khi|thì|"
    r"cũng|sẽ|tại|thay thế|giao|thông báo|đem|vừa)\b| ?<TIME>|[.;,()\"]|$))"
)
_MAKES = r"(?:ban hành|kí ban hành|kí|ra|thông qua|phê duyệt|công bố)"
TAIL = (
    rf"(?:\)?,? \(?(?:(?:được )?{_MAKES} )?(?:vào )?<on:TIME>\)?)?"
    rf"(?:,? (?:của|do) {ISSUER}(?: \([^)\n]{{1,30}}\))?(?: {_MAKES})?(?:,? (?:vào )?<on:TIME>)?"
    rf"|,? (?:đã |vừa )?được [^.;,()\"\n]{{2,60}}? {_MAKES} (?:vào |hôm )?<on:TIME>)?"
    r"(?:,? (?:về|v/v)(?: việc)? (?P<title>[^.;:()\"\n]{3,200}?)" + END + ")?"
)
# What stands between a type and its number: «bản án hình sự sơ thẩm số», «nghị quyết của Bộ Chính trị số».
BETWEEN = (
    r"(?! (?:hội nghị |bch |ban chấp hành )?(?:trung ương|tw|t\.ư)(?: đảng)? ?<DOCNO>)"
    rf"(?: (?!(?:số|và|theo|là|được|căn cứ|ban hành|thay|tại|do|đã|có|cho|về|kèm|trên|với|để|{TYPES.pattern})\b)"
    r"[\p{L}-]+){0,9}?"
)


@rules(
    rf"(?P<first>{TYPE}(?: số:?)? ?<DOCNO>)(?: <on:TIME>)?"
    rf"(?:(?:,|;| và|, và) (?:số )?(?P<more><DOCNO>)(?: <on:TIME>)?){{1,12}}+(?={TAIL})",
    yes(
        "thực hiện các ⟦Nghị quyết 98⟧, 97 và 96 của Chính phủ.", doc_type="Nghị quyết", number="98", issuer="Chính phủ"
    ),
    yes("thực hiện các Nghị quyết 98, 97 và ⟦96⟧ của Chính phủ.", doc_type="Nghị quyết", number="96"),
    yes("các ⟦Quyết định số 98/QĐ-CTN⟧ và số 97/QĐ-CTN ngày 3/4/2019.", issued_on="2019-04-03"),
    yes("sửa Thông tư 98/2031/TT-BXYZ, ⟦97/2031/TT-BXYZ⟧.", doc_type="Thông tư", number="97/2031/TT-BXYZ"),
    no("Thông tư số 98/2031/TT-BXYZ và các văn bản khác."),
)
def several(m: Match) -> None:
    """«các Nghị quyết 01, 02 và 35 của Chính phủ»: a type told once for several numbers, and so may be a day."""
    pieces, dates = [*m.pieces("first"), *m.pieces("more")], m.mentions("on")
    ends = [m.offsets(start, end)[1] for start, end, _ in pieces]
    shared = dates[0].value if len(dates) == 1 and dates[0].start >= ends[-1] else None
    for (start, end, _), at, until in zip(pieces, ends, [*ends[1:], ends[-1] + 200], strict=True):
        number = next(x.value for x in m.within(start, end) if isinstance(x.value, str))
        fact = Document(doc_type=_by_code(number) or _type(m), number=number, issuer=_issuer(m))
        m.mark(start, end, _dated(fact, next((d.value for d in dates if at <= d.start < until), shared)))


@rules(
    rf"(?P<doc>{TYPE}(?: (?P<law>{LAWS}))?(?P<of>{BETWEEN})(?:,? \(?số:?)? ?<no:DOCNO>)(?={TAIL})",
    yes("Theo ⟦Quyết định số 9187/QĐ-BQP⟧ ngày 3/4/2019 của Bộ trưởng.", doc_type="Quyết định", number="9187/QĐ-BQP"),
    yes("Căn cứ ⟦Thông tư 77/2011/TT-BTNMT⟧ về việc đo đạc bản đồ.", doc_type="Thông tư", title="đo đạc bản đồ"),
    yes("Ngày 3/4/2019, Bộ trưởng ban hành ⟦Quyết định số 9187/QĐ-BQP⟧.", issued_on="2019-04-03"),
    yes("Ngày 3/4/2019, Bộ Xây dựng đã có ⟦công văn số 9187⟧ gửi tỉnh.", issued_on="2019-04-03"),
    yes("⟦Nghị định số 987/2019/NĐ-CP⟧ được Chính phủ ban hành ngày 3/4/2019.", issued_on="2019-04-03"),
    yes("hủy ⟦bản án hình sự sơ thẩm số 987/2019/HS-ST⟧.", doc_type="Bản án", number="987/2019/HS-ST"),
    yes("triển khai ⟦Kế hoạch số 15-KH/HU⟧.", doc_type="Kế hoạch", number="15-KH/HU"),
    yes("Theo ⟦Chỉ thị 29⟧ của Ban Bí thư với nhiều điểm mới.", doc_type="Chỉ thị", number="29", issuer="Ban Bí thư"),
    no("Xe 29A-123.45 chạy trên quốc lộ 1."),
    no("Tỉnh đề ra kế hoạch 5 triệu cây giống."),
)
def numbered(m: Match) -> Document:
    """«Quyết định số 33/QĐ-UBND, ngày 5/1/2020 của Chủ tịch UBND tỉnh về ...»: by its number."""
    fact = _document(m, m["no"])
    if m.text("of").startswith("của "):
        fact.issuer = fact.issuer or m.text("of").removeprefix("của ")
    return m.at("doc", fact)


@rules(
    rf"(?P<doc>(?P<type>luật) (?P<law>sửa đổi,? bổ sung(?: một số)?(?: điều)?(?: của)?(?: (?:luật|bộ luật|{LAWS}))*+))",
    yes("thông qua ⟦Luật sửa đổi, bổ sung một số điều của Luật Đất đai⟧.", doc_type="Luật"),
    no("Luật cần sửa đổi, bổ sung."),
)
def amendment(m: Match) -> Document | None:
    """«Luật sửa đổi, bổ sung một số điều của Luật Đất đai»."""
    amended = len(m.text("law").split()) > 5 and m.text("type")[0].isupper()
    return m.at("doc", Document(doc_type="Luật", title=m.text("law"))) if amended else None


@rules(
    rf"(?P<doc>(?<!pháp )(?P<type>bộ luật|luật|pháp lệnh) (?P<law>{LAWS}))",
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


# A law that the lexicon lacks: its name begins with a capital and goes on in lower case to a word of the sentence.
_LAW_ENDS = (
    rf"{_GOES_ON}|năm|quy định|có|cho|với|ở|tại|theo|hiện|này|mới|(?<!phòng )không|khi|của|trong|từ|bị|phải|yêu cầu|ra|"
    r"số|sửa đổi|như|bằng|đến|trên|gồm|cần|chưa|vào|đối|sau|trước|hay|hoặc|tuy|nên|vì|thông qua|ban hành|"
    r"áp dụng|cấm|đưa|giúp|hết|"
    r"và (?:các|một|những|văn|Nghị|Bộ|Thông|pháp)|vốn|rồi|trái|chỉ|đặt|bắt|mở|tạo|bổ sung|kèm|thi hành|hình thành|giao|"
    r"lần|thể hiện|khá|rất|vẫn|luôn|dù|cùng|qua|nói|xác định|bao|nhưng|hôm|bởi|liên quan|bãi"
)


@rules(
    r"(?<!\p{Lu}\p{Ll}{0,10} |(?:ngành|khoa|viện|trường|nhân|sĩ|hãng|ty|phòng|hội|học|báo|chí) )"
    r"(?P<doc>(?P<type>Luật|Pháp lệnh|Bộ luật) (?P<law>\p{Lu}{2,7}(?![\p{L}\p{N}])|(?!Sư |Gia |Khoa )"
    rf"\p{{Lu}}\p{{Ll}}+(?:(?: |, (?=xuất|quá|cư|phòng|chống|hỗ|xử)|/)(?!(?:{_LAW_ENDS})(?!\p{{L}}))\p{{Ll}}+){{0,11}}"
    r"(?: Việt Nam| Nhà nước| Quốc hội| Chính phủ)?))(?! \p{Lu}|-)",
    yes("theo ⟦Luật Nhà trọ công nhân⟧ có hiệu lực từ nay.", doc_type="Luật", title="Nhà trọ công nhân"),
    yes("vi phạm ⟦Luật BHXH⟧.", doc_type="Luật", title="Bảo hiểm xã hội"),
    no("Công ty Luật Hồng Vân tư vấn."),
    no("Anh Trần Văn Luật về quê."),
    reads="printed",
)
def other_law(m: Match) -> Document:
    """«Luật Nhà trọ công nhân», «Luật BHXH»: a law that the lexicon does not name."""
    return m.at("doc", Document(doc_type=_type(m), title=long_form(m.text("law"))))


_CODES_OF_LAW = {
    "BLHS": "Hình sự", "BLTTHS": "Tố tụng hình sự", "BLDS": "Dân sự", "BLTTDS": "Tố tụng dân sự", "BLLĐ": "Lao động",
}  # fmt: skip


@rules(
    rf"(?:{'|'.join(_CODES_OF_LAW)})",
    yes("theo khoản 1 Điều 987 ⟦BLHS⟧.", doc_type="Bộ luật", title="Hình sự"),
    no("theo khoản 1 Điều 987."),
    reads="printed",
)
def code_of_law(m: Match) -> Document:
    """«BLHS»: a code by its initials."""
    return Document(doc_type="Bộ luật", title=_CODES_OF_LAW[m.text()])


@rules(
    r"(?P<doc>(?P<type>hiến pháp)(?: năm)? <on:TIME>)",
    yes("⟦Hiến pháp năm 2013⟧ khẳng định quyền này.", doc_type="Hiến pháp"),
    no("Tòa án Hiến pháp ra phán quyết."),
)
def constitution(m: Match) -> Document:
    """«Hiến pháp năm 2013»."""
    return m.at("doc", Document(doc_type="Hiến pháp", title=m.text("doc")))


ABOUT = r"(?:về|v/v)(?: việc)?"
WORD = rf"(?!(?:{_GOES_ON})(?!\p{{L}}))[^\s,.;:()\"]+"
WORDS = rf"{WORD}(?:,? {WORD}){{1,40}}+"
QUOTED = r":? ?\"[^\"\n]{5,150}(?:\"|$)"
OF = r"(?:(?: mới)? của(?: (?!về )[^\s,.;:()\"]+){1,12}? )?"
REGULATES = r"quy định (?:về|chi tiết|mức|việc|chức năng|trình tự|xử phạt)"
_PLAN = (
    r"[Đđ]ề án|Kế hoạch|Chiến lược|Quy hoạch|Quy chế|Phương án|Chương trình hành động|Đề cương(?: hướng dẫn)?|Chỉ thị"
)
_NO_PLAN = (
    r"(?!(?:này|của|có|trên|với|trong|theo|tại|khi|ở|gồm|vào|cho|về|từ|và|ra|hay|hoặc|phối hợp|lớn|số|lần|năm|"
    r"chung|chi tiết|cụ thể|mới|tổng(?! thể)|cấp|liên|khác|phải|không|cần|sản xuất|kinh doanh|quốc gia(?! \p{L})|"
    r"nói|đến|hiện|tốt|tác chiến|đề ra)"
    r"(?!\p{L}))(?=\p{Ll})"
)
_ACCUSES = regex.compile(r"(?:khởi tố|bị can|bị cáo|truy nã|kỉ luật|tạm giam|tạm giữ|xử phạt|đình chỉ|cách chức|bắt)\b")
_WHOM = regex.compile(r",? (?:đối với|cho|của|ông|bà|anh|chị|bị can|bị cáo|đối tượng|đồng chí|gồm)\b.*")
_MANY = regex.compile(rf"(?:(?<!\p{{L}})(?:các|những|nhiều|mọi|một số|từng)|{symbol('NUM')}) $")
_VERBS = frozenset(
    map(fold, ("Quy định", "Kế hoạch", "Hướng dẫn", "Kết luận", "Quyết định", "Thông báo", "Công bố", "Quy hoạch"))
)


@rules(
    rf"(?<!(?:[Pp]hòng|Ban|Vụ|Sở|Khoa|Bộ|Viện|Cục|trưởng) )"
    rf"(?:(?P<other>{_PLAN}|Nghị quyết)(?:, | và ))?"
    rf"(?:(?P<type>[Nn]ghị quyết|[Nn]ghị định|[Tt]hông tư|[Cc]hỉ thị|[Cc]ông điện|[Ss]ắc lệnh|[Pp]háp lệnh|"
    rf"Quyết định|Công văn|Quy định|Hướng dẫn|Kết luận|Thông báo|Tờ trình|{_PLAN}) ?"
    rf"(?P<title>{QUOTED}|{OF}(?:{ABOUT}|{REGULATES}) {WORDS})"
    rf"|(?P<type>{_PLAN}) (?P<title>{_NO_PLAN}{WORDS}))",
    yes("ban hành ⟦Kế hoạch về chăm sóc cây xanh đô thị⟧.", doc_type="Kế hoạch", title="về chăm sóc cây xanh đô thị"),
    yes("xây dựng ⟦Đề án phát triển nghề dệt chiếu⟧; kiểm tra.", doc_type="Đề án", title="phát triển nghề dệt chiếu"),
    yes("phê duyệt ⟦đề án thiết kế lại cổng làng⟧ đã lâu.", doc_type="Đề án", title="thiết kế lại cổng làng"),
    yes("Theo ⟦Nghị định của Chính phủ về chăm sóc cây xanh⟧.", doc_type="Nghị định", title="về chăm sóc cây xanh"),
    yes("xây dựng ⟦Nghị định quy định về chăm sóc cây xanh⟧.", doc_type="Nghị định"),
    yes("triển khai ⟦Đề án: “Nghề dệt chiếu cói”⟧.", doc_type="Đề án"),
    yes("ban hành ⟦Đề án⟧, Kế hoạch về chăm sóc cây xanh.", doc_type="Đề án", title="về chăm sóc cây xanh"),
    no("Sở Kế hoạch và Đầu tư họp."),
    no("Ban có kế hoạch về quê."),
    no("Quy định về giờ giấc rất chặt."),
    no("theo các nghị quyết về nông thôn."),
    reads="printed",
)
def titled(m: Match) -> None:
    """«Đề án về ...»: a paper by its title. Only the type is taken, so that what the title names is read on."""
    start, end, _ = m.pieces("type")[0]
    title = _shield(m.text("title").lstrip(": "))
    if title[0] not in '"“”' and _is_generic(m, title):
        return
    fact = Document(doc_type=_type(m), title=title)
    if issuer := regex.match(r"(?:mới )?của (?P<issuer>.+?) (?=về |v/v |quy định )", title):
        fact.issuer, fact.title = issuer["issuer"], title[issuer.end() :]
    m.mark(start, end, fact)
    m.at((m.span("type")[0], m.span("title")[1]), fact)
    for start, end, written in m.pieces("other"):
        m.mark(start, end, Document(doc_type=written[0].upper() + written[1:], title=fact.title))


def _is_generic(m: Match, title: str) -> bool:
    """«các nghị quyết về nông thôn», «Quy định về giờ giấc» that begins a sentence, «chỉ thị về nội dung này»."""
    written, before = m.text("type"), m.before(12)
    named = regex.search(rf"{TYPES.pattern} \"$", m.before(20))  # Nghị quyết “Kế hoạch ...”
    many = _MANY.search(before) and (written[0].islower() or not regex.match(rf"{OF}{ABOUT} ", f" {title}"))
    vague = written[0].islower() and title.startswith(("của Đảng ", "của cấp ", "của các "))
    verb = fold(written) in _VERBS and not m.text("other") and not before.strip('-*•"(: ')
    return bool(named or many or verb or vague or title.endswith((" này", " trên")))


@rules(
    r"(?P<type>[Hh]iệp định|[Hh]iệp ước|[Cc]ông ước|Tuyên bố|"
    r"Bản ghi nhớ|[Bb]iên bản ghi nhớ|Thỏa thuận|[Nn]ghị định thư) "
    rf"(?P<title>(?:(?=[\p{{Lu}}<TOPONYM>])|(?:hợp tác )?{ABOUT} |giữa ){WORD}(?:,? {WORD}){{0,18}}+)",
    yes("kí ⟦Hiệp định Thương mại tự do Việt Nam - Peru⟧ đã lâu.", doc_type="Hiệp định"),
    yes("theo ⟦Công ước Vienna⟧.", doc_type="Công ước", title="Vienna"),
    no("hưởng lợi từ các Hiệp định Thương mại tự do."),
    no("Tuyên bố về việc này, ông nói."),
    reads="printed",
)
def treaty(m: Match) -> None:
    """«Hiệp định Thương mại tự do Việt Nam - EU»: named by its parties, its place or its subject."""
    start, end, _ = m.pieces("type")[0]
    title = m.text("title")
    capitals = len(regex.findall(r"(?<!\p{L})\p{Lu}", title))
    own = (
        capitals > 1
        or regex.search(r"\p{Lu}{2}|^(?:Paris|Vienna|Viên|Geneva|Giơ|Budapest|Basel)", title)
        or m.mentions("title")
    )
    if own and m.before(1):
        fact = Document(doc_type=_type(m), title=title)
        m.mark(start, end, fact)
        m.at((m.span("type")[0], m.span("title")[1]), fact)


@rules(
    r"(?P<doc>(?P<type>[Nn]ghị quyết) (?P<title>(?:Hội nghị |HN )?(?:lần thứ \w+,? )?(?:BCH |Ban Chấp hành )?"
    r"(?:Trung ương|TW|T\.Ư)(?: Đảng)?(?: (?:lần thứ )?(?:<DOCNO>|<NUM>|<CODE>|\w{1,4}))?"
    r"(?:,? \(?(?:[Kk]hóa [XVI]+|<CODE>)\)?)?"
    rf"|[Đđ]ại hội {WORD}(?: (?!và |về ){WORD}){{0,14}}+))",
    yes("quán triệt ⟦Nghị quyết Trung ương 9 khóa XI⟧.", doc_type="Nghị quyết", title="Trung ương 9 khóa XI"),
    yes("thực hiện ⟦Nghị quyết Đại hội Đảng bộ huyện⟧ và nghị quyết xã.", title="Đại hội Đảng bộ huyện"),
    no("ra nghị quyết tại đại hội cổ đông."),
    reads="printed",
)
def party_resolution(m: Match) -> None:
    """«Nghị quyết Trung ương 4 khóa XII», «Nghị quyết Đại hội ...»: named by the meeting that passed it."""
    start, end, written = m.pieces("type")[0]
    title = m.text("title")
    if title[0].islower() and (written[0].islower() or not regex.search(r"lần thứ|khóa|[XVI]{2}", title)):
        return
    fact = Document(doc_type="Nghị quyết", title=title)
    m.mark(start, end, fact)
    m.at("doc", fact)


@rules(
    rf"(?P<doc>(?:số )?<no:DOCNO>)(?={TAIL})",
    yes("(⟦41/2018/NĐ-CP⟧)", doc_type="Nghị định", number="41/2018/NĐ-CP"),
    no("Số điện thoại 0912 345 678."),
)
def bare(m: Match) -> Document | None:
    """«(41/2018/NĐ-CP)»: a number whose letters tell the type."""
    number, kind = m["no"], _by_code(m["no"])
    return m.at("doc", _document(m, number, kind)) if kind else None


def _by_code(number: str) -> str | None:
    """The type that the letters of a number tell: «Nghị định» of «41/2018/NĐ-CP»."""
    return next((_CODES[part] for part in regex.split(r"[/.\d-]+", fold(number)) if part in _CODES), None)


def _document(m: Match, number: str, kind: str | None = None) -> Document:
    """The paper with what follows its number: day, issuer, title. The day is completed with the other times."""
    fact = Document(doc_type=kind or _type(m), number=number, issuer=_issuer(m), title=_shield(m.text("title")) or None)
    return _dated(fact, m["on"] or _issued_before(m))


def _dated(fact: Document, on: object) -> Document:
    """``fact`` with the day that it was issued on."""
    on = on[0] if isinstance(on, list) else on
    fact.when = on if isinstance(on, Time) else None
    if isinstance(fact.when, Time) and fact.when.type == "date" and fact.when.start_date == fact.when.end_date:
        fact.issued_on = fact.when.start_date
    return fact


def _issuer(m: Match) -> str | None:
    issuer = m.text("issuer")
    return None if not issuer or issuer.endswith((" này", " trên")) else issuer


def _shield(title: str) -> str:
    """A title without whom a decision of an inquiry or a punishment names."""
    return _WHOM.sub("", title) if _ACCUSES.search(fold(title)) else title


_ISSUED = regex.compile(
    rf"{symbol('TIME')},? [^,;.{symbol('TIME')}]{{0,90}}(?<!\p{{L}})"
    rf"(?<!(?:theo|căn cứ|cho biết|thực hiện|cứ) [^,;.]{{0,60}}){_MAKES[:-1]}|có|gửi|phát hành)(?: kèm theo)? $"
)


def _issued_before(m: Match) -> object:
    """The day in «Ngày 5/1/2020, Bộ trưởng ban hành Quyết định số 33»."""
    before = m.before(120)
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
