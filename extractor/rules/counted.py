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
_LAST_SYLLABLES = {verb.split()[-1] for verb in _ACTIONS}
_FAR = 75  # characters back to where a verb still governs
_MARKS = ',;.:()"'
_JOINS = {"và", "hoặc"}
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
    """Where the last verbs in ``before`` begin and end."""
    words = before[max(before.rfind(";") + 1, len(before) - _FAR, 0) :].split(" ")
    bare = [word.strip(_MARKS) for word in words]
    for last in range(len(words) - 1, -1, -1):
        if bare[last] in _LAST_SYLLABLES and (first := _verb_ending(bare, last)) is not None:
            if _ACTIONS[" ".join(bare[first : last + 1])]:
                first = _chain(words, bare, first)
            start = len(before) - len(" ".join(words[first:])) + len(words[first]) - len(words[first].lstrip(_MARKS))
            return start, start + len(" ".join(words[first : last + 1]).strip(_MARKS))
    return None


def _verb_ending(words: list[str], last: int) -> int | None:
    """Where the longest verb that ends with the word ``last`` begins."""
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        if " ".join(words[first : last + 1]) in _ACTIONS:
            return first
    return None


def _chain(words: list[str], bare: list[str], first: int) -> int:
    """The first word of the verbs that the verb at ``first`` is joined to."""
    while first > 1:
        last = first - 2 if bare[first - 1] in _JOINS else first - 1
        verb = _verb_ending(bare, last)
        if verb is None or words[last][-1] in ";.:" or not _ACTIONS[" ".join(bare[verb : last + 1])]:
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
