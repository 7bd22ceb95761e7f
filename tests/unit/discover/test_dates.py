"""Dates of feeds: read in the spellings that are met, and none where they cannot be true."""

import pytest

from newscrawl.discover.dates import read_date

MOMENT = "2026-11-20T08:30:00+00:00"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-20T08:30:00Z", MOMENT),
        ("2026-11-20T08:30:00.123456789Z", "2026-11-20T08:30:00.123456+00:00"),
        ("2026-11-20 08:30:00 UTC", MOMENT),
        ("2026-11-20 08:30:00 +0000", MOMENT),
        ("2026-11-20T09:30+01:00", MOMENT),
        ("2026/11/20 09:30:00 +01:00", MOMENT),
        ("2026-11-20T8:30:00Z", MOMENT),
        ("2026-11-19T24:00:00Z", "2026-11-20T00:00:00+00:00"),
        ("Fri, 20 Nov 2026 08:30:00 GMT", MOMENT),
        ("Fri, 20 Nov 2026 08:30:00 -0000", MOMENT),
        ("Fri, 20 Nov 2026 09:30:00 GMT+1", MOMENT),
        ("Fri, 20 Nov 2026 09:30:00 GMT+0100", MOMENT),
        ("Fri, 20 Nov 2026 11:30:00 UTC+0300", MOMENT),
        ("Fri, 20 Nov 2026 09:30:00 +01:00", MOMENT),
        ("Fri, 20 Nov 2026 09:30:00 +0100", MOMENT),
        ("Fri, 20 Nov 2026 08:30:00 UTC", MOMENT),
        ("Fri, 20 Nov 2026 19:30:00 AEDT", MOMENT),
        ("Fri, 20 Nov 2026 18:30:00 AEST", MOMENT),
        ("Fri, 20 Nov 2026 11:30:00 EEST", MOMENT),
        ("Fri, 20 Nov 2026 14:00:00 IST", MOMENT),
        ("Fri, 20 Nov 2026 16:30:00 SGT", MOMENT),
        ("Fri, 20 Nov 2026 21:30:00 NZDT", MOMENT),
        ("Fri, 20 Nov 2026 03:30:00 EST", MOMENT),
        ("Fri, 4 Sept 2026 08:30:00 GMT", "2026-09-04T08:30:00+00:00"),
        ("Friday, 4 September 2026 08:30:00 GMT", "2026-09-04T08:30:00+00:00"),
        ("Thu, 19 Nov 2026 24:00:00 GMT", "2026-11-20T00:00:00+00:00"),
        ("Fri Nov 20 2026 08:30:00 GMT+0000 (Coordinated Universal Time)", MOMENT),
        ("Fri Nov 20 2026 09:30:00 GMT+0100 (MEZ)", MOMENT),
        ("Fri Nov 20 08:30:00 UTC 2026", MOMENT),
        ("Mon, May 25 2020 08:30:00 +0000", "2020-05-25T08:30:00+00:00"),
        ("20 Nov 26 20:0:0 Z", "2026-11-20T20:00:00+00:00"),
        ("1795163400", MOMENT),
        ("1795163400000", MOMENT),
        ("20261120T083000Z", MOMENT),
        ("Vie, 20 Nov 2026 09:30:00 +0100", MOMENT),
        ("Fr, 20 Nov 2026 09:30:00 MEZ", MOMENT),
        ("ven., 20 nov. 2026 09:30:00 +0100", MOMENT),
        ("Пт, 20 ноября 2026 11:30:00 +0300", MOMENT),
    ],
)
def test_a_moment(written: str, meant: str) -> None:
    date = read_date(written)
    assert date and date.precision == "second"
    assert date.moment == type(date.moment).fromisoformat(meant)


@pytest.mark.parametrize(
    "written",
    ["2026-11-20", "2026-11-20Z", "2026/11/20", "2026-11-20 ", "Fri, 20 Nov 2026", "20 November 2026", "Nov 20, 2026"],
)
def test_a_day_alone(written: str) -> None:
    date = read_date(written)
    assert date and date.precision == "day" and date.moment.isoformat() == "2026-11-20T00:00:00+00:00"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2026-11-20T08:30:00",
        "Fri, 20 Nov 2026 08:30:00",
        "2026-13-40",
        "0001-01-01T00:00:00Z",
        "-0001-11-30T00:00:00+00:00",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "Mon, 1 Jan 0001",
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 +0100",
        "1970-01-01T00:00:00Z",
        "1970-01-01",
        "1969-12-31T19:00:00-05:00",
        "Tue, 20 Nov 2246 08:30:00 GMT",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-12:00",
        "0000-00-00 00:00:00",
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert read_date(written) is None
