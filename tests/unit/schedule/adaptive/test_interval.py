"""The cheapest sequence of requests."""

from datetime import UTC, datetime

from newscrawl.schedule.adaptive.interval import first_of_cheapest, steps

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)


def test_long_steps_end_with_a_round_minute() -> None:
    """What is put up for the quarter of an hour is found in its minute, however far ahead."""
    for minute in (1, 8, 60):
        ends = steps(minute)
        assert ends[:3] == [0, 1, 2] and ends[-1] >= 1425
        assert all((minute + end - 1) % 15 == 0 for end in ends if end > 360)


def test_the_first_request_comes_right_after_what_it_is_for() -> None:
    """All that comes comes between the 30th and 40th minute: nothing is gained by asking before, and waiting costs."""
    ends = [0, 10, 20, 30, 40, 50, 60]
    assert first_of_cheapest(ends, [0, 0, 0, 0, 5, 5, 5], [0, 0, 0, 0, 175, 175, 175], price=1) == 4
