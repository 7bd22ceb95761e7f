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


@pytest.mark.parametrize("text", ["Apollo 11, 1969", "Route 66, 1999", "4 May", "May 4", "1 Ollera 31"])
def test_a_paragraph_that_is_none(text: str) -> None:
    assert not phrases_for(["en"]).dates.is_date(text)
