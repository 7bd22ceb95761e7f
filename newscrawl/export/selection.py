"""Selection: which articles of the archive are meant, newest first; never many of them in memory."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from newscrawl.article_filters import ArticleFilters
from newscrawl.article_record import from_record
from newscrawl.store import Store

# A day's midnight, in a zone that the archive does not name, is within these hours of UTC's.
GRACE = timedelta(days=1, hours=14)
# Records of a site that are read at once where many sites are merged.
FEW = 20


@dataclass(frozen=True, slots=True)
class ArticleSelection:
    """Articles of some sites that filters let through."""

    sites: Sequence[str]
    filters: ArticleFilters

    def records(self, store: Store) -> Iterator[dict[str, Any]]:
        """Their records. Under a limit the newest of all sites, else one site after the other."""
        found: Iterator[dict[str, Any]]
        if self.filters.limit is None:
            found = chain.from_iterable(self._of(store, site) for site in self.sites)
        else:
            found = heapq.merge(*(self._of(store, site, FEW) for site in self.sites), key=_moment, reverse=True)
        return islice(found, self.filters.limit)

    def _of(self, store: Store, site: str, step: int | None = None) -> Iterator[dict[str, Any]]:
        filters, since, until = self.filters, self.filters.since, self.filters.until
        after, before = since and since - GRACE, until and until + GRACE
        asks = bool(since or until or filters.include or filters.exclude)
        for each in store.articles.newest_first(site, after, before, step):
            if not (asks and filters.of_article(from_record(each.record))):
                yield each.record


def _moment(record: dict[str, Any]) -> float:
    return datetime.fromisoformat(record["published"]).timestamp()
