"""robots.txt: what of an answer is read."""

import pytest
from scrapy.http import Response

from newscrawl.fetch.robots import MOST_BYTES, Unreachable, text_of


def test_a_crawl_delay_is_bounded_and_a_long_robots_txt_cut() -> None:
    body = b"User-agent: *\n" + b"Disallow: /x\n" * 100_000
    assert len(text_of(Response("https://example.com/robots.txt", body=body))) == MOST_BYTES
    with pytest.raises(Unreachable):
        text_of(Response("https://example.com/robots.txt", status=502))


@pytest.mark.parametrize("body", ["User-agent: *".encode("utf-16"), b"\xef\xbb\xbfUser-agent: *", b"User-agent:\0 *"])
def test_whatever_its_encoding(body: bytes) -> None:
    assert text_of(Response("https://example.com/robots.txt", body=body)) == "User-agent: *"
