"""Lines that are dates, and lines with dates in them."""

import pytest

from newscrawl.extract.vocabulary.phrases import all_phrases, phrases_for


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("By Ann Ford, published on Monday, 4 May 2026 at 14:05", ["By Ann Ford", ""]),
        ("4 May 2026 | Ann Ford", ["", "Ann Ford"]),
        ("Ann Ford Updated May 4, 2026", ["Ann Ford", ""]),
        ("Ann Ford", ["Ann Ford"]),
    ],
)
def test_a_line_apart_from_its_dates(line: str, parts: list[str]) -> None:
    assert all_phrases().dates.apart_from_dates(line) == parts


@pytest.mark.parametrize(
    "text",
    [
        "22.11.2026",
        "Stand: 22.11.2026, 14:05 Uhr",
        "Updated on 4 May 2026",
        "Mon 4 May 2026",
        "May 4, 2026",
        "Monday, May 4th, 2026 at 9:15 am",
        "Updated: Dec. 4, 2026, 1:24 PM EST",
        "4th May 2026",
        "4 May 26",
        "20:34 17.04.2026",
        "9:53 am PDT, Tuesday, May 4, 2026",
    ],  # fmt: skip
)
def test_a_paragraph_that_is_a_date(text: str) -> None:
    asked = phrases_for(["de"])
    assert asked.dates.is_date(text) and not asked.dates.is_date(f"{text} was the day")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Lunes, 4 de mayo de 2026 - 10:30"),
        ("pt", "Segunda-feira, 4 de maio de 2026, às 10h30"),
        ("ko", "2026년 5월 4일 오전 10:30"),
        ("ja", "2026年5月4日（月）10時30分"),
        ("zh", "2026年05月04日10:30"),
        ("hu", "2026. május 4., 10:30"),
        ("vi", "Thứ Hai, 04/05/2026, 10:30 (GMT+7)"),
        ("ru", "4 мая 2026 г. в 10:30"),
        ("fa", "شنبه ۱۵ اردیبهشت ۱۴۰۵ - ۱۰:۳۰"),
        ("hi", "4 मई 2026, 10:30 बजे"),
        ("tr", "4 Mayıs 2026 Pazartesi 10:30"),
    ],
)
def test_a_line_that_is_a_day_and_an_hour_in_any_language(language: str, text: str) -> None:
    assert phrases_for([language]).dates.is_date(text)


@pytest.mark.parametrize(
    "text",
    ["Apollo 11, 1969", "Route 66, 1999", "4 May", "May 4", "1 Ollera 31", "3. FAIR 2026", "7. Orion 700", "1 of 17",
     "Doors: 4 May 2026", "4 May 2026 to 6 March 2027", "No. 4, March 2026"],
)  # fmt: skip
def test_a_paragraph_that_is_none(text: str) -> None:
    assert not phrases_for(["en"]).dates.is_date(text)
