"""The figures of a run's hosts as a table."""

from newscrawl.fetch.audit import counts, table
from newscrawl.fetch.throttle import Host


def test_the_table() -> None:
    host = Host("example.com", bytes=12345, forbidden=2, waits=[(1.5, "status 503")])
    host.sent.extend([10.0, 11.0, 13.5])
    host.statuses[304] = 1
    said = table({**counts({"example.com": host, "img.example.com": Host("img.example.com")}), "posts/new": 3})
    assert [line.split() for line in said.splitlines()[1:]] == [
        "example.com 3 1.00 s 1.75 s 1 1.50 s 1 12,345 2".split(),
        "img.example.com 0 - - 0 0.00 s 0 0 0".split(),
    ]
