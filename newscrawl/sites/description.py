"""Description: the values of a site's class body, or of its entry in spiders/catalogue.yml. Each with an example.

Everything but `name` and one place to start (`home`, `start_urls`, `feeds` or `sitemaps`) is optional. Selectors are
CSS, or XPath where they begin with "/" or "("; several in a list are layouts, in the order to try.
"""

from typing import ClassVar

from scrapy import Spider
from scrapy.settings import BaseSettings

Selectors = str | list[str]


class Description(Spider):
    """What is said of a site. Its methods are in newscrawl/crawl/listing_spider.py and newscrawl/spider.py."""

    # -- who it is -----------------------------------------------------------------------------------------------------
    categories: ClassVar[list[str]] = []
    """The site's own path, outermost first, e.g. ["News", "Example", "World"]."""

    publisher: str = ""
    """The publisher's name as people know it, e.g. "The Example"."""

    country: str = ""
    """Where it is published: two letters of ISO 3166-1, e.g. "de". `scrapy list --country de` chooses by it."""

    topic: str = "news"
    """What it is about where that is one thing, e.g. "sport" or "technology"."""

    language: str = ""
    """BCP 47 tag where pages do not say, e.g. "zh-CN"."""

    timezone: str = ""
    """IANA zone of dates that name none, e.g. "Asia/Qatar"."""

    # -- where its articles are ----------------------------------------------------------------------------------------
    home: str = ""
    """The front page, e.g. "https://example.com/". Where nothing below is given, feeds, sitemaps and sections are
    looked for from here."""

    start_urls: list[str] = []
    """Addresses of listing pages, e.g. ["https://example.com/news", "https://example.com/sport"]."""

    feeds: ClassVar[list[str]] = []
    """Addresses of RSS, Atom or JSON feeds, e.g. ["https://example.com/rss.xml"]."""

    sitemaps: ClassVar[list[str]] = []
    """Addresses of sitemaps of what is new, e.g. ["https://example.com/news-sitemap.xml"]."""

    archives: ClassVar[list[str]] = []
    """Addresses of sitemaps of everything, read where `since` asks for the past, e.g. ["https://example.com/all.xml"]."""

    pages: ClassVar[list[str]] = []
    """Addresses of articles themselves, e.g. ["https://example.com/2026/11/22/a-story"]."""

    whole: bool = False
    """Whether the sitemaps that robots.txt names are read without `since`, too."""

    links: Selectors = ""
    """Where a listing page (`start_urls`) has its article links, e.g. "h3.card__title a". Without it they are told
    apart by where they stand and how their addresses look."""

    # -- what is read from a page, where the generic extraction is wrong -----------------------------------------------
    body: Selectors = ""
    """The element that holds an article's text, e.g. "div.story", or ["div.story--2026", "div.story"]."""

    remove: Selectors = ""
    """What is no article inside the body, e.g. [".more-on", ".newsletter"]."""

    title: Selectors = ""
    """The headline, e.g. "h1.headline"."""

    authors: Selectors = ""
    """The byline's names, one element a name, e.g. ".byline a"."""

    published: Selectors = ""
    """The publication date: an element's text, its `datetime` or `content`, e.g. "time.published"."""

    is_site: ClassVar[bool] = True
    """False for a tool or an example: crawled where it is named, and never one of all sites."""

    # -- how it is crawled ---------------------------------------------------------------------------------------------
    delay: float = 0
    """Seconds between two requests, in the place of DOWNLOAD_DELAY, e.g. 10. robots.txt and the site's own answers may
    ask for more."""

    browser: bool = False
    """Whether pages that are empty shells are built by Chromium: `browser: true`."""

    proxy: str = ""
    """By which way its pages are asked for, e.g. "socks5://127.0.0.1:1080". One with a password belongs into PROXY."""

    every: str | list[str] = ""
    """How often `scrapy schedule` crawls it: "30 minutes", "*/15 6-22 * * * Asia/Qatar" (or several such lines), "auto"
    (when the site publishes) or "auto 96 a day". Empty: only where schedule.yml says so."""

    accepts: ClassVar[tuple[str, ...]] = ()
    """Names of the arguments (`-a name=value`) that this site takes beside `limit`, `since` …, e.g. ("edition",)."""

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        said = {"BROWSER": cls.browser, "PROXY": cls.proxy, "DOWNLOAD_DELAY": cls.delay}
        settings.setdict({name: value for name, value in said.items() if value}, priority="spider")
