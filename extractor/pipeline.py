"""The story, top-down: an article in, its facts out. Pure: no clock, no files but the lexicons, no database."""

from collections.abc import Iterator
from functools import cache

from .account import account
from .article import Article, Sentence
from .authority import judge
from .cascade import Cascade
from .facts import Fact
from .implied import imply
from .match import Mention, Skeleton
from .normalise import normalise
from .people import people
from .qualify import qualify
from .resolve import resolve
from .rules import CASCADE
from .scope import in_order, scope
from .unite import unite


def extract(article: Article) -> list[Fact]:
    """Facts stated in a laid-out ``article``, in text order, each with its evidence; then an account of its numbers."""
    facts, mentions = stated(article)
    numbers = account(facts, mentions, article)  # every number is a fact's or has a reason
    return [*in_order(unite(facts, article)), *numbers]  # what is told twice is one fact


def stated(article: Article) -> tuple[list[Fact], list[Mention]]:
    """Facts each time they are told, and every mention that they were read from."""
    mentions = [mention for sentence in article.sentences for mention in read_sentence(article, sentence)]
    facts = [fact for mention in mentions for fact in mention.facts]
    facts = normalise(facts, article)  # completes times from the dateline and the clause before
    facts = scope(facts, article)  # lets a time and an actor reach the facts of their sentence
    facts = qualify(facts, article)  # planned, negated, revoked
    facts = people(facts, article)  # officials: full names, nobody accused or pitied
    facts = resolve(facts, article)  # completes names: «Công an tỉnh» is that of the article's province
    facts = judge(facts)  # who may not confer an award, by the law, is flagged
    facts = imply(facts, article)  # awards without a recipient are those of the body the article is about
    return facts, mentions


def read_sentence(article: Article, sentence: Sentence) -> list[Mention]:
    """What the cascade finds in one sentence, with the facts as its words say them."""
    found = [mention for _, mentions in layers(article, sentence) for mention in mentions]
    for mention in found:
        for fact in mention.facts:
            fact.sentence = sentence.seq
    return found


def layers(article: Article, sentence: Sentence) -> Iterator[tuple[Skeleton, list[Mention]]]:
    """The sentence's skeleton after each rule set, with what that set found."""
    start, end = sentence.start, sentence.end
    return _cascade().read(Skeleton(article.printed[start:end], article.folded[start:end], start), article.text)


@cache
def _cascade() -> Cascade:
    return Cascade(CASCADE)
