"""SiteHealth: what a run's pages and listings gave, and what is wrong beside what earlier runs had."""

from collections.abc import Container
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.extract import Rules
from newscrawl.state.breakage import RUNS_BACK, broken_fields, counted, empty_listings, silence, together
from newscrawl.store import Store
from newscrawl.store.health import Counts
from newscrawl.text.counts import counted as number_of

if TYPE_CHECKING:
    from newscrawl.extract import Reading


class SiteHealth:
    """Of one run."""

    def __init__(self, store: Store, run: int) -> None:
        self.store, self.run = store, run
        self.fields: Counts = {}
        self.listings: dict[str, int] = {}
        self.broken: list[str] = []

    def page_read(self, reading: "Reading", rules: Rules) -> None:
        """A page was read, whatever came of it."""
        self.fields = together([self.fields, counted(reading, rules)])

    def listing_read(self, url: str, links: int) -> None:
        """A listing had so many links. `url`: as it was asked for."""
        self.listings[url] = links

    def listing_broke_off(self, url: str, links: int) -> None:
        """A listing could not be followed to its end; it gave so many links."""
        self.broken.append(f"listing {url} breaks off after {number_of(links, 'link')}")

    def complaints(self, but: Container[str], now: datetime | None) -> list[str]:
        """What is wrong with the site's layout or listings, one line each.

        `but`: arguments that do not make another place of the site. `now`: where nothing new came, to ask for how long.
        """
        health = self.store.health
        health.put(self.run, self.fields, self.listings)
        runs = self.store.runs.alike(self.run, but, RUNS_BACK)
        found = broken_fields(health.fields(runs)) if self.fields else []
        found += self.broken + empty_listings(self.listings, health.listings(runs[1:]))
        return [*found, *silence(health.news(runs), now)] if now else found
