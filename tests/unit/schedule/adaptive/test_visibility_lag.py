"""When an article was to be found, where its listing lags."""

from datetime import UTC, datetime, timedelta

from newscrawl.schedule.adaptive.visibility_lag import appeared

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def test_a_listing_that_lags_is_asked_later() -> None:
    """Published at the full hour, shown three minutes later: a run in between misses it."""
    hour = MONDAY + timedelta(hours=8)
    runs = [hour + timedelta(minutes=minute) for minute in (-30, 1, 31)]
    assert appeared([(hour, hour + timedelta(minutes=31, seconds=4))], runs) == [hour + timedelta(minutes=2)]


def test_what_no_run_missed_appeared_when_it_was_published() -> None:
    hour = MONDAY + timedelta(hours=8)
    first, second = hour + timedelta(minutes=20), hour + timedelta(minutes=50)
    articles = [(hour + timedelta(minutes=minute), second) for minute in (21, 49)]
    assert appeared(articles, [first, second]) == [published for published, _ in articles]
    old = [(hour - timedelta(days=3), second), (hour, first)]
    assert appeared(old, [first, second]) == [published for published, _ in old]
