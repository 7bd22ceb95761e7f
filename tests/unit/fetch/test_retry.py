"""How long is waited before the next try."""

from datetime import UTC, datetime

import pytest
from scrapy.http import Response

from newscrawl.fetch.retry import backoff, retry_after

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("2.5", 2.5),
        ("120, 120", 120.0),
        ("Sun, 22 Nov 2026 12:01:30", 90.0),
        ("Sun, 22 Nov 2026 12:01:30 GMT", 90.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("9" * 400, 999999999999.0),
        ("Sun, 99 Nov 2026 12:01:30 GMT", None),
        ("Sun, 22 Nov 99999999999999999999 12:01:30 GMT", None),
        ("Sun, 22 Nov 2026 12:01:30 +99999999999999999999", None),
    ],
)
def test_retry_after(said: str, seconds: float | None) -> None:
    assert retry_after(Response("https://example.com", headers={"Retry-After": said}), NOW) == seconds


def test_waits_double_and_end() -> None:
    assert backoff(2.0, 0, lambda: 0.5) == 2.0
    assert backoff(2.0, 2, lambda: 0.0) == 4.0
    assert backoff(2.0, 50, lambda: 1.0) == 90.0
