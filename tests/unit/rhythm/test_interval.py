"""When a site is due."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from newscrawl.errors import RhythmError
from newscrawl.rhythm.interval import Every, Rhythm, read_rhythm, spread

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def slots(rhythm: Rhythm, since: datetime, count: int) -> list[str]:
    def each() -> Iterator[datetime]:
        moment = rhythm.after(since)
        while moment is not None:
            yield moment
            moment = rhythm.after(moment)

    return [f"{slot:%d %H:%M}" for slot in islice(each(), count)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 minutes", ["22 12:30", "22 13:00", "22 13:30"]),
        ("1 day", ["23 00:00", "24 00:00", "25 00:00"]),
        ("*/15 6-22 * * *", ["22 12:15", "22 12:30", "22 12:45"]),
        ("0 7 * * 1-5 Asia/Qatar", ["23 04:00", "24 04:00", "25 04:00"]),
        ("auto 24 a day", ["22 13:00", "22 14:00", "22 15:00"]),
        ("never", []),
    ],
)
def test_a_rhythm_gives_its_slots(text: str, expected: list[str]) -> None:
    assert slots(read_rhythm(text), NOON, 3) == expected


def test_several_cron_lines_are_one_rhythm() -> None:
    assert slots(read_rhythm(["0 8 * * * Asia/Qatar", "30 20 * * * Asia/Qatar"]), NOON, 3) == [
        "22 17:30",
        "23 05:00",
        "23 17:30",
    ]


@pytest.mark.parametrize(
    ("zone_day", "expected"),
    [
        # Berlin's clocks go from 02:00 to 03:00 on 29 March 2026: half past two does not exist, and comes at three.
        (datetime(2026, 3, 28, 12, tzinfo=UTC), ["29 01:00", "30 00:30"]),
        # They go back from 03:00 to 02:00 on 25 October: half past two exists twice, and comes once.
        (datetime(2026, 10, 24, 12, tzinfo=UTC), ["25 00:30", "26 01:30"]),
    ],
)
def test_a_clock_change_neither_drops_nor_repeats_a_slot(zone_day: datetime, expected: list[str]) -> None:
    assert slots(read_rhythm("30 2 * * * Europe/Berlin"), zone_day, 2) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30 minuts", "accepted are a span"),
        ("30 seconds", "the shortest is 1 minute"),
        ("auto 0 a day", "1 to 1440"),
        ("61 * * * *", "bad minute"),
        ("0 0 30 2 *", "bad day-of-month"),
        ("* * * * * Asia/Nowhere", "no time zone 'Asia/Nowhere'"),
        ("* * * * * ../etc/passwd", "no time zone"),
        ("", "accepted are a span"),
    ],
)
def test_what_is_no_rhythm_is_told(text: str, said: str) -> None:
    with pytest.raises(RhythmError, match=said):
        read_rhythm(text)


def test_fifty_sites_do_not_start_together() -> None:
    for text in ("30 minutes", "0 * * * *"):
        starts = [spread(read_rhythm(text), f"site{n}", timedelta(minutes=5)).after(NOON) for n in range(50)]
        busiest = max(sum(abs(one - two) < timedelta(seconds=2) for two in starts if two) for one in starts if one)
        assert busiest <= 5
    again = spread(read_rhythm("30 minutes"), "site7", timedelta(minutes=5)).after(NOON)
    assert again == spread(read_rhythm("30 minutes"), "site7", timedelta(minutes=5)).after(NOON)


@pytest.mark.parametrize(
    ("text", "hours"), [("hourly", 1), ("@hourly", 1), ("Every hour", 1), ("@daily", 24), ("weekly", 168), ("1h", 1)]
)
def test_spans_have_the_names_that_cron_gives_them(text: str, hours: int) -> None:
    assert read_rhythm(text) == Every(timedelta(hours=hours))
