"""Words of the rules: ``data/lexicons/*.tsv``, one row a word, with where it was seen."""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

import regex

from .errors import LexiconError
from .fold import fold


def data_folder() -> Path:
    """The folder of lexicons: in the wheel inside the package, in a checkout beside it."""
    shipped = Path(str(resources.files(__package__))) / "data" / "lexicons"
    return shipped if shipped.is_dir() else Path(__file__).parents[1] / "data" / "lexicons"


@dataclass(frozen=True)
class Lexicon:
    """Rows of one file, in its order; the first column is the surface."""

    name: str
    rows: tuple[dict[str, str], ...]

    @property
    def surfaces(self) -> list[str]:
        return [next(iter(row.values())) for row in self.rows]

    @cached_property
    def pattern(self) -> str:
        """An alternation of the folded surfaces, longest first, for patterns that read the folded copy."""
        return alternation(map(fold, self.surfaces))

    @cached_property
    def printed_pattern(self) -> str:
        """An alternation of the surfaces as written, for patterns that read the printed copy."""
        return alternation(self.surfaces)

    @cached_property
    def by_folded(self) -> dict[str, dict[str, str]]:
        return {fold(surface): row for surface, row in zip(self.surfaces, self.rows, strict=True)}

    def __getitem__(self, surface: str) -> dict[str, str]:
        """The row of ``surface`` in any spelling; KeyError if there is none."""
        return self.by_folded[" ".join(fold(surface).split())]


def alternation(words: "map[str] | list[str]") -> str:
    """A group that matches any of ``words``, the longest first."""
    return (
        "(?:"
        + "|".join(regex.escape(w, special_only=True) for w in sorted(set(words), key=lambda w: (-len(w), w)))
        + ")"
    )


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon ``name``; LexiconError names file and line of a malformed row."""
    path = data_folder() / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = tuple(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise LexiconError(f"{path.name}:{number}: as many columns as the header has are expected")
    return Lexicon(name, rows)
