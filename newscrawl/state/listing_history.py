"""ListingHistory: how listings were answered, so that one that did not change is not read again."""

from scrapy.http import Response

from newscrawl.state.validators import Validators, validators_of
from newscrawl.store import Store
from newscrawl.store.keys import listing_key
from newscrawl.store.listings import SeenListing


class ListingHistory:
    """The listings of one site, as runs with one choice of arguments read them."""

    def __init__(self, store: Store, site: str, choice: str) -> None:
        """`choice`: stands for the arguments."""
        self.store, self.site, self.choice = store, site, choice
        self.seen: dict[int, SeenListing] = {}
        """Until the run has come to its end: a killed one has not followed all of their links."""

        self.saved = 0
        """Requests that unchanged listings saved."""

    def validators(self, url: str) -> Validators:
        """What to ask with whether a listing has changed."""
        return Validators(*self._last(url)[:2])

    def not_modified(self, url: str) -> int:
        """A listing was answered with 304: how many links it alone had. All of them are known."""
        links = self._last(url).links
        self.saved += links
        return links

    def read(self, response: Response, own: int) -> None:
        """A listing was read to its end, and had so many links that no listing before it had."""
        self.seen[self._key(response.url)] = SeenListing(*validators_of(response), own)

    def commit(self) -> None:
        """The links of all listings have been followed."""
        for key, seen in self.seen.items():
            self.store.listings.put(key, seen)

    def _key(self, url: str) -> int:
        return listing_key(self.site, self.choice, url)

    def _last(self, url: str) -> SeenListing:
        return self.store.listings.get(self._key(url))
