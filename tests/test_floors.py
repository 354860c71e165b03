"""What the rules reach on the gold may not sink."""

import json

import pytest

from .floors import FLOORS, GOLD, digest, measure, reached


@pytest.mark.parametrize("name", GOLD)
def test_fact_f1_stays_above_its_floor(name: str) -> None:
    folder = GOLD[name]
    if not folder.is_dir():
        pytest.skip(f"the gold of the {name} is not beside this checkout")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))[name]
    assert pinned["digest"] == digest(folder), "the gold changed: take the floors anew with a reason"
    now = reached(measure(folder))
    assert {kind: f for kind, f in now.items() if f < pinned["floors"][kind]} == {}
