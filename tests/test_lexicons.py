"""Laws of the lexicons: NFC, sorted, unique, each row with where it was seen."""

import unicodedata

import pytest

from extractor.lexicon import data_folder, lexicon

NAMES = sorted(path.stem for path in data_folder().glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_lexicon_is_tidy(name: str) -> None:
    rows = [tuple(row.values()) for row in lexicon(name).rows]
    assert rows
    assert [row for row in rows if any(unicodedata.normalize("NFC", cell) != cell for cell in row)] == []
    assert len(set(rows)) == len(rows)
    assert rows == sorted(rows)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_where_it_was_seen(name: str) -> None:
    assert [row for row in lexicon(name).rows if not row["attested"].strip()] == []
