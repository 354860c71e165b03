"""Sentences: bounded, and cut at a mark."""

from extractor.article import Article, Block
from extractor.layout import lay_out
from extractor.segment import sentences


def spans(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, [Block("paragraph", 0, len(text))])]


def test_a_text_without_full_stops_is_cut_at_marks() -> None:
    text = "Công an bắt 5 vụ, " * 1000
    parts = spans(text.strip())
    assert max(map(len, parts)) <= 3000
    assert all(part.endswith(",") for part in parts)
    assert " ".join(parts) == text.strip()


def test_a_text_without_any_mark_is_cut_all_the_same() -> None:
    parts = spans("a" * 10_000)
    assert [len(part) for part in parts] == [3000, 3000, 3000, 1000]


def test_what_holds_a_span() -> None:
    article = lay_out(Article(uri="test", text="Tin trong tỉnh\n\nNgày 5/4, xã họp. Xã có 9 hộ.\n\nHết."))
    for sentence in article.sentences:
        assert article.sentence_at(sentence.start, sentence.end) == sentence
    first, second = article.sentences[:2]
    assert article.sentence_at(first.start, second.end) is None
    at = article.text.index("9 hộ")
    block = article.block_at(at)
    assert block and block.start <= at < block.end and article.block_at(len(article.text)) is None
