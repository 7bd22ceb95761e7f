"""Write: the post file, under one name for ever and touched only when its bytes change."""

import logging
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from newscrawl.article import Article
from newscrawl.durable import put_if_changed
from newscrawl.posts import PostOptions, folded, free_name, options_from, write_post
from newscrawl.refusals import Unwritten

log = logging.getLogger(__name__)


class Write:
    """Writes one post per article and format under OUTPUT/posts/<site>/, or posts/<format>/<site>/ with several."""

    def __init__(self, folder: Path, formats: list[str], options: PostOptions, stats: StatsCollector) -> None:
        self.folder, self.formats, self.options, self.stats = folder, formats, options, stats
        self.owners: dict[Path, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings.getbool("POSTS"):
            raise NotConfigured
        assert crawler.stats
        formats, options = options_from(crawler.settings)
        return cls(Path(crawler.settings["OUTPUT"]) / "posts", formats, options, crawler.stats)

    def process_item(self, article: Article) -> Article:
        for form in self.formats:
            self.write(article, form)
        return article

    def write(self, article: Article, form: str) -> None:
        """Raises `Unwritten` where the file cannot be written; an older one of that name is then as it was."""
        folder = self.folder / (form if len(self.formats) > 1 else "") / article.site
        post = write_post(article, form, self.options)
        path = folder / free_name(post, article.url, lambda name: self.has_other(folder / name, article.url))
        self.owners[folder / folded(str(path.relative_to(folder)))] = article.url
        self.tell(path, *put(path, post.text.encode()))

    def tell(self, path: Path, existed: bool, changed: bool) -> None:
        what = ("updated" if existed else "new") if changed else "unchanged"
        self.stats.inc_value(f"posts/{what}")
        log.log(logging.INFO if changed else logging.DEBUG, "%s %s", what, path)

    def has_other(self, path: Path, url: str) -> bool:
        """Whether a post of another article has this name, given folded."""
        return self.owners.get(path, url) != url


def put(path: Path, post: bytes) -> tuple[bool, bool]:
    """Whether there was such a file, and whether it was written."""
    try:
        return path.exists(), put_if_changed(path, post)
    except OSError as error:
        raise Unwritten(f"{path} cannot be written: {error.strerror}") from None
