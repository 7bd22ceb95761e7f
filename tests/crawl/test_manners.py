"""Polite, provably: every claim is read from the log of the server that was asked."""

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from newscrawl.fetch.throttle import Host
from newscrawl.store import FILE_NAME, Store
from newscrawl.store.hosts import HostPace
from tests.support.fetching import Crawled, Crawler
from tests.support.server import Server, moved, page

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def server(server: Server) -> Server:
    server.otherwise = page("<p>hello</p>")
    server.on("/robots.txt", page("User-agent: *\nAllow: /"))
    return server


def gaps(server: Server) -> list[float]:
    """From each request's arrival to the next one's. On a busy machine one is late, and the next gap too short."""
    return [later.at - earlier.at for earlier, later in pairwise(server.log)]


def pauses(server: Server, *runs: Crawled, host: str = "") -> list[float]:
    """From when a request of a host might go to the arrival of the next: never too short, however late both are."""
    began = [when for run in runs for url, when in run.began if f"//{host}" in url]
    arrived = [hit.at for hit in server.log if hit.host.startswith(host)]
    assert len(began) == len(arrived), "a request was not answered"
    return [later - earlier for earlier, later in zip(began, arrived[1:], strict=False)]


# -- robots.txt --------------------------------------------------------------------------------------------------------
def test_nothing_forbidden_is_asked_for_while_robots_txt_loads(crawl: Crawler, server: Server) -> None:
    server.on("/robots.txt", [0.2, *page("User-agent: *\nDisallow: /private")])
    found = crawl(*(server.url(f"/private/{n}") for n in range(6)), server.url("/open"))
    assert server.paths == ["/robots.txt", "/open"]
    assert found.stats["robotstxt/forbidden"] == 6
    assert set(found.failed.values()) == {"robots.txt"}


def test_robots_txt_is_for_redirects_too(crawl: Crawler, server: Server) -> None:
    server.on("/robots.txt", page("User-agent: *\nDisallow: /private"))
    server.on("/open", moved("/private/page"))
    crawl(server.url("/open"))
    assert server.paths == ["/robots.txt", "/open"]


ODD = {
    "none": (page("not here", status=404), True),
    "forbidden": (page("go away", status=403), True),
    "html": (page("<!doctype html><html><p>Welcome: all</p></html>"), True),
    "empty": (page(""), True),
    "utf-16": (page("User-agent: *\nDisallow: /".encode("utf-16")), False),
    "bom": (page(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /"), False),
    "old mac": (page("User-agent: *\rDisallow: /"), False),
    "bytes": (page(b"\xff\xfe\xfd\nUser-agent: *\nDisallow: /nothing\n\xff"), True),
    "us alone": (page("User-agent: *\nAllow: /\n\nUser-agent: NewsCrawl\nDisallow: /"), False),
    "others": (page("User-agent: *\nAllow: /\n\nUser-agent: Googlebot\nDisallow: /"), True),
    "elsewhere": (moved("/robots-of-old.txt"), True),
    "in a circle": (moved("/robots.txt?again"), True),
    "error": (page("oops", status=500), False),
    "not now": (page("busy", status=503), False),
    "too many": (page("busy", status=429), False),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_robots_txt(crawl: Crawler, server: Server, name: str) -> None:
    answer, allowed = ODD[name]
    server.on("/robots.txt", answer)
    server.on("/robots.txt?again", moved("/robots.txt?once-more"))
    server.on("/robots.txt?once-more", moved("/robots.txt?again"))
    found = crawl(server.url("/page"), RETRY_TIMES=0)
    assert ("/page" in server.paths) == allowed
    assert ("/page" in found.pages) == allowed


def test_a_site_without_reachable_robots_txt_is_left_with_a_line(crawl: Crawler, server: Server) -> None:
    server.on("/robots.txt", page(status=503))
    found = crawl(*(server.url(f"/{n}") for n in range(5)))
    assert set(server.paths) == {"/robots.txt"}
    assert [line for line in found.log if "is left" in line] == [
        f"{server.url('')} is left for this run: its robots.txt cannot be fetched (status 503)"
    ]


def test_a_stray_link_to_another_port_does_not_end_the_crawl(crawl: Crawler, server: Server) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # not heard, and nobody else's meanwhile
        closed = f"http://127.0.0.1:{nobody.getsockname()[1]}/x"
        found = crawl(server.url("/1"), follow=(closed, "ftp://127.0.0.1/x", server.url("/2"), server.url("/3")))
    assert {"/1", "/2", "/3"} <= set(found.pages)


def test_crawl_delay_and_request_rate_are_kept(crawl: Crawler, server: Server) -> None:
    for rule in ("Crawl-delay: 0.4", "Request-rate: 5/2s"):
        server.log.clear()
        server.on("/robots.txt", page(f"User-agent: *\n{rule}"))
        found = crawl(*(server.url(f"/{n}") for n in range(4)))
        assert len(server.log) == 5
        assert min(pauses(server, found)[1:]) >= 0.4


# -- pace --------------------------------------------------------------------------------------------------------------
def test_one_request_at_a_time_and_a_gap(crawl: Crawler, server: Server) -> None:
    found = crawl(*(server.url(f"/{n}") for n in range(6)), DOWNLOAD_DELAY=0.15, DOWNLOAD_DELAY_JITTER=0.2)
    assert server.most_open == 1
    assert min(pauses(server, found)) >= 0.15
    assert len({round(gap, 3) for gap in gaps(server)}) > 2, "no jitter"


def test_hosts_do_not_wait_for_each_other_and_none_is_asked_twice_at_once(crawl: Crawler, server: Server) -> None:
    hosts = [f"127.0.0.{n}" for n in range(1, 6)]
    server.on("/from", moved(server.url("/to", "127.0.0.2")))
    # The first host says nothing until every page of the others was asked for.
    others = {(f"{host}:{server.port}", f"/{n}") for n in range(3) for host in hosts[1:]}
    server.on("127.0.0.1/0", [lambda: others <= {(hit.host, hit.path) for hit in server.log}, *page()])
    found = crawl(
        server.url("/from"),
        *(server.url(f"/{n}", host) for n in range(3) for host in hosts),
        DOWNLOAD_DELAY=0.4,
        DOWNLOAD_DELAY_JITTER=0,
        RETRY_TIMES=0,
    )
    for host in hosts:
        assert min(pauses(server, found, host=f"{host}:")) >= 0.4, host
    assert not found.failed, "a host that takes long holds the others up"
    assert min(gaps(server)) < 0.4, "the hosts share one pause"


def test_a_host_that_slows_down_is_asked_less(crawl: Crawler, server: Server) -> None:
    server.otherwise = [0.2, *page("slow")]
    found = crawl(*(server.url(f"/{n}") for n in range(6)), DOWNLOAD_DELAY=0.05, ADAPTIVE_DELAY=True)
    assert min(pauses(server, found)[-2:]) > 0.35
    assert Host("x", floor=1.0, latency=0.1).gap(adaptive=True) == 1.0
    assert Host("x", floor=1.0, latency=500).gap(adaptive=True) == 30.0


# -- not now -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_obeyed_by_the_whole_host(crawl: Crawler, server: Server, status: int, form: str) -> None:
    began, now = time.monotonic(), datetime.now(UTC)
    until = now.replace(microsecond=0) + timedelta(seconds=3)
    asked = 1 if form == "seconds" else format_datetime(until, usegmt=True)
    server.on("/busy", page(status=status, retry_after=asked), page("now"))
    found = crawl(server.url("/busy"), server.url("/other"), server.url("/third"))
    assert set(found.pages) == {"/busy", "/other", "/third"}
    [first, second] = server.hits("/busy")
    after = [hit for hit in server.log if hit.at > first.at]
    assert len(after) == 3
    moment = began + (until - now).total_seconds()
    assert after[0].at > (first.at + 0.98 if form == "seconds" else moment - 0.02)


def test_a_host_that_wants_long_rest_is_left(crawl: Crawler, server: Server) -> None:
    server.on("/1", page(status=429, retry_after=3600))
    found = crawl(*(server.url(f"/{n}") for n in range(1, 6)))
    assert server.paths == ["/robots.txt", "/1"]
    assert "127.0.0.1 is left for this run: it asks for 3600 s of rest (status 429, Retry-After)" in found.log


def test_tries_are_bounded_per_page_and_per_run(crawl: Crawler, server: Server) -> None:
    server.otherwise = page("oops", status=500)
    found = crawl(*(server.url(f"/{n}") for n in range(3)), RETRY_TIMES=2)
    assert [len(server.hits(f"/{n}")) for n in range(3)] == [3, 3, 3]
    assert set(found.failed.values()) == {"status 500"}
    server.log.clear()
    crawl(*(server.url(f"/{n}") for n in range(10)), RETRY_TIMES=2, RETRIES_PER_RUN=5)
    assert len(server.log) == 1 + 10 + 5


def test_waits_grow(crawl: Crawler, server: Server) -> None:
    server.on("/busy", page(status=503))
    found = crawl(server.url("/busy"), RETRY_TIMES=3, RETRY_BACKOFF=0.1)
    first, second, third = pauses(server, found)[1:]
    assert first > 0.05 and second > 0.1 and third > 0.2


def test_a_dead_host_is_left(crawl: Crawler, server: Server) -> None:
    server.otherwise = page("oops", status=502)
    found = crawl(*(server.url(f"/{n}") for n in range(50)), RETRY_TIMES=0, LEAVE_AFTER_FAILURES=4)
    assert len(server.log) <= 1 + 4
    assert "127.0.0.1 is left for this run: 4 requests in a row came to nothing (status 502)" in found.log


# -- who asks ----------------------------------------------------------------------------------------------------------
def test_the_user_agent_is_honest(crawl: Crawler, server: Server) -> None:
    crawl(server.url("/"), CONTACT="https://example.com/crawler")
    assert {hit.headers["user-agent"] for hit in server.log} == {"newscrawl/0.1 (+https://example.com/crawler)"}
    assert server.log[0].headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert not any("CONTACT" in line for line in crawl(server.url("/"), CONTACT="a@example.com").log)
    assert sum("CONTACT is not set" in line for line in crawl(server.url("/"), CONTACT="").log) == 1


def test_impolite_is_for_ones_own_hosts(crawl: Crawler, server: Server) -> None:
    server.on("/robots.txt", page("User-agent: *\nDisallow: /"))
    ways = tuple(server.url(f"/{n}") for n in range(20))
    found = crawl(server.url("/"), follow=(*ways, server.url("/away", "127.0.0.2")), POLITE=False, DOWNLOAD_DELAY=5)
    assert len(server.log) == 21 and "/robots.txt" not in server.paths
    assert found.seconds < 30, "politely it would be a hundred"
    assert found.failed == {server.url("/away", "127.0.0.2"): "address"}
    public = crawl("http://8.8.8.8/", POLITE=False)
    assert public.failed == {"/": "address"}
    assert any("-s I_RUN_THIS_SITE=true" in line for line in public.log)


# -- from one run to the next ------------------------------------------------------------------------------------------
WITH_STORE = {
    "newscrawl.state.crawl_state.CrawlState": 0,
    "newscrawl.crawl.host_memory.HostMemory": 2,
    "newscrawl.crawl.outcome.Outcome": 10,
}
HOST = "127.0.0.1"


@pytest.fixture
def visit(crawl: Crawler, server: Server, tmp_path: Path) -> Any:
    def visit(*paths: str, **settings: Any) -> Crawled:
        asked = {"EXTENSIONS": WITH_STORE, "OUTPUT": str(tmp_path), **settings}
        return crawl(*map(server.url, paths), **asked)

    return visit


def known(output: Path) -> HostPace:
    with Store.open(output / FILE_NAME) as store:
        return store.hosts.get(HOST)


def test_the_next_run_waits_for_what_is_left_of_a_retry_after(visit: Any, server: Server, tmp_path: Path) -> None:
    server.on("/1", page(status=429, retry_after=1), page(status=429, retry_after=1), page())
    visit("/1", RETRY_TIMES=0)
    asked = server.log[-1].at
    visit("/2")
    assert server.log[-1].path == "/2" and server.hits("/robots.txt")[-1].at - asked > 0.95


def test_a_host_that_wants_long_rest_is_left_by_the_next_run_too(visit: Any, server: Server, tmp_path: Path) -> None:
    server.on("/1", page(status=429, retry_after=3600))
    visit("/1")
    server.log.clear()
    found = visit("/2")
    assert not server.log
    assert any(f"{HOST} is left for this run: it asks for 3" in line for line in found.log), found.log


def test_two_runs_are_as_far_apart_as_two_requests(visit: Any, server: Server, tmp_path: Path) -> None:
    server.on("/robots.txt", page("User-agent: *\nCrawl-delay: 0.4"))
    runs = [visit(path) for path in ("/1", "/2")]
    assert len(server.log) == 4 and min(pauses(server, *runs)) >= 0.39  # the store keeps whole milliseconds


def test_a_run_begins_at_the_pace_that_the_one_before_has_learnt(visit: Any, server: Server, tmp_path: Path) -> None:
    server.otherwise = [0.2, *page()]
    visit("/1", ADAPTIVE_DELAY=True)
    assert known(tmp_path).latency > 0.08
    server.otherwise = page()
    server.log.clear()
    assert pauses(server, visit("/2", ADAPTIVE_DELAY=True))[0] > 0.08


def test_ones_own_server_is_not_waited_for(visit: Any, server: Server, tmp_path: Path) -> None:
    visit("/1", POLITE=False)
    assert known(tmp_path) == HostPace()
