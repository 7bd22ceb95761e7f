"""When a page is due again: articles thin out with age, failures with every try."""

from datetime import datetime, timedelta

# After publication. Corrections and retractions come early: a story is edited most in its first hours, and what changes
# after a week is mostly furniture. Five requests an article, all of them conditional.
VISITS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
# After a failed try: the next run, the one after it, then at growing distance, then never.
TRIES = tuple(timedelta(hours=hours) for hours in (0, 0, 1, 6, 24, 72))


def next_visit(published: datetime | None, first_seen: datetime, now: datetime) -> datetime | None:
    """When an article fetched `now` is due again; None: never. Without a publication time the first sight counts."""
    # A site that announces a date in the future is not a reason to ask for a year.
    base = min(published or first_seen, first_seen)
    return next((base + age for age in VISITS if base + age > now), None)


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a page that failed `tries` times in a row is due again; None: never."""
    return now + TRIES[tries - 1] if tries <= len(TRIES) else None
