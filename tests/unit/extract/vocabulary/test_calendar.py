"""Weekdays of the languages."""

import pytest

from newscrawl.extract.vocabulary.calendar import is_day, weekdays


def test_a_language_without_weekdays_in_the_calendar_has_none() -> None:
    assert weekdays(["xx"]) == []
    assert weekdays(["de", "xx"]) == weekdays(["de"]) != []


@pytest.mark.parametrize("text", ["– Tue Aug 31", "Freitag 3. Mai 2024", "31 août", "вт, 5 мая"])
def test_a_weekday_and_a_month_with_a_number_are_a_day(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize("text", ["Sun Jun", "31", "April May", "Tue Hansen 3", ""])
def test_names_and_numbers_alone_are_no_day(text: str) -> None:
    assert not is_day(text)
