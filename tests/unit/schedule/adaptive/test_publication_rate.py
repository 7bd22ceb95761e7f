"""The rate that publication times tell of."""

from datetime import UTC, datetime, timedelta

from newscrawl.schedule.adaptive.rate_estimate import estimated_rate
from newscrawl.store.times import seconds

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def test_pages_that_give_a_day_alone_tell_no_rate() -> None:
    days = [seconds(MONDAY + timedelta(days=day)) for day in range(28) for _ in range(10)]
    assert estimated_rate(days, MONDAY + timedelta(days=28)) is None
