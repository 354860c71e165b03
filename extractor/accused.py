"""Whom an article accuses or pities: suspects, convicts, victims, witnesses. They are never stored by name.

A former post does not help («bị can A, nguyên giám đốc»), nor does another sentence that tells only the post.
"""

import regex

from .article import Article
from .fold import fold
from .lexicon import alternation, lexicon

_ROWS = lexicon("accused").rows


def _cues(use: str) -> str:
    return alternation([fold(row["surface"]) for row in _ROWS if row["use"] == use])


# «bị can A», «các đối tượng gồm: A»: the word stands right before the name or before the list that it opens.
_CALLED = regex.compile(
    rf"(?<!\p{{L}}){_cues('called')}(?: (?:là|gồm|tên|đối với|này|chính|cầm đầu|ông|bà|anh|chị|:)|:)*+ ?$"
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


def accuses(article: Article, name: str) -> bool:
    """Whether an article calls the one of this name an accused, a victim or a witness anywhere.

    Newspapers go on with the bare given name («Phong bị bắt quả tang»), which counts if only one person bears it.
    """
    spans = [found.span() for found in regex.finditer(_word(fold(name)), article.folded)]
    given = _word(name.rsplit(" ", 1)[-1])
    bearers = {fold(found[0]) for found in regex.finditer(rf"(?:\p{{Lu}}[\p{{L}}']* ){{1,3}}{given}", article.text)}
    if bearers <= {fold(name)}:
        spans += [found.span() for found in regex.finditer(rf"{given}(?! \p{{Lu}})", article.text)]
    return any(_is_accused_at(article.folded, *span) for span in spans)


def _word(word: str) -> str:
    return rf"(?<![\p{{L}}\p{{N}}]){regex.escape(word)}(?![\p{{L}}\p{{N}}])"


def _is_accused_at(folded: str, start: int, end: int) -> bool:
    before, after = folded[max(0, start - _NEARBY) : start], folded[end : end + _NEARBY]
    return is_accused(_SENTENCE.split(before)[-1], _SENTENCE.split(after)[0])


_SENTENCE = regex.compile(r"[.!?…] ")
