"""Spans of time, read and said."""

from datetime import timedelta

import pytest

from newscrawl.rhythm.duration import read_duration, say_duration


def test_durations_are_said_in_two_units() -> None:
    assert [say_duration(timedelta(seconds=s)) for s in (0, 59, 60, 3700, 90061)] == [
        "0 s",
        "59 s",
        "1 min",
        "1 h 1 min",
        "1 d 1 h",
    ]


@pytest.mark.parametrize("text", ["", "soon", "0 minutes", "5 parsecs", "-1 day", "1.5 hours"])
def test_what_is_no_span_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="accepted is a span"):
        read_duration(text)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("30m", 1800), ("30 min", 1800), ("1h", 3600), ("2d", 172_800), ("1w", 604_800)]
)
def test_spans_may_be_short(text: str, seconds: int) -> None:
    assert read_duration(text).total_seconds() == seconds
