"""What the head and foot of a page say: title, dateline, byline, section, source, furniture and captions."""

from calendar import monthrange
from dataclasses import dataclass

import regex

from .article import Article, Block, BlockKind
from .lexicon import lexicon
from .segment import blocks, sentences

_DAY = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
_CLOCK = r"(?P<hour>\d{1,2})\s?[:hg]\s?(?P<minute>\d{2})"
_DATELINE = regex.compile(
    rf"(?P<author>[^\d\n]{{0,60}}?)(?:{_CLOCK}[\s,|-]*)?(?:ngày )?{_DAY}"
    rf"(?:[\s,|-]*(?:lúc )?{_CLOCK.replace('hour', 'hour2').replace('minute', 'minute2')})?"
    r"(?P<zone>\s*[\[(]?\s?(?:gmt|utc)\s?\+\s?7\s?[\])]?)?[\s|.)]*$",
    regex.IGNORECASE,
)
_BEFORE_DATE = regex.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cập nhật(?: lúc)?|ngày đăng|đăng (?:lúc|ngày)|xuất bản|ngày"
    r"|[\s,:|–-])+$",
    regex.IGNORECASE,
)
_NAME = r"(?!Theo )(?:\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){1,3}|(?:\p{Lu}\.){1,2} ?\p{Lu}\p{Ll}*|PV|P\.V)"
_NAMES = rf"(?P<name>{_NAME}(?:(?: ?[-–,] ?| và ){_NAME}){{0,3}})"
_AGENCY = r"(?: *[(/] ?(?:TTXVN|[Tt]ổng hợp|[Tt]/h|Theo [^)]{1,40})\)?)?"
_BYLINE = regex.compile(rf"(?:(?:Bài|Tin|Ảnh|Tác giả|Thực hiện)[\p{{L}}, ]{{0,12}}: ?)?{_NAMES}{_AGENCY}[.\s]*$")
_SIGNED = regex.compile(rf"[.…!?”\"/]\s+{_NAMES}{_AGENCY}\s*$")
_RANKED = regex.compile(  # an officer's byline, often with the posts in brackets under the name
    rf"(?:{lexicon('ranks').printed_pattern}),? (?:(?:PGS|TS|ThS)\.?,? ?){{0,2}}(?P<name>{_NAME})"
    r"(?:\s*\([^()]{5,150}\))?\s*$"
)
_NO_BYLINE = ("Ông ", "Bà ", "Anh ", "Chị ", "Các ", "Những ", "Ảnh")
_CREDIT = regex.compile(r"(?:Ảnh|ảnh|Photo|Nguồn ảnh)\s?:")
_SOURCE = regex.compile(
    r"\W{0,3}(?:more)?\((?P<source>[\p{L}\p{N}. ]{2,40})\)\s?[-–—:]|(?P<short>[A-ZĐ]{2,8}) [-–—] (?=\p{Lu})"
)
_FROM = regex.compile(
    r"(?:^|[.…!?”\"]\s+|\()(?:Theo )?(?P<source>TTXVN|(?<=Theo )(?:[Bb]áo )?\p{Lu}[\p{L}\p{N}. ]{1,30}?)\)?[.\s]*$"
)
_FURNITURE = regex.compile(lexicon("furniture").pattern)
# The heading of a list of other news: «Tin liên quan:».
_OTHER_NEWS = regex.compile(
    r"(?:(?:các )?(?:tin|bài)(?: viết| tức)? (?:liên quan|khác|mới hơn|cũ hơn|cùng chuyên mục))[ :]*$"
)
_WORDS = regex.compile(r"\p{L}|\d")
_STOPPED = regex.compile(r"(?<!TP|tp|\.)[.;:,]\s*$")
_ITEM = regex.compile(r"(?:[-–•+*] |\d{1,2}[.)] |[a-zđ]\) )")
_CLOSED = regex.compile(r"[.!?…:;,]\W*$")
_MORE = regex.compile(r"\W{0,3}more\(")


@dataclass(frozen=True, slots=True)
class _Line:
    """A block before it has a kind."""

    text: str
    key: str  # the folded text with single spaces
    start: int
    end: int


def lay_out(article: Article) -> Article:
    """``article`` with its blocks, sentences and what its head and foot say of it; the text stays as it is."""
    lines = [_Line(article.text[a:b], " ".join(article.folded[a:b].split()), a, b) for a, b in blocks(article.text)]
    kinds: list[BlockKind] = ["paragraph"] * len(lines)
    _mark_furniture(lines, kinds)
    _read_dateline(article, lines, kinds)
    _read_head(article, lines, kinds)
    _read_byline(article, lines, kinds)
    _mark_body(lines, kinds)
    _mark_lead(lines, kinds)
    article.blocks = [Block(kind, line.start, line.end) for kind, line in zip(kinds, lines, strict=True)]
    article.sentences = sentences(article.text, article.blocks)
    return article


def _mark_furniture(lines: list[_Line], kinds: list[BlockKind]) -> None:
    other_news = False
    for i, line in enumerate(lines):
        other_news = bool(_OTHER_NEWS.match(line.key)) or (other_news and bool(_ITEM.match(line.text)))
        if other_news or (len(line.text) < 160 and _FURNITURE.match(line.key)) or not _WORDS.search(line.text):
            kinds[i] = "furniture"


def _read_dateline(article: Article, lines: list[_Line], kinds: list[BlockKind]) -> None:
    near = [*range(min(8, len(lines))), *range(max(8, len(lines) - 4), len(lines))]
    for i in near:
        found = _DATELINE.match(lines[i].text) if len(lines[i].text) < 110 else None
        if found is None or kinds[i] != "paragraph":
            continue
        head = found["author"]
        author = _BEFORE_DATE.sub("", head).strip(" -–|,")
        if author and not (found["hour"] or found["hour2"] or (i and _signs(author, lines[i], i >= len(lines) - 4))):
            continue  # words before a bare date, none of them of a dateline: «Ngày truyền thống 19/8/1945»
        kinds[i] = "dateline"
        if not article.published_at and (at := _iso(found)):
            article.published_at, article.published_method = at, "dateline"
        if _BYLINE.match(author) or author.isupper():
            article.author = article.author or author


def _signs(words: str, line: _Line, at_the_foot: bool) -> bool:
    """Whether the words before a bare date are those of a dateline: a writer, or a source at the foot."""
    if _BYLINE.match(words) or words.isupper():
        return True
    return at_the_foot and line.key.startswith(("(", "theo ")) and "ảnh" not in line.key


def _iso(found: "regex.Match[str]") -> str | None:
    """The date and time of a dateline in ISO 8601; None for a day that does not exist."""
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    if not (1 <= month <= 12 and 1900 <= year <= 2100 and 1 <= day <= monthrange(year, month)[1]):
        return None
    hour, minute = found["hour"] or found["hour2"], found["minute"] or found["minute2"]
    date = f"{year:04}-{month:02}-{day:02}"
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return date
    return f"{date}T{int(hour):02}:{minute}+07:00"


def _read_head(article: Article, lines: list[_Line], kinds: list[BlockKind]) -> None:
    sections = lexicon("sections").by_folded
    for i, line in enumerate(lines[:6]):
        if kinds[i] != "paragraph":
            continue
        if line.key in sections and i + 1 < len(lines):
            kinds[i] = "furniture"
            article.section = article.section or " ".join(line.text.split())
        elif _is_headline(line.text) and i + 1 < len(lines):
            kinds[i] = "title"
            article.title = article.title or " ".join(line.text.split())
            break
        else:
            break
    body = [line.text for line, kind in zip(lines, kinds, strict=True) if kind == "paragraph"]
    for text in (body[:1] + body[-1:]) * (article.source is None):  # a lead may be printed last
        if found := _SOURCE.match(text):
            article.source = article.source or found["source"] or found["short"]
    for text in reversed(body[-3:]):
        if article.source is None and (found := _FROM.search(text, max(0, len(text) - 60))):
            article.source = found["source"]


def _is_headline(text: str) -> bool:
    return len(text) <= 250 and not _STOPPED.search(text)


def _read_byline(article: Article, lines: list[_Line], kinds: list[BlockKind]) -> None:
    last = [i for i, kind in enumerate(kinds) if kind == "paragraph"][-4:]
    for i in reversed(last[-3:]):
        text = " ".join(lines[i].text.split())
        if len(text) < 60 and not text.startswith(_NO_BYLINE) and (found := _BYLINE.match(text)):
            kinds[i] = "byline"
            article.author = article.author or found["name"].rstrip(".")
            return
        if len(text) < 220 and (found := _RANKED.match(text)):
            kinds[i] = "byline"
            article.author = article.author or found["name"].rstrip(".")
            return
    for i in reversed(last):  # after it there may be captions
        if article.author is None and (tail := _SIGNED.search(lines[i].text, max(0, len(lines[i].text) - 90))):
            article.author = tail["name"].rstrip(".")


def _mark_body(lines: list[_Line], kinds: list[BlockKind]) -> None:
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if kinds[i] != "paragraph":
            continue
        if _ITEM.match(line.text):
            kinds[i] = "list_item"
        elif len(line.text) < 250 and (_CREDIT.search(line.text) or not _CLOSED.search(line.text)):
            twice = line.key in seen and len(line.key) > 15 and "|" not in line.key  # rows of a table may be alike
            kinds[i] = "repeat" if twice else "caption"
            seen.add(line.key)


def _mark_lead(lines: list[_Line], kinds: list[BlockKind]) -> None:
    """The paragraph under the title, or the one printed last with the paper's mark before it."""
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    if len(body) < 2 or "title" not in kinds:
        return
    if _MORE.match(lines[body[-1]].text):
        kinds[body[-1]] = "lead"
    elif kinds.index("title") < body[0] and len(lines[body[0]].text) < 450:
        kinds[body[0]] = "lead"
