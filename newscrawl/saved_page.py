"""A saved page -> the post it becomes: the whole way of one article, without a crawl.

A page is saved as tests/pages/<site>-<what>.html, and beside it as .md the post it must become. The post names the
page's address as its `source_url`.
"""

import difflib
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

import yaml
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol
from scrapy.utils.misc import load_object

from newscrawl.article import Article
from newscrawl.posts import write_post
from newscrawl.refusals import Refused
from newscrawl.request_context import with_context
from newscrawl.spider import NewsSpider
from newscrawl.urls.parts import split


class Stage(Protocol):
    """What a stage has to have."""

    def process_item(self, article: Article) -> Article: ...


def post_of(spider: NewsSpider, html: bytes, url: str, stages: Iterable[Stage]) -> str:
    """The text of the post. `stages`: those that only change or refuse an article, in their order.

    Raises Refused where the page is no article, or one that a stage refuses.
    """
    response = HtmlResponse(url, body=html, request=with_context(Request(url), kind="article"))
    article = spider.parse_article(response)
    for stage in stages:
        article = stage.process_item(article)
    return write_post(article).text


def site_named(loader: SpiderLoaderProtocol, name: str) -> NewsSpider:
    """The site of this name."""
    site = loader.load(name)()
    assert isinstance(site, NewsSpider)
    return site


def stages_of(settings: BaseSettings) -> list[Stage]:
    """The project's stages in their order, without those that need a crawl: they fetch images or write."""
    places = sorted(settings.getdict("ITEM_PIPELINES").items(), key=lambda stage: int(stage[1]))
    stages = [load_object(name) for name, _ in places]
    return [stage() for stage in stages if not hasattr(stage, "from_crawler")]


def pages_of(folder: Path, site: str, names: Collection[str]) -> list[Path]:
    """The saved pages of one site."""
    return [page for page in sorted(folder.glob(f"{site}-*.html")) if site_of(page, names) == site]


def site_of(page: Path, names: Collection[str]) -> str:
    """Whose page it is: of aljazeera and aljazeera-zh the second has aljazeera-zh-tram.html."""
    parts = page.stem.split("-")
    begun = ["-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]
    return next((name for name in begun if name in names), parts[0])


def address_of(page: Path) -> str:
    """The address of a saved page, as its post names it."""
    front = page.with_suffix(".md").read_text(encoding="utf-8").split("---\n")[1]
    said = yaml.safe_load(front)
    return str(said.get("source_url") or said["source"])  # posts of 0.1 and earlier say "source"


def post_or_refusal(spider: NewsSpider, page: Path, stages: Iterable[Stage]) -> str:
    """The post that a saved page gives now, or one line that says why it gives none."""
    try:
        return post_of(spider, page.read_bytes(), address_of(page), stages)
    except Refused as refused:
        return f"refused: {refused.reason}"


def page_name(url: str) -> str:
    """A short name for a page out of its address: the last words of its slug that fit."""
    path = split(url).path
    words = re.findall(r"[a-z0-9]+", unquote(path).lower().rpartition(".")[0] or path.lower())
    chosen: list[str] = []
    for word in reversed(words):
        if len("-".join([word, *chosen])) > 30:
            break
        chosen.insert(0, word)
    return "-".join(chosen) or "page"


def difference(page: Path, made: str) -> str:
    """What is other in the post that was made than in the one that is saved, as a diff; "" where nothing is."""
    kept = page.with_suffix(".md")
    lines = difflib.unified_diff(
        kept.read_text(encoding="utf-8").splitlines(),
        made.splitlines(),
        f"{kept.name} as kept",
        "as it is made now",
        "",
        "",
        1,
        "",
    )
    return "\n".join(lines)
