"""Hours in which nothing is started."""

from datetime import UTC, datetime

import pytest

from newscrawl.rhythm.quiet_hours import read_quiet


@pytest.mark.parametrize(
    ("text", "moment", "end"),
    [
        ("23:00-06:00 UTC", "2026-11-22T23:30", "2026-11-23T06:00"),
        ("23:00-06:00 UTC", "2026-11-22T05:59", "2026-11-22T06:00"),
        ("00:00-06:00 Asia/Qatar", "2026-11-22T01:00", "2026-11-22T03:00"),
        ("Sat Sun 00:00-24:00 UTC", "2026-11-21T10:00", "2026-11-23T00:00"),
        ("Sun 22:00-02:00", "2026-11-23T01:00", "2026-11-23T02:00"),
    ],
)
def test_quiet_hours_cover_and_end(text: str, moment: str, end: str) -> None:
    quiet, when = read_quiet(text), datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert quiet.covers(when)
    assert quiet.ends(when) == datetime.fromisoformat(end).replace(tzinfo=UTC)
    assert not quiet.covers(quiet.ends(when))
