"""The store: what was seen and done, in one SQLite file (`OUTPUT/newscrawl.db`).

    with Store.open(Path("output/newscrawl.db")) as store:
        store.runs.of("aljazeera")                 # the history, newest first
        store.pages.find("aljazeera", url)         # everything known of one address

`store.runs`   what every crawl came to            newscrawl/store/runs.py
`store.pages`  every article and address           newscrawl/store/pages.py
`store.newest` the latest articles of each site, whole      newscrawl/store/newest.py

A crawl does not open the store itself: its memory does (newscrawl/state), once, and every part of the crawl asks that.
All times in the tables are whole seconds since 1970 in UTC; all times in the interface are aware datetimes.
"""

from newscrawl.lock import SiteLock, busy
from newscrawl.store.database import Database
from newscrawl.store.pages import Page
from newscrawl.store.runs import Run
from newscrawl.store.store import FILE_NAME, Store

__all__ = ["FILE_NAME", "Database", "Page", "Run", "SiteLock", "Store", "busy"]
