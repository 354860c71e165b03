"""Organisations, named as far as the words say; ``resolve`` completes them."""

from collections.abc import Iterator

import regex

from ..facts import Organization, Place
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, yes
from .abbreviations import long_form
from .organization_kinds import kind_of
from .organization_names import Body, Reader

rules = RuleSet("organization", kind="ORG")

_MANY = regex.compile(r"(?:các|những|nhiều|mỗi|từng|một số|mọi) $")


def _heads() -> Iterator[str]:
    for row in lexicon("organization_heads").rows:
        if row["form"] != "none":
            yield row["surface"]
            yield row["surface"].lower()
            yield row["surface"].upper()
            yield row["surface"][0] + row["surface"][1:].lower()


@rules.any_of(
    "heads of organisations",
    _heads,
    yes("Vụ án do ⟦Công an tỉnh Nghệ An⟧ điều tra.", name="Công an tỉnh Nghệ An", org_kind="police"),
    yes("Hội nghị do ⟦UBND huyện⟧ tổ chức.", name="Ủy ban nhân dân huyện", org_kind="government"),
    yes("⟦Phòng Cảnh sát hình sự⟧, Công an tỉnh bắt hai người.", name="Phòng Cảnh sát hình sự"),
    yes("Ông công tác ở ⟦Ban Tổ chức⟧, Ban Nội chính Tỉnh ủy.", name="Ban Tổ chức Tỉnh ủy", org_kind="party"),
    yes("Ông làm việc ở ⟦Sở Văn hóa, Thể thao và Du lịch⟧.", name="Sở Văn hóa, Thể thao và Du lịch"),
    yes("Lãnh đạo ⟦Công ty TNHH Minh Phát⟧ cho biết.", name="Công ty TNHH Minh Phát", org_kind="enterprise"),
    no("Công an các tỉnh phối hợp điều tra."),
    no("Các sở, ban, ngành vào cuộc."),
    no("Cục trưởng phát biểu."),
)
def body(m: Match) -> None:
    """A body by its head and what follows it: «Phòng Cảnh sát hình sự», «Công an tỉnh»."""
    start = m.pieces()[0][0]
    read = Reader(m.whole()).body(start)
    if read is None or (_MANY.search(m.before()) and not m.text()[0].isupper()):
        return
    m.mark(read.start, read.end, _organization(m, read))


def _organization(m: Match, read: Body) -> Organization:
    head = m.words(read.start, read.tail)
    if fold(head) != fold(read.head.name):
        head = read.head.name
    tail = m.words(*read.shared) if read.shared else m.words(read.tail, read.end)
    name = long_form(regex.sub(r"^\([^()]*\) ?|(?:^| )của(?= (?:tỉnh|thành phố|huyện)\b)", "", tail))
    name = long_form(head) + (" " + name.strip() if name else "")
    name = name[0].upper() + name[1:]
    return Organization(name=name, org_kind=kind_of(name, read.head.kind), place=_province(m, read))


def _province(m: Match, read: Body) -> str | None:
    """The Vietnamese province or city in a body's name."""
    for mention in m.within(*(read.shared or (read.tail, read.end))):
        place = mention.value
        if isinstance(place, Place) and place.level in ("province", "city") and (place.code or "").startswith("VN"):
            return str(place.name)
    return None
