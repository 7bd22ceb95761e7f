"""KnownArticles: articles of earlier runs that this one does not read, and that come into its files all the same."""

from collections.abc import Callable

from newscrawl.article import Article
from newscrawl.article_record import from_record
from newscrawl.state.run_lines import RunLines
from newscrawl.state.state_options import StateOptions
from newscrawl.state.url_history import UrlHistory
from newscrawl.store import Store


class KnownArticles:
    """Those of one run. A file that is made anew (-O) holds them out of the archive, each once."""

    def __init__(self, store: Store, history: UrlHistory, options: StateOptions, lines: RunLines) -> None:
        self.store, self.history, self.options, self.lines = store, history, options, lines
        self.shown: set[int] = set()
        """Those that came into a file."""

        self.unlisted: set[int] = set()
        """Those that were due, and that no listing of this run has shown."""

        self.export: Callable[[Article], object] = lambda article: None
        """Takes an article for the files of Scrapy's feed exports."""

    def show(self, address: str) -> None:
        """Write an article that this run did not read into the files that are made anew."""
        page = self.history.page(address) if self.options.whole else None
        record = self.store.articles.get(page.id) if page and not self._is_past(page.id) else None
        if page and record:
            article = from_record(record)
            self.lines.show(article)
            self.export(article)
            self.shown.add(page.id)

    def visits(self, address: str) -> None:
        """Note one that is due. A limit and a file made anew count only what the listings show."""
        names_listed = self.options.whole or (self.options.wanted and self.options.wanted.limit)
        if names_listed and (page := self.history.page(address)):
            self.unlisted.add(page.id)

    def is_listed(self, address: str) -> None:
        """Note that a listing shows an article, perhaps one that was asked for already."""
        page = self.history.page(address) if self.unlisted else None
        if page and page.id in self.unlisted:
            self.unlisted.remove(page.id)
            self.show(address)

    def asked_for(self, article: Article) -> bool:
        """Whether the run's arguments name an article; one that is kept is kept up to date in any case."""
        page = self.history.page(article.url) if self.unlisted or self.shown else None
        if page and self._is_past(page.id):
            return False
        return self.options.wanted is None or not self.options.wanted.of_article(article)

    def _is_past(self, page: int) -> bool:
        """Whether an article comes into no file, or is in it already."""
        return page in self.unlisted or page in self.shown
