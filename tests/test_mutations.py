"""Articles cut, spliced, repeated and sprinkled with odd characters: no exception, true spans, the same facts."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.article import Article
from extractor.layout import lay_out
from extractor.pipeline import extract
from extractor.reading.decode import clean
from extractor.rows import fact_rows

TEXTS = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))]
ODD = st.sampled_from(
    ["\u200b", "\u00a0", "\ufeff", "\u202e", "\t", "\x0b", "\ue000", "\U0001f600", "(", "«", "“", '"', ";", "/", "-",
     "–", ".", "\n", "9" * 40, "0/0/0", "1.000.000.000.000.000.000", "và ", "ngày ", "năm ", "tặng ", "Đại tá "]
)  # fmt: skip
AT = st.integers(0, 3_000)
MUTATION = st.one_of(
    st.tuples(st.just("cut"), AT, st.integers(1, 400)),
    st.tuples(st.just("repeat"), AT, st.integers(1, 200)),
    st.tuples(st.just("insert"), AT, ODD),
    st.tuples(st.just("splice"), AT, st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("case"), AT, st.integers(1, 300)),
)


def mutated(text: str, mutations: list[tuple[str, int, int | str]]) -> str:
    for how, at, what in mutations:
        at = min(at, len(text))
        if isinstance(what, str):
            text = text[:at] + what + text[at:]
        elif how == "cut":
            text = text[:at] + text[at + what :]
        elif how == "repeat":
            text = text[:at] + 3 * text[at : at + what] + text[at:]
        elif how == "case":
            text = text[:at] + text[at : at + what].swapcase() + text[at + what :]
        else:
            text = text[:at] + TEXTS[what][at : at + 500] + text[at:]
    return clean(text)


def rows_of(text: str) -> list[tuple[object, ...]]:
    article = lay_out(Article(uri="test", text=text))
    facts = extract(article)
    for fact in facts:
        assert 0 <= fact.char_start < fact.char_end <= len(text)
        start, end = getattr(fact, "start_date", None), getattr(fact, "end_date", None)
        assert not (start and end) or start <= end
    return [tuple(row) for row in fact_rows(article, facts)]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS), st.lists(MUTATION, min_size=1, max_size=6))
def test_no_mutation_breaks_the_pipeline(text: str, mutations: list[tuple[str, int, int | str]]) -> None:
    changed = mutated(text, mutations)
    assert rows_of(changed) == rows_of(changed)
