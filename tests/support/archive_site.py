"""A site with a past: a sitemap index with one sitemap a month, made as it is asked for, of any size."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.news_sites import Story, article

BIG = 50_000
"""URLs that one sitemap may have, says the protocol."""


def months(urls: int, big: int) -> dict[str, int]:
    """Month -> its URLs: October 2026 has `big`, the months before it 5,000."""
    older = [f"{year}-{month:02}" for year in range(2026, 2000, -1) for month in range(12, 0, -1)]
    older = older[older.index("2026-09") :]
    sizes = {"2026-11": 500, "2026-10": big}
    left = urls - sum(sizes.values())
    while left > 0:
        sizes[older.pop(0)] = min(5000, left)
        left -= 5000
    return sizes


def sitemap(home: str, month: str, count: int) -> bytes:
    """A month's sitemap: as many articles on each of its first 28 days."""
    entries = (
        f"<url><loc>{home}/{month.replace('-', '/')}/{n % 28 + 1:02}/harbour-council-repairs-bridge-{n}</loc>"
        f"<lastmod>{month}-{n % 28 + 1:02}T{n % 24:02}:00:00Z</lastmod></url>"
        for n in range(count)
    )
    return b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + "".join(entries).encode() + b"</urlset>"


def story(path: str) -> str:
    year, month, day, slug = path.strip("/").split("/")
    number = int(slug.rpartition("-")[2])
    when = datetime(int(year), int(month), int(day), number % 24, tzinfo=UTC)
    return article(Story(number, path, f"Harbour council repairs bridge {number}", when), "")


@contextmanager
def serving_archive(urls: int, big: int = BIG) -> Iterator[tuple[str, list[str]]]:
    """Serve it: (address without a slash behind, the paths asked for so far)."""
    sizes, asked = months(urls, big), []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            asked.append(self.path)
            body = self.answer()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/xml" if ".xml" in self.path else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def answer(self) -> bytes:
            if self.path == "/":
                return b"<html><body><div id=app></div></body></html>"
            if self.path == "/robots.txt":
                return f"Sitemap: {home}/sitemap.xml".encode()
            if self.path == "/sitemap.xml":
                entries = "".join(f"<sitemap><loc>{home}/sitemaps/{m}.xml.gz</loc></sitemap>" for m in reversed(sizes))
                return f"<sitemapindex>{entries}</sitemapindex>".encode()
            month = self.path.removeprefix("/sitemaps/").removesuffix(".xml.gz")
            if month in sizes:
                return gzip.compress(sitemap(home, month, sizes[month]), 1)
            return story(self.path).encode() if self.path.startswith("/20") else b""

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    home = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield home, asked
    finally:
        server.shutdown()
        server.server_close()
