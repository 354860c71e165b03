"""Articles that do not repeat: real ones with their numbers, names and the order of their sentences varied.

Text that repeats flatters caches. A number is replaced by one of its kind (a day by a day, a year by a year), a name's
syllables by others, and the sentences of a paragraph change places; everything is fixed by the seed.
"""

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[1]
MEAN = 4_000  # characters of an article
_NAMES = """
An Bình Châu Cường Dũng Giang Hà Hải Hạnh Hòa Hùng Hương Khánh Lan Lâm Linh Long Mai Minh Nam Nga Phúc Phương Quân Quang
Sơn Tâm Thanh Thảo Thắng Thu Thủy Trung Tuấn Tùng Vân Việt Vinh Xuân Yến
"""
_SYLLABLES = tuple(_NAMES.split())
_NAME = re.compile(rf"\b(?:{'|'.join(_SYLLABLES)})\b")
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")


def sources(folder: Path | None = None) -> list[str]:
    """The texts to vary: those of ``folder``, else of the corpus beside the project, else the project's own."""
    corpus = ROOT.parent / "shared" / "corpus"
    folder = folder or (corpus if corpus.is_dir() else ROOT / "data" / "articles")
    texts = [unicodedata.normalize("NFC", p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))]
    return [text for text in texts if 1_000 <= len(text) <= 12_000]


def articles(number: int, seed: int = 0, length: int = MEAN, folder: Path | None = None) -> Iterator[str]:
    """``number`` articles of about ``length`` characters, none like another."""
    texts, chance = sources(folder), random.Random(seed)
    for _ in range(number):
        yield _varied(texts, chance, length)


def write_jsonl(file: Path, number: int, seed: int = 0, length: int = MEAN) -> int:
    """Writes ``number`` articles as JSON Lines; how many characters they have."""
    characters = 0
    with file.open("w", encoding="utf-8") as lines:
        for ordinal, text in zip(count(), articles(number, seed, length)):
            characters += len(text)
            lines.write(json.dumps({"uri": f"bench/{seed}/{ordinal}", "text": text}, ensure_ascii=False) + "\n")
    return characters


def _varied(texts: list[str], chance: random.Random, length: int) -> str:
    """Paragraphs of one text, and of others while it is too short, each varied."""
    paragraphs: list[str] = []
    size = 0
    while size < length * 0.95:
        names = dict(zip(_SYLLABLES, chance.sample(_SYLLABLES, len(_SYLLABLES)), strict=True))
        for paragraph in chance.choice(texts).split("\n"):
            if size > length * 1.05:
                break
            paragraphs.append(_varied_paragraph(paragraph[: max(200, length - size)], chance, names))
            size += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def _varied_paragraph(paragraph: str, chance: random.Random, names: dict[str, str]) -> str:
    sentences = _SENTENCE.split(paragraph)
    chance.shuffle(sentences)
    paragraph = _NAME.sub(lambda m: names[m[0]], " ".join(sentences))
    return _NUMBER.sub(lambda m: _number(m[0], chance), paragraph)


def _number(digits: str, chance: random.Random) -> str:
    """Another number of the same kind: a month, a day, a year, or as many digits."""
    value = int(digits)
    for low, high in ((1, 12), (13, 28), (1930, 1999), (2000, 2026)):
        if low <= value <= high:
            return str(chance.randint(low, high)).zfill(len(digits) if digits[0] == "0" else 1)
    return str(chance.randint(1, 9)) + "".join(chance.choices("0123456789", k=len(digits) - 1))
