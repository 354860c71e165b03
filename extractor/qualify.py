"""Realis: a fact is what the article says happened; what is planned, negated or revoked says so."""

import regex

from .article import Article, Sentence
from .facts import Award, Event, Fact, Realis, Statistic
from .fold import fold
from .lexicon import lexicon

Real = Award | Statistic | Event


def _words(realis: str) -> str:
    rows = [row["surface"] for row in lexicon("realis").rows if row["realis"] == realis]
    return "|".join(regex.escape(fold(word), special_only=True) for word in sorted(rows, key=len, reverse=True))


def _cue(realis: str) -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\p{{L}})(?:{_words(realis)})(?!\p{{L}})")


_PLANNED, _DONE = _cue("planned"), _cue("done")
_REVOKED, _AHEAD = _cue("revoked"), _cue("ahead")
_FAR = 160  # characters over which a cue still governs
# «mục tiêu 5 tỷ USD», but not «đạt 90% so với chỉ tiêu được giao 5 tỷ đồng».
_TARGET = regex.compile(
    r"(?<!(?:đạt|vượt|với|thành|của|bằng|theo|%|\d|vượt mức|các|một số) )(?:mục tiêu|chỉ tiêu)"
    r"(?! (?:quốc gia|này|trên))[^,;.()\d]{0,60}$"
)
_TARGET_IS = regex.compile(r"(?<!\p{L})(?:mục tiêu|chỉ tiêu)[^,;.()\d]{0,40} là $")
# «2 hồ sơ đề nghị ...», «25 năm phấn đấu»: the cue is a part of what is counted; to propose a charge is to act.
_NOUN = regex.compile(r"(?<!\p{L})(?:hồ sơ|đơn|số lượng|thuế|lời|lệnh|văn bản|chỉ tiêu|năm|sự|quá trình|trung tâm) $")
# «Trong dịp xét tặng này 9 nghệ sĩ được tặng ...»
_OCCASION = regex.compile(r"(?<!\p{L})(?:dịp|đợt|lần|kì) $")
_ACCUSED = regex.compile(r"đề nghị [^,;]{0,30}?(?<!\p{L})truy tố")
_NEGATED = regex.compile(
    r"(?<!\p{L}|hàng |đường )(?:không|chưa|chẳng)"
    r"(?! (?:ngừng|chỉ|gian|khí|quá|quân|dưới|kém|ít|những|đầy|tới|đến|kể|trên))"
    r"(?: (?:được|hề|có|còn|để xảy ra|xảy ra|phải|đạt|công nhận|trao|tặng|xét|phát hiện|ghi nhận|"
    r"tập thể|cá nhân|đơn vị|nào|ai)){0,5} ?$"
)
# «2 nghệ sĩ đủ điều kiện xét tặng», «không được đề xuất»: what the words after an award's recipients say.
_PROPOSED = regex.compile(
    r"[^,;.]{0,40}?(?<!\p{L})(?:đủ điều kiện (?:được )?(?:xét|đề)|(?P<not>không )?được (?:đề xuất|đề nghị|đề cử))"
)
_CLAUSE = regex.compile(r"[;:]|(?<=,) (?:nhưng|song|còn|đồng thời|qua đó|từ đó|tuy nhiên)(?= )")
_NUMBERED = r"\W{0,3}(?:(?:[ivxlc]{1,5}|\d{1,2})[.)/-]+ ?){0,2}(?:về |một số |các )?"
_HEADING = regex.compile(rf"{_NUMBERED}(?:{_words('planned heading')})(?!\p{{L}})")
_LIST_AHEAD = regex.compile(rf"(?<!\p{{L}})(?:{_words('planned heading')})(?!\p{{L}})[^.]{{0,120}}:\s*$")


def qualify(facts: list[Fact], article: Article) -> list[Fact]:
    """``facts`` with their realis, from the words before them in their clause, sentence and section."""
    planned_blocks = _planned_blocks(article)
    sentences = {sentence.seq: sentence for sentence in article.sentences}
    for fact in facts:
        if isinstance(fact, Award | Statistic | Event) and fact.realis == "done":
            sentence = sentences[fact.sentence]
            fact.realis = _realis(fact, sentence, article, sentence.block_seq in planned_blocks)
    return facts


def _realis(fact: Real, sentence: Sentence, article: Article, in_plan: bool) -> Realis:
    before = article.folded[sentence.start : fact.char_start]
    clause = _CLAUSE.split(before)[-1]
    if isinstance(fact, Award) and _REVOKED.search(clause):
        return "revoked"
    if isinstance(fact, Award) and (proposed := _PROPOSED.match(article.folded, fact.char_end)):
        return "negated" if proposed["not"] else "planned"
    if _NEGATED.search(clause):
        return "negated"
    if isinstance(fact, Event) and _AHEAD.search(clause, max(0, len(clause) - 110)):
        return "planned"
    return "planned" if _is_planned(fact, before, clause, in_plan, article) else "done"


def _is_planned(fact: Real, before: str, clause: str, in_plan: bool, article: Article) -> bool:
    """The last cue wins: «đã» after «sẽ» is done. A date after publication is still ahead."""
    published = article.published_on
    if published and fact.start_date and fact.start_date > published and not isinstance(fact, Award):
        return True
    if isinstance(fact, Event):
        return False
    if isinstance(fact, Statistic) and (_TARGET.search(clause) or (fact.unit != "%" and _TARGET_IS.search(clause))):
        return True
    cue = _last_cue(clause, isinstance(fact, Statistic))
    if cue is None and len(clause) < len(before) and before[-len(clause) - 1] in ";:":
        cue = _last_cue(before, isinstance(fact, Statistic))
    return in_plan if cue is None else cue == "planned"


def _last_cue(words: str, counting: bool) -> Realis | None:
    """The last cue in ``words``, unless it is too far from their end."""
    start = max(0, len(words) - _FAR)
    planned = [m.start() for m in _PLANNED.finditer(words, start)]
    planned = [at for at in planned if not _OCCASION.search(words, 0, at)]
    if counting:
        planned = [at for at in planned if not _NOUN.search(words, 0, at) and not _ACCUSED.match(words, at)]
    done = [m.start() for m in _DONE.finditer(words, start)]
    if not planned and not done:
        return None
    return "planned" if planned and (not done or planned[-1] > done[-1]) else "done"


def _planned_blocks(article: Article) -> set[int]:
    """Numbers of the blocks under a heading such as «Phương hướng, nhiệm vụ», or in a list of what is to be done."""
    planned: set[int] = set()
    under_heading = in_list = False
    for number, block in enumerate(article.blocks):
        words = article.folded[block.start : block.end].strip()
        heading = len(words) < 120 and words[-1:] not in ".!?" and block.kind in ("paragraph", "list_item")
        listed = block.kind == "list_item" or words[:1] in ("-", "+", "*", "•")
        if heading and not listed:
            under_heading = _HEADING.match(words) is not None
        in_list = in_list and listed
        if under_heading or in_list:
            planned.add(number)
        if _LIST_AHEAD.search(words[-200:]):
            in_list = True
    return planned
