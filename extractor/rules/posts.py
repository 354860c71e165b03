"""Posts («Phó Giám đốc Công an tỉnh»): a ``<POST>`` has a list of ``Post`` as its value.

The set ``offices`` finds the words of posts; ``rules`` join each with its status and the body it is held in. A post
ends before the name of its body: «Trưởng phòng» / «Phòng Cảnh sát hình sự».
"""

from collections.abc import Iterator
from typing import Literal

import regex

from ..facts import Post
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .abbreviations import long_form
from .names import LONE, NAME

POSTS = lexicon("posts")
offices = RuleSet("office", kind="OFFICE", states=False)
rules = RuleSet("post", kind="POST", states=False)


def _words() -> Iterator[str]:
    return (fold(row["surface"]) for row in POSTS.rows if row["use"] != "bound")


def _row(m: Match, kind: str) -> dict[str, str] | None:
    """The row of a post of this kind; every rule seeks all words, so that the longest one decides."""
    row = POSTS[m.text()]
    if row["use"] == "none" or ("headed" if row["body"] else row["use"] or "office") != kind:
        return None
    return {"post": row["post"], "body": row["body"]}


@offices(
    "posts with the head of their body",
    yes("Anh là ⟦đội trưởng⟧.", value={"post": "", "body": "Đội"}),
    no("Chị trưởng thành sớm."),
    words=_words,
    kind="HEADED",
)
def headed(m: Match) -> dict[str, str] | None:
    """A post that names the kind of its body: «Cục trưởng», «Trưởng phòng»."""
    return _row(m, "headed")


@offices(
    "posts of States and foreign bodies",
    yes("Anh là ⟦ngoại trưởng⟧.", value={"post": "", "body": ""}),
    no("Ngoại ô trưởng thành."),
    words=_words,
    kind="STATESMAN",
)
def statesman(m: Match) -> dict[str, str] | None:
    """A post that foreigners hold too, so that its holder may be named as they are: «Tổng thống», «Ngoại trưởng»."""
    return _row(m, "state")


@offices(
    "other posts",
    yes("Anh là ⟦giám đốc⟧.", value={"post": "", "body": ""}),
    no("Ban Giám đốc họp."),
    words=_words,
)
def office(m: Match) -> dict[str, str] | None:
    """A post by its words: «Bí thư», «Phó Giám đốc»; bodies named with one («Ban Bí thư») are none."""
    return _row(m, "office")


_STATUS = r"(?P<status>[Nn]guyên(?: là)?|[Cc]ựu|[Cc]ố|[Qq]uyền|[Qq]\.|[Tt]ạm quyền|[Pp]hụ trách)"
_SUFFIX = (
    r"(?:(?: (?:[Tt]hường trực|[Dd]anh dự|[Pp]hụ trách|(?:không )?chuyên trách|[Đđ]iều hành|chính thức|thứ nhất"
    r"|[Hh]ội đồng (?:quản trị|thành viên|sáng lập|trường)|HĐQT|HĐTV"
    r"|[Hh]ội đồng(?= ?[-,]))(?: đầu tiên)?){1,2})"
)
# Bodies that are no organisation facts, but hold posts.
_CENTRE = r"(?:Trung ương|TW|T\.Ư|TƯ)"
_PARTY = (
    r"Đảng (?:Cộng sản|Lao động|Dân chủ|Cộng hòa|Bảo thủ|Nhân dân(?: [Cc]ách mạng)?)(?: <TOPONYM>)?|Đảng đoàn"
    r"|[Bb]an [Cc]án sự [Đđ]ảng|Đảng"
)
_STATE = (
    rf"(?:(?:[Cc]hính [Pp]hủ|[Qq]uốc [Hh]ội|[Bb]ộ Chính trị|(?:(?:Ban [Cc]hấp hành|BCH) )?{_CENTRE}(?: Đảng| Đoàn)?"
    rf"(?! (?!Khóa |KHÓA |{NAME})\p{{Lu}})|{_PARTY}|Nhà nước|Quân đội nhân dân(?: <TOPONYM>)?"
    r"|Ban Bí thư|Liên [Hh]ợp [Qq]uốc"
    rf"|(?:Bộ đội Biên phòng|BĐBP|Cảnh sát cơ động|CSCĐ|Cảnh sát biển|Quân đội|Hải quân)(?: <TOPONYM>)?)(?!\p{{L}}| ủy)"
    rf"|(?:UBND|HĐND|MTTQ|UBMTTQ|UBKT)(?= {NAME}))"
)
_COUNTRY = r"(?:Mỹ|Pháp|Nga|Đức|Nhật|Anh|Úc|Áo|Ý|Ấn|Hàn|Bỉ|Séc)(?= \p{Lu}|[,.]|$)"
_HEAD = regex.compile(
    r"(?:phòng|ban|khoa|bộ môn|đoàn|công an|văn phòng|thanh tra|trạm|chi nhánh|tiểu ban|trại|nhóm|bộ phận"
    r"|kiểm toán|cơ quan|đại diện|phái đoàn|câu lạc bộ|phân xã|ấp|thôn)(?= )"
)
_HAMLET = regex.compile(r"(?:thôn|bản|ấp|buôn|khu phố|làng|xóm|tổ dân phố|khóm|tiểu khu)(?= )")
_MINISTRY = rf"(?i:{lexicon('ministries').printed_pattern})"
_BOUND = r"(?:[Cc]án bộ|[Cc]hiến sĩ|[Cc]huyên viên|[Tt]hành viên|[Cc]ố vấn|[Tt]rợ lí|[Đđ]ại biểu|[Cc]ông an viên)"
# A body that is no mention: its words up to a mark, a mention, a person or a verb.
_ENDS = (
    r"(?:cho|nói|khẳng|phát|chia|nhấn|đã|được|chủ|trao|tặng|kí|dự|tham|yêu|cùng|về|tại|trong|của|có|là|chỉ|báo|thông|đánh"
    r"|biểu|làm|đến|thừa|nêu|giới|kiêm|nhiệm|khóa|đề|trình|đọc|chúc|xác|cảm|nhận|gửi|đại|thay|vừa|sẽ|cũng|trực|này|bày"
    r"|với|để|từng|trao|động|thăm|kiểm|kết|giải|trả|nay|ở|từ|khi|do|và|thì|cung|tiếp|quyết|giữ|nghỉ|bị|vì|gắn|ghi)(?= )"
)
_WORD = rf"(?!{NAME})\p{{Lu}}[\p{{L}}\p{{N}}&]*"
_LOWER = rf"(?!{_ENDS})[\p{{Ll}}]+"
_BEGUN_LOWER = (
    r"(?:thể thao|bóng đá|đại biểu|công tác|kiểm tra|giám sát|tổ chức|chỉ đạo|giám khảo|quản trị|bạn đọc|trị sự"
    r"|quản lí|lễ tang|thư kí|soạn thảo|vận động)"
)
_WORDS = (
    rf"(?P<words>(?:{_WORD}|{_BEGUN_LOWER})(?:(?:(?:,| -| và)? |-){_WORD}| đại biểu| {_LOWER}){{0,7}}(?: <CODE|NUM>)?+)"
)
# A body by its head alone: «Giám đốc bệnh viện», «Chính ủy Lữ đoàn».
_BODY_WORD = lexicon("organization_words").printed_pattern
_BARE = (
    rf"(?i:{lexicon('bare_bodies').printed_pattern})"
    rf"(?![\p{{L}}\p{{N}}]| (?:đồng |\p{{Lu}}|<ORG|TOPONYM|NUM|CODE>|số|(?i:{_BODY_WORD})))"
)
_YOUTH = r"(?:Đoàn(?: <TOPONYM>| xã| phường| thị trấn| trường| cơ sở| Thanh niên| TNCS| TN)(?: Hồ Chí Minh)?)"
_CELL = r"(?:[Cc]hi bộ|[Đđ]ảng bộ|[Cc]hi đoàn)(?! \p{Lu})(?: <TOPONYM>)?"
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?![\p{L}\p{N}]| <TOPONYM>| \p{Lu})"
# A company by its brand: «Tổng giám đốc Vietbank», «Chủ tịch HĐQT SHB».
_BRAND = r"(?!UB |TP )(?:[A-Z]{2,8}|[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z][a-z]+bank)(?![\p{L}\p{N}]| \p{Lu})"
_AT = rf"(?: tại (?P<at><TOPONYM>|{_COUNTRY})(?: kiêm nhiệm (?P<at><TOPONYM>))?)?+"
# What is left of «Ủy ban Tài chính - Ngân sách», «Ban Tiếp công dân Trung ương» before a name.
_REST = rf"(?P<rest>(?: - {_WORD}(?: {_LOWER}){{0,3}}|(?: {_LOWER}){{1,4}} (?:Trung ương|tỉnh|<TOPONYM>))(?= {NAME}))?+"
_BODY = (
    rf"(?:(?: của| thuộc| tại)? (?P<org><ORG>)(?: (?P<level>{_LEVEL}))?{_REST}{_AT}"
    rf"|(?: nước)? (?P<place><TOPONYM>){_AT}"
    rf"|(?: của)? (?P<state>{_STATE}(?:(?: nước)? (?P<country><TOPONYM>))?|{_YOUTH}|{_CELL}|{_BARE}))"
)


_WHOM = rf"<OFFICE|STATESMAN|HEADED>(?: (?:<ORG>|{_STATE}))?+"


@rules(
    rf"(?:{_STATUS} )?(?P<post>(?:[Tt]rợ lí(?: riêng)?|<aide:OFFICE>)(?: của)? {_WHOM}(?:, {_WHOM})*+)"
    rf"(?! (?:{NAME}))",
    yes("Ông là ⟦Thư ký Bí thư Tỉnh ủy⟧.", value=[Post("Thư ký Bí thư Tỉnh ủy", None)]),
    yes(
        "Ông là ⟦Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an⟧ từ đó.",
        value=[Post("Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an", None)],
    ),
    no("Trợ lý Đoàn thanh niên phát biểu."),
    reads="printed",
)
def aide(m: Match) -> list[Post] | None:
    """The aide of an official, who holds none of the official's posts: «Thư ký Bộ trưởng Bộ Y tế»."""
    secretary = not m.text("aide") or m.text("aide").startswith(("Thư ký", "thư ký", "Thư kí", "thư kí"))
    counted = m.before().endswith(f"{symbol('NUM')} ")
    return [_post(m, m.text("post"), None)] if secretary and not counted else None


@rules(
    rf"(?:{_STATUS} )?(?P<post>(?:[Pp]hó )?(?:[Tt]rưởng|[Cc]hánh|[Tt]ổng)|[Pp]hó) (?P<org><ORG>){_REST}",
    yes("⟦Trưởng phòng Cảnh sát hình sự⟧ cho biết.", value=[Post("Trưởng phòng", "Phòng Cảnh sát hình sự")]),
    yes("Ông là ⟦Phó trưởng Công an huyện Bến Lức⟧.", value=[Post("Phó trưởng Công an", "Công an huyện Bến Lức")]),
    yes("⟦Phó Tổng Thanh tra Chính phủ⟧ Lê Anh.", value=[Post("Phó Tổng Thanh tra", "Thanh tra Chính phủ")]),
    yes("⟦Trưởng Ban Tiếp công dân Trung ương⟧ Lê Anh.", value=[Post("Trưởng Ban", "Ban Tiếp công dân Trung ương")]),
    no("Chị trưởng thành từ phong trào Đoàn."),
    no("Trưởng Sở Y tế phát biểu."),
    reads="printed",
)
def head_of(m: Match) -> list[Post] | None:
    """A post whose words reach into the body's name: «Trưởng» and «phòng Cảnh sát hình sự»."""
    for name in (m.text("org"), m["org"].name):  # «Trưởng CAQ Hoàn Kiếm» is Trưởng Công an
        if word := _HEAD.match(fold(name)):
            body = " ".join(filter(None, (m["org"].name, m.text("rest"))))
            return [_post(m, f"{m.text('post')} {name[: word.end()]}", body)]
    return None


@rules(
    rf"(?:{_STATUS} )?(?P<post>(?:[Pp]hó )?[Tt]rưởng|[Pp]hó) (?P<place><TOPONYM>)",
    yes("Ông là ⟦Trưởng thôn Trung Sơn⟧.", value=[Post("Trưởng thôn", "thôn Trung Sơn")]),
    no("Xe từ thị trưởng tỉnh Nghệ An."),
    reads="printed",
)
def head_of_hamlet(m: Match) -> list[Post] | None:
    """The head of a hamlet: «Trưởng thôn Trung Sơn»."""
    word = _HAMLET.match(fold(m.text("place")))
    return [_post(m, f"{m.text('post')} {m.text('place')[: word.end()]}", m.text("place"))] if word else None


@rules(
    rf"(?:{_STATUS} )?(?P<post>(?P<org><ORG>) viên(?: dự khuyết)?)",
    yes("Ông là ⟦Huyện ủy viên⟧.", value=[Post("Huyện ủy viên", "Huyện ủy")]),
    no("Công ty có nhiều nhân viên."),
    reads="printed",
)
def committee_member(m: Match) -> list[Post] | None:
    """A member of a Party committee: «Tỉnh ủy viên» / «Tỉnh ủy»."""
    return [_post(m, m.text("post"), m["org"].name)] if fold(m.text("org")).endswith(" ủy") else None


@rules(
    rf"(?:{_STATUS} )?(?P<post><OFFICE>{_SUFFIX}?) (?:[Đđ]ại biểu [Qq]uốc hội|ĐBQH)"
    rf"(?P<whose> (?:{_LEVEL}|<TOPONYM>))?",
    yes("Dự có ⟦Trưởng đoàn Đại biểu Quốc hội tỉnh⟧.", value=[Post("Trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh")]),
    no("Chủ tịch Đại biểu Quốc hội."),
    no("Trưởng đoàn đại biểu phát biểu."),
    reads="printed",
)
def head_of_delegation(m: Match) -> list[Post] | None:
    """The head of a province's delegation in the National Assembly: «Trưởng Đoàn ĐBQH tỉnh»."""
    if not fold(m.text("post")).startswith(("trưởng đoàn", "phó trưởng đoàn", "phó đoàn")):
        return None
    return [_post(m, m.text("post"), f"Đoàn đại biểu Quốc hội {m.text('whose')}".strip())]


@rules(
    r"(?P<post>UV)(?: ?(?:BCH)? ?T\.?[ƯW](?: Đảng)?|(?P<bureau> ?BCT))",
    yes("Ông là ⟦UVT.Ư Đảng⟧.", value=[Post("Ủy viên", "Trung ương Đảng")]),
    yes("Ông là ⟦UVBCT⟧.", value=[Post("Ủy viên", "Bộ Chính trị")]),
    no("Ông là UVBTV."),
    reads="printed",
)
def abbreviated_member(m: Match) -> list[Post]:
    """A member of the Party's centre in short: «UVTƯ Đảng»."""
    return [Post("Ủy viên", "Bộ Chính trị" if m.text("bureau") else "Trung ương Đảng")]


@rules(
    rf"(?:{_STATUS} )?(?P<post><HEADED>{_SUFFIX}?)"
    rf"(?:{_BODY}|(?: (?P<ministry>{_MINISTRY})| {_WORDS})(?: (?P<place><TOPONYM>|{_COUNTRY}))?)?+",
    yes("Theo ⟦Đội trưởng⟧, xe đã cũ.", value=[Post("Đội trưởng", None)]),
    yes("⟦Bộ trưởng GD&ĐT⟧ Bùi Thanh An đến.", value=[Post("Bộ trưởng", "Bộ Giáo dục và Đào tạo")]),
    yes("⟦Bộ trưởng Quốc phòng Pháp⟧ Mary Brown đến.", value=[Post("Bộ trưởng", "Bộ Quốc phòng Pháp")]),
    yes("Bà là ⟦Phó Viện trưởng IEM⟧.", value=[Post("Phó Viện trưởng", "IEM")]),
    no("Chị trưởng thành sớm."),
    reads="printed",
)
def head_post(m: Match) -> list[Post] | None:
    """A post that names the kind of its body, and that body: «Thứ trưởng Y tế», «Chi cục trưởng Chi cục Kiểm lâm»."""
    words = m.text("words")
    if words and _is_given_name(m):
        m.mark(m.pieces()[0][0], m.pieces("post")[0][1], [_post(m, m["post"]["post"] or m.text("post"), None)])
        return None
    if m.text("ministry"):
        words = lexicon("ministries")[m.text("ministry")]["name"]
    words = " ".join(filter(None, [words, m.text("place")]))
    words, body = long_form(words), m["post"]["body"]
    if words and not words.isupper() and not words.lower().startswith(f"{body.lower()} "):
        words = f"{body} {words}"
    return [_post(m, m["post"]["post"] or m.text("post"), words or _body(m))]


def _is_given_name(m: Match) -> bool:
    """Whether «Hùng» in «Đội trưởng Hùng cho biết» is whose post it is; not in «Lê An, Trưởng khoa Nhi cho biết»."""
    lone = _LONE.fullmatch(m.text("words") + m.after(printed=True))
    return lone is not None and not _NAMED.search(m.before(printed=True))


_LONE = regex.compile(rf"{LONE}.*", regex.DOTALL)
_NAMED = regex.compile(r"\p{Lu}\p{L}* \p{Lu}[\p{L}']*(?: ?[,(]| -) ?$")


# Bodies that no organisation rule reads to their end: «UB các vấn đề xã hội», «Cảnh sát PCCC».
_LOOSE = (
    r"(?:UB|Cảnh sát|Thi hành án|Quản lí thị trường|[Ll]iên [Cc]hi hội)"
    rf"(?:(?:,| -| và)? (?:{_WORD}|vấn đề|{_LOWER}|<TOPONYM|ORG>)){{1,8}}+"
)


@rules(
    rf"(?:{_STATUS} )?(?P<post><OFFICE>{_SUFFIX}?)"
    rf"(?: kiêm(?: nhiệm)? (?P<second><OFFICE|HEADED>{_SUFFIX}?))?+"
    rf"(?:{_BODY}|(?: của)? (?P<state>{_LOOSE}|{_BRAND}))?+",
    yes(
        "Dự có ⟦Chủ nhiệm Ủy ban Tài chính - Ngân sách⟧ Lê Quang Anh.",
        value=[Post("Chủ nhiệm", "Ủy ban Tài chính - Ngân sách")],
    ),
    yes("⟦Chủ nhiệm UB các vấn đề xã hội⟧ Lê Anh đến.", value=[Post("Chủ nhiệm", "UB các vấn đề xã hội")]),
    yes("Anh là ⟦Bí thư chi bộ thôn Trung Sơn⟧.", value=[Post("Bí thư", "chi bộ thôn Trung Sơn")]),
    yes("Bà là ⟦Tổng giám đốc Namabank⟧.", value=[Post("Tổng giám đốc", "Namabank")]),
    yes("Ông là ⟦nguyên Bí thư Trung ương Đảng⟧.", value=[Post("Bí thư", "Trung ương Đảng", "former")]),
    yes("Dự có ⟦Giám đốc⟧.", value=[Post("Giám đốc", None)]),
    yes("Ông là ⟦Ủy viên Ban Thường vụ Tỉnh ủy⟧.", value=[Post("Ủy viên Ban Thường vụ", "Tỉnh ủy")]),
    yes(
        "Dự có ⟦Chủ tịch kiêm Tổng giám đốc Công ty Minh Phát⟧.",
        value=[Post("Chủ tịch", "Công ty Minh Phát"), Post("Tổng giám đốc", "Công ty Minh Phát")],
    ),
    no("Ban Bí thư họp."),
    reads="printed",
)
def office_post(m: Match) -> list[Post] | None:
    """A post and the body it is held in: «Phó Giám đốc Công an tỉnh»; «kiêm» adds a second one."""
    if m.text("post") == "chỉ huy" and m.folded() == m.folded("post"):
        return None  # a verb
    pieces = [piece for piece in ("post", "second") if m.text(piece)]
    return [_post(m, m[piece]["post"] or m.text(piece), _body(m)) for piece in pieces]


@rules(
    rf"(?:{_STATUS} )?(?P<post><STATESMAN>{_SUFFIX}?)(?:{_BODY}| (?P<place>{_COUNTRY}))?+",
    yes("Dự có ⟦Tổng thống Pháp⟧.", value=[Post("Tổng thống", "Pháp")]),
    yes("⟦Thủ tướng Anh⟧ Mary Brown đến.", value=[Post("Thủ tướng", "Anh")]),
    no("Chị thống kê."),
    reads="printed",
)
def state_post(m: Match) -> list[Post]:
    """A post of a State, with its country or Government: «Tổng thống Mỹ», «Thủ tướng Chính phủ»."""
    return [_post(m, m["post"]["post"] or m.text("post"), _body(m))]


@rules(
    rf"(?:{_STATUS} )?(?P<post>[Tt]hường trực) (?P<org><ORG>)",
    yes("Bà Lê An, ⟦Thường trực Ban Bí thư⟧, đến dự.", value=[Post("Thường trực", "Ban Bí thư")]),
    no("Ban Bí thư họp thường trực."),
    reads="printed",
)
def standing_secretary(m: Match) -> list[Post] | None:
    """The standing member of the Secretariat."""
    return [_post(m, m.text("post"), m["org"].name)] if m["org"].name.startswith("Ban Bí thư") else None


@rules(
    rf"(?P<post>[Đđ]ại biểu)(?= {NAME} ?\((?:[Đđ]oàn|ĐBQH|ĐB|[Tt]ổ|<TOPONYM>))",
    yes("Theo ⟦đại biểu⟧ Lê Văn An (đoàn Hà Nam), cần sửa luật.", value=[Post("đại biểu")]),
    no("Theo đại biểu Lê Văn An, cần sửa luật."),
    reads="printed",
)
def deputy(m: Match) -> list[Post]:
    """A deputy of the National Assembly or a council, who is named with the delegation."""
    return [Post(m.text("post"))]


@rules(
    rf"(?:{_STATUS} )?(?P<post>{_BOUND}){_BODY}",
    yes("Ông là ⟦đại biểu Quốc hội⟧.", value=[Post("đại biểu", "Quốc hội")]),
    no("Các đại biểu dự hội nghị."),
    reads="printed",
)
def bound_post(m: Match) -> list[Post] | None:
    """A word that is a post only with its body: «cán bộ Phòng Tham mưu», «đại biểu Quốc hội»."""
    if m.text("place") or _OF_MANY.search(m.before(printed=True)):
        return None
    return [_post(m, m.text("post"), _body(m))]


# «các cán bộ», «chỉ huy, cán bộ»; but «Đại úy Lê An, cán bộ».
_OF_MANY = regex.compile(r"(?:[Cc]ác|[Nn]hững|\d|[Nn]hiều|[Tt]oàn thể|[Tt]ập thể|(?<!\p{Lu}[\p{L}']{0,6}),) $")


def _body(m: Match) -> str | None:
    """The body that the words after a post name: an organisation, a body of the State, a place."""
    if m["org"]:
        return " ".join(filter(None, (m["org"].name, m.text("level"), m.text("rest"))))
    return long_form(m.text("state")) or m.text("place") or None


def _post(m: Match, post: str, organization: str | None) -> Post:
    """The post in ``organization``; «Ban Thường vụ» and «Thường trực» go to the post."""
    if organization and (committee := _COMMITTEE.match(organization)):
        # «Ủy viên Ban Thường vụ» / «Tỉnh ủy», «Phó Chủ tịch Thường trực» / «Hội đồng nhân dân»
        post, organization = f"{post} {committee[0].strip()}", organization[committee.end() :]
    return Post(post, organization, _status(m))


_COMMITTEE = regex.compile(r"(?:Ban Thường vụ|Thường vụ|Thường trực) (?!Ban Bí thư)", regex.IGNORECASE)


def _status(m: Match) -> Literal["current", "former", "acting"]:
    word = m.folded("status")
    if not word:
        return "acting" if m.folded("post").endswith("phụ trách") else "current"
    return "former" if word.startswith(("nguyên", "cựu", "cố")) else "acting"
