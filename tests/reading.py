"""Reads one sentence with the cascade up to a given rule set, for the tests of rules."""

import unicodedata

from extractor.article import Article, Sentence
from extractor.match import Mention, RuleSet, Skeleton
from extractor.rules import CASCADE


def marked(example: str) -> tuple[str, tuple[int, int] | None]:
    """The sentence of an example without its marks, and the half-open span they enclose."""
    example = unicodedata.normalize("NFC", example)
    if "⟦" not in example:
        return example, None
    start, end = example.index("⟦"), example.index("⟧") - 1
    return example.replace("⟦", "").replace("⟧", ""), (start, end)


def mentions_of(text: str, last: RuleSet) -> list[Mention]:
    """What ``last`` finds in ``text`` after every set before it has read it."""
    article = Article(uri="test", text=text)
    skeleton = Skeleton(article.printed, article.folded, 0)
    for rules in CASCADE:
        found = rules.read(skeleton, text)
        if rules is last:
            return found
    raise LookupError(f"{last.name} is not in the cascade")


def read(text: str) -> Article:
    """``text`` as an article of one sentence."""
    article = Article(uri="test", text=text)
    article.sentences = [Sentence(0, 0, len(text), "paragraph", 0)]
    return article
