"""Other calendars' days against days that are known."""

from datetime import date

import pytest

from newscrawl.extract.fields.calendars import in_gregorian, solar_day


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [
        ((1300, 1, 1), date(1921, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),  # the revolution
        ((1375, 1, 1), date(1996, 3, 20)),
        ((1387, 12, 30), date(2009, 3, 20)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1404, 12, 30), None),
        ((1403, 13, 1), None),
        ((1403, 7, 31), None),
    ],
)
def test_days_of_iran(solar: tuple[int, int, int], gregorian: date | None) -> None:
    assert solar_day(*solar) == gregorian


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成十二年十月二十日", "2000年10月20日"),
        ("民國一百零一年十二月五日", "2012年12月5日"),
        ("二〇一二年十二月五日", "2012年12月5日"),
        ("2012年12月5日", "2012年12月5日"),
    ],
)
def test_numbers_in_chinese_characters(text: str, expected: str) -> None:
    assert in_gregorian(text, "") == expected


@pytest.mark.parametrize("text", ["114年2月3日", "114/02/03", "114-2-3"])
def test_a_page_from_taiwan_need_not_say_which_years_it_counts(text: str) -> None:
    assert in_gregorian(text, "zh-TW").startswith("2025年")
    assert in_gregorian(text, "zh-CN")[:3] == "114"
