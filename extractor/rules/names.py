"""Names of people as patterns that read the printed copy: surname and given names, or a foreign name."""

import regex

from ..fold import respell
from ..lexicon import alternation, lexicon

_SURNAMES = lexicon("surnames").surfaces
_SURNAME = alternation([*_SURNAMES, *(surname.upper() for surname in _SURNAMES if len(surname) > 1)])
# Capitalised words that follow a name without belonging to it.
_NOT_GIVEN = (
    r"(?!(?:Ông|Bà|Ảnh|ẢNH|Tại|Theo|Đồng chí|Ngày|Clip|Video|Nguồn|Bài|Báo)(?![\p{L}\p{N}])"
    r"|(?:Các|Những|Trong|Trước|Sau|Sáng|Chiều|Tối|Tuy|Khi) \p{Ll})"
)
SYLLABLE = rf"{_NOT_GIVEN}\p{{Lu}}(?:[\p{{L}}']|-(?=\p{{Ll}}))*+"
# «Nguyễn Thị Hoa», «Y Bhiu Niê», «H'Len Niê», «K'Brêu»; a toponym may be a given name («Nguyễn Thái Bình»).
_GIVEN = rf"(?: (?:{SYLLABLE}|<TOPONYM>))"
NAME = rf"(?:(?!Ông |Bà )(?:{_SURNAME}|[HK]'\p{{L}}+(?= \p{{Lu}})){_GIVEN}{{1,5}}+|[HK]'\p{{Lu}}\p{{Ll}}+)"
_TOKEN = r"(?:al-|el-)?\p{Lu}[\p{L}'.-]*\p{Ll}"
FOREIGN = rf"{_NOT_GIVEN}{_TOKEN}(?:(?: (?:bin|al|de|da|von|van|der|el|ibn)){{0,2}} {_NOT_GIVEN}{_TOKEN}){{0,4}}"
# A given name on its own is one only before a mark or what a person does.
LONE = (
    rf"{_NOT_GIVEN}\p{{Lu}}\p{{Ll}}[\p{{Ll}}']*+(?=[,.;:)\"?!]|$"
    r"| (?:đã|cho|nói|chia|khẳng|nhấn|phát|cũng|là|kể|bày|yêu|đề|chỉ|và|cùng|nêu|đánh|thông|gửi|vừa|sẽ|trong|được|giao"
    r"|kết|hi|mong|cảm|biểu|động|cam|tin|nhận|thì|với|khi|không|vẫn|còn|hỏi|đang|lại|này|có|giữ|làm|nhớ|giải|lí|tâm"
    r"|trả|lưu|kêu|phân|thừa|tuyên|dẫn)(?!\p{L}))"
)
_VIETNAMESE = (
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
# Two capitalised words of which the first cannot be Vietnamese: «Lloyd Austin».
STRANGER = rf"(?!(?i:{_VIETNAMESE})(?!\p{{L}}))\p{{Lu}}[\p{{L}}'-]+ \p{{Lu}}[\p{{L}}'-]*\p{{Ll}}"
HONORIFIC = (
    r"(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Đđ]ồng chí|[Đđ]/c|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Tt]hầy|[Nn]gài|[Ll]uật sư|LS\.?"
    r"|[Bb]ác sĩ|BS\.?|[Nn]ghệ sĩ|[Nn]hà báo|[Hh]òa thượng|[Tt]hượng tọa|[Đđ]ại đức|[Nn]i (?:sư|trưởng)|[Ll]inh mục"
    r"|[Gg]iáo sư|[Tt]iến sĩ"
    r"|[Mm]ục sư)"
)

_SYLLABLE = regex.compile(_VIETNAMESE)


def is_vietnamese(word: str) -> bool:
    """Whether ``word`` may be one Vietnamese syllable: «Lâm», but not «Donald» or «Shinzo»."""
    return bool(_SYLLABLE.fullmatch(respell(word.lower())))
