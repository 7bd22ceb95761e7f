"""Proxies: HTTP, HTTPS and SOCKS5, from the setting and from the environment; real ones, on loopback."""

from pathlib import Path

import pytest

from tests.crawl.test_ways_in import ARTICLE, FRONT, STORY
from tests.support.crawling import ROOT, posts, warm
from tests.support.proxy import Proxy
from tests.support.server import Server, certificate, page
from tests.support.warm import Done

NAME = "paper.test"  # which only the proxy can look up


def crawl(server: Server, output: Path, *more: str, env: dict[str, str] | None = None) -> Done:
    server.on("/", page(FRONT))
    server.on(ARTICLE, page(STORY))
    where = ("-a", f"url={server.url(host=NAME)}", "-s", "DOWNLOAD_VERIFY_CERTIFICATES=false")
    return warm("crawl", "site", *where, "-s", "DOWNLOAD_DELAY=0", "-L", "DEBUG", *more, output=output, env=env)


@pytest.mark.parametrize("secure", [False, True], ids=["http site", "https site"])
@pytest.mark.parametrize("kind", ["http", "https", "socks5"])
def test_all_goes_by_way_of_the_proxy(kind: str, secure: bool, tmp_path: Path) -> None:
    tls = certificate(tmp_path) if kind == "https" else None
    with Server(certificate(tmp_path) if secure else None) as server:
        with Proxy(kind="socks5" if kind == "socks5" else "http", login="ann:sesame-7", certificate=tls) as proxy:
            done = crawl(server, tmp_path / "out", "-s", f"PROXY={proxy.address}")
    assert done.code == 0 and len(posts(tmp_path / "out", NAME)) == 1, done
    assert proxy.log and all(NAME in asked for asked in proxy.log)
    if kind != "socks5":
        assert all("Proxy-Authorization: Basic" in head for head in proxy.heads)
    assert "sesame" not in done.said + done.out
    kept = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"sesame" not in kept


@pytest.mark.parametrize("variable", ["http_proxy", "all_proxy"])
@pytest.mark.parametrize("kind", ["http", "socks5"])
def test_the_environment_names_a_proxy_too(kind: str, variable: str, tmp_path: Path) -> None:
    with Server() as server, Proxy(kind=kind) as proxy:
        done = crawl(server, tmp_path, env={variable: proxy.address})
        assert done.code == 0 and proxy.log, done
        asked = len(proxy.log)
        crawl(server, tmp_path, env={variable: proxy.address, "no_proxy": NAME})
        assert len(proxy.log) == asked


OWN = """
from newscrawl.spider import NewsSpider
class Paper(NewsSpider):
    name, home, proxy = "paper", "{home}", "{proxy}"
"""


@pytest.mark.parametrize("more", [(), ("-s", "PROXY=http://127.0.0.1:9")], ids=["its own", "the command line's"])
def test_a_description_names_a_proxy_for_its_site(more: tuple[str, ...], tmp_path: Path) -> None:
    with Server() as server, Proxy(kind="http") as proxy:
        server.on("/", page(FRONT))
        server.on(ARTICLE, page(STORY))
        (tmp_path / "own_sites.py").write_text(OWN.format(home=server.url(host=NAME), proxy=proxy.address))
        quick = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0", "-s", "SPIDER_MODULES=own_sites", *more)
        environment = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
        done = warm("crawl", "paper", *quick, output=tmp_path, env=environment)
    assert (done.code == 1 and not proxy.log) if more else (proxy.log and len(posts(tmp_path, "paper")) == 1), done


def test_a_proxy_that_makes_no_tunnel_says_why(tmp_path: Path) -> None:
    with Server() as server, Proxy(kind="socks5", login="ann:sesame") as proxy:
        address = proxy.address.replace("ann:sesame", "ann:wrong-word")
        done = crawl(server, tmp_path, "-s", f"PROXY={address}", "-s", "RETRY_TIMES=0")
        assert "the SOCKS5 proxy refuses the login" in done.said and done.code == 1
        assert "wrong-word" not in done.said
        address = proxy.address.replace("ann:sesame@", "")
        done = crawl(server, tmp_path, "-s", f"PROXY={address}", "-s", "RETRY_TIMES=0")
        assert "another kind of login" in done.said


def test_a_private_address_is_not_reached_by_way_of_a_proxy(tmp_path: Path) -> None:
    with Server() as server, Proxy(kind="socks5") as proxy:
        server.on("/", page(FRONT + f"<h2><a href='{server.url(ARTICLE, host=NAME)}'>x</a></h2>"))
        server.on(ARTICLE, page("", status=302, location="http://169.254.169.254/latest/meta-data/"))
        where = ("-a", f"url={server.url(host=NAME)}", "-s", f"PROXY={proxy.address}", "-s", "DOWNLOAD_DELAY=0")
        warm("crawl", "site", *where, output=tmp_path)
    assert not any("169.254" in asked for asked in proxy.log)


@pytest.mark.parametrize("proxy", ["socks4://127.0.0.1:1080", "127.0.0.1:8080", "http://", "http://127.0.0.1:x"])
def test_what_is_no_proxy_is_refused(proxy: str, tmp_path: Path) -> None:
    done = warm("crawl", "site", "-a", "url=http://localhost/", "-s", f"PROXY={proxy}", output=tmp_path)
    assert done.code == 2 and "an address of a proxy is accepted" in done.said
