"""The negative corpus: sentences that hold no fact of a kind."""

import csv
from pathlib import Path

import pytest

from extractor.pipeline import extract

from .reading import read

with Path(__file__).with_name("negative.tsv").open(encoding="utf-8", newline="") as lines:
    SENTENCES = [(row["kind"], row["sentence"]) for row in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_no_fact_of_the_kind(kind: str, sentence: str) -> None:
    found = extract(read(sentence))
    assert [fact for fact in found if fact.kind == kind] == []
