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
from ..match import Match, RuleSet, no, yes
from .names import NAME

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


_STATUS = r"(?P<status>[Nn]guyên|[Cc]ựu|[Cc]ố|[Qq]uyền|[Qq]\.|[Tt]ạm quyền|[Pp]hụ trách)"
_SUFFIX = r"(?: (?:[Tt]hường trực|[Dd]anh dự|[Pp]hụ trách|chuyên trách|không chuyên trách|[Đđ]iều hành))"
# Bodies that are no organisation facts, but hold posts.
_CENTRE = r"(?:Trung ương|TW|T\.Ư|TƯ)"
_STATE = (
    rf"(?:Chính phủ|Quốc hội|Bộ Chính trị|(?:(?:Ban [Cc]hấp hành|BCH) )?{_CENTRE}(?: Đảng| Đoàn)?(?! \p{{Lu}})"
    r"|Đảng|Nhà nước|Quân đội nhân dân Việt Nam|Ban Bí thư|Liên [Hh]ợp [Qq]uốc)(?!\p{L}| ủy)"
)
_COUNTRY = r"(?:Mỹ|Pháp|Nga|Đức|Nhật|Anh|Úc|Áo|Ý|Ấn|Hàn|Bỉ|Séc)(?= \p{Lu}|[,.]|$)"
_MINISTRY = rf"(?i:{lexicon('ministries').printed_pattern})"
_BOUND = r"(?:[Cc]án bộ|[Cc]hiến sĩ|[Cc]huyên viên|[Tt]hành viên|[Cc]ố vấn|[Tt]rợ lí|[Đđ]ại biểu)"
# A body that is no mention: capitals up to a mark, a mention, a person or the rest of the sentence.
_WORD = rf"(?!{NAME})\p{{Lu}}[\p{{L}}\p{{N}}&]*"
_WORDS = rf"(?P<words>{_WORD}(?:(?:,| -| và)? {_WORD}){{0,6}})"
_BODY = r"(?:(?: của)? (?P<org><ORG>)| (?P<place><TOPONYM>)| (?P<state>" + _STATE + "))"


@rules(
    rf"(?:{_STATUS} )?(?P<post>(?:[Pp]hó )?(?:[Tt]rưởng|[Cc]hánh)) (?P<org><ORG>)",
    no("Chị trưởng thành từ phong trào Đoàn."),
    reads="printed",
)
def head_of(m: Match) -> list[Post] | None:
    """A post whose words reach into the body's name: «Trưởng» and «phòng Cảnh sát hình sự»."""
    word = regex.match(
        r"(?:phòng|ban|khoa|bộ môn|đoàn|công an|văn phòng|thanh tra|trạm|chi nhánh)(?= )", fold(m.text("org"))
    )
    if word is None:
        return None
    post = f"{m.text('post')} {m.text('org')[: word.end()]}"
    return [Post(post, _name(m["org"]), _status(m))]


@rules(
    rf"(?:{_STATUS} )?(?P<post><HEADED>{_SUFFIX}?)"
    rf"(?:{_BODY}|(?: (?P<ministry>{_MINISTRY})| {_WORDS})(?: (?P<place><TOPONYM>|{_COUNTRY}))?)?+",
    yes("Theo ⟦Đội trưởng⟧, xe đã cũ.", value=[Post("Đội trưởng", None)]),
    yes("⟦Bộ trưởng GD&ĐT⟧ Bùi Thanh An đến.", value=[Post("Bộ trưởng", "Bộ Giáo dục và Đào tạo")]),
    yes("⟦Bộ trưởng Quốc phòng Pháp⟧ Mary Brown đến.", value=[Post("Bộ trưởng", "Bộ Quốc phòng Pháp")]),
    no("Chị trưởng thành sớm."),
    reads="printed",
)
def head_post(m: Match) -> list[Post]:
    """A post that names the kind of its body, and that body: «Thứ trưởng Y tế», «Chi cục trưởng Chi cục Kiểm lâm»."""
    words = m.text("words")
    if m.text("ministry"):
        words = lexicon("ministries")[m.text("ministry")]["name"]
    words = " ".join(filter(None, [words, m.text("place")]))
    body = m["post"]["body"]
    if words and not words.lower().startswith(f"{body.lower()} "):
        words = f"{body} {words}"
    return [Post(m["post"]["post"] or m.text("post"), words or _organization(m), _status(m))]


@rules(
    rf"(?:{_STATUS} )?(?P<post><OFFICE>{_SUFFIX}?)"
    rf"(?: kiêm(?: nhiệm)? (?P<second><OFFICE|HEADED>{_SUFFIX}?))?+{_BODY}?+",
    yes("Ông là ⟦nguyên Bí thư Trung ương Đảng⟧.", value=[Post("Bí thư", "Trung ương Đảng", "former")]),
    yes("Dự có ⟦Giám đốc⟧.", value=[Post("Giám đốc", None)]),
    no("Ban Bí thư họp."),
    reads="printed",
)
def office_post(m: Match) -> list[Post]:
    """A post and the body it is held in: «Phó Giám đốc Công an tỉnh»; «kiêm» adds a second one."""
    organization = _organization(m) or m.text("place") or None
    pieces = [piece for piece in ("post", "second") if m.text(piece)]
    return [Post(m[piece]["post"] or m.text(piece), organization, _status(m)) for piece in pieces]


@rules(
    rf"(?:{_STATUS} )?(?P<post><STATESMAN>{_SUFFIX}?)(?:{_BODY}| (?P<place>{_COUNTRY}))?+",
    yes("Dự có ⟦Tổng thống Pháp⟧.", value=[Post("Tổng thống", "Pháp")]),
    yes("⟦Thủ tướng Anh⟧ Mary Brown đến.", value=[Post("Thủ tướng", "Anh")]),
    no("Chị thống kê."),
    reads="printed",
)
def state_post(m: Match) -> list[Post]:
    """A post of a State, with its country or Government: «Tổng thống Mỹ», «Thủ tướng Chính phủ»."""
    return [Post(m["post"]["post"] or m.text("post"), _organization(m) or m.text("place") or None, _status(m))]


@rules(
    rf"(?:{_STATUS} )?(?P<post>{_BOUND}){_BODY}",
    yes("Ông là ⟦đại biểu Quốc hội⟧.", value=[Post("đại biểu", "Quốc hội")]),
    no("Các đại biểu dự hội nghị."),
    reads="printed",
)
def bound_post(m: Match) -> list[Post] | None:
    """A word that is a post only with its body: «cán bộ Phòng Tham mưu», «đại biểu Quốc hội»."""
    if m.text("place") or regex.search(r"(?:các|những|\d|nhiều|<NUM>|toàn thể|tập thể|,) $", m.before()):
        return None
    return [Post(m.text("post"), _organization(m), _status(m))]


def _status(m: Match) -> Literal["current", "former", "acting"]:
    word = m.folded("status")
    if not word:
        return "acting" if m.folded("post").endswith("phụ trách") else "current"
    return "former" if word in ("nguyên", "cựu", "cố") else "acting"


def _organization(m: Match) -> str | None:
    return _name(m["org"]) if m["org"] else m.text("state") or None


def _name(organization: object) -> str | None:
    return getattr(organization, "name", None)
