"""Events: meetings, congresses, ceremonies, movements, epidemics ..., by their type and their own words.

A head («hội nghị») begins the name; the name runs to a verb, a place, a date or a comma. A head alone names an event
only where the article points at it («Tại hội nghị»); ``unite`` gives it to the event that is named in full.
"""

from typing import Literal

import regex

from ..facts import Event
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .abbreviations import long_form

# A name may hold a place or a figure that is a fact of its own, so the words stay for the sets below.
rules = RuleSet("event", kind="EVENT", consume=False)


def _stop(word: str, unless: str) -> str:
    """«trong» ends a name, but for «trong sạch»."""
    return word + (rf"(?! (?:{unless.replace(',', '|')})(?!\p{{L}}))" if unless else "")


def _heads(kind: str) -> str:
    return alternation([fold(row["surface"]) for row in lexicon("event_heads").rows if row["type"] == kind])


MEETING = _heads("conference")
STOPS = "|".join(_stop(row["word"], row["unless"]) for row in lexicon("event_stops").rows)
PIECE = r"[\p{L}\p{N}\"'/&%<TOPONYM><PLACE><ORG><NUM><AWARD><GRANT><DOC><POST><RECIPIENT><CODE><DOCNO>-]++"
WORD = rf"(?!(?:{STOPS})(?!\p{{L}})){PIECE}"
# A year belongs to what is reviewed or planned: «tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024».
REVIEW = (
    r"(?:tổng kết|sơ kết|triển khai|phương hướng|nhiệm vụ|công tác|đánh giá|phát động|kí kết|trao|đón nhận|công bố|"
    r"biểu dương|tuyên dương|khen thưởng|gặp mặt|quán triệt|kỉ niệm)"
)
STAFF = r"(?:, (?:công chức|viên chức|người lao động)(?: và người lao động)?)"
MORE = rf"(?:{STAFF}{{1,3}}+|(?: <TIME>)?(?:, | và |, và ){REVIEW}(?: {WORD}){{0,14}}+)"
YEAR = (
    r"(?:(?<=(?:công tác|nhiệm vụ|phong trào|hoạt động|kế hoạch|phương hướng|học|thi đua)(?: [^ ]{1,9}){0,9}) <TIME>)"
)
QUOTED = r" \"[^\"\n]{3,120}\""
NAME = rf"(?:{QUOTED}|(?: {WORD}){{1,16}}+{MORE}{{0,2}}+{YEAR}?)"
NUMBERED = rf"(?:(?: {WORD}){{0,14}}+(?:,? ?\(?(?:nhiệm kì )?<TIME>\)?)?)"

_HEADS_OF_MOVEMENTS = regex.compile(rf"^{_heads('movement')}")

_LED = regex.compile(
    r"\b(?:đoàn|chuyến|chủ tịch|thủ tướng|bộ trưởng|phó|bí thư|lãnh đạo|đồng chí)\b"
    rf"|[{symbol('OFFICIAL')}{symbol('POST')}]"
)
_BARE = regex.compile(r"(?:buổi )?lễ (?:trao(?: tặng| thưởng)?|đón nhận|công bố|kỉ niệm|tổng kết|kí kết|phát động)")
_MANY = regex.compile(
    rf"(?:\b(?:các|những|nhiều|mọi|một số|bất kì|từng)|{symbol('NUM')}) (?:cuộc |buổi |đợt )?$"
    r"|\b(?:các|những|nhiều)(?: \w+){1,4},(?: \w+){0,3} $"
)

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ORDINAL = regex.compile(r"\b(?:lần thứ|lần|khóa|thứ) (?P<n>[ivxlc]+|\d{1,3}|" + "|".join(_WORDS) + r")\b")
_TERM = regex.compile(r"\b(?P<from>(?:19|20)\d\d) ?- ?(?P<to>(?:19|20)\d\d)\b")
_AGE = regex.compile(r"kỉ niệm (?:lần thứ )?(?P<n>\d{1,4})(?: năm)?\b")

Type = Literal[
    "conference", "congress", "election", "exam", "ceremony", "movement", "anniversary", "visit", "training",
    "operation", "disease", "disaster",
]  # fmt: skip
AT = (
    r"(?<=(?<!\p{L})(?:tại|dự|chủ trì|của|sau|trong|cảnh|ở|kết luận|chỉ đạo|khai mạc|bế mạc|kết thúc|đến|diễn ra) "
    r"(?:buổi |cuộc )?)"
)


@rules(
    rf"(?<!trung tâm )(?P<name>{MEETING}{NAME})",
    yes("Huyện họp ⟦hội nghị tổng kết công tác năm 2021 và triển khai nhiệm vụ năm 2022⟧ tại xã.", type="conference"),
    yes("Sáng 5/3, tỉnh tổ chức ⟦Hội thảo khoa học về nghề cói⟧.", type="conference"),
    no("Đơn vị mở các hội nghị, hội thảo."),
)
def conference(m: Match) -> Event | None:
    """«Hội nghị tổng kết công tác năm 2023»: a meeting by what it is about."""
    return None if _plural(m) else _event(m, "conference")


@rules(
    r"(?:(?:tổ chức|mở|tiến hành|chủ trì|tham dự|long trọng) (?:buổi |cuộc )?|<ORG> (?:đã |vừa |tiếp tục )?(?=họp ))"
    rf"(?P<name>(?:tổng kết|sơ kết|họp(?: khẩn| trực tuyến)?|giao ban|tọa đàm|gặp mặt)(?:{NAME}|(?= )))",
    yes("Phòng đã tổ chức ⟦tổng kết công tác năm 2019⟧.", type="conference"),
    yes("Sở Y tế ⟦họp triển khai tiêm chủng⟧.", type="conference"),
    yes("Quận tổ chức ⟦họp bàn việc chống ngập⟧ tại trụ sở.", type="conference"),
    no("Cuối năm sẽ tổng kết mô hình."),
)
def held_meeting(m: Match) -> None:
    """«tổ chức tổng kết công tác năm 2023»: the verb of holding makes it a meeting."""
    _mark(m, _event(m, "conference"))


@rules(
    rf"(?P<name>đại hội (?!(?:cổ đông|và|họp)\b)(?: ?{WORD}){{0,14}}+(?:,? ?\(?(?:nhiệm kì )?<TIME>\)?)?)",
    yes("dự ⟦Đại hội Đảng bộ huyện lần thứ XXI, nhiệm kỳ 2015 - 2020⟧.", type="congress", ordinal=21, term="2015-2020"),
    yes("trước thềm ⟦Đại hội đại biểu Hội Nông dân xã⟧.", type="congress"),
    no("Cử tri dự các đại hội cơ sở."),
)
def congress(m: Match) -> Event | None:
    """«Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025»."""
    words = len(m.text("name").split())
    return None if words < 3 or _plural(m) else _event(m, "congress")


@rules(
    r"(?P<name>(?:cuộc |ngày |kì )?(?:tổng tuyển cử|bầu cử|trưng cầu dân ý)(?!(?: và|,)(?! đại biểu))"
    rf"{NUMBERED}(?: và {WORD}{NUMBERED})?)",
    yes("phục vụ ⟦cuộc bầu cử đại biểu Quốc hội khóa XIV⟧.", type="election", ordinal=14),
    no("Ủy ban bầu cử tỉnh họp."),
)
def election(m: Match) -> Event | None:
    """«cuộc bầu cử đại biểu Quốc hội khóa XV»."""
    if regex.search(r"(?:ủy ban|hội đồng|tổ|công tác|ban chỉ đạo) $", m.before(20)) or len(m.text("name").split()) < 3:
        return None
    return _event(m, "election")


@rules(
    rf"(?P<name>{_heads('exam')}{NAME})",
    yes("chuẩn bị cho ⟦Kỳ thi chọn học sinh giỏi⟧.", type="exam"),
    no("Em bỏ các kỳ thi."),
)
def exam(m: Match) -> Event | None:
    """«Kỳ thi tốt nghiệp THPT»."""
    return None if _plural(m) else _event(m, "exam")


@rules(
    rf"(?P<name>(?:buổi |đại |quốc )?lễ {_heads('ceremony word')}(?: {WORD}){{0,16}}+{MORE}{{0,2}}+"
    rf"|{_heads('ceremony')}{NAME})",
    yes("dự ⟦Lễ khánh thành cầu Bến Đá⟧.", type="ceremony"),
    yes("Xã tổ chức ⟦Ngày hội Đại đoàn kết toàn dân tộc⟧.", type="ceremony"),
    no("Con cháu lễ phép với ông bà."),
    no("Dịp này có nhiều lễ hội, hội làng."),
)
def ceremony(m: Match) -> Event | None:
    """«Lễ trao giải ...», «Ngày hội Đại đoàn kết toàn dân tộc»; a festival has a name of its own."""
    name = m.text("name")
    if fold(name).startswith("lễ hội") and not regex.search(r"\p{Lu}", name[6:]):
        return None  # «lễ hội đường phố»
    return None if _plural(m) else _event(m, "ceremony", named=not _BARE.fullmatch(fold(name)))


@rules(
    rf"(?P<name>{_heads('movement')}(?:(?: đặc biệt| cao điểm| yêu nước)? ?\"[^\"\n]{{3,90}}\""
    rf"|(?: {WORD}|, (?:trấn áp|phòng|chống|dạy)){{1,16}}+))",
    yes("hưởng ứng ⟦phong trào thi đua “Dạy tốt, học tốt”⟧.", type="movement", name="Dạy tốt, học tốt"),
    yes("mở ⟦đợt cao điểm tấn công trấn áp tội phạm⟧ trên toàn huyện.", type="movement"),
    no("Các phong trào đều có nề nếp."),
)
def movement(m: Match) -> Event | None:
    """«phong trào thi đua “Vì an ninh Tổ quốc”»: named by its quotation, else by its own words."""
    own = regex.sub(_HEADS_OF_MOVEMENTS, "", fold(m.text("name"))).strip('" ').split()
    if _plural(m) or m.before(1) == '"' or not own or own[0] in ("của", "năm", "ấy", "này", "đó") or len(own[0]) > 7:
        return None  # «phong trào thi đua năm 2016» is no movement of its own, «phong trào Hezbollah» no event
    battle = fold(m.text("name")).startswith("chiến dịch") and regex.search(r" \p{Lu}| giải phóng ", m.text("name"))
    event = _event(m, "operation" if battle else "movement")
    quoted = regex.search(r"[“\"«](?P<name>[^”\"»]{3,90})[”\"»]", m.text("name"))
    if quoted:
        event.name = quoted["name"].strip()
    return event


@rules(
    rf"(?P<name>kỉ niệm (?:lần thứ )?(?:<TIME>|<NUM>(?: năm)?|ngày) ?(?: ?{WORD}){{0,16}}+)",
    yes("nhân ⟦kỷ niệm 50 năm Ngày thành lập Trường⟧.", type="anniversary", ordinal=50),
    yes("chào mừng ⟦kỷ niệm Ngày Nhà giáo Việt Nam⟧.", type="anniversary"),
    no("Chụp ảnh kỷ niệm trước cổng trường."),
)
def anniversary(m: Match) -> Event:
    """«kỷ niệm 90 năm Ngày truyền thống ...»."""
    return _event(m, "anniversary")


@rules(
    r"(?P<name><TIME> (?:(?:ngày|năm) (?:truyền thống|thành lập|thiết lập|kí kết|giải phóng|sinh|mất|hội|"
    r"quốc|toàn|chiến thắng|"
    rf"thương binh|nhà giáo|thầy thuốc|phụ nữ|bác hồ|chủ tịch|đảng)|thiết lập|thành lập)(?: {WORD}){{0,14}}+)",
    yes("chào mừng ⟦60 năm Ngày thành lập Trường⟧.", type="anniversary", ordinal=60),
    no("Sau 60 năm thì cầu hỏng."),
)
def age(m: Match) -> Event | None:
    """«40 năm Ngày truyền thống ...»: an anniversary without its verb."""
    years = regex.match(r"(\d{1,4}) năm", m.text("name"))
    event = _event(m, "anniversary")
    event.ordinal = int(years[1]) if years else None
    return event if years else None


@rules(
    r"(?P<name>(?:chuyến )?thăm(?: chính thức| hữu nghị| cấp nhà nước| và|,){0,3}"
    r"(?: làm việc| chúc tết| tặng quà| động viên){0,3}(?: tại| với| tới| đến)? ?(?:<ORG>|<TOPONYM>|<PLACE>))",
    yes("Đoàn công tác đã đến ⟦thăm và làm việc tại Lào⟧.", type="visit"),
    no("Thăm dò mỏ than tại Lào."),
)
def visit(m: Match) -> Event | None:
    """«thăm và làm việc tại ...»: a delegation's visit to a place or a body."""
    led = _LED.search(m.before(120)) or "chuyến" in fold(m.text("name"))
    return _event(m, "visit") if led else None


@rules(
    rf"(?P<name>(?:lớp |đợt |khóa |hội nghị |chương trình )?{_heads('training')}(?: {WORD}){{2,14}}+)",
    yes("mở ⟦lớp tập huấn kỹ năng cứu hộ⟧ cho 30 cán bộ.", type="training"),
    no("Bộ đội tập huấn, sẵn sàng."),
)
def training(m: Match) -> Event | None:
    """«tập huấn nghiệp vụ ...»: only where it is held or has a class."""
    held = regex.search(
        r"(?:tổ chức|mở|khai giảng|tham gia|dự|khai mạc|bế mạc|chủ trì|được|tiến hành) (?:\w+ ){0,2}$", m.before(30)
    )
    classed = regex.match(r"(?:lớp|đợt|khóa|hội nghị)", fold(m.text("name")))
    return _event(m, "training") if (held or classed) and not _plural(m) else None


@rules(
    r"(?P<name>chuyên án(?: đấu tranh| mang| có| bí số| kí hiệu| mã số){0,3}:? ?\"?"
    r"(?:<CODE>|<NUM>|<DOCNO>|(?=[^\" ]{0,6}\d)[A-ZĐ0-9-]{2,9})[A-ZĐ]?\"?)",
    yes("Ban ⟦chuyên án 417T⟧ vào cuộc.", type="operation"),
    no("Các chuyên án lớn đều thành công."),
    reads="printed",
)
def case(m: Match) -> Event:
    """«chuyên án 922S»: an operation by its code."""
    return _event(m, "operation")


@rules(
    r"(?P<name>chuyên án (?:ma túy|mua bán|buôn lậu|vận chuyển|đánh bạc|lừa đảo|trộm cắp|giết người|cướp)"
    rf"(?: {WORD}){{0,8}}+)",
    yes("phá ⟦chuyên án ma túy lớn⟧ tại biên giới.", type="operation"),
    no("Trưởng ban chuyên án phát biểu."),
)
def crime_case(m: Match) -> Event | None:
    """«chuyên án ma túy»: an operation by the crime."""
    return None if _plural(m) else _event(m, "operation")


@rules(
    rf"(?P<name>(?:lễ )?ra quân(?: {WORD}|, (?:trấn áp|phòng|xử lí)){{1,12}}+|{_heads('operation')}{NAME})",
    yes("Công an huyện ⟦ra quân bảo đảm an toàn giao thông⟧.", type="operation"),
    no("Đội bóng đá trận ra quân."),
)
def operation(m: Match) -> Event | None:
    """«ra quân trấn áp tội phạm», «diễn tập khu vực phòng thủ»."""
    return None if _plural(m) else _event(m, "operation")


@rules(
    r"(?P<name>(?:đại )?dịch(?: bệnh)?(?: viêm đường hô hấp cấp| do virus| do chủng mới)? ?"
    rf"\(?(?:tả lợn (?:<TOPONYM>|<PLACE>)|{_heads('disease')})\)?)",
    yes("thời điểm ⟦dịch Covid-19⟧ lan rộng.", type="disease"),
    yes("vì ⟦dịch tả lợn châu Phi⟧.", type="disease"),
    no("dịch vụ công trực tuyến"),
)
def disease(m: Match) -> Event:
    """«dịch COVID-19»."""
    return _event(m, "disease")


@rules(
    r"(?P<name>(?:đại dịch|covid ?-? ?19)(?! covid))",
    yes("từ khi ⟦COVID-19⟧ xuất hiện.", type="disease"),
    no("dịch chuyển cơ cấu"),
)
def pandemic(m: Match) -> Event:
    """«COVID-19» by itself is the epidemic."""
    return _event(m, "disease")


@rules(
    r"(?P<name>(?:siêu |cơn )?bão(?: lũ)?(?: số <NUM|CODE>| số \d{1,2}(?:/\d{4})?| (?P<own>\p{Lu}[\p{Ll}]{2,12})))",
    yes("khắc phục hậu quả ⟦bão số 9⟧.", type="disaster"),
    yes("Sau ⟦bão Noru⟧, xã dọn dẹp.", type="disaster"),
    no("bão giá làm dân khổ"),
    reads="printed",
)
def storm(m: Match) -> Event:
    """«bão số 3», «bão Yagi»."""
    return _event(m, "disaster")


@rules(
    r"(?P<name>(?:trận|đợt|cơn|vụ) (?:lũ quét|mưa lũ|lũ lụt|lũ|lụt|động đất|sạt lở|hạn hán|triều cường|sóng thần|"
    rf"lốc xoáy|lốc|mưa đá|rét đậm|nắng nóng|cháy rừng|núi lửa|áp thấp nhiệt đới|ngập lụt)(?: {WORD}){{0,6}}+)",
    yes("sau ⟦trận lũ quét⟧ ở xã.", type="disaster"),
    no("Các trận lũ đều nhỏ."),
)
def disaster(m: Match) -> Event | None:
    """«trận lũ quét», «đợt mưa lũ lịch sử»."""
    return None if _plural(m) or regex.search(r" (?:ấy|này|đó)$", m.text("name")) else _event(m, "disaster")


@rules(
    r"(?<=(?:mở|trong|ra quân|phát động|triển khai|thực hiện|của|sau) )(?P<name>đợt cao điểm|đợt ra quân)"
    r"(?= <TIME>|,? (?:từ|này|do|diễn ra|kéo dài|được))",
    yes("Trong ⟦đợt cao điểm⟧ này, huyện bắt 5 vụ.", type="movement"),
    no("Các đợt cao điểm đều tốt."),
)
def this_drive(m: Match) -> Event:
    """«đợt cao điểm từ ngày ... đến ...»: a drive by its dates alone."""
    return _event(m, "movement")


@rules(
    rf"{AT}(?P<name>{MEETING})",
    yes("Phát biểu tại ⟦hội nghị⟧, ông nói.", type="conference", name=None),
    no("Đơn vị mở hội nghị, lớp học."),
)
def this_conference(m: Match) -> Event:
    """«Tại hội nghị»: the meeting under discussion."""
    return _event(m, "conference", named=False)


@rules(
    rf"{AT}(?P<name>buổi lễ|lễ)(?!\p{{L}}| (?:hội|phép|nghi|tân|tết))",
    yes("Tại ⟦buổi lễ⟧, ông nói.", type="ceremony", name=None),
    no("Đi lễ chùa đầu năm."),
)
def this_ceremony(m: Match) -> Event:
    """«Tại buổi lễ»: the ceremony under discussion."""
    return _event(m, "ceremony", named=False)


@rules(
    rf"{AT}(?P<name>đại hội)(?= (?:đã|có|diễn|này|thành công|bầu|cũng|tiến hành)|[,.;:]|$)",
    yes("Tại ⟦Đại hội⟧, các đại biểu thảo luận.", type="congress", name=None),
    no("Ông dự đại hội cổ đông."),
)
def this_congress(m: Match) -> Event:
    """«Tại Đại hội»: the congress under discussion."""
    return _event(m, "congress", named=False)


def _plural(m: Match) -> bool:
    """Whether the match is one of many, as «các hội nghị», «nhiều lễ hội»."""
    return bool(_MANY.search(m.before(40)))


def _event(m: Match, kind: Type, *, named: bool = True) -> Event:
    """The event of a match, its ordinal and term read from its name."""
    name = long_form(m.text("name"))
    low = fold(name)
    event = Event(type=kind, name=name if named else None)
    if found := _ORDINAL.search(low):
        event.ordinal = _number(found["n"])
    elif kind in ("anniversary", "ceremony") and (found := _AGE.search(low)):
        event.ordinal = int(found["n"])
    if found := _TERM.search(low):
        event.term = f"{found['from']}-{found['to']}"
    return m.at("name", event)


def _mark(m: Match, event: Event) -> None:
    start, end, _ = m.pieces("name")[0]
    m.mark(start, end, event)


def _number(word: str) -> int | None:
    """14 for «xiv», «14» and 2 for «hai»."""
    if word.isdigit():
        return int(word)
    if word in _WORDS:
        return _WORDS[word]
    values = [_ROMAN[c] for c in word]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
