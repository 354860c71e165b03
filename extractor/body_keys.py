"""By what names one body goes: the key that all of them share, and the short names that stand for a longer one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from .fold import fold
from .rules.toponyms import find

_UNIT = regex.compile(
    r"\b(?:[Tt]ỉnh (?=\p{Lu})|[Tt]hành phố (?=(?:Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế)(?!\p{L})))"
)
# What names of one body differ in: joints, the legal form of a company, whose organ it goes without saying it is.
_MINOR = regex.compile(
    r"[,&-]| và |\b(?:cổ phần|cp|tnhh|trách nhiệm hữu hạn|mtv|một thành viên)\b"
    r"|(?<=(?:tòa án|viện kiểm sát)) nhân dân|(?<=trung ương) đảng$| quân đội nhân dân việt nam$"
    r"|(?<=mặt trận) tổ quốc(?: việt nam)?(?= )|^ủy ban (?=mặt trận)|^báo điện tử |^báo "
)
# Heads that are named without their first word.
_SHORT_HEADS = (
    ("hải quan ", ("cục", "chi cục")), ("biên phòng ", ("bộ đội", "đồn")), ("đại học ", ("trường",)),
    ("cao đẳng ", ("trường",)), ("thpt ", ("trường",)), ("thcs ", ("trường",)), ("tiểu học ", ("trường",)),
    ("cảnh sát ", ("phòng", "cục")),
)  # fmt: skip
_AT_A_GATE = regex.compile(r"^(hải quan|biên phòng) (?!cửa khẩu|tỉnh)")
_FIRM = regex.compile(
    r"(?:tổng công ti|tập đoàn|công ti|ngân hàng|hãng hàng không|hãng|doanh nghiệp tư nhân|doanh nghiệp|tạp chí|clb"
    r"|câu lạc bộ|đội bóng|thương mại cổ phần|tmcp) "
)
_LEVEL = regex.compile(r"\b(?:huyện|quận|thị xã|thành phố|tp|xã|phường|thị trấn) ")
_OWN_LEVEL = ("công an ", "ủy ban nhân dân ", "hội đồng nhân dân ", "tòa án ", "viện kiểm sát ", "trung tâm y tế ")


def has_unit(name: str) -> bool:
    """Whether ``name`` says of what its place is one: «Công an tỉnh Lâm Đồng»."""
    return bool(_UNIT.search(name))


@lru_cache(maxsize=1 << 12)
def key(name: str) -> str:
    """What the names of one body have in common: «công an lâm đồng»."""
    return " ".join(_MINOR.sub(" ", fold(_UNIT.sub("", name))).split())


def core(name_key: str) -> str:
    """The own name of a company, without what it is: «viettel» of «tập đoàn viettel»."""
    while found := _FIRM.match(name_key):
        name_key = name_key[found.end() :]
    return name_key


class Keys:
    """The keys of an article's bodies, and which of them are short for another one."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._known = set(keys)
        self._cores: dict[str, set[str]] = {}
        self._levels: dict[str, set[str]] = {}
        for known in self._known:
            if (own := core(known)) != known:
                self._cores.setdefault(own, set()).add(known)
                self._cores.setdefault(own.rsplit(" ", 1)[-1], set()).add(known)
            bare = _LEVEL.sub("", known, count=1)
            if known.startswith(_OWN_LEVEL) and bare != known and not _is_of_a_province(bare):
                self._levels.setdefault(bare, set()).add(known)

    def full(self, short: str) -> str:
        """The key of the same body by its full name, if the article names it so: «cục hải quan x» for «hải quan x»."""
        return next((full for full in self._fuller(short) if full in self._known), short)

    def _fuller(self, short: str) -> Iterator[str]:
        for head, words in _SHORT_HEADS:
            if short.startswith(head):
                yield from (f"{word} {short}" for word in words)
                gate = _AT_A_GATE.sub(r"\1 cửa khẩu ", short)
                yield from (f"{word} {gate}" for word in words if gate != short)
        for others in (self._levels.get(short, set()), self._longer(short)):
            if len(others) == 1:
                yield from others

    def _longer(self, short: str) -> set[str]:
        """Companies that ``short`` may stand for: by its own name alone, or by its head and the last word."""
        own = core(short)
        found = self._cores.get(own, set()) - {short}
        if own == short:
            return {one for one in found if core(one) == own}
        return {one for one in found if _same_head(one, short) and (core(one) == own or len(own) < 12)}


def _is_of_a_province(bare: str) -> bool:
    """Whether the place of a body is called as a province is: «công an lào cai» may be either."""
    head = next((head for head in _OWN_LEVEL if bare.startswith(head)), "")
    return find(bare[len(head) :], ("province", "city")) is not None


def _same_head(one: str, other: str) -> bool:
    return one.split(" ")[0] == other.split(" ")[0] and len(one) > len(other)
