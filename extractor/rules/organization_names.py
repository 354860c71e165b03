"""Where the name of a body ends: a head («Phòng»), what it is the head of («Cảnh sát hình sự»), whose it is.

Reads the printed skeleton, in which places and numbers already are one character each. A body is known by the form
of its head (column ``form`` of organization_heads): «level» needs a place or a level word, «organ» the body that it
belongs to, «field» and «number» say what they are for, «proper» and «school» have a name of their own, «self» need
nothing.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from ..fold import fold
from ..match import symbol
from .name_ends import endings
from .names import is_vietnamese
from .organization_heads import (
    COMMITTEES,
    COMPOUND,
    LOWER_WITH_LEVEL,
    NEVER_LOWER,
    Body,
    Head,
    field_phrases,
    head_phrases,
    heads,
    is_complete,
    openers,
    verbs,
)
from .toponyms import Level, find, surnames

_T, _N = symbol("TOPONYM"), f"[{symbol('NUM')}{symbol('CODE')}]"
_LEVEL = r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)"
_PLACE = regex.compile(rf" {_T}")
_AND_PLACE = regex.compile(rf" - {_T}")
# An abbreviation that the article defines inside a name: «Hội Luật gia (HLG) tỉnh X».
_DEFINED = regex.compile(rf" \([\p{{L}}&]{{2,9}}\)(?= (?:{_T}|{_LEVEL}(?!\p{{L}})))")
_AREA = regex.compile(rf" khu vực (?:{_N}|\d+|[ivx]+)(?![\p{{L}}\p{{N}}])")
_AT_PLACE = regex.compile(rf" (?:tại|ở) {_T}")
_LEVEL_WORD = regex.compile(rf"(?: của)? {_LEVEL}(?![\p{{L}}\p{{N}}]| {_T}| (?:hội|viên|trưởng|đoàn|ủy))")
_PLURAL = regex.compile(rf"(?:,| và|/| -|-) ?{_LEVEL}(?![\p{{L}}\p{{N}}])")
_OF_MANY = regex.compile(
    r",? (?:ở |của )?(?:các|mỗi|từng) (?:tỉnh|huyện|xã|phường|quận|cấp|địa phương|bộ|ngành|cơ sở|đơn vị|nước)\b"
)
_NUMBERED = regex.compile(rf" (?:số )?[{symbol('CODE')}{symbol('DOCNO')}]")
_COUNT = regex.compile(rf" (?:số )?(?:{_N}|\d++[A-Za-z]{{0,2}}+(?:/\w++)?+)(?![\p{{L}}\p{{N}}%])")
_CAPITALS = regex.compile(r"\.? ?(?P<first>\p{Lu}[\p{L}']*)(?P<more> \p{Lu}[\p{L}']*){0,4}")
_BESIDE = regex.compile(r",? (?:của |thuộc )?|\s?\(")
_WHOSE = regex.compile(r"(?: \([\p{L}&]{2,8}\))? (?:của |cơ quan )?")
_RUN = regex.compile(r"(?: \p{Lu}[\p{L}']*)+")
_POST = regex.compile(r"(?:đội|trạm|đồn|hạt|chi cục) [^,;]{1,40}$")
_SINGLE = regex.compile(r" \p{Lu}\p{Ll}*$")
_OPENER = regex.compile(r"(\p{Lu}\p{L}*(?: \p{Ll}+)?)$")
_UNIT_NAME = regex.compile(r"(?: \p{Lu}[\p{L}']+)+")
_BARE_LEVELS: tuple[Level, ...] = ("district", "city", "province", "commune")
_FIRM = regex.compile(r"(?:công ty|cty|nhà máy|xí nghiệp|cổ phần|cp|tnhh|mtv|thành viên|hạn|tổng công ty|tập đoàn)$")
_TRADE = regex.compile(rf"(?: (?P<word>\p{{Ll}}+)){{1,4}}+(?= (?:{_T}|\p{{Lu}}[\p{{L}}\p{{N}}]))")
_QUOTED = regex.compile(r' "[^"]{2,40}"')
_CAPITAL = regex.compile(r" ?(?P<word>\p{Lu}[\p{L}\p{N}'&./+-]*[\p{L}\p{N}+]|\p{Lu})(?![\p{L}\p{N}])")
_JOINED = regex.compile(r"(?: và | - |-| – | & )(?=[\p{Lu}])")
_JOINED_LOWER = regex.compile(r"(?: và | & )(?=\p{Ll})")
# «và Lâm sản Việt Nam», «-Thiết giáp»: a lower-case syllable after the joint, and what the whole is of.
_JOINED_OF = regex.compile(rf"(?: và | & | - |-)(?P<first>\p{{Lu}}\p{{L}}*)(?P<word> \p{{Ll}}+){{1,3}}(?= {_T})")
_COMMA = regex.compile(r"(?:, | và |: )(?=\p{Lu})")
_LOWER = regex.compile(r" (?P<word>\p{Ll}+)(?![\p{L}\p{N}])")
# Who leads the body whose Party committee is named first: «Bí thư Đảng ủy, Giám đốc Công an tỉnh».
_LEADERS = regex.compile(
    r"(?:,| và| -) (?:(?:phó )?(?:cục trưởng|tổng cục trưởng|giám đốc|tổng giám đốc|hiệu trưởng|chính ủy|tư lệnh"
    r"|viện trưởng|chủ tịch|trưởng(?: ban| phòng)?)|ban giám đốc|(?:ban )?(?:lãnh đạo|chỉ huy)|thủ trưởng"
    r"|ban giám hiệu|chính quyền) (?=\p{L})"
)
_LIST = regex.compile(r"(?:, | và | với | - |-|/|; )(?=\p{Lu})")
_SITE = regex.compile(r"(?:cửa khẩu|cảng|sân bay|quốc tế|khu công nghiệp|kcn|khu chế xuất|đồn|trại giam|trạm|ga)$")


# Heads that no proper name goes on with.
# «Ban Chỉ đạo Trung ương về phòng, chống tham nhũng»
_ABOUT, _OF_STATE = " về ", ("trung ương", "quốc gia", "chỉ đạo", "tỉnh", "chính phủ")
_DEEPEST = 20  # heads that follow one another without end are no name
_ALWAYS_HEADS = ("Công ty", "Bộ", "Sở", "Công an", "Cục", "Tổng cục", "UBND", "Ủy ban", "Tòa án", "Cơ quan", "Phòng")


@lru_cache(maxsize=4)
def reader(printed: str) -> "Reader":
    """The reader of a skeleton; its heads share what has been read."""
    return Reader(printed)


class Reader:
    """Reads the names of bodies in a printed skeleton."""

    def __init__(self, printed: str) -> None:
        self.printed, self.lower = printed, printed.lower()
        self._read: dict[int, Body | None] = {}
        self._depth = 0
        self.shared: dict[int, int] = {}  # where the names of «Sở Y tế các tỉnh X, Y» end before «các»

    def body(self, at: int) -> Body | None:
        """The body whose head stands at ``at``; None if there is none, or only a common noun."""
        if at not in self._read:
            if self._depth == _DEEPEST:
                return None
            self._depth += 1
            end = head_phrases().end(self.lower, at)
            self._read[at] = self._body(at, end) if end >= 0 and self._may_head(at, end) else None
            self._depth -= 1
        return self._read[at]

    def _may_head(self, at: int, end: int) -> bool:
        """Whether a head may begin a name here; in lower case most are common nouns («hội», «ban»)."""
        if self.printed[at].isupper():
            return True
        if self.lower[at:end] in NEVER_LOWER:
            return False
        following = self.printed[end + 1 : end + 2]
        return " " in self.lower[at:end] or following.isupper() or following == _T

    def _body(self, at: int, end: int) -> Body | None:
        head = heads()[self.lower[at:end]]
        if head.form == "none":
            return None
        if head.form == "beside":
            of = _BESIDE.match(self.lower, end)
            return Body(head, at, end, end) if of and self.body(of.end()) else None
        read = self._organ(head, at, end) if head.form == "organ" else self._tail(head, at, end)
        if read is None or (head.name == "Đảng ủy" and read.end == end):
            return self._sharing(head, at, end) or read
        return read

    def siblings(self, head: Head, at: int) -> Iterator[tuple[int, int]]:
        """What else shares the head of a body in the plural: «các Bộ Quốc phòng, Ngoại giao»."""
        while head.form == "field" and (joint := _COMMA.match(self.printed, at)):
            end = field_phrases().end(self.lower, joint.end())
            if end < 0 or self._starts_another(joint.end(), "field"):
                return
            yield joint.end(), end
            at = end

    def _organ(self, head: Head, at: int, tail: int) -> Body | None:
        """A body of a body: «Đảng ủy Công an tỉnh»."""
        if not self.printed[at].isupper() and self.lower[at:tail] in NEVER_LOWER:
            return None
        of = _WHOSE.match(self.lower, tail)
        sub = self.body(of.end()) if of else None
        if sub and sub.shared is None:
            return Body(head, at, tail, sub.end, sub.place)
        return self._tail(head, at, tail)

    def _sharing(self, head: Head, at: int, tail: int) -> Body | None:
        """A head without a tail that shares the next one's: «Ban Tổ chức, Ban Nội chính Tỉnh ủy»."""
        if head.form not in ("level", "organ") or not self.printed[at].isupper():
            return None
        if (
            head.name == "Đảng ủy"
            and (leaders := _LEADERS.match(self.lower, tail))
            and (of := self.body(leaders.end()))
        ):
            return Body(head, at, tail, tail, None, of.shared or (of.start, of.end))
        joint = _LIST.match(self.printed, tail)
        other = self.body(joint.end()) if joint else None
        if other is None:
            return None
        shared = other.shared or ((other.tail, other.end) if other.head.form in ("level", "organ") else None)
        if other.head.form == "field":
            shared = other.place
        return Body(head, at, tail, tail, None, shared) if shared else None

    def _tail(self, head: Head, at: int, tail: int) -> Body | None:
        end, last, place = tail, "head", None
        pieces: list[str] = []
        if " " in self.lower[at:tail] and self.lower.startswith(self.lower[at:tail], tail + 1):
            return None  # «Công ty Công ty cổ phần»: the second one is the head
        while step := self._step(head.form, end, last, pieces):
            place = (end, step[0]) if step[1] in ("place", "level") else place
            end, last = step
            pieces.append(last)
            if last == "level":
                break
        if (last == "level" and _PLURAL.match(self.lower, end)) or _OF_MANY.match(self.lower, end):
            self.shared[at] = end
            return None
        words = self.printed[tail:end]
        if pieces == ["phrase"] and words[1:2].islower() and words[1:] in verbs():
            return None
        if head.form == "self" and self.lower.startswith(" kết", tail):
            return None  # «trong tỉnh đoàn kết»
        if head.name == "Vụ" and words[1:2].islower():
            return None
        if head.name == "Tổ chức" and len(pieces) < 2:
            return None
        if head.name == "Đoàn" and pieces[:1] != ["phrase"]:
            return None
        complete = is_complete(pieces, words, head)
        return Body(head, at, tail, end, place) if complete and self._is_name(at, tail, end, pieces) else None

    def _is_name(self, at: int, tail: int, end: int, pieces: list[str]) -> bool:
        """Whether capitals, a place or a level make a name of it: «sở Y tế», but not «sở y tế»."""
        if self.printed[at].isupper():
            return True
        if pieces == ["place"] and heads()[self.lower[at:tail]].form == "field":
            return False  # «trung tâm thành phố Vinh»
        if self.lower[at:tail] in NEVER_LOWER or COMPOUND.search(self.lower, max(0, at - 8), tail):
            return False
        if " " not in self.lower[at:tail] and pieces[:1] != ["phrase"] and self.lower[at:tail] not in ("báo", "hãng"):
            return False
        first = self.printed[tail + 1 : tail + 2]
        return (
            first.isupper()
            or first == _T
            or (first == '"' and self.printed[tail + 2 : tail + 3].isupper())
            or self.printed.startswith(("cơ quan C", "cơ quan A"), at)
            or (self.lower[at:tail] in COMMITTEES and self.printed[at:tail].islower())
            or (self.lower[at:tail].endswith("đoàn") and "place" in pieces)
            or (pieces == ["number"] and " " in self.lower[at:tail])
            or (pieces == ["level"] and self.lower[at:tail] in LOWER_WITH_LEVEL)
            or ("place" in pieces and " " in self.lower[at:tail])
        )

    def _step(self, form: str, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        """The next piece of a name: where it ends, and what it is."""
        if last == "place" and (found := _AREA.match(self.lower, at)):
            return found.end(), "area"
        if found := _DEFINED.match(self.printed, at):
            return found.end(), last
        if (
            form in ("proper", "school")
            and last in ("place", "capital")
            and (found := _AND_PLACE.match(self.printed, at))
        ):
            return found.end(), "place"
        if found := _PLACE.match(self.lower, at):
            return (found.end(), "place") if last != "place" or pieces.count("place") < 2 else None
        if (
            found := _AT_PLACE.match(self.lower, at)
            if last in ("place", "phrase") and form in ("level", "organ", "proper")
            else None
        ):
            return (found.end(), "place") if self.lower[at - 7 : at].endswith(("cấp cao", symbol("TOPONYM"))) else None
        if form == "level" and (end := self._bare_unit(at, last, pieces)):
            return end, "place"
        levels = "phrase" in pieces if form in ("proper", "school") else form != "number"
        if levels and (end := self._level_word(at)):
            return end, "level"
        if last != "place" and (end := self._number(at)):
            return end, "number"
        return self._word_step(form, at, last, pieces)

    def _number(self, at: int) -> int:
        """Where the number of a body ends, 0 if it counts what follows: «Quân khu 7», but not «Cục bắt 7 vụ»."""
        if found := _NUMBERED.match(self.printed, at):
            return int(found.end())
        if (found := _COUNT.match(self.printed, at)) is None:
            return 0
        following = _LOWER.match(self.printed, found.end())
        counts = following is not None and following["word"] not in endings("object")
        return 0 if counts else int(found.end())

    def _level_word(self, at: int) -> int:
        found = _LEVEL_WORD.match(self.lower, at)
        if found is None:
            return 0
        named = _CAPITALS.match(self.printed, found.end())
        someone = named and len(named.captures("more")) > 1 and fold(named["first"]) in surnames()
        return found.end() if someone or not named else 0  # «UBND tỉnh Lê Văn An»

    def _word_step(self, form: str, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        after_place = "place" in pieces and form not in ("proper", "school")
        if self.lower.startswith(" ", at) and not after_place:
            if (last != "head" or form == "number") and self._starts_another(at + 1, form):
                return None
            if (end := self._phrase(at + 1, last, form)) > 0:
                return end, "phrase"
        if after_place:
            return None
        if form in ("proper", "field") and last != "head" and (end := self._joined_of(at)):
            return end, "phrase"
        if last in ("phrase", "capital", "object") and (joint := _JOINED.match(self.printed, at)):
            return self._after_joint(joint.end(), form)
        if last in ("phrase", "object") and form == "proper" and (joint := _JOINED_LOWER.match(self.printed, at)):
            end = field_phrases().end(self.lower, joint.end())
            return (end, "phrase") if end > 0 and " " in self.lower[joint.end() : end] else None
        if form == "field" and self.lower.startswith(_ABOUT, at) and self.lower.endswith(_OF_STATE, 0, at):
            end = field_phrases().end(self.lower, at + len(_ABOUT))
            return (end, "phrase") if end > 0 else None
        if form in ("proper", "school") and (found := _QUOTED.match(self.printed, at)):
            return found.end(), "capital"
        if found := _CAPITAL.match(self.printed, at) if self.printed.startswith(" ", at) else None:
            return self._capital(found, form, pieces)
        return self._trade(at, last, form) or self._compound(at, last, form, pieces) or self._object(at, last, pieces)

    def _phrase(self, at: int, last: str, form: str) -> int:
        end = field_phrases().end(self.lower, at)
        if end < 0 or self.printed[at].isupper():
            return end
        verbal = self.lower[at:end] in verbs()
        if verbal and (last != "head" or form not in ("field", "proper")):
            return -1
        return -1 if self.lower[at:end] == "nghiệp vụ" else end

    def _joined_of(self, at: int) -> int:
        """Where «và Lâm sản» ends before the place that both are of; 0 if another body or a verb is joined."""
        found = _JOINED_OF.match(self.printed, at)
        if found is None or {word.strip() for word in found.captures("word")} & endings("object"):
            return 0
        return 0 if head_phrases().end(self.lower, found.start("first")) > 0 else int(found.end())

    def _after_joint(self, at: int, form: str) -> tuple[int, str] | None:
        if self._starts_another(at, "field") or (form == "field" and head_phrases().end(self.lower, at) > 0):
            return None
        if (end := field_phrases().end(self.lower, at)) > 0:
            return end, "phrase"
        found = _CAPITAL.match(self.printed, at)
        word = fold(found["word"]) if found else ""
        ok = form in ("proper", "field") and (word == "việt" or word not in surnames() | endings("name"))
        return (found.end(), "capital") if found and ok else None

    def _starts_another(self, at: int, form: str) -> bool:
        own = form in ("proper", "school")
        if own and not self.printed.startswith(_ALWAYS_HEADS, at):
            return False
        return self.printed[at : at + 1].isupper() and self.body(at) is not None

    def _capital(self, found: "regex.Match[str]", form: str, pieces: list[str]) -> tuple[int, str] | None:
        word = fold(found["word"])
        if word in endings("any name") or form == "self":
            return None
        if pieces[-1:] == ["number"] or (form not in ("proper", "school") and self._is_foreigner(found, pieces)):
            return None
        if word in endings("name") and form not in ("proper", "school"):
            return None
        run = _RUN.match(self.printed, found.start())
        length = len(run[0].split()) if run else 1
        post = _POST.search(self.lower, max(0, found.start() - 50), found.start())
        named = form in ("proper", "school") and not {"capital", "place", "number"} & set(pieces)
        named = named or bool(_SITE.search(self.lower, max(0, found.start() - 20), found.start()))
        own = form in ("proper", "school")
        if word in surnames() and not named and length >= (3 if own or post else 2):
            return None
        if form == "level" and "phrase" not in pieces:
            return None
        return found.end(), "capital"

    def _bare_unit(self, at: int, last: str, pieces: list[str]) -> int:
        """Where a district's or commune's name without its level word ends: «Công an Hương Sơn»; 0 if there is none."""
        if last != "head" or pieces or (run := _UNIT_NAME.match(self.printed, at)) is None:
            return 0
        words = fold(run[0]).split()
        known = len(words) < 4 and find(" ".join(words), _BARE_LEVELS)
        return int(run.end()) if known and (len(words) > 1 or words[0] not in surnames()) else 0

    def _is_foreigner(self, found: "regex.Match[str]", pieces: list[str]) -> bool:
        """Whether a foreign name of two words follows what the body is of: «Tòa án Tối cao» before «Juan Vega»."""
        if not pieces or pieces[-1] == "head":
            return False
        run = _RUN.match(self.printed, found.start())
        words = run[0].split() if run else []
        return len(words) > 1 and all(not is_vietnamese(word) and not word.isupper() for word in words[:2])

    def _trade(self, at: int, last: str, form: str) -> tuple[int, str] | None:
        """Lower-case words that say what a company does, before its own name: «Công ty CP bến xe Bình Định»."""
        if form != "proper" or last not in ("head", "phrase") or (found := _TRADE.match(self.printed, at)) is None:
            return None
        words = found.captures("word")
        if not _FIRM.search(self.lower, max(0, at - 24), at) or {fold(word) for word in words} & endings("object"):
            return None
        return found.end(), "phrase"

    def _compound(self, at: int, last: str, form: str, pieces: list[str]) -> tuple[int, str] | None:
        """The lower-case syllable that makes a word of a single capital one: «Cục Quân giới»."""
        if last != "capital" or form == "number" or pieces[-2:-1] == ["capital"]:
            return None
        found = _LOWER.match(self.printed, at)
        single = _SINGLE.search(self.printed, max(0, at - 12), at)
        if found is None or not single or found["word"] in endings("object"):
            return None
        own = form in ("proper", "school")
        if own and not (pieces.count("capital") == 1 and self._goes_on(found.end())):
            return None
        return found.end(), "phrase"

    def _goes_on(self, at: int) -> bool:
        """Whether a place, a capital or a mark follows."""
        following = self.printed[at + 1 : at + 2]
        if self.printed[at : at + 1] != " ":
            return True
        return following == _T or following.isupper() or following in "(-&" or bool(self._joined_of(at))

    def _object(self, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        """Lower-case words after one that needs an object: «Cục Quản lý đăng ký kinh doanh»."""
        if last not in ("phrase", "capital") or len(pieces) > 1:
            return None
        end = at
        for _ in range(4):
            found = _LOWER.match(self.printed, end)
            if found is None or found["word"] in endings("object"):
                break
            end = found.end()
        opener = _OPENER.search(self.printed, max(0, at - 20), at)
        needed = opener is not None and opener[1].lower() in openers()
        whose = self.printed[end : end + 2] == f" {_T}" and self.printed[at - 1].islower() and opener is not None
        return (end, "object") if end > at and (needed or whose) else None
