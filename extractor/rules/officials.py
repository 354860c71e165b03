"""People named with a rank or a post, acting in that public role; nobody else is ever recorded by name."""

from dataclasses import replace
from itertools import pairwise

import regex

from ..accused import is_accused
from ..facts import Official, Post
from ..fold import fold, same
from ..match import Match, Mention, RuleSet, no, symbol, yes
from .names import HONORIFIC, NAME, STRANGER, is_vietnamese
from .people_patterns import HELD, HOLDERS, JOINT, LINK, NAMED_FIRST, PERSON, PRE, SEVERAL, TAIL, TITLE, names
from .roles import roles
from .toponyms import surnames

rules = RuleSet("official", kind="OFFICIAL")


@rules(
    rf"{SEVERAL} (?:(?:{HONORIFIC}|vị) )?{HOLDERS}:?{LINK}" + names(unless=r"(?! ?[-(]|, ?<POST|RANK>)"),
    yes("Hai ⟦Phó Giám đốc Lê An và Bùi Bình⟧ dự lễ.", name="Bùi Bình", posts=[Post("Phó Giám đốc")]),
    yes("Hai ⟦Phó Giám đốc là ông Lê An⟧ và Bùi Bình được khen.", name="Lê An", posts=[Post("Phó Giám đốc")]),
    no("Các Phó Giám đốc dự lễ."),
    reads="printed",
)
def holders_of_one_post(m: Match) -> Official | None:
    """Several people after their common post: «hai Phó Giám đốc A và B»."""
    lead = [mention for mention in m.mentions("pre") if mention.kind in ("RANK", "POST")]
    return _all_of(m, lead, [], lead[0].start) if lead else None


@rules(
    rf"(?:{SEVERAL} {HONORIFIC}:?(?: {HONORIFIC})? {names()}|[;:](?: {HONORIFIC})? {names(titled=False)})"
    rf"(?P<tail>(?: - | ?, (?:cùng )?(?:là )?)(?P<held>{HELD})(?:{JOINT}(?P<held>{HELD}))*)",
    yes("Dự có các đồng chí ⟦Lê An, Bùi Bình - Phó Giám đốc⟧.", name="Lê An", posts=[Post("Phó Giám đốc")]),
    yes("Dự có các ông Lê An và ⟦Bùi Bình, Phó Giám đốc⟧.", name="Bùi Bình", posts=[Post("Phó Giám đốc")]),
    no("Các đồng chí Lê An, Bùi Bình vắng mặt."),
    no("Dự có ông Trần Văn Tú; bà Lê An và ông Bùi Bình, Phó Giám đốc."),
    reads="printed",
)
def holders_of_a_post_told_last(m: Match) -> Official | None:
    """Several people before their common post: «các đồng chí A, B - Phó Bí thư Tỉnh ủy»."""
    return _all_of(m, [], m.mentions("held"), None)


def _all_of(m: Match, lead: list[Mention], tail: list[Mention], start: int | None) -> Official | None:
    """A fact for each of several names; the first is the mention's value."""
    if is_accused(m.before(160), m.after(160)):
        return None
    made = []
    for at, end, _ in m.pieces("one"):
        first, last = m.offsets(at, end)
        official = _official(m.words(at, end), lead, tail, "")
        official.roles = roles(m)
        made.append(m.at((start if start is not None else first, tail[-1].end if tail else last), official))
    for other in made[1:]:
        m.emit(other)
    return made[0]


@rules(
    rf"(?:{PRE}{LINK}{PERSON}(?:{TAIL}| của (?P<whose><ORG>))?|{NAMED_FIRST})",
    yes("⟦Đại tá Lê Văn Hòa⟧ chủ trì.", name="Lê Văn Hòa", rank="Đại tá", posts=[], roles=["chair"]),
    yes(
        "Ông ⟦Trần Minh Phát, Phó Giám đốc⟧, cho biết.", name="Trần Minh Phát", rank=None, posts=[Post("Phó Giám đốc")]
    ),
    yes("⟦Tổng thống Pháp Jean Martin⟧ đến.", name="Jean Martin", posts=[Post("Tổng thống", "Pháp")]),
    yes("⟦Thiếu tướng, PGS.TS Phạm Thị Lan⟧ dự.", name="Phạm Thị Lan", rank="Thiếu tướng", title="PGS.TS"),
    yes("Thừa ủy quyền của Chủ tịch nước, ⟦Bí thư Tỉnh ủy Lê Văn Hòa⟧ trao.", posts=[Post("Bí thư", "Tỉnh ủy")]),
    yes("⟦Phó Cục trưởng (Đại tá Lê Văn Hòa⟧) dự.", name="Lê Văn Hòa", posts=[Post("Phó Cục trưởng")]),
    yes("⟦Thượng tá Hòa⟧ cho biết.", name="Hòa", rank="Thượng tá"),
    yes(
        "Từ 2010: ⟦Lê Văn Hòa, Thiếu tướng (2014), nguyên Phó Giám đốc⟧.",
        rank="Thiếu tướng",
        posts=[Post("Phó Giám đốc", None, "former")],
    ),
    yes("Thay mặt cho Giám đốc, ⟦Đại tá Phạm Thị Lan⟧ khen.", rank="Đại tá", posts=[]),
    yes("⟦Đại tá Phạm Thị Lan- Phó Giám đốc⟧ dự.", name="Phạm Thị Lan", posts=[Post("Phó Giám đốc")]),
    yes("Thay mặt Thủ tướng, ⟦Phó Thủ tướng Phạm Thị Lan⟧ khen.", posts=[Post("Phó Thủ tướng")]),
    yes("⟦Giám đốc thời đó là ông Trần Minh Phát⟧.", posts=[Post("Giám đốc")]),
    yes("⟦Đại tá Lê Văn Hòa giữ chức Phó Giám đốc⟧.", name="Lê Văn Hòa", posts=[Post("Phó Giám đốc")]),
    yes("Trường do ⟦Lê Văn Hòa làm hiệu trưởng⟧.", name="Lê Văn Hòa", posts=[Post("hiệu trưởng")]),
    yes("⟦Đại tá Lê Văn Hòa, tân Giám đốc⟧, dự.", posts=[Post("Giám đốc")]),
    yes("⟦Đại tá Lê Văn Hòa (SN 1977), quê xã Tân Lập; Phó Cục trưởng⟧, dự.", posts=[Post("Phó Cục trưởng")]),
    yes("Bác sĩ ⟦Lê Văn Hòa tốt nghiệp sớm và sau này là Giám đốc⟧.", posts=[Post("Giám đốc")]),
    yes("⟦Lê An sau này là Giám đốc⟧, bác sĩ Trần Minh Phát thì không.", name="Lê An"),
    yes("⟦Chủ tịch nước Lê An⟧, Tổng Bí thư, Chủ tịch nước Lào Khamphou Vong hội đàm.", name="Lê An"),
    yes("Theo ⟦người phát ngôn Lê An⟧ của Bộ Ngoại giao.", posts=[Post("người phát ngôn", "Bộ Ngoại giao")]),
    yes(
        "Bộ Công an điều động ⟦Đại tá Lê An - Phó Giám đốc Công an tỉnh - đến nhận công tác và giữ chức vụ Giám đốc⟧.",
        posts=[Post("Phó Giám đốc", "Công an tỉnh"), Post("Giám đốc")],
    ),
    yes("⟦Lê An, Phó Giám đốc, được bổ nhiệm giữ chức vụ Phó Cục trưởng⟧.", name="Lê An"),
    yes("⟦Đại tá Lê An, 44 tuổi, quê Hà Nội, Giám đốc⟧, dự.", posts=[Post("Giám đốc")]),
    yes("Ông ⟦Lê An, khi đó đang giữ chức Giám đốc⟧, kí.", posts=[Post("Giám đốc")]),
    yes(
        "⟦Lê An, Bí thư Đảng ủy, Chính ủy BĐBP⟧, dự.",
        posts=[
            Post("Bí thư", "Đảng ủy Bộ đội Biên phòng"),
            Post("Chính ủy", "Bộ đội Biên phòng"),
        ],
    ),
    yes(
        "⟦Lê An, Trưởng Đoàn ĐBQH, Chủ tịch HĐND tỉnh⟧, dự.",
        posts=[
            Post("Trưởng Đoàn", "Đoàn đại biểu Quốc hội tỉnh"),
            Post("Chủ tịch", "Hội đồng nhân dân tỉnh"),
        ],
    ),
    yes("Ông ⟦Lê An, Ủy viên Trung ương Đảng, được Thủ tướng bổ nhiệm giữ chức Thứ trưởng⟧.", name="Lê An"),
    yes("⟦Đại tá Lê An vừa được bổ nhiệm Phó Giám đốc⟧.", posts=[Post("Phó Giám đốc")]),
    yes("⟦Lê An là Giám đốc Công ty Minh Phát (nay là Công ty Phát Minh), Phó Chủ tịch⟧.", name="Lê An"),
    no("Ông Trần Minh Phát cho biết."),
    no("Lê An đi làm xa ở nhiều nơi khác nhau trong nước, sau này là Giám đốc, bác sĩ Trần Minh Phát thì không."),
    no("Bị can Trần Minh Phát, nguyên Giám đốc Công ty Minh Phát, khai nhận."),
    no("Công an khởi tố, bắt tạm giam Trần Minh Phát, Giám đốc chi nhánh."),
    yes("Theo Giáo sư ⟦Ken Tanaka, nguyên Chủ tịch Hội Vật lý⟧.", name="Ken Tanaka"),
    yes("⟦Nguyên là giám đốc, bác sĩ Lê An⟧ nói.", posts=[Post("giám đốc", None, "former")]),
    yes("⟦Lê An, Chủ tịch UBND tỉnh nhiệm kỳ 2021-2026, Ủy viên Trung ương Đảng khóa XIII; Bí thư⟧.", name="Lê An"),
    yes("Kỷ luật khiển trách ⟦Giám đốc đối với ông Lê An⟧.", name="Lê An"),
    yes("⟦Lê An được Quốc hội phê chuẩn giữ chức vụ Bộ trưởng⟧.", posts=[Post("Bộ trưởng")]),
    yes("Có đồng chí ⟦Thuận Phong - Tổng biên tập⟧.", name="Thuận Phong"),
    yes(
        "Có ⟦Chủ tịch Hội đồng Dân tộc Y Thanh Niê⟧.", name="Y Thanh Niê", posts=[Post("Chủ tịch", "Hội đồng Dân tộc")]
    ),
    yes("⟦Đô đốc Lê An, Tư lệnh⟧; Thiếu tướng, PGS, TS Trần Bạo dự.", name="Lê An", rank="Đô đốc"),
    yes("⟦Lê An thôi giữ chức Giám đốc để làm Cục trưởng⟧.", posts=[Post("Giám đốc"), Post("Cục trưởng")]),
    yes(
        "⟦Hiệu trưởng Trường THPT Lê Quý Đôn Nguyễn Thị Hoa⟧ nói.",
        name="Nguyễn Thị Hoa",
        posts=[Post("Hiệu trưởng", "Trường THPT Lê Quý Đôn")],
    ),
    yes("⟦Hiệu trưởng Trường THPT Chu Văn An Lê Mai Anh⟧ đến.", name="Lê Mai Anh"),
    yes("⟦Hiệu trưởng Trường THPT Trần Phú Lê Mai Anh⟧ đến.", name="Lê Mai Anh"),
    yes("⟦Đại úy Lê An, cán bộ Phòng Tham mưu⟧, nói.", posts=[Post("cán bộ", "Phòng Tham mưu")]),
    no("Công an vừa bắt ông Trần Tú, cùng bà Lê An - nguyên Trưởng phòng Kế toán."),
    no("Bị can Trần Văn Tú cùng Giám đốc Lê An lấy tiền."),
    no("Thi thể Thiếu úy Lê An được tìm thấy."),
    no("Lê An, Giám đốc Công ty Minh Phát, tố cáo bị lừa."),
    no("Ông Lê An, Phó Chủ tịch, điều khiển ô tô gây tai nạn."),
    no("Đại úy Lê An, cán bộ Phòng Tham mưu Công an tỉnh Nghệ An bị xe tải tông."),
    no("Lê An (nguyên Giám đốc Công ty Minh Phát): 14 năm tù đối với tội tham ô."),
    no("PGS.TS Phạm Thị Lan cho rằng giá sẽ giảm."),
    no("Theo quyết định của Giám đốc, ông Trần Minh Phát được thưởng."),
    no("Đại tá Quân đội nhân dân là bậc quân hàm."),
    reads="printed",
)
def person(m: Match) -> Official | None:
    """A name with rank or posts before it, after it, or both: «Đại tá A, Phó Giám đốc Công an tỉnh»."""
    lead, tail = _lead(m), m.mentions("held")
    if not (lead or tail) or not _is_name(m, lead, tail) or is_accused(m.before(160), m.after(160)):
        return None
    piece = next(piece for piece in ("name", "foreign", "lone") if m.text(piece))
    if lead and lead[-1].kind == "POST" and _NEXT_ONES.match(m.after(printed=True)):
        tail = []  # «Chủ tịch nước A, Tổng Bí thư, Chủ tịch nước B»
    official = _official(m.text(piece), lead, tail, _title(m))
    official.roles = roles(m)
    if m["whose"]:
        official.posts[-1].organization = official.posts[-1].organization or m["whose"].name
    follows = lead and m.pieces(piece)[0][0] - m.pieces("pre")[0][1] <= 1
    if not (follows and _part_from_school(official)) and _lost_surname(m, lead):
        _give_back_surname(official, lead[-1].value)
    start, end = m.span(piece)
    m.at((lead[0].start if lead else start, tail[-1].end if tail else end), official)
    if m.text("tail") and not tail:
        m.mark(m.pieces("pre")[0][0], m.pieces(piece)[0][1], official)
    return official


_NEXT_ONES = regex.compile(rf", {symbol('POST')} (?:{NAME}|{STRANGER})".replace("<TOPONYM>", symbol("TOPONYM")))


def _title(m: Match) -> str:
    """Academic and honorary titles among the ranks, or right before the name: «PGS.TS»."""
    told = [m.words(start, end) for start, end, _ in m.pieces("title")]
    if before := _TITLE_BEFORE.search(m.before(30, printed=True)):
        told.insert(0, before[1])
    return ", ".join(title.strip(" .,") for title in told)


_TITLE_BEFORE = regex.compile(rf"(?<!\p{{L}})({TITLE}),? $")


def _lost_surname(m: Match, lead: list[Mention]) -> bool:
    """«Trà Lĩnh Mã» / «Thanh Giang»: whether the body's name has swallowed the surname of a Vietnamese name."""
    if not lead or lead[-1].kind != "POST":
        return False
    body = (lead[-1].value[-1].organization or "").split()
    if body and body[-1] == "Y":  # «Hội đồng Dân tộc Y» / «Thanh Hà Niê»
        return True
    if not _NO_SURNAME.match(m.text("name") or "Văn "):
        return False
    words = (m.text("name") or m.text("foreign") or m.text("lone")).split()
    return len(body) > 2 and fold(body[-1]) in surnames() and all(map(is_vietnamese, words))


def _give_back_surname(official: Official, posts: list[Post]) -> None:
    body, _, surname = (posts[-1].organization or "").rpartition(" ")
    official.name = f"{surname} {official.name}"
    for post in official.posts:
        if post.organization == posts[-1].organization:
            post.organization = body


def _part_from_school(official: Official) -> bool:
    """«Trường THPT Lê Quý» + «Đôn Nguyễn Thị Hoa»: where the name of a school ends and that of its head begins."""
    post = official.posts[-1] if official.posts else None
    found = _NAMESAKE.fullmatch(post.organization or "") if post else None
    if not post or not found:
        return False
    words = [*found["name"].split(), *official.name.split()]
    fits = [i for i in range(2, len(words) - 2) if fold(words[i]) in surnames() and len(words) - i <= 4]
    best = [i for i in fits if words[i + 1] in ("Thị", "Văn")] or [i for i in fits if len(words) - i == 3]
    if best:
        post.organization = " ".join([found["head"], *words[: best[0]]])
        official.name = " ".join(words[best[0] :])
    return bool(best)


_NAMESAKE = regex.compile(
    r"(?P<head>(?i:trường|bệnh viện)(?: (?:\p{Lu}{2,}|\p{Ll}+|Tiểu học|Mầm non|Trung học|Chuyên))*+)"
    r"(?P<name>(?: \p{Lu}\p{Ll}*+){1,5})"
)


_LOWER_CASE = regex.compile(r"(?: |^)\p{Ll}")
_NO_SURNAME = regex.compile(r"(?:Văn|Thị) ")
_ON_BEHALF = regex.compile(r"(?:ủy quyền|ủy nhiệm|thay mặt|quyết định)(?: của| cho)? $")


def _lead(m: Match) -> list[Mention]:
    """Ranks and posts before the name, without one on whose behalf the named person acts."""
    lead = [mention for mention in m.mentions("pre") if mention.kind in ("RANK", "POST")]
    if m.text("apart") and m.text("held"):
        return []
    if lead and _OF_ANOTHER.search(m.before(160, printed=True)):
        titled = lead[-1].kind == "POST" and _TITLED.search(m.text("pre"))
        return [] if m.text("apart") or titled else lead[1:]
    if lead and lead[0].kind == "POST" and (_ON_BEHALF.search(m.before()) or _is_deputy(lead[-1], lead[0])):
        own = next((i for i, one in enumerate(lead[1:], 1) if one.rule != "post.state_post"), len(lead))
        return lead[own:]
    return lead


# «Lê An sau này là Giám đốc, bác sĩ Trần Bình»: the first has been said of somebody named before.
_OF_ANOTHER = regex.compile(rf"{NAME}(?: [^.;:]{{0,90}})? (?:sau này|về sau|sau đó|từng) (?:là|làm|giữ chức) $")
_TITLED = regex.compile(r", \S+ \S+$")


def _is_deputy(one: Mention, other: Mention) -> bool:
    """«Thủ tướng, Phó Thủ tướng A»: nobody is his own deputy, so the first is somebody else."""
    return one.kind == "POST" and fold(one.value[0].post).startswith(f"phó {fold(other.value[0].post)}")


def _official(name: str, lead: list[Mention], tail: list[Mention], title: str) -> Official:
    told = [*lead, *tail]
    ranks = [mention.value for mention in told if mention.kind == "RANK"]
    posts = [replace(post) for mention in told if mention.kind == "POST" for post in mention.value]
    posts = [post for post in posts if post.organization or fold(post.post) != "trưởng đoàn"] or posts[:1]
    for post, following in pairwise(posts):
        post.organization = _with_rest(post.organization or _shared(post, following), following.organization or "")
    return Official(name=name, rank=ranks[0] if ranks else None, title=title or None, posts=posts)


def _with_rest(body: str | None, following: str) -> str | None:
    """«Đảng ủy» before «Bộ đội Biên phòng», «Đoàn đại biểu Quốc hội» before «HĐND tỉnh»: what the two bodies share."""
    if same(body or "") == "đảng ủy" and not _PARTY.search(following):
        return f"{body} {following}".strip()
    unit = _UNIT.search(following) if same(body or "") == "đoàn đại biểu quốc hội" else None
    return f"{body}{unit[0]}" if unit else body


_UNIT = regex.compile(r" (?:tỉnh|thành phố)(?: \p{Lu}.*)?$")


def _shared(post: Post, following: Post) -> str | None:
    """The body of a post that is told only with the next one: «Phó Chủ tịch, Tổng thư ký Hội Luật gia»."""
    body, words = following.organization or "", fold(post.post)
    if words.endswith("thường vụ"):
        committee = _PARTY.search(body)
        return committee[0] if committee else None
    return None if _OF_ITS_OWN.match(words) else _OF_THE_PARTY.sub("", body) or None


_OF_THE_PARTY = regex.compile(r"^Đảng (?:ủ|u)[yỷ](?: |$)")
_PARTY = regex.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [ủu][ỷyủ].*", regex.IGNORECASE)
# Posts that do not share the body of the post after them.
_OF_ITS_OWN = regex.compile(
    r".*(?:thống lĩnh|bí thư|bộ trưởng|thứ trưởng|ủy viên|thủ tướng|chủ tịch nước|đại biểu|chủ tịch$)"
)


# «đồng chí Thuận Phong - Tổng biên tập»: a pen name or a name of another people.
_CALLED = regex.compile(rf"(?<!\p{{L}}){HONORIFIC}:? $")


def _is_name(m: Match, lead: list[Mention], tail: list[Mention]) -> bool:
    """Whether the words are a name: a surname begins them, or they are foreign and the post or «ông» says a person."""
    if m.text("name"):
        return not _LOWER_CASE.search(m.text("name"))  # «Đoàn xã Tân Lập» is none
    words = (m.text("foreign") or m.text("lone")).split()
    foreign = any(not is_vietnamese(word) for word in words)
    states = ("post.state_post", "post.head_post") if foreign else ("post.state_post",)
    of_state = any(mention.rule in states for mention in [*lead, *tail])
    if len(words) > 1:
        return foreign or of_state or _lost_surname(m, lead) or bool(_CALLED.search(m.before(printed=True)))
    if not foreign and m.text("foreign"):
        return False
    if lead and lead[-1].kind == "RANK":
        return True
    return of_state if foreign else bool(lead and not lead[-1].value[-1].organization)
