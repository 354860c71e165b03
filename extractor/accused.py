"""Whom an article accuses or pities: suspects, convicts, victims, witnesses. They are never stored by name.

A former post does not help («bị can A, nguyên giám đốc»), nor does another sentence that tells only the post.
"""

from collections.abc import Iterator

import regex
from ahocorasick_rs import AhoCorasick

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
# «Ba người bị xử về tội đưa hối lộ gồm: A (giám đốc X); B»
_CHARGED_LIST = regex.compile(
    r"(?:bị (?:xử|xét xử|bắt|tạm giữ|tạm giam|khởi tố|truy tố|triệu tập|đề nghị)|hầu tòa|ra tòa|lĩnh án|về tội|các tội"
    r"|tội danh)(?!\p{L})[^.;:]{0,90}(?::|(?<!\p{L})(?:gồm|là) )[^.]*$"
)
# «bị can A và Giám đốc B»
_CALLED_WITH = regex.compile(r"(?<!\p{L})bị (?:can|cáo) (?:\p{L}+ ){2,5}(?:cùng|và)(?: (?:ông|bà|anh|chị|với))* $")
# «khởi tố, bắt tạm giam A»: whatever is named after the verb in its clause, unless someone else begins to speak.
_DONE_TO = regex.compile(
    rf"(?<!\p{{L}}){_cues('done to')}(?:(?! theo |do |cho biết|thông tin|chỉ đạo)(?:[^.;]|\.(?! )))*$"
)
_SPEAKING = (
    r"(?:xác nhận|tuyên bố|kêu gọi|tiết lộ|chủ trì|chỉ huy"
    r"|cho biết|cho hay|cho rằng|nói|thông tin|nhấn mạnh|chỉ đạo|khẳng định|kí|phát biểu|yêu cầu|trao|thăm|chia sẻ"
    r"|phân tích|nhận định|đánh giá|trả lời|đề nghị|báo cáo)(?!\p{L})"
)
_SPEAKS = regex.compile(rf"[^.;]{{0,80}}?(?<!\p{{L}}){_SPEAKING}")
# «A (nguyên Giám đốc X): 14 năm tù»: a bracket, or the rest of one, counts for nothing.
_ASIDE = r"(?: ?\([^()]{1,150}\)|[^().;]{0,120}\))?+"
_SUFFERS = regex.compile(
    rf"{_ASIDE}(?:(?!(?<!\p{{L}}){_SPEAKING})[^.;]){{0,60}}?(?<!\p{{L}}){_cues('suffers')}(?!\p{{L}})"
)
# «đặt mìn nhà ông A»: what a crime does to someone, or to the house or the family.
_THEIRS = r"trước|sau|vào|cửa|cổng|nhà|riêng|xe|máy|tài sản|gia đình|vợ|con|chồng|cả|của|là|ông|bà|anh|chị|cho|ở|tại"
_AIMED_AT = regex.compile(rf"(?<!\p{{L}}){_cues('aimed at')}(?: (?:{_THEIRS})){{0,7}}+ ?$")
# «A, Giám đốc, bị đe dọa»: what is done to the one named, right after the name and the post.
_HURT = regex.compile(
    r"(?: [\ue000-\uf8ff])*+(?: ?[,(-][^.;]{0,90}?[,)-])?+,? ?"
    r"(?:(?:đã|vừa|cũng|từng|mới|chỉ|nhiều lần|liên tục|thường xuyên|không may) ){0,3}"
    rf"{_cues('hurt')}(?!\p{{L}})"
)
# «Theo Đại tá A, hành vi phạm tội đã rõ»: who tells it is not who did it.
_AS_TOLD_BY = regex.compile(
    r"(?<!\p{L})theo (?:lời )?(?:ông |bà |đồng chí |(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng) )*$"
)
_NEARBY = 160


_ANY_CUE = AhoCorasick([fold(row["surface"]) for row in _ROWS])


def is_accused(before: str, after: str) -> bool:
    """Whether a name between these folded words of its sentence is that of an accused, a victim or a witness."""
    if not _ANY_CUE.find_matches_as_indexes(f"{before}|{after}"):
        return False
    if any(cue.search(before) for cue in (_CALLED, _LISTED, _CHARGED_LIST, _AIMED_AT)):
        return True
    if _AS_TOLD_BY.search(before) and after.startswith(","):
        return False
    if _SUFFERS.match(after) or _HURT.match(after):
        return True
    return bool(_DONE_TO.search(before) or _CALLED_WITH.search(before)) and not _SPEAKS.match(after)


def accuses(article: Article, name: str) -> bool:
    """Whether an article calls the one of this name an accused, a victim or a witness anywhere.

    Newspapers go on with the bare given name («Phong bị bắt quả tang»), which counts if only one person bears it.
    """
    spans = list(_occurrences(article.folded, fold(name)))
    given = name.rsplit(" ", 1)[-1]
    bare = list(_occurrences(article.text, given))
    longer = {span: _LONGER.search(article.text, max(0, span[0] - 30), span[1]) for span in bare}
    if all(fold(found[0]).endswith(fold(name)) for found in longer.values() if found):  # «Ông» may stand before it
        spans += [span for span in bare if not longer[span] and not _CAPITAL_NEXT.match(article.text, span[1])]
    return any(_is_accused_at(article.folded, *span) for span in spans)


def _occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where ``word`` stands in ``text`` between the edges of words."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(word, end)


_LONGER = regex.compile(r"(?:\p{Lu}[\p{L}']* ){1,3}\p{Lu}[\p{L}']*$")
_CAPITAL_NEXT = regex.compile(r" \p{Lu}")


def _is_accused_at(folded: str, start: int, end: int) -> bool:
    before, after = folded[max(0, start - _NEARBY) : start], folded[end : end + _NEARBY]
    return is_accused(_SENTENCE.split(before)[-1], _SENTENCE.split(after)[0])


_SENTENCE = regex.compile(r"[.!?…] ")
