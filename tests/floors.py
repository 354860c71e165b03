"""Floors of fact F1 by kind on the gold: measured, pinned with the digest of the gold, and only raised.

``python -m tests.floors`` raises the floors to what is reached now. A floor that would sink, or a gold that changed,
needs a reason: ``python -m tests.floors --lower "why"``; it is written beside the figures.
"""

import hashlib
import json
import math
import sys
import unicodedata
from pathlib import Path

from extractor.article import Article
from extractor.evaluation.evaluate import Report, evaluate, read_gold
from extractor.layout import lay_out
from extractor.pipeline import extract

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
GOLD = {"data": ROOT / "data" / "gold", "seeds": ROOT.parent / "shared" / "gold"}


def digest(folder: Path) -> str:
    """A digest of every gold file of a folder."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.glob("*.json")))).hexdigest()[:16]


def measure(folder: Path) -> Report:
    """The report over a folder of gold and its articles."""
    pairs = []
    for path, gold in read_gold(folder):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        article = lay_out(Article(uri=path.name, text=text))
        pairs.append((article, extract(article), gold))
    return evaluate(pairs)


def reached(report: Report) -> dict[str, float]:
    """Fact F1 by kind and for all, three decimals, rounded down."""
    scores = {**report.scores, "all": report.total}
    return {kind: math.floor(1000 * score.f1(score.facts)) / 1000 for kind, score in scores.items()}


def main(arguments: list[str]) -> None:
    reason = arguments[1] if arguments[:1] == ["--lower"] else None
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for name, folder in GOLD.items():
        if not folder.is_dir():
            continue
        now, was = reached(measure(folder)), pinned.get(name, {})
        sinking = {k for k, f in was.get("floors", {}).items() if now[k] < f} or was.get("digest") != digest(folder)
        if was and sinking and not reason:
            sys.exit(f"{name}: the gold changed or floors would sink ({sinking}); give a reason: --lower WHY")
        pinned[name] = {"digest": digest(folder), "reason": reason or was.get("reason", "first taken"), "floors": now}
    FLOORS.write_text(json.dumps(pinned, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
