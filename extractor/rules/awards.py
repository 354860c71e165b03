"""Awards: who was granted how many of what, by whom.

A rule finds a group of awards («Cờ thi đua, 2 Bằng khen của Bộ Công an»); the clause round it says the rest
(``award_clauses``). An award that is only mentioned, with nothing that confers it, is no fact.
"""

from dataclasses import replace

import regex

from ..facts import Award
from ..fold import fold
from ..match import Match, RuleSet, no, yes
from .award_clauses import Clause
from .award_facts import Told, count_takers, mark
from .award_groups import GROUP, PRE, TIMES, Gift, gifts_in
from .award_times import often_in
from .award_words import AWARD, GIVE, TO, reading
from .recipients import Recipient

rules = RuleSet("award", kind="GRANT")

# The award is the subject: «... được G trao cho X», «... mà X từng được tặng», «... của X bị thu hồi».
_ADDRESSED = reading(r"<AWARD> <ORG|OFFICIAL>")  # «gửi thư khen Công an tỉnh»
_HANDED_ON = reading(
    r",? (?:đã |vừa |cũng |này |vinh dự |lần này |chưa |không |sẽ )*"
    rf"(?:(?:(?:được|do)(?P<by> [^;,.{AWARD}]{{2,120}}?)?? (?:{GIVE})|xét)(?: tặng)?(?P<to>(?: cho| tới| đến)?)"
    r"|(?:ở các bảng [^;.:]{1,30} )?(?:lần lượt )?thuộc về)(?!\p{L})(?: các (?:đơn vị|đội|thí sinh|tác giả):)?"
)
_ONCE_GIVEN = reading(r",? mà (?P<taker>[^;,.]{1,60}?) (?:từng |đã )*được (?:trao|tặng|nhận)")
_YEARLY = reading(r"xét(?: tặng)? (?:<TIME>|hằng năm|hàng năm)|tặng (?:hằng|hàng) năm|\d năm một lần")
_TAKEN_BACK = reading(r"(?: của (?P<taker>[^;,.]{1,60}?))? (?:đã |vừa |cũng )?bị (?:hủy bỏ|hủy|thu hồi|tước)")
# «tặng giấy khen 2 tập thể», «có thư khen Ban chuyên án» need no «cho».
_DIRECTLY_TO = reading(r"(?: đột xuất)? (?=<RECIPIENT>)")
_LETTER_TO = reading(r"(?: gửi(?: tới| đến| cho)?)? (?=<ORG|OFFICIAL|RECIPIENT>|ban chuyên án|tập thể|các |cán bộ)")
# «kỷ lục 19 huy chương vàng» is no one's.
_RECORD = regex.compile(
    r"(?:kỉ lục|cột mốc|mốc|con số|chỉ tiêu|mục tiêu|tăng|giảm|hơn|kém|thiếu|thêm)(?: là| khoảng)? (?:\W |\d+ )?$"
)
_COLON = reading(r" ?: (?:(?:tập thể|đội|thí sinh|các) )?")
_LINE_BEGINS = reading(r"\W{0,3}(?:(?:\d{1,2}|<NUM|CODE>)(?:[.)] ?| ))?")
_LIFE = reading(r"sinh (?:ngày|năm|<TIME>)|quê quán|^[^;]{0,120}<TIME>; quê")
_NOBODY = reading(r" (?:không|chưa) có [^,;.]{1,40} nào")
# What is said of awards in general: a matter, and those who hold them.
_MATTER = reading(
    r"(?:(?:<DOC>|nghị quyết|tờ trình|công văn|văn bản|trình(?!\p{L}))[^;.]{0,80} về việc"
    r"|quy định về|tiêu chuẩn|thủ tục)"
    r"(?: (?:đề nghị|xét|xem xét|phong tặng|truy tặng|trao tặng|tặng|danh hiệu|và)|,){0,8} $"
)
_PRACTICE = reading(
    r"(?:(?<!\p{L})(?:công tác|hội đồng|quy chế|tiêu chuẩn|thủ tục|hồ sơ|điều kiện|hình thức)|^việc)"
    r"(?: (?:đề nghị|đề xuất|xét|xem xét|phong tặng|truy tặng|trao tặng|trao|tặng|danh hiệu|và)|,){0,6} $"
)
_CEREMONY = reading(
    r"(?:^(?:\W{0,3})|lễ |buổi |đợt |\) |: )(?:công bố (?:quyết định )?(?:và )?)?(?:(?:phong|trao|truy) tặng, )?$"
)
_WHOM = regex.compile(
    r"(?<!\p{L})(?:(?:của|đối với|cho)(?: các| những)?|những) "
    r"(?:người|cá nhân|tập thể|đơn vị|gia đình|trường hợp|cán bộ)"
    r"(?: có [^,;.]{1,50}?)?(?: đã| từng| được đề nghị)?$"
)
# What may stand before awards that are listed with nothing said about them.
_LISTING = (
    r"^(?:[-+*•♦] ?|<CODE>[.)]? ?|\d{1,2}[.)] ?)?"
    r"(?:(?:khen thưởng|phần thưởng|danh hiệu|thành tích|giải thưởng|tặng thưởng)[^:;.\n]{0,40}(?::| -) ?)?"
    rf"(?:{TIMES}:? ?)?"
)


@rules(
    rf"{_LISTING}(?P<awards>(?:{PRE})?{GROUP})(?:,? (?:và|cùng) nhiều [^.;\n{AWARD}]{{3,60}})?[.;,…]?$",
    yes("- ⟦Huân chương Chiến công hạng Nhì⟧ (1985);", award="Huân chương Chiến công", class_=2, count=1),
    yes("- ⟦Huân chương Chiến công hạng Nhì⟧ (4 lần).", class_=2, count=4, count_unit="lần"),
    yes("Khen thưởng: ⟦2 Huân chương Quân công hạng Ba⟧.", award="Huân chương Quân công", class_=3, count=2),
    no("Anh hùng Lao động"),
)
def listed(m: Match) -> None:
    """A line of a list that only names awards: «- Huân chương Chiến công hạng Nhì (1985);»."""
    [(start, end, words)] = m.pieces("awards")
    clause = Clause(m, start + words.index(AWARD), end)
    gifts = list(gifts_in(clause))
    named = [template for gift in gifts for template in gift.awards]
    bare = m.folded("awards") == m.folded() and not any(t.category in ("order", "medal") for t in named)
    if bare or m.text("awards").isupper():
        return
    mark(clause, gifts, Told([Recipient(name="")]))


@rules(
    r"^(?:[-+*•♦] ?|<CODE>[.)]? ?|(?:<NUM>|[ivx]{1,4}|[a-zđ])[.)] ?)?"
    r"(?:(?:danh sách|khen thưởng|danh hiệu) |(?:tặng|tặng thưởng|trao tặng) (?=.*:$))*+"
    rf"(?P<awards>{GROUP})(?: cho(?: các)?(?: tập thể| cá nhân|,| và){{0,4}}+)?(?: gồm| như sau)?:?$",
    yes("- ⟦Huân chương Chiến công hạng Nhì⟧:", award="Huân chương Chiến công", class_=2, count=None),
    yes("⟦HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA⟧", award="Huân chương Lao động", class_=3, count=None),
    no("Ông được tặng Huân chương Chiến công hạng Nhì:"),
)
def heading(m: Match) -> None:
    """A line that only names an award; it is one if lines below say who receives it (``award_lists``)."""
    [(start, end, words)] = m.pieces("awards")
    clause = Clause(m, start + words.index(AWARD), end)
    mark(clause, list(gifts_in(clause)), Told([Recipient(name="", many=True)]))


@rules(
    GROUP,
    yes(
        "Phòng Tham mưu được Bộ Công an tặng ⟦Cờ thi đua⟧.",
        award="Cờ thi đua",
        recipient_kind="collective",
        count=1,
        grantors=["Bộ Công an"],
    ),
    yes("⟦4 lượt tập thể⟧, 9 lượt cá nhân được Bộ Y tế tặng Bằng khen.", recipient_kind="collective", count=4),
    yes("Bộ Y tế tặng Bằng khen cho 3 khoa và ⟦12 bác sĩ⟧.", award="Bằng khen", recipient_kind="individual", count=12),
    yes("Năm 2021 và 2022, Sở Xây dựng được tặng ⟦Cờ thi đua⟧.", award="Cờ thi đua", recipient_kind="collective"),
    yes("Đơn vị 5 năm liền đạt danh hiệu ⟦Đơn vị quyết thắng⟧.", count=5, count_unit="năm"),
    yes("Cục nhiều năm liền đạt danh hiệu ⟦Đơn vị tiên tiến⟧.", recipient_kind="collective", count=None),
    yes("Công ty được nhận ⟦hàng chục bằng khen⟧.", count=None, count_min=10),
    yes("Thừa ủy quyền Chủ tịch nước, Đại tá Lê An trao ⟦Huân chương Dũng cảm⟧ cho đội.", presenters=["Lê An"]),
    yes("⟦Bằng khen⟧ được trao cho ông Trần Văn Bình.", recipient_kind="individual", recipient=None, count=1),
    yes("Sở thu hồi ⟦2 Giấy khen⟧ do khai man.", award="Giấy khen", count=2),
    yes("Chị đoạt ⟦2 HCV⟧ và 1 HCB.", award="Huy chương Vàng", category="prize", count=2),
    no("Thăm Anh hùng Lực lượng vũ trang nhân dân Trần Văn Bình."),
    no("Dự lễ có các Anh hùng Lao động, Nhà giáo ưu tú."),
    yes("Cục 2 lần được tặng Huân chương Sao vàng, ⟦Cờ thi đua⟧.", award="Cờ thi đua", count=1),
    yes("Xã được tặng ⟦2 Huân chương Quân công (hạng Nhì, Ba)⟧.", class_=2, count=1),
    yes("Cơ cấu gồm ⟦3 giải A⟧.", award="Giải A", recipient_kind=None, count=3),
    yes("⟦Giải Nhất⟧: Nguyễn Văn An, 15 tuổi.", recipient_kind="individual", count=1),
    yes("- ⟦Giải Nhì⟧: Trường Tiểu học Kim Sơn;", recipient="Trường Tiểu học Kim Sơn", count=1),
    yes("Ban tổ chức trao 9 giải cho các bài viết, trong đó có ⟦2 giải A⟧.", recipient_kind=None, count=2),
    yes("Sở tặng Giấy khen ⟦2 tập thể⟧ và 9 cá nhân.", recipient_kind="collective", count=2),
    yes("Bộ Y tế trao ⟦7 Bằng khen⟧ tặng các tập thể, cá nhân.", recipient_kind=None, count=7),
    yes("Bộ Y tế tặng ⟦Bằng khen⟧ cho 2 đơn vị là Sở Y tế Sơn La, Sở Y tế Hà Nam.", recipient="Sở Y tế Hà Nam"),
    yes(
        "Sở Y tế Sơn La, Sở Y tế Hà Nam; Đại tá Lê Văn Mẫu, Phó Giám đốc đón nhận ⟦Bằng khen⟧.",
        recipient="Sở Y tế Sơn La",
    ),
    yes("Chủ tịch nước chủ trì; Đại tá Lê Văn Mẫu, Phó Giám đốc đón nhận ⟦Bằng khen⟧.", recipient="Lê Văn Mẫu"),
    yes("Trao ⟦Bằng khen⟧ cho các đơn vị: Sở Y tế Sơn La; Sở Y tế Hà Nam.", recipient="Sở Y tế Hà Nam"),
    yes("⟦Giải Nhì⟧ thuộc về Sở Y tế Sơn La.", recipient="Sở Y tế Sơn La", count=1),
    yes("Có ⟦18 cán bộ⟧ quản lý, giáo viên được công nhận Lao động tiên tiến.", count=18),
    yes("Năm thứ 3 liên tiếp, Sở Y tế Sơn La được tặng ⟦Cờ thi đua⟧.", count=3, count_unit="năm"),
    yes("Tiết mục này đoạt ⟦giải Nhất⟧.", recipient_kind=None, count=1),
    yes("Năm 2031, bà trở thành ⟦Nghệ sĩ nhân dân⟧.", award="Nghệ sĩ nhân dân", count=1),
    yes("Bộ gửi ⟦thư khen⟧ Sở Y tế Sơn La.", recipient="Sở Y tế Sơn La", recipient_kind="collective", count=1),
    yes("Ông dự lễ đón nhận danh hiệu ⟦Anh hùng Lao động⟧ của Sở Y tế Sơn La.", recipient="Sở Y tế Sơn La"),
    yes(
        "Với nhiều kết quả, anh Mười được tặng Bằng khen và được Bộ Y tế tặng ⟦Giấy khen⟧.", recipient_kind="individual"
    ),
    yes("Lễ trao ⟦Huân chương Lao động⟧ diễn ra sáng nay.", recipient_kind=None, count=None),
    yes("Có ⟦2 đảng viên⟧ nhận Huy hiệu 60 năm, 9 đảng viên nhận Huy hiệu 50 năm.", count=2),
    yes("Nhà nước hai lần tuyên dương ⟦đơn vị Anh hùng Lao động⟧.", recipient_kind="collective", count=2),
    yes("⟦3 tập thể⟧; 5 cá nhân được Bộ Y tế tặng Bằng khen.", recipient_kind="collective", count=3),
    yes("Kịch “Đò xưa” của tác giả Lê Văn An đoạt ⟦giải A⟧.", recipient_kind=None, count=1),
    yes("Sở trao ⟦Giải Nhất⟧ hội thi nấu ăn cho Trường Tiểu học Kim Sơn.", recipient_kind="collective", count=1),
    yes(
        "Ông Lê Văn An, quê quán: Sơn La; ⟦Huân chương Độc lập hạng Ba⟧; Huân chương Lao động hạng Nhì.",
        recipient_kind="individual",
    ),
    yes("⟦6 học sinh⟧ đoạt HCV quốc tế cũng được nhận bằng khen của Bộ Y tế.", award="Bằng khen", count=6),
    no("Đoàn tăng 2 huy chương vàng so với năm trước."),
    no("Bằng Lao động sáng tạo được xét tặng hằng năm cho cá nhân."),
    no("Hội vinh danh các doanh nghiệp tiêu biểu."),
    no("Danh hiệu Nghệ sĩ nhân dân được trao tặng lần đầu năm 1984."),
    no("Công tác xét tặng danh hiệu Nghệ sĩ nhân dân được làm kỹ."),
    no("Đoàn vượt kỷ lục 90 huy chương vàng."),
    no("Ban lưu 90 lá thư của những người được tặng giấy khen."),
    no("Xã mời những người được tặng Bằng khen."),
    no("Nghị quyết về việc xét tặng danh hiệu Nghệ sĩ nhân dân."),
    no("Bằng khen treo kín tường."),
)
def conferred(m: Match) -> None:
    """Awards with what confers them: «X được G tặng A», «G trao A cho X», «X đạt A», «A được trao cho X»."""
    [(start, end, _)] = m.pieces()
    clause = Clause(m, start, end)
    if clause.is_letter() and _ADDRESSED.match(clause.text, start):
        clause = Clause(m, start, start + 1)
    gifts = list(gifts_in(clause))
    told = _told(clause) or _beside(clause) or _of_a_life(clause, gifts) or _tallied(clause, gifts)
    if told and not _is_topic(clause, gifts, told):
        mark(clause, gifts, told)


def _is_topic(clause: Clause, gifts: list[Gift], told: Told) -> bool:
    """Whether the awards are only spoken of: «về việc phong tặng danh hiệu A», «hồ sơ của người được tặng A»."""
    verb = clause.verb
    if verb is None or any(gift.number for gift in gifts):
        return False
    if verb.by:
        return _WHOM.search(fold(clause.m.words(max(0, verb.subject_end - 90), verb.subject_end))) is not None
    nobody = all(not (taker.kind or taker.unit or taker.name) for taker in told.takers)
    return nobody and any(about.search(clause.text, 0, verb.start) for about in (_MATTER, _PRACTICE))


@rules(
    r"(?:khen thưởng)",
    yes("⟦18 tập thể⟧ và 52 cá nhân được khen thưởng.", award="khen thưởng", recipient_kind="collective", count=18),
    yes("Giám đốc khen thưởng ⟦7 cá nhân⟧ xuất sắc.", award="khen thưởng", recipient_kind="individual", count=7),
    no("Nhiều tập thể được khen thưởng."),
    no("Công tác thi đua, khen thưởng được coi trọng."),
)
def commended(m: Match) -> None:
    """Recipients counted where no award is named: «18 tập thể và 52 cá nhân được khen thưởng»."""
    [(start, end, _)] = m.pieces()
    clause = Clause(m, start, end)
    at = clause.clause_start(start)
    if AWARD in clause.text[end : end + 80] or (at > 0 and clause.text[at - 1] == AWARD):
        return
    to = regex.match(r"(?: đột xuất)?(?: cho)? ", clause.text, pos=end)
    takers = clause.receivers_after(to.end())[0] if to else []
    be = clause.passive(start)
    if be and not any(taker.unit for taker in takers):
        takers = clause.receivers_before(be.start())
    given = Award(award="khen thưởng", grantors=clause.givers(be.end(), start) if be else [])
    facts = [_to_counted(m, given, taker) for taker in takers if taker.unit and taker.span]
    if facts:
        m.mark(start, end, facts)


def _to_counted(m: Match, given: Award, taker: Recipient) -> Award:
    fact = replace(given, recipient_kind=taker.kind)
    count_takers(fact, taker)
    return m.at(taker.span or m.span(), fact)


def _told(clause: Clause) -> Told | None:
    """Who receives, who grants, who hands over, how often; None if nothing confers the awards."""
    if told := _told_behind(clause) or _told_after_colon(clause):
        return told
    grantors, presenters = clause.hands
    verb = clause.verb
    often = often_in(clause, clause.clause_start(verb.start), clause.start) if verb else None
    told = Told([], grantors, presenters, often)
    if to := TO.match(clause.text, clause.end) or _to_directly(clause):
        told.last, _ = clause.receivers_after(to.end())
        if told.last and not (verb and verb.receives and all(taker.many for taker in told.last)):
            return replace(told, takers=told.last, last=[])
    if verb is None:
        return replace(told, takers=told.last, last=[]) if told.last else None
    takers, end = clause.receivers_after(verb.end + 1)
    if verb.receives:
        told.takers = clause.holder_behind() or clause.receivers_before(verb.subject_end) or [Recipient(name="")]
        if (verb.words == "gồm" or clause.text.endswith("trong đó ", 0, verb.start)) and not any(
            taker.name or taker.unit or taker.many for taker in told.takers
        ):
            told.takers = [Recipient()]  # «cơ cấu giải thưởng gồm 3 giải A»
    elif takers and end <= clause.start:
        told.takers = takers
    elif regex.match("đơn vị|tập thể", fold(clause.m.words(clause.start, clause.start + 1))):
        told.takers = [Recipient(kind="collective", name="")]  # «hai lần tuyên dương đơn vị Anh hùng»
    elif not clause.is_letter() and _CEREMONY.search(clause.text, 0, verb.start):
        told.takers = [Recipient(many=True)]  # «lễ trao Huân chương Lao động» leaves open to how many
    elif verb.words == "xét" or regex.search(r"(?:xét|đề nghị|đề xuất|đề cử|điều kiện) $", clause.text[: verb.start]):
        proposed = [t for t in clause.receivers_before(verb.start) if t.unit or t.kind == "individual"]
        told.takers, told.realis = proposed or [Recipient(name="")], "planned"
    elif verb.takes_back:
        told.takers = clause.owners()
    return told


def _told_after_colon(clause: Clause) -> Told | None:
    """A line that says who has a prize: «Giải Nhất: Trường Tiểu học A», «- Giải Nhì: Nguyễn Văn B, 15 tuổi»."""
    colon = _COLON.match(clause.text, clause.end)
    if colon is None or not _LINE_BEGINS.fullmatch(clause.text, 0, clause.start):
        return None
    takers = clause.receivers_after(colon.end())[0] if clause.names_someone(colon.end()) else []
    return Told(takers) if takers else None


def _to_directly(clause: Clause) -> "regex.Match[str] | None":
    if clause.verb is None or clause.verb.receives:
        return None
    pattern = _LETTER_TO if clause.is_letter() else _DIRECTLY_TO
    return pattern.match(clause.text, clause.end)


def _told_behind(clause: Clause) -> Told | None:
    """What follows the awards as their subject: «... được trao cho X», «... của X bị thu hồi»."""
    if (on := _HANDED_ON.match(clause.text, clause.end)) and not _YEARLY.search(on[0] + clause.text[on.end() :][:20]):
        by = on.span("by") if on["by"] else (on.end(), on.end())
        takers, _ = clause.receivers_after(on.end() + 1)
        if not takers and not on["by"] and "thuộc về" not in on[0] and clause.category() in ("honour_title", "prize"):
            return None  # «danh hiệu X được trao tặng lần đầu năm 1984» tells of no conferral
        return Told(takers or [Recipient()], clause.givers(*by) or clause.hands[0], clause.presenters(*by))
    if _NOBODY.match(clause.text, clause.end):
        return Told([Recipient(many=True)], realis="negated")
    for pattern in (_ONCE_GIVEN, _TAKEN_BACK):
        if found := pattern.match(clause.text, clause.end):
            takers = clause.receivers_after(found.start("taker"))[0] if found["taker"] else clause.owners()
            return Told(takers, realis="revoked" if pattern is _TAKEN_BACK else "done")
    return None


def _beside(clause: Clause) -> Told | None:
    """Titles that stand beside those counted: «1 đồng chí 45 năm tuổi Đảng», «22 giáo viên Chiến sĩ thi đua cơ sở»."""
    mentions = clause.m.within(clause.start - 2, clause.start - 1)
    taker = mentions[0].value if mentions else None
    titled = clause.category() in ("honour_title", "emulation_title", "badge")
    return Told([taker]) if titled and isinstance(taker, Recipient) else None


def _of_a_life(clause: Clause, gifts: list[Gift]) -> Told | None:
    """What a life came to, with no verb: «Ông A, sinh ngày ..., nguyên ...; Huân chương Độc lập hạng Nhì; ...»."""
    if len(gifts) < 2 or clause.category() not in ("order", "medal") or not _LIFE.search(clause.text, 0, clause.start):
        return None
    return Told([taker for taker in clause.person() if taker.kind == "individual"] or [Recipient(kind="individual")])


def _tallied(clause: Clause, gifts: list[Gift]) -> Told | None:
    """Counted medals need no verb: «nhất toàn đoàn với 14 huy chương vàng», «(8 HCV)»."""
    record = _RECORD.search(clause.text, max(0, clause.start - 30), clause.start)
    if not record and all(gift.number and gift.awards[0].award.startswith("Huy chương ") for gift in gifts):
        return Told(clause.receivers_before(clause.start) or [Recipient(name="")])
    return None
