"""ArticleIdentity: which stored page an article is. It is decided here, once, before the stages.

The decision stands in the store: from then on the address that was asked for leads to the page. So nothing that waits
meanwhile, a request or an article in a slow stage, holds a page's number that another page may have by then.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from newscrawl.article import Article
from newscrawl.metadata import aware
from newscrawl.state.versions import changes, fingerprint
from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import address_key, id_key
from newscrawl.store.pages import EPOCH
from newscrawl.urls.canonical import plausible, spelling

# An id or a canonical link that leads to another date and a text of which less is left names another article: templates
# put one id on every page, or the canonical link of one on all. Unlike texts of one site stay below 0.1.
SAME_STORY = 0.1
# A story that goes on keeps most of its text from one version to the next; another one at its address has new text.
ANOTHER_STORY = 0.3
ANOTHER_DAY = timedelta(hours=12)


class ArticleIdentity:
    """The articles of one site."""

    def __init__(self, store: Store, site: str, clock: Callable[[], datetime], place: str | None = None) -> None:
        """`place`: the part of the site that a page belongs to which is met for the first time."""
        self.store, self.pages = store, store.pages
        self.site, self.clock, self.place = site, clock, place

    def resolve(self, article: Article, addresses: Sequence[str]) -> Article:
        """The article with an id and an address that can be believed. All of its addresses lead to its page then.

        `addresses`: all that led to it, the one that was asked for first, the one that answered last.
        """
        with self.store.transaction():
            origin = self.pages.by_key(self._key(addresses[0]))
            # A redirect to the home page is how some sites say "gone"; it names no article.
            named = [url for url in addresses if names_a_page(url)]
            article = self._credible(article, origin, named[-1] if named else article.url)
            keys = self._keys(article, named)
            known = [page for key in keys if (page := self.pages.by_key(key))]
            chosen = self._choose(article, [*([origin] if origin else []), *known])
            if chosen and self._follows(article, chosen):
                return self._followed(article, chosen, keys)
            id = chosen.id if chosen else self._add(article)
            for page in {page.id: page for page in (origin, *known) if page}.values():
                if page.id != id and not page.kept:
                    self.pages.drop(page.id, id)
            self.pages.name(id, (key for key in keys if not self._anothers(key, id)))
            if not (chosen and chosen.kept):
                self.pages.change(id, published=article.published)
            return article

    def _follows(self, article: Article, page: PageRecord) -> bool:
        """Whether another story stands at a kept article's address, as in a daily briefing: a new title, a new date and
        another text."""
        published = aware(article.published)
        if not (page.kept and page.published and published and published - page.published >= ANOTHER_DAY):
            return False
        if not {"title", "text"} <= set(changes(page.fingerprint, fingerprint(article))):
            return False
        shared = self.store.near_duplicates.similarity(page.id, article.text)
        return shared is None or shared < ANOTHER_STORY

    def _followed(self, article: Article, page: PageRecord, keys: Sequence[int]) -> Article:
        """A new page for the story; what stood there is kept, and nothing asks for it any more."""
        self.pages.change(page.id, due=None)
        self.pages.happened(page.id, self.clock(), "followed by another story at its address")
        id = self._add(article)
        self.pages.name(id, keys)
        self.pages.change(id, published=article.published, said=page.said)
        return article

    def _key(self, url: str) -> int:
        return address_key(self.site, url)

    def _add(self, article: Article) -> int:
        return self.pages.add(self.site, article.url, self.clock(), [], due=EPOCH, place=self.place)

    def _credible(self, article: Article, origin: PageRecord | None, url: str) -> Article:
        believed = names_a_page(article.url) and plausible(article.url, url)
        if not believed or self._contradicted(self._key(article.url), article, origin):
            article = replace(article, url=url)
        if article.site_id and self._contradicted(id_key(self.site, article.site_id), article, origin):
            article = replace(article, site_id="")
        return article

    def _contradicted(self, key: int, article: Article, origin: PageRecord | None) -> bool:
        """Whether a name leads to another story: another address, another date and another text."""
        page = self.pages.by_key(key)
        if page is None or (origin and page.id == origin.id) or (page.published is None and not page.kept):
            return False
        if article.published and page.published and int(article.published.timestamp()) == page.published.timestamp():
            return False
        shared = self.store.near_duplicates.similarity(page.id, article.text)
        return shared is None or shared < SAME_STORY

    def _keys(self, article: Article, addresses: Sequence[str]) -> list[int]:
        names = [id_key(self.site, article.site_id)] if article.site_id else []
        return list(dict.fromkeys([*names, *map(self._key, (article.url, *addresses))]))

    def _choose(self, article: Article, candidates: Sequence[PageRecord]) -> PageRecord | None:
        """A page with a post goes before one without, the one that was asked for before all.

        Without a post and an id, a kept page with the same text: the article came back under an address that nothing
        connects with the old.
        """
        if kept := next((page for page in candidates if page.kept), None):
            return kept
        same_text = None
        if not article.site_id:
            timed = replace(article, site=self.site, published=aware(article.published))
            same_text = self.store.near_duplicates.find(timed)
        return same_text or next(iter(candidates), None)

    def _anothers(self, key: int, id: int) -> bool:
        """Whether a name belongs to another page that has a post: both keep what they have."""
        page = self.pages.by_key(key)
        return page is not None and page.id != id and page.kept


def names_a_page(url: str) -> bool:
    """Whether an address is more than a host."""
    return "/" in spelling(url) or "?" in spelling(url)
