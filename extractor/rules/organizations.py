"""Organisations, named as far as the words say; ``resolve`` completes them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

import regex

from ..facts import Organization, Place
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .abbreviations import long_form
from .organization_heads import Body, Head, heads
from .organization_kinds import Kind, kind_of
from .organization_names import Reader, reader

rules = RuleSet("organization", kind="ORG")

_STREET = regex.compile(r"(?:^| )(?:phố|đường|ngõ|hẻm) $")
_PARTS_OF_POSTS = ("thường trực", "thường vụ")
_DEPUTY = regex.compile(r"(?:chủ tịch|bí thư|trưởng ban|phó trưởng ban|ủy viên|giám đốc) $")
_T = symbol("TOPONYM")
_TOPONYM = regex.compile(_T)
_LISTED = regex.compile(rf"(?:(?:, | và |; ){_T}){{1,60}}+")
_SEVERAL = regex.compile(
    rf" (?:các|hai|ba|bốn|năm|{symbol('NUM')}) (?P<unit>tỉnh|huyện|quận|thành phố|thị xã|xã|phường)[^.;{_T}]{{0,40}}? ?"
    rf"(?P<places>{_T}(?:(?:, | và |; ){_T}){{0,60}}+)"
)
_OPENS_A_LIST = (": ", " các ", " hai ", " ba ", " bốn ", " năm ", f" {symbol('NUM')}")
_NOT_OF_THE_NAME = regex.compile(r"(?:^| )\([\p{L}&]{2,9}\)(?= |$)|(?:^| )của(?= )(?! người )")
_MANY = regex.compile(r"(?:(?:các|những|nhiều|mỗi|từng|một|một số|mọi) |các (?:\p{L}+ (?:ủy|đoàn)(?:, | và ))+)$")


def _heads() -> Iterator[str]:
    return (surface for surface, head in heads().items() if head.form != "none")


@rules(
    "heads of organisations",
    yes("Vụ án do ⟦Công an tỉnh Nghệ An⟧ điều tra.", name="Công an tỉnh Nghệ An", org_kind="police"),
    yes("Hội nghị do ⟦UBND huyện⟧ tổ chức.", name="Ủy ban nhân dân huyện", org_kind="government"),
    yes("⟦Phòng Cảnh sát hình sự⟧, Công an tỉnh bắt hai người.", name="Phòng Cảnh sát hình sự"),
    yes("Ông công tác ở ⟦Ban Tổ chức⟧, Ban Nội chính Tỉnh ủy.", name="Ban Tổ chức Tỉnh ủy", org_kind="party"),
    yes("Ông làm việc ở ⟦Sở Văn hóa, Thể thao và Du lịch⟧.", name="Sở Văn hóa, Thể thao và Du lịch"),
    yes("Lãnh đạo ⟦Công ty TNHH Minh Phát⟧ cho biết.", name="Công ty TNHH Minh Phát", org_kind="enterprise"),
    yes("⟦Công an các huyện Kỳ Sơn⟧, Con Cuông phối hợp.", name="Công an huyện Kỳ Sơn"),
    yes("Hội thi có Tỉnh đoàn Nghệ An, ⟦Hà Tĩnh⟧ tham gia.", name="Tỉnh đoàn Hà Tĩnh"),
    yes("Các Sở: ⟦Y tế⟧, Tài chính phối hợp.", name="Sở Y tế"),
    yes("Có Sở Y tế các tỉnh Nghệ An, ⟦Hà Tĩnh⟧ dự.", name="Sở Y tế tỉnh Hà Tĩnh"),
    yes("⟦Công an Hương Sơn⟧ bắt hai người.", name="Công an Hương Sơn", org_kind="police"),
    yes("Theo ⟦Công ty CP bến xe Bình Định⟧, xe đã đủ.", name="Công ty CP bến xe Bình Định"),
    yes("Anh lập ⟦câu lạc bộ “Sẻ chia”⟧ từ năm ngoái.", name="Câu lạc bộ “Sẻ chia”"),
    yes("Bà học ở ⟦Trường Đại học Y tế công cộng⟧, Hà Nội.", name="Trường Đại học Y tế công cộng", org_kind="school"),
    yes("Khai trương ⟦nhà máy sữa Vinasua Tiên Du⟧.", name="Nhà máy sữa Vinasua Tiên Du"),
    yes("Ông xuất gia ở ⟦chùa Phước Minh⟧.", name="Chùa Phước Minh"),
    yes("⟦Đảng bộ Lữ đoàn⟧ có năm chi bộ.", name="Đảng bộ Lữ đoàn"),
    no("Đó là ngân hàng lớn nhất Việt Nam."),
    yes("Bà là chủ của Công ty ⟦Công ty cổ phần Minh Phát - AIB⟧.", name="Công ty cổ phần Minh Phát - AIB"),
    yes("Có lãnh đạo các Bộ Quốc phòng, ⟦Ngoại giao⟧.", name="Bộ Ngoại giao"),
    yes("Theo ⟦Hội Cam và Bưởi sành Việt Nam⟧, giá tăng.", name="Hội Cam và Bưởi sành Việt Nam"),
    yes("Ông phục vụ ở ⟦Binh chủng Tăng-Thiết giáp⟧ nhiều năm.", name="Binh chủng Tăng-Thiết giáp"),
    yes("Anh được ⟦Bệnh viện Bạch Mai⟧ cấp cứu kịp thời.", name="Bệnh viện Bạch Mai", org_kind="health"),
    yes("Chánh án ⟦Tòa án Tối cao⟧ Pedro Salinas dự họp.", name="Tòa án Tối cao", org_kind="court"),
    yes("Bà làm ở ⟦Phòng Quản lý xuất nhập cảnh của người nước ngoài⟧.", org_kind="government"),
    no("Bộ Chỉ tiêu phát triển doanh nghiệp đã ban hành."),
    no("HTX Trong tháng này có lãi."),
    no("Công an các tỉnh phối hợp điều tra."),
    no("Chủ tịch UBND Nguyễn Văn An dự họp."),
    no("Các sở, ban, ngành vào cuộc."),
    no("Cục trưởng phát biểu."),
    words=_heads,
)
def body(m: Match) -> None:
    """A body by its head and what follows it: «Phòng Cảnh sát hình sự», «Công an tỉnh»."""
    names, (start, end, _) = reader(m.whole()), m.pieces()[0]
    read = names.body(start)
    if read is None:
        end = names.shared.get(start, end)
        if names.lower.startswith(_OPENS_A_LIST, end):
            _of_several(m, names, start, end)
    elif not _is_no_body(m, read):
        m.mark(read.start, read.end, _organization(m, read))
        if read.place and read.end == read.place[1]:
            _others_of_its_level(m, read)
        elif m.before().endswith("các "):
            _siblings(m, names, read.head, read.end)


def _is_no_body(m: Match, read: Body) -> bool:
    """Whether the head is part of a street's name or of a post, or only one of many."""
    head, before = m.folded(), m.before()
    if _STREET.search(before) or (head in _PARTS_OF_POSTS and _DEPUTY.search(before)):
        return True
    if head == "ban thường trực" and before.endswith("trưởng "):
        return True
    return bool(_MANY.search(before)) and (read.end == read.tail or not m.text()[0].isupper())


def _siblings(m: Match, names: Reader, head: Head, at: int) -> None:
    """«các Bộ Quốc phòng, Ngoại giao», «các Sở: Y tế, Tài chính» share their head."""
    for start, end in names.siblings(head, at):
        name = f"{head.name} {m.words(start, end)}"
        m.mark(start, end, Organization(name=name, org_kind=kind_of(name, head.kind)))


def _others_of_its_level(m: Match, read: Body) -> None:
    """Bodies that share a head: «Tỉnh đoàn Nghệ An, Hà Tĩnh»; a district and its province are no list."""
    first = next((mention.value for mention in m.within(*(read.place or (0, 0)))), None)
    rest = m.whole()[read.end :]
    listed = _LISTED.match(rest)
    if first is None or listed is None:
        return
    for one in _TOPONYM.finditer(listed[0]):
        at = read.end + one.start()
        other = m.within(at, at + 1)[0].value
        if _same_level(first, other):
            m.mark(at, at + 1, _named(m, read, at, other))


def _same_level(one: Place, other: Place) -> bool:
    provinces = ("province", "city")
    return one.level == other.level or (one.level in provinces and other.level in provinces)


def _named(m: Match, read: Body, at: int, place: Place, unit: str = "") -> Organization:
    words = long_form(m.words(at, at + 1))
    name = f"{long_form(read.head.name)} {unit if unit and not words.lower().startswith(unit) else ''} {words}"
    province = place.name if place.level in ("province", "city") else None
    return Organization(name=" ".join(name.split()), org_kind=read.head.kind, place=province)


def _of_several(m: Match, names: Reader, start: int, end: int) -> None:
    """«Công an các huyện Kỳ Sơn, Con Cuông» are two bodies."""
    head = heads().get(m.folded())
    if head and end > m.pieces()[0][1]:
        head = Head(m.words(start, end), head.kind, head.form)
    if head and head.form == "field" and names.printed.startswith(": ", end) and m.before().endswith("các "):
        _siblings(m, names, head, end)
    several = _SEVERAL.match(names.lower, end)
    if head is None or several is None:
        return
    for i, one in enumerate(_TOPONYM.finditer(names.printed, several.start("places"), several.end())):
        at = one.start()
        body = Body(head, start, end, at + 1)
        m.mark(at if i else start, at + 1, _named(m, body, at, m.within(at, at + 1)[0].value, several["unit"]))


@rules(
    r"(?:quân đội nhân dân|qđnd|công an nhân dân|cand|lực lượng vũ trang nhân dân|quân đội quốc gia) <TOPONYM>",
    yes("Ông công tác trong ⟦Công an nhân dân Việt Nam⟧.", name="Công an nhân dân Việt Nam"),
    no("Công an nhân dân họp."),
)
def force(m: Match) -> Organization:
    """A force as a whole: it holds posts and gives awards, but ``resolve`` keeps it from the facts."""
    return Organization(name=long_form(m.text()), org_kind="police" if "công an" in m.folded() else "military")


@rules(
    r"P?[ACKX]\d{2}[AB]?(?=,? ?[-(]? ?(?:thuộc |của )?(?:[Bb]ộ Công an|[Cc]ông an (?:tỉnh|TP|thành phố|<TOPONYM>)))"
    r"|(?<=(?:[Ll]ực lượng|[Cc]án bộ|[Cc]hiến sĩ|trinh sát|[Cc]ùng|với|đội) )P[ACKVX]\d{2}[AB]?"
    r"|(?<=(?:<ORG>|P[ACKVX]\d{2})(?:, | và ))P[ACKVX]\d{2}[AB]?",
    yes("Trinh sát ⟦C09⟧, Bộ Công an phối hợp bắt.", name="C09", org_kind="police"),
    yes("Lực lượng ⟦PC07⟧ dập lửa.", name="PC07", org_kind="police"),
    yes("Phòng PC01, ⟦PC02⟧ và PK20 được khen.", name="PC02"),
    no("Hàng tới cổng C09 của cảng."),
    reads="printed",
)
def coded(m: Match) -> Organization:
    """A department of the police by its code: «C04, Bộ Công an», «lực lượng PC45»."""
    return Organization(name=m.text(), org_kind="police")


# Where it is said by whom and not on what: «Facebook cho biết», but not «trên Facebook», «tài khoản Facebook».
_PLATFORMS = frozenset({"Facebook", "YouTube", "Youtube", "TikTok", "Instagram", "Twitter"})
_ON_A_PLATFORM = regex.compile(
    r"(?:trên|qua|vào|từ|lên|tài khoản|mạng xã hội|trang|ứng dụng|fanpage|nick|kênh|nhóm|livestream|mạng|,|và|như) "
    r"(?:cá nhân )?$"
)


@rules.any_of(
    "well-known bodies",
    lambda: lexicon("organizations").surfaces,
    yes("Theo ⟦TTXVN⟧, trời sẽ mưa.", name="Thông tấn xã Việt Nam", org_kind="media"),
    yes("Việt Nam là thành viên của ⟦ASEAN⟧.", name="ASEAN"),
    no("Ông đọc báo mỗi sáng."),
    no("Chị đăng bán trên Facebook."),
)
def known(m: Match) -> Organization | None:
    """A body that needs no head: «ASEAN», «TTXVN»."""
    if m.after(4).startswith((".vn", ".com")):
        return None
    if m.text() in _PLATFORMS and _ON_A_PLATFORM.search(m.before()):
        return None
    row = lexicon("organizations")[m.text()]
    name = m.text() if fold(m.text()) == fold(row["name"]) else row["name"]
    return Organization(name=name, org_kind=cast(Kind, row["kind"]))


@lru_cache(maxsize=4096)
def _headed(head: str, of: str) -> str:
    """The head as written, unless it is short for another one."""
    return long_form(head if fold(head) == fold(of) else of)


def _organization(m: Match, read: Body) -> Organization:
    head = _headed(m.words(read.start, read.tail), read.head.name)
    tail = m.words(*read.shared).removeprefix("Việt Nam ") if read.shared else m.words(read.tail, read.end)
    name = long_form(_NOT_OF_THE_NAME.sub("", tail))
    name = head + (" " + name.strip() if name else "")
    name = name[0].upper() + name[1:]
    return Organization(name=name, org_kind=kind_of(name, read.head.kind), place=_province(m, read))


def _province(m: Match, read: Body) -> str | None:
    """The Vietnamese province or city in a body's name."""
    for mention in m.within(*(read.shared or (read.tail, read.end))):
        place = mention.value
        if isinstance(place, Place) and place.level in ("province", "city") and (place.code or "").startswith("VN"):
            return str(place.name)
    return None
