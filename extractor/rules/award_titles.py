"""Names of awards: an ``<AWARD>`` has an ``Award`` without recipient as its value, not yet a fact.

A name with several classes or years of service («hạng Nhất, Nhì») has a list of them. «danh hiệu» stays outside.
"""

from dataclasses import replace

import regex

from ..facts import Award
from ..fold import fold
from ..match import Match, RuleSet, no, yes
from .award_names import (
    AWARDS,
    CLASS,
    CLASS_WORD,
    CLASSES,
    END,
    HEADS,
    NAME_FOLLOWS,
    NOBLE,
    OF_A_PERSON,
    ORDER,
    QUOTED,
    WORDS,
    YEARS,
    award_called,
    capital,
    classed,
    names_of,
)

rules = RuleSet("award_title", kind="AWARD", states=False)


@rules(
    rf"(?:<NUM> )?(?P<name>{names_of('order', 'medal')}) \((?P<part><NUM> (?:hạng )?{CLASS_WORD})"
    rf"(?:(?:, | và )(?P<part><NUM> (?:hạng )?{CLASS_WORD})){{0,3}}+\)",
    yes(
        "3 Huân chương Chiến công (1 hạng Nhì, 2 hạng Ba)",
        value=[
            Award(award="Huân chương Chiến công", category="order", class_=2, count=1),
            Award(award="Huân chương Chiến công", category="order", class_=3, count=2),
        ],
    ),
    no("Trao Huân chương Chiến công (ảnh trên) cho đơn vị."),
)
def order_by_class(m: Match) -> list[Award]:
    """An order of which so many are of each class: «3 Huân chương Chiến công (1 hạng Nhì, 2 hạng Ba)»."""
    awards = []
    for start, end, words in m.pieces("part"):
        [number] = m.within(start, end)
        award = award_called(m.text("name"), "order")
        award.class_, award.count = CLASS[words.lower().split()[-1]], int(number.value.value or 0)
        awards.append(m.at(m.offsets(start, end), award))
    return awards


@rules(
    rf"(?P<name>{names_of('order', 'medal')}){CLASSES}",
    yes(
        "được tặng ⟦Huân chương Chiến công hạng Nhì⟧.",
        value=Award(award="Huân chương Chiến công", category="order", class_=2),
    ),
    yes(
        "⟦Huy chương Chiến sỹ vẻ vang (hạng III)⟧",
        value=Award(award="Huy chương Chiến sĩ vẻ vang", category="medal", class_=3),
    ),
    yes("3 ⟦Huân chương Lao động các hạng⟧", value=Award(award="Huân chương Lao động", category="order")),
    yes(
        "⟦Huân chương Quân công hạng Nhất, Nhì⟧ và ba Bằng khen",
        value=[
            Award(award="Huân chương Quân công", category="order", class_=1),
            Award(award="Huân chương Quân công", category="order", class_=2),
        ],
    ),
    no("Ngày Quốc tế Lao động, xe hạng Nhất đã kín chỗ."),
)
def order(m: Match) -> Award | list[Award]:
    """An order or a medal of the State, with its class or classes: «Huân chương Lao động hạng Nhất, Nhì»."""
    return classed(m, award_called(m.text("name"), "order"))


@rules(
    rf"hạng {CLASS_WORD}(?= <TIME>| năm| \()",
    yes(
        "tặng Huân chương Lao động hạng Ba năm 2011, ⟦hạng Nhì⟧ năm 2016",
        value=Award(award="Huân chương Lao động", category="order", class_=2),
    ),
    no("Đơn vị xếp hạng Nhì năm 2016."),
)
def order_again(m: Match) -> Award | None:
    """Another class of the order named before: «Huân chương Lao động hạng Ba năm 2011, hạng Nhì năm 2016»."""
    before = m.before(120)
    named = list(ORDER.finditer(before))
    if not named or ";" in before[named[-1].end() :]:
        return None
    return replace(award_called(named[-1][0], "order"), class_=CLASS[m.folded().split()[-1]])


@rules(
    r"(?P<first>hcv|(?:huy chương|hc) vàng)(?:(?:,? và |, )<NUM> (?P<colour>bạc|đồng)(?!\p{L})){1,2}+",
    yes("giành 3 HCV, 5 ⟦bạc⟧ và 9 đồng.", value=Award(award="Huy chương Bạc", category="prize")),
    yes("đoạt 90 ⟦HC vàng⟧, 60 bạc.", value=Award(award="Huy chương Vàng", category="prize")),
    no("Cờ có 3 màu, 5 bạc và 9 đồng."),
)
def medals(m: Match) -> None:
    """Medals of which the first alone is called so: «205 HC vàng, 125 bạc và 116 đồng»."""
    [(start, end, _)] = m.pieces("first")
    m.mark(start, end, award_called("huy chương vàng", "prize"))
    for start, end, colour in m.pieces("colour"):
        m.mark(start, end, award_called(f"huy chương {colour.lower()}", "prize"))


@rules(
    rf"(?P<name>(?P<head>huân|huy) chương (?!(?:vàng|bạc|đồng)(?!\p{{L}}))(?P<rest>{WORDS}{{2,40}}?)){END}{CLASSES}",
    yes(
        "nhận ⟦Huân chương Ngôi sao xanh⟧ của nước bạn",
        value=Award(award="Huân chương Ngôi sao xanh", category="order"),
    ),
    no("Anh nâng niu những tấm huân chương của cha."),
)
def other_order(m: Match) -> Award | list[Award] | None:
    """An order or a medal that is not in the catalogue; capitals show that it is a name."""
    if not m.text("rest")[0].isupper():
        return None
    return classed(m, award_called(capital(m.text("name")), "order" if m.folded("head") == "huân" else "medal"))


_PARTY_YEARS = frozenset({*range(30, 100, 5)} - {35})
_LIST_OF_YEARS = rf"(?P<years>{YEARS}(?: tuổi)?(?:(?:, | và |, và | - |-){YEARS}(?: tuổi)?){{0,9}}+)"


@rules(
    rf"huy hiệu (?:đảng )?{_LIST_OF_YEARS}(?P<party> (?:năm )?tuổi đảng|(?<=tuổi) đảng)?",
    yes(
        "trao ⟦Huy hiệu 40 năm tuổi Đảng⟧ cho đảng viên",
        value=Award(award="Huy hiệu 40 năm tuổi Đảng", category="badge"),
    ),
    yes(
        "trao ⟦Huy hiệu 50 năm, 45 năm tuổi Đảng⟧",
        value=[
            Award(award="Huy hiệu 50 năm tuổi Đảng", category="badge"),
            Award(award="Huy hiệu 45 năm tuổi Đảng", category="badge"),
        ],
    ),
    yes("nhận ⟦Huy hiệu 55 năm⟧;", value=Award(award="Huy hiệu 55 năm tuổi Đảng", category="badge")),
    no("Ông đã 40 năm tuổi Đảng."),
)
def party_badge(m: Match) -> Award | list[Award] | None:
    """The badge for years in the Party: «Huy hiệu 50, 45 năm tuổi Đảng», «Huy hiệu Đảng 30 năm»."""
    years = [int(n) for n in regex.findall(r"\d+", m.text("years"))]
    sure = "đảng" in m.folded() or (_PARTY_YEARS.issuperset(years) and not NAME_FOLLOWS.match(m.after(3, printed=True)))
    return _party_badges(years) if years and sure else None


def _party_badges(years: list[int]) -> Award | list[Award]:
    awards = [Award(award=f"Huy hiệu {n} năm tuổi Đảng", category="badge") for n in years]
    return awards if len(awards) > 1 else awards[0]


@rules(
    rf"(?:(?<=đồng chí |đảng viên |đ/c )(?P<years>{YEARS})(?: tuổi đảng)?|(?P<years>{YEARS}) tuổi đảng)"
    r"(?=,|;|\.| và | có <NUM>|$)",
    yes(
        "Huyện trao Huy hiệu Đảng cho 9 đảng viên, gồm 2 đảng viên ⟦60 năm tuổi Đảng⟧",
        value=Award(award="Huy hiệu 60 năm tuổi Đảng", category="badge"),
    ),
    no("Ông đã 40 năm tuổi Đảng."),
    no("Tặng huy hiệu cho đảng viên, ông 40 năm."),
)
def party_badge_again(m: Match) -> Award | list[Award] | None:
    """The same badge for other years: «được nhận Huy hiệu Đảng có 2 đảng viên 60 năm tuổi Đảng, 9 đảng viên 30 năm»."""
    years = [int(n) for n in regex.findall(r"\d+", m.text("years"))]
    if not years or not _PARTY_YEARS.issuperset(years) or "huy hiệu" not in m.before(400):
        return None
    return _party_badges(years)


@rules(
    rf"(?P<name>{names_of('certificate', 'letter', 'flag', 'badge')})(?: \"[^\"\n]{{2,110}}\")?",
    yes("nhận ⟦Bằng khen⟧ của bộ", value=Award(award="Bằng khen", category="certificate")),
    yes("tặng ⟦Cờ thi đua xuất sắc⟧", value=Award(award="Cờ thi đua", category="flag")),
    yes("tặng ⟦Cờ thi đua “Vì an ninh Tổ quốc”⟧", value=Award(award="Cờ thi đua", category="flag")),
    yes("⟦Huy hiệu Tuổi trẻ dũng cảm⟧", value=Award(award="Huy hiệu Tuổi trẻ dũng cảm", category="badge")),
    no("Cờ bay trên đỉnh tháp."),
)
def certificate(m: Match) -> Award:
    """A certificate, letter, flag or badge of the catalogue; what is quoted after it says for what."""
    return award_called(m.text("name"), "certificate")


@rules(
    r"(?P<head>kỉ niệm chương|huy hiệu|cờ|huân chương|huy chương|giải thưởng|giải|cúp|bằng|giấy chứng nhận|bảng vàng"
    r"|biểu trưng vàng|bằng vinh danh|bằng chứng nhận)"
    rf"(?: cao quý| (?:<NUM>|tám|mười sáu) chữ vàng)?:? {QUOTED}",
    yes(
        "tặng ⟦Kỷ niệm chương “Vì sự nghiệp bảo vệ rừng”⟧",
        value=Award(award="Kỷ niệm chương “Vì sự nghiệp bảo vệ rừng”", category="badge"),
    ),
    yes(
        "cấp ⟦Giấy chứng nhận “Cây lúa xanh”⟧ cho hợp tác xã",
        value=Award(award="Giấy chứng nhận “Cây lúa xanh”", category="certificate"),
    ),
    yes("trao ⟦Huy chương “Vì an ninh Tổ quốc”⟧", value=Award(award="Huy chương Vì an ninh Tổ quốc", category="medal")),
    no("Ông nói về “tình làng nghĩa xóm”."),
)
def quoted(m: Match) -> Award:
    """An award whose name is quoted after its head: «Kỷ niệm chương “Vì ...”»."""
    known = AWARDS.by_folded.get(fold(f"{m.text('head')} {m.text('name')}"))
    if known and known["category"] in ("order", "medal"):
        return award_called(known["surface"], known["category"])
    return Award(award=capital(m.text().replace(":", "", 1)), category=HEADS[m.folded("head")])  # type: ignore[arg-type]


@rules(
    rf"(?P<name>(?P<head>kỉ niệm chương)(?: (?P<rest>{WORDS}{{3,60}}?){END})?)",
    yes(
        "nhận ⟦Kỷ niệm chương Vì sự nghiệp bảo vệ rừng⟧ của bộ",
        value=Award(award="Kỷ niệm chương Vì sự nghiệp bảo vệ rừng", category="badge"),
    ),
    yes("tặng ⟦kỷ niệm chương⟧ cho đoàn", value=Award(award="Kỷ niệm chương", category="badge")),
    no("Kỷ niệm 20 năm thành lập."),
)
def memorial_medal(m: Match) -> None:
    """A commemorative medal, with the name that follows: «Kỷ niệm chương Vì sự nghiệp ...»."""
    rest = m.text("rest")
    [(start, end, _)] = m.pieces("name" if rest[:1].isupper() or rest.startswith("vì sự nghiệp") else "head")
    m.mark(start, end, Award(award=capital(m.words(start, end)), category="badge"))


@rules(
    rf"danh hiệu{NOBLE} {QUOTED}(?:(?:, | và |, và |; ){QUOTED}){{0,9}}",
    yes(
        "đạt danh hiệu ⟦“Đơn vị quyết thắng”⟧",
        value=Award(award="Đơn vị quyết thắng", category="emulation_title"),
    ),
    yes(
        "đạt danh hiệu “Đơn vị tiên tiến”, ⟦“Người thợ vàng”⟧",
        value=Award(award="Người thợ vàng", category="honour_title"),
    ),
    no("Tổ dân phố “ba không”."),
)
def quoted_title(m: Match) -> None:
    """Titles quoted after «danh hiệu»: «danh hiệu “Đơn vị quyết thắng”, “Đơn vị tiên tiến”»."""
    for start, end, _ in m.pieces("name"):
        m.mark(start - 1, end + 1, award_called(m.words(start, end), "honour_title"))


@rules(
    rf"(?P<name>{names_of('honour_title', 'emulation_title')})\"?",
    yes(
        "đạt danh hiệu ⟦Chiến sỹ thi đua cơ sở⟧",
        value=Award(award="Chiến sĩ thi đua cơ sở", category="emulation_title"),
    ),
    yes("phong tặng “⟦Nhà giáo ưu tú”⟧ cho bà", value=Award(award="Nhà giáo ưu tú", category="honour_title")),
    no("Dự lễ có Nhà giáo ưu tú Trần Văn Bình."),
)
def title(m: Match) -> Award | None:
    """A title of honour or emulation of the catalogue; before a name it only says who somebody is."""
    if OF_A_PERSON.match(m.folded("name")) and _names_a_person(m):
        return None
    return award_called(m.text("name"), "honour_title")


# «danh hiệu X cho 12 Nghệ sĩ ưu tú»: there the title says who receives another one.
_WHO_RECEIVE = regex.compile(r"danh hiệu [^;.]{3,60} cho \W $|danh hiệu [^;.]{3,60} cho \d+ $")


# «tặng quà cho các NSND, NSƯT»
_WHO = regex.compile(r"(?:cho|của|với|cùng|gặp) (?:các|những) (?:[^;.:]{2,40}, )?(?:và )?$")


def _names_a_person(m: Match) -> bool:
    before = m.before(90)
    if _WHO_RECEIVE.search(before) or _WHO.search(before):
        return True
    return bool(NAME_FOLLOWS.match(m.after(12, printed=True))) and not m.before(12).endswith("danh hiệu ")


@rules(
    rf"danh hiệu{NOBLE} (?P<name>{WORDS}{{4,60}}?){END}",
    yes(
        "đạt danh hiệu ⟦Người thợ trẻ giỏi⟧ năm 2030", value=Award(award="Người thợ trẻ giỏi", category="honour_title")
    ),
    no("Anh mất danh hiệu vào tay đối thủ."),
)
def open_title(m: Match) -> None:
    """A title that is not in the catalogue: capitals after «danh hiệu» show its name."""
    [(start, end, words)] = m.pieces("name")
    if words[0].isupper():
        m.mark(start, end, award_called(m.words(start, end), "honour_title"))


@rules(
    rf"(?P<name>top (?:<NUM|CODE>|\d+) (?P<rest>{WORDS}{{6,70}}?)){END}",
    yes(
        "đạt ⟦Top 10 Doanh nghiệp xanh⟧, và giải vàng",
        value=Award(award="Top 10 Doanh nghiệp xanh", category="honour_title"),
    ),
    no("Ông lọt top 10 người giàu nhất."),
)
def top(m: Match) -> Award | None:
    """A place in a ranking that is given as a title: «Top 100 Nơi làm việc tốt nhất»."""
    if not m.text("rest")[0].isupper():
        return None
    return Award(award=capital(m.text("name")), category="honour_title")


@rules(
    rf"(?P<name>{names_of('prize')})",
    yes("đoạt ⟦giải Nhì⟧ hội thi", value=Award(award="Giải Nhì", category="prize")),
    yes("giành 3 ⟦HCV⟧", value=Award(award="Huy chương Vàng", category="prize")),
    no("Họ tìm cách giải bài toán a, b, c."),
)
def prize(m: Match) -> Award | None:
    """A prize of a contest or a medal of sport: «giải Nhất», «HCV»."""
    name = m.text("name")
    if regex.fullmatch(r".* [abc]", name):
        return None
    return award_called(name, "prize")


@rules(
    rf"(?P<name>bằng công nhận(?: (?:trường|xã|huyện|thôn|đơn vị|cơ quan|di tích|danh hiệu)"
    rf" {WORDS}{{3,60}}?(?: mức độ <NUM|CODE>)?)?){END}",
    yes(
        "đón ⟦Bằng công nhận trường đạt chuẩn quốc gia⟧ và cờ",
        value=Award(award="Bằng công nhận trường đạt chuẩn quốc gia", category="certificate"),
    ),
    no("Ông được bằng hữu công nhận."),
)
def recognition(m: Match) -> Award:
    """A certificate of recognition: «Bằng công nhận trường đạt chuẩn quốc gia»."""
    return Award(award=capital(m.text("name")), category="certificate")


@rules(
    r"(?P<name>huân chương|huy chương)(?=,| các loại| \(|;|\.| và|$)",
    yes("tặng ⟦Huân chương⟧, Huy chương các loại", value=Award(award="Huân chương", category="order")),
    no("Huân chương của cha được cất giữ."),
)
def bare_order(m: Match) -> Award:
    """Orders or medals of all kinds: «hàng nghìn lượt cá nhân được tặng Huân chương, Huy chương các loại»."""
    return Award(award=capital(m.text("name")), category="order" if m.folded()[2] == "â" else "medal")


@rules(
    rf"(?P<name>giải (?:báo chí|sách|âm nhạc|văn học|búa liềm vàng)(?: {WORDS}{{2,50}}?)?){END}",
    yes("trao ⟦Giải Báo chí Trần Mai⟧ cho tác giả", value=Award(award="Giải Báo chí Trần Mai", category="prize")),
    no("Ông đọc giải sách cũ."),
)
def press_prize(m: Match) -> Award | None:
    """A yearly prize for works: «Giải Báo chí quốc gia»."""
    name = m.text("name")
    return Award(award=capital(name), category="prize") if name[5].isupper() else None


@rules(
    rf"(?P<name>giải thưởng (?P<rest>{WORDS}{{3,60}}?)){END}",
    yes("trao ⟦Giải thưởng Cây tre xanh⟧ cho tác giả", value=Award(award="Giải thưởng Cây tre xanh", category="prize")),
    no("Cơ cấu giải thưởng gồm nhiều hạng mục."),
)
def other_prize(m: Match) -> Award | None:
    """A prize with a name of its own: «Giải thưởng ...»."""
    return Award(award=capital(m.text("name")), category="prize") if m.text("rest")[0].isupper() else None
