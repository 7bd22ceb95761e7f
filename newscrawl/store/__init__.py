"""The store: what was seen and done, in a SQLite file (`OUTPUT/newscrawl.db`) or in PostgreSQL. SQL stands here alone.

    with Store.open(Path("output/newscrawl.db")) as store:
        store.runs.of("aljazeera")                           # the history, newest first
        store.pages.by_key(address_key("aljazeera", url))    # everything known of one address

`store.runs`             what every crawl came to
`store.pages`            every article and address, and what happened to it
`store.publications`     when a site's articles were published and seen, counted
`store.posts`            the files that were written, and what they were made by
`store.near_duplicates`  articles that came back under another address
`store.articles`         the archive: every article whole, with its earlier versions
`store.listings`         what a listing's last answer said
`store.health`           what each run's pages and listings gave
`store.hosts`            how each host is to be met: its pauses and its rests
`store.rates`            how often each site publishes, as it was estimated
`store.site_lines`       lines of text that a site's articles have alike
`store.pages_begun`      how many runs a page has ended
`store.images`           where downloaded images stand
`store.exports`          how much of each JSON Lines file the store knows of
`store.slots`            what became of every time that a site was due
`store.wellbeing`        which sites are well, and what was told of it

Each table is a file of its name here. A crawl does not open the store itself: its state does (newscrawl/state), once,
and every part of the crawl asks that.

All times in the tables are whole seconds since 1970 in UTC; all times in the interface are aware datetimes.
"""

from newscrawl.store.page_record import PageRecord
from newscrawl.store.runs import RunRecord
from newscrawl.store.store import FILE_NAME, Place, Store, place_of

__all__ = ["FILE_NAME", "PageRecord", "Place", "RunRecord", "Store", "place_of"]
