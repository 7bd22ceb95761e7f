"""URL history: what a run knows of a site's pages, so that it fetches none needlessly and forgets none.

A link that is met for the first time is put down as wanted before its page is asked for. Killed then, the next run
asks for it, whether the listing still shows it or not.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime

from newscrawl.article import Article
from newscrawl.discover import Link
from newscrawl.state.revisit import next_try, next_visit
from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import address_key, id_key
from newscrawl.store.pages import EPOCH, Glance, paths
from newscrawl.urls.canonical import plausible, spelling

# An id or a canonical link that leads to another date and a text of which less is left names another article: templates
# put one id on every page, or the canonical link of one on all. Unlike texts of one site stay below 0.1.
SAME_STORY = 0.1


class UrlHistory:
    """The pages of one site."""

    def __init__(
        self, store: Store, site: str, *, place: str | None = None, forms: Iterable[str] = (), again: bool = False
    ) -> None:
        """`place`: the part of the site that the run reads; what other parts left is theirs.

        `forms`: the formats that a kept article must have a post in. `again`: ask for known articles too.
        """
        self.store = store
        self.pages = store.pages
        self.site = site
        self.place = place
        self.forms = frozenset(forms)
        self.again = again

    # -- before a request ----------------------------------------------------------------------------------------------
    def ask(self, link: Link, now: datetime) -> tuple[Glance, bool] | None:
        """The page behind a link if it is to be asked for now, else None.

        And whether it is new to runs of this kind: met for the first time, or kept without a post.
        """
        key = address_key(self.site, link.url)
        if page := self.pages.glance(key):
            lacking = page.kept and bool(self.forms - paths(page.post).keys())
            return (page, lacking) if lacking or self._due(page, now) else None
        with self.store.transaction():
            id = self.pages.add(self.site, link.url, now, [key], due=EPOCH, link=packed(link), place=self.place)
        return Glance(id, "wanted", 0, None, None), True

    def _due(self, page: Glance, now: datetime) -> bool:
        if page.state == "wanted" or (page.due is not None and page.due <= now.timestamp()):
            return True
        return page.kept and self.again

    def left_over(self, now: datetime, *, visits: bool) -> list[Link]:
        """The pages to ask for though no listing may show them: unanswered ones, and with `visits` all that are due."""
        due = self.pages.due(self.site, self.place, now)
        return [unpacked(page) for page in due if visits or page.state == "wanted"]

    def link_to(self, url: str) -> Link:
        """The link that led to a page, with this address of it."""
        page = self.pages.by_key(address_key(self.site, url))
        return replace(unpacked(page), url=url) if page else Link(url=url)

    def elsewhere(self, url: str) -> str:
        """The part of the site that a page belongs to, where it is another one than the run reads; else ""."""
        page = self.pages.by_key(address_key(self.site, url))
        return page.place or "the whole site" if page and page.place != self.place else ""

    # -- after an answer -----------------------------------------------------------------------------------------------
    def recognise(
        self, article: Article, asked: int | None, addresses: list[str], now: datetime
    ) -> tuple[int, Article]:
        """The page that an article belongs to, and the article with an id and an address that can be believed.

        `asked`: the page that was asked for. `addresses`: all that led to it, the one that answered last.
        """
        with self.store.transaction():
            origin = self.pages.get(asked) if asked else None
            # A redirect to the home page is how some sites say "gone"; it names no article.
            addresses = [url for url in addresses if names_a_page(url)]
            article = self._credible(article, origin, addresses[-1] if addresses else article.url)
            keys = self._keys(article, addresses)
            known = [page for key in keys if (page := self.pages.by_key(key))]
            chosen = self._choose(origin, known)
            id = chosen.id if chosen else self.pages.add(self.site, article.url, now, [], due=EPOCH, place=self.place)
            self.pages.name(id, (key for key in keys if not self._anothers(key, id)))
            for page in {page.id: page for page in (origin, *known) if page}.values():
                if page.id != id and not page.kept:
                    self.pages.drop(page.id, id)
            if not (chosen and chosen.kept):
                self.pages.change(id, published=article.published)
            return id, article

    def _credible(self, article: Article, origin: PageRecord | None, url: str) -> Article:
        believed = names_a_page(article.url) and plausible(article.url, url)
        if not believed or self._contradicted(address_key(self.site, article.url), article, origin):
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
        common = self.store.near_duplicates.similarity(page.id, article.text)
        return common is None or common < SAME_STORY

    def _keys(self, article: Article, addresses: list[str]) -> list[int]:
        names = [id_key(self.site, article.site_id)] if article.site_id else []
        return list(dict.fromkeys([*names, *(address_key(self.site, url) for url in (article.url, *addresses))]))

    def _choose(self, origin: PageRecord | None, known: list[PageRecord]) -> PageRecord | None:
        """A page with a post goes before one without, the one that was asked for before all."""
        candidates = [*([origin] if origin else []), *known]
        return next((page for page in candidates if page.kept), candidates[0] if candidates else None)

    def _anothers(self, key: int, id: int) -> bool:
        """Whether a name belongs to another page that has a post: both keep what they have."""
        page = self.pages.by_key(key)
        return page is not None and page.id != id and page.kept

    # -- what became of a page that was no article --------------------------------------------------------------------
    def unchanged(self, id: int, now: datetime) -> None:
        """304: the page is as it was."""
        if page := self.pages.get(id):
            due = next_visit(page.published, page.first_seen, now)
            self.pages.change(id, state="posted", fetched=now, status=304, tries=None, due=due)

    def left_out(self, id: int, reason: str, now: datetime) -> None:
        """An article that this run does not want and another one may."""
        if (page := self.pages.get(id)) and not page.kept:
            self.pages.change(id, fetched=now, reason=reason, due=None)

    def refused(self, id: int, reason: str, status: int | None, now: datetime) -> None:
        """Answered, and no article comes of it; a post that is there stays as it is."""
        if page := self.pages.get(id):
            due = next_visit(page.published, page.first_seen, now)
            state = page.state if page.kept else "refused"
            self.pages.change(id, state=state, reason=reason, status=status, fetched=now, tries=None, due=due)

    def failed(self, id: int, reason: str, status: int | None, now: datetime) -> None:
        """No usable answer. 404 and 410 say that a posted article was taken back: its post stays, and is marked."""
        page = self.pages.get(id)
        if page is None:
            return
        if status in (404, 410):
            self._gone(page, reason, status, now)
        else:
            due = next_try(page.tries + 1, now)
            state = page.state if page.kept else "failed"
            self.pages.change(id, state=state, reason=reason, status=status, fetched=now, tries=page.tries + 1, due=due)

    def _gone(self, page: PageRecord, reason: str, status: int, now: datetime) -> None:
        due = next_visit(page.published, page.first_seen, now)
        self.pages.change(
            page.id, state="gone" if page.kept else "refused", reason=reason, status=status, fetched=now, due=due
        )
        if page.state == "posted":
            self.pages.happened(page.id, now, f"gone ({status})")


def names_a_page(url: str) -> bool:
    """Whether an address is more than a host."""
    return "/" in spelling(url) or "?" in spelling(url)


def packed(link: Link) -> str:
    """What a link says beside its address, as JSON; "" where it says nothing."""
    said = {name: value for name, value in asdict(link).items() if value and name not in ("url", "skip")}
    said.pop("published_precision", None) if "published" not in said else None
    return json.dumps(said, ensure_ascii=False, default=datetime.isoformat) if said else ""


def unpacked(page: PageRecord) -> Link:
    """The link that led to a page."""
    said = json.loads(page.link) if page.link else {}
    for name in ("published", "updated"):
        if name in said:
            said[name] = datetime.fromisoformat(said[name])
    return Link(url=page.url, **said)
