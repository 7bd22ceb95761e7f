"""Write: the article is kept, as a post in each format and as a line of JSON Lines."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler

from newscrawl.article import Article
from newscrawl.errors import StoreError
from newscrawl.posts import Post, PostOptions, options_from, site_warnings, write_post
from newscrawl.refusals import Unwanted, Unwritten
from newscrawl.state.archive_writer import Draft
from newscrawl.text.characters import printable

if TYPE_CHECKING:
    from newscrawl.images.local import LocalImages
    from newscrawl.state.crawl_state import CrawlState

log = logging.getLogger(__name__)


class Write:
    """Posts go to OUTPUT/posts/<site>/, or with several formats to OUTPUT/posts/<format>/<site>/."""

    def __init__(
        self,
        state: "CrawlState",
        formats: list[str],
        options: PostOptions,
        images: "LocalImages | None" = None,
    ) -> None:
        self.state, self.formats, self.options, self.images = state, formats, options, images

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # Here, for it leads to all that a crawl needs, and every command of Scrapy loads the stages.
        from newscrawl.state.crawl_state import CrawlState

        state = CrawlState.of(crawler)
        formats, options = options_from(crawler.settings)
        formats = formats if crawler.settings.getbool("POSTS") else []
        output = Path(crawler.settings["OUTPUT"])
        for line in (line for form in formats for line in site_warnings(form, options, output)):
            log.warning("%s", line)
        return cls(state, formats, options, local_images(crawler, state))

    def process_item(self, article: Article) -> Article:
        """Raises `Unwritten` where the disk refuses; what was there is then as it was.

        Raises `Unwanted` for an article that this run has already, under another address.
        """
        try:
            version = self.state.version(article)
            if version is None:
                raise Unwanted("another address of an article met before")
            kept = self.state.keep(version, self.drafts(version.article))
        except OSError as error:
            raise Unwritten(
                f"{error.filename or 'what came of the article'} cannot be written: {error.strerror}"
            ) from None
        except StoreError as error:
            raise Unwritten(str(error)) from None
        self.state.counts.posts.add(kept)
        log.log(logging.DEBUG if kept == "unchanged" else logging.INFO, "%s: %s", kept, printable(article.title))
        return article

    def drafts(self, article: Article) -> list[Draft]:
        """The article's post in each format."""
        several = len(self.formats) > 1
        return [
            Draft(
                form, f"posts/{form}/{article.site}" if several else f"posts/{article.site}", self.post(article, form)
            )
            for form in self.formats
        ]

    def post(self, article: Article, form: str) -> Post:
        """The post in one format, with the images that were downloaded in place of the site's."""
        if self.images is None:
            return write_post(article, form, self.options)
        post = write_post(self.images.marked(article), form, self.options)
        return replace(post, text=self.images.unmarked(post.text))


def local_images(crawler: Crawler, state: "CrawlState") -> "LocalImages | None":
    settings = crawler.settings
    if settings["IMAGES"] != "download" or crawler.spider is None:
        return None
    from newscrawl.images.local import LocalImages

    return LocalImages(state.store.images, crawler.spider.name, Path(settings["OUTPUT"]), settings["IMAGES_URL"])
