"""People named with a rank or a post, acting in that public role; nobody else is ever recorded by name."""

from dataclasses import replace

from ..accused import is_accused
from ..facts import Official, Post
from ..match import Match, Mention, RuleSet, no, yes
from .names import FOREIGN, HONORIFIC, NAME, is_vietnamese

rules = RuleSet("official", kind="OFFICIAL")

_TITLE = (
    r"(?:(?:GS|PGS|TS|ThS|Th\.?S|TSKH|BS|BSCK\w*|BS\.?CKI{1,2}|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT|AHLĐ)"
    r"(?:[.,/ -]{0,2}(?:TSKH|TS|ThS|BS|BSCK\w*|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT))*+\.?"
    r"|(?:[Pp]hó )?[Gg]iáo sư(?:[,.-]? ?[Tt]iến sĩ)?|[Tt]iến sĩ|[Tt]hạc sĩ|[Bb]ác sĩ|[Ll]uật sư|[Kk]ĩ sư|[Dd]ược sĩ"
    r"|[Aa]nh hùng)"
)
_LEAD = rf"(?:<RANK|POST>|(?P<title>{_TITLE})(?=[ ,]))"
_NEXT = r"(?:,? ?-|,|;|\.|:)? (?:kiêm |đồng thời (?:là )?|và là )?"
_PRE = rf"(?P<pre>{_LEAD}(?:{_NEXT}{_LEAD}){{0,8}}+)"
_SEP = r"(?:,? - |-|, |,| |,? ?\(|: | (?:hiện |hiện đang |đang )?là )"
_ASIDE = r"(?: \([^()]{1,40}\))?"
# A post that is followed by a name belongs to that name.
_HELD = rf"<POST>(?!,? (?:{HONORIFIC} )?{NAME})"
_TAIL = (
    rf"(?P<tail>{_ASIDE}{_SEP}(?P<held>{_HELD})"
    rf"(?:(?:, <ORG>)*+(?:,? - |, |; | |,? kiêm |,? và là |, đồng thời (?:là )?)(?P<held>{_HELD}))*)"
)


@rules(
    rf"(?:{_PRE}(?P<apart>,| -)?(?: (?P<honorific>{HONORIFIC}))? (?:(?P<name>{NAME})|(?P<foreign>{FOREIGN})){_TAIL}?"
    rf"|(?:(?P<honorific>{HONORIFIC}):? )?(?P<title>{_TITLE} )?(?P<name>{NAME}){_TAIL}"
    rf"|(?P<honorific>{HONORIFIC}):? (?P<foreign>{FOREIGN}){_TAIL})",
    yes("⟦Đại tá Lê Văn Hòa⟧ chủ trì.", name="Lê Văn Hòa", rank="Đại tá", posts=[]),
    yes(
        "Ông ⟦Trần Minh Phát, Phó Giám đốc⟧, cho biết.",
        name="Trần Minh Phát",
        rank=None,
        posts=[Post("Phó Giám đốc", None)],
    ),
    yes("⟦Tổng thống Pháp Jean Martin⟧ đến.", name="Jean Martin", posts=[Post("Tổng thống", "Pháp")]),
    yes("⟦Thiếu tướng, PGS.TS Phạm Thị Lan⟧ dự.", name="Phạm Thị Lan", rank="Thiếu tướng", title="PGS.TS"),
    no("Ông Trần Minh Phát cho biết."),
    no("Bị can Trần Minh Phát, nguyên Giám đốc Công ty Minh Phát, khai nhận."),
    no("Công an khởi tố, bắt tạm giam Trần Minh Phát, Giám đốc chi nhánh."),
    no("PGS.TS Phạm Thị Lan cho rằng giá sẽ giảm."),
    reads="printed",
)
def person(m: Match) -> Official | None:
    """A name with rank or posts before it, after it, or both: «Đại tá A, Phó Giám đốc Công an tỉnh»."""
    tail, lead = m.mentions("held"), m.mentions("pre")
    if m.text("apart") and m.text("honorific") and tail:
        lead = []
    if not lead and not tail:
        return None
    named = m.span("name") if m.text("name") else m.span("foreign")
    official = _official(m.text("name") or m.text("foreign"), lead, tail, m.text("title").strip())
    start = lead[0].start if lead else named[0]
    end = tail[-1].end if tail else named[1]
    return m.at((start, end), official) if _is_name(m, lead, tail) and not _accused(m) else None


def _accused(m: Match) -> bool:
    return is_accused(m.before(160), m.after(160))


def _official(name: str, lead: list[Mention], tail: list[Mention], title: str) -> Official:
    ranks = [mention.value for mention in lead if mention.kind == "RANK"]
    posts = [post for mention in [*lead, *tail] if mention.kind == "POST" for post in mention.value]
    return Official(
        name=name, rank=ranks[0] if ranks else None, title=title or None, posts=[replace(post) for post in posts]
    )


def _is_name(m: Match, lead: list[Mention], tail: list[Mention]) -> bool:
    """Whether the words are a name: a surname begins them, or they are foreign and the post or «ông» says a person."""
    if m.text("name"):
        return True
    words = m.text("foreign").split()
    foreign = [word for word in words if not is_vietnamese(word)]
    of_state = any(mention.rule == "post.state_post" for mention in [*lead, *tail])
    if len(words) > 1:
        return bool(foreign) or of_state
    if lead and lead[-1].kind == "RANK":
        return True
    return of_state if foreign else bool(lead and not lead[-1].value[-1].organization)
