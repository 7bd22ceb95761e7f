"""LinesOfSite: what a crawl knows of a site's template: the lines before and behind its articles, their element."""

from collections.abc import Iterable
from datetime import datetime

from newscrawl.store import Store

OFTEN = 3
"""Articles in which a line stood, from which it is none of theirs."""


class LinesOfSite:
    """The lines of one site. What a run meets counts from the next one on, so that a run reads all its pages alike."""

    def __init__(self, store: Store, site: str) -> None:
        self._store, self._site = store, site
        self._met: list[int] = []
        self.repeated = store.site_lines.often(site, OFTEN)
        """The lines at the edges of a text that are not the article's, and the elements that articles stand in."""

    def met(self, lines: Iterable[int]) -> None:
        """Those at the edges of an article that is new."""
        self._met.extend(lines)

    def keep(self, at: datetime) -> None:
        """Write what the run met; inside a transaction."""
        if self._met:
            self._store.site_lines.add(self._site, self._met, at)
            self._store.site_lines.forget_seldom(self._site, OFTEN)
