"""When a page is due again."""

from datetime import timedelta

from newscrawl.state.revisit import TRIES, next_try, next_visit
from tests.support.desk import NOON


def test_looks_again_thin_out_and_tries_end() -> None:
    hours = []
    now = NOON
    while due := next_visit(NOON, NOON, now):
        hours.append((due - NOON) / timedelta(hours=1))
        now = due
    assert hours == [1, 6, 24, 72, 168]
    assert next_visit(NOON - timedelta(days=9), NOON, NOON) is None
    assert next_visit(NOON + timedelta(days=400), NOON, NOON) == NOON + timedelta(hours=1), "a date in the future"
    assert [next_try(tries, NOON) is not None for tries in (1, len(TRIES), len(TRIES) + 1)] == [True, True, False]
