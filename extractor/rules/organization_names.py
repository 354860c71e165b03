"""Where the name of a body ends: a head («Phòng»), what it is the head of («Cảnh sát hình sự»), whose it is.

Reads the printed skeleton, in which places and numbers already are one character each. A body is known by the form
of its head (column ``form`` of organization_heads): «level» needs a place or a level word, «organ» the body that it
belongs to, «field» and «number» say what they are for, «proper» and «school» have a name of their own, «self» need
nothing.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from .name_ends import endings, says_something
from .names import is_vietnamese
from .organization_heads import (
    NEVER_LOWER,
    Body,
    Head,
    field_phrases,
    head_phrases,
    heads,
    is_complete,
    is_name,
    openers,
    verbs,
)
from .organization_patterns import (
    ABOUT,
    ALWAYS_HEADS,
    AND_PLACE,
    AREA,
    AT_PLACE,
    BARE_LEVELS,
    BESIDE,
    CAPITAL,
    CAPITALS,
    COMMA,
    COUNT,
    DEEPEST,
    DEFINED,
    JOINED,
    JOINED_LOWER,
    JOINED_OF,
    LEADERS,
    LEVEL_WORD,
    LIST,
    LISTED_FIELD,
    LOWER,
    NUMBERED,
    OF_MANY,
    OF_POLICE,
    OF_STATE,
    OPENER,
    PLURAL,
    POST,
    QUOTED,
    REST,
    RUN,
    SINGLE,
    SITE,
    TRADE,
    UNIT_NAME,
    WHOSE,
    T,
)
from .toponyms import find, surnames


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
            if self._depth == DEEPEST:
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
            return OF_POLICE.match(self.printed, at) is not None
        following = self.printed[end + 1 : end + 2]
        return " " in self.lower[at:end] or following.isupper() or following == T

    def _body(self, at: int, end: int) -> Body | None:
        head = heads()[self.lower[at:end]]
        if head.form == "none":
            return None
        if head.form == "beside":
            of = BESIDE.match(self.lower, end)
            return Body(head, at, end, end) if of and self.body(of.end()) else None
        read = self._organ(head, at, end) if head.form == "organ" else self._tail(head, at, end)
        if read is None or (head.name == "Đảng ủy" and read.end == end):
            return self._sharing(head, at, end) or read
        return read

    def siblings(self, head: Head, at: int) -> Iterator[tuple[int, int]]:
        """What else shares the head of a body in the plural: «các Bộ Quốc phòng, Ngoại giao»."""
        while head.form == "field" and (joint := COMMA.match(self.printed, at)):
            end = field_phrases().end(self.lower, joint.end())
            if end < 0 or self._starts_another(joint.end()):
                return
            yield joint.end(), end
            at = end

    def _organ(self, head: Head, at: int, tail: int) -> Body | None:
        """A body of a body: «Đảng ủy Công an tỉnh»."""
        if not self.printed[at].isupper() and self.lower[at:tail] in NEVER_LOWER:
            return None
        of = WHOSE.match(self.lower, tail)
        sub = self.body(of.end()) if of else None
        if sub and sub.shared is None:
            return Body(head, at, tail, sub.end, sub.place)
        return self._tail(head, at, tail)

    def _sharing(self, head: Head, at: int, tail: int) -> Body | None:
        """A head without a tail that shares the next one's: «Ban Tổ chức, Ban Nội chính Tỉnh ủy»."""
        if head.form not in ("level", "organ") or not self.printed[at].isupper():
            return None
        if head.name == "Đảng ủy" and (leaders := LEADERS.match(self.lower, tail)) and (of := self.body(leaders.end())):
            return Body(head, at, tail, tail, None, of.shared or (of.start, of.end))
        joint = LIST.match(self.printed, tail)
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
        while step := self._step(head, end, last, pieces):
            place = (end, step[0]) if step[1] in ("place", "level") else place
            end, last = step
            pieces.append(last)
            if last == "level":
                break
        if (last == "level" and PLURAL.match(self.lower, end)) or OF_MANY.match(self.lower, end):
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
        return Body(head, at, tail, end, place) if complete and is_name(self.printed, at, tail, pieces) else None

    def _step(self, head: Head, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        """The next piece of a name: where it ends, and what it is."""
        following, letter = self.printed[at : at + 1], self.lower[at + 1 : at + 2]
        if following != " ":  # most names end here, so that is told without more ado
            return self._word_step(head, at, last, pieces) if following in "-," and following else None
        if letter == T:
            return (at + 2, "place") if last != "place" or pieces.count("place") < 2 else None
        if letter in "(-ktở":
            if found := self._bound(head, at, last):
                return found
        elif head.form == "level" and (end := self._bare_unit(at, last, pieces)):
            return end, "place"
        levels = "phrase" in pieces if head.own else head.form != "number"
        if levels and letter in "tpxhqc" and (end := self._level_word(at)):
            return end, "level"
        if last != "place" and (letter == "s" or not letter.isalpha()) and (end := self._number(at)):
            return end, "number"
        return self._word_step(head, at, last, pieces)

    def _bound(self, head: Head, at: int, last: str) -> tuple[int, str] | None:
        """An area, a definition in brackets, or a place that is bound to a name: «khu vực 2», «cấp cao tại Hà Nội»."""
        if last == "place" and (found := AREA.match(self.lower, at)):
            return found.end(), "area"
        if found := DEFINED.match(self.printed, at):
            return found.end(), last
        if head.own and last in ("place", "capital") and (found := AND_PLACE.match(self.lower, at)):
            return found.end(), "place"
        bound = self.lower.endswith(("cấp cao", T), 0, at) and head.form in ("level", "organ", "proper")
        found = AT_PLACE.match(self.lower, at) if bound and last in ("place", "phrase") else None
        return (found.end(), "place") if found else None

    def _number(self, at: int) -> int:
        """Where the number of a body ends, 0 if it counts what follows: «Quân khu 7», but not «Cục bắt 7 vụ»."""
        if found := NUMBERED.match(self.printed, at):
            return int(found.end())
        if (found := COUNT.match(self.printed, at)) is None:
            return 0
        following = LOWER.match(self.printed, found.end())
        counts = following is not None and following["word"] not in endings("object")
        return 0 if counts else int(found.end())

    def _level_word(self, at: int) -> int:
        found = LEVEL_WORD.match(self.lower, at)
        if found is None:
            return 0
        named = CAPITALS.match(self.printed, found.end())
        someone = named and len(named.captures("more")) > 1 and named["first"].lower() in surnames()
        return found.end() if someone or not named else 0  # «UBND tỉnh Lê Văn An»

    def _word_step(self, head: Head, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        after_place = "place" in pieces and not head.own
        if self.lower.startswith(" ", at) and not after_place:
            if (last != "head" or head.form == "number") and self._starts_another(at + 1, own=head.own):
                return None
            if (end := self._phrase(at + 1, last, head)) > 0:
                return end, "phrase"
        if after_place:
            return None
        if head.form in ("proper", "field") and last != "head" and (end := self._joined_of(at)):
            return end, "phrase"
        if head.name == "Bộ" and (joint := LISTED_FIELD.match(self.printed, at)) and not self._starts_another(at + 2):
            return joint.end(), "phrase"
        if last in ("phrase", "capital", "object") and (joint := JOINED.match(self.printed, at)):
            return self._after_joint(joint.end(), head)
        if last in ("phrase", "object") and head.form == "proper" and (joint := JOINED_LOWER.match(self.printed, at)):
            end = field_phrases().end(self.lower, joint.end())
            return (end, "phrase") if end > 0 and " " in self.lower[joint.end() : end] else None
        if head.form == "field" and self.lower.startswith(ABOUT, at) and self.lower.endswith(OF_STATE, 0, at):
            end = field_phrases().end(self.lower, at + len(ABOUT))
            return (end, "phrase") if end > 0 else None
        if head.own and (found := QUOTED.match(self.printed, at)):
            return found.end(), "capital"
        if found := CAPITAL.match(self.printed, at) if self.printed.startswith(" ", at) else None:
            long = self._long_head(at + 1)
            return self._capital(found, head, pieces) if long < 0 else self._whole(at + 1, long, head, pieces)
        found = self._trade(at, last, head) or self._rest(at, last, head)
        return found or self._compound(at, last, head, pieces) or self._object(at, last, pieces)

    def _long_head(self, at: int) -> int:
        """Where a head of several words at ``at`` ends: «Ban Thường trực» before «Ủy ban» is no «Ban ... Ủy»."""
        end = head_phrases().end(self.lower, at)
        return end if end > 0 and " " in self.lower[at:end] else -1

    def _whole(self, at: int, end: int, head: Head, pieces: list[str]) -> tuple[int, str] | None:
        """The head of the whole that a part is of, where it bears no name here: «Đảng bộ Lữ đoàn»."""
        whole = heads()[self.lower[at:end]]
        named = whole.form == "number" or whole.kind == "enterprise"
        return (end, "phrase") if head.form == "organ" and not pieces and named else None

    def _phrase(self, at: int, last: str, head: Head) -> int:
        end = field_phrases().end(self.lower, at)
        if end < 0 or self.printed[at].isupper():
            return end
        verbal = self.lower[at:end] in verbs()
        if verbal and (last != "head" or head.form not in ("field", "proper")):
            return -1
        return -1 if self.lower[at:end] == "nghiệp vụ" else end

    def _joined_of(self, at: int) -> int:
        """Where «và Lâm sản» ends before the place that both are of; 0 if another body or a verb is joined."""
        found = JOINED_OF.match(self.printed, at)
        if found is None or {word.strip() for word in found.captures("word")} & endings("object"):
            return 0
        return 0 if head_phrases().end(self.lower, found.start("first")) > 0 else int(found.end())

    def _after_joint(self, at: int, head: Head) -> tuple[int, str] | None:
        if self._starts_another(at) or (head.form == "field" and head_phrases().end(self.lower, at) > 0):
            return None
        if (end := field_phrases().end(self.lower, at)) > 0:
            return end, "phrase"
        found = CAPITAL.match(self.printed, at)
        word = found["word"].lower() if found else ""
        ok = head.form in ("proper", "field") and (word == "việt" or word not in surnames() | endings("name"))
        return (found.end(), "capital") if found and ok else None

    def _starts_another(self, at: int, *, own: bool = False) -> bool:
        if own and not self.printed.startswith(ALWAYS_HEADS, at):
            return False
        return self.printed[at : at + 1].isupper() and self.body(at) is not None

    def _capital(self, found: "regex.Match[str]", head: Head, pieces: list[str]) -> tuple[int, str] | None:
        word = found["word"].lower()
        if word in endings("any name") or head.form == "self":
            return None
        if pieces[-1:] == ["number"] or (not head.own and self._is_foreigner(found, pieces)):
            return None
        if word in endings("name") and not head.own:
            return None
        run = RUN.match(self.printed, found.start())
        length = len(run[0].split()) if run else 1
        post = POST.search(self.lower, max(0, found.start() - 50), found.start())
        named = head.own and not {"capital", "place", "number"} & set(pieces)
        named = named or bool(SITE.search(self.lower, max(0, found.start() - 20), found.start()))
        if word in surnames() and not named and length >= (3 if head.own or post else 2):
            return None
        if head.form == "level" and "phrase" not in pieces:
            return None
        return found.end(), "capital"

    def _bare_unit(self, at: int, last: str, pieces: list[str]) -> int:
        """Where a district's or commune's name without its level word ends: «Công an Hương Sơn»; 0 if there is none."""
        if last != "head" or pieces or (run := UNIT_NAME.match(self.printed, at)) is None:
            return 0
        words = run[0].lower().split()
        known = len(words) < 4 and find(" ".join(words), BARE_LEVELS)
        return int(run.end()) if known and (len(words) > 1 or words[0] not in surnames()) else 0

    def _is_foreigner(self, found: "regex.Match[str]", pieces: list[str]) -> bool:
        """Whether a foreign name of two words follows what the body is of: «Tòa án Tối cao» before «Juan Vega»."""
        if not pieces or pieces[-1] == "head":
            return False
        run = RUN.match(self.printed, found.start())
        words = run[0].split() if run else []
        return len(words) > 1 and all(not is_vietnamese(word) and not word.isupper() for word in words[:2])

    def _trade(self, at: int, last: str, head: Head) -> tuple[int, str] | None:
        """Lower-case words that say what a company does, before its own name: «Công ty CP bến xe Bình Định»."""
        if not head.firm or last not in ("head", "phrase") or (found := TRADE.match(self.printed, at)) is None:
            return None
        return None if says_something(" ".join(found.captures("word"))) else (found.end(), "phrase")

    def _rest(self, at: int, last: str, head: Head) -> tuple[int, str] | None:
        """Lower-case words up to a mark or a place that end a name: «Trường Đại học Y tế công cộng,»."""
        if last not in ("phrase", "capital") or head.form in ("level", "self", "number"):
            return None
        if head.firm and last == "capital":
            return None  # «Công ty Minh Phát phá sản.»
        found = REST.match(self.printed, at)
        return (found.end(), "rest") if found and not says_something(found[0].strip()) else None

    def _compound(self, at: int, last: str, head: Head, pieces: list[str]) -> tuple[int, str] | None:
        """The lower-case syllable that makes a word of a single capital one: «Cục Quân giới»."""
        if last != "capital" or head.form == "number" or pieces[-2:-1] == ["capital"]:
            return None
        found = LOWER.match(self.printed, at)
        single = SINGLE.search(self.printed, max(0, at - 12), at)
        if found is None or not single or found["word"] in endings("object"):
            return None
        if head.own and not (pieces.count("capital") == 1 and self._goes_on(found.end())):
            return None
        return found.end(), "phrase"

    def _goes_on(self, at: int) -> bool:
        """Whether a place, a capital or a mark follows."""
        following = self.printed[at + 1 : at + 2]
        if self.printed[at : at + 1] != " ":
            return True
        return following == T or following.isupper() or following in "(-&" or bool(self._joined_of(at))

    def _object(self, at: int, last: str, pieces: list[str]) -> tuple[int, str] | None:
        """Lower-case words after one that needs an object: «Cục Quản lý đăng ký kinh doanh»."""
        if last not in ("phrase", "capital") or len(pieces) > 1:
            return None
        end = at
        for _ in range(4):
            found = LOWER.match(self.printed, end)
            if found is None or found["word"] in endings("object"):
                break
            end = found.end()
        opener = OPENER.search(self.printed, max(0, at - 20), at)
        needed = opener is not None and opener[1].lower() in openers()
        whose = self.printed[end : end + 2] == f" {T}" and self.printed[at - 1].islower() and opener is not None
        return (end, "object") if end > at and (needed or whose) else None
