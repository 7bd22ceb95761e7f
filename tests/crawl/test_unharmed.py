"""A hostile web is kept out: what the server did, and what its log and the crawl's memory say of it."""

import gzip
import os
import socket
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from backports import zstd

from tests.support.fetching import Crawler
from tests.support.hostile_answers import answer
from tests.support.server import CLOSE, RESET, Server, certificate, chunked, drip, head, moved, page

PAGE = "<html><title>t</title>" + "<p>hello</p>" * 50 + "</html>"


@pytest.fixture
def server(server: Server) -> Server:
    server.on("/start", page(PAGE))
    return server


def no_traceback(log: list[str]) -> bool:
    return not any("Traceback" in line for line in log)


# -- addresses ---------------------------------------------------------------------------------------------------------
ELSEWHERE = ["127.0.0.2", "localhost", "127.1", "0x7f.0.0.3", "2130706433", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.4]"]
ELSEWHERE += ["0.0.0.0", "[::]", "[::127.0.0.1]"]


def test_links_and_redirects_reach_no_private_address(crawl: Crawler, server: Server) -> None:
    links = [server.url("/inside", host) for host in ELSEWHERE]
    for number, link in enumerate(links):
        server.on(f"/away/{number}", moved(link + "?moved"))
    ways = [server.url(f"/away/{number}") for number in range(len(links))]
    found = crawl(server.url("/start"), follow=(*links, *ways))
    assert {hit.host for hit in server.log} == {f"127.0.0.1:{server.port}"}
    assert len(found.failed) == 2 * len(ELSEWHERE)
    assert set(found.failed.values()) <= {"private address", "host not found"}
    assert no_traceback(found.log)


def test_another_port_of_a_private_start_is_not_reached(crawl: Crawler, server: Server) -> None:
    """What else answers on the user's own machine, by a link, a redirect or a request of a page's script."""
    with Server() as other:
        other.on("/inside", page(PAGE))
        server.on("/away", moved(other.url("/inside?moved")))
        found = crawl(server.url("/start"), follow=(other.url("/inside"), server.url("/away"), server.url("/own")))
        assert other.log == []
        assert found.failed["/inside"] == found.failed["/away"] == "private address"
        assert {"/start", "/own"} <= {*found.pages, *found.failed} and server.hits("/own")
        crawl(server.url("/start"), follow=(other.url("/inside"),), PRIVATE_HOSTS="127.0.0.1")
        assert other.hits("/inside")
        other.log.clear()
        crawl(server.url("/start"), other.url("/inside"))  # named as well
        assert other.hits("/inside")


def test_where_a_start_address_leads_is_not_what_the_user_named(crawl: Crawler, server: Server) -> None:
    server.on("/jump", moved(server.url("/inside", "127.0.0.2")))
    found = crawl(server.url("/jump"))
    assert {hit.host.rsplit(":", 1)[0] for hit in server.log} == {"127.0.0.1"}
    assert found.failed == {"/jump": "private address"}


def test_a_host_that_the_user_names_is_alone_allowed(crawl: Crawler, server: Server) -> None:
    found = crawl(server.url("/start", "localhost"), follow=(server.url("/a"), server.url("/start", "localhost")))
    assert found.pages["/start"][0] == 200
    assert {hit.host.rsplit(":", 1)[0] for hit in server.log} == {"localhost"}


def test_a_name_that_comes_to_point_inside_is_not_followed(server: Server, tmp_path: Path) -> None:
    """DNS rebinding: the crawl's own look-ups are answered by a resolver of ours."""
    (tmp_path / "sitecustomize.py").write_text(
        "import socket\n"
        "real = socket.getaddrinfo\n"
        "def lie(host, *rest, **named):\n"
        "    return real('127.0.0.1' if str(host).endswith('.example') else host, *rest, **named)\n"
        "socket.getaddrinfo = lie\n"
    )
    crawler = Crawler(PYTHONPATH=str(tmp_path))
    try:
        found = crawler(server.url("/start"), follow=(server.url("/inside", "news.example"),))
        assert "/inside" not in server.paths
        assert list(found.failed.values()) == ["private address"]
        # Named by the user it is refused too: the name is a public one, and what DNS says of it is not the user's word.
        server.log.clear()
        found = crawler(server.url("/start", "news.example"))
        assert server.log == []
        assert any("PRIVATE_HOSTS=news.example" in line for line in found.log)
        found = crawler(server.url("/start", "news.example"), PRIVATE_HOSTS="news.example")
        assert found.pages["/start"][0] == 200
    finally:
        crawler.close()


def test_other_schemes_are_not_read(crawl: Crawler, server: Server, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    server.on("/file", moved(f"file://{secret}"))
    server.on("/data", moved("data:text/html,x"))
    found = crawl(
        server.url("/start"),
        follow=(server.url("/file"), server.url("/data"), f"file://{secret}", "ftp://127.0.0.1/x", "data:text/html,x"),
    )
    assert list(found.pages) == ["/start"]
    assert set(found.failed.values()) <= {"neither http nor https", "status 302"}
    assert no_traceback(found.log)


def test_credentials_go_to_the_host_they_were_given_for(crawl: Crawler, server: Server) -> None:
    start = server.url("/start").replace("://", "://me:secret@")
    planted = server.url("/planted", "localhost").replace("://", "://you:planted@")
    server.on("/away", moved(server.url("/landed", "localhost")))
    found = crawl(start, follow=(server.url("/own"), planted, server.url("/away")), PRIVATE_HOSTS="localhost")
    sent = {hit.path: hit.headers.get("authorization") for hit in server.log}
    assert sent["/start"] == sent["/own"] == "Basic bWU6c2VjcmV0"
    assert "/landed" in sent and "/planted" in sent
    assert sent["/planted"] is None and sent["/landed"] is None
    assert no_traceback(found.log)


# -- sizes -------------------------------------------------------------------------------------------------------------
def bombs() -> dict[str, tuple[str, bytes]]:
    """10 GB of zeros each, small as received."""
    million = bytes(2**20)
    packer = zlib.compressobj(9, wbits=31)
    one = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(million * 64) + packer.flush(zlib.Z_FULL_FLUSH)
    return {
        "gzip": ("gzip", (one + block * 160)[: 10 * 2**20]),
        "br": ("br", brotli_bomb()),
        "zstd": ("zstd", zstd_bomb()),
        "twice": ("gzip, gzip", gzip.compress(one + block * 100)),
    }


def brotli_bomb() -> bytes:
    packer = brotli.Compressor(quality=5, lgwin=24)
    million = bytes(2**24)
    return b"".join([*(packer.process(million) for _ in range(64)), packer.finish()])


def zstd_bomb() -> bytes:
    packer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 23})
    million = bytes(2**24)
    return b"".join(packer.compress(million) for _ in range(64)) + packer.flush()


def test_bombs_cost_little_memory(server: Server) -> None:
    crawler = Crawler()
    try:
        crawler(server.url("/start"))
        for name, (coding, data) in bombs().items():
            server.on(f"/{name}", page(data, content_encoding=coding))
        wide = zstd.compress(bytes(2**27), options={zstd.CompressionParameter.window_log: 27})
        server.on("/wide", page(wide, content_encoding="zstd"))
        for name in ("gzip", "br", "zstd", "twice", "wide"):
            found = crawler(server.url(f"/{name}"))
            assert found.failed == {f"/{name}": "broken zstd" if name == "wide" else "too big"}
            assert found.grew_kb < 50_000, name
            assert no_traceback(found.log)
    finally:
        crawler.close()


def test_what_is_too_big_is_left(crawl: Crawler, server: Server) -> None:
    server.on("/told", page(b"x" * 3000))
    server.on("/untold", [head(content_type="text/html"), *drip(b"x" * 1000, every=0.001, times=10_000), CLOSE])
    server.on("/headers", [head(200).removesuffix(b"\r\n"), *drip(b"X-A: " + b"a" * 5000 + b"\r\n", 0, 10_000), CLOSE])
    server.on("/line", [b"HTTP/1.1 200 OK\r\nX: ", *drip(b"a" * 50_000, 0, 1000), CLOSE])
    server.on("/url", moved("/" + "a" * 5000))
    for number in range(10):
        server.on(f"/round/{number}", moved(f"/round/{number + 1}"))
    paths = ["/told", "/untold", "/headers", "/line", "/url", "/round/0"]
    found = crawl(*map(server.url, paths), DOWNLOAD_MAXSIZE=2000, DOWNLOAD_TIMEOUT=5, RETRY_TIMES=0)
    assert found.failed == {
        "/told": "too big",
        "/untold": "too big",
        "/headers": "connection failed",
        "/line": "connection failed",
        "/url": "URL too long",
        "/round/0": "too many redirects",
    }
    assert len(server.hits("/untold")) == 1
    assert found.grew_kb < 20_000
    assert no_traceback(found.log)


def test_a_run_has_a_last_page(crawl: Crawler, server: Server) -> None:
    found = crawl(*(server.url(f"/{n}") for n in range(30)), PAGES_PER_RUN=10)
    assert len(server.log) == 10
    assert found.stats["finish_reason"] == "pages_per_run"
    assert sum("PAGES_PER_RUN=10 is reached" in line for line in found.log) == 1


# -- times -------------------------------------------------------------------------------------------------------------
def test_slowness_has_an_end(crawl: Crawler, server: Server) -> None:
    server.on("/silent", [30.0])
    server.on("/drip", [head(content_type="text/html"), *drip(b"x", every=0.05, times=1000)])
    server.on("/headers", [b"HTTP/1.1 200 OK\r\n", *drip(b"X-A: a\r\n", every=0.05, times=1000)])
    server.on("/late", [0.5, *page(PAGE)])
    found = crawl(
        *map(server.url, ["/silent", "/drip", "/headers", "/late"]),
        FIRST_BYTE_TIMEOUT=0.3,
        DOWNLOAD_TIMEOUT=0.8,
        RETRY_TIMES=0,
    )
    assert set(found.failed) == {"/silent", "/drip", "/headers", "/late"}
    assert set(found.failed.values()) == {"took too long"}
    assert no_traceback(found.log)


# -- faults ------------------------------------------------------------------------------------------------------------
def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def truncated() -> dict[str, Any]:
    body = PAGE.encode()
    return {
        "/short": [head(content_length=len(body) * 2) + body, CLOSE],
        "/chunks": [*chunked(body), CLOSE],
        "/chunk": [head(transfer_encoding="chunked") + b"fff\r\n" + body, CLOSE],
        "/reset": [head(content_length=len(body) * 2) + body, 0.05, RESET],
        "/lengthless": [head(content_type="text/html") + body, 0.05, RESET],
        "/gzip": page(half(gzip.compress(os.urandom(500) + body)), content_encoding="gzip"),
        "/deflate": page(half(zlib.compress(os.urandom(500) + body)), content_encoding="deflate"),
        "/br": page(half(brotli.compress(os.urandom(500) + body)), content_encoding="br"),
        "/zstd": page(half(zstd.compress(os.urandom(500) + body)), content_encoding="zstd"),
    }


def test_what_breaks_off_is_never_taken_for_whole(crawl: Crawler, server: Server) -> None:
    for path, steps in truncated().items():
        server.on(path, steps)
    found = crawl(*map(server.url, truncated()), RETRY_TIMES=0)
    assert found.pages == {}
    assert set(found.failed) == set(truncated())
    assert {found.failed[path] for path in ("/short", "/chunks", "/chunk", "/reset", "/lengthless")} == {"broke off"}
    assert no_traceback(found.log)


def test_odd_but_whole_answers_are_read(crawl: Crawler, server: Server) -> None:
    body = PAGE.encode()
    server.on("/http10", [b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body, CLOSE])
    server.on("/chunked", [*chunked(body[:10], body[10:]), b"0\r\n\r\n"])
    server.on(
        "/bare",
        [b"HTTP/1.1 200\r\nContent-Type: text/html\r\nbad line\r\nContent-Length: %d\r\n\r\n" % len(body) + body],
    )
    server.on("/br", page(brotli.compress(body), content_encoding="br"))
    server.on("/zstd", page(zstd.compress(body), content_encoding="zstd"))
    server.on("/members", page(gzip.compress(body[:9]) + gzip.compress(body[9:]), content_encoding="gzip"))
    server.on("/raw", page(zlib.compress(body)[2:-4], content_encoding="deflate"))
    server.on("/codec", page(body, content_type="text/html; charset=base64"))
    meta = b"<meta charset=rot13>" + body.ljust(len(body))
    server.on("/meta", page(gzip.compress(meta[: len(body)]), content_encoding="gzip", content_type="text/html"))
    server.on("/twice", page(gzip.compress(gzip.compress(body)), content_encoding="gzip"))
    server.on("/unsaid", page(gzip.compress(body)))
    server.on("/charset", page(body, content_encoding="UTF-8"))
    server.on("/none", page(body, content_encoding="none"))
    paths = ["/twice", "/unsaid", "/charset", "/none"]
    paths += ["/http10", "/chunked", "/bare", "/br", "/zstd", "/members", "/raw", "/codec", "/meta"]
    found = crawl(*map(server.url, paths))
    assert {path: found.pages[path][:2] for path in paths} == {path: [200, len(body)] for path in paths}


def test_faults_are_one_reason_each(crawl: Crawler, server: Server, tmp_path: Path) -> None:
    nobody = socket.socket()
    nobody.bind(("127.0.0.1", 0))  # not heard, and nobody else's: a port that is given up may be taken at once
    closed = nobody.getsockname()[1]
    server.on("/reset", [RESET])
    server.on("/closed", [CLOSE])
    server.on("/noise", [os.urandom(500) + b"\r\n\r\n", CLOSE])
    server.on("/coding", [head(transfer_encoding="squeezed") + b"x", CLOSE])
    server.on("/length", [head(content_length="many") + b"x", CLOSE])
    server.on("/nowhere", moved("http://[bad"))
    server.on("/port", moved("http://127.0.0.1:99999/"))
    server.on("/empty", page(b""))
    with Server(certificate(tmp_path)) as secure:
        found = crawl(
            f"http://127.0.0.1:{closed}/refused",
            secure.url("/self-signed"),
            *map(server.url, ["/reset", "/closed", "/noise", "/coding", "/length", "/nowhere", "/port", "/empty"]),
            RETRY_TIMES=0,
            ROBOTSTXT_OBEY=False,
        )
    nobody.close()
    assert found.failed["/refused"] == "connection refused"
    assert found.failed["/self-signed"] == "TLS error"
    assert found.failed["/nowhere"] == "bad redirect"
    for path in ("/reset", "/closed", "/noise", "/coding", "/length"):
        assert found.failed[path] == "connection failed", path
    assert found.pages["/empty"][:2] == [200, 0]
    assert no_traceback(found.log)


def test_no_answer_hangs_or_ends_in_a_traceback(crawl: Crawler, server: Server) -> None:
    """A handful; `python benchmarks/fuzz_fetch.py` tries thousands."""
    cases = {f"/{number}": answer(number) for number in range(5000, 5070)}
    for path, (_, steps) in cases.items():
        server.on(path, steps)
    found = crawl(
        # Each from a host of its own, which may ask for a rest of any length.
        *(server.url(path, f"127.0.1.{number}") for number, path in enumerate(cases, 1)),
        read=True,
        POLITE=False,
        RETRY_TIMES=0,
        RETRY_AFTER_MAX=1e300,
        FIRST_BYTE_TIMEOUT=0.5,
        DOWNLOAD_TIMEOUT=1,
    )
    # What is redirected to a page that was asked for already is that page.
    assert len(found.pages) + len(found.failed) > 0.9 * len(cases)
    # On a slow machine a request may be given up before the server has read it; it has failed then, with a reason.
    failed = {urlsplit(url).path for url in found.failed}
    assert {*server.paths, *failed} >= set(cases)
    assert no_traceback(found.log)
