"""Write: the article is kept, as a post in each format and as a line of JSON Lines."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler

from newscrawl.article import Article
from newscrawl.errors import StoreError
from newscrawl.posts import site_warnings
from newscrawl.refusals import Unwanted, Unwritten
from newscrawl.text.characters import printable

if TYPE_CHECKING:
    from newscrawl.render.drafts import Drafts
    from newscrawl.state.archive_writer import Version
    from newscrawl.state.crawl_state import CrawlState
    from newscrawl.state.post_files import Draft

log = logging.getLogger(__name__)


class Write:
    """Posts go to the folders that `newscrawl.posts.folder_of` names."""

    def __init__(self, state: "CrawlState", drafts: "Drafts | None") -> None:
        """`drafts`: None where no posts are wanted."""
        self.state, self.drafts = state, drafts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # Here, for they lead to all that a crawl needs, and every command of Scrapy loads the stages.
        from newscrawl.render.drafts import drafts_from
        from newscrawl.render.site import render_if_changed
        from newscrawl.render.takeover import take_over
        from newscrawl.state.crawl_state import CrawlState

        state = CrawlState.of(crawler)
        if not crawler.settings.getbool("POSTS"):
            return cls(state, None)
        drafts = drafts_from(crawler.settings, state.site, state.store)
        output = Path(crawler.settings["OUTPUT"])
        for line in (line for form in drafts.formats for line in site_warnings(form, drafts.options, output)):
            log.warning("%s", line)
        take_over(state.store, state.site, output)
        for outcome, count in render_if_changed(state.store, state.site, drafts, state.files).items():
            if outcome in ("written", "removed"):
                state.counts.rendered.add(outcome, by=count)
        return cls(state, drafts)

    def process_item(self, article: Article) -> Article:
        """Raises `Unwritten` where the disk refuses; what was there is then as it was.

        Raises `Unwanted` for an article that this run has already, under another address.
        """
        try:
            version = self.state.version(article)
            if version is None:
                raise Unwanted("another address of an article met before")
            kept = self.state.keep(version, self._drafts(version))
        except OSError as error:
            raise Unwritten(
                f"{error.filename or 'what came of the article'} cannot be written: {error.strerror}"
            ) from None
        except StoreError as error:
            raise Unwritten(str(error)) from None
        self.state.counts.posts.add(kept)
        log.log(logging.DEBUG if kept == "unchanged" else logging.INFO, "%s: %s", kept, printable(article.title))
        return version.article

    def _drafts(self, version: "Version") -> "list[Draft]":
        return self.drafts.of(version.article, same_as=version.same_as) if self.drafts else []
