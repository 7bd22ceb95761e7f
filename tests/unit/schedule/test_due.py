"""What is due, and what was missed."""

from datetime import UTC, datetime, timedelta

from newscrawl.rhythm.interval import read_rhythm
from newscrawl.schedule.due import Due, due

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def test_five_missed_slots_are_due_once() -> None:
    rhythm = read_rhythm("30 minutes")
    found = due(rhythm.after, NOON, NOON + timedelta(hours=2, minutes=31), WEEK)
    assert found == Due(NOON + timedelta(hours=2, minutes=30), NOON + timedelta(minutes=30), 5)


def test_nothing_is_due_before_its_time() -> None:
    assert due(read_rhythm("30 minutes").after, NOON, NOON + timedelta(minutes=29, seconds=59), WEEK) is None


def test_a_slot_older_than_the_bound_is_not_made_up() -> None:
    monthly = read_rhythm("0 0 1 * *")
    found = due(monthly.after, NOON - timedelta(days=30), NOON, WEEK)
    assert found and found.too_late


def test_a_site_that_never_ran_is_due_at_once() -> None:
    assert due(read_rhythm("1 day").after, None, NOON, WEEK) == Due(NOON, NOON, 1)
