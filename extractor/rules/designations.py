"""What numbers with letters, ships, models and houses are called by: «chuyên án QT 820», «Su-30», «số 25, đường A».

Each is a ``<CODE>`` of the digits, as in ``codes``.
"""

from ..match import Match, RuleSet, no, yes

rules = RuleSet("designation", kind="CODE", states=False)

_YEAR = r"(?!(?:1[89]|20)\d\d(?!\d))"
# What follows a number that is the end of a name: a mark, or a word that begins no counted noun.
_ENDS = (
    r"(?=$|[,.](?!\d)|[;:)\"\]”…?!]| [-–(/]| (?:đã|đang|sẽ|được|bị|của|và|với|ở|tại|thuộc|do|từ|trên|chở|gặp|vừa|bắt|"
    r"cùng|có|là|đến|cho|cập|hỗ trợ|phát|trấn|dẫn|tham|lao|đâm|đơn|mang|L|TS)(?!\p{L}))"
)
_MONEY = r"(?!(?:USD|VND|VNĐ|EUR|SGD|AUD|NDT|GDP|COVID|Covid|ID|TP|TX|DN|PV)(?!\p{L}))"


@rules(
    r"(?:\d{2} ?[A-Z]{1,2}\d? ?[-.]? ?)?\d(?:\.?\d){2,6}(?:xx?)?"
    r"(?<=(?:BKS|BSX?|[Bb]iển số|[Bb]iển kiểm soát)(?: xe)?(?: Lào| Campuchia)?:? ?"
    r"(?:\d{2} ?[A-Z]{1,2}\d? ?[-.]? ?)?\d(?:\.?\d){2,6}(?:xx?)?)",
    yes("xe BKS Lào ⟦9999⟧.", value="plate"),
    yes("ô tô BKS ⟦77A-062⟧… lao tới", value="plate"),
    no("Thu 3 biển số."),
    reads="printed",
)
def plate(m: Match) -> str:
    """A plate that is cut or foreign: «BKS Lào 9999», «BKS 77A-062…»."""
    return "plate"


@rules(
    rf"{_YEAR}\d{{1,7}}(?:\.\d)?(?:,? (?:và )?\d{{2,4}}(?![.,\d]))?"
    rf"(?<=(?<![\p{{L}}.])(?:{_MONEY}\p{{Lu}}{{2,4}}\p{{Ll}}?|[ACT]|Su|Mi[gG]|Boeing|Airbus|Yak|Genco|Licogi|Vinaconex|Cienco)"
    rf" ?-? ?\d{{1,7}}(?:\.\d)?(?:,? (?:và )?\d{{2,4}})?){_ENDS}",
    yes("Chuyên án QT ⟦820⟧ và QB 77 khép lại.", value="name"),
    yes("Máy bay Su -⟦30⟧ gặp nạn.", value="name"),
    yes("Tàu HQ ⟦999⟧ chở hàng.", value="name"),
    no("Xuất khẩu đạt USD 500."),
    no("TP.HCM 5 quận."),
    no("UBND 3 xã đã họp."),
    no("AFC 2031 khởi tranh."),
    reads="printed",
)
def lettered(m: Match) -> str:
    """The number after capitals: «chuyên án QT 820», «tàu HQ 999», «Su-30»."""
    return "name"


@rules(
    rf"{_YEAR}\d{{1,4}}(?<=(?:[Tt]hủy điện|[Nn]hiệt điện|[Tt]àu(?: cá| du lịch)?|[Cc]ảng|[Kk]hu công nghiệp|[Nn]hà máy|"
    r"[Cc]ông ty|[Đđ]iện mặt trời|[Cc]ầu|[Hh]ầm|[Dd]ự án)(?: \p{L}+){1,3} \d{1,4})(?<=\p{Lu}\p{Ll}+ \d{1,4})" + _ENDS,
    yes("Thủy điện Sông Xanh ⟦3⟧ ở huyện.", value="name"),
    no("Công ty Nam Hà 5 năm liền."),
    reads="printed",
)
def of_a_work(m: Match) -> str:
    """«thủy điện Sông Xanh 3», «tàu du lịch Hoa Mai 2»."""
    return "name"


@rules(
    r"\d{2,4}(?<=(?:xe|xe tăng|cao điểm|cột mốc|danh sách \"?) ?\d{2,4})(?! ?[%.,]\d)"
    r"(?=$|[,.;:)\"]| (?:do|đã|đang|bị|được|lao|dẫn|đơn|hỗ trợ|trấn|của|và|đến|thuộc|từ|chạy|gặp|bốc|đâm)(?!\p{L}))",
    yes("Xe ⟦777⟧ dẫn đầu đội hình.", value="name"),
    no("Có xe 45 chỗ."),
)
def of_a_vehicle(m: Match) -> str:
    """«xe 777 dẫn đầu», «cao điểm 320 do ...»."""
    return "name"


@rules(
    r"\d[Xx](?![\p{L}\d])|[2-6][DG](?![\p{L}\d])|[45]\.0(?![\d%]| (?:tỷ|triệu|điểm))",
    yes("Chàng bí thư ⟦9X⟧ trăn trở.", value="name"),
    yes("Công nghệ ⟦4.0⟧ phát triển.", value="name"),
    yes("Trình chiếu ⟦3D⟧.", value="name"),
    no("Bắt 9 vụ."),
    reads="printed",
)
def catchword(m: Match) -> str:
    """«9X», «4.0», «3D»."""
    return "name"


@rules(
    r"\d{2,3}(?<=(?<!độ )tuổi (?:thứ )?\d{2,3})(?! ?[-/.,]\d| (?:đến|người|học sinh))",
    yes("qua đời ở tuổi ⟦83⟧.", value="age"),
    no("Độ tuổi 30 người đăng ký."),
)
def age(m: Match) -> str:
    """«ở tuổi 83»."""
    return "age"
