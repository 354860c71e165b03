"""How an article was read: its text with the facts marked, and layer by layer which rule made what."""

from collections.abc import Iterator
from dataclasses import asdict

from ..article import Article
from ..facts import EVIDENCE_FIELDS, FACTS, Fact
from ..match import Mention
from ..pipeline import extract, layers
from ..rules import CASCADE


def explain(article: Article) -> Iterator[str]:
    """Lines for people: head, text with its facts marked, the facts with their rules, then every sentence's layers."""
    facts = [fact for fact in extract(article) if fact.kind in FACTS]
    yield from _head(article)
    yield from ("", *marked(article, facts).split("\n"), "")
    for number, fact in enumerate(facts, 1):
        yield f"[{number}] {fact.kind} «{_words(article, fact)}» by {fact.rule}"
        slots = {k: v for k, v in asdict(fact).items() if k not in EVIDENCE_FIELDS and v not in (None, [])}
        yield "    " + ", ".join(f"{name.rstrip('_')}: {value}" for name, value in slots.items())
    for sentence in article.sentences:
        yield f"\n{sentence.seq + 1}. ({sentence.block}) {_line(article.text[sentence.start : sentence.end])}"
        for rules, (skeleton, mentions) in zip(CASCADE, layers(article, sentence), strict=True):
            if mentions:
                yield f"   {rules.name:>14} → {skeleton}"
                yield from (f"{'':17}   {_told(article, mention)}" for mention in mentions)


def _head(article: Article) -> Iterator[str]:
    for name in ("title", "author", "published_at", "section", "source", "place"):
        if value := getattr(article, name):
            yield f"{name:>12}: {value}"


def marked(article: Article, facts: list[Fact]) -> str:
    """The text with ⟦ before each fact, ⟧ and its number after it; the longer of two opens first."""
    marks: list[tuple[int, int, int, str]] = []
    for number, fact in enumerate(facts, 1):
        marks.append((fact.char_start, 1, -fact.char_end, "⟦"))
        marks.append((fact.char_end, 0, -fact.char_start, f"⟧{number}"))
    parts, last = [], 0
    for at, _, _, mark in sorted(marks):
        parts += [article.text[last:at], mark]
        last = at
    return "".join([*parts, article.text[last:]])


def _told(article: Article, mention: Mention) -> str:
    made = ", ".join(f.kind for f in mention.facts) or f"<{mention.kind}>"
    return f"{mention.rule}: «{_line(article.text[mention.start : mention.end])}» → {made}"


def _words(article: Article, fact: Fact) -> str:
    return _line(article.text[fact.char_start : fact.char_end])


def _line(text: str) -> str:
    return " ".join(text.split())
