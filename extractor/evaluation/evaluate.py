"""Facts against gold: precision, recall and F1 a kind, accuracy a slot, every miss with its sentence.

The rules of the comparison are those of the annotation guideline, section Scoring.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..article import Article
from ..errors import ExtractorError
from ..facts import EVIDENCE_FIELDS, FACTS, Fact
from ..fold import same

KEY_SLOTS = {
    "time": ("type", "start", "end"),
    "award": ("award", "class", "recipient_kind", "count"),
    "official": ("name", "rank", "posts"),
    "statistic": ("value", "modifier", "unit"),
    "event": ("type",),
    "document": ("doc_type", "number", "issued_on"),
    "organization": ("name",),
    "place": ("name",),
}
PHRASES = frozenset({"what", "action", "title"})
ARTICLE_SLOTS = ("title", "author", "published_at", "section", "source", "place")
_GOLD_NAMES = {"start_date": "start", "end_date": "end", "class_": "class", "org_kind": "kind"}
_SCORED = {
    kind: [_GOLD_NAMES.get(f, f) for f in cls.__dataclass_fields__ if f not in EVIDENCE_FIELDS]
    for kind, cls in FACTS.items()
}
_MIN_OVERLAP = 0.25


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to compare, predicted or gold: kind, half-open span, printed words, slots under their gold names."""

    kind: str
    start: int
    end: int
    text: str
    slots: dict[str, Any]
    optional: bool = False
    rule: str = ""


@dataclass
class Score:
    """Counts of one kind: gold facts and predictions (the optional left out), span matches, fact matches."""

    gold: int = 0
    predicted: int = 0
    spans: int = 0
    facts: int = 0
    right: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)

    def f1(self, matches: int) -> float:
        """The harmonic mean of precision and recall for ``matches``; 1.0 where there is nothing to find."""
        return 2 * matches / (self.gold + self.predicted) if self.gold + self.predicted else 1.0


@dataclass
class Report:
    """Scores by kind (``all`` for the sum), right and compared article slots, and the errors in words."""

    scores: dict[str, Score] = field(default_factory=dict)
    article_right: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def total(self) -> Score:
        total = Score()
        for score in self.scores.values():
            for name in ("gold", "predicted", "spans", "facts"):
                setattr(total, name, getattr(total, name) + getattr(score, name))
        return total


def evaluate(pairs: Iterable[tuple[Article, list[Fact], dict[str, Any]]]) -> Report:
    """The report over (laid-out article, its facts, its gold) for every article."""
    report = Report({kind: Score() for kind in FACTS})
    for article, facts, gold in pairs:
        report.articles += 1
        _score_head(article, gold.get("article", {}), report)
        predicted = [_predicted(article, fact) for fact in facts]
        expected = [_expected(article, row) for row in gold["facts"]]
        for kind in FACTS:
            _score_kind(
                kind,
                [p for p in predicted if p.kind == kind],
                [g for g in expected if g.kind == kind],
                article,
                report,
            )
    return report


def read_gold(gold_dir: Path, articles_dir: Path | None = None) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each gold file's article and content, by name. ExtractorError if a file or its text is missing."""
    files = sorted(gold_dir.glob("*.json"))
    if not files:
        raise ExtractorError(f"{gold_dir} holds no gold file (NAME.json)")
    for file in files:
        folders = [articles_dir] if articles_dir else [gold_dir.parent / name for name in ("articles", "seeds")]
        found = [f / f"{file.stem}.txt" for f in folders if (f / f"{file.stem}.txt").is_file()]
        if not found:
            raise ExtractorError(f"{file.name} has no article {file.stem}.txt; name its folder with --articles")
        yield found[0], json.loads(file.read_text(encoding="utf-8"))


def _predicted(article: Article, fact: Fact) -> Item:
    slots = {_GOLD_NAMES.get(k, k): v for k, v in asdict(fact).items() if k not in EVIDENCE_FIELDS}
    if fact.kind == "time":
        slots["mod"] = slots.pop("modifier")
    text = article.text[fact.char_start : fact.char_end]
    return Item(fact.kind, fact.char_start, fact.char_end, text, slots, rule=fact.rule)


def _expected(article: Article, row: dict[str, Any]) -> Item:
    start = -1
    for _ in range(row.get("nth", 1)):
        start = article.text.find(row["text"], start + 1)
        if start < 0:
            raise ExtractorError(f"{article.uri}: the gold text «{row['text'][:60]}» is not in the article")
    slots = {k: v for k, v in row.items() if k not in ("kind", "text", "nth", "optional")}
    return Item(row["kind"], start, start + len(row["text"]), row["text"], slots, row.get("optional", False))


def equal(slot: str, expected: Any, found: Any) -> bool:
    """Whether ``found`` is a right value of ``slot``: null is absent, lists are sets, half a phrase is enough."""
    if isinstance(expected, dict) and "any" in expected:
        return any(equal(slot, option, found) for option in expected["any"])
    if expected in (None, [], "") or found in (None, [], ""):
        return expected in (None, [], "") and found in (None, [], "")
    if isinstance(expected, list):
        return _equal_lists(slot, expected, list(found))
    if isinstance(expected, dict):
        return isinstance(found, dict) and _equal_parts(expected, found)
    if isinstance(expected, str) and isinstance(found, str):
        return _jaccard(expected, found) >= 0.5 if slot in PHRASES else same(expected) == same(found)
    return bool(expected == found)


def _equal_parts(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Posts and participants; a participating body stands under «organization» in gold, under «name» in facts."""
    if "role" in expected:
        return equal("name", expected.get("name") or expected.get("organization"), found.get("name"))
    return all(equal(part, expected.get(part), found.get(part)) for part in ("post", "organization"))


def _equal_lists(slot: str, expected: list[Any], found: list[Any]) -> bool:
    rest = list(found)
    for item in expected:
        hit = next((i for i, other in enumerate(rest) if equal(slot, item, other)), None)
        if hit is None:
            return False
        rest.pop(hit)
    return not rest


def _jaccard(one: str, other: str) -> float:
    a, b = set(same(one).split()), set(same(other).split())
    return len(a & b) / len(a | b) if a | b else 1.0


def _name_equal(kind: str, gold: Item, found: Item) -> bool:
    slot = "title" if kind == "event" else "name"
    return found.slots.get("name") is not None and equal(slot, gold.slots.get("name"), found.slots["name"])


def _overlaps(gold: Item, found: Item) -> bool:
    both = min(gold.end, found.end) - max(gold.start, found.start)
    return both > 0 and both / (max(gold.end, found.end) - min(gold.start, found.start)) >= _MIN_OVERLAP


def _may_match(kind: str, gold: Item, found: Item) -> bool:
    if _overlaps(gold, found):
        return True
    if kind in ("organization", "place"):
        return same(gold.text) == same(found.text) or _name_equal(kind, gold, found)
    if kind == "event":
        return _name_equal(kind, gold, found)
    number = gold.slots.get("number")
    return kind == "document" and number is not None and equal("number", number, found.slots.get("number"))


def _score_kind(kind: str, predicted: list[Item], expected: list[Item], article: Article, report: Report) -> None:
    score = report.scores[kind]
    pairs = [
        (_closeness(kind, g, p), -gi, -pi)
        for gi, g in enumerate(expected)
        for pi, p in enumerate(predicted)
        if _may_match(kind, g, p)
    ]
    matched_gold: set[int] = set()
    matched: dict[int, int] = {}
    for _, gold_at, found_at in sorted(pairs, reverse=True):
        if -gold_at not in matched_gold and -found_at not in matched:
            matched_gold.add(-gold_at)
            matched[-found_at] = -gold_at
    neutral = {
        at
        for at, found in enumerate(predicted)
        if (expected[matched[at]].optional if at in matched else _on_optional(kind, expected, found))
    }
    score.gold += sum(not g.optional for g in expected)
    score.predicted += len(predicted) - len(neutral)
    _count(kind, predicted, expected, {p: g for p, g in matched.items() if p not in neutral}, article, report)
    for gi, gold in enumerate(expected):
        if not gold.optional and gi not in matched_gold:
            report.errors.append(_told(article, "missed", gold))
    for pi, found in enumerate(predicted):
        if pi not in matched and pi not in neutral:
            report.errors.append(_told(article, "invented", found))


def _on_optional(kind: str, expected: list[Item], found: Item) -> bool:
    return any(gold.optional and _may_match(kind, gold, found) for gold in expected)


def _closeness(kind: str, gold: Item, found: Item) -> tuple[bool, bool, int, int]:
    """How well a pair fits: all key slots, a required gold fact, how many key slots and slots are equal."""
    keys = [equal(slot, gold.slots.get(slot), found.slots.get(slot)) for slot in KEY_SLOTS[kind]]
    others = sum(equal(slot, value, found.slots.get(slot)) for slot, value in gold.slots.items())
    return all(keys), not gold.optional, sum(keys), others


def _count(
    kind: str,
    predicted: list[Item],
    expected: list[Item],
    matched: dict[int, int],
    article: Article,
    report: Report,
) -> None:
    score = report.scores[kind]
    for found_at, gold_at in matched.items():
        gold, found = expected[gold_at], predicted[found_at]
        score.spans += 1
        wrong = []
        for slot in dict.fromkeys(
            [*KEY_SLOTS[kind], *gold.slots, *(s for s, v in found.slots.items() if v not in (None, [], ""))]
        ):
            if slot in ("kind", "realis") and slot not in gold.slots and kind != "award":
                continue
            right = equal(
                "title" if (kind, slot) == ("event", "name") else slot,
                _default(slot, gold.slots.get(slot)),
                found.slots.get(slot),
            )
            score.compared[slot] += 1
            score.right[slot] += right
            if not right and slot in KEY_SLOTS[kind]:
                wrong.append(slot)
        score.facts += not wrong
        if wrong:
            report.errors.append(_told(article, "wrong " + ", ".join(wrong), gold, found))


def _default(slot: str, value: Any) -> Any:
    return "done" if slot == "realis" and value is None else value


def _score_head(article: Article, gold: dict[str, Any], report: Report) -> None:
    for slot in ARTICLE_SLOTS:
        right = equal(slot, gold.get(slot), getattr(article, slot))
        report.article_right[slot] += right
        if not right:
            report.errors.append(
                f"{article.uri}: article {slot}: gold {gold.get(slot)!r}, found {getattr(article, slot)!r}"
            )


def _told(article: Article, fault: str, item: Item, found: Item | None = None) -> str:
    """One error in words: the fact, the fault, its slots and its sentence."""
    keys = {slot: item.slots.get(slot) for slot in KEY_SLOTS[item.kind]}
    lines = [f"{article.uri}: {item.kind} {fault}: «{item.text}» {item.rule} {keys}"]
    if found:
        made = {slot: found.slots.get(slot) for slot in KEY_SLOTS[item.kind]}
        lines.append(f"    found «{found.text}» {found.rule} {made}")
    sentence = next((s for s in article.sentences if s.start <= item.start < s.end), None)
    if sentence:
        lines.append("    " + " ".join(article.text[sentence.start : sentence.end].split()))
    return "\n".join(lines)


def table(report: Report) -> list[list[str]]:
    """Rows of the report, the header first: kind, gold, predicted, precision, recall and F1 of spans and facts."""
    rows = [["kind", "gold", "found", "span P", "span R", "span F1", "fact P", "fact R", "fact F1"]]
    for kind, score in [*report.scores.items(), ("all", report.total)]:
        cells = [f"{n / max(1, of):.3f}" for n in (score.spans, score.facts) for of in (score.predicted, score.gold)]
        cells.insert(2, f"{score.f1(score.spans):.3f}")
        rows.append([kind, str(score.gold), str(score.predicted), *cells, f"{score.f1(score.facts):.3f}"])
    return rows


def slot_rows(report: Report) -> list[list[str]]:
    """Rows of slot accuracy on span matches, the header first, then the article's own slots."""
    rows = [["kind", "slot", "right", "of", "accuracy"]]
    for kind, score in report.scores.items():
        rows += [[kind, s, str(score.right[s]), str(n), f"{score.right[s] / n:.3f}"] for s, n in score.compared.items()]
    of = max(1, report.articles)
    return rows + [
        [
            "article",
            s,
            str(report.article_right[s]),
            str(report.articles),
            f"{report.article_right[s] / of:.3f}",
        ]
        for s in ARTICLE_SLOTS
    ]
