"""What looks like a date or a quantity and is neither: document numbers, telephones, plates, scores, addresses.

A ``<CODE>`` covers the digits only, so that the words round them stay for the sets below; its value says what it is.
A number after «Nghị quyết» or «số ...-QĐ/TW» is a ``<DOCNO>`` and has the number as written as its value.
"""

import regex

from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, yes

rules = RuleSet("code", kind="CODE", states=False)

HEADS = lexicon("code_heads")
_CODES = {fold(row["head"]): row["code"] for row in HEADS.rows}


def _heads(code: str | None, counts: str) -> str:
    """Heads whose number counts «never», «sometimes», or never when «numbered» («số» stands before it)."""
    rows = [row for row in HEADS.rows if row["counts"] == counts and (row["code"] == code or code is None)]
    return alternation([fold(row["head"]) for row in rows if code or row["code"] != "document"])


# A sign of a document: «TT-BCA», «QĐ-TTg», «NQ/TW», «QH15».
_SIGN = r"(?!TP\b|T\.|QK|BL[HDT])\p{Lu}{1,8}(?:&\p{Lu}{1,4})?(?:[gw]|yĐ|r|Tr)?\p{N}{0,3}"
_NUMBER = r"(?!(?:1[89]|20)\d\d(?!\d|/\d{3}))\d{1,8}\p{Ll}?(?:[/-]\d{1,4}\p{Ll}?){0,4}"
# What follows a number that counts nothing: the end, a mark, or a word that begins no counted phrase.
_COUNTS_NOTHING = (
    r"(?=$|[,.](?!\d)|[;:)\"\]/?!]| -(?! ?\d)| [(\"]| (?:đã|đang|sẽ|được|bị|của|và|với|cùng|ở|tại|thuộc|cho|có|là|về|"
    r"do|từ|đến|trên|ngày|năm \d|khóa|trong|vừa|khi|phối hợp|tổ chức|theo|"
    r"đóng|quân|này|còn|để|qua|như|không|cũng|nằm|tháng \d)(?!\p{L}))"
)


@rules(
    r"\d{2} ?-? ?\p{Lu}{1,2}\d? ?[-.] ?\d{3}\.?\d{1,2}|\d{2} ?-? ?\p{Lu}\d? \d{3,5}(?:\.\d{2})?",
    yes("xe tải biển số ⟦99Z-123.45⟧", value="plate"),
    yes("xe máy BKS ⟦99-Z1 123.45⟧", value="plate"),
    no("Bắt 12 vụ."),
    reads="printed",
)
def plate(m: Match) -> str:
    """The number of a vehicle: «99Z-123.45»."""
    return "plate"


@rules(
    rf"\d{{1,5}}\p{{Ll}}?(?: ?[-/] ?(?:1[89]|20)\d\d)?"
    rf"(?:(?<!\p{{Lu}} \d{{1,5}}) - | ?[-/]{{1,2}}(?<! -) ?"
    rf"| (?=(?!(?:USD|VND|VNĐ|EUR|SGD|MW|KW|KG)/)\p{{Lu}}{{2,4}}/)"
    rf"|(?<=/\d{{4}}) (?=(?:NĐ|NQ|QĐ|TT|CT|QH)-?\p{{L}})){_SIGN}"
    rf"(?: ?[-/.] ?{_SIGN}){{0,4}}",
    yes("Thông tư số ⟦77/2031/TT-BXYZ⟧ quy định.", value="77/2031/TT-BXYZ"),
    yes("Căn cứ Quyết định ⟦8123/QĐ-TTg⟧ ngày 2/3.", value="8123/QĐ-TTg"),
    yes("Chỉ thị số ⟦91-CT/TW⟧ của Ban Bí thư.", value="91-CT/TW"),
    yes("Luật số ⟦88/2031/QH19⟧.", value="88/2031/QH19"),
    yes("Nghị quyết số ⟦45-2031/NQ-XYZ⟧ đã có.", value="45-2031/NQ-XYZ"),
    yes("theo Nghị định ⟦76/2031 NĐ-CP⟧ của Chính phủ", value="76/2031NĐ-CP"),
    no("Họp ngày 12/5 - Hà Nội."),
    no("Quận 3-TP Hồ Chí Minh."),
    no("Giá 78,35 USD/thùng."),
    no("Giàn khai thác CTC 1 - WHP Cá Mè."),
    no("Kênh T 4 - T 5."),
    reads="printed",
    kind="DOCNO",
)
def document_number(m: Match) -> str:
    """The number of a document, with its sign: «77/2031/TT-BXYZ»."""
    return m.text().replace(" ", "")


_SHORT = r"\d{1,5}(?:[/-](?:19|20)\d\d)?"
_NOT_MORE = r"(?![\d/-])"
_WHOSE = _COUNTS_NOTHING.replace("| (?:", r"| (?:ban |bộ |chính phủ|hội |trung ương|thủ |quốc |tỉnh|hđnd|")


@rules(
    rf"{_SHORT}(?<={_heads('document', 'numbered')} số:? ?{_SHORT}){_NOT_MORE}",
    yes("Quy chế số ⟦08⟧ ngày 2/3/2031", value="08"),
    no("Quy chế 5 năm."),
    kind="DOCNO",
)
def short_number(m: Match) -> str:
    """The number of a document named shortly: «Quy chế số 08»."""
    return m.text()


@rules(
    rf"{_SHORT}(?<={_heads('document', 'sometimes')} {_SHORT}){_NOT_MORE}{_WHOSE}",
    yes("học tập theo Chỉ thị ⟦91⟧ của Bộ Chính trị", value="91"),
    no("Ban hành Nghị quyết 5 năm."),
    no("Chỉ thị 3 nội dung."),
    kind="DOCNO",
)
def shorter_number(m: Match) -> str:
    """The number of a document without «số»: «Chỉ thị 91»."""
    return m.text()


@rules(
    rf"\d{{2,5}}(?<=(?:Kế hoạch|Quy định|Quyết định|Công văn|Công điện|Thông báo|Hướng dẫn|Quy chế|Pháp lệnh|Văn bản"
    rf"|Thông tri|Tờ trình) \d{{2,5}}){_NOT_MORE}{_COUNTS_NOTHING}(?! ngày \p{{L}})",
    yes("theo Kế hoạch ⟦98⟧ của Ban Chỉ đạo", value="98"),
    yes("thực hiện Quy định ⟦1987⟧.", value="1987"),
    no("trả đúng Kế hoạch 30 ngày làm việc."),
    no("Quy định 15 tuổi mới được đi xe."),
    reads="printed",
    kind="DOCNO",
)
def capital_number(m: Match) -> str:
    """The number of a paper that its capital shows to be one: «Kế hoạch 98»."""
    return m.text()


@rules(
    rf"{_SHORT}(?<=các (?P<head>{_heads('document', 'sometimes')})(?: số)? {_SHORT}"
    rf"(?:(?:, | và ){_SHORT}){{1,8}}){_NOT_MORE}"
    r"(?! (?:năm|tháng|ngày|vụ|xã|huyện|tỉnh|người|đồng|tỉ|triệu) )",
    yes("thực hiện các Nghị quyết 98, 97 và ⟦96⟧ của Chính phủ", value="96"),
    no("ra các Nghị quyết 98 và 96 triệu đồng."),
    kind="DOCNO",
)
def listed_number(m: Match) -> str:
    """A further number of a list: «các Nghị quyết 98, 97 và 96»."""
    return m.text()


@rules(
    r"\d{1,3}[a-zđ]?(?:(?:,| và|-) ?\d{1,3}[a-zđ]?){0,6}"
    r"(?<=(?:điều|khoản) \d{1,3}[a-zđ]?(?:(?:,| và|-) ?\d{1,3}[a-zđ]?){0,6})(?! ?%)"
    r"(?! (?:xe|máy|tàu|xuồng|ca nô|trực thăng|binh sĩ|cán bộ|chiến sĩ|người|lính|tổ|lượt|đội viên)(?!\p{L}))",
    yes("theo khoản ⟦2⟧ Điều 305 Bộ luật Hình sự", value="article of law"),
    yes("quy định tại Điều ⟦305⟧", value="article of law"),
    no("Bác dạy 6 điều."),
    no("Sở điều 5 xe tới."),
)
def article_of_law(m: Match) -> str:
    """«khoản 2 Điều 305»."""
    return "article of law"


@rules(
    r"(?=[+0])(?<!(?:thuế|cccd|cmnd|khoản)[: ]{1,2})(?:\+84|0)(?:[ .-]?\d){9,10}(?!\d)"
    r"|1[89]00[ .-]?\d{4}|\d[\d .-]{1,14}\d"
    r"(?<=(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|fax|số máy|zalo)(?: số)?[ :.]{1,3}\d[\d .-]{1,14}\d)",
    yes("liên hệ ⟦0999.123.456⟧", value="telephone"),
    yes("gọi đường dây nóng: ⟦113⟧.", value="telephone"),
    no("Thu 0,5 tỷ đồng."),
    no("Ngày 05/07/2023."),
)
def telephone(m: Match) -> str:
    """«0999.123.456», «đường dây nóng 113»."""
    return "telephone"


_IN_A_GAME = regex.compile(
    r"(?<!\p{L})(?:tỉ số|thắng|thua|hòa|dẫn|đánh bại|hạ|hạ gục|đè bẹp|vượt qua|gỡ|ấn định|rút ngắn|san bằng|(?<!/)set|"
    r"ván|trận|lượt đi|lượt về|chung cuộc|luân lưu|penalty)(?!\p{L})[^.;\n]{0,60}$"
)
_DATED = regex.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|từ|đến|khuya|nay|qua|tháng|trước|sau|vào)[ (]{1,2}$"
)


@rules(
    r"\d{1,2} ?- ?\d{1,2}(?:(?:,|;| và|,? \() ?\d{1,2}-\d{1,2}\)?){0,5}(?![\d/.-]\d)(?! (?:năm|tháng|ngày|tuần|lần|%))",
    yes("thắng đội khách ⟦3-1⟧", value="score"),
    yes("vượt qua đối thủ sau các set ⟦6-4, 7-5⟧.", value="score"),
    no("Chiều 5-7, công an bắt 2 người."),
    no("Trận chung kết ngày 5-7."),
    no("Giá 120.000 đồng/set gồm 6-8 bánh."),
)
def score(m: Match) -> str | None:
    """The score of a game: «thắng 3-1»."""
    before = m.before(70)
    return "score" if _IN_A_GAME.search(before) and not _DATED.search(before) else None


@rules(
    r"\d(?:-\d){2,3}(?![\d/.-])",
    yes("sơ đồ ⟦4-3-3⟧", value="formation"),
    no("Ngày 2-9-1945."),
)
def formation(m: Match) -> str:
    """How a team stands: «4-3-3»."""
    return "formation"


@rules(
    r"\d{1,2}[/-]\d{1,2}(?![/-]\d)(?<=(?:đường|phố|cầu|chợ|công viên|quảng trường|bệnh viện|trường|nhà máy|nông trường|"
    r"khu tập thể|lâm trường|rạp|xí nghiệp|hợp tác xã|bảo tàng|đại lộ|khu đô thị|nhà hát) \d{1,2}[/-]\d{1,2})",
    yes("trên đường ⟦30/4⟧, phường 1", value="address"),
    yes("Bệnh viện ⟦19-8⟧ tiếp nhận", value="address"),
    no("Làm đường ngày 30/4."),
)
def called_by_a_day(m: Match) -> str:
    """A street or a house with the name of a day: «đường 30/4»."""
    return "address"


@rules(
    rf"{_NUMBER}(?<=(?P<head>(?<!\p{{L}}){_heads(None, 'never')}) {_NUMBER})(?! ?(?:%|tỉ |triệu|nghìn))"
    r"(?!,? ?\(?(?:ngày )?\d{1,2}[/.-]\d)(?<!(?:sáng|trưa|chiều|tối|đêm|ngày) thứ \d)"
    r"(?! (?:(?:hàng|hằng) )?tuần(?!\p{L}))",
    yes("Tiểu đoàn ⟦3⟧ diễn tập", value="name"),
    yes("Ban Chỉ đạo ⟦999⟧ tỉnh", value="name"),
    yes("phường ⟦5⟧ quận Tân An", value="name"),
    yes("trú tại ngõ ⟦12/3⟧", value="address"),
    yes("lần thứ ⟦19⟧", value="ordinal"),
    yes("trên quốc lộ ⟦1a⟧ qua xã", value="road"),
    yes("mã số ⟦99123⟧ cấp", value="identity"),
    no("Khởi tố 3 tiểu đoàn trưởng."),
    no("Sáng thứ 7, mưa lớn."),
    no("Thứ 6, 5/7/2024."),
    no("Đường dài 12 km."),
)
def named(m: Match) -> str:
    """The number in a name: «Tiểu đoàn 3», «phường 5», «ngõ 12/3», «lần thứ 19», «quốc lộ 1A»."""
    return _CODES[m.folded("head")]


@rules(
    rf"{_NUMBER}(?<=(?<!\p{{L}}|mỗi |thời |mười |trăm |các |những |\d |một |hai |ba |bốn |năm )"
    rf"(?P<head>{_heads(None, 'sometimes')}) {_NUMBER})(?! (?:năm|tháng|ngày) \p{{L}})" + _COUNTS_NOTHING,
    yes("tại thôn ⟦5⟧, xã", value="name"),
    yes("học sinh lớp ⟦4a⟧.", value="class"),
    yes("Đoàn ⟦9999⟧ đã", value="name"),
    no("Cấp xã 5 tỷ đồng."),
    no("Thành lập đội 5 người."),
)
def maybe_named(m: Match) -> str:
    """A number after the head of a name, with nothing counted after it: «thôn 5, xã ...»."""
    return _CODES[m.folded("head")]


@rules(
    r"(?:1[0-2]|[1-9])(?:,? (?:và )?(?:1[0-2]|[1-9])){0,2}"
    r"(?<=(?:vào|tuyển sinh|học|khối|từ|lên|đến|hết|học sinh|sinh|năm) lớp (?:1[0-2]|[1-9])(?:,? (?:và )?\d{1,2}){0,2})"
    r"(?![.,/-]?\d|\p{L}| (?:học sinh|em|người|lớp)(?!\p{L}))",
    yes("tuyển sinh lớp ⟦6⟧ trường chuyên", value="class"),
    no("Mở lớp 6 tháng."),
)
def grade(m: Match) -> str:
    """A class of a school, whatever follows: «vào lớp 6 trường chuyên»."""
    return "class"


_STREET = r"(?!(?:Sở|Bộ|Công|Trường|Bệnh|Cục|Chi|Trung|Khu|Nhà|Hội|Phòng|Ban|Ủy|Đại|Tỉnh|Thành|Đồn|Đội|Viện|Đoàn)\b)"
_HOUSE = r"\d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?){0,3}"


@rules(
    r"1(?<=số 1)(?= (?:trong|việt nam|thế giới|châu|cả nước|toàn|đông nam|của|về|tại)(?!\p{L}))",
    yes("thương hiệu số ⟦1⟧ trong ngành", value="ordinal"),
    no("Trong số 1 trăm người."),
)
def foremost(m: Match) -> str:
    """«thương hiệu số 1 Việt Nam»: the first of many."""
    return "ordinal"


@rules(
    rf"{_HOUSE}(?<=(?:[Đđ]ịa chỉ:?|tại|trú tại|ngụ|nhà riêng|thành phố,|trụ sở) {_HOUSE})"
    rf"(?= (?:(?:đường|phố) )?{_STREET}\p{{Lu}}\p{{Ll}}+ \p{{Lu}}\p{{Ll}}+)"
    rf"|{_HOUSE}(?<=(?:ở|tại|trú|từ) số {_HOUSE})(?= (?:đường |phố )?\p{{Lu}})"
    rf"|{_HOUSE}(?<=số(?: nhà)? {_HOUSE})(?=,? ?(?:đường|phố|ngõ|ngách|hẻm|đại lộ) )"
    rf"|{_HOUSE}(?<=(?<!tuyến |phiếu |thẻ |áo |ghế |hồ sơ |giường |danh |viên |vợt )[Ss]ố {_HOUSE})"
    rf"(?=(?: |(?<=\(số {_HOUSE}), ){_STREET}\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+){{1,3}}"
    rf"(?:[,.;)]| [(-]| (?:đi|tới|đến|về|ở)(?!\p{{L}})|$))",
    yes("Nhà tang lễ Quốc gia, số ⟦5⟧ Hoàng Mai Lan, Hà Nội", value="address"),
    yes("sống ở số ⟦12⟧ Trần An", value="address"),
    yes("trú tại số ⟦25⟧, đường Hoa Mai", value="address"),
    yes("Địa chỉ: ⟦493⟧ Hoàng Mai Lan, Quy Nhơn", value="address"),
    no("khác với số 12 vụ"),
    no("tại 63 Sở Giáo dục"),
    reads="printed",
)
def house(m: Match) -> str:
    """«số 25, đường Hoa Mai», «ở số 12 Trần An», «Địa chỉ: 493 Hoàng Mai Lan»."""
    return "address"


@rules(
    rf"{_NUMBER}(?<=(?<!(?:tổng|trong|con|quân|đa|từ|với|chỉ|ở|của|hàm) )số:? {_NUMBER})"
    r"(?! ?(?:%|tỉ |triệu|nghìn|đồng))",
    yes("phiếu số ⟦12⟧ Trần An", value="number"),
    yes("bão số ⟦9⟧ đổ bộ", value="number"),
    yes("Trường THPT số ⟦2⟧.", value="number"),
    no("Trong số 12 vụ."),
    no("Tổng số 12 vụ."),
)
def numbered(m: Match) -> str:
    """What a thing is numbered with: «bão số 9»."""
    return "number"


@rules(
    r"km(?![23](?!\d)) ?\d{1,4}(?: ?[+/.,-] ?\d{1,3}m?)?(?! ?(?:tỉ|triệu|đồng))",
    yes("Tai nạn tại ⟦Km 12/3⟧ quốc lộ.", value="road"),
    yes("đến ⟦km45+300⟧", value="road"),
    no("Dài 12 km."),
)
def milestone(m: Match) -> str:
    """A point of a road: «Km 12/3», «km45+300»."""
    return "road"


@rules(
    r"\d{1,3}(?:[.,]\d{1,3})?(?: ?- ?\d{1,3}(?:[.,]\d{1,3})?)? ?(?:độ|°|º)(?: ?\d{1,2}(?:[.,]\d+)? ?(?:phút|'))?"
    r"(?: ?\d{1,2}(?:[.,]\d+)? ?(?:giây|\"|''))? ?(?:độ )?(?:vĩ|kinh|n|e|b|đ)(?: (?:bắc|nam|đông|tây|độ|tuyến))?",
    yes("khoảng ⟦15,5 độ vĩ bắc⟧", value="coordinate"),
    yes("ở ⟦109°30' kinh đông⟧", value="coordinate"),
    no("Nhiệt độ 35 độ."),
)
def coordinate(m: Match) -> str:
    """«15,5 độ Vĩ Bắc»."""
    return "coordinate"


@rules(
    r"\d{9,20}(?! ?(?:đồng|vnđ|vnd|usd|đ))",
    yes("gửi tới tài khoản ⟦991234567890⟧", value="identity"),
    no("Thu 123456789000 đồng."),
)
def identity(m: Match) -> str:
    """A long number: of a person, an account, a piece."""
    return "identity"


@rules(
    r"(?<![\s\S])(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?= \p{Lu})|\d{1,2}(?:\.\d{1,2}){0,3}[.)](?= ))(?! (?:Tháng|Ngày))",
    yes("⟦2.⟧ Phòng Cảnh sát.", value="list marker"),
    yes("⟦2.1.⟧ kết quả", value="list marker"),
    no("12 vụ đã được khám phá."),
    reads="printed",
)
def list_marker(m: Match) -> str:
    """The number of a paragraph."""
    return "list marker"


_NUMBER_BEFORE = regex.compile(r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d) \($")


@rules(
    r"(?<=\()\d{1,2}(?=\) \p{Ll})",
    yes("gồm: (⟦1⟧) tuyên truyền", value="list marker"),
    no("hai (2) vụ"),
)
def marker_in_brackets(m: Match) -> str | None:
    """«(1) tuyên truyền; (2) vận động»; not «hai (2) vụ»."""
    return None if _NUMBER_BEFORE.search(m.before(8)) else "list marker"


@rules(
    r"\d{1,3}(?: ?(?:-|đến|tới) ?\d{1,3})? tuổi(?! đảng)(?: đời)?|\d{1,2} tháng tuổi",
    yes("ông A, ⟦45 tuổi⟧", value="age"),
    yes("bé ⟦8 tháng tuổi⟧", value="age"),
    no("Huy hiệu 40 năm tuổi Đảng."),
)
def age(m: Match) -> str:
    """«45 tuổi»."""
    return "age"


@rules(
    r"24 ?/ ?(?:24|7)(?: ?h| giờ)?(?: mỗi ngày|/ngày)?(?![/-]\d)"
    r"|\d{1,2}/12(?<=(?:học vấn|văn hóa|trình độ|lớp)[: ]{1,2}\d{1,2}/12)",
    yes("trực ⟦24/24 giờ⟧", value="round the clock"),
    no("Ngày 24/7/2024."),
    no("Sáng 24/7, mưa."),
)
def round_the_clock(m: Match) -> str | None:
    """«trực 24/24», «trình độ văn hóa 12/12»."""
    return None if m.folded().endswith("/7") and _DATED.search(m.before(12)) else "round the clock"
