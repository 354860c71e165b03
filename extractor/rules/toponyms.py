"""The gazetteer as a dictionary: which places bear a name, and of which level. Read once, when first asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ..fold import fold
from ..lexicon import lexicon

Level = Literal["country", "region", "province", "city", "district", "commune", "village"]

# The level word, folded, and the levels of what it heads.
LEVELS: dict[str, tuple[Level, ...]] = {
    "tỉnh": ("province",),
    "thành phố": ("city", "district"), "tp": ("city", "district"),
    "huyện": ("district",), "quận": ("district",), "thị xã": ("district",), "tx": ("district",), "q": ("district",),
    "h": ("district",), "huyện đảo": ("district",),
    "thủ đô": ("city",),
    "xã": ("commune",), "phường": ("commune",), "thị trấn": ("commune",), "đặc khu": ("commune", "province"),
    "p": ("commune",), "x": ("commune",), "tt": ("commune",), "xã đảo": ("commune",),
    "thôn": ("village",), "bản": ("village",), "làng": ("village",), "ấp": ("village",), "buôn": ("village",),
    "xóm": ("village",), "khóm": ("village",), "khu phố": ("village",), "tổ dân phố": ("village",),
    "khu": ("village",), "khối": ("village",), "tiểu khu": ("village",),
    "tổ": ("village",), "khu dân cư": ("village",), "plei": ("village",),
    "khu vực": ("village",),
    "bang": ("province",), "nước": ("country",), "vùng": ("region",), "đảo": ("region",), "quần đảo": ("region",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """One place of the gazetteer; ``present`` if the unit still is one of its kind."""

    name: str
    level: Level
    type: str
    code: str
    parent: str
    present: bool


@cache
def by_code() -> dict[str, Known]:
    """Every place, by its code."""
    return {
        row["code"]: Known(
            row["name"], row["level"], row["type"], row["code"], row["parent"], not row["valid_to"]  # type: ignore[arg-type]
        )
        for row in lexicon("places").rows
    }  # fmt: skip


@cache
def _by_name() -> dict[str, list[Known]]:
    known = list(by_code().values())
    named: dict[str, list[Known]] = {}
    for name, place in zip(fold("|".join(k.name for k in known)).split("|"), known, strict=True):
        named.setdefault(name, []).append(place)
    for surface, row in lexicon("place_names").by_folded.items():
        if row["code"] in by_code():
            named.setdefault(surface, []).append(by_code()[row["code"]])
    return named


@cache
def bare() -> dict[str, str]:
    """Names that are safe without their level word, folded: the code of each."""
    return {surface: row["code"] for surface, row in lexicon("bare_places").by_folded.items()}


@lru_cache(maxsize=4096)
def find(name: str, levels: tuple[Level, ...]) -> Known | None:
    """A place of that folded name and one of the levels; of several the one that still is."""
    found = [k for k in _by_name().get(name, ()) if k.level in levels]
    found.sort(key=lambda k: (levels.index(k.level), not k.present))
    return found[0] if found else None


@cache
def surnames() -> frozenset[str]:
    """First syllables of personal names, folded."""
    return frozenset(fold(surface) for surface in lexicon("surnames").surfaces)


@lru_cache(maxsize=4096)
def within(name: str, outer: str) -> Known | None:
    """The district or commune of that folded name that lies in a place of the folded name ``outer``."""
    found = [k for k in _by_name().get(name, ()) if k.level in _INNER and outer in map(fold, _above(k))]
    return min(found, key=lambda k: (_INNER.index(k.level), not k.present), default=None)


_INNER: tuple[Level, ...] = ("district", "commune")


def _above(place: Known) -> Iterator[str]:
    """The names of what a place lies in, the nearest first."""
    while (outer := by_code().get(place.parent)) is not None:
        yield outer.name
        place = outer


@lru_cache(maxsize=4096)
def province_of(district: str) -> str | None:
    """The one province that a district of that folded name lies in; None if there are several."""
    found = {name for k in _by_name().get(district, ()) if k.level == "district" for name in [*_above(k)][:1]}
    return found.pop() if len(found) == 1 else None
