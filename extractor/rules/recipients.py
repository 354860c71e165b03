"""Who is counted or told of as receiving: a ``<RECIPIENT>`` has a ``Recipient`` as its value.

Read only beside an award, so that people and bodies counted elsewhere stay for the statistics.
"""

from dataclasses import dataclass, field
from typing import Literal

import regex

from ..fold import fold
from ..lexicon import alternation, lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .numbers import Number

Kind = Literal["collective", "individual"] | None

rules = RuleSet("recipient", kind="RECIPIENT", states=False)

UNITS = lexicon("recipient_units")
_NOUN = (
    alternation([fold(surface) for surface in UNITS.surfaces]).replace("\\ ", " ") + r"(?!\p{L}| hội | ngũ | ủy | bay )"
)
_NOUNS = rf"{_NOUN}(?:(?:, |,| và | - | & ){_NOUN}){{0,3}}+"
_CLAUSE_END = regex.compile(r"[;:](?! )|; |\. ")
_PRAISE = r"khen thưởng|tuyên dương|biểu dương|vinh danh|tôn vinh"
_GIVEN = regex.compile(rf"{symbol('AWARD')}|(?<!\p{{L}})(?:{_PRAISE})(?!\p{{L}})")
_NEXT_COUNT = regex.compile(rf"; {symbol('NUM')} ")
_ONE_OF = regex.compile(r"(?:một|\W) trong (?:số )?(?:\p{Ll}+ ){0,2}$")
# Wakes the rules only where something is given.
_NEAR = rf"(?:(?=;?[^;]{{0,260}}(?:<AWARD>|{_PRAISE}))|(?<=(?:<AWARD>|{_PRAISE})[^;]{{0,220}}))"


@dataclass(slots=True)
class Recipient:
    """Who received: kind, how many, the counted unit as written, and the name where there is one."""

    kind: Kind = None
    count: int | None = None
    count_min: int | None = None
    unit: str | None = None
    name: str | None = None
    many: bool = False
    span: tuple[int, int] | None = field(default=None, compare=False)


def _kinds(words: str) -> list[Kind]:
    """The kinds of the nouns in ``words``, in order."""
    return list(dict.fromkeys(UNITS[noun]["kind"] or None for noun in regex.findall(_NOUN, fold(words))))  # type: ignore[misc]


def kind_of(words: str) -> Kind:
    """The kind of the noun that ``words`` begin with, if it is known."""
    found = regex.match(_NOUN, fold(words))
    return UNITS[found[0]]["kind"] or None if found else None  # type: ignore[return-value]


def _beside_an_award(m: Match) -> bool:
    before, after = _CLAUSE_END.split(m.before(200))[-1], m.after(260)
    if _NEXT_COUNT.match(after):  # «3 tập thể; 5 cá nhân được tặng Bằng khen»
        after = after[1:]
    after = _CLAUSE_END.split(after)[0]
    return bool(_GIVEN.search(before) or _GIVEN.search(after))


@rules(
    rf"(?P<number><NUM>|\d[\d.]*+(?:/\d+)?) (?P<unit>(?:lượt )?{_NOUNS}){_NEAR}",
    yes(
        "⟦4 lượt tập thể⟧ được tặng Bằng khen.",
        value=Recipient(kind="collective", count=4, unit="lượt tập thể"),
    ),
    yes("trao Giấy khen cho ⟦6 tập thể, cá nhân⟧", value=Recipient(count=6, unit="tập thể, cá nhân")),
    yes("⟦05/10 đồng chí⟧ đạt Lao động tiên tiến", value=Recipient(kind="individual", count=5, unit="đồng chí")),
    no("Bắt giữ 4 cá nhân."),
    no("Đội ngũ 12 người; một người được tặng hoa."),
)
def counted(m: Match) -> Recipient | None:
    """A counted kind of recipient: «4 lượt tập thể», «5/10 đồng chí»."""
    if not _beside_an_award(m):
        return None
    number = m["number"] or _number(m.text("number"))
    unit = m.text("unit")
    kinds = _kinds(unit)
    if number.value is None and number.value_min is None:
        return None
    return Recipient(
        kind=kinds[0] if len(kinds) == 1 else None,
        count=int(number.value) if number.value is not None and number.value_max is None else None,
        count_min=int(number.value_min) if number.value_min is not None else None,
        unit=unit,
        span=m.span(),
    )


def _gives(m: Match) -> bool:
    """Whether these are the givers: «được các cục tặng»."""
    passive = regex.search(r"được (?P<by>[^;]{0,60})$", m.before(70))
    return bool(passive and (not passive["by"] or regex.match(r"[^;]{0,80}? (?:tặng|trao)", m.after(90))))


def _number(digits: str) -> Number:
    return Number(value=float(digits.split("/")[0].replace(".", "")))


@rules(
    r"(?P<many>các|những|nhiều|một số|hàng loạt|từng|mỗi|danh sách)"
    rf" (?P<unit>{_NOUNS})(?!:? <ORG|TOPONYM|OFFICIAL>| :){_NEAR}",
    yes(
        "tặng Giấy khen cho ⟦các tập thể, cá nhân⟧ xuất sắc",
        value=[Recipient(kind="collective", many=True), Recipient(kind="individual", many=True)],
    ),
    yes("⟦nhiều cá nhân⟧ được tặng Bằng khen", value=[Recipient(kind="individual", many=True)]),
    no("Các cá nhân vi phạm bị phạt."),
)
def uncounted(m: Match) -> list[Recipient] | None:
    """Kinds of recipient without a count: «các tập thể, cá nhân»."""
    named = regex.match(r" \p{Lu}", m.after(2, printed=True))
    if _ONE_OF.search(m.before(40)):
        return [Recipient(kind=kind) for kind in _kinds(m.text("unit"))[:1]]
    if named or not _beside_an_award(m) or _gives(m):
        return None
    return [Recipient(kind=kind, many=True) for kind in _kinds(m.text("unit"))] or None
