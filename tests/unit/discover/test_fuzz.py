"""Feeds and sitemaps that are damaged at random: none that a reader of feeds reads in part is lost whole."""

import json
import re
from collections.abc import Callable

import feedparser
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newscrawl.discover.feed import read_feed
from newscrawl.discover.link import Link
from newscrawl.discover.sitemap import read_sitemap

HOME = "https://example.com/"
STORY = re.compile(rb"https://example\.com/s/\d+")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NUMBERS = range(4)


def listing(begin: str, entry: Callable[[int], str], end: str) -> bytes:
    return (HEAD + begin + "\n".join(map(entry, NUMBERS)) + end).encode()


RSS = listing(
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title>',
    lambda n: (
        f"<item><title>Caf\u00e9 {n} &amp; more</title><link>{HOME}s/{n}</link>"
        f'<guid isPermaLink="true">{HOME}s/{n}</guid>'
        f"<pubDate>Fri, 20 Nov 2026 08:30:00 GMT</pubDate><dc:creator>Ann</dc:creator>"
        f"<description><![CDATA[<p>Some <b>text</b></p>]]></description></item>"
    ),
    "</channel></rss>",
)
ATOM = listing(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>',
    lambda n: (
        f'<entry><title type="html">Story {n}</title><link rel="alternate" href="{HOME}s/{n}"/><id>tag:{n}</id>'
        f"<updated>2026-11-20T08:30:00Z</updated><content type='html'>&lt;p&gt;Text&lt;/p&gt;</content></entry>"
    ),
    "</feed>",
)
RDF = listing(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
    lambda n: f'<item rdf:about="{HOME}s/{n}"><title>Story {n}</title><link>{HOME}s/{n}</link></item>',
    "</rdf:RDF>",
)
SITEMAP = listing(
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    lambda n: f"<url><loc>{HOME}s/{n}</loc><lastmod>2026-11-20</lastmod></url>",
    "</urlset>",
)
JUNK = [
    b"", b"<", b">", b"&", b"&#0;", b"&#55357;", b"&nbsp;", b"\0", b"\xff", b"\xed\xa0\x80", b"<![CDATA[", b"]]>",
    b"<!--", b"-->", b"<br>", b"</p>", b'"', b"<?php echo 1 ?>", b"<x:y>", b"</item>", b"</entry>", b"<item>",
    b"</channel>", b"</rss>", b"\x0b", b"\xef\xbb\xbf", b"=", b"/", b"<title>", b"</title>", b"<link>", b"</urlset>",
    b"<!ENTITY x>", b"<a href=x>",
]  # fmt: skip
Damage = tuple[float, int, bytes]
"""Where, how many bytes are lost, and what stands in their place."""

DAMAGE = st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 5, 40, 150, 9999]), st.sampled_from(JUNK))
QUICK = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def damaged(data: bytes, damages: list[Damage]) -> bytes:
    for where, lost, instead in damages:
        at = int(where * len(data))
        data = data[:at] + instead + data[at + lost :]
    return data


def found_by_a_reader_of_feeds(data: bytes) -> set[str]:
    try:
        entries = feedparser.parse(data).entries
    except Exception:  # its own faults
        return set()
    return {link for entry in entries if STORY.fullmatch((link := str(entry.get("link", ""))).encode())}


@QUICK
@given(data=st.sampled_from([RSS, ATOM, RDF]), damages=st.lists(DAMAGE, min_size=1, max_size=2))
@example(data=RSS, damages=[(0.0, 0, b"\0")])
@example(data=RSS, damages=[(0.2, 30, b"")])
@example(data=RSS, damages=[(0.2, 9999, b"")])
@example(data=ATOM, damages=[(0.12, 9999, b"")])
def test_a_feed_that_a_reader_reads_in_part_is_not_lost_whole(data: bytes, damages: list[Damage]) -> None:
    broken = damaged(data, damages)
    assert read_feed(broken, HOME) or not whole_addresses(broken)


def whole_addresses(broken: bytes) -> set[str]:
    """Those that another reader finds. What it makes of an address that is damaged itself is a guess."""
    return {url for url in found_by_a_reader_of_feeds(broken) if re.search(rf'{url}["<]'.encode(), broken)}


@pytest.mark.parametrize("tail", [b"", b"<", b">"])
@pytest.mark.parametrize("data", [RSS, ATOM, RDF])
def test_an_address_that_is_whole_is_found_wherever_a_feed_breaks_off(data: bytes, tail: bytes) -> None:
    first = data.index(b"/s/0")
    for end in range(first, first + 40):
        broken = data[:end] + tail
        assert read_feed(broken, HOME) or not whole_addresses(broken), broken[-80:]


@QUICK
@given(data=st.sampled_from([RSS, ATOM, RDF, SITEMAP]), damages=st.lists(DAMAGE, min_size=1, max_size=1))
def test_what_stands_before_the_damage_is_read(data: bytes, damages: list[Damage]) -> None:
    broken = damaged(data, damages)
    ends = rb"</item>|</entry>|</url>"
    safe = broken[: int(damages[0][0] * len(data))]
    whole = safe[: max((end.end() for end in re.finditer(ends, safe)), default=0)]
    links = {link.url for link in read_sitemap(broken, HOME) if isinstance(link, Link)}
    assert {address.decode() for address in STORY.findall(whole)} <= links


@QUICK
@given(damages=st.lists(DAMAGE, min_size=1, max_size=1))
def test_what_stands_before_the_damage_of_a_json_feed_is_read(damages: list[Damage]) -> None:
    items = [{"id": str(n), "url": f"{HOME}s/{n}", "title": f"Story\n{n}"} for n in NUMBERS]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    data = json.dumps(feed).replace("\\n", "\n").encode()
    broken = damaged(data, damages)
    safe = broken[: int(damages[0][0] * len(data))].rpartition(b"}")[0]
    links = {link.url for link in read_feed(broken, HOME)}
    assert {address.decode() for address in STORY.findall(safe)} <= links
