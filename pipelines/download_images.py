"""DownloadImages: with IMAGES=download an article's images are fetched, to stand beside the posts."""

import logging
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.pipelines.media import MediaPipeline

from newscrawl.article import Article
from newscrawl.fetch.errors import RunOver, line
from newscrawl.files import files_of
from newscrawl.images.local import LocalImages, addresses
from newscrawl.refusals import Unwanted

log = logging.getLogger(__name__)


class DownloadImages(MediaPipeline):
    """Comes last before Write: only what becomes a post is worth a download. A failure leaves the image's address."""

    LOG_FAILED_RESULTS = False

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        from newscrawl.state.crawl_state import CrawlState

        state, settings = CrawlState.of(crawler), crawler.settings
        assert crawler.spider
        self.counts, self.most = state.counts, settings.getint("IMAGE_MAX_BYTES")
        self.images = LocalImages(state.store.images, crawler.spider.name, files_of(settings), settings["IMAGES_URL"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings["IMAGES"] != "download":
            raise NotConfigured
        return cls(crawler=crawler)

    def get_media_requests(self, item: Article, info: Any) -> list[Request]:
        missing = [url for url in addresses(item) if not self.images.kept(url)]
        return [Request(url, meta={"download_maxsize": self.most}) for url in missing]

    def media_to_download(self, request: Request, info: Any, *, item: Any = None) -> None:
        """What is there already was not requested."""

    def media_downloaded(self, response: Response, request: Request, info: Any, *, item: Any = None) -> Any:
        if response.status != 200:
            raise ValueError(f"status {response.status}")
        self.images.keep(request.url, response.body)
        self.counts.images.add("downloaded")
        return {"url": request.url}

    def media_failed(self, failure: Any, request: Request, info: Any) -> Any:
        if failure.check(RunOver):
            return failure
        self.counts.images.add("failed")
        log.info("image left where it is: %s: %s", request.url, line(failure.value))

    def file_path(self, request: Request, response: Any = None, info: Any = None, *, item: Any = None) -> str:
        """Where an image stands, under OUTPUT; "" while it is not there."""
        kept = self.images.kept(request.url)
        return kept.path if kept else ""

    def item_completed(self, results: Any, item: Article, info: Any) -> Article:
        if not all(came for came, _ in results):
            raise Unwanted("the run ended before its images came")  # the next run takes it up
        return item
