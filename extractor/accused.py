"""Whom an article accuses or pities: suspects, convicts, victims, witnesses. They are never stored by name.

A former post does not help («bị can A, nguyên giám đốc»), nor does another sentence that tells only the post.
"""

import regex

from .fold import fold
from .lexicon import alternation, lexicon

_ROWS = lexicon("accused").rows


def _cues(use: str) -> str:
    return alternation([fold(row["surface"]) for row in _ROWS if row["use"] == use])


# «bị can A», «các đối tượng gồm: A»: the word stands right before the name or before the list that it opens.
_CALLED = regex.compile(
    rf"(?<!\p{{L}}){_cues('called')}(?: (?:là|gồm|tên|đối với|này|chính|cầm đầu|ông|bà|anh|chị|:)|:|,)*+ ?$"
)
_LISTED = regex.compile(rf"(?<!\p{{L}}){_cues('called')}[^.;:]{{0,40}}:[^.]*$")
# «khởi tố, bắt tạm giam A»: whatever is named after the verb in its clause, unless someone else begins to speak.
_DONE_TO = regex.compile(
    rf"(?<!\p{{L}}){_cues('done to')}(?:(?! theo |do |cho biết|thông tin|chỉ đạo)(?:[^.;]|\.(?! )))*$"
)
_SPEAKING = (
    r"(?:cho biết|cho hay|cho rằng|nói|thông tin|nhấn mạnh|chỉ đạo|khẳng định|kí|phát biểu|yêu cầu|trao|thăm|chia sẻ"
    r"|phân tích|nhận định|đánh giá|trả lời|đề nghị|báo cáo)(?!\p{L})"
)
_SPEAKS = regex.compile(rf"[^.;]{{0,80}}?(?<!\p{{L}}){_SPEAKING}")
_SUFFERS = regex.compile(rf"(?:(?!(?<!\p{{L}}){_SPEAKING})[^.;]){{0,60}}?(?<!\p{{L}}){_cues('suffers')}(?!\p{{L}})")
_NEARBY = 160


def is_accused(before: str, after: str) -> bool:
    """Whether a name between these folded words of its sentence is that of an accused, a victim or a witness."""
    if _CALLED.search(before) or _LISTED.search(before) or _SUFFERS.match(after):
        return True
    return bool(_DONE_TO.search(before)) and not _SPEAKS.match(after)


def accuses(folded: str, name: str) -> bool:
    """Whether a folded article calls the one of this name an accused, a victim or a witness anywhere."""
    name = fold(name)
    given = name.rsplit(" ", 1)[-1]
    called = rf"{regex.escape(name)}|(?<=(?:ông|bà|anh|chị|bị can|bị cáo|đối tượng) ){regex.escape(given)}"
    for found in regex.finditer(rf"(?<![\p{{L}}\p{{N}}])(?:{called})(?![\p{{L}}\p{{N}}])", folded):
        before, after = (
            folded[max(0, found.start() - _NEARBY) : found.start()],
            folded[found.end() : found.end() + _NEARBY],
        )
        if is_accused(regex.split(r"[.!?…] ", before)[-1], regex.split(r"[.!?…] ", after)[0]):
            return True
    return False
