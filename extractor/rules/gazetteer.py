"""Names of places: a ``<TOPONYM>`` has a ``Place`` as its value, not yet a fact."""

from collections.abc import Iterator

import regex

from ..facts import Place
from ..fold import fold
from ..lexicon import lexicon
from ..match import Match, RuleSet, no, symbol, yes
from .name_ends import endings
from .names import is_vietnamese
from .toponyms import LEVELS, Known, Level, bare, by_code, find, surnames

rules = RuleSet("gazetteer", kind="TOPONYM", states=False)

_WORD = r"\p{Lu}[\p{L}']*+"
NAME = rf"{_WORD}(?:(?: - |[- ]){_WORD}){{0,5}}"
_NUMBERED = r"(?:(?:số )?(?:<NUM|CODE>|\d{1,3}[A-Za-z]?))"
_UNITS = (
    r"(?:[Tt]ỉnh|[Tt]hành [Pp]hố|[Tt]hị [Xx]ã|[Tt]hị trấn|[Hh]uyện đảo|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường"
    r"|[Đđ]ặc khu|[Tt]hủ đô|[Tt]hôn|[Bb]uôn|[Bb]ản|[Ll]àng|[Ấấ]p|[Xx]óm|[Kk]hóm|[Kk]hu phố|[Tt]ổ dân phố|[Tt]iểu khu"
    r"|[Qq]uần đảo|[Đđ]ảo|[Bb]ang|[Kk]h(?:u|ối)(?= \p{Lu}[^,]{1,20}, (?:phường|xã|thị trấn|thành phố)))"
)
_SHORT = r"(?:T[Pp]|tp|TX|[HQPX](?=\.)|Q(?= ?\d))"
_UNIT = regex.compile(_UNITS)
_SEVERAL = regex.compile(r"(?:các|những|hai|ba|bốn|năm) $")
_ENDS = regex.compile(r"\s*(?:[,.(;)]|$)")
_NUMBER = regex.compile(r"\d{1,3}[A-Za-z]?")
_OF_NO_SITE = regex.compile(r"(?:(?<!^)(?<![.!?:\"] )\p{Lu}\p{L}*|miền|vùng|xã|tàu|du lịch|[Đđ]ồng bằng) $")
_CAPITAL_BEFORE = regex.compile(r"\p{Lu}[\p{L}']* $")
_LEVEL_WORD = regex.compile(r"^(?:TP|Tp|tp|[Tt]hành phố|[Nn]ước)\.? ?")
_NEXT_WORD = regex.compile(r" (\p{L}+)")
_WITHIN = regex.compile(r"[\p{Ll},] $")
_DWELL = regex.compile(r"(?:dân|ở|tại|trú|về) $")
_A_NUMBER = regex.compile(rf" (?:\d{{1,2}}|[{symbol('NUM')}{symbol('CODE')}])(?!\d)")
_NO_UNIT = regex.compile(
    r"(?:hợp tác|nông|thông tấn|thị|văn|kịch|phiên|ấn|bài|cơ|nhật|tư|liên|miền|vùng|biển|biên|xuất|căn|nguyên) $"
)
_POST = regex.compile(r"chủ tịch|bí thư|giám đốc|trưởng|phó|ủy viên|đại biểu|chi bộ|thủ trưởng")
_STATE = regex.compile(r"(?:Cộng hòa|Cộng hoà|CHDCND|CHND|Vương quốc|Hợp chúng quốc|Hợp chủng quốc|Liên bang) ")
# A name glued to the next one («HCMNguyễn»), an initial before a given name («V.Huế»), a by-line after a pen name.
_GLUED = regex.compile(r"\p{Lu}{2,}\p{Ll}")
_INITIAL = regex.compile(r"(?<!\p{L})\p{Lu}\.(?:\p{Lu}\.)?$")
_BYLINE = regex.compile(r" ?\((?:thực hiện|ghi|tổng hợp|lược ghi|biên dịch|theo)")
_TOKEN_END = regex.compile(r"(?= - |[- ]|$)")


@rules(
    rf"(?P<level>{_UNITS})(?: (?:miền núi|biên giới|vùng cao|ven biển|trung du|nghèo|cũ))?"
    rf"(?:, {_UNITS}){{0,3}}+(?: và {_UNITS})?+"
    rf"(?P<colon>:| như:?| gồm:?|(?P<told>(?: \p{{Ll}}+){{2,6}}? (?:là|gồm):?))? (?P<name>{NAME})"
    rf"(?:(?:, | và |; )(?P<name>{NAME})){{0,30}}+",
    yes("Anh Bình sống ở ⟦tỉnh Nghệ An⟧.", value=Place(name="Nghệ An", level="province", code="VN-40")),
    yes(
        "Ông trú tại ⟦xã Thạnh Đức⟧, huyện Gò Dầu.",
        value=Place(name="Thạnh Đức", level="commune", code="VN2025-80-25657"),
    ),
    yes(
        "Đoàn đến các huyện Kỳ Sơn, ⟦Con Cuông⟧ và Quế Phong.",
        value=Place(name="Con Cuông", level="district", code="VN-40-422"),
    ),
    yes("Một số ⟦tỉnh Tây Nam Bộ⟧ bị hạn.", value=Place(name="Tây Nam Bộ", level="region", code="R-TAY-NAM-BO")),
    yes("Ở ⟦bản Nậm Pồ⟧ đã có điện.", value=Place(name="Nậm Pồ", level="village", code=None)),
    yes(
        "Có hai xã đạt chuẩn là ⟦Thạnh Đức⟧ và An Tịnh.",
        value=Place(name="Thạnh Đức", level="commune", code="VN2025-80-25657"),
    ),
    yes("Lễ hội ở đình ⟦Làng Quặng⟧.", value=Place(name="Làng Quặng", level="village", code=None)),
    no("Chủ tịch Ủy ban nhân dân huyện Nguyễn Văn Bình dự họp."),
    no("Trưởng các xã đã gặp nhau là Trần Bình và Lê An."),
    no("Hợp tác xã Minh Phát có ba mươi thành viên."),
    reads="printed",
)
def unit(m: Match) -> None:
    """A unit with its level word («huyện Bến Lức»), or a list of them («các huyện A, B và C»)."""
    if _NO_UNIT.search(m.before()) or _is_bare(m):
        return
    levels = _levels(m)
    plural = bool(_SEVERAL.search(m.before())) or m.folded("colon") != ""
    start = m.pieces("level")[0][0]
    for i, (at, _, run) in enumerate(m.pieces("name")):
        length, known = _reading(run, levels, m) if i == 0 or plural else _known(run, levels)
        unsure = plural and not known and (" " not in run or m.text("told"))
        if not length or unsure or (i and not plural and _is_higher(run, levels)):
            break
        end, known = _numbered(m, at + length, known, levels) if length == len(run) else (at + length, known)
        own = len(run) == length and " " not in run and _OWN_LEVEL.search(m.whole()[max(0, start - 9) : start + 5])
        m.mark(at if i or plural else start, end, _place(m.words(start if own else at, end), levels, known))
        if length < len(run):
            break


def _is_bare(m: Match) -> bool:
    """Whether the level word is the first syllable of a name: «Buôn Ma Thuột»."""
    words = fold(f"{m.text('level')} {m.pieces('name')[0][2]}").split(" ")
    return m.text("level")[0].isupper() and any(" ".join(words[:n]) in bare() for n in (2, 3))


def _numbered(m: Match, end: int, known: Known | None, levels: tuple[Level, ...]) -> tuple[int, Known | None]:
    """Where «Sơn Kim 1» ends: a number after a known name, if that is the name of a place as well."""
    found = _A_NUMBER.match(m.whole(), end)
    if found and levels == ("village",) and _ENDS.match(m.whole(), found.end()):
        return found.end(), known
    numbered = find(fold(f"{known.name} {m.words(end + 1, found.end())}"), levels) if known and found else None
    return (found.end(), numbered) if found and numbered else (end, known)


def _levels(m: Match) -> tuple[Level, ...]:
    words = [m.folded("level"), *_UNIT.findall(m.folded()[: m.pieces("name")[0][0] - m.pieces()[0][0]])]
    return tuple(dict.fromkeys(level for word in words for level in LEVELS[fold(word)]))


def _known(run: str, levels: tuple[Level, ...]) -> tuple[int, Known | None]:
    """The longest beginning of ``run`` that the gazetteer knows at these levels: its length, and the place."""
    folded = fold(run)
    for end in reversed([e.start() for e in _TOKEN_END.finditer(run)]):
        if known := find(folded[:end], levels):
            return end, known
    code = bare().get(folded)
    if code and by_code()[code].level == "region":  # «một số tỉnh Tây Nam Bộ»
        return len(run), by_code()[code]
    return 0, None


def _is_higher(run: str, levels: tuple[Level, ...]) -> bool:
    """Whether ``run`` names a place of another level: the province after its district («huyện Bến Lức, Long An»)."""
    code = bare().get(fold(run))
    return code is not None and by_code()[code].level not in levels


def _reading(run: str, levels: tuple[Level, ...], m: Match) -> tuple[int, Known | None]:
    """The length of the name at the head of ``run``, known or not; 0 if it looks like a person's."""
    length, known = _known(run, levels)
    if known:
        return length, known
    words = run.split(" ")
    if _GLUED.match(words[0]) or (words[0].isupper() and words == [run] and not is_vietnamese(run)):
        return 0, None  # «HCMNguyễn», «xã NTM»
    if (levels == ("region",) and m.folded("level") == "vùng") or fold(words[0]) in endings("any name"):
        return 0, None
    if fold(words[0]) in surnames() and (len(words) != 2 or _POST.search(m.before())):
        return 0, None
    if levels == ("village",) and (len(words) == 1 and not _ENDS.match(m.after()) and not _DWELL.search(m.before())):
        return 0, None
    return len(_without_person(words, 3 if levels == ("village",) else 4)), None


def _without_person(words: list[str], most: int) -> str:
    """At most so many of ``words``, and nobody's name after two of them: «ấp Phú Mỹ» before «Lê Văn An»."""
    named = next((i for i, word in enumerate(words) if 1 < i < len(words) - 1 and fold(word) in surnames()), most)
    return " ".join(words[: min(named, most)])


def _place(name: str, levels: tuple[Level, ...], known: Known | None) -> Place:
    level = known.level if known else next(iter(levels), None)
    return Place(name=_long(name, known), level=level, code=known.code if known else None)


def _long(name: str, known: Known | None) -> str:
    """``name`` as written; an abbreviation in full, a State by its usual name."""
    if known and known.level == "country" and _STATE.match(name):
        return known.name
    return known.name if known and name.isupper() and len(name) > 1 and " " not in name else name


@rules(
    rf"(?P<level>{_SHORT})\.? ?(?P<name>{NAME}|{_NUMBERED})",
    yes("Anh sống ở ⟦TP. Vinh⟧.", value=Place(name="Vinh", level="district", code="VN-40-412")),
    yes("Tại ⟦TP.HCM⟧ trời mưa.", value=Place(name="Hồ Chí Minh", level="city", code="VN-79")),
    yes("Nhà ở ⟦Q.7⟧.", value=Place(name="7", level="district", code=None)),
    no("Phó GS.TS. Trần An."),
    no("Trú ở TP HCMNguyễn Minh An."),
    no("Đó là trụ sở của TP. Thay mặt lãnh đạo, ông cảm ơn."),
    reads="printed",
)
def abbreviated_unit(m: Match) -> None:
    """A unit with its level word abbreviated: «TP.HCM», «Q.7», «P.Bến Nghé»."""
    levels = LEVELS[fold(m.pieces("level")[0][2])]
    at, end, run = m.pieces("name")[0]
    if not run[0].isupper():
        m.mark(m.pieces()[0][0], end, Place(name=m.text("name"), level=levels[0]))
        return
    length, known = _known(run, levels)
    if not length and fold(m.text("level")) == "tp" and m.text()[2:3] in (".", " ") and not _new_sentence(m, run):
        length = _reading(run, levels, m)[0]
    if length and (len(run[:length]) > 1) and (m.text()[2:3] in (".", " ") or m.text()[1] == "." or known):
        m.mark(m.pieces()[0][0], at + length, _place(m.words(at, at + length), levels, known))


def _new_sentence(m: Match, run: str) -> bool:
    """Whether the stop after «TP» ends the sentence: «của TP. Thay mặt ...»."""
    first = run.split(" ")[0]
    return m.text()[2:4] == ". " and is_vietnamese(first) and (first == run or fold(first) in surnames())


@rules(
    r"(?P<level>quận|phường|khu phố|tổ dân phố|ấp|thôn|khóm|xóm|buôn|bản|làng|tiểu khu"
    r"|tổ(?= \S+,? (?:thôn|phường|khu|ấp|thị trấn|xã)))"
    rf" (?P<name>{_NUMBERED})(?! (?:người|hộ|vụ|đồng chí|%))",
    yes("Bà ngụ ⟦phường 7⟧, quận 8.", value=Place(name="7", level="commune", code=None)),
    yes("Ở ⟦ấp 3⟧ có trường học.", value=Place(name="3", level="village", code=None)),
    no("Trạm có tổ 3 người."),
)
def numbered_unit(m: Match) -> Place | None:
    """A unit known by its number: «phường 7», «quận 12», «khu phố 3»."""
    level = LEVELS[m.folded("level")][0]
    name = m.text("name").removeprefix("số ").removeprefix("Số ")
    if not _NUMBER.fullmatch(name) or _NO_UNIT.search(m.before()):
        return None
    known = find(fold(name), (level,)) if level == "district" else None
    return Place(name=name, level=level, code=known.code if known else None)


@rules(
    r"(?P<head>[Cc]ửa khẩu(?: quốc tế| quốc gia| chính| phụ)?(?: cảng| sân bay quốc tế| sân bay)?"
    r"|[Cc]ảng(?: hàng không)?(?: quốc tế| biển| cá)?|[Ss]ân bay(?: [Qq]uốc tế)?|[Qq]uảng trường"
    rf"|[Nn]gã (?:ba|tư|năm|<NUM>)|[Hh]ồ|[Ss]ông|[Nn]úi|[Đđ]èo) (?P<name>{NAME})",
    yes("Xe qua ⟦cửa khẩu quốc tế Bờ Y⟧.", value=Place(name="Bờ Y")),
    yes("Tàu cập ⟦cảng Cái Mép⟧ sáng qua.", value=Place(name="Cái Mép")),
    no("Ông Hồ Văn An đi chợ."),
    reads="printed",
)
def site(m: Match) -> None:
    """A place of no administrative level: «cửa khẩu Bờ Y», «sân bay Nội Bài»."""
    start, run = m.pieces()[0][0], m.text("name").split(" ")
    if _OF_NO_SITE.search(m.before(printed=True)) or m.text("head") == "Hồ":
        return
    ends = _ENDS.match(m.after()) is not None
    if len(run) == 1 and (len(run[0]) == 1 or (m.folded("head") not in ("sông", "hồ") and not ends)):
        return
    at = m.pieces("name")[0][0]
    end = at + len(_without_person(m.text("name").split(" - ")[0].split(" "), 3))
    m.mark(start, end, Place(name=m.words(at, end)))


_MIDDLE_NAMES = ("Thị ", "Văn ")
_PERSON = regex.compile(
    r"(?:ông|bà|anh|chị|em|cô|chú|cháu|bé|cụ|bác|thầy|đồng chí|đ/c|luật sư|nghệ sĩ|ca sĩ|bác sĩ|nhà báo|tên|tên là|"
    r"họ tên:|tài xế|lái xe|học sinh|sinh viên|nạn nhân|bị can|bị cáo|đối tượng|nghi can|nghi phạm) $"
)
_DAY_OF = regex.compile(r"(?:nhà giáo|thầy thuốc|doanh nhân|phụ nữ|gia đình|báo chí cách mạng|luật sư) $")
_HEROIC_MOTHER = regex.compile(r" anh hùng| quốc tự| giải phóng quân| tuyên truyền giải phóng")
_FOREIGN_NEXT = regex.compile(r" (?:[A-Z][a-z]*[bcdfgjklqrsvwxz](?:[a-z]+)? ?)")  # «Vietnam Waste Solutions»
_NICKNAME = regex.compile(r'\p{Lu}\p{L}* "$')  # «Hùng "Sài Gòn"»
_OWN_LEVEL = regex.compile(r"\p{Ll} (?:Làng|Bản|Buôn|Plei) ")  # «đình Làng Quặng»: part of the name
_DIRECTION = regex.compile(r"(?:phía|hướng) $")
_STREET = regex.compile(
    r"(?:tiếng|đường|phố|(?<!điểm )cầu|chợ|khách sạn|nhà hàng|quốc lộ|ngã tư|rạp|khóa|chiến (?:dịch|thắng|sĩ)) $"
)


def _bare_words() -> Iterator[str]:
    for row in lexicon("bare_places").rows:
        name = row["name"]
        yield name
        if by_code()[row["code"]].level == "country":
            yield name[0] + name[1:].lower()
        if by_code()[row["code"]].level in ("province", "city", "country") and "." not in name:
            yield name.upper()


@rules.any_of(
    "place names safe without their level word",
    _bare_words,
    yes("Mưa lớn ở ⟦Nghệ An⟧ từ đêm qua.", value=Place(name="Nghệ An", level="province", code="VN-40")),
    yes("Hàng từ ⟦Campuchia⟧ về.", value=Place(name="Campuchia", level="country", code="KH")),
    yes("Cư dân ⟦Tây Nguyên⟧ trồng cà phê.", value=Place(name="Tây Nguyên", level="region", code="R-TAY-NGUYEN")),
    no("Anh Nguyễn Thái Bình đi làm."),
    no("Mưa còn kéo dài. Ảnh: V.Huế"),
    no("Xin cảm ơn bà. Thái Bình (thực hiện)"),
    no("Nhà ở đường Điện Biên Phủ."),
    no("Trùm giang hồ Hùng “Sài Gòn” sa lưới."),
)
def bare_name(m: Match) -> Place | None:
    """A name that needs no level word: «Nghệ An», «Campuchia», «Tây Nguyên»."""
    name, before = m.text(), m.before()
    if _INITIAL.search(m.before(printed=True)) or _NICKNAME.search(m.before(printed=True)) or _BYLINE.match(m.after()):
        return None
    if m.before(printed=True).endswith(_MIDDLE_NAMES):
        return None
    if _PERSON.search(before) or _STREET.search(before) or m.after().startswith((" khởi nghĩa", "+", "-index")):
        return None
    if _CAPITAL_BEFORE.search(m.before(printed=True)) and before.split()[-1] in surnames():
        return None
    if name in ("Vietnam", "Viet Nam") and _FOREIGN_NEXT.match(m.after(printed=True)):
        return None
    if fold(name) == "việt nam" and (_DAY_OF.search(before) or _HEROIC_MOTHER.match(m.after())):
        return None
    place = by_code()[bare()[fold(name)]]
    if place.level == "region" and _DIRECTION.search(before):
        return None
    name = _long(_LEVEL_WORD.sub("", name), place)
    return Place(name=name, level=place.level, code=place.code)


# Words that those countries are the first syllable of: «mỹ thuật», «pháp luật», «nhật ký».
_COMPOUND = regex.compile(
    r"(?:thuật|phẩm|nhân|vị|miều|lệ|mãn|nghệ|chế|luật|lí|lệnh|y|danh|báo|kí|trình|thực|tin|độ|hạnh|mẹ|hùng|em|chị|cả|ấy"
    r"|minh|bình|quán|trị|ngữ|định|môn|đình)$"
)


def _continues(name: str, word: str) -> bool:
    """Whether the next ``word`` makes the syllable before it something else than a country."""
    if name in ("áo", "ý"):
        return word not in endings("object")
    return word[0].isupper() or bool(_COMPOUND.match(word))


_JOINED_TO = regex.compile(r"(\p{Lu}\p{L}*)(?: và|,) $")
_JOINED_WITH = regex.compile(r"(?: và|,) (\p{Lu}\p{L}*)")


def _beside_a_given_name(before: str, after: str) -> bool:
    """Whether what is joined to «Đức» is no country either: «Mạnh và Đức», but «Pháp và Đức»."""
    joined = [found[1] for found in (_JOINED_TO.search(before), _JOINED_WITH.match(after)) if found]
    return any(word.capitalize() == word and is_vietnamese(word) and fold(word) not in _ONE_SYLLABLE for word in joined)


_ONE_SYLLABLE = frozenset(
    {"mĩ", "pháp", "úc", "nga", "đức", "nhật", "anh", "áo", "ý", "việt", "trung", "hàn", "ấn", "bỉ", "lào"}
)
_EVER = frozenset({"mĩ", "pháp", "úc", "nhật"})  # countries also at the head of a sentence: hardly a person's name


@rules(
    r"(?:nước )?(?P<name>Mỹ|Pháp|Úc|Nga|Đức|Nhật|Anh|Áo|Ý)",
    yes("Ông đi công tác ở ⟦Pháp⟧.", value=Place(name="Pháp", level="country", code="FR")),
    yes("Hàng xuất sang ⟦Nga⟧ đã tăng.", value=Place(name="Nga", level="country", code="RU")),
    no("Anh đi làm từ sớm."),
    no("Hôm nay bà Nga trồng rau."),
    no("Chị Trần Thị Mỹ bán hàng."),
    no("Hai em Mạnh và Đức cùng lớp."),
    reads="printed",
)
def short_country(m: Match) -> Place | None:
    """A country of one syllable («Pháp»), which is no person's name."""
    name, before = m.folded("name"), m.before(printed=True)
    following = _NEXT_WORD.match(m.after(printed=True))
    if following and _continues(name, following[1]):
        return None
    within = _WITHIN.search(before)
    if (
        not (within or name in _EVER)
        or m.before().endswith("tiếng ")
        or _PERSON.search(m.before())
        or before.endswith(_MIDDLE_NAMES)
        or _beside_a_given_name(before, m.after(printed=True))
        or _CAPITAL_BEFORE.search(before)
    ):
        return None
    known = find(name, ("country",))
    return Place(name=m.text("name"), level="country", code=known.code if known else None)
