"""Every example that stands beside a rule, read by the cascade."""

import pytest

from extractor.facts import Fact
from extractor.match import Example, Rule, RuleSet
from extractor.rules import CASCADE

from .reading import marked, mentions_of

EXAMPLES = [(rules, rule, example) for rules in CASCADE for rule in rules.rules for example in rule.examples]


@pytest.mark.parametrize(
    ("rules", "rule", "example"),
    EXAMPLES,
    ids=[f"{rule.id}: {example.sentence}" for _, rule, example in EXAMPLES],
)
def test_example(rules: RuleSet, rule: Rule, example: Example) -> None:
    sentence, span = marked(example.sentence)
    made = [m for m in mentions_of(sentence, rules) if m.rule == rule.id]
    if example.slots is None:
        assert made == []
        return
    facts = [f for m in made for f in m.facts if f.rule == rule.id]
    if "value" in example.slots and not facts:
        assert [example.slots["value"]] == [m.value for m in made if span in (None, (m.start, m.end))]
        return
    at_span = [f for f in facts if span in (None, (f.char_start, f.char_end))]
    assert at_span, f"no fact at {sentence[slice(*span)] if span else sentence!r}, but {facts}"
    assert any(_has(fact, example.slots) for fact in at_span), at_span


def _has(fact: Fact, slots: dict[str, object]) -> bool:
    return all(getattr(fact, name) == expected for name, expected in slots.items())


def test_every_rule_has_examples() -> None:
    bare = [rule.id for rules in CASCADE for rule in rules.rules if not rule.examples]
    assert bare == []


def test_every_set_has_near_misses() -> None:
    trusting = [
        s.name for s in CASCADE if s.rules and not any(e.slots is None for rule in s.rules for e in rule.examples)
    ]
    assert trusting == []
