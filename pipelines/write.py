"""Write: the article is kept, as a post in each format and as a line of JSON Lines."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newscrawl.article import Article
from newscrawl.clean.pieces import printable
from newscrawl.keeper import Draft
from newscrawl.posts import PostOptions, advice, options_from, write_post
from newscrawl.refusals import Unwritten
from newscrawl.store import StoreError

if TYPE_CHECKING:
    from newscrawl.memory import Memory

log = logging.getLogger(__name__)


class Write:
    """Posts go to OUTPUT/posts/<site>/, or with several formats to OUTPUT/posts/<format>/<site>/."""

    def __init__(self, memory: "Memory", formats: list[str], options: PostOptions, stats: StatsCollector) -> None:
        self.memory, self.formats, self.options, self.stats = memory, formats, options, stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # Here, for it leads to all that a crawl needs, and every command of Scrapy loads the stages.
        from newscrawl.memory import Memory

        memory = crawler.get_extension(Memory)
        assert memory and crawler.stats
        formats, options = options_from(crawler.settings)
        formats = formats if crawler.settings.getbool("POSTS") else []
        for line in (line for form in formats for line in advice(form, options, Path(crawler.settings["OUTPUT"]))):
            log.warning("%s", line)
        return cls(memory, formats, options, crawler.stats)

    def process_item(self, article: Article) -> Article:
        """Raises `Unwritten` where the disk refuses; what was there is then as it was."""
        try:
            kept = self.memory.keep(article, self.drafts)
        except OSError as error:
            raise Unwritten(
                f"{error.filename or 'what came of the article'} cannot be written: {error.strerror}"
            ) from None
        except StoreError as error:
            raise Unwritten(str(error)) from None
        self.stats.inc_value(f"posts/{kept}")
        log.log(logging.DEBUG if kept == "unchanged" else logging.INFO, "%s: %s", kept, printable(article.title))
        return article

    def drafts(self, article: Article) -> list[Draft]:
        """The article's post in each format."""
        several = len(self.formats) > 1
        return [
            Draft(form, f"posts/{form}/{article.site}" if several else f"posts/{article.site}", post)
            for form in self.formats
            for post in [write_post(article, form, self.options)]
        ]
