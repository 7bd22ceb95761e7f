"""IMAGES=download: real images beside the posts, and nothing else."""

from pathlib import Path

from tests.support.crawling import posts, warm
from tests.support.pictures import JPEG, SVG, png
from tests.support.server import Server, moved, page

TEXT = "".join(
    f"<p>The council met again, and this is sentence {n} of what it said of the new bridge.</p>" for n in range(20)
)
SOURCES = {
    "/good.png": page(png(30, 20), content_type="image/png"),
    "/same.png": page(png(30, 20), content_type="image/png"),
    "/moved.png": moved("/there.png"),
    "/there.png": page(png(40, 40), content_type="image/png"),
    "/mistyped": page(JPEG, content_type="text/html"),
    "/dot.png": page(png(1, 1), content_type="image/png"),
    "/drawing.svg": page(SVG, content_type="image/svg+xml"),
    "/page.jpg": page("<html><script>alert(1)</script></html>", content_type="image/jpeg"),
    "/gone.jpg": page("gone", status=404),
    "/huge.png": page(png(50, 50, b"x" * 200_000), content_type="image/png"),
    "/private/secret.png": page(png(60, 60), content_type="image/png"),
}
LEFT = ["/dot.png", "/drawing.svg", "/page.jpg", "/gone.jpg", "/huge.png", "/private/secret.png"]


def article(server: Server, *more: str) -> str:
    images = "".join(f'<figure><img src="{src}" alt="{src}"></figure>{TEXT}' for src in (*SOURCES, *more))
    return (
        "<html><head><title>The bridge</title><meta property='og:type' content='article'>"
        f"<meta property='og:image' content='{server.url('/good.png')}'>"
        "<meta property='article:published_time' content='2026-11-22T08:00:00Z'></head>"
        f"<body><article><h1>The council talks about the bridge</h1>{images}{TEXT}</article></body></html>"
    )


def test_images_stand_beside_the_posts(tmp_path: Path) -> None:
    with Server() as server, Server() as other:
        for path, answer in SOURCES.items():
            server.on(path, answer)
        server.on("/robots.txt", page("User-agent: *\nDisallow: /private"))
        inside = [server.url("/inside.png", "127.0.0.9"), other.url("/inside.png")]  # another host, another port
        server.on("/story", page(article(server, *inside)))
        command = ("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "IMAGES=download")
        fast = ("-s", "DOWNLOAD_DELAY=0", "-s", "IMAGE_MAX_BYTES=100000", "-s", "RETRY_TIMES=0")
        done = warm(*command, *fast, output=tmp_path)
        [post] = posts(tmp_path, "article")
        text = post.read_text()
        files = sorted(path for path in (tmp_path / "images" / "article").iterdir())
        assert {path.read_bytes() for path in files} == {png(30, 20), png(40, 40), JPEG}, done.said
        assert len(files) == 3, "the same bytes twice"
        for name in files:
            assert f'src="/images/article/{name.name}"' in text
        for path in LEFT:
            assert f'src="{server.url(path)}"' in text, path
        assert all(address in text for address in inside)
        assert other.log == []
        assert {hit.host.partition(":")[0] for hit in server.log} == {"127.0.0.1"}
        assert "/private/secret.png" not in server.paths
        assert 'width="30" height="20"' in text
        assert "thumbnail: '/images/article/" in text
        assert "Traceback" not in done.said
        server.log.clear()
        warm(*command, *fast, "-s", "INCREMENTAL=false", output=tmp_path)
        assert not {"/good.png", "/same.png", "/mistyped"} & set(server.paths), "asked for again"
        assert post.read_text() == text


def test_images_are_left_where_they_are_by_default(tmp_path: Path) -> None:
    with Server() as server:
        server.on("/story", page(article(server)))
        warm("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "DOWNLOAD_DELAY=0", output=tmp_path)
        assert server.paths.count("/good.png") == 0
        assert not (tmp_path / "images").exists()
        wrong = warm("crawl", "article", "-a", f"url={server.url('/story')}", "-s", "IMAGES=yes", output=tmp_path)
    assert wrong.code == 2 and "link and download are accepted" in wrong.said
