"""A site that scripts build, read with Debian's Chromium: what comes, and that its every request is one of ours."""

import gzip
import json
import random
import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.support.crawling import posts, warm
from tests.support.processes import kill_below
from tests.support.server import Answer, Server, page
from tests.support.warm import Done

pytest.importorskip("playwright")
pytestmark = pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")

HEAD = "<!doctype html><html lang='en'><head><title>Post</title></head>"
SHELL = f"{HEAD}<body><div id='root'></div><script src='/app.js'></script>"
SCRIPT = """
const root = document.getElementById('root'), path = location.pathname;
const get = address => fetch(address).then(answer => answer.json());
const shown = stories => stories.map(s => `<article><h2><a href="${s.path}">${s.title}</a></h2></article>`).join('');
new WebSocket('ws://127.0.0.1:%(port)d/socket');
new Image().src = '/picture.jpg';
fetch('http://127.0.0.2:%(port)d/private').catch(() => 0);
fetch('http://127.0.0.1:%(other)d/inside').catch(() => 0);
fetch('/forbidden/data').catch(() => 0);
if (path === '/') get('/api/stories-1.json').then(first => {
    root.innerHTML = `<main>${shown(first)}</main><button>Load more</button>`;
    const main = root.querySelector('main');
    root.querySelector('button').onclick = () => get('/api/stories-2.json').then(second => {
        main.innerHTML += shown(second);
        root.querySelector('button').remove();
        main.style = 'height: 50px; overflow: auto';
        // From here on it grows as its reader scrolls, and forgets what has gone out of sight.
        main.onscroll = () => get('/api/stories-3.json').then(third => main.innerHTML = shown(third));
    });
});
else if (path.includes('endless')) for (;;);
else get(`/api${path}.json`).then(s => {
    const when = '<time datetime="2026-11-20T08:00:00Z">20 November 2026</time>';
    root.innerHTML = `<article><h1>${s.title}</h1>${when}${s.body}</article>`;
});
"""
FIRST = {"/2026/11/22/the-council-opens-a-bridge": "The council opens a bridge"}
SECOND = {"/2026/11/21/the-ferry-counts-its-benches": "The ferry counts its benches"}
THIRD = {"/2026/11/20/the-lamp-on-the-pier-is-lit": "The lamp on the pier is lit"}
ENDLESS = {"/2026/11/20/an-endless-story-of-salt": "An endless story of salt"}
WORDS = (
    "harbour tram school ferry library bridge pier timetable archive lamp wall orchard tower repairs moves says".split()
)

TEXT = "".join(f"<p>The council met again, and this is sentence {n} of what it said.</p>" for n in range(15))


def data(value: object) -> Answer:
    return page(json.dumps(value), content_type="application/json")


def serve(server: Server, other: int = 9) -> None:
    server.on("/robots.txt", page("User-agent: *\nDisallow: /forbidden/", content_type="text/plain"))
    server.on("/", page(SHELL))
    server.on("/app.js", page(SCRIPT % {"port": server.port, "other": other}, content_type="text/javascript"))
    for at, stories in enumerate((FIRST, SECOND, THIRD), start=1):
        server.on(f"/api/stories-{at}.json", data([{"path": path, "title": title} for path, title in stories.items()]))
    for path, title in (FIRST | SECOND | THIRD).items():
        chance = random.Random(title)
        body = "".join(f"<p>The {' '.join(chance.choices(WORDS, k=12))} at last.</p>" for _ in range(12))
        server.on(path, page(SHELL))
        server.on(f"/api{path}.json", data({"title": title, "body": body}))


def crawl(server: Server, output: Path, *more: str) -> Done:
    where = ("-a", f"url={server.url()}", "-s", "DOWNLOAD_DELAY=0", "-s", "BROWSER=true")
    return warm("crawl", "site", *where, *more, output=output)


def test_a_site_that_scripts_build(tmp_path: Path) -> None:
    recording = tmp_path / "run.warc.gz"
    with Server() as server, Server() as other:
        serve(server, other.port)
        feed = f"<link rel='alternate' type='application/rss+xml' href='{other.url('/feed.xml')}'>"
        server.on("/", page(SHELL.replace("</head>", f"{feed}</head>")))
        done = crawl(server, tmp_path / "one", "-s", f"RECORD={recording}")
        paths = list(server.paths)
        replayed = crawl(server, tmp_path / "two", "-s", f"REPLAY={recording}")
        assert server.paths == paths, "a replay asks nobody"
        assert other.log == [], "another port of the host is another service, for scripts and as a feed"
    names = [path.name for path in posts(tmp_path / "one", "127.0.0.1")]
    assert len(names) == 3 and done.code == 0, done
    assert not {"/private", "/forbidden/data", "/picture.jpg", "/socket"} & set(paths)
    assert paths.count("/app.js") == 1, "a script is asked for once"
    assert b"stories-2.json" in gzip.decompress(recording.read_bytes())
    assert [path.name for path in posts(tmp_path / "two", "127.0.0.1")] == names, replayed


def test_a_page_that_never_ends_costs_that_page(tmp_path: Path) -> None:
    with Server() as server:
        serve(server)
        (path, title), (endless, _) = *FIRST.items(), *ENDLESS.items()
        links = "".join(f"<article><h2><a href='{each}'>{title} again</a></h2></article>" for each in (path, endless))
        server.on("/", page(f"<main>{links}</main>"))
        server.on(path, page(f"<article><h1>{title}</h1>{TEXT}</article>"))
        server.on(endless, page(SHELL))
        done = crawl(server, tmp_path, "-s", "BROWSER_TIMEOUT=3")
    assert len(posts(tmp_path, "127.0.0.1")) == 1, done
    assert f"the browser did not build {server.url(endless)}" in done.said


CRASHES = {
    "/2026/11/24/the-story-that-ends-its-page": ("--type=renderer",),
    "/2026/11/23/the-story-that-ends-chromium": ("--remote-debugging-pipe", "--type="),
}


def test_a_crash_costs_one_page(tmp_path: Path) -> None:
    """First the page's own process is killed, then the whole of Chromium."""
    with Server() as server:
        serve(server)
        paths = [*CRASHES, *FIRST, *SECOND]
        cards = "".join(f"<article><h2><a href='{path}'>A story of the harbour</a></h2></article>" for path in paths)
        server.on("/", page(cards))
        for path, crash in CRASHES.items():
            server.on(path, page(SHELL))
            server.on(f"/api{path}.json", [partial(kill_below, *crash), *data({})])
        done = crawl(server, tmp_path, "-s", "BROWSER_PAGES=1")
    assert len(posts(tmp_path, "127.0.0.1")) == 2, done
    assert all(f"the browser did not build {server.url(path)}" in done.said for path in CRASHES), done
    assert "it took too long" not in done.said


def test_a_page_that_has_its_text_needs_no_browser(tmp_path: Path) -> None:
    with Server() as server:
        (path,) = FIRST
        server.on(
            "/", page(f"<main><article><h2><a href='{path}'>The council opens a bridge</a></h2></article></main>")
        )
        server.on(
            path, page(f"<article><h1>The council opens a bridge</h1>{TEXT}</article><script src='/app.js'></script>")
        )
        done = crawl(server, tmp_path)
    assert len(posts(tmp_path, "127.0.0.1")) == 1 and "/app.js" not in server.paths, done
