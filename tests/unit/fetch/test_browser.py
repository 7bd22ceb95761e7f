"""Which pages need a browser, and what it may ask for."""

import pytest
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings

from newscrawl.errors import ArgumentError
from newscrawl.fetch.browser import is_wanted
from newscrawl.fetch.chromium import executable
from newscrawl.fetch.shell_pages import grows, is_shell

URL = "https://www.example.com/news/a-story"
TEXT = "<p>The council met again, and this is what it said of it.</p>" * 10


@pytest.mark.parametrize(
    ("body", "shell"),
    [
        ("<div id=root></div><script src=/app.js></script>", True),
        ("<noscript>You need JavaScript.</noscript><div id=root></div><script>start()</script>", True),
        (f"<div id=root></div><script>var page = '{TEXT}'</script>", True),
        (f"<main>{TEXT}</main><script src=/app.js></script>", False),
        ("<p>Nothing here.</p>", False),
        ("<script>" * 5000, True),
    ],
)
def test_a_shell_has_scripts_and_hardly_a_text(body: str, shell: bool) -> None:
    assert is_shell(HtmlResponse(URL, body=body.encode(), encoding="utf-8")) == shell


@pytest.mark.parametrize(
    ("body", "goes_on"),
    [
        ("<button class=btn>Load more</button>", True),
        ("<div role='button'><span>Mehr anzeigen</span></div>", True),
        ("<a href='#'>更多</a>", True),
        ("<a href='/news?page=2'>Load more</a>", False),
        ("<button>Subscribe</button><p>Show more courage, says the mayor</p>", False),
        ("<div class='infinite-scroll-component'></div>", True),
        ("<script>new IntersectionObserver(() => fetch('/next'))</script>", True),
        ("<script>new IntersectionObserver(e => e[0].target.src = e[0].target.dataset.src)</script>", False),
        ("<button> " * 20_000, False),
    ],
)
def test_a_listing_that_grows_shows_it(body: str, goes_on: bool) -> None:
    assert grows(HtmlResponse(URL, body=body.encode(), encoding="utf-8")) == goes_on


def test_a_file_is_no_shell() -> None:
    assert not is_shell(Response(URL, body=b"%PDF <script"))


@pytest.mark.parametrize(
    ("kind", "url", "wanted"),
    [
        ("script", "https://www.example.com/app.js", True),
        ("script", "https://static.example-cdn.net/app.js", True),
        ("fetch", "https://api.example.com/stories", True),
        ("xhr", "https://www.example.com/api/stats.json", True),
        ("script", "https://www.googletagmanager.com/gtm.js", False),
        ("script", "https://cdn.taboola.com/loader.js", False),
        ("image", "https://www.example.com/a.jpg", False),
        ("font", "https://www.example.com/a.woff2", False),
        ("document", "https://www.example.com/frame", False),
        ("fetch", "file:///etc/passwd", False),
        ("script", "data:text/javascript,1", False),
    ],
)
def test_a_page_may_ask_for_its_scripts_and_data(kind: str, url: str, wanted: bool) -> None:
    assert is_wanted(kind, url, URL) == wanted


def test_a_browser_that_is_not_there_is_told() -> None:
    pytest.importorskip("playwright")
    with pytest.raises(ArgumentError, match="BROWSER_EXECUTABLE=no-such-browser: there is no such program"):
        executable(Settings({"BROWSER_EXECUTABLE": "no-such-browser"}))
