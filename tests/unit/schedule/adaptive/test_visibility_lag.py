"""When an article was to be found, where its listing lags."""

from newscrawl.schedule.adaptive.visibility_lag import appeared

HOUR = 493_000 * 3600
"""A full hour."""


def test_a_listing_that_lags_is_asked_later() -> None:
    """Published at the full hour, shown three minutes later: a run in between misses it."""
    runs = [HOUR + 60 * minute for minute in (-30, 1, 31)]
    assert appeared([(HOUR, HOUR + 31 * 60 + 4)], runs) == [HOUR + 120]


def test_what_no_run_missed_appeared_when_it_was_published() -> None:
    first, second = HOUR + 20 * 60, HOUR + 50 * 60
    articles = [(HOUR + 60 * minute, second) for minute in (21, 49)]
    assert appeared(articles, [first, second]) == [published for published, _ in articles]
    old = [(HOUR - 3 * 86400, second), (HOUR, first)]
    assert appeared(old, [first, second]) == [published for published, _ in old]
