"""What stands round a counted quantity: what restricts it, the verbs that govern it, what it is compared with.

Offsets are those of the words given: ``before`` ends where the quantity begins, ``after`` begins where it ends.
"""

from typing import Literal

import regex

from ..fold import fold
from ..lexicon import lexicon
from ..match import symbol
from .units import unit_of

Stretch = tuple[int, int]

_ACTIONS = {fold(row["surface"]): row["joins"] == "yes" for row in lexicon("actions").rows}
_LONGEST = max(len(verb.split()) for verb in _ACTIONS)
_NUM, _TIME = symbol("NUM"), symbol("TIME")
_WORD = regex.compile(r"[^\s,;.:()\"]+|[,;.:()\"]")
_WORDS_BACK = 14
_JOINS = {",", "và", "hoặc"}
# «A vụ, B đối tượng»: the next of a list, governed as the one before it.
_NEXT = regex.compile(rf"{_NUM}(?P<between>[^{_NUM};]{{0,90}}(?:,|;| và| với| cùng|, với|\()) ?$")
_AMONG = regex.compile(r"trong (?:đó|số đó|số này)(?:,? có|,? gồm)? $")

_STOPS = (
    r"với|cùng|gồm|bao gồm|trong đó|nhằm|để|nên|khi|sau khi|tại|ở|trên địa bàn|so với|so cùng kì|từ|vào|trong|đã|sẽ|"
    rf"thì|nhưng|mà|đang chờ|do|(?:và|của|cho|tăng|giảm|đạt|chiếm|lên|còn|là|vượt|bằng|trị giá)(?= {_NUM})"
)
# Where a phrase that restricts what is counted ends.
_END = regex.compile(
    rf"[,;.:()…!?\[\]/\"]| (?:- )?(?:{_NUM}|{_TIME})| (?:{_STOPS})(?!\p{{L}})| và(?=[^,;.]{{0,40}}{_NUM})"
)
_SHARED = regex.compile(
    rf"(?:,|,? và|,? với|,? cùng)? ?(?:(?!(?:trong|tăng|giảm|đạt|chiếm|vượt|bằng|thu|trị|gây|làm)(?!\p{{L}}))"
    rf"\p{{L}}+ ){{0,3}}?{_NUM}"
)
_CHANGED = regex.compile(
    r"(?<!\p{L})(?:(?P<up>tăng)|(?P<down>giảm|sụt))(?: (?:giảm|thêm|trưởng|bình quân|trung bình|nhẹ|mạnh|tới|đến|"
    r"khoảng|được|khá|cao|sâu|đều|hơn|gần|tương ứng|ở mức|mức|đi|hẳn)){0,3} $"
)
_BASE = regex.compile(r"[^;.]{0,70}?(?<!\p{L})so (?:với )?(?P<base>[^,;.():]{1,70})")
_BASE_NEXT = regex.compile(r" ?\(?so (?:với )?(?P<base>[^,;.():]{1,70})")
_BASE_END = regex.compile(r" (?:và|nhưng) .*| (?:tăng|giảm|đạt) .*")
_SUBJECT = regex.compile(
    r"(?<!\p{L})(?P<what>(?:tổng (?:số|kinh phí|trị giá|giá trị|vốn|diện tích|mức|sản lượng|doanh thu|thu|chi|dư nợ)"
    r"|số(?: lượng| tiền)?|kinh phí|trị giá|giá trị|doanh thu|lợi nhuận|kim ngạch|sản lượng|diện tích|thu nhập|"
    rf"tỉ lệ|vốn|mức|giá|quy mô|công suất|dân số|chiều dài|nhiệt độ)(?: [^\s,;.():{_NUM}]+){{0,12}}?)"
    rf"(?: {_TIME})?(?: (?:là|đạt|lên tới|lên đến|chỉ|còn|đã|hiện|có|tới|đến|được|chiếm|tăng|giảm|vượt)){{0,3}} $"
)


def action_in(before: str) -> Stretch | None:
    """The verbs that govern a quantity, nearest before it, with those joined to them: «phát hiện, xử lý»."""
    if _AMONG.search(before):
        return None
    if earlier := _NEXT.search(before):
        near = before[earlier.start("between") + 1 :]
        if len(near.split()) < 2 or not _verbs(near):
            return action_in(before[: earlier.start()])
    return _verbs(before)


def _verbs(before: str) -> Stretch | None:
    words = [w.span() for w in _WORD.finditer(before, max(0, before.rfind(";")))][-_WORDS_BACK:]
    texts = [before[a:b] for a, b in words]
    for at in range(len(words), 0, -1):
        if (first := _verb_ending(texts, at)) is not None:
            joins = _ACTIONS[" ".join(texts[first:at])]
            return words[_chain(texts, first) if joins else first][0], words[at - 1][1]
    return None


def _verb_ending(texts: list[str], at: int) -> int | None:
    """Where the longest verb that ends before word ``at`` begins."""
    for size in range(min(_LONGEST, at), 0, -1):
        if " ".join(texts[at - size : at]) in _ACTIONS:
            return at - size
    return None


def _chain(texts: list[str], first: int) -> int:
    """The first word of the verbs that the verb at ``first`` is joined to."""
    while first > 1 and (at := first - 1 if texts[first - 1] in _JOINS else first):
        verb = _verb_ending(texts, at)
        if verb is None or not _ACTIONS[" ".join(texts[verb:at])]:
            break
        first = verb
    return first


def restriction(after: str) -> Stretch | None:
    """The phrase right after a unit that restricts what is counted: «lộ lọt tài liệu mật»."""
    if not after.startswith(" "):
        return None
    end = _phrase_end(after, 0)
    while after.startswith(", ", end) and after[1:end] in _ACTIONS:
        following = _phrase_end(after, end + 1)
        if after[following : following + 2].endswith(_NUM) or _begins_no_verb(after[end + 2 : following]):
            break
        end = following
    joint = after.find(" và ", 1, end)
    if joint > 0 and after[1:joint] not in _ACTIONS and not _begins_no_verb(after[joint + 4 : end]):
        end = joint
    return (1, end) if end > 1 else None


def _begins_no_verb(phrase: str) -> bool:
    words = phrase.split()
    return not any(" ".join(words[:size]) in _ACTIONS for size in (1, 2, 3))


def _phrase_end(after: str, start: int) -> int:
    found = _END.search(after, start)
    return len(after[: found.start()].rstrip()) if found else len(after.rstrip())


def shared_restriction(after: str) -> Stretch | None:
    """The phrase that the next count has and this one shares: «9 vụ, 12 đối tượng cướp giật»."""
    start = 0
    for _ in range(2):
        if (following := _SHARED.match(after, start)) is None:
            return None
        unit = unit_of(after[following.end() :], after[following.end() :])
        if unit is None or unit.use in ("measure", "money"):
            return None
        start = following.end() + unit.end
        if phrase := restriction(after[start:]):
            return start + phrase[0], start + phrase[1]
    return None


def subject_in(before: str) -> Stretch | None:
    """What an amount is said of: «tổng kinh phí 5 tỷ đồng»."""
    near = max(before.rfind(mark) for mark in (",", ";", "(", ":", _NUM)) + 1
    found = _SUBJECT.search(before, near)
    return found.span("what") if found else None


def change_before(before: str) -> Literal["increase", "decrease"] | None:
    """«tăng», «giảm» right before a quantity."""
    found = _CHANGED.search(before, max(0, len(before) - 40))
    return None if found is None else "increase" if found["up"] else "decrease"


def base_in(after: str, changed: bool) -> Stretch | None:
    """What a change or an amount is measured against: «so với cùng kỳ năm trước»."""
    found = (_BASE if changed else _BASE_NEXT).match(after)
    if found is None:
        return None
    start, end = found.span("base")
    return start, start + len(_BASE_END.sub("", after[start:end]).rstrip())
