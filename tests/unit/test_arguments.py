"""Arguments of a crawl: dates told from now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawl.arguments import typed_moment
from newscrawl.article_filters import filters_of
from newscrawl.errors import ArgumentError


@pytest.mark.parametrize(
    ("text", "days"), [("today", 0), ("yesterday", 1), ("7 days", 7), ("7d", 7), ("2 weeks ago", 14), ("1 Day", 1)]
)
def test_days_go_back_to_a_midnight_of_the_sites_zone(text: str, days: int) -> None:
    zone = "Asia/Qatar"
    today = datetime.now(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    # Midnight may pass between the two looks at the clock.
    assert typed_moment("since", text, zone) - (today - timedelta(days=days)) in (timedelta(), timedelta(days=1))


def test_hours_go_back_from_now() -> None:
    before = datetime.now(UTC)
    assert before <= typed_moment("since", "12 hours", "") + timedelta(hours=12) <= datetime.now(UTC)


def test_yesterday_is_wanted_whole() -> None:
    said = filters_of({"since": "yesterday", "until": "yesterday"}, "")
    assert said.since and said.until and said.until - said.since == timedelta(days=1)


@pytest.mark.parametrize("text", ["tomorrow", "days", "7 months", "-1 days", "7 days from now", ""])
def test_what_is_no_moment_is_told(text: str) -> None:
    with pytest.raises(ArgumentError, match="a date is accepted, e.g. since=2026-11-01"):
        typed_moment("since", text, "")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("titel:x", "there is no field 'titel'; did you mean title:x?"),
        ("foo:bar", "there is no field 'foo'; fields are title"),
    ],
)
def test_a_field_that_there_is_not_is_refused(value: str, said: str) -> None:
    with pytest.raises(ArgumentError, match=said.replace("?", "[?]")):
        filters_of({"include": value}, "")


@pytest.mark.parametrize("value", ["https://example.com/a", "war: day 3", "(?:a|b)", "12:30", "title:a:b", "foo[:]bar"])
def test_a_colon_may_be_part_of_a_pattern(value: str) -> None:
    assert filters_of({"include": value}, "").include
