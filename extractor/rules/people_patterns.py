"""How people stand beside their ranks and posts: the pieces of the patterns of officials."""

from .names import FOREIGN, HONORIFIC, LONE, NAME, STRANGER

_LETTERS = r"(?:TSKH|TS|ThS|BS|BSCK\w*|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT)"
TITLE = (
    rf"(?:(?:GS|PGS|Th\.?S|BS\.?CKI{{1,2}}|KS|CN|LS|AHLĐ|{_LETTERS})(?:[.,/ -]{{0,2}}{_LETTERS})*+\.?"
    r"|(?:[Pp]hó )?[Gg]iáo sư(?:[,.-]? ?[Tt]iến sĩ)?|[Tt]iến sĩ|[Tt]hạc sĩ|[Ll]uật sư|[Kk]ĩ sư|[Dd]ược sĩ"
    r"|[Bb]ác sĩ(?: chuyên khoa I{1,2}| CKI{1,2})?|[Aa]nh hùng(?: [Ll]ao động| [Ll]ực lượng vũ trang(?: nhân dân)?)?"
    r"|(?:[Nn]hà giáo|[Tt]hầy thuốc|[Nn]ghệ sĩ|[Nn]ghệ nhân) (?:[Nn]hân dân|[Ưư]u tú))"
)
_FORCE = r"(?: (?:QNCN|CAND|QĐND|chuyên nghiệp|[Cc]ông an|[Qq]uân đội)(?: nhân dân(?: Việt Nam)?)?)"
LEAD = rf"(?:<RANK>{_FORCE}?|<POST>|(?P<title>{TITLE})(?=[ ,]))"
# «Trưởng phòng PC02 Công an tỉnh, Thượng tá A», «Giám đốc Quỹ X (QX) A»
# «nhiệm kỳ 2021-2026», «khóa XII, XIII»
_TERM = (
    r"(?:,?(?: (?:[Kk]hóa|nhiệm kì|giai đoạn|các khóa|các nhiệm kì))?"
    r"(?: (?:[IVX]+|<TIME|NUM|CODE>)(?![\p{L}\p{N}])(?:,| và)?){1,3})?+"
)
_WHOSE = rf"(?:,? <ORG>)*+(?: \([^()<POST><RANK>]{{1,60}}\))?+{_TERM}"
NEXT = rf"{_WHOSE}(?: ?-|,|\.|:| \((?=<RANK>))? ?(?:kiêm |đồng thời (?:là )?|và là )?"
_HEAD = rf"(?:<RANK>{_FORCE}?|<POST>)"
PRE = rf"(?P<pre>{_HEAD}(?:{NEXT}(?:{LEAD}|(?P<title><AWARD>)(?= ))){{0,8}}+)"
# «Phó Cục trưởng: A», «Chủ tịch xã, ông A», «Phó Cục trưởng là A», «Giám đốc (Đại tá A)»
_THEN = r"(?: (?:thời|lúc|khi) (?:đó|ấy|bấy giờ|này)| hiện(?: nay)?| bấy giờ)?"
LINK = (
    rf"{_WHOSE}(?:(?: (?:đối )?với(?= {HONORIFIC} )| -|,?{_THEN} là|:| gồm:?| ?\(|(?P<apart>,)(?= {HONORIFIC} ))?"
    rf" ?(?:{HONORIFIC}:? )?(?<=[ (]))"
)
PERSON = rf"(?:(?P<name>{NAME})|(?P<lone>{LONE})|(?P<foreign>{FOREIGN}))"
_FIRST = rf"(?:(?<={HONORIFIC}:? )|(?<!(?<!\p{{Lu}})\p{{Lu}}[\p{{Ll}}']{{0,7}} ))"  # no part of a longer name
# «A (1970 - 2020)», «A, 44 tuổi, quê Hà Nội»
_ASIDE = (
    r"(?: \([^()]{1,40}\))?(?:,? (?:<CODE>|sinh <TIME>))?"
    r"(?:, quê(?: quán| gốc)?:? (?:[^.;:()]{1,60};|(?:\p{Ll}+ )?<TOPONYM>(?=,)))?"
)
_CALLING = (  # «là một kỹ sư, Đại tá ...»
    r"(?:một )?(?:kĩ sư|chính khách|chính trị gia|tướng lĩnh|sĩ quan|cựu|luật sư|bác sĩ|nhà [\p{Ll} ]{2,20}|tướng)"
    r"(?: \p{Ll}+){0,4}(?: <TOPONYM>)?,? (?:và |hiện là |từng là |quân hàm |cấp bậc )?"
)
_WHO = r"Quốc hội|Bộ Chính trị|Ban Bí thư|Trung ương|Đảng|Nhà nước"
_SOME_WORDS = rf"(?:(?:\p{{Ll}}+|<TIME|ORG|CODE>|{_WHO}),? ){{0,9}}?"
_APPOINTED = (  # «vừa được bầu giữ chức Chủ tịch», «- đến nhận công tác và giữ chức vụ Cục trưởng»
    rf"(?: -|,)? (?:(?:được <POST> )?{_SOME_WORDS}(?:chức vụ|chức danh|chức|cương vị|vị trí|nhiệm vụ)"
    rf"|(?:\p{{Ll}}+ )?(?:được|trúng cử|đắc cử|nhận|về|sang|lên) (?:<POST> )?{_SOME_WORDS}(?:làm|bổ nhiệm)"
    r"|(?:để )?làm(?: nhiệm vụ)?|(?:đã )?trở thành(?: tân)?) "
)
_LATER = (  # «tốt nghiệp năm 1990 và sau này là Giám đốc»
    r"(?: (?:\p{Ll}+|<TIME|NUM>)){0,7}?,? (?:sau này|về sau|sau đó|(?:cũng |đã )?từng|khi còn|nguyên)"
    r" (?:là|làm|giữ chức)(?: vụ)? "
)
_WHEN = r"(?:(?:hiện|đang|từng|nay|cũng|vốn|trước đây|(?:khi|lúc|thời điểm) (?:đó|ấy)|(?:lúc )?bấy giờ|người) ){0,3}"
_SEP = rf"(?: ?,? ?- ?| ?, ?| | ?,? ?\(|: |,? {_WHEN}là (?:{_CALLING})?|, (?:tân|hiện) |{_APPOINTED}|{_LATER})"
# A rank or post that is followed by a name belongs to that name.
HELD = (
    rf"(?:<POST>|<RANK>{_FORCE}?(?!,? (?:{TITLE},? ){{1,3}}{NAME}))(?: \((?:\d{{4}}|<TIME|NUM|CODE>)\))?"
    rf"(?! (?:{HONORIFIC} )?(?:{NAME}|{STRANGER}))"
)
# «Phó Cục trưởng Cục X (Bộ Công an), được điều động giữ chức Giám đốc»
JOINT = (
    rf"(?:, <ORG>)*+(?: \([^()<POST><RANK>]{{1,60}}\))?+{_TERM}"
    rf"(?: ?,? ?- ?| ?, ?|; (?=<POST>)| | \((?=<POST>)|{_APPOINTED}|,? kiêm |,? và là |, đồng thời (?:là )?)"
)
TAIL = rf"(?P<tail>{_ASIDE}{_SEP}(?P<held>{HELD})(?:{JOINT}(?P<held>{HELD}))*)"
# Looked for before the surnames are gone through: capitals, and a rank or post after them.
_NEAR_A_POST = (
    r"(?=\p{Lu}[\p{L}'-]*+(?:(?: (?:bin|al|de|da|von|van|der|el|ibn))? (?:\p{Lu}[\p{L}'.-]*+|<TOPONYM>)){0,8}?"
    rf"{_ASIDE}{_SEP}<RANK|POST>)"
)
NAMED_FIRST = rf"{_NEAR_A_POST}(?:{_FIRST}(?P<name>{NAME}){TAIL}|(?<={HONORIFIC}:? )(?P<foreign>{FOREIGN}){TAIL})"
HOLDERS = rf"(?P<pre>{_HEAD}(?:{NEXT}{LEAD}){{0,2}})"
SEVERAL = r"(?:[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|<NUM>)"


def names(unless: str = "", *, titled: bool = True) -> str:
    """A pattern for two or more names joined by commas and «và»; ``unless`` is what may not follow one."""
    more = "(?:,| và|;|, cùng| cùng) " + (f"(?:{HONORIFIC} )?" if titled else "")
    return rf"(?P<one>{NAME})(?:{more}(?P<one>{NAME}){unless}){{1,9}}+"
