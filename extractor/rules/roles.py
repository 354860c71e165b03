"""What a named person does in a sentence: chairs, speaks, attends, hands over or receives an award."""

import regex

from ..match import Match

# The verb follows the name; a comma before it is one that closes the posts.
_DOES = r"[,) ]{1,3}(?:đã |cũng |vừa |sẽ |trực tiếp |nghẹn ngào |đến |tới )*"
_VERBS = {
    "chair": r"(?:chủ trì|chủ tọa|điều hành|làm trưởng)",
    "speaker": (
        r"(?:phát biểu|cho biết|cho hay|cho rằng|nhấn mạnh|khẳng định|chia sẻ|nói|thông tin|đề nghị|yêu cầu|đánh giá"
        r"|nêu|bày tỏ|biểu dương|ghi nhận|trình bày|báo cáo|chỉ đạo|kết luận|trả lời|phân tích|nhận định|thừa nhận"
        r"|lưu ý|kể|giải thích|tuyên bố|kêu gọi|chúc mừng|cảm ơn|:)"
    ),
    "attendee": r"(?:dự|tham dự|chứng kiến|có mặt)",
    "presenter": r"(?:trao|tặng|gắn|trao tặng|thừa ủy quyền)",
    "awardee": r"(?:được (?:\p{L}+ ){0,6}tặng|đón nhận|vinh dự (?:được )?(?:đón )?nhận|nhận (?:bằng|huân|giấy))",
}
_AFTER = {role: regex.compile(rf"{_DOES}{verbs}(?!\p{{L}})") for role, verbs in _VERBS.items()}
_CAME = regex.compile(r"(?:dự|tham dự|tham gia|chứng kiến|có mặt|tham dự)[^.;]{0,60}(?:có|gồm|của|:)[^.]*$")
_CHAIRED = regex.compile(
    r"(?:do|dưới sự chủ trì của|chủ trì(?: \p{L}+){0,4}(?: có| là)?)(?: các)? ?(?:đồng chí|ông|bà)? ?$"
)
_ACCORDING = regex.compile(r"(?:^|[ ,])theo(?: lời)?(?: ông| bà| đồng chí)? ?$")


def roles(m: Match) -> list[str]:
    """The roles that the words right after the match, and the clause before it, give the person."""
    after, before = m.after(80), m.before(200)
    found = [role for role, verb in _AFTER.items() if verb.match(after)]
    if "attendee" not in found and any(word in before for word in _PRESENT) and _CAME.search(before):
        found.append("attendee")
    if "chair" not in found and _CHAIRED.search(before[-40:]):
        found.append("chair")
    if "speaker" not in found and _ACCORDING.search(before[-30:]):
        found.append("speaker")
    return found


_PRESENT = ("dự", "tham gia", "chứng kiến", "có mặt")
