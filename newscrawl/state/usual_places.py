"""UsualPlaces: where feeds and sitemaps usually stand, and nothing stood at this site when it was last asked."""

from datetime import datetime, timedelta
from functools import cached_property

from newscrawl.store import Store

ASKED_AGAIN = timedelta(days=7)
"""A site that gets a feed tells of it on its front page; until then a run would ask for eleven places in vain."""


class UsualPlaces:
    """Of one run."""

    def __init__(self, store: Store, run: int, now: datetime, *, again: bool) -> None:
        """`again`: whether all are asked, whatever is known."""
        self.store, self.run, self.now, self.again = store, run, now, again
        self.asked_in_vain: list[str] = []
        self.front_page = False
        """Whether it had links; else the site may be down, whatever it answers."""

    @cached_property
    def empty(self) -> frozenset[str]:
        """The addresses at which runs of the last days found nothing."""
        return frozenset() if self.again else self.store.health.nowhere(self.run, self.now - ASKED_AGAIN)

    def nothing_at(self, url: str) -> None:
        """A place was asked for in vain."""
        self.asked_in_vain.append(url)

    def keep(self, articles: int) -> None:
        """Remember the empty places of a run that gave so many articles: only of a site that is well."""
        if articles and self.front_page:
            for url in self.asked_in_vain:
                self.store.health.put_nowhere(self.run, url)
