"""LinesOfSite: what a crawl knows of a site's template: the lines before and behind its articles, their element."""

from collections.abc import Iterable
from datetime import datetime

from newscrawl.store import Store
from newscrawl.text.letters import line_key

OFTEN = 3
"""Articles in which a line stood, from which it is none of theirs."""

EDGE, LIST = 40, 12
"""Lines of a kept text at either end that are looked at, and of a list among them at most."""


def keys_of(text: str) -> set[int]:
    """The keys of what may be lines at the edges of a kept text. A list is one of them, and several of the text's."""
    lines = text.splitlines()
    ends = [lines] if len(lines) <= 2 * EDGE else [lines[:EDGE], lines[-EDGE:]]
    return {
        line_key("\n".join(part[start : start + length]))
        for part in ends
        for start in range(len(part))
        for length in range(1, LIST + 1)
    }


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
