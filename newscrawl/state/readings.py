"""A page that ends runs is left out. What is being read stands in the store, where a killed run leaves it behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from newscrawl.refusals import TooCostly
from newscrawl.store import Store

MOST = 2
"""A page that ended so many runs is not read again. One kill says nothing against a page: it may have any reason."""


class Readings:
    """The pages that one run of a site reads."""

    def __init__(self, store: Store, site: str) -> None:
        self.begun, self.site = store.pages_begun, site
        self.ended = self.begun.of(site)

    @contextmanager
    def of(self, address: str) -> Iterator[None]:
        """While a page is read. Raises TooCostly for one that ended the runs before."""
        if self.ended[address] >= MOST:
            raise TooCostly(f"reading it ended the run {self.ended[address]} times")
        self.begun.begin(self.site, address)
        try:
            yield
        finally:
            self.begun.came_through(self.site, address)
