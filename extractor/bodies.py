"""Which names are one body's in an article, and which body is part of which."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import regex

from .article import Article
from .body_keys import Keys, core, has_unit, key
from .facts import Organization
from .fold import fold

_WHOSE = regex.compile(
    r"(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) \p{L}[\p{L} -]*|việt nam|liên hợp quốc"
    r"|(?:trực thuộc |của |thuộc )?(?:công an|bộ|tổng cục|cục|sở|quân khu) .*)"
)
_UNITS_OF_MANY = regex.compile(r"(?:tổ|đội|phòng|trạm|đồn|chi cục|chi bộ|chi đoàn|khoa|chi nhánh) ")
_ENDED = regex.compile(r" (?:việt nam|quốc gia|tối cao|chính phủ|trung ương)$")
_OF_THE_PARTY = regex.compile(
    r"đảng (?:ủy|đoàn|bộ)|ban (?:thường vụ|chấp hành)|thường trực|chi bộ|công đoàn|đoàn thanh niên"
)
_INVESTIGATORS = regex.compile(r"cơ quan (?:cảnh sát |an ninh )?điều tra$")
_ALIAS = regex.compile(
    r" ?\((?:(?:gọi tắt|viết tắt|sau đây gọi|gọi) (?:tắt )?(?:là )?|tên viết tắt:? )?[\"“]?"
    r"(?P<alias>\p{Lu}[\p{L}\p{N}&]*(?:[ .-]\p{Lu}[\p{L}\p{N}&]*){0,2})[\"”]?[),;]"
)
_WITH_AND = regex.compile(r"(?:sở|bộ) ")
_OF_THE_STATE = regex.compile(r"(?:bộ|tổng cục|cục|ủy ban|thanh tra|văn phòng|tòa án|viện) ")
# The heads of bodies that are part of others, by how high they stand.
_HEIGHTS = (
    (1, r"(?:tổ|đội|trạm|đồn|chi bộ|chi đoàn|khoa|bộ môn)\b"),
    (2, r"(?:phòng|chi cục|hạt|ban|trung tâm|trại|công an (?:xã|phường|thị trấn))\b"),
    (3, r"(?:cơ quan|văn phòng|công an (?:huyện|quận|thị xã|thành phố|tp)|huyện ủy|viện|vụ|thanh tra)\b"),
    (4, r"(?:cục|sở|công an|bộ chỉ huy|trường|học viện|bệnh viện|công ty|tỉnh ủy|thành ủy|ủy ban|hải quan)\b"),
    (5, r"(?:tổng cục|bộ tư lệnh|quân khu|tập đoàn|tổng công ty|đại học)\b"),
    (6, r"bộ (?!chỉ huy|tư lệnh|môn|đội)"),
)
_COMPILED = tuple((height, regex.compile(pattern)) for height, pattern in reversed(_HEIGHTS))
_PART = regex.compile(
    r"(?:tổ|đội|trạm|đồn|khoa|phòng|chi cục|hạt|trung tâm|trại|cơ quan|văn phòng|viện|vụ|cục|tổng cục"
    r"|công an (?:xã|phường|thị trấn|huyện|quận|thị xã))\b"
)
_PART_OF = regex.compile(r"(?:,| -|,? thuộc|,? trực thuộc|,? của)? |\s?\(")


def unite_names(bodies: Sequence[Organization]) -> None:
    """Gives each body one name: «Công an tỉnh Lâm Đồng» for «Công an Lâm Đồng», its full one for «Sở Y tế»."""
    by_key: dict[str, str] = {}
    for body in bodies:
        name_key = key(body.name)
        known = by_key.get(name_key, "")
        if (has_unit(body.name), len(body.name)) > (has_unit(known), len(known)):
            by_key[name_key] = body.name
    keys = Keys(by_key)
    for body in bodies:
        body.name = by_key[keys.full(key(body.name))]
    _complete(bodies)


def _complete(bodies: Sequence[Organization]) -> None:
    """«Sở Y tế» is the last «Sở Y tế tỉnh Nghệ An» named before it, else the first after."""
    names = [fold(body.name) for body in bodies]
    known, sorted_names = set(names), sorted((name, i) for i, name in enumerate(names))
    longer_than = cache(lambda short: _longer(short, sorted_names, bodies))
    full: dict[int, str] = {}
    for i, (body, short) in enumerate(zip(bodies, names, strict=True)):
        if _ENDED.search(short) or not (longer := longer_than(short)):
            continue
        if _UNITS_OF_MANY.match(short):
            first = bodies[longer[0]].name
            if all(fold(bodies[j].name) == fold(first) for j in longer):
                _rename(bodies, first, body.name)
            continue
        if body.parent and fold(f"{short} {body.parent}") not in known:
            continue
        full[i] = bodies[longer[max(0, bisect_left(longer, i) - 1)]].name
    for i, name in full.items():
        if name.endswith(" Việt Nam") and _OF_THE_STATE.match(fold(name)):
            _rename(bodies, name, bodies[i].name)
        else:
            bodies[i].name = name


def _longer(short: str, names: Sequence[tuple[str, int]], bodies: Sequence[Organization]) -> list[int]:
    """Those of ``bodies`` whose name says whose the body called ``short`` is; ``names`` are sorted, for the search."""
    found = []
    for at in range(bisect_left(names, (f"{short} ", 0)), len(names)):
        name, number = names[at]
        if not name.startswith(f"{short} "):
            break
        if _is_whose(name[len(short) + 1 :], bodies[number]) or _OF_THE_PARTY.fullmatch(short):
            found.append(number)
    return sorted(found)


def _is_whose(rest: str, body: Organization) -> bool:
    if body.org_kind == "enterprise" or (rest.startswith("và ") and _WITH_AND.match(fold(body.name))):
        return True
    return bool(_WHOSE.fullmatch(rest)) or (body.place is not None and rest == fold(body.place))


def _rename(bodies: Iterable[Organization], old: str, new: str) -> None:
    for body in bodies:
        if body.name == old:
            body.name = new


def spell_out(bodies: Sequence[Organization], article: Article) -> None:
    """Gives «WHO» the name before it where the article defines it so: «Tổ chức Y tế Thế giới (WHO)»."""
    for body in bodies:
        if found := _ALIAS.match(article.text, body.char_end):
            _call(bodies, found["alias"], body)


def _call(bodies: Iterable[Organization], alias: str, body: Organization) -> None:
    """The name of ``body`` for those called by its short name, alone or after what they are («Công ty VWS»)."""
    if not any(letter.isupper() for letter in alias[1:]):
        return
    own = fold(alias)
    for other in bodies:
        if core(key(other.name)) == own and len(key(other.name)) < len(key(body.name)):
            other.name = body.name


def find_parents(bodies: Sequence[Organization], article: Article) -> None:
    """«Phòng Cảnh sát hình sự, Công an tỉnh X» is a part of the body named right after it."""
    for one, other in pairwise(bodies):
        between = article.text[one.char_end : other.char_start]
        joined = 0 <= len(between) < 15 and _PART_OF.fullmatch(between)
        if (
            one.parent is None
            and joined
            and _PART.match(fold(one.name))
            and 0 < _height(one.name) < _height(other.name)
        ):
            one.parent = other.name
            if _INVESTIGATORS.fullmatch(fold(one.name)):  # goes by whose it is
                one.name = f"{one.name} {other.name}"


def _height(name: str) -> int:
    folded = fold(name)
    return next((height for height, pattern in _COMPILED if pattern.match(folded)), 0)
