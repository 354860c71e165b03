"""What the rules leave: numbers, award words, ranks, dates and document numbers that became no fact, by context."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from ..account import account
from ..article import SILENT, Article
from ..facts import Award, Fact
from ..fold import fold
from ..lexicon import alternation, lexicon
from ..pipeline import stated

_AWARD = alternation([fold(row["surface"]) for row in lexicon("awards").rows])
CUES = {
    "award": regex.compile(rf"(?<!\p{{L}}){_AWARD}(?!\p{{L}})"),
    "official": regex.compile(rf"(?<!\p{{L}}){lexicon('ranks').pattern}(?!\p{{L}})"),
    "time": regex.compile(r"(?<!\p{L})(?:ngày|tháng|năm|quý) \d+(?!\p{L})"),
    "document": regex.compile(r"\d+(?:/(?:19|20)\d\d)?[/-][a-zđ]{2,}[/-][a-zđ]{2,}\d*"),
}


@dataclass
class Gaps:
    """Numbers counted and explained, and for each kind the contexts of what became no fact, with how often."""

    numbers: int = 0
    explained: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    contexts: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in ("number", *CUES)})


def gaps(articles: Iterable[Article]) -> Gaps:
    """The gaps over ``articles``, laid out."""
    found = Gaps()
    for article in articles:
        facts, mentions = stated(article)
        for number in account(facts, mentions, article):
            found.numbers += 1
            found.explained += bool(number.fact_kind or number.reason)
            found.reasons[number.fact_kind or number.reason or "unexplained"] += 1
            if not (number.fact_kind or number.reason):
                found.contexts["number"][_context(article, number.char_start, number.char_end)] += 1
        for kind, start, end in _left(article, facts):
            found.contexts[kind][_context(article, start, end)] += 1
    return found


def _left(article: Article, facts: list[Fact]) -> Iterator[tuple[str, int, int]]:
    """Cues of a kind that became no fact of that kind: the kind and the half-open span."""
    for kind, cue in CUES.items():
        told = [fact for fact in facts if fact.kind == kind]
        for block in article.blocks:
            if block.kind in SILENT:
                continue
            for found in cue.finditer(article.folded, block.start, block.end):
                if not any(_tells(fact, found.start(), found.end(), found[0], article) for fact in told):
                    yield kind, found.start(), found.end()


def _tells(fact: Fact, start: int, end: int, cue: str, article: Article) -> bool:
    """Whether ``fact`` stands at the cue; an award may stand at its recipients («4 tập thể») in the same sentence."""
    if fact.char_start < end and start < fact.char_end:
        return True
    if not isinstance(fact, Award) or fact.sentence < 0 or fold(fact.award) not in cue:
        return False
    sentence = article.sentences[fact.sentence]
    return sentence.start <= start < sentence.end


def _context(article: Article, start: int, end: int) -> str:
    """The two words before and after, digits as 0, so that like contexts add up."""
    before = article.folded[max(0, start - 30) : start].split()[-2:]
    after = article.folded[end : end + 30].split()[:2]
    said = regex.sub(r"\d", "0", " ".join(article.folded[start:end].split()))
    return " ".join([*before, f"⟦{said}⟧", *after])


def lines(found: Gaps, most: int = 20) -> Iterator[str]:
    """The report for people: the explained share, where the numbers went, and the commonest contexts of each kind."""
    share = found.explained / max(1, found.numbers)
    yield f"{found.numbers} numbers, {share:.1%} in a fact or with a reason"
    yield "  ".join(f"{where} {n}" for where, n in found.reasons.most_common())
    for kind, contexts in found.contexts.items():
        yield f"\n{kind}: {contexts.total()} without a fact"
        yield from (f"{n:5}  {context}" for context, n in contexts.most_common(most))
