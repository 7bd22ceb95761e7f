"""A saved page -> the post it becomes: the whole way of one article, without a crawl."""

from collections.abc import Iterable
from typing import Protocol

from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.article import Article
from newscrawl.posts import write_post
from newscrawl.spider import NewsSpider


class Stage(Protocol):
    """What a stage has to have."""

    def process_item(self, article: Article) -> Article: ...


def post_of(spider: NewsSpider, html: bytes, url: str, stages: Iterable[Stage]) -> str:
    """The text of the post. `stages`: those that only change or refuse an article, in their order.

    Raises Refused where the page is no article, or one that a stage refuses.
    """
    response = HtmlResponse(url, body=html, request=Request(url, meta={"kind": "article"}))
    article = spider.parse_article(response)
    for stage in stages:
        article = stage.process_item(article)
    return write_post(article).text
