"""A site's state on its own: one article after the other is recognised and kept, without a crawl."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy import Request
from scrapy.http import Response

from newscrawl.article import Article
from newscrawl.discover import Link
from newscrawl.posts import PostOptions, write_post
from newscrawl.request_context import with_context
from newscrawl.state.crawl_state import CrawlState
from newscrawl.state.post_files import Draft
from newscrawl.state.state_options import StateOptions
from newscrawl.store import PageRecord
from tests.support.changing_site import prose

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STORY = "https://www.example.com/news/2026/11/22/a-story"


class Desk:
    """The state of a site called example, at a time that the test sets."""

    def __init__(self, folder: Path, **options: str) -> None:
        self.folder, self.now = folder, NOON
        # As a rebuild: one run may keep an article several times.
        said = StateOptions(output=folder, arguments={"rebuild": "recordings"}, **options)  # type: ignore[arg-type]
        self.state = CrawlState("example", said, lambda: self.now)

    def answer(self, *addresses: str) -> Response:
        """The first address is asked for, met or not, and redirects to the others."""
        self.state.history.decide(Link(url=addresses[0]))
        request = with_context(Request(addresses[-1]), kind="article", address=addresses[0])
        if len(addresses) > 1:
            request.meta["redirect_urls"] = list(addresses[:-1])
        return Response(addresses[-1], request=request)

    def take(self, article: Article, *addresses: str) -> str:
        """An article comes from an answer and is kept; what it was."""
        return self.keep(self.state.recognise(article, self.answer(*addresses)))

    def keep(self, article: Article) -> str:
        version = self.state.version(article)
        assert version
        post = write_post(version.article, "hexo", PostOptions())
        return self.state.keep(version, [Draft("hexo", "posts/example", post)])

    def posts(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "posts" / "example").iterdir())

    def page(self, url: str) -> PageRecord:
        page = self.state.history.page(url)
        assert page
        return page

    def known(self, url: str) -> bool:
        return self.state.history.decide(Link(url=url)).reason == "known"


@contextmanager
def opened(folder: Path, **options: str) -> Iterator[Desk]:
    desk = Desk(folder, **options)
    try:
        yield desk
    finally:
        desk.state.close()


def article(seed: int, url: str = STORY, **values: object) -> Article:
    """A story of its own, always the same for a seed."""
    text = "\n".join(prose(seed))
    body = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    published = NOON - timedelta(days=30 + seed)
    whole = Article(url=url, title=f"Story {seed}", text=text, body=body, published=published, site="example")
    return replace(whole, **values)  # type: ignore[arg-type]
