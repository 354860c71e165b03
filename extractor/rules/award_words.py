"""Words of the clause round an award, as patterns over the folded skeleton: verbs, holders, joints."""

import regex

from ..fold import fold, respell
from ..lexicon import alternation, lexicon
from ..match import symbol

AWARD, RECIPIENT, TIME, NUM = (symbol(kind) for kind in ("AWARD", "RECIPIENT", "TIME", "NUM"))
ORG, POST, OFFICIAL, TOPONYM = (symbol(kind) for kind in ("ORG", "POST", "OFFICIAL", "TOPONYM"))
CHAR = r"[\p{L}\p{N}\ue000-\uf8ff]"
_KINDS = regex.compile(r"<([A-Z_]+(?:\|[A-Z_]+)*)>")


def whole_words(pattern: str) -> str:
    """``pattern`` at the edges of words."""
    return rf"(?<!{CHAR})(?:{pattern})(?!{CHAR})"


def reading(pattern: str) -> "regex.Pattern[str]":
    """A pattern as rules write them, for a stretch of the skeleton: one spelling, kinds as <KIND>."""
    return regex.compile(_KINDS.sub(lambda kinds: _symbols(kinds[1]), respell(pattern)))


def _symbols(kinds: str) -> str:
    symbols = "".join(symbol(kind) for kind in kinds.split("|"))
    return f"[{symbols}]" if len(symbols) > 1 else symbols


def holders(kind: str) -> str:
    """Words of the lexicon for those who hold awards («individual», «collective») or give them («giver»)."""
    tables = (lexicon("award_holders"), lexicon("recipient_units"))
    rows = {row["surface"]: row for table in tables for row in table.rows if row["kind"] == kind}.values()
    return alternation([fold(row["surface"]) for row in rows]).replace("\\ ", " ")


GIVE = (
    r"trao tặng thưởng|tặng thưởng|trao tặng|phong tặng|truy tặng|dành tặng|gửi tặng|kí tặng|khen tặng|trao thưởng"
    r"|tặng(?! (?:quà|hoa|phần quà|nhà|xe|sách|sổ|tiền))|trao(?! (?:đổi|quyền|dồi|quà))|truy phong"
    r"|phong(?! (?:trào|phú|cách|tỏa|bì))|công nhận(?: là| đạt)?|gắn(?! (?:với|kết|liền|bó))|gửi|xét|cấp(?= bằng)"
)
GET = (
    r"đón(?: nhận)?(?= )|nhận được|được nhận"
    r"|(?<!chứng |xác |thừa |cảm |đảm |công |ghi )nhận(?! (?:thức|định|xét|diện|lời))|đạt(?: được)?|giành(?: được)?"
    r"|đoạt(?: được)?|giữ vững|giữ(?! gìn)|lãnh(?! đạo)|ẵm|rinh|mang về|sở hữu|cho(?= danh hiệu)"
    r"|trở thành(?= (?:nữ )?$)"
)
# Verbs that confer only what stands next to them; the second sort only a number of awards («là 2 Huân chương»).
NEAR = (
    r"vinh danh|tôn vinh|tuyên dương|biểu dương|ghi nhận|(?<!phần |giải |tiền )thưởng|khen thưởng"
    r"|bình chọn(?: là)?|suy tôn(?: là)?"
)
NEXT = r"được|có|là|gồm|với"
TAKE_BACK = r"thu hồi|tước(?: bỏ)?|hủy bỏ|hủy"

VERB = reading(
    rf"(?P<give>{whole_words(GIVE)}|(?P<near>{whole_words(NEAR)}))|(?P<get>{whole_words(GET)})|(?P<next>{whole_words(NEXT)})"
    rf"|(?P<take>{whole_words(TAKE_BACK)})"
)
BE = reading(whole_words(r"(?<!đạt |giành |nhận |đoạt |có )được"))
# What begins the words between «được» and its verb: a giver, an adverb, or another verb of giving.
BY = reading(
    rf" (?:$|<ORG|POST|OFFICIAL>|(?i:{whole_words(holders('giver'))})|các |lãnh đạo |đồng chí |ông |bà |đích thân "
    r"|người |khán giả |độc giả |bạn đọc |cộng đồng |giới "
    rf"|{whole_words(GIVE)}|{whole_words(NEAR)}|đề nghị |đề xuất |đề cử |quyết định |lựa chọn |\p{{Lu}})"
)
MORE_GIVERS = reading(
    r"(?:,| và|, và) (?:các )?<ORG|POST|OFFICIAL>(?:(?:, | và )<ORG|POST|OFFICIAL>)*(?: (?:đã|cũng|quyết định))* "
)
NOISE = reading(
    r"(?: ?(?:<NUM>|\d+|một|hai|nhiều|các|những|cả|thêm|tấm|chiếc|danh hiệu|thi đua|cao quý|cao quí|phần thưởng"
    r"|giải thưởng|huân|huy|chương|quyết định|và|cùng|với|như|gồm|trong đó|:|là|lần|lá|lượt|đơn vị|tập thể|đồng thời"
    r"|vinh dự|nhận|hàng chục|hàng trăm|hạng|kèm|,|;|\"|được|tặng|-))*+ ?"
)
OFTEN = reading(
    r"(?:liên tục|liên tiếp) (?P<time><TIME|NUM>|\d+)(?P<on>)(?P<unit> năm)?"
    r"|(?:lần|năm) thứ (?P<time><NUM|CODE>|\d+|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?P<unit>)"
    r"(?P<on> liền| liên tục| liên tiếp)"
    rf"|(?P<many>{whole_words('nhiều năm|nhiều lần|liên tục|hằng năm|hàng năm|mỗi năm')})"
    r"|(?P<time><TIME|NUM>|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|hàng chục|hàng trăm)(?P<unit> năm| lần)?"
    r"(?! thứ)(?P<on> liền| liên tục| liên tiếp)?"
)
NUMBERS = dict(zip(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), range(1, 11), strict=True))

OBLIQUE = reading(
    r"(?:tại (?:\w+ ){2}"
    r"|(?:của|thuộc|tại|ở|trong|với|từ|do|cho|vì|bởi|theo|giữa|tới|đến|về|gồm cả|trên|là|ngoài|như|so|qua|cấp|ngày)"
    r" (?:\w+ )?)$"
    r"|(?<!cán bộ, |cán bộ và |sĩ quan, )"
    r"(?:chiến sĩ|cán bộ|nhân viên|giáo viên|học sinh|sinh viên|công nhân|phóng viên|thành viên|chủ tịch|giám đốc) $"
    r"|<OFFICIAL>, (?:chiến sĩ |cán bộ |nhân viên )?$"
)
ATTRIBUTE = reading(r"(?:của|thuộc) (?:\w+ )?$")
HOLDER = reading(
    r"(?P<counted><RECIPIENT>)|(?P<official><OFFICIAL>)|(?P<body><ORG>)|(?P<post><POST>)"
    rf"|(?<!{CHAR})(?:(?P<individual>{holders('individual')})|(?P<collective>{holders('collective')})"
    rf"|(?P<work>{holders('work')}))(?!{CHAR})"
)
GIVER = reading(rf"<ORG|POST|OFFICIAL>|{whole_words(holders('giver'))}")
NAMES = reading(whole_words("công nhận"))
PRONOUN = reading(r"ông|bà|anh|chị|đồng chí")
BEHALF = reading(r"(?:ủy quyền|thay mặt)(?: của)?(?P<of>[^;<AWARD>]{2,120})")
NAMED = reading(r"(?: \([^()]{0,60}\))?,?:? (?:gồm|bao gồm|là)(?: có)?(?: các)?(?: đồng chí| ông| bà)?:? ")
LISTED = reading(
    rf"(?:(?! (?:và|vì|có|đã|được|trong)(?!\p{{L}}))[^;,.:(){AWARD}{RECIPIENT}]){{0,60}}?"
    r"(?:,?:? (?:gồm|bao gồm|là)(?: có)?:?|:) (?:các )?(?:đồng chí |ông |bà )?(?=<ORG|OFFICIAL>)"
)
TO = reading(
    r"(?:,? (?:và |kèm |kèm theo |cùng )?(?:tiền thưởng|thưởng|phần thưởng|số tiền|quà)"
    rf"[^;.{AWARD}{RECIPIENT}{ORG}{OFFICIAL}]{{0,60}}?)?"
    r",? (?:tặng cho|trao cho|trao tặng cho|dành cho|dành tặng|đối với|cho|tặng|trao tặng|tới|đến) "
)
JOINT = reading(r"(?: \([^()]{0,60}\))?(?:, và |, | và |; | cùng với | cùng )(?:các )?")
# A named body coordinated with a counted recipient: «Khoa Ngoại tổng hợp và 3 bác sĩ».
BESIDE = reading(r"(?: (?!của|được|có)[\p{L}]+){0,5}(?: \([^()]{0,60}\))?,? (?:và|cùng|cùng với) ")
# Between two counted recipients of one verb: «5 tập thể xuất sắc, 12 cá nhân».
NEXT_COUNTED = reading(r"[^;,]{0,40}(?:,| và|, và| cùng|, cùng) ")
FILLER = reading(
    r"(?:(?P<group>tập thể|quân và dân|cán bộ và nhân dân|nhân dân|toàn thể)(?! và|,)|các|những|đại diện|lãnh đạo|riêng"
    r"|hai|ba|bốn|và|đảng bộ|chính quyền|cán bộ|chiến sĩ|công nhân|viên chức|người|lao động|nhân viên"
    r"|(?:ông|bà|ông,? bà|đồng chí|cá nhân|đơn vị|tập thể)(?: sau)?:(?= <OFFICIAL|ORG>)"
    r"|cá nhân(?= (?:đồng chí|ông|bà|anh|chị|<OFFICIAL|POST|RANK|ORG>)))(?:,| và)? "
)
# One of a kind, and a number of a kind that the lexicon does not know.
ONE = reading(r"(?:một|1 trong (?:số )?<NUM>|một trong (?:số )?<NUM>) (?P<noun>[\p{L}]+(?: [\p{L}]+)?)")
AT_FIRST = reading(r"[ \"(,-]*(?:năm <TIME>, |<TIME>, )?(?:bộ |vở |cuốn |bức )?")
COUNT_BEFORE = reading(r"(?P<number><NUM>) $")
SO_MANY = reading(
    r"(?P<number><NUM>) (?!(?:đồng|triệu|tỉ|nghìn|ngàn|usd|phần|suất|chiếc|căn|giải|năm|tháng|ngày)(?!\p{L}))"
    r"(?P<unit>(?:lượt )?\p{Ll}+(?: (?!(?:và|cùng|cho|có|vì|của|đã|được|thuộc|là|gồm|tham|đạt|trong|tại|từ) )\p{Ll}+)?)"
)
# A recipient after a comma that has a verb of its own begins another clause.
OWN_CLAUSE = reading(
    rf"(?:(?! và )[^;,{AWARD}]){{1,100}}?(?:(?:,| và) <RECIPIENT>)? (?:cũng |đã |vinh dự |vừa |đang )*"
    r"(?:được|đạt(?! thành tích| giải)|nhận|đón nhận|vinh dự|tặng|trao|trao tặng|gửi|đề nghị|quyết định|phát biểu"
    r"|cho biết|nhiệt liệt|chúc mừng|biểu dương|khẳng định|nhấn mạnh|bày tỏ|ghi nhận|đánh giá|yêu cầu|mong)"
    rf"(?!{CHAR})"
)
OF_A_BODY = reading(r"(?: (?:năm )?<TIME>)? của <ORG>")
MANY_PLACES = reading(
    r"(?P<head>[\p{L}][\p{L} ]{2,40}) các (?:tỉnh|huyện|xã|quận|phường|thành phố|thị xã|đơn vị):? <TOPONYM>"
    r"(?:(?:, | và |, và )<TOPONYM>)*+"
)
PROPER = reading(
    r"\p{Lu}[\p{L}\d&.-]*(?: (?:\p{Lu}[\p{L}\d&.-]*|\d+|<TOPONYM>))*"
    r"(?: (?:tỉnh|huyện|thành phố|xã|phường)(?= và|,|;|\.|$))?"
)
ADVERBS = reading(
    r"(?: (?:đã|vừa|mới|cũng|còn|từng|tiếp tục|chính thức|vinh dự|tự hào|sẽ|lại|luôn|liên tục|xuất sắc|lần đầu|là|một"
    r"|trong|số|những|nhiều|năm|liền|lần|,|<NUM|TIME>))* ?$"
)
