"""What the pieces of an organisation's name look like in the printed skeleton."""

import regex

from ..match import symbol
from .toponyms import Level

T, N = symbol("TOPONYM"), f"[{symbol('NUM')}{symbol('CODE')}]"
LEVEL = r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)"
AND_PLACE = regex.compile(rf" - (?:{T}|việt(?!\p{{L}}))")
# An abbreviation that the article defines inside a name: «Hội Luật gia (HLG) tỉnh X».
DEFINED = regex.compile(rf" \([\p{{L}}&]{{2,9}}\)(?= (?:{T}|{LEVEL}(?!\p{{L}})))")
AREA = regex.compile(rf" khu vực (?:{N}|\d+|[ivx]+)(?![\p{{L}}\p{{N}}])")
AT_PLACE = regex.compile(rf" tại {T}")
LEVEL_WORD = regex.compile(rf"(?: của)? {LEVEL}(?![\p{{L}}\p{{N}}]| {T}| (?:hội|viên|trưởng|đoàn|ủy))")
PLURAL = regex.compile(rf"(?:,| và|/| -|-) ?{LEVEL}(?![\p{{L}}\p{{N}}])")
OF_MANY = regex.compile(
    r",? (?:ở |của )?(?:các|mỗi|từng) (?:tỉnh|huyện|xã|phường|quận|cấp|địa phương|bộ|ngành|cơ sở|đơn vị|nước)\b"
)
NUMBERED = regex.compile(rf" (?:số )?[{symbol('CODE')}{symbol('DOCNO')}]")
COUNT = regex.compile(rf" (?:số )?(?:{N}|\d++[A-Za-z]{{0,2}}+(?:/\w++)?+)(?![\p{{L}}\p{{N}}%])")
CAPITALS = regex.compile(r"\.? ?(?P<first>\p{Lu}[\p{L}']*)(?P<more> \p{Lu}[\p{L}']*){0,4}")
BESIDE = regex.compile(r",? (?:của |thuộc )?|\s?\(")
WHOSE = regex.compile(r"(?: \([\p{L}&]{2,8}\))? (?:của |cơ quan )?")
RUN = regex.compile(r"(?: \p{Lu}[\p{L}']*)+")
POST = regex.compile(r"(?:đội|trạm|đồn|hạt|chi cục) [^,;]{1,40}$")
SINGLE = regex.compile(r" \p{Lu}\p{Ll}*$")
OPENER = regex.compile(r"(\p{Lu}\p{L}*(?: \p{Ll}+)?)$")
UNIT_NAME = regex.compile(r"(?: \p{Lu}[\p{L}']+)+")
BARE_LEVELS: tuple[Level, ...] = ("district", "city", "province", "commune")
TRADE = regex.compile(rf"(?: (?P<word>\p{{Ll}}+)){{1,4}}+(?= (?:{T}|\p{{Lu}}[\p{{L}}\p{{N}}]))")
REST = regex.compile(rf"(?: \p{{Ll}}++){{1,4}}+(?=[,;:.)]| \(| ?- ?|$| {T}| {LEVEL}(?: {T}|[,.;)]))")
# «Bộ Phụ nữ, Trẻ em và Phúc lợi xã hội»: what a ministry is also for, up to the last of it.
LISTED_FIELD = regex.compile(
    r", \p{Lu}\p{L}+(?: \p{Ll}+){0,3} và \p{Lu}\p{L}+(?: \p{L}+)?(?= \p{Lu}| xã hội|[,.;]|$| của)"
)
QUOTED = regex.compile(r' "[^"]{2,40}"')
CAPITAL = regex.compile(r" ?(?P<word>\p{Lu}[\p{L}\p{N}'&./+-]*[\p{L}\p{N}+]|\p{Lu})(?![\p{L}\p{N}])")
JOINED = regex.compile(r"(?: và | - |-| – | & )(?=[\p{Lu}])")
JOINED_LOWER = regex.compile(r"(?: và | & )(?=\p{Ll})")
# «và Lâm sản Việt Nam», «-Thiết giáp»: a lower-case syllable after the joint, and what the whole is of.
JOINED_OF = regex.compile(rf"(?: và | & | - |-)(?P<first>\p{{Lu}}\p{{L}}*)(?P<word> \p{{Ll}}+){{1,3}}(?= {T})")
COMMA = regex.compile(r"(?:, | và |: )(?=\p{Lu})")
LOWER = regex.compile(r" (?P<word>\p{Ll}+)(?![\p{L}\p{N}])")
# Who leads the body whose Party committee is named first: «Bí thư Đảng ủy, Giám đốc Công an tỉnh».
LEADERS = regex.compile(
    r"(?:,| và| -) (?:(?:phó )?(?:cục trưởng|tổng cục trưởng|giám đốc|tổng giám đốc|hiệu trưởng|chính ủy|tư lệnh"
    r"|viện trưởng|chủ tịch|trưởng(?: ban| phòng)?)(?: thường trực)?"
    r"|ban giám đốc|(?:ban )?(?:lãnh đạo|chỉ huy)|thủ trưởng"
    r"|ban giám hiệu|chính quyền) (?=\p{L})"
)
LIST = regex.compile(r"(?:, | và | với | - |-|/|; )(?=\p{Lu})")
SITE = regex.compile(r"(?:cửa khẩu|cảng|sân bay|quốc tế|khu công nghiệp|kcn|khu chế xuất|đồn|trại giam|trạm|ga)$")


# «Ban Chỉ đạo Trung ương về phòng, chống tham nhũng»
ABOUT, OF_STATE = " về ", ("trung ương", "quốc gia", "chỉ đạo", "tỉnh", "chính phủ")
DEEPEST = 20  # heads that follow one another without end are no name
ALWAYS_HEADS = ("Công ti", "Bộ", "Sở", "Công an", "Cục", "Tổng cục", "UBND", "Ủy ban", "Tòa án", "Cơ quan", "Phòng")
# Parts of the forces, also in lower case: «đội CSGT», «đồn Biên phòng».
OF_POLICE = regex.compile(r"(?:đội|trạm|đồn) (?:CS|Cảnh sát|Biên phòng|Kiểm soát|Hải quan|QLTT|Quản lí thị trường)")
