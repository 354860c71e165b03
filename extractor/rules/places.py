"""Places: the toponyms that are in no organisation's name; they stay toponyms for the sets below."""

from itertools import pairwise

from ..facts import Place
from ..match import Match, RuleSet, no, yes

rules = RuleSet("place", kind="PLACE", consume=False)

_RANK = {"village": 0, "commune": 1, "district": 2, "city": 3, "province": 3, "region": 4, "country": 5}


@rules(
    r"<TOPONYM>(?:(?:, | \(|, thuộc | thuộc | - |-|/)<TOPONYM>){0,4}+",
    yes("Anh sống ở ⟦xã Ea Ktur⟧, huyện Cư Kuin.", name="Ea Ktur", level="commune", parent="Cư Kuin"),
    yes("Tai nạn xảy ra ở huyện Bến Lức (⟦Long An⟧).", name="Long An", level="province"),
    yes("Đoàn thăm ⟦Lào⟧.", name="Lào", level="country"),
    no("Công an tỉnh Long An điều tra."),
)
def place(m: Match) -> list[Place]:
    """Places as named; in an address each lies in the next one of a higher level («xã A, huyện B, tỉnh C»)."""
    found = m.mentions()
    places = [m.at(mention, _copy(mention.value)) for mention in found]
    for one, other in pairwise(places):
        if one.level and other.level and _RANK[one.level] < _RANK[other.level]:
            one.parent = other.name
    return places


def _copy(place: Place) -> Place:
    return Place(name=place.name, level=place.level, code=place.code)
