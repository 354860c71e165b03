"""Realis: a fact is what the article says happened; what is planned, negated or revoked says so."""

import regex

from .article import Article, Sentence
from .facts import Award, Event, Fact, Realis, Statistic
from .lexicon import lexicon

Real = Award | Statistic | Event


def _cue(realis: str) -> "regex.Pattern[str]":
    words = [
        regex.escape(row["surface"], special_only=True) for row in lexicon("realis").rows if row["realis"] == realis
    ]
    return regex.compile(r"(?<![\p{L}])(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")(?![\p{L}])")


_PLANNED, _HEADING_PLANNED = _cue("planned"), _cue("planned heading")
_HEADING_DONE, _DONE = _cue("done heading"), _cue("done")
_REVOKED, _AHEAD = _cue("revoked"), _cue("ahead")
_NEGATED = regex.compile(
    r"(?<!\p{L})(?:không|chưa|chẳng)(?! (?:ngừng|chỉ|gian|khí|quá|quân|dưới|kém|ít|những|đầy|tới|đến|kể|trên))"
    r"(?: (?:được|hề|có|còn|để xảy ra|xảy ra|phải|đạt|công nhận|trao|tặng|xét|phát hiện|ghi nhận|"
    r"tập thể|cá nhân|đơn vị|nào|ai)){0,5} ?$"
)
_CLAUSE = regex.compile(r"[;:]|(?<=,) (?:nhưng|song|còn|đồng thời|qua đó|từ đó|tuy nhiên)(?= )")


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
    if _NEGATED.search(clause):
        return "negated"
    if isinstance(fact, Event) and _AHEAD.search(clause[-60:]):
        return "planned"
    return "planned" if _is_planned(fact, before, clause, in_plan, article) else "done"


def _is_planned(fact: Real, before: str, clause: str, in_plan: bool, article: Article) -> bool:
    """The last cue wins: «đã» after «sẽ» is done. A date after publication is still ahead."""
    published = article.published_on
    if published and fact.start_date and fact.start_date > published and not isinstance(fact, Award):
        return True
    for words in (clause, before):
        planned = [m.start() for m in _PLANNED.finditer(words)]
        done = [m.start() for m in _DONE.finditer(words)]
        if planned or done:
            return bool(planned) and (not done or planned[-1] > done[-1])
    return in_plan


def _planned_blocks(article: Article) -> set[int]:
    """Numbers of the blocks under a heading such as «Phương hướng, nhiệm vụ», to the next heading of results."""
    planned: set[int] = set()
    ahead = False
    for number, block in enumerate(article.blocks):
        head = article.folded[block.start : min(block.end, block.start + 160)]
        short = block.end - block.start < 160
        if _HEADING_PLANNED.search(head) and (short or head.rstrip().endswith(":")):
            ahead = True
        elif _HEADING_DONE.search(head) and short:
            ahead = False
        if ahead:
            planned.add(number)
    return planned
