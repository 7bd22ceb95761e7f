"""UrlHistory: what is known of a site's addresses, so that a run fetches none needlessly and forgets none.

A link that is met for the first time is put down as wanted before its page is asked for. Killed then, the next run
asks for it, whether the listing still shows it or not.

A page is named by an address and looked up each time: two pages turn out to be one, and the number that is then free
is the next new page's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newscrawl.discover import Link
from newscrawl.extract.fields.refusal_reasons import OF_THE_VISITOR, REASONS
from newscrawl.state.link_record import packed, said_of, unpacked
from newscrawl.state.revisit import next_try, next_visit
from newscrawl.state.validators import Validators
from newscrawl.store import PageRecord, Store
from newscrawl.store.keys import address_key
from newscrawl.store.page_record import Glance
from newscrawl.store.pages import EPOCH
from newscrawl.store.times import moment

SHAPES = 300
"""Pages of earlier runs from which the shapes of a site's addresses are learnt: its last days, so that what a site
changes is tried anew when they are over."""


TOLD = 100
"""Known pages that one run asks for because a listing calls them changed."""

MOMENT = 120
"""Seconds. What changed later is asked for in the next run; a listing that puts the time of its own making there never
says anything."""

ANOTHER_DAY = 15 * 3600
"""Seconds. More than any zone's clock is from another's."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a page is to be asked for."""

    reason: str
    """Why not: "known", or why this run's arguments leave it out; "" where it is to be asked for."""

    new: bool
    """Whether the link is a reason to read the listing on."""

    published: datetime | None = None
    """When it was published, where an earlier run read it."""

    kept: bool = False
    """Whether it is an article that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a run reads of a site."""

    arguments: str = "{}"
    """Those of the run, as `canonical` writes them."""

    place: str | None = None
    """The part of the site; what other parts left is theirs. None: the site itself."""

    again: bool = False
    """Whether known pages are asked for too."""

    whole: bool = False
    """Whether known articles are wanted that the archive has, and those asked for that it does not have any longer."""

    caught_up: bool = False
    """Whether the last run like this one left nothing undone."""


class UrlHistory:
    """The pages of one site."""

    def __init__(self, store: Store, site: str, clock: Callable[[], datetime], scope: Scope) -> None:
        self.store, self.pages = store, store.pages
        self.site, self.clock, self.scope = site, clock, scope
        self.told = 0
        """Known pages that are asked for because a listing called them changed."""

        self.looked_up: dict[int, Glance | None] = {}
        """Links that are about to be decided on, by their keys: what is known of their pages."""

        self.asked = self.saved = 0
        """Decisions that were asked for, and those that saved a request."""

    def page(self, address: str) -> PageRecord | None:
        """The page that an address leads to."""
        return self.pages.by_key(address_key(self.site, address)) if address else None

    # -- before a request ----------------------------------------------------------------------------------------------
    def look_up(self, links: Sequence[Link]) -> None:
        """Look up the pages of links that are decided on next, in one question to the store."""
        keys = [address_key(self.site, link.url) for link in links]
        self.looked_up = dict.fromkeys(keys) | self.pages.glances(keys)

    def decide(self, link: Link) -> Decision:
        """Whether the page behind a link is to be asked for. A new one is recorded."""
        self.asked += 1
        new = not self.scope.caught_up
        key = address_key(self.site, link.url)
        if key not in self.looked_up:
            self.look_up([link])
        page = self.looked_up.pop(key)
        if page is None:
            self._add(link)
            return Decision("", new=True)
        published = moment(page.published) if page.published is not None else None
        if not (self._is_due(page) or self._is_said_to_be_new(page, link)):
            self.saved += 1
            return Decision("known", new=new, published=published, kept=page.kept)
        if page.reason and page.reason.startswith(left := self._left_out("")):
            self.saved += 1
            return Decision(page.reason.removeprefix(left), new=new)
        return Decision("", new=new, published=published if page.state == "wanted" else None, kept=page.kept)

    def _add(self, link: Link) -> None:
        key = address_key(self.site, link.url)
        about = {"link": packed(link), "place": self.scope.place, "said": said_of(link) or None}
        with self.store.transaction():
            self.pages.meet(self.site, link.url, self.clock(), key, due=EPOCH, **about)

    def _is_due(self, page: Glance) -> bool:
        if page.state == "wanted" or (page.due is not None and page.due <= self.clock().timestamp()):
            return True
        return self.scope.again or (page.kept and self.scope.whole and not self.store.articles.is_whole(page.id))

    def _is_said_to_be_new(self, page: Glance, link: Link) -> bool:
        """Whether a listing says that a kept article has changed since it was read, or that another one stands there.

        Each word of it is followed once, whatever the page's age, and so many of a run at the most: there are sitemaps
        that call every page changed a moment ago.
        """
        stamp = self._news(page, link) if page.kept and self.told < TOLD else 0
        if not stamp:
            return False
        self.told += 1
        with self.store.transaction():
            self.pages.change(page.id, due=EPOCH, place=self.scope.place, said=stamp)
        return True

    def _news(self, page: Glance, link: Link) -> int:
        """When an article was changed or replaced that is newer than what a listing said before; 0 where none says so.

        Where none said anything before, newer than the last look.
        """
        before, stamp = page.said or page.fetched or 0, said_of(link)
        if link.updated is None:
            # A listing's own date differs by minutes from the page's, or by a zone.
            before = max(before if page.said else 0, (page.published or stamp) + ANOTHER_DAY)
        return stamp if before < stamp < self.clock().timestamp() - MOMENT else 0

    def _left_out(self, reason: str) -> str:
        return f"left out by {self.scope.arguments}: {reason}"

    def pending(self, *, visits: bool) -> list[Link]:
        """The pages to ask for though no listing may show them: unanswered ones, and with `visits` all that are due."""
        due = self.pages.due(self.site, self.scope.place, self.clock())
        return [unpacked(page) for page in due if visits or page.state == "wanted"]

    def shapes(self) -> Iterator[tuple[str, bool]]:
        """What pages of earlier runs were: (address, whether it was an article)."""
        for url, reason in self.pages.answered(self.site, SHAPES):
            if not reason or reason in REASONS:
                yield url, not reason

    def link_to(self, url: str) -> Link:
        """The link that led to a page, with this address of it."""
        page = self.page(url)
        return replace(unpacked(page), url=url) if page else Link(url=url)

    def other_place(self, url: str) -> str:
        """The part of the site that a page belongs to, where it is another one than the run reads; else ""."""
        page = self.page(url)
        return page.place or "the whole site" if page and page.place != self.scope.place else ""

    def validators(self, address: str) -> Validators:
        """What to ask with whether an article has changed; empty where its page is wanted anyway."""
        page = self.page(address)
        is_whole = page and page.state == "posted"
        return Validators(page.etag or "", page.modified or "") if page and is_whole else Validators()

    # -- what became of a page that gave no new article ----------------------------------------------------------------
    def keeps(self, address: str) -> bool:
        """Whether a page is an article that is kept already."""
        page = self.page(address)
        return page is not None and page.kept

    def not_modified(self, address: str) -> None:
        """304: the page is as it was."""
        if page := self.page(address):
            self._answered(page, state="posted", status=304, tries=None)

    def left_out(self, address: str, reason: str) -> None:
        """An article that this run's arguments leave out; runs with the same need not ask for it again."""
        if (page := self.page(address)) and not page.kept:
            self.pages.change(page.id, fetched=self.clock(), reason=self._left_out(reason), due=None)

    def refused(self, address: str, reason: str, status: int | None = None) -> None:
        """No article comes of a page; a post that is there stays as it is."""
        page = self.page(address)
        if page and reason in OF_THE_VISITOR:  # the next run may have a login, a browser, another way out
            self._tried(page, "refused", reason, status)
        elif page:
            state = page.state if page.kept else "refused"
            self._answered(page, state=state, reason=reason, status=status, tries=None)

    def failed(self, address: str, reason: str, status: int | None) -> None:
        """No usable answer. 404 and 410 say that a posted article was taken back: its post stays, and is marked."""
        page = self.page(address)
        if page is None:
            return
        if status in (404, 410):
            self._gone(page, reason, status)
            return
        self._tried(page, "failed", reason, status)

    def _tried(self, page: PageRecord, state: str, reason: str, status: int | None) -> None:
        tries, now = page.tries + 1, self.clock()
        state = page.state if page.kept else state
        due = next_try(tries, now)
        self.pages.change(page.id, state=state, reason=reason, status=status, fetched=now, tries=tries, due=due)

    def _gone(self, page: PageRecord, reason: str, status: int) -> None:
        self._answered(page, state="gone" if page.kept else "refused", reason=reason, status=status)
        if page.state == "posted":
            self.pages.happened(page.id, self.clock(), f"gone ({status})")

    def _answered(self, page: PageRecord, **values: str | int | None) -> None:
        now = self.clock()
        due = next_visit(page.published, page.first_seen, now)
        self.pages.change(page.id, fetched=now, due=due, **values)
