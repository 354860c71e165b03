"""Article text to blocks and sentences, each knowing its offsets, so that no later stage shifts one."""

from collections.abc import Iterator

import regex

from .article import SILENT, Block, Sentence
from .fold import fold
from .lexicon import lexicon

# A line goes on in the next one if that starts in lower case or with a mark that cannot open a sentence.
_GOES_ON = regex.compile(r"[ \t\xa0]*(?:\p{Ll}|[,;.:)\]”»%](?!\.))")
_LIST_ITEM = regex.compile(r"\s*(?:[-–•+*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_ENDED = regex.compile(r"[.!?…:;]['\"”’)\]»]*\s*$")
_NAME_LINE = regex.compile(r"\s*(?:\p{Lu}[\p{L}.,]*[ ,.-]*|[\p{Ll}]+ ){1,12}$")

_OFFICER = regex.compile(
    rf"(?:{lexicon('ranks').printed_pattern}),? (?:(?:PGS|TS|ThS|BS)[.,]{{0,2}} ?){{0,2}}"
    r"\p{Lu}\p{L}*(?: \p{Lu}[\p{L}']*){1,4}\s*$"
)
_POST_LINE = regex.compile(rf"\s*{lexicon('posts').pattern} [^.!?]{{0,110}}\s*$")

# Abbreviations whose full stop ends no sentence; compared folded.
_ABBREVIATIONS = frozenset(map(fold, lexicon("full_stops").surfaces))
_STOP = regex.compile(
    r"(?P<mark>\.{2,}|…|[.!?])(?P<close>[\"'”’»)\]]*+)"
    r"(?:\s++(?=[\"'“‘«(\[–-]*+\s?[\p{Lu}\p{N}])|(?<=\.{3}|…)(?=\p{Lu})|(?<=\p{Ll}{2}\.)(?=\p{Lu}\p{Ll}))"
)
# A photographer in capitals ends a caption without a full stop: «Ảnh: LÊ AN Các đại biểu ...».
_CREDITED = regex.compile(
    r"(?:Ảnh|ẢNH) ?: (?:\p{Lu}{2,}|(?:\p{Lu}\. ?){1,3})(?: \p{Lu}{2,}){0,3}(?P<mark>)(?P<close>) (?=\p{Lu}\p{Ll})"
)
_LINE = regex.compile(r"[^\n]*[^\n\s][^\n]*")
_LONGEST = 3000  # characters of a sentence; no sentence of the 250 articles that were read is half as long
_BLANK = regex.compile(r"\s*")
_LAST_WORD = regex.compile(r"[\p{L}\p{N}./]*$")


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the blocks of ``text``: lines, with those that were broken in mid-sentence joined."""
    start, end = -1, -1
    for line in _LINE.finditer(text):
        if start >= 0 and not _continues(text[start:end], text[end : line.start()], line[0]):
            yield start, end
            start = -1
        if start < 0:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
    if start >= 0:
        yield start, end


def _continues(before: str, gap: str, line: str) -> bool:
    if line.lstrip().startswith("(") and len(before) < 60 and _NAME_LINE.match(before):
        return True  # a byline of two lines: the name, then the posts in brackets
    if _LIST_ITEM.match(line) or gap.count("\n") > 2:
        return False
    if _OFFICER.match(before) and _POST_LINE.match(fold(line)):
        return True  # and the posts under the name, without brackets
    if gap.count("\n") > 1:
        return False
    return bool(_GOES_ON.match(line)) and not _ENDED.search(before)


def sentences(text: str, parts: list[Block]) -> list[Sentence]:
    """The sentences of every block that may hold facts, in text order."""
    found: list[Sentence] = []
    for number, block in enumerate(parts):
        if block.kind not in SILENT:
            for whole in _split(text, block.start, block.end):
                for start, end in _bounded(text, *whole):
                    found.append(Sentence(len(found), start, end, block.kind, number))
    return found


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stops = [*_STOP.finditer(text, start, end), *_CREDITED.finditer(text, start, end)]
    for stop in sorted(stops, key=lambda found: found.end()):
        if stop["mark"] == "." and _abbreviates(
            text[max(start, stop.start() - 12) : stop.start()], start, stop.start()
        ):
            continue
        yield start, stop.end("close")
        start = stop.end()
    if start < end:
        yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in parts of a length that people write: a text without full stops costs no more than its length."""
    while end - start > _LONGEST:
        at = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in (";", "\n"))
        at = max(at, text.rfind(",", start + 1, start + _LONGEST)) if at < start + _LONGEST // 2 else at
        at = at if at > start else start + _LONGEST - 1
        yield start, at + 1
        start = _BLANK.match(text, at + 1, end).end()
    if start < end:
        yield start, end


def _abbreviates(before: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation, an initial or a list number."""
    word = _LAST_WORD.search(before)[0]
    if fold(word) in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return True
    return stop - len(word) == start and (word.isdigit() or (len(word) <= 4 and word.isupper()))
