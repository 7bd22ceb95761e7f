"""`scrapy crawl site -a url=…`: each site is one of its own, called by its host."""

from pathlib import Path

import pytest

from newscrawl.errors import ArgumentError
from newscrawl.lock import SiteLock
from newscrawl.state.quarantine import Quarantine
from newscrawl.store import Store
from spiders.site import SiteSpider
from tests.support.crawling import posts, warm
from tests.support.server import Server, page
from tests.support.warm import Done

TEXT = "".join(f"<p>The council met again, and this is sentence {n} of what it said of it.</p>" for n in range(20))
FRONT = "<html><body><main><article><h3><a href='{0}'>The council talks again</a></h3></article></main></body></html>"
PATHS = {"127.0.0.1": "/2026/11/22/the-council-talks-of-bridges", "127.0.0.2": "/2026/11/22/the-council-talks-of-roads"}


def article(text: str = TEXT) -> str:
    return f"<html><body><article><h1>The council talks again</h1>{text}</article></body></html>"


def serve(server: Server) -> None:
    for host, path in PATHS.items():
        server.on(f"{host}/", page(FRONT.format(path)))
        server.on(path, page(article()))


def crawl(server: Server, host: str, output: Path, command: str = "crawl") -> Done:
    where = ("-a", f"url={server.url(host=host)}")
    return warm(command, "site", *where, "-s", "DOWNLOAD_DELAY=0", "-s", "CONTACT=a@b.example", output=output)


def test_two_addresses_are_two_sites(tmp_path: Path) -> None:
    with Server() as server:
        serve(server)
        done = [crawl(server, host, tmp_path) for host in PATHS]
    assert [each.code for each in done] == [0, 0], done
    assert [len(posts(tmp_path, host)) for host in PATHS] == [1, 1]
    with Store.open(tmp_path / "newscrawl.db") as store:
        assert [len(store.runs.of(host, 10)) for host in (*PATHS, "site")] == [1, 1, 0]


def test_a_run_holds_up_those_of_its_own_address_alone(tmp_path: Path) -> None:
    lock = SiteLock(tmp_path / "locks", "127.0.0.1")
    with Server() as server:
        serve(server)
        same, other = (crawl(server, host, tmp_path) for host in PATHS)
    lock.release()
    assert (same.code, other.code) == (1, 0)
    assert "127.0.0.1: another run of this site is going on" in same.said


def test_what_is_set_aside_of_an_address_is_read_again_by_it(tmp_path: Path) -> None:
    with Server() as server:
        serve(server)
        server.on(PATHS["127.0.0.1"], page(article(text="")))
        crawl(server, "127.0.0.1", tmp_path)
        (entry,) = Quarantine(tmp_path / "quarantine").entries("127.0.0.1")
        asked = len(server.log)
        again, other = (crawl(server, host, tmp_path, "retry") for host in PATHS)
        assert len(server.log) == asked
    assert entry.url.endswith(PATHS["127.0.0.1"]) and entry.reason in again.said
    assert "127.0.0.2: no article is set aside" in other.said


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.Example.com/news", "example.com"),
        ("news.example.com", "news.example.com"),
        ("http://example.com:8080/", "example.com"),
    ],
)
def test_a_site_is_called_by_its_host(url: str, name: str) -> None:
    assert SiteSpider(url=url).name == name


@pytest.mark.parametrize("url", ["https://../", "https://:80/", "https://["])
def test_an_address_without_a_host_is_none(url: str) -> None:
    with pytest.raises(ArgumentError, match="a web address is needed"):
        SiteSpider(url=url)
