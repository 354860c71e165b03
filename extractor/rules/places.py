"""Places: the toponyms that are in no organisation's name; they stay toponyms for the sets below."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from ..facts import Place
from ..fold import fold
from ..match import Match, RuleSet, no, symbol, yes
from .names import is_vietnamese
from .toponyms import bare, surnames, within

rules = RuleSet("place", kind="PLACE", consume=False)

_RANK = {"village": 0, "commune": 1, "district": 2, "city": 3, "province": 3, "region": 4, "country": 5}
# What stands before a place, and before the name that lies in it: «ở Hưng Nguyên, Nghệ An».
_JOINT = regex.compile(r"(?:, | \(|,? thuộc )$")
_LISTED = regex.compile(r"(?:, | và |; )$")
_RUN = regex.compile(
    r"(?:(?P<at>[Tt]ại|[Ởở]|[Tt]ừ|[Tt]rú|[Đđ]ến|[Vv]ề|[Đđ]ịa chỉ:|[Tt]hành phố|[Tt]hủ đô|[Gg]ần|[Tt]ới|[Ss]ang) |^|"
    r"(?P<other>[^ ]+) )(?P<name>\p{Lu}[\p{L}']*(?:[ -]\p{Lu}[\p{L}']*){0,3})$"
)
# «số 5 Trần Phú, Vinh», «đường Lê Lợi, Vinh», «anh Hưng, Nghệ An»: no place of their own, or nobody's business.
_OF_NO_PLACE = regex.compile(
    rf"[\d/{symbol('NUM')}{symbol('CODE')}]+\p{{L}}?,?|đường|phố|ngõ|hẻm|chợ|cầu|trường|chùa|đền|ông|bà|anh|chị|em|cô|chú|cháu|bé|cụ|thầy|tên|chủ|quán|tướng"
    r"|tá|úy|nghệ sĩ|bác sĩ|luật sư|khách sạn|công ty|nhà|giống|tiếng|\p{Lu}.*[^.,:;!?]"
)


# «đô la Úc», «MTTQ Việt Nam các cấp»: no place is meant.
_NOT_MEANT = ("đô la ", "đô-la ", "đôla ", "bảng ", "yên ", "won ", "mttq ", "tổ quốc ", "bưu điện ", "cộng sản ")


@rules(
    r"<TOPONYM>(?:(?:, | \(|, thuộc | thuộc | - |-|/)<TOPONYM>){0,4}+",
    yes("Anh sống ở ⟦xã Ea Ktur⟧, huyện Cư Kuin.", name="Ea Ktur", level="commune", parent="Cư Kuin"),
    yes("Tai nạn xảy ra ở huyện Bến Lức (⟦Long An⟧).", name="Long An", level="province"),
    yes("Đoàn thăm ⟦Lào⟧.", name="Lào", level="country"),
    yes("Nhà ở ⟦Hưng Lộc⟧, TP Vinh.", name="Hưng Lộc", level="commune", parent="Vinh"),
    yes("Đoàn về Bảo Lạc, ⟦Bảo Lâm⟧ (Cao Bằng).", name="Bảo Lâm", level="district"),
    yes("Trại đặt tại ⟦Bandung⟧, Indonesia.", name="Bandung", level="city"),
    no("Công an tỉnh Long An điều tra."),
    no("Ông nộp ba nghìn đô la Úc."),
    yes("Nhà ở số 12 Hưng Lộc, ⟦TP Vinh⟧.", name="Vinh", parent=None),
)
def place(m: Match) -> list[Place] | None:
    """Places as named; in an address each lies in the next one of a higher level («xã A, huyện B, tỉnh C»)."""
    found = m.mentions()
    places = [m.at(mention, _copy(mention.value)) for mention in found]
    if m.before(10).endswith(_NOT_MEANT):
        return places[1:] or None
    for one, other in pairwise(places):
        if one.level and other.level and _RANK[one.level] < _RANK[other.level]:
            one.parent = other.name
    return [*_before(m, places[0]), *places]


_NO_PLACE = frozenset(
    {
        "cup", "league", "games", "olympic", "olympics", "premier", "serie", "liga", "bundesliga", "euro", "asiad",
        "champions", "world", "super", "grand", "open", "google", "internet", "website", "forum", "festival", "show",
    }
)  # fmt: skip


@rules(
    r"ở (?P<name>\p{Lu}[a-z]{2,}(?: \p{Lu}[a-z]{2,}){0,2}+)(?![\p{L}\p{N}'&.-])(?! (?:\p{Lu}|\d))",
    yes("Bom nổ ở ⟦Pasay⟧ sáng qua.", name="Pasay", level="city"),
    no("Đội thắng ở Premier League."),
    no("Anh sống tại Nam Trung."),
    reads="printed",
)
def foreign(m: Match) -> Place | None:
    """A place abroad that nobody knows, by its syllables: «ở Pasay»."""
    words = m.text("name").split(" ")
    if any(map(is_vietnamese, words)) or not _NO_PLACE.isdisjoint(map(str.lower, words)):
        return None
    return m.at("name", Place(name=m.text("name"), level="city"))


def _copy(place: Place) -> Place:
    return Place(name=place.name, level=place.level, code=place.code)


def _before(m: Match, outer: Place) -> Iterator[Place]:
    """Places without a level word that are known to lie in the one named next: «Bảo Lạc, Bảo Lâm (Cao Bằng)»."""
    end = m.pieces()[0][0]
    joint = _JOINT.search(m.before(8))
    while joint and end:
        words = m.whole()[max(0, end - 70) : end]
        words = words[: len(words) - len(joint[0])]
        run = _RUN.search(words)
        inner = _inner(run, outer) if run else None
        if run is None or inner is None:
            return
        end -= len(joint[0]) + len(run["name"])
        yield m.at(m.offsets(end, end + len(run["name"])), inner)
        joint = _LISTED.search(m.whole()[max(0, end - 6) : end])


def _inner(run: "regex.Match[str]", outer: Place) -> Place | None:
    name = run["name"]
    if (run["other"] and _OF_NO_PLACE.fullmatch(run["other"])) or fold(name) in bare():
        return None
    if known := within(fold(name), fold(outer.name)):
        return Place(name=name, level=known.level, parent=outer.name, code=known.code)
    if not run["at"] or fold(name.split(" ")[0]) in surnames():
        return None
    if outer.level == "country" and not (outer.code or "").startswith("VN"):
        return Place(name=name, level="city", parent=outer.name)
    if run["at"].endswith(":"):
        return Place(name=name, level="commune" if outer.level != "country" else None, parent=outer.name)
    return None
