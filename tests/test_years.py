"""The year of a day in an article that tells no publication: what in the article says it, and what does not."""

import pytest

from .test_normalise import times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sáng thứ Sáu, 23/6, trời mưa.\n\nNăm 2013, xã có 9 xe.", "23/6", "2017-06-23"),
        ("Sáng 5/2, hội nghị tổng kết công tác năm 2030, triển khai nhiệm vụ năm 2031.", "5/2", "2031-02-05"),
        ("Hội nghị tổng kết năm 2030, triển khai nhiệm vụ năm 2031 họp sáng 28/12.", "28/12", "2030-12-28"),
        ("Chiều 10/7, sở họp. Sở cần xây dựng kế hoạch thanh tra năm 2018.", "10/7", "2017-07-10"),
        ("Xe có hạn kiểm định đến 21/4/2019. Rạng sáng 15/5, xe lật. Năm 2016, đường mở.", "15/5", "2016-05-15"),
        ("Ông Nam (SN 1982) đến nhà tối 15/6. Ngày 20/6/2013, xã họp.", "15/6", "2013-06-15"),
        ("Sáng 7/11, đại hội nhiệm kỳ 2017-2022 khai mạc. Năm 2014, hội có 9 chi hội.", "7/11", "2017-11-07"),
        ("Ngày 3/8/2017, 6 tháng đầu năm, ngân hàng lãi.", "6 tháng", "2017-H1"),
        ("Ngày 5/1/2021, đội họp. 3 quý đầu năm, đội bắt 9 vụ.", "3 quý", "2020-01/2020-09"),
    ],
)
def test_the_year_of_a_day(text: str, words: str, value: str) -> None:
    found = {text[t.char_start : t.char_end]: t.value for t in times(text, None)}
    assert [v for span, v in found.items() if words in span] == [value]
