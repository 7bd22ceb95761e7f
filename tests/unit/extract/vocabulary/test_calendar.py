"""Weekdays of the languages."""

from newscrawl.extract.vocabulary.calendar import weekdays


def test_a_language_without_weekdays_in_the_calendar_has_none() -> None:
    assert weekdays(["xx"]) == []
    assert weekdays(["de", "xx"]) == weekdays(["de"]) != []
